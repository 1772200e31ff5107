/** The room's public names. */
export type { Block, BlockSize } from './types.js';
export { blockNamed, blockOfNetwork, blocks } from './blocks.js';
export { costOf, kernelWeights, plainLayerCost } from './cost.js';
export type { Cost } from './cost.js';
export { nonlinearityOf, runBlock } from './run.js';
export type { BlockRun, RunLayer } from './run.js';
export { understoodBlock } from './understood.js';
export type { BlockSettings, KnobChoice, UnderstoodBlock } from './understood.js';
