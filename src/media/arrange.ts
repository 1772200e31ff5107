/** Numbers of any accepted shape into a tensor of ours: [H, W, C], [kh, kw, Cbig / groups, Csmall] or [filters]. */
import { sizeOf } from '../math/tensor.js';
import type { Shape4, Tensor } from '../math/types.js';
import {
  chooseInputLayout,
  chooseWeightLayout,
  inputSizes,
  type Layout,
  type LayoutChoice,
  type NumberTarget,
} from './layouts.js';
import { numberLimits, NumberRefusal } from './number-problems.js';
import type { Origin } from './read-text.js';

export interface ArrangeOptions {
  /** Default: an input whose channels nobody knows. */
  readonly target?: NumberTarget | undefined;
  /** Default: found from the shape, the origin and the target. */
  readonly layout?: Layout | undefined;
}

/** @throws NumberRefusal when the shape does not suit the target */
export function chooseLayout(
  shape: readonly number[],
  origin: Origin,
  { target = { kind: 'input' }, layout }: ArrangeOptions,
): LayoutChoice {
  if (sizeOf(shape) === 0) throw new NumberRefusal('empty');
  switch (target.kind) {
    case 'input': {
      const choice = chooseInputLayout(shape, origin, { channels: target.channels, asked: layout });
      const sizes = inputSizes(shape, choice.layout);
      const most = [numberLimits.rows, numberLimits.columns, numberLimits.channels];
      if (sizes.every((size, axis) => size <= most[axis])) return choice;
      throw new NumberRefusal('too-large', { given: sizes.join(' × '), allowed: most.join(' × ') });
    }
    case 'weights':
      return chooseWeightLayout(shape, origin, target.shape, layout);
    default: {
      const isList = Math.max(...shape) === sizeOf(shape);
      if (isList && sizeOf(shape) === target.filters) return { layout: 'hwio', reason: 'only' };
      throw new NumberRefusal('bias-misfit', { given: shape.join(' × '), allowed: `${target.filters}` });
    }
  }
}

/** @param given of the shape and the origin that the choice was made for */
export function arrange(given: Tensor, { layout }: LayoutChoice, { target }: ArrangeOptions): Tensor {
  const { shape, data } = given;
  switch (target?.kind) {
    case 'weights':
      return weightsFrom(data, target.shape, layout);
    case 'bias':
      return { shape: [target.filters], data };
    default: {
      const sizes = inputSizes(shape, layout);
      const isFirst = layout === 'chw' && shape.length > 2;
      const [rows, columns, channels] = sizes;
      return { shape: sizes, data: isFirst ? swapped(data, channels, rows * columns) : data };
    }
  }
}

function weightsFrom(data: Float32Array, shape: Shape4, layout: Layout): Tensor {
  const [rows, columns, channels, filters] = shape;
  const taps = rows * columns;
  if (data.length === taps) {
    return {
      shape,
      data: Float32Array.from(
        { length: sizeOf(shape) },
        (_, i) => data[Math.floor(i / (channels * filters))],
      ),
    };
  }
  if (layout === 'hwio') return { shape, data };
  const ihwo = swapped(data, filters, channels * taps);
  const result = new Float32Array(data.length);
  for (let tap = 0; tap < taps; tap += 1) {
    for (let channel = 0; channel < channels; channel += 1) {
      const from = (channel * taps + tap) * filters;
      result.set(ihwo.subarray(from, from + filters), (tap * channels + channel) * filters);
    }
  }
  return { shape, data: result };
}

/** [rows, columns] into [columns, rows]. */
function swapped(data: Float32Array, rows: number, columns: number): Float32Array {
  return Float32Array.from(
    { length: data.length },
    (_, i) => data[(i % rows) * columns + Math.floor(i / rows)],
  );
}
