/** Words of the questions. A hint says what is wrong with an idea, never the answer. */

export const quizEn = {
  'quiz.question': 'Question',
  'quiz.check': 'Check',
  'quiz.show': 'Show the answer',
  'quiz.another': 'Another one',
  'quiz.right': 'Right.',
  'quiz.wrong': 'Not yet.',
  'quiz.again': 'Try again.',
  'quiz.shown': 'The answer: {answer}.',
  'quiz.shownMarked': 'The answer is marked.',
  'quiz.choose': 'Choose or enter an answer first.',
  'quiz.type': 'Give a number first.',
  'quiz.waiting': 'The figure waits for your answer.',
  'quiz.number': 'Your answer',
  'quiz.rows': 'Rows',
  'quiz.columns': 'Columns',
  'quiz.fewer': '{name}: one less',
  'quiz.more': '{name}: one more',
  'quiz.cells.input':
    'This is the input: click its cells, or choose them with the arrow keys and the space bar.',
  'quiz.cells.output':
    'This is the output: click its cells, or choose them with the arrow keys and the space bar.',
  'quiz.cell': 'row {row}, column {column}, value {value}',
  'quiz.place': 'row {row}, column {column}',
  'quiz.chosen': 'Cells chosen: {count}',
  'quiz.clear': 'Clear',
  'quiz.cells.wrong': 'Of the cells that you chose: {right} right, {extra} wrong. Not chosen yet: {missing}.',
  'quiz.matrix': 'Matrix {letter}',
  'quiz.variant': 'The same question with other numbers:',
  'quiz.layer': 'The same question about another layer:',
  'quiz.input': 'Input',
  'quiz.weights': 'Weights',
  'quiz.bias': 'Bias',
  'quiz.inputShape': 'Input {shape}',
  'quiz.kernel': 'kernel {size}',
  'quiz.stride': 'stride {size}',
  'quiz.filters': 'filters: {count}',
  'quiz.filter': 'filter {number}',

  'quiz.hint.M1':
    'A transposed convolution brings back the shape, not the numbers. Several inputs give the same output; nothing can tell them apart again.',
  'quiz.hint.M2':
    'Output padding sticks no zeros on. It moves the edge of the crop outward. What had the stamps left there before the crop?',
  'quiz.hint.M3':
    'The padding of a transposed convolution puts nothing round its input. It cuts cells off the output.',
  'quiz.hint.M4':
    'Stamping uses the kernel as it is. Whoever gathers instead has to turn it by 180°; unturned, it meets the wrong cells.',
  'quiz.hint.M5':
    'This is the answer with the kernel turned by 180°. Deep learning does not turn it: the weight at the top left meets the cell at the top left.',
  'quiz.hint.M6':
    'The two axes of channels are swapped here. A transposed convolution stores its weights with the output channels before the input channels.',
  'quiz.hint.M7':
    'SAME does not always pad both sides equally. If the number of zeros is odd, one side gets one more, and not every framework chooses the same side.',
  'quiz.hint.M8':
    'Fewer multiply-adds are not proportionally less time. Fetching the numbers and starting the work take time too.',
  'quiz.hint.M9':
    'A multiply-add is one multiplication and one addition together. Counted as operations they are two, counted as multiply-adds one.',
  'quiz.hint.M10':
    'The depth multiplier is no factor for the width or the resolution of a network. It says how many output channels a depthwise layer makes of each input channel.',
  'quiz.hint.M11':
    'A separable layer has one bias for each filter, at its end. Two layers of one’s own, depthwise and pointwise, have a bias each.',
  'quiz.hint.M12':
    'The pointwise stage does not merely add the channels up. Each channel has a weight of its own, which is learned.',
  'quiz.hint.M13':
    'A 1×1 kernel reads one place only. It mixes channels and changes their number; rows and columns stay.',
  'quiz.hint.M14':
    'One more layer does not have to cost more. A narrow 1×1 layer first leaves fewer channels for the expensive one.',
  'quiz.hint.M15':
    'A filter is not flat. It has a slice for every input channel, each with weights of its own, and all of them count.',
  'quiz.hint.M16': 'More filters make more channels. Rows and columns do not depend on them.',
  'quiz.hint.M17':
    'Dilation moves the taps apart; it makes no new ones. The holes in between have no weights and cost nothing.',
  'quiz.hint.M18':
    'The reach is as large as that, but not every cell in it is read: the dilation leaves holes.',
  'quiz.hint.M19':
    'Stride and dilation do not exclude each other. It is a limit of some frameworks, not of the convolution.',
  'quiz.hint.M20':
    'The input alone does not say how large the output is. With a stride above 1 several sizes are possible, and the layer has to be told which.',
  'quiz.hint.M21':
    'The pattern is there before any training. Count how many stamps each cell gets: it comes from a stride that does not divide the kernel size.',
  'quiz.hint.M22':
    'That is not the whole stack. The field grows with every layer, by its kernel, its dilation and the strides before it.',
  'quiz.hint.M23':
    'A depthwise layer does not mix channels: each channel is read alone, with a slice of its own.',
  'quiz.hint.M24':
    'The depthwise layers are the cheap part. Count what the 1×1 layers do, which mix all channels at every place.',

  'quiz.hint.groups':
    'A filter reads the channels of its own group and no others; it has weights for these alone.',
  'quiz.hint.transpose': 'Rows and columns are exchanged here.',
  'quiz.hint.forgot-bias': 'The bias is missing: one number for each filter, which is added last.',
  'quiz.hint.forgot-stride': 'The stride is missing: from one window to the next it is more than one cell.',
  'quiz.hint.no-padding': 'The padding is missing. Look at what it does at the edges.',
  'quiz.hint.all-filters-share': 'Every filter has weights of its own, not one set for all of them.',
  'quiz.hint.overwritten': 'Where stamps overlap, the later one does not replace the earlier one. They add.',
  'quiz.hint.neighbour': 'Close. Count once more.',
  'quiz.hint.none': 'Look at the figure once more, step by step.',
  'quiz.hint.of-output':
    'Find out which numbers of the input come together here, and with which weights. Then add the products.',
  'quiz.hint.of-parameters':
    'Count the weights of one filter, then all filters, and the biases if there are any. Of two stages, count each on its own.',
  'quiz.hint.of-multiply-adds':
    'How many does one output cell take? How many output cells are there? Of two stages, count each on its own.',
  'quiz.hint.of-size': 'Where does the first window begin, and where the last one that still fits?',
  'quiz.hint.of-field':
    'Begin with 1 cell and go on layer by layer: each adds its reach less 1, times the strides before it.',

  'score.title': 'Your answers',
  'score.first': 'First answer: {answer}',
  'score.tries': 'tries: {count}',
  'score.open': 'not answered yet',
  'score.right': 'right',
  'score.shown': 'answer shown',
  'score.sum': '{right} of {count} right at the first try',
  'score.copy': 'Copy as text',
  'score.copied': 'Copied.',
  'score.selected': 'Selected: press Ctrl+C or ⌘C.',
  'score.text': 'Your answers as text',
  'score.none': 'There is no question on this page.',
  'score.stays': 'Your answers stay in this page and are gone when you leave it.',
};
