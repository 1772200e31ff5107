/** Moments made by hand from the reference, for tests of the scene that must not depend on an engine. */
import { plan, reference, referenceAt, termValues } from '../../src/math/index.js';
import type { ConvSpec, Index4, Plan, Shape4, Stage, StageTensors, Tensor } from '../../src/math/types.js';
import { cellsInHand } from '../../src/session/numbers.js';
import { cellCount, inputCellAt } from '../../src/timeline/cells.js';
import { frameAt } from '../../src/timeline/frame.js';
import { highlightOf } from '../../src/timeline/highlight.js';
import { startOfCellAt } from '../../src/timeline/position.js';
import { segmentsOfUnit, unitOf } from '../../src/timeline/units.js';
import type {
  Canvas,
  CellValues,
  Frame,
  Moment,
  PartialSums,
  Selection,
  StageView,
  Walk,
} from '../../src/timeline/types.js';

/** A plan with its numbers; moments of any step. */
export interface Example {
  readonly plan: Plan;
  /** Of the first stage. */
  readonly view: StageView;
  readonly views: readonly StageView[];
  at(step: number, selection?: Selection | null, walk?: Walk): Moment;
}

/** Input R, G, B of the worked example’s "three textures", [5, 5, 3]. */
const red = [0, 1, 2, 1, 0, 1, 3, 4, 2, 0, 2, 4, 4, 1, 0, 1, 2, 1, 0, 1, 0, 0, 0, 1, 2];
/** Its kernel slices D, one a channel. */
const slices = [
  [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  [0, 1, 0, 1, 1, 1, 0, 1, 0],
  [1, 0, 0, 0, -1, 0, 0, 0, 1],
];
/** Its mixing table M, one row a filter. */
const mixing = [
  [1, 1, 1],
  [2, -2, 1],
  [-1, 1, 2],
  [1, 2, -1],
];

/** [kernel row, kernel column, big channel within the group, small channel] → weight. */
type Weigh = (row: number, column: number, big: number, small: number) => number;

function textureElement(i: number): number {
  const [row, column, channel] = [Math.floor(i / 15), Math.floor(i / 3) % 5, i % 3];
  return [red[row * 5 + column], column, 4 - row][channel];
}

const byFormula: Weigh = (row, column, channel, filter) =>
  ((3 * row + 5 * column + 7 * channel + 4 * filter + row * column) % 5) - 2;
const integers: Weigh = (row, column, channel, filter) =>
  ((3 * row + 5 * column + 7 * channel + 4 * filter) % 5) - 2;

export function threeTextures(spec: Partial<ConvSpec> = {}): Example {
  const full: ConvSpec = { input: [5, 5, 3], filters: 4, ...spec };
  const [{ kernel }] = plan(full).stages;
  const weigh: Weigh = (row, column, channel, filter) =>
    filter === 0 && kernel[0] === 3 && kernel[1] === 3
      ? slices[channel % 3][row * 3 + column]
      : byFormula(row, column, channel, filter);
  return example([full], textureElement, [weigh], [1, -2, 0, 3]);
}

/** Three textures through D: the worked example’s depthwise example; further maps of a lane follow the formula. */
export function texturesByChannel(spec: Partial<ConvSpec> = {}): Example {
  return example([{ ...depthwiseSpec, ...spec }], textureElement, [depthwiseWeights(spec)], [1, -2, 0]);
}

/** Three textures through M: the worked example’s pointwise example. */
export function texturesMixed(spec: Partial<ConvSpec> = {}): Example {
  return example(
    [{ input: [5, 5, 3], kernel: 1, filters: 4, ...spec }],
    textureElement,
    [mixed],
    [1, -2, 0, 3],
  );
}

/** Three textures through D, then M: the worked example’s separable example. */
export function texturesSeparable(): Example {
  return example([depthwiseSpec, { kernel: 1, filters: 4 }], textureElement, [depthwiseWeights({}), mixed]);
}

const depthwiseSpec: ConvSpec = { input: [5, 5, 3], groups: 3, filters: 3 };

function depthwiseWeights({ filters = 3 }: Partial<ConvSpec>): Weigh {
  const maps = filters / 3;
  return (row, column, _, small) =>
    small % maps === 0
      ? slices[Math.floor(small / maps)][row * 3 + column]
      : byFormula(row, column, 0, small);
}

const mixed: Weigh = (_row, _column, big, small) => mixing[small % 4][big % 3];

/** 1 2 / 3 5 through the kernel 1…9 at stride 2: the worked example’s transposed example. */
export function transposedExample(spec: Partial<ConvSpec> = {}): Example {
  const full: ConvSpec = { op: 'transposed', input: [2, 2, 1], stride: 2, ...spec };
  const digits: Weigh = (row, column) => 3 * row + column + 1;
  return example([full], (i) => [1, 2, 3, 5][i % 4], [digits]);
}

/** Cells that hold their own number, 1 …, through the kernel of the worked example’s stride and dilation examples. */
export function addresses(spec: Partial<ConvSpec> = {}): Example {
  return example([{ input: [6, 6, 1], ...spec }], (i) => i + 1, [alternating]);
}

const alternating: Weigh = (row, column) => [-1, 2, -3, 4, -5, 6, -7, 8, -9][row * 3 + column];

/** Three textures and a fourth channel, (row + column) mod 3, through filters by the formula: the grouped example. */
export function fourTextures(groups: number): Example {
  const element = (i: number) => {
    const [row, column, channel] = [Math.floor(i / 20), Math.floor(i / 4) % 5, i % 4];
    return [red[row * 5 + column], column, 4 - row, (row + column) % 3][channel];
  };
  const weigh: Weigh = (row, column, big, small) =>
    byFormula(row, column, Math.floor(small / (4 / groups)) * (4 / groups) + big, small);
  return example([{ input: [5, 5, 4], filters: 4, groups }], element, [weigh]);
}

/** Any specs with small integers. */
export function smallIntegers(...specs: ConvSpec[]): Example {
  return example(
    specs,
    (i) => ((i * 7 + 3) % 9) - 2,
    specs.map(() => integers),
  );
}

function example(
  specs: readonly ConvSpec[],
  element: (i: number) => number,
  weigh: readonly Weigh[],
  biases: readonly number[] = [1, -1],
): Example {
  const made = plan([...specs]);
  if (made.problems.length > 0) throw new Error(made.problems.map(({ message }) => message).join('\n'));
  const input = filled(made.stages[0].input, element);
  const stages = made.stages.map((stage): StageTensors & { readonly weights: Tensor } => {
    const [, width, big, small] = stage.weightShape;
    const weights = filled(stage.weightShape, (i) =>
      weigh[stage.index](
        Math.floor(i / (width * big * small)),
        Math.floor(i / (big * small)) % width,
        Math.floor(i / small) % big,
        i % small,
      ),
    );
    return stage.bias
      ? { weights, bias: filled([stage.filters], (i) => biases[i % biases.length]) }
      : { weights };
  });
  const outputs = reference(made, { input, stages }, { all: true });
  const views = made.stages.map((stage, i): StageView => {
    const { weights, bias = null } = stages[i];
    const read = i === 0 ? input : outputs[i - 1];
    const ranges = {
      input: largest(read.data),
      weights: largest(weights.data),
      products: largest(read.data) * largest(weights.data),
      output: largest(outputs[i].data),
    };
    const known = { stage, input: read, weights, bias, output: outputs[i], turned: false, ranges };
    return { ...known, canvas: canvasOf(stage, read, weights) };
  });
  return {
    plan: made,
    view: views[0],
    views,
    at(step, selection = null, walk = 'output') {
      const frame = frameAt(made, step, walk);
      const view = views[frame.stage];
      return {
        plan: made,
        stages: views,
        frame,
        values: valuesOf(view, frame.cell),
        alongside: cellsInHand(frame, view.stage).map((cell) => valuesOf(view, cell)),
        partial: frame.stamp && partialOf(view, frame.ordinal),
        selection,
        highlight: highlightOf(made, selection),
        reading: null,
      };
    },
  };
}

function largest(data: Float32Array): number {
  return data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function filled(shape: readonly number[], element: (i: number) => number): Tensor {
  return {
    shape,
    data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => element(i)),
  };
}

function tensorsOf({ weights, bias }: StageView): StageTensors {
  return bias ? { weights, bias } : { weights };
}

export function valuesOf(view: StageView, cell: Index4): CellValues {
  const { stage, bias } = view;
  const terms = termValues(stage, view.input, tensorsOf(view), cell);
  const column = (key: keyof (typeof terms)[number]) => Float32Array.from(terms, (term) => term[key]);
  const own = bias ? bias.data[cell[3]] : null;
  return {
    stage: stage.index,
    cell,
    input: column('input'),
    weight: column('weight'),
    product: column('product'),
    runningSum: column('runningSum'),
    channelSum: column('channelSum'),
    bias: own,
    sum: Math.fround((terms.at(-1)?.runningSum ?? 0) + (own ?? 0)),
    output: elementAt(view.output, cell),
  };
}

/** A transposed stage with neither crop nor output padding, bias and activation left out. */
function uncropped(stage: Stage): Stage {
  const size = (axis: 0 | 1) =>
    (stage.small[axis + 1] - 1) * stage.stride[axis] + (stage.kernel[axis] - 1) * stage.dilation[axis] + 1;
  const output: Shape4 = [stage.output[0], size(0), size(1), stage.output[3]];
  const bare = { padding: [0, 0, 0, 0], outputPadding: [0, 0], bias: false, activation: 'none' } as const;
  return { ...stage, ...bare, index: 0, from: [-1], output, big: output };
}

function run(stage: Stage, input: Tensor, weights: Tensor): Tensor {
  return reference({ stages: [stage], problems: [], warnings: [] }, { input, weights });
}

function canvasOf(stage: Stage, input: Tensor, weights: Tensor): Canvas | null {
  if (stage.op === 'conv') return null;
  const whole = uncropped(stage);
  if (String(whole.output) === String(stage.output)) return null;
  return { tensor: run(whole, input, weights), offset: [stage.padding[0], stage.padding[2]] };
}

/** The reference on an input whose later cells are 0, before and after the cell in hand. */
function partialOf(view: StageView, ordinal: number): PartialSums {
  const { stage, weights } = view;
  const kept = (cells: readonly number[]): Tensor => {
    const some = filled(view.input.shape, () => 0);
    for (const cell of cells) {
      const at = offsetIn(some, inputCellAt(stage, cell));
      some.data[at] = view.input.data[at];
    }
    return some;
  };
  const before = kept(Array.from({ length: ordinal }, (_, cell) => cell));
  const after = kept(Array.from({ length: ordinal + 1 }, (_, cell) => cell));
  const bare = { ...stage, index: 0, from: [-1], bias: false, activation: 'none' } as const;
  const whole = uncropped(stage);
  return {
    ordinal,
    stamp: stampOf(view, ordinal),
    before: run(bare, before, weights),
    after: run(bare, after, weights),
    canvas: view.canvas && { before: run(whole, before, weights), after: run(whole, after, weights) },
    known: {
      first: 0,
      stamps: Array.from({ length: Math.min(cellCount(stage, 'input'), 16) }, (_, cell) =>
        stampOf(view, cell),
      ),
    },
  };
}

/** The run on an input of one cell. */
function stampOf({ stage, weights, input }: StageView, ordinal: number): Tensor {
  const index = inputCellAt(stage, ordinal);
  const value = elementAt(input, index);
  const one = plan({
    op: 'transposed',
    input: [1, 1, stage.input[3]],
    filters: stage.filters,
    kernel: stage.kernel,
    groups: stage.groups,
  });
  const cell = filled([1, 1, 1, stage.input[3]], (i) => (i === index[3] ? value : 0));
  return { shape: [...stage.kernel, stage.filters], data: run(one.stages[0], cell, weights).data };
}

function offsetIn({ shape }: Tensor, index: readonly number[]): number {
  return index.reduce((flat, place, axis) => flat * shape[axis] + place, 0);
}

export function elementAt(tensor: Tensor, index: readonly number[]): number {
  return tensor.data[offsetIn(tensor, index)];
}

export interface Sought {
  /** Of the cell, in the order of the walk. */
  readonly ordinal?: number;
  readonly stage?: number;
  /** Bench row. */
  readonly channel?: number;
  readonly walk?: Walk;
}

/** The step at which a beat of a cell (of the cells made together with it) has come so far, 0 … 1. */
export function stepIn(made: Plan, beat: Frame['beat'], share: number, sought: Sought | number = 0): number {
  const {
    ordinal = 0,
    stage = 0,
    channel,
    walk = 'output',
  } = typeof sought === 'number' ? { ordinal: sought } : sought;
  const unit = unitOf(made.stages[stage], ordinal, walk);
  const segment = segmentsOfUnit(unit).find(
    (each) => each.beat === beat && (channel === undefined || each.channel === channel),
  );
  if (!segment) throw new Error(`Cell ${ordinal} of stage ${stage} has no beat ${beat}.`);
  const within = segment.from + share * (segment.to - segment.from);
  return startOfCellAt(made, stage, unit.first, walk) + within * unit.lanes;
}

export type { Index4, Stage };
export { referenceAt };
