/** The table that Keras prints: rows of cells, whichever version drew it. */
import type { Report } from './report.js';

export interface SummaryRow {
  /** Where the row begins, counted from 1. */
  readonly line: number;
  /** As printed; … at its end where it was cut off. */
  readonly name: string;
  /** Class of the layer, perhaps cut off. */
  readonly type: string;
  /** Shape of the (first) output as printed, without brackets. */
  readonly shape: string;
  readonly params: string;
  /** Names of the rows that are read; null where the table has no such column. */
  readonly sources: readonly string[] | null;
  /** Larger inside a nested model than for the model itself; 0 outside. */
  readonly indent: number;
}

/** Cells of one row, joined over its lines. */
interface Cells {
  readonly line: number;
  readonly cells: readonly (readonly string[])[];
}

const headerPattern = /Layer \(type\).*Output Shape.*Param #/;

/** The rows of a summary, and the total that stands below it; problems name lines. */
export function tableOf(
  text: string,
  report: Report,
): { readonly rows: readonly SummaryRow[]; readonly total: number | null } {
  const lines = text.split(/\r\n|\r|\n/);
  const header = lines.findIndex((line) => headerPattern.test(line));
  if (header < 0) {
    report.problem('network.read.no-header', {});
    return { rows: [], total: null };
  }
  const isBoxed = /[┃│|]\s*Layer \(type\)/.test(lines[header]);
  const hasSources = /Connected/.test(lines[header]);
  const cells = isBoxed ? boxedRows(lines, header) : spacedRows(lines, header);
  // Keras 3 breaks a cell between words, Keras 2 wherever the column ends.
  const glue = isBoxed ? ' ' : '';
  const rows = cells.flatMap((row) => rowOf(row, glue, hasSources, report) ?? []);
  const total = /^\s*Total params:\s*([\d,]+)/m.exec(text)?.[1];
  return { rows, total: total === undefined ? null : wholeNumber(total) };
}

/** Keras 3: cells between box lines, rows between rules. */
function boxedRows(lines: readonly string[], header: number): Cells[] {
  const rows: Cells[] = [];
  let open: { line: number; cells: string[][] } | null = null;
  for (const [index, line] of lines.entries()) {
    if (index <= header) continue;
    if (/^\s*[└╰+]/.test(line) && !line.includes('┼')) break;
    if (!/^\s*[│|]/.test(line)) {
      if (open) rows.push(open);
      open = null;
      continue;
    }
    const cells = line.trim().split(/[│|]/).slice(1, -1);
    open ??= { line: index + 1, cells: cells.map(() => []) };
    cells.forEach((cell, column) => open?.cells[column]?.push(cell.trimEnd()));
  }
  return open ? [...rows, open] : rows;
}

/** Keras 2: columns that begin where their titles begin; a line without a number of parameters continues the row. */
function spacedRows(lines: readonly string[], header: number): Cells[] {
  const starts = ['Layer (type)', 'Output Shape', 'Param #', 'Connected to']
    .map((title) => lines[header].indexOf(title))
    .filter((start) => start >= 0);
  const rows: { line: number; cells: string[][] }[] = [];
  for (const [index, line] of lines.entries()) {
    if (index <= header || /^[\s_=¯|]*$/.test(line)) continue;
    if (/^\s*(Total params|Trainable params)/.test(line)) break;
    const cells = starts.map((start, column) =>
      line.slice(column === 0 ? 0 : start, starts[column + 1] ?? undefined),
    );
    const isNew = /\S/.test(cells[0]) && /\S/.test(cells[2] ?? '');
    if (isNew || rows.length === 0)
      rows.push({ line: index + 1, cells: cells.map((cell) => [cell.trimEnd()]) });
    else cells.forEach((cell, column) => rows[rows.length - 1].cells[column].push(cell.trimEnd()));
  }
  return rows;
}

function rowOf({ line, cells }: Cells, glue: string, hasSources: boolean, report: Report): SummaryRow | null {
  const [label, shape = '', params = '', connected = ''] = cells.map((parts) => joined(parts, glue));
  const found = /^[└|\s]*(.*?)\s*\(([^()]+)\)?$/.exec(label);
  if (!found || params === '') {
    report.problem('network.read.row', { found: label || shape }, line);
    return null;
  }
  const [, name, type] = found;
  const indent = /^[\s|]*[└|]/.exec(cells[0][0])?.[0].length ?? 0;
  return { line, name, type, shape, params, sources: hasSources ? namesOf(connected) : null, indent };
}

function joined(parts: readonly string[], glue: string): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(glue);
}

/** The rows in "a[0][0], b[0][0]"; … where a name is cut off, not where only its brackets are. */
function namesOf(text: string): readonly string[] {
  const found = text.matchAll(/([^\s,'"[\]|]+)(?:\[\d*\]?…?)*/g);
  return [...found].map(([, name]) => name).filter((name) => name !== '-');
}

/** A number with commas between its thousands; null for what is none. */
export function wholeNumber(text: string): number | null {
  return /^\d[\d,]*$/.test(text) ? Number(text.replaceAll(',', '')) : null;
}
