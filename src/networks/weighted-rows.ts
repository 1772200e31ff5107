/** Rows that the relation describes: convolutions, dense rows, and pools as the windows that they slide. */
import { counts, DEFAULTS } from '../math/index.js';
import type { ConvSpec, Pair, Plan, Sides, Stage } from '../math/types.js';
import { pairOf, sidesOf } from '../variants/pair.js';
import { plan } from '../variants/plan-layer.js';
import type { LayerFields, LayerSpec, VariantName } from '../variants/types.js';
import type { ConvLayer, DenseLayer, LayerRow, PoolLayer, RowFacts, RowKind, Shape } from './types.js';

const nothing = { params: 0, trainable: 0, nonTrainable: 0, macs: 0, usefulMacs: 0 } as const;

/** Either what a row means, or the plan that says why it means nothing. */
export type Planned = RowFacts | Pick<Plan, 'problems'>;

/** A convolution of any kind, reading a plane. */
export function convFacts(asked: ConvLayer, input: Shape): Planned {
  const layer = layerOf(asked, input);
  return factsOf(layer, (stages) => kindOf(asked, stages));
}

/** A dense row: a list as a plane of one place; of anything else the last axis. */
export function denseFacts({ units, bias = true }: DenseLayer, input: Shape): Planned {
  const channels = input[input.length - 1];
  const places = input.slice(0, -1);
  const plane = places.length === 2 ? places : [1, places.reduce((product, size) => product * size, 1)];
  const layer: LayerSpec = {
    variant: 'pointwise',
    input: [...plane, channels],
    filters: units,
    kernel: 1,
    stride: 1,
    padding: 'valid',
    bias,
  };
  const facts = factsOf(layer, () => 'dense');
  return 'problems' in facts ? facts : { ...facts, output: [...places, units] };
}

/** A pool that slides a window over each channel alone. */
export function poolFacts(asked: PoolLayer, input: Shape): Planned {
  const { kernel = 2, stride = kernel } = asked;
  const planned = plan(windowOf(input, { kernel, stride, padding: paddingOf(asked, input) }));
  const [stage] = planned.stages;
  if (planned.problems.length > 0) return planned;
  return { ...nothing, kind: asked.op, layer: null, stages: [stage], output: shapeOf(stage) };
}

/** A pool whose window is the whole plane, so one place is left. */
export function globalPoolStage(input: Shape): Stage {
  return plan(windowOf(input, { kernel: [input[0], input[1]] })).stages[0];
}

function windowOf(input: Shape, window: ConvSpec): ConvSpec {
  const channels = input[2];
  return { ...window, input, filters: channels, groups: channels };
}

function factsOf(layer: LayerSpec, kind: (stages: readonly Stage[]) => RowKind): Planned {
  const planned = plan(layer);
  if (planned.problems.length > 0) return planned;
  const { params, macs, usefulMacs } = counts(planned);
  const { stages } = planned;
  const output = shapeOf(stages[stages.length - 1]);
  return {
    kind: kind(stages),
    layer,
    stages,
    output,
    params,
    trainable: params,
    nonTrainable: 0,
    macs,
    usefulMacs,
  };
}

function shapeOf({ output }: Stage): Shape {
  return output.slice(1);
}

/** The row as a layer; what it leaves open means what a spec means by it, not what a variant presets. */
function layerOf({ op, ...asked }: ConvLayer, input: Shape): LayerSpec {
  const { filters, kernel, stride, dilation, padding, bias } = DEFAULTS;
  const fields = ownFields(asked);
  const variant = variantOf(op, fields);
  return { variant, filters, kernel, stride, dilation, padding, bias, ...fields, input };
}

/** Of a row of a network only what a layer has. */
function ownFields(asked: object): LayerFields {
  const {
    name: _name,
    from: _from,
    block: _block,
    expects: _expects,
    ...fields
  } = asked as Partial<LayerRow>;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function variantOf(op: ConvLayer['op'], { kernel = DEFAULTS.kernel, groups = 1 }: LayerFields): VariantName {
  if (op !== 'conv') return op;
  if (groups !== 1) return 'grouped';
  const sizes = pairOf(kernel, 1);
  return sizes && isOne(sizes) ? 'pointwise' : 'standard';
}

function isOne(pair: Pair): boolean {
  return pair[0] === 1 && pair[1] === 1;
}

function kindOf({ op }: ConvLayer, [{ groups, input, kernel }]: readonly Stage[]): RowKind {
  if (op !== 'conv') return op;
  if (groups > 1) return groups === input[3] ? 'depthwise' : 'grouped';
  return isOne(kernel) ? 'pointwise' : 'standard';
}

/** The padding with what a partial last window needs behind the input; as it is where it cannot be read. */
function paddingOf(
  { kernel = 2, stride = kernel, padding, ceil = false }: PoolLayer,
  input: Shape,
): PoolLayer['padding'] {
  const [sizes, steps, sides] = [pairOf(kernel, 1), pairOf(stride, 1), sidesOf(padding)];
  if (!ceil || padding === 'same' || !sizes || !steps || !sides) return padding;
  const [top, bottom, left, right] = sides;
  return [
    top,
    bottom + partialWindow(input[0], sizes[0], steps[0], top, bottom),
    left,
    right + partialWindow(input[1], sizes[1], steps[1], left, right),
  ] satisfies Sides;
}

/** Cells behind the padded axis that its last window needs, if that begins before the input ends. */
function partialWindow(input: number, kernel: number, stride: number, before: number, after: number): number {
  const steps = Math.ceil((input + before + after - kernel) / stride);
  const lastStart = steps * stride < input + before ? steps * stride : (steps - 1) * stride;
  return Math.max(lastStart + kernel - input - before - after, 0);
}
