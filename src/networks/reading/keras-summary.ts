/** A network from what Keras' `model.summary()` printed. */
import { shapeText } from '../plain-rows.js';
import { totals } from '../totals.js';
import type { LayerRow, Shape } from '../types.js';
import { understand } from '../understand.js';
import { assumedInput } from './keras-input.js';
import { keepsShape, layerOf, wholeType } from './keras-layers.js';
import { Report } from './report.js';
import type { ReadNetwork } from './report.js';
import { tableOf, wholeNumber } from './summary-table.js';
import type { SummaryRow } from './summary-table.js';
import { unfolded } from './unfold.js';

/** A row that others can read. */
interface Placed {
  readonly printed: string;
  /** Unique, where the printed one was cut off. */
  readonly name: string;
  readonly shape: Shape;
  isRead: boolean;
}

/** As much of a name as is printed. */
function stemOf(printed: string): string {
  return printed.endsWith('…') ? printed.slice(0, -1) : printed;
}

/**
 * Reads a summary. It tells no kernels, strides and paddings: they follow from parameters and shapes, and a note says so.
 *
 * @param input [H, W, C] or [C] that the network reads, for summaries of sequential models, which leave it out
 */
export function readKerasSummary(text: string, input?: Shape): ReadNetwork {
  const report = new Report();
  const { rows, total } = tableOf(text, report);
  if (rows.length === 0 && report.problems.length === 0) report.problem('network.read.no-layers', {});
  const layers = report.problems.length === 0 ? new SummaryReader(report, input).read(rows) : [];
  const { spec } = report.result('keras', { layers });
  if (spec && total !== null) {
    const counted = totals(understand(spec).rows).params;
    if (counted !== total) report.note('network.note.totals-differ', { given: total, counted });
  }
  return report.result('keras', spec);
}

class SummaryReader {
  readonly #report: Report;
  readonly #input: Shape | undefined;
  readonly #layers: LayerRow[] = [];
  readonly #placed: Placed[] = [];
  readonly #names = new Set<string>();
  #deduced = 0;
  #pools = 0;
  #cut = 0;

  constructor(report: Report, input: Shape | undefined) {
    this.#report = report;
    this.#input = input;
  }

  read(rows: readonly SummaryRow[]): readonly LayerRow[] {
    const kept = unfolded(rows);
    const open = kept.find(({ shape, type }) => shapeOf(shape) === 'open' && !(this.#input && isInput(type)));
    if (open) this.#report.problem('network.read.no-size', { name: open.name }, open.line);
    else for (const row of kept) this.#row(row);
    if (this.#deduced > 0) this.#report.note('network.note.deduced', { count: this.#deduced });
    if (this.#pools > 0) this.#report.note('network.note.pool-windows', { count: this.#pools });
    if (this.#cut > 0) this.#report.note('network.note.cut-names', { count: this.#cut });
    return this.#layers;
  }

  #row(row: SummaryRow): void {
    const { line, name } = row;
    const params = wholeNumber(row.params);
    const printed = shapeOf(row.shape);
    const type = wholeType(row.type);
    const shape = printed === 'open' ? this.#input! : printed;
    if (params === null) this.#report.problem('network.read.params', { name, found: row.params }, line);
    if (shape === null) this.#report.problem('network.read.shape', { name, found: row.shape }, line);
    if (params === null || shape === null) return;
    if (this.#placed.length === 0 && !isInput(type)) this.#begin(type, shape, params);
    const sources = isInput(type) ? [] : this.#sourcesOf(row, type, shape);
    const found = layerOf(type, { inputs: sources.map((source) => source.shape), output: shape, params });
    if (!found) this.#report.note('network.note.unknown', { name, type }, line);
    else if (found.taps) this.#report.note('network.note.kernel-shape', { name, taps: found.taps }, line);
    if (found?.isDeduced) this.#deduced += 1;
    if (found?.isPool) this.#pools += 1;
    const layer = found?.layer ?? { op: 'unknown', type, output: shape, params };
    const place = this.#place(name, shape);
    this.#layers.push({ ...layer, name: place.name, from: sources.map((source) => source.name) });
  }

  /** The input that a sequential model's summary leaves out: as given, or as the first layer lets it be. */
  #begin(type: string, shape: Shape, params: number): void {
    const input = this.#input ?? assumedInput(type, shape, params);
    if (!this.#input) this.#report.note('network.note.assumed-input', { shape: shapeText(input) });
    this.#layers.push({ op: 'input', shape: input, name: this.#place('input', input).name });
  }

  #place(printed: string, shape: Shape): Placed {
    let name = printed;
    for (let count = 1; this.#names.has(name); count++) name = `${printed}_${count}`;
    this.#names.add(name);
    const placed = { printed, name, shape, isRead: false };
    this.#placed.push(placed);
    return placed;
  }

  /** The rows that a row reads; where the table does not say, the one before. */
  #sourcesOf({ line, name, sources }: SummaryRow, type: string, shape: Shape): readonly Placed[] {
    const found: Placed[] = [];
    if (sources === null || sources.length === 0) found.push(this.#placed[this.#placed.length - 1]);
    for (const printed of sources ?? []) {
      const source = this.#find(printed, found, keepsShape(type) ? shape : null);
      if (source) found.push(source);
      else this.#report.problem('network.read.source', { name, found: printed }, line);
    }
    for (const source of found) source.isRead = true;
    return found;
  }

  /** The row of a name. Of a name that is cut off the first that fits and that nobody reads yet, else the last that fits. */
  #find(printed: string, taken: readonly Placed[], shape: Shape | null): Placed | undefined {
    const exact = this.#placed.findLast((placed) => placed.printed === printed && !printed.endsWith('…'));
    if (exact) return exact;
    const fitting = this.#placed.filter((placed) => fits(printed, placed.printed) && !taken.includes(placed));
    const sameShape = fitting.filter(
      (placed) => shape === null || shapeText(placed.shape) === shapeText(shape),
    );
    const candidates = sameShape.length > 0 ? sameShape : fitting;
    if (candidates.length > 1) this.#cut += 1;
    return candidates.find(({ isRead }) => !isRead) ?? candidates.at(-1);
  }
}

function isInput(type: string): boolean {
  return wholeType(type) === 'InputLayer';
}

/** Whether two names can be one, each perhaps cut off. */
function fits(one: string, other: string): boolean {
  const [a, b] = [stemOf(one), stemOf(other)];
  return (a !== one && b.startsWith(a)) || (b !== other && a.startsWith(b));
}

/** A printed shape without its batch, of the first output where there are several; 'open' where a size is None. */
function shapeOf(printed: string): Shape | 'open' | null {
  const found = /\(\s*([^(),]+(?:\s*,\s*[^(),]+)+|[^(),]+,)\s*\)/.exec(printed);
  const sizes = found?.[1]
    .split(',')
    .map((size) => size.trim())
    .filter((size) => size !== '')
    .slice(1);
  if (!sizes || sizes.length === 0) return null;
  if (sizes.includes('None')) return 'open';
  const numbers = sizes.map(Number);
  return numbers.every((size) => Number.isSafeInteger(size) && size > 0) ? numbers : null;
}
