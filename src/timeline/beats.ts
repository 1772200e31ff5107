/** How the dense terms of one cell are divided into beats. */
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

/** What ends a cell once its products are added. */
interface Ending {
  readonly bias: boolean;
  readonly activation: boolean;
}

/** What an output cell's beats depend on. */
export interface CellShape extends Ending {
  /** Channels read: bench rows. */
  readonly channels: number;
  /** Terms of one channel: kh · kw. */
  readonly taps: number;
  /** First cell of its filter: the filter rises from the rack first. */
  readonly bringsFilter: boolean;
  /** False where the values of the cell before are used again. */
  readonly takesValues: boolean;
  /** First cell of a stage in lanes. */
  readonly spreads: boolean;
  /** Last cell of a stage in lanes. */
  readonly glues: boolean;
  /** First cell of a transposed convolution. */
  readonly inserts: boolean;
}

/** What the beats of an input cell of a scatter walk depend on; `bias` and `activation` end the last one. */
export interface StampShape extends Ending {
  /** Products that the cell spreads to. */
  readonly terms: number;
  readonly bringsFilter: boolean;
}

const duration: Readonly<Record<Beat, number>> = {
  start: 0,
  spread: 600,
  insert: 900,
  filter: 600,
  place: 300,
  lift: 500,
  weigh: 500,
  add: 300,
  merge: 600,
  bias: 300,
  activate: 400,
  write: 400,
  glue: 600,
  stamp: 700,
  press: 900,
};

/** Of a cell with one term a channel: its product is its partial. */
const addOneProduct = 120;

/** Share of the first term's step that is spent before anything is added, and of the last term's after it. */
const overture = 0.75;

/**
 * The beats of an output cell in order. Step n of a cell means "n terms added", so what happens before the first sum
 * lies inside the first term's step, and what happens after the last inside the last term's.
 */
export function segmentsOf(shape: CellShape): readonly Segment[] {
  const { channels, taps } = shape;
  const before = chosen({
    spread: shape.spreads,
    insert: shape.inserts,
    filter: shape.bringsFilter,
    place: shape.takesValues,
    lift: shape.takesValues,
    weigh: true,
  });
  const after = chosen({
    merge: channels > 1,
    bias: shape.bias,
    activate: shape.activation,
    write: true,
    glue: shape.glues,
  });
  return around(before, after, channels * taps, (firstAdd, lastAdd) =>
    Array.from({ length: channels }, (_, channel): Segment => {
      const from = channel === 0 ? firstAdd : channel * taps;
      const to = channel === channels - 1 ? lastAdd : (channel + 1) * taps;
      return { beat: 'add', from, to, channel, duration: taps === 1 ? addOneProduct : duration.add };
    }),
  );
}

/** The beats of an input cell of a scatter walk: its products are made, carried over their places, and added there. */
export function segmentsOfStamp({ terms, bringsFilter, bias, activation }: StampShape): readonly Segment[] {
  const before = chosen({ filter: bringsFilter, place: true, lift: true, weigh: true, stamp: true });
  const after = chosen({ bias, activate: activation });
  return around(before, after, terms, (from, to) => [
    { beat: 'press', from, to, channel: 0, duration: duration.press },
  ]);
}

function chosen(wanted: Partial<Record<Beat, boolean>>): Beat[] {
  return (Object.keys(wanted) as Beat[]).filter((beat) => wanted[beat]);
}

/** Beats before the first sum, the sums, and beats after the last; a single term is shared out evenly. */
function around(
  before: readonly Beat[],
  after: readonly Beat[],
  terms: number,
  sums: (from: number, to: number) => readonly Segment[],
): readonly Segment[] {
  const even = 1 / (before.length + 1 + after.length);
  const beforeEach = terms === 1 ? even : overture / before.length;
  const afterEach = after.length === 0 ? 0 : terms === 1 ? even : overture / after.length;
  const first = before.length * beforeEach;
  const last = terms - after.length * afterEach;
  const added = sums(first, last);
  const lastChannel = added[added.length - 1].channel;
  return [
    ...before.map((beat, i) => segment(beat, i * beforeEach, (i + 1) * beforeEach, 0)),
    ...added,
    ...after.map((beat, i) => {
      const to = i === after.length - 1 ? terms : last + (i + 1) * afterEach;
      return segment(beat, last + i * afterEach, to, lastChannel);
    }),
  ];
}

function segment(beat: Beat, from: number, to: number, channel: number): Segment {
  return { beat, from, to, channel, duration: duration[beat] };
}

/** Terms; sharing steps among lanes and back costs a few bits. */
const hair = 1e-7;

/** A moment of the cell that a hair parts from a stop, or from a whole term, is that one. */
export function atStop(segments: readonly Segment[], within: number): number {
  const stops = [Math.round(within), ...segments.map(({ to }) => to)];
  return stops.find((stop) => Math.abs(stop - within) < hair) ?? within;
}

/** The segment that holds a moment of the cell; a border belongs to the segment that ends there. */
export function segmentAt(segments: readonly Segment[], within: number): Segment {
  return segments.find((each) => within <= each.to) ?? segments[segments.length - 1];
}
