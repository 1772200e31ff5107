/** Comments inside copied code: what a framework cannot say itself. */

export const codeCommentsEn = {
  'comment.cannot-run': 'This layer cannot run: {reason}',
  'comment.turned':
    'True convolution: the kernel is turned by 180 degrees. The weights below are turned already.',
  'comment.turn': 'True convolution: turn each slice of the kernel by 180 degrees before it is used.',
  'comment.pytorch-padding':
    'PyTorch pads the same on both sides; four sides need ZeroPad2d, which crops where negative.',
  'comment.keras-stride':
    'Not every Keras takes this stride here: run with stride 1 and keep every s-th result instead.',
  'comment.keras-stuffed':
    'Keras refuses stride with dilation, and an output padding from the stride on: zeros are written into the kernel.',
  'comment.keras-groups': 'Conv2DTranspose of Keras has no groups: one layer a group.',
  'comment.tfjs-stride':
    'TensorFlow.js refuses this stride: run with stride 1 and keep every s-th result instead.',
  'comment.tfjs-groups': 'TensorFlow.js has no groups: one operation a group.',
  'comment.tfjs-dilation': 'TensorFlow.js has no dilation here: zeros are written into the kernel.',
  'comment.loops-order': 'batch, rows, columns, channels; row by row, the channels of a cell side by side',
} as const;
