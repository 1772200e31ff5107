/** Names in the three-dimensional view of the layers that are not standard. */

export const sceneEn = {
  'scene.laneSlice': 'slice',
  'scene.slices': '{count} slices, one per channel',
  'scene.sliceSet': 'slices {set}',
  'scene.noSum': 'not added',
  'scene.values': 'values',
  'scene.weights': 'weights',
  'scene.table': 'weights, {rows} filters × {columns} channels',
  'scene.middle': 'In between {size}',
  'scene.costStandard': '{count} parameters, standard',
  'scene.costStages': '{terms} here',
  'legend.zeros': 'dots: inserted zeros; ⊗: product with one, 0',
  'legend.cropped': 'struck out: cropped',
} as const;

export const sceneZh = {
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
