/** The room's public names. */
export * from './types.js';
export type { NetworkProblem, ProblemKey, ProblemValues } from './problems.js';
export { understand } from './understand.js';
export type { Network } from './understand.js';
export { modulesOf, peakActivationBytes, totals } from './totals.js';
export type { Bytes, KindTotals, Totals } from './totals.js';
export { recipeOf, recipes } from './recipes/recipes.js';
export type { Knob, Published, Recipe } from './recipes/recipe.js';
export { receptiveFields } from './receptive-fields.js';
export type { RowField } from './receptive-fields.js';
export { swapAll, swappables, swapped } from './swaps.js';
export type { Swap, Swappable } from './swaps.js';
export { readNetwork } from './reading/read-network.js';
export type { Format, ReadingNote, ReadingProblem, ReadNetwork } from './reading/report.js';
export { Draft } from './draft.js';
export { addInception } from './recipes/googlenet.js';
export { addInvertedResidual, bottleneckLines, buildMobileNetV2 } from './recipes/mobilenet-v2.js';
export { addBneck, addSqueezeAndExcite } from './recipes/mobilenet-v3.js';
