import { offsetOf } from '../math/tensor.js';
import type { Index4 } from '../math/types.js';
import { ordinalOf } from '../timeline/cells.js';
import type { Moment } from '../timeline/types.js';
import { landedOn, layersBefore } from './layers.js';

/** An output cell at a moment of the run. */
export interface OutputState {
  /** Its final value, in a scatter walk the sum so far; null before there is anything. */
  readonly value: number | null;
  /** The value is final. */
  readonly done: boolean;
  /** Products that lie on it, of a scatter walk; 0 elsewhere. */
  readonly layers: number;
}

const pending: OutputState = { value: null, done: false, layers: 0 };

/** Has the run made this cell already? Earlier stages are finished, later ones not begun. */
export function outputState(moment: Moment, stage: number, cell: Index4): OutputState {
  const { frame, stages, partial } = moment;
  const view = stages[stage];
  const final = (layers = 0): OutputState => ({
    value: view.output.data[offsetOf(view.stage.output, cell)],
    done: true,
    layers,
  });
  if (stage !== frame.stage) return stage < frame.stage ? final() : pending;
  const { stamp } = frame;
  if (!stamp) return ordinalOf(view.stage, cell) < frame.cellsDone ? final() : pending;
  const landed = landedOn(stamp).has(String(cell));
  const layers = layersBefore(view.stage, frame.ordinal, cell) + Number(landed);
  if (frame.cellsDone === frame.cells) return final(layers);
  if (layers === 0 || !partial) return { ...pending, layers };
  const [, ...place] = cell;
  const sums = landed ? partial.after : partial.before;
  return {
    value: sums.data[offsetOf(sums.shape, [sums.shape[0] === 1 ? 0 : cell[0], ...place])],
    done: false,
    layers,
  };
}
