/** Rows of numbers as people type and paste them: which characters part one number from the next. */
import type { Nested } from './nested.js';
import type { NumberNote } from './number-problems.js';

export interface Table {
  /** [channel][row][column] */
  readonly channels: Nested[];
  readonly notes: NumberNote[];
}

/**
 * One line is one row, a blank line starts the next channel. Separators, for the whole text:
 * semicolons, else tabs, else commas, else blanks. A comma is decimal only beside semicolons or tabs, where it
 * cannot be a separator, and only if the text has no decimal point.
 */
export function readTable(text: string): Table {
  const notes: NumberNote[] = [];
  let lines = text.split(/\r\n?|[\n\u2028\u2029]/).map((line) => line.trim());
  if (lines.some(hasSemicolonRows)) {
    lines = lines.flatMap(rowsBetweenSemicolons);
    notes.push('semicolon-rows');
  }
  const separator = wideSeparator(lines);
  const decimalComma = separator !== null && !text.includes('.') && /\d,\d/.test(text);
  if (decimalComma) notes.push('decimal-comma');
  const splitLine = (line: string): string[] => {
    if (separator === null) return splitRow(line);
    const fields = dropTrailing(line, separator).split(separator);
    return fields.map((field) => (decimalComma ? field.trim().replace(',', '.') : field.trim()));
  };
  return { channels: blocksOf(lines).map((block) => block.map(splitLine)), notes };
}

/** Commas or blanks, the rule for a line without semicolons and tabs and for the inside of a bracket. */
export function splitRow(row: string): string[] {
  const tight = row.trim().replace(/\s+/g, ' ').replace(/ ?, ?/g, ',');
  if (tight === '') return [];
  if (!tight.includes(',')) return tight.split(' ');
  return dropTrailing(tight, ',').split(',');
}

/** '1 2; 3 4' as MATLAB writes it: a field between semicolons that itself holds several numbers. */
function hasSemicolonRows(line: string): boolean {
  return (
    line.includes(';') && line.split(';').some((field) => /\S[\s,]+\S/.test(field.replace(/\d,\d/g, '0')))
  );
}

/** A blank line stays: it parts channels. The nothing after a last semicolon does not. */
function rowsBetweenSemicolons(line: string): string[] {
  if (line === '') return [''];
  return line
    .split(';')
    .map((row) => row.trim())
    .filter((row) => row !== '');
}

function wideSeparator(lines: string[]): ';' | '\t' | null {
  if (lines.some((line) => line.includes(';'))) return ';';
  // A tab next to a comma only aligns; then the comma is the separator.
  if (lines.some((line) => line.includes('\t')) && !lines.some((line) => /,\s|\s,/.test(line))) return '\t';
  return null;
}

function dropTrailing(line: string, separator: string): string {
  return line.endsWith(separator) ? line.slice(0, -1) : line;
}

function blocksOf(lines: string[]): string[][] {
  const blocks: string[][] = [];
  let previous = '';
  for (const line of lines) {
    if (line !== '' && previous === '') blocks.push([]);
    if (line !== '') blocks[blocks.length - 1].push(line);
    previous = line;
  }
  return blocks;
}
