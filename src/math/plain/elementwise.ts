/** Rows that change each number by itself, or with its counterparts in other tensors. */
import type { Tensor } from '../types.js';
import { nonlinear, type Nonlinearity } from './nonlinearity.js';

/** @returns a tensor of the same shape */
export function applyEach({ shape, data }: Tensor, name: Nonlinearity): Tensor {
  return { shape, data: data.map((value) => nonlinear(name, value)) };
}

/** @param tensors of one shape, at least one; added from the first to the last */
export function addTensors(tensors: readonly Tensor[]): Tensor {
  return tensors.reduce((sum, { data }) => ({
    shape: sum.shape,
    data: sum.data.map((value, cell) => value + data[cell]),
  }));
}

/**
 * The product, cell by cell.
 *
 * @param tensors [N, H, W, C], or [N, 1, 1, C] for one factor a channel; at least one of the whole shape
 */
export function multiplyTensors(tensors: readonly Tensor[]): Tensor {
  const whole = tensors.reduce((largest, each) => (each.data.length > largest.data.length ? each : largest));
  const factorAt = ({ data }: Tensor, cell: number): number =>
    data[data.length === whole.data.length ? cell : placeOfFactor(whole, cell)];
  const data = whole.data.map((_, cell) =>
    tensors.reduce((product, each) => Math.fround(product * factorAt(each, cell)), 1),
  );
  return { shape: whole.shape, data };
}

/** Flat place of a cell's factor in [N, 1, 1, C]. */
function placeOfFactor({ shape: [, height, width, channels] }: Tensor, cell: number): number {
  const image = Math.floor(cell / (height * width * channels));
  return image * channels + (cell % channels);
}
