/** The same question about other numbers, or about a layer of other sizes; the same one for the same seed. */
import { seededRandom } from '../media/random.js';
import { sizeOf } from '../math/tensor.js';
import type { Moment } from '../timeline/types.js';
import { plan as planLayer } from '../variants/plan-layer.js';
import type { Preset, TensorValues } from '../variants/presets.js';
import type { LayerSpec } from '../variants/types.js';

/** Quantities that depend on the numbers of a layer; the others depend on its sizes alone. */
const ofNumbers = /^(output|input|weights|bias|window|stamp|read|product|partial|sum)\b(?!-)/;

/** Layers of other sizes that are tried until one can run. */
const mostTries = 60;

/** What is varied: the numbers of the very same layer, or its sizes. */
export function varies(of: string): 'numbers' | 'sizes' {
  return ofNumbers.test(of.trim()) ? 'numbers' : 'sizes';
}

/** A layer like that of the moment, with whole numbers that are easy to reckon with. */
export function variantOf(layer: LayerSpec, { plan, frame }: Moment, of: string, seed: number): Preset {
  const random = seededRandom(seed);
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const filled = (shape: readonly number[], least: number, most: number): TensorValues => ({
    shape,
    values: Array.from({ length: sizeOf(shape) }, () => whole(least, most)),
  });
  const isSame = varies(of) === 'numbers';
  const other = isSame ? layer : otherSizes(layer, plan.stages[0].input, whole);
  const { stages } = isSame ? plan : planLayer(other);
  return {
    id: '',
    layer: other,
    input: filled(stages[0].input.slice(1), 0, 5),
    weights: stages.map(({ weightShape }) => filled(weightShape, -2, 3)),
    walk: frame.walk,
    step: isSame ? frame.step : 0,
  };
}

type Whole = (least: number, most: number) => number;

/** Rows, columns, channels and filters of other sizes, such that the layer can run; the layer itself where none is found. */
function otherSizes(
  layer: LayerSpec,
  [, height, width, channels]: readonly number[],
  whole: Whole,
): LayerSpec {
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const more = whole(1, 5);
    const input = [height === 1 ? 1 : height + more, width + more, channels === 1 ? 1 : whole(2, 8)];
    const filters = layer.filters === undefined ? {} : { filters: layer.filters === 1 ? 1 : whole(2, 12) };
    const kernel = Math.min(...kernelOf(layer)) > 1 ? { kernel: whole(2, 5) } : {};
    const { outputSize: _size, ...rest } = layer;
    const tried = { ...rest, input, ...filters, ...kernel };
    if (planLayer(tried).problems.length === 0) return tried;
  }
  return layer;
}

/** Rows and columns of the layer's kernel. */
function kernelOf(layer: LayerSpec): readonly number[] {
  return planLayer(layer).stages[0]?.kernel ?? [1, 1];
}
