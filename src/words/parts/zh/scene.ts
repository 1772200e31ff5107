/** Simplified Chinese of the strings of the same name. */
import type { sceneEn } from '../scene.js';

export const sceneZh: Readonly<Record<keyof typeof sceneEn, string>> = {
  'scene.laneSlice': '切片',
  'scene.slices': '{count} 个切片，每个通道一个',
  'scene.sliceSet': '第 {set} 组切片',
  'scene.noSum': '不相加',
  'scene.values': '数值',
  'scene.weights': '权重',
  'scene.table': '权重表：{rows} 个滤波器 × {columns} 个通道',
  'scene.middle': '中间结果 {size}',
  'scene.costStandard': '标准卷积：{count} 个参数',
  'scene.costStages': '这里：{terms}',
  'legend.zeros': '圆点：插入的零；⊗：与它的乘积，为 0',
  'legend.cropped': '划去：被裁掉',
};
