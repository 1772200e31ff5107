/** The table of a network, like the summary that a framework prints: its cells, sorted, filtered, and as text to take along. */
import type { RowField, NetworkRow } from '../../networks/index.js';
import type { WordKey } from '../../words/say.js';
import { formatCount } from '../../words/numbers.js';
import type { Say } from '../say.js';
import { fieldText, outputText, windowText } from './row-text.js';

export const columns = [
  'place',
  'name',
  'kind',
  'window',
  'output',
  'params',
  'macs',
  'field',
  'weights',
  'activations',
  'reads',
] as const;
export type Column = (typeof columns)[number];

/** Columns of numbers, which stand at the right and are first sorted from the largest down. */
export const numberColumns: ReadonlySet<Column> = new Set([
  'place',
  'output',
  'params',
  'macs',
  'field',
  'weights',
  'activations',
]);

export type Precision = 'float32' | 'int8';
const bytesEach: Readonly<Record<Precision, number>> = { float32: 4, int8: 1 };

export interface TableLine {
  /** Of the row in the network, from 0. */
  readonly index: number;
  readonly row: NetworkRow;
  /** As it is shown and searched. */
  readonly text: Readonly<Record<Column, string>>;
  readonly value: Readonly<Record<Column, number | string>>;
}

function kindWord(kind: NetworkRow['kind']): WordKey {
  return `network.kind.${kind}`;
}

/** What a row is; an unknown one by the name that its author gives it. */
export function kindText({ kind, asked }: NetworkRow, say: Say): string {
  return asked.op === 'unknown'
    ? say('network.kind.unknown.type', { type: asked.type })
    : say(kindWord(kind));
}

/** Bytes of all numbers of a row, and of its output. */
export function rowBytes(
  { params, output }: NetworkRow,
  precision: Precision,
): { readonly weights: number; readonly activations: number } {
  const elements = output === null ? 0 : output.reduce((product, size) => product * size, 1);
  return { weights: params * bytesEach[precision], activations: elements * bytesEach[precision] };
}

/** One line a row, in the order of the network. */
export function tableLines(
  rows: readonly NetworkRow[],
  fields: readonly (RowField | null)[],
  precision: Precision,
  say: Say,
): readonly TableLine[] {
  return rows.map((row, index): TableLine => {
    const bytes = rowBytes(row, precision);
    const text = {
      place: `${index + 1}`,
      name: row.name,
      kind: kindText(row, say),
      window: windowText(row),
      output: outputText(row.output),
      params: formatCount(row.params),
      macs: formatCount(row.macs),
      field: fieldText(fields[index]),
      weights: formatCount(bytes.weights),
      activations: formatCount(bytes.activations),
      reads: row.from.map((source) => rows[source].name).join(', '),
    };
    const { params, macs } = row;
    const numbers = { place: index, output: bytes.activations, params, macs, ...bytes };
    return { index, row, text, value: { ...text, ...numbers, field: fieldSize(fields[index]) } };
  });
}

function fieldSize(field: RowField | null): number {
  if (!field) return 0;
  return field.whole || !field.step ? Infinity : field.step.size[0] * field.step.size[1];
}

export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

/** The next sorting when a column's head is pressed: its usual direction, the other one, then the network's own order. */
export function nextSorting(now: Sorting | null, column: Column): Sorting | null {
  const first = numberColumns.has(column) && column !== 'place';
  if (now?.column !== column) return { column, descending: first };
  return now.descending === first ? { column, descending: !first } : null;
}

/** Lines whose name, kind, window, shape or sources hold every word of the filter, sorted; equals keep their order. */
export function shownLines(
  lines: readonly TableLine[],
  filter: string,
  sorting: Sorting | null,
): readonly TableLine[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found = lines.filter(({ text, row }) => {
    const searched =
      `${text.name} ${text.kind} ${text.window} ${text.output} ${row.block ?? ''} ${text.reads}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
  if (!sorting) return found;
  const { column, descending } = sorting;
  const sign = descending ? -1 : 1;
  return [...found].sort((one, other) => sign * compare(one.value[column], other.value[column]));
}

function compare(one: number | string, other: number | string): number {
  if (typeof one === 'string' || typeof other === 'string') {
    return String(one).localeCompare(String(other), undefined, { numeric: true });
  }
  return one === other ? 0 : one - other;
}

/** Comma-separated values (RFC 4180) with whole numbers, not grouped. */
export function toCsv(lines: readonly TableLine[], say: Say): string {
  const rows = [heads(say), ...lines.map((line) => columns.map((column) => plainCell(line, column)))];
  return `${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** A Markdown table. */
export function toMarkdown(lines: readonly TableLine[], say: Say): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const rules = columns.map((column) => (numberColumns.has(column) ? '--:' : ':--'));
  const body = lines.map(({ text }) => line(columns.map((column) => text[column])));
  return [line(heads(say)), line(rules), ...body, ''].join('\n');
}

function heads(say: Say): readonly string[] {
  return columns.map((column) => say(`network.column.${column}`));
}

const countColumns: readonly Column[] = ['params', 'macs', 'weights', 'activations'];

function plainCell({ text, value }: TableLine, column: Column): string {
  return countColumns.includes(column) ? String(value[column]) : text[column];
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}
