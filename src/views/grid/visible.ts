/** Which part of a tensor fits: all of a small one, of a big one the surroundings of what is in hand. */
import type { ShownAxis } from './types.js';

/** Axes up to this many cells, padding included, are shown whole. */
const longestWhole = 16;
/** A crop shows the span and this much more, within its bounds. */
const cropMargin = 5;
const shortestCrop = 8;
const longestCrop = 12;
/** A crop moves in jumps, so that most steps of the window leave the table where it is. */
const cropJump = 4;

/** What is to be seen of an axis. */
export interface AxisNeed {
  /** Cells of the tensor. */
  readonly size: number;
  readonly paddingBefore: number;
  readonly paddingAfter: number;
  /** First and last position that should be in sight. */
  readonly span: { readonly first: number; readonly last: number };
  /** A position that must be in sight, e.g. of the focused cell; the crop moves no farther than it has to. */
  readonly kept?: number | undefined;
  readonly label?: ShownAxis['label'];
}

/** The positions of an axis that are shown. A function of the need alone: walking and jumping give the same crop. */
export function shownAxis({ size, paddingBefore, paddingAfter, span, kept, label }: AxisNeed): ShownAxis {
  const length = paddingBefore + size + paddingAfter;
  const axis = { size, first: -paddingBefore, last: size + paddingAfter - 1, ...(label ? { label } : {}) };
  if (length <= longestWhole) return { ...axis, positions: positions(axis.first, length), hidden: 0 };
  const reach = span.last - span.first + 1;
  const crop = Math.min(Math.max(reach + cropMargin, shortestCrop), longestCrop);
  const wanted = keepInSight(cropStart(span.first, Math.max(crop - reach, 0)), crop, kept);
  const start = Math.min(Math.max(wanted, axis.first), axis.last - crop + 1);
  return { ...axis, positions: positions(start, crop), hidden: length - crop };
}

/** Where a crop begins that holds a span near its middle, with `slack` cells around it, and moves in jumps. */
function cropStart(first: number, slack: number): number {
  const jump = Math.max(Math.min(cropJump, slack), 1);
  return Math.floor((first - Math.floor((slack - jump + 1) / 2)) / jump) * jump;
}

function keepInSight(start: number, crop: number, kept: number | undefined): number {
  if (kept === undefined) return start;
  return Math.min(Math.max(start, kept - crop + 1), kept);
}

function positions(first: number, length: number): number[] {
  return Array.from({ length }, (_, i) => first + i);
}

/** At most `most` of `count` channels: the current one with its neighbours, in order. */
export function shownChannels(count: number, current: number, most: number): readonly number[] {
  const first = Math.min(Math.max(current - 1, 0), Math.max(count - most, 0));
  return positions(first, Math.min(count, most));
}
