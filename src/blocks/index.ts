/** The room's public names. */
export type { Block, BlockSize } from './types.js';
export { blockNamed, blocks } from './blocks.js';
export { costOf, kernelWeights, plainLayerCost } from './cost.js';
export type { Cost } from './cost.js';
export { nonlinearityOf, runBlock } from './run.js';
export type { BlockRun, RunLayer } from './run.js';
