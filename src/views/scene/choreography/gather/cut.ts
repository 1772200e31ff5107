/** A padding larger than the border of zeros cuts into the input: the cells that are cut off are struck out. */
import { cellAtPlace, placeOfCell } from '../../../../math/gather-form.js';
import { NOWHERE } from '../../../../math/incidence.js';
import type { Comb, Teeth } from '../../layout/comb.js';
import { boxOfCells } from '../../layout/lattice.js';
import type { Line } from '../../staging.js';
import { line, rectangle } from '../lines.js';
import { insertion } from './grid.js';
import type { GatherScene } from './scene.js';

/** More cut cells than this are glass alone. */
const mostStruck = 200;

/** Cells that are cut off turn to glass; null where none are. */
export function keptCells({ layout }: GatherScene): Comb | null {
  const teeth = layout.form.axes.map((axis): Teeth => {
    const cells = Array.from({ length: axis.size }, (_, place) => cellAtPlace(axis, place)).filter(
      (cell) => cell !== NOWHERE,
    );
    return { from: cells[0] ?? 0, step: 1, count: cells.length };
  });
  const [rows, columns] = teeth;
  const [width, height, depth] = layout.stretched.counts;
  if (rows.count === height && columns.count === width) return null;
  return [columns, rows, { from: 0, step: 1, count: depth }, { from: 0, step: 1, count: 1 }];
}

export function cutLines(scene: GatherScene): Line[] {
  const { layout } = scene;
  const { moved } = insertion(scene);
  if (moved < 1 || keptCells(scene) === null) return [];
  const [rows, columns] = layout.form.axes;
  const [width, height] = layout.stretched.counts;
  const cut = Array.from(
    { length: width * height },
    (_, i) => [Math.floor(i / width), i % width] as const,
  ).filter(([row, column]) => placeOfCell(rows, row) === NOWHERE || placeOfCell(columns, column) === NOWHERE);
  if (cut.length > mostStruck) return [];
  const look = { station: 'bench', tone: 'accent', opacity: 0.75 } as const;
  return cut.flatMap(([row, column]) => {
    const { min, max } = boxOfCells(layout.stretched, [column, row, 0, 0], [column, row, 0, 0]);
    const front = max[2] + 0.02;
    return [
      line([min[0], min[1], front], [max[0], max[1], front], { ...look, thickness: 0.05 }),
      ...rectangle({ min, max }, front, { ...look, tone: 'muted', dash: 0.2, thickness: 0.03 }),
    ];
  });
}
