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
