/** Simplified Chinese of the strings of the same name. */
import type { transposedEn } from '../transposed.js';

export const transposedZh: Readonly<Record<keyof typeof transposedEn, string>> = {
  'scene.plainKernel': '卷积核',
  'scene.turnedKernel': '旋转 180° 的卷积核',
  'scene.value': '输入值',
  'scene.stamp': '印章',
  'scene.stretched': '插零后的输入 {size}',
  'scene.canvas': '画布 {size}',
  'scene.layers': '每格印章数',
  'scene.outputChannel': '输出通道 {channel}',
  'legend.bare': '虚线 0：没有印章落到这里',
};
