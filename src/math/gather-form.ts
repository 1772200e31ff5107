/**
 * A transposed convolution as pictures of it: collected by an ordinary convolution of stride 1 with the turned kernel over a
 * stretched input, or stamped onto a canvas of which a window is kept. All counts are of one image.
 */

import { counts } from './counts.js';
import { loneStage } from './lone-stage.js';
import { axesOf, NOWHERE } from './incidence.js';
import type { Axis } from './incidence.js';
import type { Stage } from './types.js';

/** One axis of the stretched input, on which the window of output cell i begins at place i. */
export interface StretchedAxis {
  /** Places: border, cells and the zeros inserted between them. */
  readonly size: number;
  /** Input cells. */
  readonly cells: number;
  /** Places from one input cell to the next: one more than the zeros inserted between them. */
  readonly stride: number;
  /** Zeros in front of the first cell, d(k − 1) − p; where negative, as many places are cut off instead. */
  readonly before: number;
  /** Zeros behind the last cell, output padding included; where negative, as many places are cut off instead. */
  readonly after: number;
}

/** [rows, columns], and what the convolution over them spends. */
export interface GatherForm {
  readonly axes: readonly [StretchedAxis, StretchedAxis];
  /** Places of one channel, and those of them that hold a cell; the others are inserted or border zeros. */
  readonly places: number;
  readonly realPlaces: number;
  /** Products of the convolution, and those of them with a real cell. */
  readonly products: number;
  readonly usefulProducts: number;
}

/** @throws RangeError for a stage that is not transposed */
export function gatherForm(stage: Stage): GatherForm {
  const [rows, columns] = transposedAxes(stage);
  const axes = [
    stretched(rows, stage.padding[1], stage.outputPadding[0]),
    stretched(columns, stage.padding[3], stage.outputPadding[1]),
  ] as const;
  const { gatherMacs, usefulMacs } = counts(loneStage(stage, { batch: 1 }));
  return {
    axes,
    places: axes[0].size * axes[1].size,
    realPlaces: keptCells(axes[0]) * keptCells(axes[1]),
    products: gatherMacs,
    usefulProducts: usefulMacs,
  };
}

function transposedAxes(stage: Stage): readonly [Axis, Axis] {
  if (stage.op !== 'transposed') throw new RangeError(`Stage ${stage.index} is no transposed convolution.`);
  return axesOf(stage);
}

function stretched(axis: Axis, padAfter: number, outputPadding: number): StretchedAxis {
  const { small: cells, kernel, stride, dilation, padBefore } = axis;
  const border = dilation * (kernel - 1);
  const [before, after] = [border - padBefore, border - padAfter + outputPadding];
  return { size: before + (cells - 1) * stride + 1 + after, cells, stride, before, after };
}

function keptCells(axis: StretchedAxis): number {
  return Array.from({ length: axis.cells }, (_, cell) => placeOfCell(axis, cell)).filter(
    (place) => place !== NOWHERE,
  ).length;
}

/** The input cell that stands at a place of the stretched axis, or −1 for an inserted or border zero. */
export function cellAtPlace({ size, cells, stride, before }: StretchedAxis, place: number): number {
  const cell = (place - before) / stride;
  const isReal = place >= 0 && place < size && Number.isInteger(cell) && cell >= 0 && cell < cells;
  return isReal ? cell : NOWHERE;
}

/** The place of an input cell on the stretched axis, or −1 where it is cut off. */
export function placeOfCell({ size, stride, before }: StretchedAxis, cell: number): number {
  const place = before + cell * stride;
  return place >= 0 && place < size ? place : NOWHERE;
}

/** One axis of what all stamps together cover, and of the window that is left of it. */
export interface CanvasAxis {
  /** Cells, before anything is cropped and without output padding. */
  readonly size: number;
  /** Where the output begins on the canvas: the crop before it. */
  readonly start: number;
  /** Canvas cells after the output that are cropped; where negative, so many output cells lie beyond the canvas. */
  readonly cropAfter: number;
  /** Output cells; they end at start + output, which may lie beyond the canvas. */
  readonly output: number;
  /** Stamps that reach each canvas cell along this axis. */
  readonly layers: readonly number[];
}

/** [rows, columns]; layers of a cell are its row's times its column's. @throws RangeError as `gatherForm` does */
export function stampCanvas(stage: Stage): readonly [CanvasAxis, CanvasAxis] {
  const [rows, columns] = transposedAxes(stage);
  return [canvas(rows), canvas(columns)];
}

function canvas({ big: output, small, kernel, stride, dilation, padBefore: start }: Axis): CanvasAxis {
  const size = (small - 1) * stride + (kernel - 1) * dilation + 1;
  const layers = Array.from({ length: size }, () => 0);
  for (let cell = 0; cell < small; cell++) {
    for (let tap = 0; tap < kernel; tap++) layers[cell * stride + tap * dilation]++;
  }
  return { size, start, cropAfter: size - start - output, output, layers };
}
