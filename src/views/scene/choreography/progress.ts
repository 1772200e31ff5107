/** How far each beat of the current cell has come, and the shapes that motion takes. Functions of the frame alone. */
import { segmentsOfCell } from '../../../timeline/position.js';
import type { Beat, Frame } from '../../../timeline/types.js';
import type { Stage } from '../../../math/types.js';

const order: readonly Beat[] = [
  'start',
  'spread',
  'insert',
  'filter',
  'place',
  'lift',
  'weigh',
  'stamp',
  'add',
  'press',
  'merge',
  'bias',
  'activate',
  'write',
  'glue',
];

/** 0 before a beat, 1 after it, between them its own progress. A beat that the cell leaves out jumps from 0 to 1. */
export function progressOf(frame: Frame, beat: Beat): number {
  const behind = order.indexOf(frame.beat) - order.indexOf(beat);
  return behind === 0 ? frame.progress : behind > 0 ? 1 : 0;
}

/** Terms of a bench row that have been added, and how far the next one is on its way (0 … 1). */
export interface RowProgress {
  readonly added: number;
  readonly moving: number;
}

/** Whole terms as the frame counts them; the one on its way moves within its own step of the run. */
export function rowProgress(frame: Frame, stage: Stage, channel: number): RowProgress {
  const { taps, term } = frame;
  const added = Math.min(Math.max(term - channel * taps, 0), taps);
  if (frame.beat !== 'add' || frame.channel !== channel || added >= taps) return { added, moving: 0 };
  const segment = segmentsOfCell(stage, frame.ordinal, frame.walk).find(
    (each) => each.beat === 'add' && each.channel === channel,
  );
  if (!segment) return { added, moving: 0 };
  const within = segment.from + frame.progress * (segment.to - segment.from);
  const from = Math.max(term, segment.from);
  const to = Math.min(term + 1, segment.to);
  return { added, moving: Math.min(Math.max((within - from) / (to - from), 0), 1) };
}

/** Slow, fast, slow: a thing that starts and ends at rest. */
export function ease(share: number): number {
  return share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
}

/** Fast, then settling: a thing that appears. */
export function settle(share: number): number {
  return 1 - (1 - share) ** 3;
}

/** Up and down again. */
export function bump(share: number): number {
  return Math.sin(Math.PI * share);
}

/** Progress of one of `count` things that start one after the other; each takes `length` of the whole. */
export function staggered(share: number, which: number, count: number, length = 0.55): number {
  if (count <= 1) return share;
  const start = ((1 - length) * which) / (count - 1);
  return Math.min(Math.max((share - start) / length, 0), 1);
}
