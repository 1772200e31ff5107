/** Tensors as wrong ideas have them. */
import { axesOf, tapAt, termsOf } from '../math/incidence.js';
import { indexAt, offsetOf, sizeOf } from '../math/tensor.js';
import type { Sides, StageTensors, Stage, Tensor } from '../math/types.js';

/** A tensor of a shape, each cell from its index. */
export function built(shape: readonly number[], valueAt: (index: readonly number[]) => number): Tensor {
  const data = Float32Array.from({ length: sizeOf(shape) }, (_, offset) => valueAt(indexAt(shape, offset)));
  return { shape, data };
}

const at = ({ shape, data }: Tensor, index: readonly number[]): number => data[offsetOf(shape, index)];

/** Rows and columns of each slice exchanged; the same where a slice is no square. */
export function transposedSlices(weights: Tensor): Tensor {
  const [height, width] = weights.shape;
  if (height !== width) return weights;
  return built(weights.shape, ([row, column, ...channels]) => at(weights, [column, row, ...channels]));
}

/** The same numbers read as if the two axes of channels were the other way round. */
export function swappedChannels(weights: Tensor): Tensor {
  const [height, width, big, small] = weights.shape;
  const read = { shape: [height, width, small, big], data: weights.data };
  return built(weights.shape, ([row, column, ofBig, ofSmall]) => at(read, [row, column, ofSmall, ofBig]));
}

/** The axis of the weights that goes through the channels that a stage reads. */
function depthAxis({ op }: Stage): 2 | 3 {
  return op === 'conv' ? 2 : 3;
}

/** The first slice of each filter, for all channels. */
export function sharedSlices(weights: Tensor, stage: Stage): Tensor {
  return built(weights.shape, (index) => at(weights, index.with(depthAxis(stage), 0)));
}

/** The first slice of each filter, and nothing of the others. */
export function firstSlices(weights: Tensor, stage: Stage): Tensor {
  const depth = depthAxis(stage);
  return built(weights.shape, (index) => (index[depth] === 0 ? at(weights, index) : 0));
}

/** The first filter in place of all. */
export function firstFilter(weights: Tensor, stage: Stage): Tensor {
  const filters = depthAxis(stage) === 2 ? 3 : 2;
  return built(weights.shape, (index) => at(weights, index.with(filters, 0)));
}

export function ones({ shape }: Tensor): Tensor {
  return built(shape, () => 1);
}

/** Zeros round each image. */
export function framed(image: Tensor, [top, bottom, left, right]: Sides): Tensor {
  const [batch, height, width, channels] = image.shape;
  const shape = [batch, height + top + bottom, width + left + right, channels];
  return built(shape, ([n, row, column, channel]) => {
    const [y, x] = [row - top, column - left];
    return y < 0 || x < 0 || y >= height || x >= width ? 0 : at(image, [n, y, x, channel]);
  });
}

/** In every channel what all channels hold together at a place. */
export function channelsAdded(image: Tensor): Tensor {
  const [batch, height, width, channels] = image.shape;
  return built([batch, height, width, 1], ([n, row, column]) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += at(image, [n, row, column, channel]);
    return sum;
  });
}

/** What a transposed stage would make if a stamp replaced what lies below it. */
export function overwrittenBy(stage: Stage, input: Tensor, { weights, bias }: StageTensors): Tensor {
  return built(stage.output, (index) => {
    const [n, row, column, channel] = index;
    const terms = termsOf(stage, [n, row, column, channel]).flatMap(({ input: cell, weight }) =>
      cell ? [{ cell, product: at(input, cell) * at(weights, weight) }] : [],
    );
    const order = ({ cell: [, y, x] }: (typeof terms)[number]): number => y * stage.input[2] + x;
    const last = Math.max(...terms.map(order));
    const products = terms.filter((term) => order(term) === last).map(({ product }) => product);
    return products.reduce((sum, product) => sum + product, bias ? bias.data[channel] : 0);
  });
}

/**
 * The table whose stamps add up to a given one: what a convolution with stride would give back if it undid the transposed one of
 * the same kernel. Null where the given table is no such sum, or the kernel begins with 0.
 *
 * @param stage a convolution of one channel to one, without padding
 */
export function beforeStamping(stage: Stage, given: Tensor, weights: Tensor): Tensor | null {
  const isPlain = stage.op === 'conv' && stage.input[3] === 1 && stage.output[3] === 1;
  const corner = at(weights, [0, 0, 0, 0]);
  if (!isPlain || stage.padding.some((side) => side > 0) || corner === 0) return null;
  const left = Float32Array.from(given.data);
  const [rows, columns] = axesOf(stage);
  const found = built(stage.output, ([n, row, column]) => {
    const place = offsetOf(given.shape, [n, row * rows.stride, column * columns.stride, 0]);
    const value = left[place] / corner;
    for (let y = 0; y < rows.big; y++) {
      for (let x = 0; x < columns.big; x++) {
        const [down, across] = [tapAt(rows, y, row), tapAt(columns, x, column)];
        if (down < 0 || across < 0) continue;
        left[offsetOf(given.shape, [n, y, x, 0])] -= value * at(weights, [down, across, 0, 0]);
      }
    }
    return value;
  });
  return left.every((rest) => rest === 0) ? found : null;
}
