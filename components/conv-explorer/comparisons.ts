/** What a layer is worth being held against, with the same data. */
import { fieldsOf, plan } from '../../src/variants/plan-layer.js';
import type { LayerFields, LayerSpec, VariantName } from '../../src/variants/types.js';
import { variantOf, variants } from '../../src/variants/variants.js';
import type { WordKey } from '../../src/words/say.js';
import { groupStops } from '../shared/group-stops.js';

/** Layers to be shown side by side; the title is `compare.with.<id>` in the words. */
export interface Comparison {
  readonly id: ComparisonId;
  /** Two or three. */
  readonly layers: readonly LayerSpec[];
  /** Keys of what the layers are called where they differ in something that has a name. */
  readonly names?: readonly WordKey[];
  /** The first layer is to compute what the second does. */
  readonly sameFunction?: boolean;
}

export type ComparisonId =
  | 'separable'
  | 'stride-rate'
  | 'rates'
  | 'paddings'
  | 'groups'
  | 'depthwise'
  | 'pointwise'
  | 'orders'
  | 'biases'
  | 'spatial'
  | 'crops';

type Maker = (fields: LayerFields) => Comparison;

/** Fields that any variant with windows understands. */
function shared({ input, kernel, stride, dilation, padding, bias }: LayerFields): LayerFields {
  const given = { input, kernel, stride, dilation, padding, bias };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function channelsOf({ input }: LayerFields): number {
  return input?.at(-1) ?? 1;
}

const strideAndRate: Maker = ({ input, kernel = 3 }) => ({
  id: 'stride-rate',
  layers: [
    { variant: 'strided', ...shared({ input, kernel }), stride: 2, padding: 'valid' },
    { variant: 'dilated', ...shared({ input, kernel }), stride: 1, dilation: 2, padding: 'valid' },
  ],
});

const separable: Maker = (fields) => {
  const both = { ...shared(fields), filters: fields.filters ?? channelsOf(fields), bias: false };
  return {
    id: 'separable',
    layers: [
      { variant: 'standard', ...both },
      { variant: 'separable', ...both },
    ],
    sameFunction: true,
  };
};

const comparisons: Readonly<Record<VariantName, readonly Maker[]>> = {
  standard: [separable],
  strided: [strideAndRate],
  padded: [
    (fields) => ({
      id: 'paddings',
      layers: (['valid', 'same', 'symmetric'] as const).map((padding) => ({
        variant: 'padded',
        ...shared(fields),
        padding,
      })),
      names: ['padding.valid', 'padding.same', 'padding.symmetric'],
    }),
  ],
  dilated: [
    strideAndRate,
    (fields) => ({
      id: 'rates',
      layers: [1, 2, 3].map((dilation) => ({
        variant: 'dilated',
        ...shared(fields),
        stride: 1,
        padding: 'same',
        dilation,
      })),
    }),
  ],
  grouped: [
    (fields) => {
      const stops = groupStops(fields);
      const middle = stops[Math.floor(stops.length / 2)] ?? 1;
      const groups = [...new Set([stops[0] ?? 1, middle, stops.at(-1) ?? 1])];
      return {
        id: 'groups',
        layers: groups.map((each) => ({
          variant: 'grouped',
          ...shared(fields),
          filters: fields.filters ?? 1,
          groups: each,
        })),
      };
    },
  ],
  depthwise: [
    (fields) => ({
      id: 'depthwise',
      layers: [
        { variant: 'standard', ...shared(fields), filters: channelsOf(fields) * (fields.multiplier ?? 1) },
        { variant: 'depthwise', ...shared(fields), multiplier: fields.multiplier ?? 1 },
      ],
    }),
  ],
  pointwise: [
    ({ input, filters = 1 }) => ({
      id: 'pointwise',
      layers: [
        { variant: 'standard', ...shared({ input }), filters, padding: 'same' },
        { variant: 'pointwise', ...shared({ input }), filters },
      ],
    }),
  ],
  separable: [
    separable,
    (fields) => ({
      id: 'orders',
      layers: (['depthwise-first', 'pointwise-first'] as const).map((order) => ({
        variant: 'separable',
        ...shared(fields),
        filters: fields.filters ?? 1,
        order,
      })),
      names: ['choice.order.depthwise-first', 'choice.order.pointwise-first'],
    }),
    (fields) => ({
      id: 'biases',
      layers: (['once', 'every'] as const).map((biases) => ({
        variant: 'separable',
        ...shared(fields),
        filters: fields.filters ?? 1,
        bias: true,
        biases,
      })),
      names: ['choice.biases.once', 'choice.biases.every'],
    }),
  ],
  'spatially-separable': [
    (fields) => ({
      id: 'spatial',
      layers: [
        { variant: 'depthwise', ...shared(fields) },
        { variant: 'spatially-separable', ...shared(fields) },
      ],
    }),
  ],
  transposed: [
    ({ input, kernel = 3, stride = 2 }) => ({
      id: 'crops',
      layers: [
        { variant: 'transposed', ...shared({ input, kernel, stride }), padding: 0, outputPadding: 0 },
        { variant: 'transposed', ...shared({ input, kernel, stride }), padding: 1, outputPadding: 0 },
        { variant: 'transposed', ...shared({ input, kernel, stride }), padding: 1, outputPadding: 1 },
      ],
    }),
  ],
};

/** The comparisons of a legal layer, the most telling one first. */
export function comparisonsOf(layer: LayerSpec): readonly Comparison[] {
  const variant = variantOf(layer.variant ?? '') ?? variants[0];
  const fields = fieldsOf(variant, layer);
  const isLegal = (each: LayerSpec): boolean => plan(each).problems.length === 0;
  return comparisons[variant.name]
    .map((make) => make(fields))
    .filter(({ layers }) => layers.length > 1 && layers.every(isLegal));
}
