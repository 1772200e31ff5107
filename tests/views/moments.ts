/** Moments for tests of the views, made without a session: the reference stands in for the engine. */
import { reference, termValues } from '../../src/math/reference.js';
import { offsetOf, tensor } from '../../src/math/tensor.js';
import type { ConvSpec, Index4, Stage, StageTensors, Tensor } from '../../src/math/types.js';
import { inputCellAt } from '../../src/timeline/cells.js';
import { stampAt } from '../../src/timeline/stamp.js';
import { frameAt } from '../../src/timeline/frame.js';
import { readingFrame } from '../../src/timeline/reading.js';
import { highlightOf } from '../../src/timeline/highlight.js';
import type {
  CellValues,
  Frame,
  Moment,
  PartialSums,
  Selection,
  StageView,
  Walk,
} from '../../src/timeline/types.js';
import { plan } from '../../src/variants/plan-layer.js';
import type { LayerSpec } from '../../src/variants/types.js';
import { say, type Parameters, type WordKey } from '../../src/words/say.js';
import type { ViewTheme } from '../../src/views/theme.js';

export const paper: ViewTheme = {
  dark: false,
  background: '#ffffff',
  ink: '#111111',
  muted: '#555555',
  line: '#cccccc',
  input: '#0072b2',
  kernel: '#c25400',
  output: '#007a58',
  bias: '#a5527f',
  accent: '#0b5f92',
  highContrast: false,
};
export const board: ViewTheme = { ...paper, dark: true };

export const english = (key: WordKey, parameters?: Parameters): string => say('en', key, parameters);
export const chinese = (key: WordKey, parameters?: Parameters): string => say('zh', key, parameters);

/** The worked examples’ three textures: 5 × 5 × 3. */
export function threeTextures(): Tensor {
  const red = [0, 1, 2, 1, 0, 1, 3, 4, 2, 0, 2, 4, 4, 1, 0, 1, 2, 1, 0, 1, 0, 0, 0, 1, 2];
  const cells = red.flatMap((value, place) => [value, place % 5, 4 - Math.floor(place / 5)]);
  return tensor([1, 5, 5, 3], cells);
}

/** The slices D for filter 1, the formula for filters 2 to 4. */
export function standardWeights(): Tensor {
  const slices = [
    [-1, 0, 1, -2, 0, 2, -1, 0, 1],
    [0, 1, 0, 1, 1, 1, 0, 1, 0],
    [1, 0, 0, 0, -1, 0, 0, 0, 1],
  ];
  const weights: number[] = [];
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      for (let channel = 0; channel < 3; channel++) {
        for (let filter = 0; filter < 4; filter++) {
          const formula = ((3 * row + 5 * column + 7 * channel + 4 * filter + row * column) % 5) - 2;
          weights.push(filter === 0 ? slices[channel][3 * row + column] : formula);
        }
      }
    }
  }
  return tensor([3, 3, 3, 4], weights);
}

export interface MomentParts {
  /** One stage, several, or a layer with its variant. */
  readonly spec: ConvSpec | readonly ConvSpec[] | LayerSpec;
  readonly input: Tensor;
  /** Of each stage. */
  readonly tensors: StageTensors | readonly StageTensors[];
  /** Dense terms done. */
  readonly step: number;
  readonly walk?: Walk;
  readonly turned?: boolean;
  readonly selection?: Selection;
  /** The engine has not answered for the cell yet. */
  readonly withoutValues?: boolean;
}

export function momentOf(parts: MomentParts): Moment {
  const { spec, input, step, walk = 'output', turned = false, selection, withoutValues = false } = parts;
  const planned = plan(spec);
  const given: readonly StageTensors[] = 'weights' in parts.tensors ? [parts.tensors] : parts.tensors;
  const outputs = reference(planned, { input, stages: given }, { all: true });
  const stages = planned.stages.map((stage, i): StageView => {
    const read = i === 0 ? input : outputs[i - 1];
    return viewOf(stage, read, given[i], outputs[i], turned);
  });
  const frame = frameAt(planned, step, walk);
  const view = stages[frame.stage];
  const numbersOf = ({ stage, lanes, cell }: Frame) => ({
    values: withoutValues ? null : valuesOf(stages[stage], cell),
    alongside: withoutValues ? [] : lanes.map((lane) => valuesOf(stages[stage], lane)),
  });
  const asked = readingFrame(planned, frame, [selection ?? null]);
  return {
    plan: planned,
    stages,
    frame,
    ...numbersOf(frame),
    partial: withoutValues || !frame.stamp ? null : partialOf(view, frame.ordinal),
    selection: selection ?? null,
    highlight: highlightOf(planned, selection ?? null),
    reading: asked && { frame: asked, ...numbersOf(asked) },
  };
}

