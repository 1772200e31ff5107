/** Rows outside the relation: what comes out of them, and which numbers they hold. */
import { pairOf, sidesOf } from '../variants/pair.js';
import { globalPoolStage } from './weighted-rows.js';
import { pointwiseFunctions } from './types.js';
import type { BatchNormLayer, OtherNormLayer, PlainLayer, RowFacts, Shape, UnknownLayer } from './types.js';

/** A refusal of one input: what was given, and what would do. */
export interface ShapeRefusal {
  /** Which of the inputs, or the field of the layer. */
  readonly at: number | string;
  readonly given: string;
  readonly allowed: string;
}

const none = {
  params: 0,
  trainable: 0,
  nonTrainable: 0,
  macs: 0,
  usefulMacs: 0,
  layer: null,
  stages: [],
} as const;

export function normFacts(layer: BatchNormLayer | OtherNormLayer, input: Shape): RowFacts {
  const { op, scale = true, centre = true } = layer;
  const channels = input[input.length - 1];
  const eachChannel = (Number(scale) + Number(centre)) * channels;
  const trainable = op === 'other-norm' ? (layer.params ?? eachChannel) : eachChannel;
  const nonTrainable = op === 'batch-norm' ? 2 * channels : 0;
  const params = trainable + nonTrainable;
  return { ...none, kind: op, output: input, params, trainable, nonTrainable };
}

/** Nothing but what the row's own text says. */
export function unknownFacts({ op, output, params }: UnknownLayer): RowFacts {
  return { ...none, kind: op, output: output ?? null, ...trained(params) };
}

function trained(params = 0): Pick<RowFacts, 'params' | 'trainable'> {
  return { params, trainable: params };
}

/** @param inputs at least one, except for the input row */
export function plainFacts(layer: PlainLayer, inputs: readonly Shape[]): RowFacts | ShapeRefusal {
  const kind = layer.op;
  const [input] = inputs;
  const facts = (output: Shape): RowFacts => ({ ...none, kind, output });
  switch (layer.op) {
    case 'input':
      return isShape(layer.shape) ? facts(layer.shape) : badShape(layer.shape);
    case 'activation':
      return layer.activation === undefined || pointwiseFunctions.includes(layer.activation)
        ? { ...facts(input), ...trained(layer.params) }
        : badField('activation', layer.activation, pointwiseFunctions.join(', '));
    case 'identity':
      return { ...facts(input), ...trained(layer.params) };
    case 'dropout':
    case 'softmax':
    case 'local-response-norm':
      return facts(input);
    case 'flatten':
      return facts([sizeOf(input)]);
    case 'reshape':
      return reshaped(layer.shape, input, facts);
    case 'add':
    case 'multiply':
      return together(layer.op, inputs, facts);
    case 'concat':
      return joined(inputs, facts);
    case 'global-average-pool':
    case 'global-max-pool':
      return {
        ...facts(layer.keepsPlane ? [1, 1, input[2]] : [input[2]]),
        stages: [globalPoolStage(input)],
      };
    case 'adaptive-average-pool':
    case 'upsampling':
    case 'zero-padding':
    case 'cropping':
      return resized(layer, input, facts);
  }
}

type Resizing = Extract<
  PlainLayer,
  { op: 'adaptive-average-pool' | 'upsampling' | 'zero-padding' | 'cropping' }
>;
type Facts = (output: Shape) => RowFacts;

function resized(layer: Resizing, [height, width, channels]: Shape, facts: Facts): RowFacts | ShapeRefusal {
  if (layer.op === 'adaptive-average-pool') {
    const size = pairOf(layer.size, 1);
    return size ? facts([...size, channels]) : badField('size', layer.size, '1, 2, 3, …');
  }
  if (layer.op === 'upsampling') {
    const factor = pairOf(layer.factor ?? 2, 1);
    if (!factor) return badField('factor', layer.factor, '1, 2, 3, …');
    return facts([height * factor[0], width * factor[1], channels]);
  }
  const sides = sidesOf(layer.padding);
  if (!sides) return badField('padding', layer.padding, '0, 1, 2, …');
  const sign = layer.op === 'cropping' ? -1 : 1;
  const output = [height + sign * (sides[0] + sides[1]), width + sign * (sides[2] + sides[3]), channels];
  return isShape(output) ? facts(output) : badField('padding', layer.padding, `< ${height}, < ${width}`);
}

/** One size may be −1: whatever is left. */
function reshaped(wanted: unknown, input: Shape, facts: Facts): RowFacts | ShapeRefusal {
  if (!Array.isArray(wanted)) return badField('shape', wanted, '[H, W, C] | [C]');
  const others = sizeOf(wanted.filter((size) => size !== -1) as number[]);
  const shape = wanted.map((size: unknown) => (size === -1 ? sizeOf(input) / others : size));
  if (isShape(shape) && sizeOf(shape) === sizeOf(input)) return facts(shape);
  const isOpen = wanted.includes(-1) && isShape(wanted.map((size: unknown) => (size === -1 ? 1 : size)));
  if (!isOpen && !isShape(shape)) return badField('shape', wanted, '[H, W, C] | [C]');
  return {
    at: 0,
    given: shapeText(input),
    allowed: `${wanted.join(' · ')} = ${isOpen ? `n · ${others}` : others}`,
  };
}

/** Equal shapes; a product may also have one number for each channel. */
function together(op: 'add' | 'multiply', inputs: readonly Shape[], facts: Facts): RowFacts | ShapeRefusal {
  const output = inputs.reduce((largest, shape) => (sizeOf(shape) > sizeOf(largest) ? shape : largest));
  const onePlace = [1, 1, output[output.length - 1]];
  const fits = (shape: Shape): boolean =>
    same(shape, output) || (op === 'multiply' && output.length === 3 && same(shape, onePlace));
  const at = inputs.findIndex((shape) => !fits(shape));
  return at < 0 ? facts(output) : { at, given: shapeText(inputs[at]), allowed: shapeText(output) };
}

function joined(inputs: readonly Shape[], facts: Facts): RowFacts | ShapeRefusal {
  const places = inputs[0].slice(0, -1);
  const at = inputs.findIndex((shape) => !same(shape.slice(0, -1), places));
  if (at >= 0) return { at, given: shapeText(inputs[at]), allowed: shapeText([...places, 'C']) };
  const channels = inputs.reduce((sum, shape) => sum + shape[shape.length - 1], 0);
  return facts([...places, channels]);
}

/** Whether these are whole positive numbers, at least one of them. */
export function isShape(shape: unknown): shape is Shape {
  return (
    Array.isArray(shape) && shape.length > 0 && shape.every((size) => Number.isSafeInteger(size) && size > 0)
  );
}

function badShape(given: unknown): ShapeRefusal {
  return badField('shape', given, '[H, W, C] | [C]');
}

function badField(at: string, given: unknown, allowed: string): ShapeRefusal {
  return { at, given: JSON.stringify(given) ?? 'undefined', allowed };
}

export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** As the field writes shapes, e.g. '28 × 28 × 16'. */
export function shapeText(shape: readonly (number | string)[]): string {
  return shape.join(' × ');
}

function same(one: Shape, other: Shape): boolean {
  return one.length === other.length && one.every((size, axis) => size === other[axis]);
}
