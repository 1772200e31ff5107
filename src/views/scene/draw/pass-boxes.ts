/** Which boxes of a volume each of its two passes has to look at: a block of them, so that it is arithmetic for the shader. */
import type { Teeth } from '../layout/comb.js';
import type { Places } from '../layout/lattice.js';
import type { VolumeState } from '../staging.js';

/** Boxes from `first` on, `counts` of them on each axis; the shader still leaves out what does not belong to its pass. */
export interface BoxBlock {
  readonly first: Places;
  readonly counts: Places;
}

/** Filled: each of its boxes hides what is behind it. */
export interface OpaqueBlock extends BoxBlock {
  readonly isFilled: boolean;
}

/** Order numbers only grow along an axis. */
type State = Pick<VolumeState, 'lattice' | 'solid' | 'done' | 'order' | 'ghosts'>;

/** Places of one axis: from the first to before the end. */
type Span = readonly [first: number, end: number];

const axes = [0, 1, 2, 3] as const;
const repeatAxis = 3;

/** Holds every box that hides what is behind it. */
export function opaqueBlock(state: State): OpaqueBlock {
  const { lattice, solid, ghosts, order } = state;
  const spans = axes.map((axis): Span => {
    const [first, end] = axis === repeatAxis ? besideGhosts(state) : [0, lattice.counts[axis]];
    const { from, step, count } = solid?.[axis] ?? { from: 0, step: 1, count: Infinity };
    const afterLast = count > 0 ? from + (count - 1) * step + 1 : 0;
    return [Math.max(first, from), Math.min(end, afterLast, doneOn(state, axis, 0))];
  });
  const last = axes.reduce<number>(
    (sum, axis) => sum + order.strides[axis] * (spans[axis][1] - 1),
    order.offset,
  );
  const isEven = !solid || solid.every(({ step, count }) => step === 1 || count === 1);
  const isWide = !lattice.slabs || (isWhole(state, 0) && isWhole(state, 1));
  const [first, end] = spans[repeatAxis];
  const isHere = first > ghosts[1] || end <= ghosts[0];
  return { ...blockOf(state, spans), isFilled: isEven && isWide && isHere && last < Math.fround(state.done) };
}

/** Holds every box that something is seen through. */
export function seenThroughBlock(state: State): BoxBlock {
  const { lattice, ghosts } = state;
  const all = axes.map((axis): Span => [0, lattice.counts[axis]]);
  if (!axes.every((axis) => isWhole(state, axis))) return blockOf(state, all);
  const unfinished = all.map(([, end], axis): Span => [doneOn(state, axis, 1), end]);
  if (ghosts[1] < 0) return blockOf(state, unfinished);
  if (unfinished.every(([first, end]) => first < end)) return blockOf(state, all);
  all[repeatAxis] = [ghosts[0], Math.min(ghosts[1] + 1, lattice.counts[repeatAxis])];
  return blockOf(state, all);
}

/** The copies that are not away, where these are first or last; else all. */
function besideGhosts({ lattice, ghosts: [first, last] }: State): Span {
  const count = lattice.counts[repeatAxis];
  if (last < 0) return [0, count];
  return first <= 0 ? [last + 1, count] : [0, last + 1 < count ? count : first];
}

/** 1 for an axis that has no more faces to show than those of the outermost boxes: between boxes nothing is seen. */
export type Shell = readonly [column: number, row: number, depth: number];

/** How many faces of a block there are to draw, square to each axis. */
export function facesOf({ counts }: BoxBlock, shell: Shell): readonly number[] {
  const all = counts.reduce((product, count) => product * count);
  return shell.map((isShell, axis) => (isShell ? all / (counts[axis] || 1) : all));
}

/**
 * Places on an axis, from its beginning, that come before `done`.
 * @param others where on the other axes: 0 at their beginnings, 1 at their ends
 */
function doneOn({ lattice: { counts }, done, order }: State, axis: number, others: number): number {
  const { offset, strides } = order;
  const away = axes.reduce<number>(
    (sum, other) => sum + (other === axis ? 0 : strides[other] * (counts[other] - 1)),
    0,
  );
  // The shader compares with a number of single precision.
  const room = Math.fround(done) - offset - others * away;
  const places = strides[axis] > 0 ? Math.ceil(room / strides[axis]) : room > 0 ? Infinity : 0;
  return Math.min(Math.max(places, 0), counts[axis]);
}

/** No place on the axis turns to glass. */
function isWhole({ lattice: { counts }, solid }: State, axis: number): boolean {
  const { from, step, count }: Teeth = solid?.[axis] ?? { from: 0, step: 1, count: Infinity };
  return from === 0 && count >= counts[axis] && (step === 1 || counts[axis] === 1);
}

/** A slab is one box on two of the axes. */
function blockOf({ lattice }: State, spans: readonly Span[]): BoxBlock {
  const isEmpty = spans.some(([first, end]) => end <= first);
  const boxes = spans.map((span, axis): Span => (lattice.slabs && axis < 2 ? [0, 1] : span));
  const first = boxes.map(([from]) => from) as unknown as Places;
  return { first, counts: boxes.map(([from, end]) => (isEmpty ? 0 : end - from)) as unknown as Places };
}
