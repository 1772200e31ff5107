/** A network as tiles: one a row that has any of what is measured, those of a kind together. */
import { hierarchy, treemap, treemapSquarify } from 'd3';
import type { NetworkRow } from '../../networks/index.js';
import { groupOf, kindGroups, type KindGroup, type Measure } from './groups.js';

export interface Tile {
  readonly row: NetworkRow;
  readonly group: KindGroup;
  readonly value: number;
  /** 0 … 1, of the whole. */
  readonly share: number;
  /** Pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Branch {
  readonly row: NetworkRow | null;
  readonly children: readonly Branch[];
}

/** Tiles that fill a picture; none where there is nothing to measure. */
export function treemapTiles(
  rows: readonly NetworkRow[],
  measure: Measure,
  [width, height]: readonly [number, number],
): readonly Tile[] {
  const parts = kindGroups.map((group) => rows.filter((row) => row[measure] > 0 && groupOf(row) === group));
  const branches = parts
    .filter((part) => part.length > 0)
    .map((part): Branch => ({ row: null, children: part.map((row) => ({ row, children: [] })) }));
  if (branches.length === 0) return [];
  const root = hierarchy<Branch>({ row: null, children: branches }, ({ children }) => [...children])
    .sum(({ row }) => row?.[measure] ?? 0)
    .sort((one, other) => (other.value ?? 0) - (one.value ?? 0));
  const whole = root.value ?? 0;
  const placed = treemap<Branch>()
    .tile(treemapSquarify.ratio(1.4))
    .size([width, height])
    .paddingInner(2)
    .round(true)(root);
  return placed.leaves().flatMap(({ data: { row }, value = 0, x0, y0, x1, y1 }) =>
    row === null
      ? []
      : [
          {
            row,
            group: groupOf(row),
            value,
            share: value / whole,
            x: x0,
            y: y0,
            width: x1 - x0,
            height: y1 - y0,
          },
        ],
  );
}
