/** Names over the pictures of a transposed convolution. */

export const transposedEn = {
  'scene.plainKernel': 'kernel',
  'scene.turnedKernel': 'kernel, turned by 180°',
  'scene.value': 'value',
  'scene.stamp': 'stamp',
  'scene.stretched': 'stretched input {size}',
  'scene.canvas': 'Canvas {size}',
  'scene.layers': 'stamps per cell',
  'scene.outputChannel': 'output channel {channel}',
  'legend.bare': 'dashed 0: no stamp lands there',
} as const;
