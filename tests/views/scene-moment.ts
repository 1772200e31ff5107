/** Moments made by hand from the reference, for tests of the scene that must not depend on an engine. */
import { plan, reference, referenceAt, termsOf } from '../../src/math/index.js';
import type { ConvSpec, Index4, Plan, Stage, Tensor } from '../../src/math/types.js';
import { frameAt } from '../../src/timeline/frame.js';
import { highlightOf } from '../../src/timeline/highlight.js';
import type { CellValues, Frame, Moment, Selection, StageView } from '../../src/timeline/types.js';

/** A plan of one stage with its numbers; moments of any step. */
export interface Example {
  readonly plan: Plan;
  readonly view: StageView;
  at(step: number, selection?: Selection | null): Moment;
}

/** Input R, G, B of the storyboard's "three textures", [5, 5, 3]. */
const red = [0, 1, 2, 1, 0, 1, 3, 4, 2, 0, 2, 4, 4, 1, 0, 1, 2, 1, 0, 1, 0, 0, 0, 1, 2];
const slices = [
  [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  [0, 1, 0, 1, 1, 1, 0, 1, 0],
  [1, 0, 0, 0, -1, 0, 0, 0, 1],
];

export function threeTextures(spec: Partial<ConvSpec> = {}): Example {
  const input = Array.from({ length: 75 }, (_, i) => {
    const [row, column, channel] = [Math.floor(i / 15), Math.floor(i / 3) % 5, i % 3];
    return [red[row * 5 + column], column, 4 - row][channel];
  });
  const full: ConvSpec = { input: [5, 5, 3], filters: 4, ...spec };
  const stage = plan(full).stages[0];
  const weight = (row: number, column: number, channel: number, filter: number) =>
    filter === 0 && stage.kernel[0] === 3 && stage.kernel[1] === 3
      ? slices[channel % 3][row * 3 + column]
      : ((3 * row + 5 * column + 7 * channel + 4 * filter + row * column) % 5) - 2;
  return example(full, (i) => input[i], weight, [1, -2, 0, 3]);
}

/** Any spec with small integers. */
export function smallIntegers(spec: ConvSpec): Example {
  return example(
    spec,
    (i) => ((i * 7 + 3) % 9) - 2,
    (row, column, channel, filter) => ((3 * row + 5 * column + 7 * channel + 4 * filter) % 5) - 2,
  );
}

function example(
  spec: ConvSpec,
  element: (i: number) => number,
  weight: (row: number, column: number, channel: number, filter: number) => number,
  biases: readonly number[] = [1, -1],
): Example {
  const made = plan(spec);
  const stage = made.stages[0];
  if (!stage) throw new Error(made.problems.map(({ message }) => message).join('\n'));
  const input = filled(stage.input, element);
  const [, width, big, small] = stage.weightShape;
  const weights = filled(stage.weightShape, (i) =>
    weight(
      Math.floor(i / (width * big * small)),
      Math.floor(i / (big * small)) % width,
      Math.floor(i / small) % big,
      i % small,
    ),
  );
  const bias = stage.bias ? filled([stage.filters], (i) => biases[i % biases.length]) : null;
  const output = reference(made, { input, weights, ...(bias ? { bias } : {}) });
  const largest = (data: Float32Array) => data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const ranges = {
    input: largest(input.data),
    weights: largest(weights.data),
    products: largest(input.data) * largest(weights.data),
    output: largest(output.data),
  };
  const view: StageView = { stage, input, weights, bias, output, ranges };
  return {
    plan: made,
    view,
    at(step, selection = null) {
      const frame = frameAt(made, step);
      return {
        plan: made,
        stages: [view],
        frame,
        values: valuesOf(view, frame),
        selection,
        highlight: highlightOf(made, selection),
      };
    },
  };
}

function filled(shape: readonly number[], element: (i: number) => number): Tensor {
  return {
    shape,
    data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => element(i)),
  };
}

function valuesOf(view: StageView, frame: Frame): CellValues {
  const { stage } = view;
  const terms = termsOf(stage, frame.cell);
  const read = Float32Array.from(terms, ({ input }) => (input ? elementAt(view.input, input) : 0));
  const weight = Float32Array.from(terms, (term) => elementAt(view.weights, term.weight));
  const product = read.map((value, i) => value * weight[i]);
  const sums = (from: (i: number) => number) =>
    product.map((_, i) =>
      product.subarray(from(i), i + 1).reduce((sum, value) => Math.fround(sum + value), 0),
    );
  return {
    stage: stage.index,
    cell: frame.cell,
    input: read,
    weight,
    product,
    runningSum: sums(() => 0),
    channelSum: sums((i) => i - (i % frame.taps)),
    bias: view.bias ? view.bias.data[frame.cell[3]] : null,
    output: elementAt(view.output, frame.cell),
  };
}

export function elementAt({ shape, data }: Tensor, index: readonly number[]): number {
  return data[index.reduce((flat, place, axis) => flat * shape[axis] + place, 0)];
}

/** A step inside a beat of the cell with an ordinal number: the first step found there, searched in small strides. */
export function stepIn(
  made: Plan,
  beat: Frame['beat'],
  share: number,
  ordinal = 0,
  channel?: number,
): number {
  const terms = frameAt(made, 0).terms.length;
  const strides = 200 * Math.max(terms, 4);
  let best = { step: 0, off: Infinity };
  for (let i = 1; i <= strides; i++) {
    const step = ordinal * terms + (i / strides) * terms;
    const frame = frameAt(made, step);
    if (
      frame.beat !== beat ||
      frame.ordinal !== ordinal ||
      (channel !== undefined && frame.channel !== channel)
    )
      continue;
    const off = Math.abs(frame.progress - share);
    if (off < best.off) best = { step, off };
  }
  if (best.off > 0.1) throw new Error(`No step in beat ${beat} at ${share}.`);
  return best.step;
}

export type { Index4, Stage };
export { referenceAt };
