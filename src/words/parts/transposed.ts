/** Names over the pictures of a transposed convolution. */

export const transposedEn = {
  'scene.plainKernel': 'kernel',
  'scene.turnedKernel': 'kernel, turned by 180°',
  'scene.value': 'value',
  'scene.stamp': 'stamp',
  'scene.stretched': 'stretched input {size}',
  'scene.canvas': 'Canvas {size}',
  'scene.layers': 'layers',
  'scene.outputChannel': 'output channel {channel}',
} as const;

export const transposedZh: Readonly<Record<keyof typeof transposedEn, string>> = {
  'scene.plainKernel': '卷积核',
  'scene.turnedKernel': '旋转 180° 的卷积核',
  'scene.value': '输入值',
  'scene.stamp': '印章',
  'scene.stretched': '插零后的输入 {size}',
  'scene.canvas': '画布 {size}',
  'scene.layers': '层数',
  'scene.outputChannel': '输出通道 {channel}',
};
