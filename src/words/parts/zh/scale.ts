/** Simplified Chinese of the strings of the same name. */
import type { scaleEn } from '../scale.js';

export const scaleZh: Readonly<Record<keyof typeof scaleEn, string>> = {
  'scale.channel': '每个通道各有色阶；此处为最宽的一个',
  'scale.channel.at': '每个通道各有色阶；此处为通道 {place}',
  'scale.filter': '每个滤波器各有色阶；此处为最宽的一个',
  'scale.filter.at': '每个滤波器各有色阶；此处为滤波器 {place}',
  'scale.locked': '色阶已锁定',
  'scale.shared': '所有层共用一个色阶',
  'scale.beyond': '有些数超出色阶，取两端的颜色',
};
