/** Which cells of every layer feed one output: the relation composed, layer by layer, not a bounding box. */
import { axesOf } from '../../math/incidence.js';
import { pathsFrom, spanOfPaths } from '../../math/paths.js';
import type { PathLayer } from '../../math/paths.js';
import type { Pair, Stage } from '../../math/types.js';

/** One axis of a grid, counted from 0, ascending. */
export interface LitAxis {
  /** Cells from which a path leads to the output. */
  readonly lit: readonly number[];
  /** Places of the padding around the grid that the next layer reads: zeros, so nothing lies behind them. */
  readonly padding: readonly number[];
}

export interface LitGrid {
  readonly rows: LitAxis;
  readonly columns: LitAxis;
}

/** The grids from the input to the output, one more than layers; the cells of a plane are rows × columns. */
export function litGrids(stages: readonly Stage[], [row, column]: Pair): LitGrid[] {
  const rows = litAlong(stages, 0, row);
  const columns = litAlong(stages, 1, column);
  return rows.map((axis, level) => ({ rows: axis, columns: columns[level] }));
}

/** First and last pixel of an output's field per axis, as if the image had no borders; what lies outside it is clipped. */
export function fieldOf(
  stages: readonly Stage[],
  output: Pair,
): readonly [rows: FieldSpan, columns: FieldSpan] {
  const along = (axis: 0 | 1): FieldSpan => {
    const layers = layersAlong(stages, axis).map((layer) => ({ ...layer, input: null }));
    const { first, last } = spanOfPaths(pathsFrom(layers, output[axis]));
    return { first, last, clipped: first < 0 || last >= (stages[0]?.input[axis + 1] ?? Infinity) };
  };
  return [along(0), along(1)];
}

export interface FieldSpan {
  readonly first: number;
  readonly last: number;
  /** Does it reach beyond the image? */
  readonly clipped: boolean;
}

function layersAlong(stages: readonly Stage[], axis: 0 | 1): PathLayer[] {
  return stages.map((stage) => ({ ...axesOf(stage)[axis], op: stage.op, input: stage.input[axis + 1] }));
}

function litAlong(stages: readonly Stage[], axis: 0 | 1, output: number): LitAxis[] {
  const layers = layersAlong(stages, axis);
  const grids = layers.map((layer, level): LitAxis => {
    const paths = pathsFrom([{ ...layer, input: null }, ...layers.slice(level + 1)], output);
    const places = [...paths.keys()].sort((a, b) => a - b);
    const isReal = (place: number): boolean => place >= 0 && place < layer.input!;
    const padding = layer.op === 'conv' ? places.filter((place) => !isReal(place)) : [];
    return { lit: places.filter(isReal), padding };
  });
  return [...grids, { lit: [output], padding: [] }];
}

/** Runs of neighbours: [1, 2, 3, 5] → [[1, 3], [5, 5]]. */
export function runsOf(places: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run && run[1] === place - 1) run[1] = place;
    else runs.push([place, place]);
  }
  return runs;
}
