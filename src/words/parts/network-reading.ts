/** What is said of a network of the reader's own: how it was read, what is wrong with it. Lines and rows are counted from 1. */

export const networkReadingEn = {
  'network.own.text': 'A Keras model.summary(), the print of a PyTorch module, or JSON',
  'network.own.help':
    'Paste it here, or open a file: text, or an .onnx graph, of which the weights are not read. Nothing leaves this page.',
  'network.own.read': 'Read it',
  'network.own.open': 'Open a file …',
  'network.own.input': 'Input, where the text does not tell it',
  'network.own.examples': 'Examples',
  'network.own.example.json': 'JSON, with a shortcut',
  'network.own.example.keras': 'Keras',
  'network.own.example.pytorch': 'PyTorch',
  'network.own.bad-input': '“{given}” is no shape such as 224x224x3.',
  'network.own.format': 'Read as {format}: {count} rows.',
  'network.own.format.json': 'JSON',
  'network.own.format.keras': 'a Keras summary',
  'network.own.format.pytorch': 'a print of PyTorch',
  'network.own.format.onnx': 'an ONNX graph',
  'network.own.problems': 'What is wrong',
  'network.own.notes': 'How it was read',
  'network.own.line': 'Line {line}: {sentence}',
  'network.own.more': '… and {count} more.',
  'network.own.failed': 'The file could not be opened: {message}',

  'network.problem.empty': 'The network has no rows.',
  'network.problem.not-a-network': 'A network is an object with a list “layers”; {given} was given.',
  'network.problem.not-a-row': 'Row {position} is no object with a name and an “op”: {given}.',
  'network.problem.duplicate-name': 'Two rows are called “{name}”; the second one is left out.',
  'network.problem.unknown-op': '“{name}” has the op {given}, which is none of {allowed}.',
  'network.problem.no-source': '“{name}” reads nothing: no row stands before it.',
  'network.problem.missing-source': 'Edge “{source}” → “{name}”: there is no row “{source}”.',
  'network.problem.cycle':
    'Edge “{source}” → “{name}” closes a circle: “{source}” needs what “{name}” makes.',
  'network.problem.shapes-differ':
    'Edge “{source}” → “{name}”: a shape of {given} comes in where {allowed} is needed.',
  'network.problem.needs-plane':
    'Edge “{source}” → “{name}”: “{name}” needs a plane [H, W, C], but {given} comes in.',
  'network.problem.one-source': '“{name}” can read one row, not {given}.',
  'network.problem.bad-value': '“{name}”: {field} is {given}; allowed is {allowed}.',
  'network.problem.layer': 'Edge “{source}” → “{name}” does not fit: {reasons}',

  'network.read.empty': 'There is nothing to read.',
  'network.read.too-long': 'The text has more than {most} characters.',
  'network.read.unknown-format': 'This is neither a Keras summary, nor a print of PyTorch, nor JSON.',
  'network.read.json': 'This is no JSON: {reason}',
  'network.read.no-header': 'The head “Layer (type) … Output Shape … Param #” of a summary is missing.',
  'network.read.row':
    '“{found}” is no row of a summary: name, type, shape or number of parameters is missing.',
  'network.read.shape': 'The output shape of “{name}” cannot be read: {found}.',
  'network.read.params': 'The number of parameters of “{name}” cannot be read: {found}.',
  'network.read.source': '“{name}” reads “{found}”, and no row above has that name.',
  'network.read.unclosed': 'The bracket of “{name}” is never closed.',
  'network.read.unexpected': '“{found}” is not expected here.',
  'network.read.ended': 'The text ends in the middle of a layer.',
  'network.read.argument': '“{name}”: {argument} cannot be read: {found}.',
  'network.read.no-layers': 'There is no list “layers”.',
  'network.read.not-onnx': 'The file is no ONNX model, or ends too early.',
  'network.read.no-size': 'The file leaves the size of “{name}” open: say the input.',

  'network.note.unknown':
    '“{name}” is a {type}, for which there is no rule: it is listed, nothing of it is guessed.',
  'network.note.unknown-field': '“{name}” has a field “{field}” that has no effect.',
  'network.note.deduced':
    'Kernels and strides of {count} layers are not printed: they follow from parameters and shapes, the smallest stride first.',
  'network.note.pool-windows':
    'Windows of {count} pools are not printed: each is taken to be as large as its stride.',
  'network.note.kernel-shape': '“{name}” has {taps} taps: taken as one row, though they might be a column.',
  'network.note.cut-names': '{count} names are cut off: the last row that fits was taken.',
  'network.note.totals-differ': 'The text says {given} parameters in total, the rows have {counted}.',
  'network.note.in-order':
    '“{name}” lists its parts, not what it does with them: they are read one after the other.',
  'network.note.assumed-input': 'The text tells no input: {shape} was taken.',
  'network.note.hidden-row.flatten': 'A flattening that the text does not list stands in front of “{name}”.',
  'network.note.hidden-row.global-average-pool':
    'A global average pooling that the text does not list stands in front of “{name}”.',
} as const;
