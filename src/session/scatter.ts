/** The engine's numbers of a walk along the inputs of a transposed stage. */
import { inputCells, partialSums } from '../engine/partial-sums.js';
import type { Engine } from '../engine/types.js';
import { termsPerOutput } from '../math/incidence.js';
import { offsetOf, sizeOf, zeros } from '../math/tensor.js';
import { loneStage } from '../math/lone-stage.js';
import type { Shape4, Stage, StageTensors, Tensor } from '../math/types.js';
import { inputCellAt } from '../timeline/cells.js';
import type { Canvas, PartialSums, StageView } from '../timeline/types.js';

/** Multiply-adds of one run for partial sums: what a machine without a GPU does between two frames. */
const mostMacs = 2 ** 19;

/** Elements. A crop may leave little of a canvas that is too large for any machine. */
const largestCanvas = 2 ** 21;

/** No padding, and nothing done to a finished sum. */
const bare = {
  bias: false,
  activation: 'none',
  paddingMode: 'explicit',
  padding: [0, 0, 0, 0],
  outputPadding: [0, 0],
} as const;

/** Input cells one after the other, whose numbers are fetched together. */
export interface ScatterWindow {
  /** Ordinal of the first cell. */
  readonly first: number;
  /** Of each cell. */
  readonly stamps: readonly Tensor[];
  /** Before the first cell, after it, after the next …: one more than there are cells. */
  readonly sums: readonly Tensor[];
  /** The same on the canvas, or null without one. */
  readonly canvas: readonly Tensor[] | null;
}

/** Ordinal of the first cell of the window that holds a cell; a small stage has a single window an image. */
export function windowOf(stage: Stage, ordinal: number): number {
  const inImage = ordinal % inputCells(stage);
  return ordinal - (inImage % cellsAtOnce(stage));
}

/** What the window holds of one of its cells. */
export function partialOf({ first, stamps, sums, canvas }: ScatterWindow, ordinal: number): PartialSums {
  const place = ordinal - first;
  return {
    ordinal,
    stamp: stamps[place],
    before: sums[place],
    after: sums[place + 1],
    canvas: canvas && { before: canvas[place], after: canvas[place + 1] },
    known: { first, stamps },
  };
}

/** Runs the stage on the inputs of a window. */
export async function fetchWindow(engine: Engine, view: StageView, first: number): Promise<ScatterWindow> {
  const { stage, input, weights } = view;
  const from = first % inputCells(stage);
  const image = (first - from) / inputCells(stage);
  const cells = Math.min(cellsAtOnce(stage), inputCells(stage) - from);
  const stamps = await stampsOf(engine, view, first, cells);
  const uncropped = canvasStage(stage);
  const range = { from, count: cells + 1, image };
  const tensors = { input, weights };
  if (!uncropped) {
    return { first, stamps, sums: await partialSums(engine, stage, tensors, range), canvas: null };
  }
  const canvas = await partialSums(engine, uncropped, tensors, range);
  return { first, stamps, sums: canvas.map((tensor) => cropped(stage, tensor)), canvas };
}

/** What a stage makes before its padding crops it; null where that is its output. */
export async function canvasOf(
  engine: Engine,
  stage: Stage,
  input: Tensor,
  { weights }: StageTensors,
  signal: AbortSignal,
): Promise<Canvas | null> {
  const uncropped = canvasStage(stage);
  if (!uncropped) return null;
  const tensor = await engine.run(loneStage(uncropped), { input, weights }, { signal });
  return { tensor, offset: [stage.padding[0], stage.padding[2]] };
}

/** The stage without padding and output padding, and without what is done to a finished output. */
function canvasStage(stage: Stage): Stage | null {
  const isCanvas = [...stage.padding, ...stage.outputPadding].every((cells) => cells === 0);
  if (stage.op !== 'transposed' || isCanvas) return null;
  const [images, , , channels] = stage.output;
  const [rows, columns] = ([0, 1] as const).map(
    (axis) => (stage.input[axis + 1] - 1) * stage.stride[axis] + stage.effectiveKernel[axis],
  );
  const output: Shape4 = [images, rows, columns, channels];
  if (sizeOf(output) > largestCanvas) return null;
  return { ...stage, ...bare, output, big: output };
}

/** Each cell's value times every weight: the stage on inputs of one cell, at stride and dilation 1. */
async function stampsOf(
  engine: Engine,
  { stage, input, weights }: StageView,
  first: number,
  cells: number,
): Promise<readonly Tensor[]> {
  const [rows, columns] = stage.kernel;
  const small: Shape4 = [cells, 1, 1, stage.input[3]];
  const big: Shape4 = [cells, rows, columns, stage.output[3]];
  const alone: Stage = {
    ...stage,
    ...bare,
    ...{ input: small, small, output: big, big },
    ...{ stride: [1, 1], dilation: [1, 1], effectiveKernel: stage.kernel },
  };
  const values = zeros(small);
  for (let cell = 0; cell < cells; cell += 1) {
    const index = inputCellAt(stage, first + cell);
    values.data[cell * small[3] + index[3]] = input.data[offsetOf(stage.input, index)];
  }
  const { data } = await engine.run(loneStage(alone), { input: values, weights });
  const shape = big.slice(1);
  const size = sizeOf(shape);
  return Array.from({ length: cells }, (_, cell) => ({
    shape,
    data: data.slice(cell * size, (cell + 1) * size),
  }));
}

/** The part of one image's canvas that is the output. Beyond the canvas nothing lands: 0. */
function cropped({ output, padding }: Stage, canvas: Tensor): Tensor {
  const [, height, width, channels] = output;
  const [, canvasHeight, canvasWidth] = canvas.shape;
  const result = zeros([1, height, width, channels]);
  const [top, , left] = padding;
  const columns = Math.min(width, canvasWidth - left);
  for (let row = 0; row < Math.min(height, canvasHeight - top); row += 1) {
    const start = offsetOf(canvas.shape, [0, row + top, left, 0]);
    result.data.set(canvas.data.subarray(start, start + columns * channels), row * width * channels);
  }
  return result;
}

function cellsAtOnce(stage: Stage): number {
  const macs = sizeOf(stage.output.slice(1)) * termsPerOutput(stage);
  return Math.min(Math.max(Math.floor(mostMacs / macs), 1), inputCells(stage));
}
