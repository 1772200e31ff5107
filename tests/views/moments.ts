/** Moments for tests of the views, made without a session: the reference stands in for the engine. */
import { plan } from '../../src/math/plan.js';
import { reference, termValues } from '../../src/math/reference.js';
import { tensor } from '../../src/math/tensor.js';
import type { ConvSpec, StageTensors, Tensor } from '../../src/math/types.js';
import { frameAt } from '../../src/timeline/frame.js';
import type { CellValues, Moment, Selection } from '../../src/timeline/types.js';
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

/** STORYBOARD's three textures: 5 × 5 × 3. */
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
  readonly spec: ConvSpec;
  readonly input: Tensor;
  readonly tensors: StageTensors;
  /** Dense terms done. */
  readonly step: number;
  readonly selection?: Selection;
  /** The engine has not answered for the cell yet. */
  readonly withoutValues?: boolean;
}

export function momentOf({ spec, input, tensors, step, selection, withoutValues }: MomentParts): Moment {
  const planned = plan(spec);
  const stage = planned.stages[0];
  const frame = frameAt(planned, step);
  const output = reference(planned, { input, ...tensors });
  const terms = termValues(stage, input, tensors, frame.cell);
  const list = (key: keyof (typeof terms)[number]): Float32Array =>
    Float32Array.from(terms, (term) => term[key]);
  const [batch, row, column, channel] = frame.cell;
  const [, height, width, channels] = stage.output;
  const values: CellValues = {
    stage: 0,
    cell: frame.cell,
    input: list('input'),
    weight: list('weight'),
    product: list('product'),
    runningSum: list('runningSum'),
    channelSum: list('channelSum'),
    bias: tensors.bias ? tensors.bias.data[channel] : null,
    output: output.data[((batch * height + row) * width + column) * channels + channel],
  };
  const largest = (data: Float32Array): number =>
    data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const ranges = {
    input: largest(input.data),
    weights: largest(tensors.weights.data),
    products: 8,
    output: largest(output.data),
  };
  return {
    plan: planned,
    stages: [{ stage, input, weights: tensors.weights, bias: tensors.bias ?? null, output, ranges }],
    frame,
    values: withoutValues ? null : values,
    selection: selection ?? null,
    highlight: null,
  };
}

/** STORYBOARD §1 at a step; its bias is 1, −2, 0, 3 where it is switched on. */
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

/** STORYBOARD §2: 1 … 36 in 6 × 6, stride 2. */
export function stridedMoment(padding: ConvSpec['padding'], step: number): Moment {
  return momentOf({
    spec: { input: [6, 6, 1], stride: 2, padding },
    input: tensor(
      [1, 6, 6, 1],
      Array.from({ length: 36 }, (_, i) => i + 1),
    ),
    tensors: { weights: tensor([3, 3, 1, 1], [-1, 2, -3, 4, -5, 6, -7, 8, -9]) },
    step,
  });
}
