import { termsOf } from '../math/incidence.js';
import type { Plan } from '../math/types.js';
import { atStop, segmentAt, type Segment } from './beats.js';
import { cellAt, cellCount } from './cells.js';
import { clampStep, positionOf, stepsOf, type Position } from './position.js';
import { cellOfStamp, stampAt } from './stamp.js';
import type { Frame, Walk } from './types.js';
import { segmentsOfUnit } from './units.js';
import { usefulBefore, usefulOf } from './useful.js';

/**
 * What is true at a step: a function of (plan, step, walk) alone.
 *
 * @param plan must have stages
 * @param step dense terms done; a fraction lies inside a term; what is out of range is clamped
 */
export function frameAt(plan: Plan, step: number, walk: Walk = 'output'): Frame {
  const located = positionOf(plan, step, walk);
  const { stage, unit } = located;
  const segments = segmentsOfUnit(unit);
  const within = atStop(segments, located.within);
  const position = { ...located, within };
  const segment = segmentAt(segments, within);
  const started = within > 0;
  const finished = within >= unit.terms;
  const taps = stage.kernel[0] * stage.kernel[1];
  const shared = {
    step: clampStep(plan, step, walk),
    steps: stepsOf(plan, walk),
    walk: unit.walk,
    stage: stage.index,
    cellsDone: unit.first + (finished ? unit.lanes : 0),
    cells: cellCount(stage, walk),
    ordinal: unit.first,
    taps,
    beat: started ? segment.beat : ('start' as const),
    progress: started ? Math.min((within - segment.from) / (segment.to - segment.from), 1) : 1,
  };
  return unit.walk === 'input'
    ? { ...shared, ...scattering(position, segment) }
    : { ...shared, ...gathering(position, segment) };
}

type Walked = Pick<Frame, 'cell' | 'lanes' | 'stamp' | 'terms' | 'term' | 'channels' | 'channel' | 'useful'>;

function gathering({ stage, unit, within }: Position, segment: Segment): Walked {
  const lanes = Array.from({ length: unit.lanes }, (_, lane) => cellAt(stage, unit.first + lane));
  const [cell] = lanes;
  const terms = termsOf(stage, cell);
  const taps = stage.kernel[0] * stage.kernel[1];
  const term = within > 0 ? termsDone(segment, within, taps, terms.length) : 0;
  const real = terms.slice(0, term).filter(({ input }) => input).length;
  return {
    cell,
    lanes,
    stamp: null,
    terms,
    term,
    channels: terms.length / taps,
    channel: segment.channel,
    useful: { done: usefulBefore(unit) + real * unit.lanes, total: usefulOf(stage) },
  };
}

/** Whole terms added; the last row is summed before its last step ends, because merge, bias and write share it. */
function termsDone({ beat, to, channel }: Segment, within: number, taps: number, terms: number): number {
  if (beat === 'add') return within >= to ? (channel + 1) * taps : Math.floor(within);
  const isAfter = ['merge', 'bias', 'activate', 'write', 'glue'].includes(beat);
  return isAfter ? terms : 0;
}

function scattering({ stage, unit, within }: Position, { beat, to }: Segment): Walked {
  const pressing = beat === 'press';
  const isAfter = beat === 'bias' || beat === 'activate';
  const landed = isAfter || (pressing && within >= to) ? unit.terms : pressing ? Math.floor(within) : 0;
  const stamp = stampAt(stage, unit.first, landed);
  const cell = cellOfStamp(stamp);
  const terms = termsOf(stage, cell);
  const own = terms.findIndex(({ input }) => String(input) === String(stamp.input));
  const hasLanded = stamp.entries.slice(0, landed).some(({ output }) => String(output) === String(cell));
  const taps = stage.kernel[0] * stage.kernel[1];
  return {
    cell,
    lanes: [cell],
    stamp,
    terms,
    term: Math.max(own, 0) + (hasLanded ? 1 : 0),
    channels: terms.length / taps,
    channel: Math.floor(Math.max(own, 0) / taps),
    useful: {
      done: usefulBefore(unit) + stamp.entries.slice(0, landed).filter(({ output }) => output).length,
      total: usefulOf(stage),
    },
  };
}
