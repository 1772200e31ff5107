/** Names over the pictures of a transposed convolution. */

export const transposedEn = {
  'scene.plainKernel': 'kernel',
  'scene.turnedKernel': 'turned kernel',
  'scene.value': 'value',
  'scene.stamp': 'stamp',
  'scene.stretched': 'stretched input {size}',
  'scene.canvas': 'Canvas {size}',
  'scene.layers': 'stamps per cell',
  'scene.outputChannel': 'output channel {channel}',
  'legend.bare': 'dashed 0: no stamp lands there',
} as const;
