/** The worked examples of the texts that this project grew from, each open by its id. */
import type { ExampleWeights, LayerSpec } from './types.js';

/** A tensor as plain JSON, values row-major. */
export interface TensorValues {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** A worked example that can be opened by its id. Its title is `preset.<id>` in the words. */
export interface Preset {
  /** Stable: links hold it. */
  readonly id: string;
  readonly layer: LayerSpec;
  /** Name of a built-in input; without it and without `input` the variant's own. */
  readonly sample?: string;
  /** [H, W, C]; the layer takes its size. */
  readonly input?: TensorValues;
  /** By stage: the name of an example, or values [kh, kw, Cbig / groups, Csmall]. */
  readonly weights?: readonly (ExampleWeights | TensorValues)[];
  /** Default 'output'. */
  readonly walk?: 'output' | 'input';
  /** Dense terms done when it is opened. Default 0. */
  readonly step?: number;
}

const twoByTwo = (...values: readonly number[]): TensorValues => ({ shape: [2, 2, 1], values });

/** The kernel of the texts' numeric example, −1 2 −3 / 4 −5 6 / −7 8 −9, in one stage. */
const textKernel = ['alternating'] as const;
/** 1…9: a digit names its tap. */
const countingKernel = ['counting'] as const;

const boxKernel: TensorValues = { shape: [3, 3, 1, 1], values: Array.from({ length: 9 }, () => 1) };

/** Five rows and columns, three channels: 4 maps by every road. */
const maps: readonly Preset[] = [
  { id: 'maps-standard', layer: { variant: 'standard' } },
  { id: 'maps-standard-same', layer: { variant: 'standard', padding: 'same' } },
  { id: 'maps-depthwise', layer: { variant: 'depthwise' } },
  { id: 'maps-pointwise', layer: { variant: 'pointwise', input: [3, 3, 3] } },
  { id: 'maps-separable', layer: { variant: 'separable' } },
  { id: 'one-filter', layer: { variant: 'standard', filters: 1 } },
  { id: 'one-point', layer: { variant: 'pointwise', filters: 1 } },
];

/** Who reads whom: the same weights as far as they are left, in fewer and fewer connections; then column and row. */
const splits: readonly Preset[] = [
  { id: 'groups-1', layer: { variant: 'grouped', groups: 1 } },
  { id: 'groups-2', layer: { variant: 'grouped', groups: 2 } },
  { id: 'groups-4', layer: { variant: 'grouped', groups: 4 } },
  { id: 'column-row', layer: { variant: 'spatially-separable' } },
];

/** Shapes and parameters of real layers. */
const sizes: readonly Preset[] = [
  { id: 'ten-standard', layer: { variant: 'standard', input: [10, 10, 3], filters: 1 } },
  { id: 'ten-depthwise', layer: { variant: 'depthwise', input: [10, 10, 3] } },
  { id: 'ten-pointwise', layer: { variant: 'pointwise', input: [10, 10, 3], filters: 1 } },
  { id: 'colour-standard', layer: { variant: 'standard', input: [32, 32, 3], filters: 64, bias: true } },
  {
    id: 'colour-two-biases',
    layer: { variant: 'separable', input: [32, 32, 3], filters: 64, bias: true, biases: 'every' },
  },
  {
    id: 'colour-one-bias',
    layer: { variant: 'separable', input: [32, 32, 3], filters: 64, bias: true, biases: 'once' },
  },
  {
    id: 'large-separable',
    layer: { variant: 'separable', input: [224, 224, 10], filters: 32, padding: 'same', bias: true },
  },
  { id: 'order-depthwise-first', layer: { variant: 'separable', input: [5, 5, 10], filters: 32 } },
  {
    id: 'order-pointwise-first',
    layer: { variant: 'separable', input: [5, 5, 10], filters: 32, order: 'pointwise-first' },
  },
  { id: 'multiplier-two', layer: { variant: 'depthwise', input: [5, 5, 5], multiplier: 2 } },
];

/** Where windows start, and where taps lie. */
const spacing: readonly Preset[] = [
  { id: 'padding-valid', layer: { variant: 'padded', padding: 'valid' } },
  { id: 'padding-same', layer: { variant: 'padded', padding: 'same' } },
  { id: 'padding-symmetric', layer: { variant: 'padded', padding: 'symmetric' } },
  { id: 'dilation-1', layer: { variant: 'dilated', dilation: 1 } },
  { id: 'dilation-2', layer: { variant: 'dilated', dilation: 2 } },
  { id: 'dilation-3', layer: { variant: 'dilated', dilation: 3 } },
  {
    id: 'gridding',
    layer: { variant: 'dilated', input: [7, 7, 1] },
    input: { shape: [7, 7, 1], values: Array.from({ length: 49 }, (_, place) => (place + 1) % 2) },
    weights: [boxKernel],
  },
  { id: 'dilation-stride', layer: { variant: 'dilated', dilation: 2, stride: 2 } },
];

/** A convolution, and the transposed convolution of its result: the shape comes back, the numbers do not. */
const roundTrips: readonly Preset[] = [
  {
    id: 'sixteen-conv',
    layer: { variant: 'standard', input: [4, 4, 1], filters: 1 },
    sample: 'one-to-sixteen',
    weights: textKernel,
  },
  {
    id: 'sixteen-back',
    layer: { variant: 'transposed', stride: 1 },
    input: twoByTwo(-56, -61, -76, -81),
    weights: textKernel,
  },
  {
    id: 'printed-tensor',
    layer: { variant: 'transposed', stride: 1 },
    input: twoByTwo(-56, -61, -76, -81),
    // The text prints the result only. Its first row gives the first row of the kernel to every digit of float32; the
    // other rows are known to four decimals.
    weights: [
      {
        shape: [3, 3, 1, 1],
        values: [-0.12396988, -0.47010165, 0.06921631, -0.2196, -0.1619, -0.5545, 0.0251, 0.3239, 0.4027],
      },
    ],
  },
  {
    id: 'round-trip-up',
    layer: { variant: 'transposed' },
    input: twoByTwo(1, 2, 3, 4),
    weights: textKernel,
  },
  {
    id: 'round-trip-down',
    layer: { variant: 'strided' },
    input: {
      shape: [5, 5, 1],
      values: [
        -1, 2, -5, 4, -6, 4, -5, 14, -10, 12, -10, 14, -36, 24, -30, 12, -15, 34, -20, 24, -21, 24, -55, 32,
        -36,
      ],
    },
    weights: textKernel,
  },
  {
    id: 'round-trip-up-again',
    layer: { variant: 'transposed' },
    input: twoByTwo(651, 923, 1307, 1519),
    weights: textKernel,
  },
  {
    id: 'five-conv',
    layer: { variant: 'strided', input: [5, 5, 1] },
    sample: 'one-to-sixteen',
    weights: textKernel,
  },
  {
    id: 'five-back',
    layer: { variant: 'transposed' },
    input: twoByTwo(-67, -77, -117, -127),
    weights: textKernel,
  },
  { id: 'six-conv', layer: { variant: 'strided' }, weights: textKernel },
  {
    id: 'six-back',
    layer: { variant: 'transposed', outputSize: 6 },
    input: twoByTwo(-78, -88, -138, -148),
    weights: textKernel,
  },
];

/** How large the output of a transposed convolution is, and what stands in it. */
const upsampling: readonly Preset[] = [
  {
    id: 'one-dimension',
    layer: { variant: 'transposed', kernel: [1, 3], stride: [1, 2] },
    input: { shape: [1, 3, 1], values: [1, 2, 3] },
    weights: countingKernel,
    walk: 'input',
  },
  {
    id: 'tracer',
    layer: { variant: 'transposed' },
    sample: 'powers-of-ten',
    weights: countingKernel,
    walk: 'input',
  },
  {
    id: 'checkerboard',
    layer: { variant: 'transposed', input: [3, 3, 1] },
    input: { shape: [3, 3, 1], values: Array.from({ length: 9 }, () => 1) },
    weights: [boxKernel],
  },
  {
    id: 'output-padding-zeros',
    layer: { variant: 'transposed', outputPadding: 1 },
    input: twoByTwo(1, 1, 1, 1),
    weights: textKernel,
  },
  {
    id: 'output-padding-values',
    layer: { variant: 'transposed', padding: 1, outputPadding: 1 },
    input: twoByTwo(1, 1, 1, 1),
    weights: textKernel,
  },
  { id: 'size-valid-1', layer: { variant: 'transposed', padding: 'valid', stride: 1 } },
  { id: 'size-valid-2', layer: { variant: 'transposed', padding: 'valid', stride: 2 } },
  { id: 'size-same-1', layer: { variant: 'transposed', padding: 'same', stride: 1 } },
  { id: 'size-same-2', layer: { variant: 'transposed', padding: 'same', stride: 2 } },
  { id: 'size-same-3', layer: { variant: 'transposed', padding: 'same', stride: 3 } },
  // Where the stride exceeds the kernel, Keras' VALID gives i·s, which is this output padding.
  { id: 'size-short-kernel', layer: { variant: 'transposed', kernel: 2, stride: 3, outputPadding: 1 } },
  { id: 'swapped-axes', layer: { variant: 'transposed', input: [2, 2, 7], filters: 5 } },
];

/** What belongs together, in the order of a menu. Titles of groups are `examples.group.<id>` in the words. */
export const presetGroups = [
  { id: 'maps', presets: maps },
  { id: 'splits', presets: splits },
  { id: 'sizes', presets: sizes },
  { id: 'spacing', presets: spacing },
  { id: 'round-trips', presets: roundTrips },
  { id: 'upsampling', presets: upsampling },
] as const;

/** In the order of a menu. */
export const presets: readonly Preset[] = presetGroups.flatMap((group) => group.presets);

/** The preset of an id, or undefined. */
export function presetOf(id: string): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}
