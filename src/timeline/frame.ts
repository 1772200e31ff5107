import { termsOf } from '../math/incidence.js';
import type { Plan } from '../math/types.js';
import { segmentAt, type Segment } from './beats.js';
import { cellAt, cellCount } from './cells.js';
import { clampStep, positionOf, segmentsOfCell, stepsOf } from './position.js';
import type { Frame, Walk } from './types.js';

/**
 * What is true at a step: a function of (plan, step) alone.
 *
 * @param plan must have stages
 * @param step dense terms done; a fraction lies inside a term; what is out of range is clamped
 */
export function frameAt(plan: Plan, step: number, walk: Walk = 'output'): Frame {
  const position = positionOf(plan, step);
  const { stage, ordinal, within } = position;
  const cell = cellAt(stage, ordinal);
  const terms = termsOf(stage, cell);
  const taps = stage.kernel[0] * stage.kernel[1];
  const segment = segmentAt(segmentsOfCell(stage, ordinal), within);
  const started = within > 0;
  const finished = within >= terms.length;
  return {
    step: clampStep(plan, step),
    steps: stepsOf(plan),
    walk,
    stage: stage.index,
    cellsDone: ordinal + (finished ? 1 : 0),
    cells: cellCount(stage),
    cell,
    ordinal,
    terms,
    term: started ? termsDone(segment, within, taps, terms.length) : 0,
    beat: started ? segment.beat : 'start',
    progress: started ? Math.min((within - segment.from) / (segment.to - segment.from), 1) : 1,
    channels: terms.length / taps,
    taps,
    channel: segment.channel,
  };
}

/** Whole terms added; the last row is summed before its last step ends, because merge, bias and write share it. */
function termsDone({ beat, to, channel }: Segment, within: number, taps: number, terms: number): number {
  if (beat === 'add') return within >= to ? (channel + 1) * taps : Math.floor(within);
  return beat === 'merge' || beat === 'bias' || beat === 'write' ? terms : 0;
}
