/** Simplified Chinese of the strings of the same name. */
import type { sceneStandardEn } from '../scene-standard.js';

export const sceneStandardZh: Readonly<Record<keyof typeof sceneStandardEn, string>> = {
  'scene.noBias': '无偏置',
  'scene.turned': '旋转 180°',
  'scene.unread': '斜线：从未读取',
  'scene.inFront': '最前面是通道 1',
  'scene.reach': '覆盖 {reach} = {kernel} + {gaps}·{holes}',
  'scene.reachBoth': '覆盖 {size}',
  'scene.relu': 'ReLU',
  'scene.relu6': 'ReLU6',
  'scene.h-swish': 'h-swish',
};
