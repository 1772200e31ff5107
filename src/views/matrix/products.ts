import type { Moment } from '../../timeline/types.js';
import type { MatrixModel } from './model.js';

/** Entries of a line that are listed one by one. */
export const mostListed = 64;

/** The run's own products of the line in focus; null where the line is not the row of a cell in the making. */
export function productsInRun(
  { line, sheet }: MatrixModel,
  { frame, values, alongside }: Moment,
): Float32Array | null {
  if (sheet.turned || line.axis !== 'row' || frame.stage !== sheet.stage.index || frame.stamp) return null;
  const key = String(line.cell);
  const own = [values, ...alongside].find((each) => each !== null && String(each.cell) === key);
  if (!own || key !== String(frame.cell)) return null;
  const places = new Map(frame.terms.map(({ input }, term) => [String(input), term]));
  const terms = line.entries.slice(0, mostListed).map(({ cell }) => places.get(String(cell)));
  if (terms.some((term) => term === undefined)) return null;
  return Float32Array.from(terms, (term) => own.product[term!]);
}
