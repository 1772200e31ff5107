import type { Moment } from '../../timeline/types.js';
import { biasGroup } from './bias.js';
import { gridContext, type GridOptions } from './context.js';
import { inputGroup } from './input.js';
import { outputGroup } from './output.js';
import type { GridGroup } from './types.js';
import { weightsGroup } from './weights.js';

/**
 * The tables of a stage, the 2-D equal of the scene: its input, the weights in hand, the biases and its output, one table a
 * channel. All numbers are the moment's; what is done follows from its frame.
 */
export function gridModel(moment: Moment, options: GridOptions): readonly GridGroup[] {
  const context = gridContext(moment, options);
  const bias = biasGroup(context);
  return [inputGroup(context), weightsGroup(context), ...(bias ? [bias] : []), outputGroup(context)];
}
