/** Words of the gridding laboratory. Rows, columns and layers are counted from 1. */

export const griddingEn = {
  'gridding.label': 'Which pixels a stack of dilated layers touches',
  'gridding.lead':
    'A dilated layer reads cells some distance apart. Where several follow each other at the same rate, as at rates 2, 2, 2, their holes fall on each other: however deep the stack, an output reads a grid of pixels and none of those between. That is gridding. Other rates, as 1, 2, 3, fill the holes at the same size.',
  'gridding.stack.1': 'First stack',
  'gridding.stack.2': 'Second stack',
  'gridding.kernel': 'Kernel',
  'gridding.kernel.size': '{size}×{size}',
  'gridding.layers': 'Layers counted',
  'gridding.presets': '{stack}: examples',
  'gridding.rates': 'Dilation rate of each layer',
  'gridding.rate': '{stack}, layer {layer}: dilation rate',
  'gridding.add': '{stack}: add a layer',
  'gridding.remove': '{stack}: remove the last layer',
  'gridding.none': 'no layer',
  'gridding.stays': 'Counted are the layers before layer {layer}.',
  'gridding.field': 'Field',
  'gridding.per-axis': 'Touched per axis',
  'gridding.plane': 'Touched in the plane',
  'gridding.weights': 'Weights',
  'gridding.size': '{size} × {size}',
  'gridding.of': '{part} of {all}',
  'gridding.share': '{share} %',
  'gridding.legend':
    'Paths from a pixel to the output (at the margins: along each axis, a cell has the product of both):',
  'gridding.legend.hole': 'not touched',
  'gridding.keys':
    'Up and down choose a row, left and right count one layer less or more, Home and End go to the first and last row.',
  'gridding.row': 'Row {row} of {size}: {touched} of its pixels touched',
  'gridding.column': 'Column',
  'gridding.paths': 'Paths',
  'gridding.no-row': 'The field has no such row.',
  'gridding.sentence.pixel': 'No layer is counted yet: an output is one pixel, and sees one pixel.',
  'gridding.sentence.one':
    'One layer of {kernel} × {kernel} with dilation rate {rates} sees a field of {size} × {size} pixels.',
  'gridding.sentence.stack':
    '{layers} layers of {kernel} × {kernel} with dilation rates {rates} see a field of {size} × {size} pixels.',
  'gridding.sentence.holes':
    'They touch {touched} of {size} positions on each axis, so {touched2d} of {all} pixels, {share} %; the rest are holes, whatever the weights are.',
  'gridding.sentence.all': 'Every pixel of it is touched.',
  'gridding.sentence.most': 'At most {most} paths lead from one pixel.',
  'gridding.sentence.most.one': 'One path leads from each.',
} as const;
