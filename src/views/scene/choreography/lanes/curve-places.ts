/** Where the curves of the lanes' activations stand. */
import type { Stage } from '../../../../math/types.js';
import { isRest, partialCentre, type Bench, type BenchRow } from '../../layout/bench.js';
import type { Box } from '../../layout/space.js';
import { chipBox } from '../activation.js';

/** Cell units from row to row that a curve needs. */
const room = 5.8;

export interface Rows<Row extends BenchRow = BenchRow> {
  readonly stage: Stage;
  readonly bench: Bench;
  readonly rows: readonly Row[];
}

export function rowsWithCurve<Row extends BenchRow>({ stage, rows }: Rows<Row>): readonly Row[] {
  const pitches = rows.slice(1).map(({ y }, i) => rows[i].y - y);
  if (stage.activation === 'none' || Math.min(...pitches, Infinity) < room) return [];
  return rows.filter((row) => !isRest(row));
}

export function curveBoxes(rows: Rows): Box[] {
  return rowsWithCurve(rows).map((row) => chipBox(partialCentre(rows.bench, row), -1));
}
