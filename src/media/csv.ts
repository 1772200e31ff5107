/** Tensors as text for spreadsheets and for `parseNumbers`: a row a line, a blank line before each further block. */
import type { Tensor } from '../math/types.js';

/** The shortest decimal number that is this float32 and no other. */
export function shortest(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 24) return String(value);
  for (let digits = 1; digits <= 9; digits += 1) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(value);
}

/** @param tensor [N, H, W, C]; a block for each channel of each image */
export function mapsToCsv({ shape: [images, rows, columns, channels], data }: Tensor): string {
  return blocks(images * channels, rows, columns, (block, row, column) => {
    const image = Math.floor(block / channels);
    return data[((image * rows + row) * columns + column) * channels + (block % channels)];
  });
}

/** @param tensor [kh, kw, Cbig / groups, Csmall]; a block for each slice of the first filter, then of the second, … */
export function weightsToCsv({ shape: [rows, columns, channels, filters], data }: Tensor): string {
  return blocks(channels * filters, rows, columns, (block, row, column) => {
    const filter = Math.floor(block / channels);
    return data[((row * columns + column) * channels + (block % channels)) * filters + filter];
  });
}

function blocks(
  count: number,
  rows: number,
  columns: number,
  valueAt: (block: number, row: number, column: number) => number,
): string {
  const numbers = (length: number): number[] => Array.from({ length }, (_, i) => i);
  return numbers(count)
    .map((block) =>
      numbers(rows)
        .map(
          (row) =>
            `${numbers(columns)
              .map((column) => shortest(valueAt(block, row, column)))
              .join(',')}\n`,
        )
        .join(''),
    )
    .join('\n');
}
