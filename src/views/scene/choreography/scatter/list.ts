/** The list of products that an output cell collects from an input channel: its rows and columns on the bench. */
import type { Stacks } from '../stacks.js';

/** Rows that there is room for. */
export const mostRows = 9;
const rowHeight = 0.88;
const tallest = 4.5;

/** Middles of the columns from the left side of the first. */
export const productColumns = { value: 0.5, weight: 2.1, product: 3.7 };
export const listWidth = 4.2;

/** Cell units from row to row, whatever the cell. */
export function rowPitch(stacks: Stacks): number {
  return Math.min(rowHeight, tallest / rowCount(stacks));
}

export function listHeight(stacks: Stacks): number {
  return rowCount(stacks) * rowPitch(stacks);
}

function rowCount({ mostOfChannel }: Stacks): number {
  return Math.min(Math.max(mostOfChannel, 1), mostRows);
}
