/**
 * The sheet turns by 180° about the line that runs down at 45° from its top-left corner, seen from the front: what lies
 * along the line stays, what lies across it shrinks to nothing and comes out on the other side, rows and columns changed.
 */
import type { Geometry } from './geometry.js';

/** The sheet on its way: 0 as it lay, 1 turned over. */
export interface Turn {
  /** Cosine of the angle, 1 … −1. */
  readonly across: number;
  /** What moves a point of the sheet, from its own corner, as in CanvasTransform.setTransform(a, b, b, a, …). */
  readonly same: number;
  readonly swapped: number;
}

/** @param progress 0 … 1, in even time; the turn itself gathers speed and slows down */
export function turnAt(progress: number): Turn {
  const eased = progress < 0.5 ? 2 * progress * progress : 1 - 2 * (1 - progress) * (1 - progress);
  const across = progress >= 1 ? -1 : Math.cos(Math.PI * eased);
  return { across, same: (1 + across) / 2, swapped: (1 - across) / 2 };
}

/** Where a point of the sheet, counted from the corner, is seen. */
export function turned({ same, swapped }: Turn, x: number, y: number): readonly [x: number, y: number] {
  return [same * x + swapped * y, swapped * x + same * y];
}

/** Between the places of the sheet before and after; the map is as high as both need, because the sheet leans out. */
export function between(before: Geometry, after: Geometry, progress: number): Geometry {
  const mix = (key: 'cell' | 'head' | 'gap' | 'left' | 'top' | 'width'): number =>
    before[key] + (after[key] - before[key]) * progress;
  return {
    size: before.size,
    cell: mix('cell'),
    head: mix('head'),
    gap: mix('gap'),
    left: mix('left'),
    top: mix('top'),
    scrollX: 0,
    scrollY: 0,
    width: mix('width'),
    height: Math.max(before.height, after.height),
    loose: true,
  };
}
