/**
 * Prints of libtorch, as C++ programs and TorchScript show them: each slice under its indices, '(1,2,.,.) =', first index
 * running fastest, with a factor or split into columns where numbers are wide. PyTorch before 0.4 counted from 0.
 */
import type { Nested } from './nested.js';
import { NumberRefusal } from './number-problems.js';

const typeLine = /\[\s*(?:\w*Type\s*\{([\d,\s]*)\}|torch\.\w+ of size [\dx]+)\s*\]\s*$/;
const header = /^\(([\d,\s]+),\s*\.\s*,\s*\.\s*\)\s*=\s*$/;
const columns = /^\s*Columns? \d+ (?:to|and) \d+\s?/i;
const factor = /^\s*([\d.e+-]+)\s*\*\s*$/;

interface Slice {
  readonly path: readonly number[];
  readonly rows: string[][];
}

/** @returns null for a text that is no such print */
export function readTorchBlocks(text: string): Nested[] | null {
  const type = typeLine.exec(text);
  const lines = text
    .slice(0, type?.index)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '');
  const isSliced = lines.length > 0 && header.test(lines[0].trim());
  if (!type && !isSliced) return null;
  const slices = slicesOf(lines);
  if (isSliced) return nestedOf(slices);
  const rows: Nested[] = slices[0]?.rows ?? [];
  const isVector = type?.[1] !== undefined && !type[1].includes(',');
  return isVector ? rows.flat() : rows;
}

function slicesOf(lines: readonly string[]): Slice[] {
  const slices: Slice[] = [];
  let row = 0;
  let scale = 1;
  for (const line of lines) {
    const path = header.exec(line.trim())?.[1].split(',').map(Number);
    if (path || slices.length === 0) slices.push({ path: path ?? [], rows: [] });
    if (path) [row, scale] = [0, 1];
    const wide = columns.exec(line);
    if (wide) row = 0;
    const scaled = factor.exec(line);
    if (scaled) scale = Number(scaled[1]);
    const numbers = path || scaled ? '' : line.slice(wide?.[0].length ?? 0).trim();
    if (numbers === '') continue;
    const { rows } = slices[slices.length - 1];
    rows[row] = [...(rows[row] ?? []), ...numbers.split(/\s+/).map((field) => times(field, scale))];
    row += 1;
  }
  return slices;
}

/** The factors are powers of ten, so the product is the decimal number with another exponent. */
function times(field: string, scale: number): string {
  const exponent = Math.round(Math.log10(scale));
  if (scale === 1 || !Number.isFinite(exponent) || !/^[+-]?[\d.]+$/.test(field)) return field;
  return `${field}e${exponent}`;
}

/** Lists in lists by the slices' indices; one that is missing or doubled is refused. */
function nestedOf(slices: readonly Slice[]): Nested[] {
  const first = slices[0].path;
  const root: Nested[] = [];
  for (const { path, rows } of slices) {
    const places = path.map((index, axis) => index - first[axis]);
    let list = root;
    for (const place of places.slice(0, -1)) {
      if (place >= 0 && place <= list.length) list[place] ??= [];
      list = (list[place] ?? []) as Nested[];
    }
    const last = places[places.length - 1];
    if (path.length !== first.length || path.length > 2 || last !== list.length) {
      throw new NumberRefusal('unexpected-text', { given: `(${path.join(',')},.,.)` });
    }
    list.push(rows);
  }
  return root;
}
