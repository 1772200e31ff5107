/** Names in the three-dimensional view that facts of a stage bring in: stride, padding, dilation, activation. */

export const sceneStandardEn = {
  'scene.noBias': 'no bias',
  'scene.turned': 'turned by 180°',
  'scene.unread': 'hatched: never read',
  'scene.inFront': 'channel 1 in front',
  'scene.reach': 'reach {reach} = {kernel} + {gaps}·{holes}',
  'scene.reachBoth': 'reach {size}',
  'scene.relu': 'ReLU',
  'scene.relu6': 'ReLU6',
  'scene.h-swish': 'h-swish',
} as const;
