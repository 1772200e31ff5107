/**
 * The one relation between the two sides of a convolution, read in both directions.
 *
 *     big = small · stride + tap · dilation − padBefore          on each spatial axis
 *
 * A convolution reads `big` (its input) and writes `small`; a transposed convolution reads `small` and writes
 * `big`. Channels: within a group every small channel meets every big channel. Counted from 0 throughout.
 */

import type { Index4, Stage, Term, WeightIndex } from './types.js';

/** The numbers of the relation on one spatial axis. */
export interface Lattice {
  /** Taps of the kernel. */
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padBefore: number;
}

/** One spatial axis of a stage. */
export interface Axis extends Lattice {
  /** Cells on the big side. */
  readonly big: number;
  /** Cells on the small side. */
  readonly small: number;
}

export type Side = 'big' | 'small';

/** A place in the order of the sum where a cell of the other side is met, or padding or an inserted zero (−1). */
export interface Meeting {
  /** Position on the other side, or −1. */
  readonly other: number;
  readonly tap: number;
}

/** Returned where no cell is met. */
export const NOWHERE = -1;

/** The rows and the columns of a stage. */
export function axesOf(stage: Stage): readonly [rows: Axis, columns: Axis] {
  const axis = (index: 0 | 1): Axis => ({
    big: stage.big[index + 1],
    small: stage.small[index + 1],
    kernel: stage.kernel[index],
    stride: stage.stride[index],
    dilation: stage.dilation[index],
    padBefore: stage.padding[2 * index],
  });
  return [axis(0), axis(1)];
}

/** The relation itself: the big position of a small one and a tap, on a grid without end. */
export function bigPosition({ stride, dilation, padBefore }: Lattice, small: number, tap: number): number {
  return small * stride + tap * dilation - padBefore;
}

/** The relation read the other way, on a grid without end; a fraction between two small cells. */
export function smallPosition({ stride, dilation, padBefore }: Lattice, big: number, tap: number): number {
  return (big + padBefore - tap * dilation) / stride;
}

/** The big cell that a small cell meets through a tap, or −1 on padding. */
export function bigAt(axis: Axis, small: number, tap: number): number {
  return cellAt(bigPosition(axis, small, tap), axis.big);
}

/** The small cell that a big cell meets through a tap, or −1 between or beyond the small cells. */
export function smallAt(axis: Axis, big: number, tap: number): number {
  return cellAt(smallPosition(axis, big, tap), axis.small);
}

function cellAt(position: number, size: number): number {
  return Number.isInteger(position) && position >= 0 && position < size ? position : NOWHERE;
}

/** The tap through which a big and a small cell meet, or −1 where they do not. */
export function tapAt(axis: Axis, big: number, small: number): number {
  const tap = (big + axis.padBefore - small * axis.stride) / axis.dilation;
  return Number.isInteger(tap) && tap >= 0 && tap < axis.kernel ? tap : NOWHERE;
}

/**
 * All taps of one cell in the order in which the cells of the other side follow each other: from a small cell
 * taps run upward, from a big cell downward. Taps that meet no cell keep their place.
 */
export function meetings(axis: Axis, side: Side, position: number): Meeting[] {
  return Array.from({ length: axis.kernel }, (_, order) => {
    const tap = side === 'small' ? order : axis.kernel - 1 - order;
    const other = side === 'small' ? bigAt(axis, position, tap) : smallAt(axis, position, tap);
    return { other, tap };
  });
}

/** The side that a stage reads; it writes the other one. */
export function readSide(stage: Stage): Side {
  return stage.op === 'conv' ? 'big' : 'small';
}

/** The side that a stage writes. */
export function writtenSide(stage: Stage): Side {
  return stage.op === 'conv' ? 'small' : 'big';
}

/** Channels of one group on a side. */
export function channelsPerGroup(stage: Stage, side: Side): number {
  return stage[side][3] / stage.groups;
}

/** The group of a channel of a side. */
export function groupOf(stage: Stage, side: Side, channel: number): number {
  return Math.floor(channel / channelsPerGroup(stage, side));
}

