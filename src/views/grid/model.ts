import type { Moment } from '../../timeline/types.js';
import { gridContext, type GridOptions } from './context.js';
import { inputGroup } from './input.js';
import { outputGroup } from './output.js';
import type { GridGroup } from './types.js';
import { weightsGroup } from './weights.js';

/**
 * The tables of the stage that runs, the 2-D equal of the scene: its input, the slices of the filter in hand and
 * its output, one table a channel. All numbers are the moment's; what is done follows from its frame.
 */
export function gridModel(moment: Moment, options: GridOptions): readonly GridGroup[] {
  const context = gridContext(moment, options);
  return [inputGroup(context), weightsGroup(context), outputGroup(context)];
}
