/** What the table of transposed convolutions draws: crops against output paddings. */
import type { AxisLayer } from '../../math/padding-rules.js';
import { uncoveredAxis, type UncoveredAxis } from '../../math/uncovered.js';

export interface CropRow {
  readonly crop: number;
  readonly cells: readonly UncoveredAxis[];
}

/** Crops 0 to 2, and the output paddings that may be asked for, with the first that is refused. */
const mostCrop = 2;
const mostExtra = 4;

export function cropTable(layer: AxisLayer): readonly CropRow[] {
  const extras = Math.min(Math.max(layer.stride, layer.dilation), mostExtra);
  return Array.from({ length: mostCrop + 1 }, (_, crop) => ({
    crop,
    cells: Array.from({ length: extras + 1 }, (_extra, extra) => uncoveredAxis(layer, crop, extra)),
  }));
}

/** What the output padding uncovered. */
export type Uncovering = 'nothing' | 'real' | 'empty' | 'mixed' | 'refused';

export function uncoveringOf({ problem, extra, uncovered }: UncoveredAxis): Uncovering {
  if (problem) return 'refused';
  if (extra === 0) return 'nothing';
  const empty = uncovered.filter((value) => value === 0).length;
  return empty === 0 ? 'real' : empty === uncovered.length ? 'empty' : 'mixed';
}

/** A place of the drawing: a cell of the canvas of all stamps, or one beyond it. */
export interface CanvasPlace {
  readonly value: number;
  readonly kept: boolean;
  /** Kept because of the output padding. */
  readonly uncovered: boolean;
  /** No stamp reaches so far. */
  readonly beyond: boolean;
}

export function placesOf({ canvas, crop, output, extra, problem }: UncoveredAxis): readonly CanvasPlace[] {
  const end = problem ? 0 : crop + output;
  return Array.from({ length: Math.max(canvas.length, end) }, (_, place) => {
    const kept = place >= crop && place < end;
    return {
      value: canvas[place] ?? 0,
      kept,
      uncovered: kept && place >= end - extra,
      beyond: place >= canvas.length,
    };
  });
}
