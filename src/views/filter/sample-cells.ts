/** Some cells of a result, computed beside it: what the colours need to know of it without reading it back. */
import { plan } from '../../math/plan.js';
import { reference } from '../../math/reference.js';
import { offsetOf, tensor, zeros } from '../../math/tensor.js';
import type { Tensor } from '../../math/types.js';
import { windowOf } from './place.js';
import type { FilterTask } from './task.js';

/** Cells: enough that their largest 200th is told from a few, computed in a millisecond or two. */
const mostCells = 4096;
const goldenRatio = 0.6180339887498949;

/**
 * A channel's numbers as the reference has them: all of a small result; of a large one 4096 that are spread over it, the same
 * ones each time.
 * @returns [cells, 1, 1, 1]
 */
export function sampleCells(
  { plan: { stages }, tensors, kernel, picture }: FilterTask,
  channel: number,
): Tensor {
  const [stage] = stages;
  const [, height, width] = stage.output;
  const cells = Math.min(height * width, mostCells);
  const [rows, columns] = stage.kernel;
  const windows = zeros([cells, rows, columns, 1]);
  for (let cell = 0; cell < cells; cell++) {
    const place = cells < mostCells ? cell : Math.floor(((cell * goldenRatio) % 1) * height * width);
    const { row, column } = windowOf(stage, [Math.floor(place / width), place % width]);
    const into = windows.data.subarray(cell * rows * columns, (cell + 1) * rows * columns);
    fillTaps(into, picture.tensor, { row, column, channel, dilation: stage.dilation, columns });
  }
  const { bias, activation } = stage;
  const weights = tensor([rows, columns, 1, 1], kernel.data);
  return reference(plan({ input: windows.shape, kernel: stage.kernel, filters: 1, bias, activation }), {
    input: windows,
    weights,
    ...(tensors.bias ? { bias: tensor([1], tensors.bias.data.subarray(0, 1)) } : {}),
  });
}

interface Window {
  readonly row: number;
  readonly column: number;
  readonly channel: number;
  readonly dilation: readonly [number, number];
  /** Of the kernel. */
  readonly columns: number;
}

/** What the taps of one window meet; 0 outside the picture. */
function fillTaps(into: Float32Array, { shape, data }: Tensor, window: Window): void {
  const { row, column, channel, dilation, columns } = window;
  const [height, width] = shape;
  for (let tap = 0; tap < into.length; tap++) {
    const y = row + Math.floor(tap / columns) * dilation[0];
    const x = column + (tap % columns) * dilation[1];
    const isInside = y >= 0 && x >= 0 && y < height && x < width;
    if (isInside) into[tap] = data[offsetOf(shape, [y, x, channel])];
  }
}
