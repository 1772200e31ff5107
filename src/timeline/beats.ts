/** How the dense terms of one output cell are divided into beats. */
import type { Beat } from './types.js';

/** A stretch of one cell's steps: 0 is the cell's first moment, its number of terms the last. */
export interface Segment {
  readonly beat: Beat;
  readonly from: number;
  readonly to: number;
  /** Bench row that is added; 0 before 'add', the last one after it. */
  readonly channel: number;
  /** Milliseconds at speed 1 when the cell is shown in full. */
  readonly duration: number;
}

/** What a cell's beats depend on. */
export interface CellShape {
  /** Channels read: bench rows. */
  readonly channels: number;
  /** Terms of one channel: kh · kw. */
  readonly taps: number;
  readonly bias: boolean;
  /** First cell of its filter: the filter rises from the rack first. */
  readonly bringsFilter: boolean;
}

const duration: Readonly<Record<Beat, number>> = {
  start: 0,
  filter: 600,
  place: 300,
  lift: 500,
  weigh: 500,
  add: 300,
  merge: 600,
  bias: 300,
  write: 400,
};

/** Share of the first term's step that is spent before anything is added, and of the last term's after it. */
const overture = 0.75;

/**
 * The beats of a cell in order. Step n of a cell means "n terms added", so what happens before the first sum lies
 * inside the first term's step, and what happens after the last inside the last term's.
 */
export function segmentsOf({ channels, taps, bias, bringsFilter }: CellShape): readonly Segment[] {
  const terms = channels * taps;
  const before: Beat[] = bringsFilter ? ['filter', 'place', 'lift', 'weigh'] : ['place', 'lift', 'weigh'];
  const after: Beat[] = ['write'];
  if (bias) after.unshift('bias');
  if (channels > 1) after.unshift('merge');
  const single = terms === 1;
  const share = single ? 1 / (before.length + 1 + after.length) : 0;
  const beforeEach = single ? share : overture / before.length;
  const afterEach = single ? share : overture / after.length;
  const firstAdd = before.length * beforeEach;
  const lastAdd = terms - after.length * afterEach;
  const rows = Array.from({ length: channels }, (_, channel): Segment => {
    const from = channel === 0 ? firstAdd : channel * taps;
    const to = channel === channels - 1 ? lastAdd : (channel + 1) * taps;
    return { beat: 'add', from, to, channel, duration: duration.add };
  });
  return [
    ...before.map((beat, i) => segment(beat, i * beforeEach, (i + 1) * beforeEach, 0)),
    ...rows,
    ...after.map((beat, i) => {
      const to = i === after.length - 1 ? terms : lastAdd + (i + 1) * afterEach;
      return segment(beat, lastAdd + i * afterEach, to, channels - 1);
    }),
  ];
}

function segment(beat: Beat, from: number, to: number, channel: number): Segment {
  return { beat, from, to, channel, duration: duration[beat] };
}

/** The segment that holds a moment of the cell; a border belongs to the segment that ends there. */
export function segmentAt(segments: readonly Segment[], within: number): Segment {
  return segments.find((each) => within <= each.to) ?? segments[segments.length - 1];
}
