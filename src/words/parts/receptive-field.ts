/** Words of the receptive field's laboratory. Rows, columns and layers are counted from 1; the start is a distance. */

export const receptiveFieldEn = {
  'receptive-field.label': 'Receptive field of a stack of layers',
  'receptive-field.presets': 'Examples',
  'receptive-field.preset.three': 'three 3×3',
  'receptive-field.preset.two': '5×5 as two 3×3',
  'receptive-field.preset.vgg': 'VGG block',
  'receptive-field.preset.dilated': 'dilated 1, 2, 4',
  'receptive-field.preset.resnet': 'ResNet stem',
  'receptive-field.preset.encoder': 'encoder and decoder',
  'receptive-field.layers': 'Layers, first to last',
  'receptive-field.layer': 'Layer {layer}',
  'receptive-field.kind': 'Kind',
  'receptive-field.kind.conv': 'Convolution',
  'receptive-field.kind.pool': 'Pooling',
  'receptive-field.kind.transposed': 'Transposed',
  'receptive-field.dilation.name': 'Dilation',
  'receptive-field.short.conv': 'Conv',
  'receptive-field.short.pool': 'Pool',
  'receptive-field.short.transposed': 'Transposed',
  'receptive-field.of-layer': 'Layer {layer}: {field}',
  'receptive-field.earlier': 'Move layer {layer} one earlier',
  'receptive-field.later': 'Move layer {layer} one later',
  'receptive-field.remove': 'Remove layer {layer}',
  'receptive-field.add': 'Add a layer',
  'receptive-field.text': 'As text',
  'receptive-field.text.help':
    '3x5 is 3 rows × 5 columns, /2 stride, d2 dilation rate, p1 padding, +1 output padding; pool2 pooling, t4/2 transposed.',
  'receptive-field.input': 'Input',
  'receptive-field.input.auto': 'chosen: {size}',
  'receptive-field.input.name': 'Input, rows × columns; empty for a size that suits the stack',
  'receptive-field.stays': 'Shown is the stack before layer {layer}.',
  'receptive-field.empty': 'No layer yet: an output is one pixel, and sees one pixel.',
  'receptive-field.table': 'What each layer adds (rows × columns)',
  'receptive-field.column.layer': 'Layer',
  'receptive-field.column.output': 'Output',
  'receptive-field.column.field': 'Field',
  'receptive-field.column.jump': 'Jump',
  'receptive-field.column.start': 'Offset',
  'receptive-field.column.taps': 'Weights',
  'receptive-field.together': 'Together',
  'receptive-field.help.field': 'pixels of the input, from the first to the last that one output sees',
  'receptive-field.help.jump':
    'pixels of the input from the field of one output to that of the next: the strides multiplied, whatever the dilation',
  'receptive-field.help.start':
    'how far after the first pixel of the input the field of the first output begins: 0 is at that pixel, negative before it, in the padding',
  'receptive-field.help.taps': 'weights of one kernel slice; dilation adds none',
  'receptive-field.row.input': 'Input',
  'receptive-field.show': 'Show the stack up to layer {layer}',
  'receptive-field.show.input': 'Show the input alone',
  'receptive-field.picture': 'The grids of the stack',
  'receptive-field.keys':
    'Arrow keys choose the output cell, Home and End its row’s ends, Page Up and Page Down show one layer more or less.',
  'receptive-field.hint': 'Point at the top grid, or use the arrow keys.',
  'receptive-field.sheet.input': 'Input, {size}; field {field}',
  'receptive-field.sheet': '{layer}. {name} → {size}',
  'receptive-field.name': '{kind} {kernel}',
  'receptive-field.stride': 'stride {value}',
  'receptive-field.dilation': 'rate {value}',
  'receptive-field.legend.lit': 'feeds the chosen output: of the input, of grids between, the output itself',
  'receptive-field.legend.padding': 'padding that is read: zeros',
  'receptive-field.legend.field': 'receptive field',
  'receptive-field.hidden': '{shown} of {all} grids are drawn.',
  'receptive-field.size': '{rows} × {columns}',
  'receptive-field.list': '{rows}, {columns}',
  'receptive-field.sentence.field.one':
    'Behind one layer, an output sees {size} pixels of the input (rows × columns).',
  'receptive-field.sentence.field':
    'Behind {layers} layers, an output sees {size} pixels of the input (rows × columns).',
  'receptive-field.sentence.jump.one': 'From one output to the next it moves by 1 pixel.',
  'receptive-field.sentence.jump': 'From one output to the next it moves by {rows} pixels.',
  'receptive-field.sentence.jump.two':
    'From one output to the next it moves by {rows} down and {columns} to the right, in pixels.',
  'receptive-field.sentence.start.edge': 'The first one starts at the first pixel.',
  'receptive-field.sentence.start.before':
    'The first one starts {before} before the first pixel, in the padding.',
  'receptive-field.sentence.start':
    'Rows and columns from the first pixel to where the first one starts: {start}.',
  'receptive-field.sentence.weights':
    'The stack has {weights} weights a slice; a single kernel of {size} would have {area}.',
  'receptive-field.sentence.cell':
    'Output row {row}, column {column} reads {rows}, {columns}: {touched} pixels.',
  'receptive-field.sentence.cell.clipped':
    'Output row {row}, column {column} reads {rows}, {columns}: {touched} pixels; the rest of its field lies outside the image.',
  'receptive-field.sentence.nothing': 'Output row {row}, column {column} reads no pixel at all.',
  'receptive-field.sentence.holes':
    '{touched} of the {all} pixels of the field are read, {share} %; the others are holes.',
  'receptive-field.sentence.all': 'Every pixel of the field is read.',
  'receptive-field.sentence.widest':
    'Outputs of a transposed layer differ; these numbers are the widest one’s.',
} as const;