function viewOf(
  stage: Stage,
  input: Tensor,
  { weights, bias }: StageTensors,
  output: Tensor,
  turned: boolean,
): StageView {
  const largest = (data: Float32Array): number =>
    data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const ranges = {
    input: largest(input.data),
    weights: largest(weights.data),
    products: largest(input.data) * largest(weights.data),
    output: largest(output.data),
  };
  const canvas = canvasOf(stage, input, weights);
  return { stage, input, weights, bias: bias ?? null, output, turned, canvas, ranges };
}

function valuesOf({ stage, input, weights, bias, output }: StageView, cell: Index4): CellValues {
  const terms = termValues(stage, input, { weights }, cell);
  const list = (key: keyof (typeof terms)[number]): Float32Array =>
    Float32Array.from(terms, (term) => term[key]);
  const added = bias ? bias.data[cell[3]] : null;
  return {
    stage: stage.index,
    cell,
    input: list('input'),
    weight: list('weight'),
    product: list('product'),
    runningSum: list('runningSum'),
    channelSum: list('channelSum'),
    bias: added,
    sum: Math.fround((terms.at(-1)?.runningSum ?? 0) + (added ?? 0)),
    output: output.data[offsetOf(stage.output, cell)],
  };
}

/** Before and after the stamp of an input cell: the stage on an input whose later cells are 0. */
function partialOf({ stage, input, weights, canvas }: StageView, ordinal: number): PartialSums {
  const after = (of: Stage, cells: number): Tensor => {
    const first = tensor(input.shape, 0);
    for (let cell = 0; cell < cells; cell++) {
      const at = offsetOf(input.shape, inputCellAt(stage, cell));
      first.data[at] = input.data[at];
    }
    return run(of, first, weights);
  };
  const whole = uncropped(stage);
  const at = inputCellAt(stage, ordinal);
  const { entries } = stampAt(stage, ordinal, 0);
  const stamp = tensor([...stage.kernel, stage.filters], 0);
  for (const { weight, channel } of entries) {
    stamp.data[offsetOf(stamp.shape, [weight[0], weight[1], channel])] = Math.fround(
      input.data[offsetOf(stage.input, at)] * weights.data[offsetOf(stage.weightShape, weight)],
    );
  }
  return {
    ordinal,
    stamp,
    before: after(stage, ordinal),
    after: after(stage, ordinal + 1),
    canvas: canvas && { before: after(whole, ordinal), after: after(whole, ordinal + 1) },
  };
}

/** A transposed stage before its padding crops anything. */
function uncropped({ op, input, filters, kernel, stride, dilation, groups }: Stage): Stage {
  return plan({ op, input, filters, kernel, stride, dilation, groups }).stages[0];
}

function run(stage: Stage, input: Tensor, weights: Tensor): Tensor {
  const alone = { ...stage, index: 0, from: [-1], bias: false, activation: 'none' } as const;
  return reference({ stages: [alone], problems: [], warnings: [] }, { input, weights });
}

function canvasOf(stage: Stage, input: Tensor, weights: Tensor): StageView['canvas'] {
  const { padding, outputPadding } = stage;
  if (stage.op === 'conv' || [...padding, ...outputPadding].every((size) => size === 0)) return null;
  return { tensor: run(uncropped(stage), input, weights), offset: [padding[0], padding[2]] };
}

/** The standard example at a step; its bias is 1, −2, 0, 3 where it is switched on. */
export function standardMoment(
  step: number,
  { bias = false, selection }: { bias?: boolean; selection?: Selection } = {},
): Moment {
  return momentOf({
    spec: { input: [5, 5, 3], filters: 4, bias },
    input: threeTextures(),
    tensors: { weights: standardWeights(), ...(bias ? { bias: tensor([4], [1, -2, 0, 3]) } : {}) },
    step,
    ...(selection ? { selection } : {}),
  });
}

