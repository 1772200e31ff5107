/** Layers whose code was run by the frameworks themselves; see record.mjs. */
import { plan } from '../../src/variants/plan-layer.js';
import type { MultiStageTensors } from '../../src/math/types.js';
import type { LayerSpec } from '../../src/variants/types.js';
import { turned } from '../../src/math/turned.js';
import { mulberry32, randomIntegers } from '../fixtures/random-spec.js';

export interface CodeCase {
  readonly name: string;
  readonly layer: LayerSpec;
  readonly tensors: MultiStageTensors;
}

const transposed = (layer: LayerSpec): LayerSpec => ({ variant: 'transposed', ...layer });

/** Every variant, and every way in which some framework needs more than a call. */
const layers: Readonly<Record<string, LayerSpec>> = {
  standard: { variant: 'standard', bias: true, activation: 'relu' },
  'same with an even kernel': { variant: 'standard', kernel: [2, 4], padding: 'same' },
  'two images': { variant: 'standard', input: [2, 4, 5, 2], padding: 1, bias: true },
  'one row': { variant: 'standard', input: [1, 9, 2], kernel: [1, 4], stride: [1, 2], padding: 'same' },
  strided: { variant: 'strided', stride: [2, 3] },
  padded: { variant: 'padded' },
  'four sides': { variant: 'padded', padding: [1, 0, 0, 2], stride: 1 },
  dilated: { variant: 'dilated', padding: 'symmetric' },
  'dilated and strided': { variant: 'dilated', stride: [2, 1], padding: 'same', bias: true },
  grouped: { variant: 'grouped', filters: 6, padding: 'same', bias: true, activation: 'relu6' },
  depthwise: { variant: 'depthwise', multiplier: 2, bias: true },
  'depthwise with uneven strides': { variant: 'depthwise', stride: [2, 1], padding: 'same' },
  'depthwise, dilated and strided': {
    variant: 'depthwise',
    input: [7, 7, 2],
    stride: 2,
    dilation: 2,
    padding: 1,
  },
  pointwise: { variant: 'pointwise', bias: true, activation: 'h-swish' },
  separable: {
    variant: 'separable',
    padding: 'same',
    stride: 2,
    multiplier: 2,
    bias: true,
    activation: 'relu',
  },
  'separable, ends in every stage': {
    variant: 'separable',
    ...{ bias: true, biases: 'every', activation: 'relu6', activations: 'every' },
  },
  'pointwise first': { variant: 'separable', order: 'pointwise-first', padding: 'same' },
  'spatially separable': { variant: 'spatially-separable', input: [6, 5, 2], stride: [2, 1], padding: 1 },
  transposed: transposed({ input: [3, 2, 2], filters: 3, bias: true }),
  'transposed, twice the size': transposed({ padding: 1, outputPadding: 1, activation: 'relu' }),
  'transposed, same': transposed({ padding: 'same', input: [3, 2, 2] }),
  'transposed, four sides': transposed({ padding: [1, 0, 0, 2], outputPadding: [0, 1], bias: true }),
  'transposed in groups': transposed({ input: [2, 3, 4], filters: 6, groups: 2, padding: 1, bias: true }),
  'transposed, dilated and strided': transposed({ dilation: [2, 1], stride: [2, 3], padding: 1 }),
  'transposed, dilated in groups': transposed({
    input: [2, 2, 2],
    filters: 2,
    groups: 2,
    dilation: 2,
    stride: 2,
  }),
  'transposed, short kernel': transposed({ kernel: 2, stride: 3 }),
  'transposed, short kernel filled up': transposed({ kernel: 2, stride: 3, outputPadding: 1, bias: true }),
  'transposed, output padding over stride': transposed({ stride: 1, dilation: 3, outputPadding: 2 }),
  'transposed, two images': transposed({ input: [2, 2, 3, 2], filters: 2, padding: 1, bias: true }),
  'true convolution': { variant: 'standard', turned: true, filters: 2 },
};

/** Small whole numbers, so that every framework must give the same ones exactly. */
function tensorsFor(layer: LayerSpec, seed: number): MultiStageTensors {
  const random = mulberry32(seed);
  const { stages, problems } = plan(layer);
  if (problems.length > 0) throw new Error(problems[0].message);
  return {
    input: randomIntegers(stages[0].input, random),
    stages: stages.map(({ weightShape, bias, filters }) => {
      const weights = randomIntegers(weightShape, random);
      const used = layer.turned === true ? turned(weights) : weights;
      return { weights: used, bias: bias ? randomIntegers([filters], random) : undefined };
    }),
  };
}

export const cases: readonly CodeCase[] = Object.entries(layers).map(([name, layer], index) => ({
  name,
  layer,
  tensors: tensorsFor(layer, index + 1),
}));

/** What was run. Paddle was not at hand, so that its code is compared as text alone. */
export const recordedLanguages = ['pytorch', 'keras', 'onnx', 'numpy', 'tfjs'] as const;