/** The channels of a group on a side: `first`, and how many follow from there. */
export function channelsOf(stage: Stage, side: Side, group: number): { first: number; count: number } {
  const count = channelsPerGroup(stage, side);
  return { first: group * count, count };
}

/** The weight between a big and a small channel of one group at a tap. */
function weightAt(stage: Stage, row: number, column: number, big: number, small: number): WeightIndex {
  return [row, column, big % channelsPerGroup(stage, 'big'), small];
}

/** Products of one output cell, padding and inserted zeros included: kh · kw · channels read per group. */
export function termsPerOutput(stage: Stage): number {
  return stage.kernel[0] * stage.kernel[1] * channelsPerGroup(stage, readSide(stage));
}

/** What makes one output cell: its products and, as one more, its bias where the stage has one. */
export function addendsPerOutput(stage: Stage): number {
  return termsPerOutput(stage) + Number(stage.bias);
}

/**
 * The products of one output cell in the order of the sum: channel by channel of the tensor that is read, then
 * its rows, then its columns. A tap on padding or on an inserted zero keeps its place with no input.
 */
export function termsOf(stage: Stage, output: Index4): Term[] {
  const [batch, outputRow, outputColumn, outputChannel] = output;
  const [rowAxis, columnAxis] = axesOf(stage);
  const [read, written] = [readSide(stage), writtenSide(stage)];
  const rows = meetings(rowAxis, written, outputRow);
  const columns = meetings(columnAxis, written, outputColumn);
  const { first, count } = channelsOf(stage, read, groupOf(stage, written, outputChannel));
  const terms: Term[] = [];
  for (let channel = 0; channel < count; channel++) {
    const readChannel = first + channel;
    const [big, small] = read === 'big' ? [readChannel, outputChannel] : [outputChannel, readChannel];
    for (const row of rows) {
      for (const column of columns) {
        const met = row.other !== NOWHERE && column.other !== NOWHERE;
        const input: Index4 | null = met ? [batch, row.other, column.other, readChannel] : null;
        terms.push({ input, weight: weightAt(stage, row.tap, column.tap, big, small), channel });
      }
    }
  }
  return terms;
}

/** The output cells that read one input cell, and the weight each reads it through: the inverse of `termsOf`. */
export function outputsFedBy(stage: Stage, input: Index4): { output: Index4; weight: WeightIndex }[] {
  const [batch, inputRow, inputColumn, inputChannel] = input;
  const [rowAxis, columnAxis] = axesOf(stage);
  const [read, written] = [readSide(stage), writtenSide(stage)];
  const rows = meetings(rowAxis, read, inputRow).filter((row) => row.other !== NOWHERE);
  const columns = meetings(columnAxis, read, inputColumn).filter((column) => column.other !== NOWHERE);
  const { first, count } = channelsOf(stage, written, groupOf(stage, read, inputChannel));
  return rows.flatMap((row) =>
    columns.flatMap((column) =>
      Array.from({ length: count }, (_, channel) => {
        const outputChannel = first + channel;
        const [big, small] = read === 'big' ? [inputChannel, outputChannel] : [outputChannel, inputChannel];
        return {
          output: [batch, row.other, column.other, outputChannel] as const,
          weight: weightAt(stage, row.tap, column.tap, big, small),
        };
      }),
    ),
  );
}

/** First and last position on the read side under the window of a written position; may lie outside the tensor. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * The window of one output cell on the tensor that is read, per axis and not clipped to it. For a transposed
 * convolution, the small cells under the turned kernel; empty (`last < first`) where it lies between two of them.
 */
export function readRange(stage: Stage, output: Index4): readonly [rows: Span, columns: Span] {
  const [rowAxis, columnAxis] = axesOf(stage);
  const side = writtenSide(stage);
  return [spanOf(rowAxis, side, output[1]), spanOf(columnAxis, side, output[2])];
}

function spanOf(axis: Axis, side: Side, position: number): Span {
  const lastTap = axis.kernel - 1;
  if (side === 'small') {
    return { first: bigPosition(axis, position, 0), last: bigPosition(axis, position, lastTap) };
  }
  const first = Math.ceil(smallPosition(axis, position, lastTap)) + 0; // −0 becomes 0
  return { first, last: Math.floor(smallPosition(axis, position, 0)) };
}