/** Stride and padding: 1 … 36 in 6 × 6, stride 2. */
export function stridedMoment(padding: ConvSpec['padding'], step: number): Moment {
  return momentOf({
    spec: { input: [6, 6, 1], stride: 2, padding },
    input: counting([1, 6, 6, 1]),
    tensors: { weights: alternating() },
    step,
  });
}

/** Dilation: 1 … 49 in 7 × 7, at a rate. */
export function dilatedMoment(step: number, dilation = 2): Moment {
  return momentOf({
    spec: { input: [7, 7, 1], dilation },
    input: counting([1, 7, 7, 1]),
    tensors: { weights: alternating() },
    step,
  });
}

/** Groups: a fourth texture, four scattered filters. */
export function groupedMoment(groups: number, step: number): Moment {
  const three = threeTextures().data;
  const four = Array.from({ length: 25 }, (_, place) => [
    ...three.slice(3 * place, 3 * place + 3),
    (Math.floor(place / 5) + (place % 5)) % 3,
  ]).flat();
  const perGroup = 4 / groups;
  const weights: number[] = [];
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 3; column++)
      for (let slice = 0; slice < perGroup; slice++)
        for (let filter = 0; filter < 4; filter++) {
          const channel = Math.floor(filter / perGroup) * perGroup + slice;
          weights.push(((3 * row + 5 * column + 7 * channel + 4 * filter + row * column) % 5) - 2);
        }
  return momentOf({
    spec: { input: [5, 5, 4], filters: 4, groups },
    input: tensor([1, 5, 5, 4], four),
    tensors: { weights: tensor([3, 3, perGroup, 4], weights) },
    step,
  });
}

/** The slices D, one a channel. */
export function slices(): Tensor {
  const all = standardWeights().data;
  return tensor(
    [3, 3, 1, 3],
    Array.from({ length: 27 }, (_, i) => all[4 * i]),
  );
}

/** The mixing table M. */
export function mixing(): Tensor {
  return tensor([1, 1, 3, 4], [1, 2, -1, 1, 1, -2, 1, 2, 1, 1, 2, -1]);
}

/** Depthwise. */
export function depthwiseMoment(
  step: number,
  { selection, ...spec }: Partial<ConvSpec> & Pick<MomentParts, 'selection'> = {},
): Moment {
  return momentOf({
    ...(selection ? { selection } : {}),
    spec: { input: [5, 5, 3], filters: 3, groups: 3, ...spec },
    input: threeTextures(),
    tensors: { weights: slices(), ...(spec.bias ? { bias: tensor([3], [1, -2, 0]) } : {}) },
    step,
  });
}

/** Pointwise. */
export function pointwiseMoment(step: number): Moment {
  return momentOf({
    spec: { input: [5, 5, 3], filters: 4, kernel: 1 },
    input: threeTextures(),
    tensors: { weights: mixing() },
    step,
  });
}

/** Separable: 243 steps of the first stage, 108 of the second. */
export function separableMoment(step: number, selection?: Selection): Moment {
  return momentOf({
    spec: { variant: 'separable' },
    input: threeTextures(),
    tensors: [{ weights: slices() }, { weights: mixing() }],
    step,
    ...(selection ? { selection } : {}),
  });
}

/** Transposed: 36 steps along inputs, 225 along outputs. */
export function transposedMoment(
  step: number,
  walk: Walk,
  { selection, ...spec }: Partial<ConvSpec> & { selection?: Selection } = {},
): Moment {
  return momentOf({
    spec: { op: 'transposed', input: [2, 2, 1], stride: 2, ...spec },
    input: tensor([1, 2, 2, 1], [1, 2, 3, 5]),
    tensors: {
      weights: tensor([3, 3, 1, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9]),
      ...(spec.bias ? { bias: tensor([1], 1) } : {}),
    },
    step,
    walk,
    ...(selection ? { selection } : {}),
  });
}

/** 1, 2, 3, … */
function counting(shape: readonly number[]): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return tensor(
    shape,
    Array.from({ length: size }, (_, i) => i + 1),
  );
}

/** −1 2 −3 / 4 −5 6 / −7 8 −9 */
function alternating(): Tensor {
  return tensor([3, 3, 1, 1], [-1, 2, -3, 4, -5, 6, -7, 8, -9]);
}
