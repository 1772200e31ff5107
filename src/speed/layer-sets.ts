/** The layers that can be measured together. Networks come from their recipes, sizes from the knobs; no count is typed here. */
import { recipeOf, understand, type NetworkRow } from '../networks/index.js';
import { plan } from '../variants/plan-layer.js';
import type { LayerSpec } from '../variants/types.js';
import { usualKnobs, type Knobs } from './knobs.js';
import {
  layerKinds,
  type LayerKind,
  type LayerSet,
  type LayerSetId,
  type Side,
  type SpeedLayer,
} from './types.js';

/** A layer of a set; `for` names the base layer that it stands in for. */
interface Draft {
  readonly name: string;
  readonly kind: LayerKind;
  readonly side: Side;
  readonly for?: string;
  readonly layer: LayerSpec;
}

const makers: Readonly<Record<LayerSetId, (knobs: Knobs) => readonly Draft[]>> = {
  cifar: cifarPair,
  mobilenet: mobileNet,
  filters: growingFilters,
  kernel: growingKernel,
  own: ownLayers,
};

/** @param knobs of the set 'own'; others have no use for them */
export function layerSet(id: LayerSetId, knobs: Knobs = usualKnobs): LayerSet {
  const drafts = makers[id](knobs);
  const placeOf = (name: string | undefined): number | null => {
    const place = drafts.findIndex((draft) => draft.side === 'base' && draft.name === name);
    return place < 0 ? null : place;
  };
  const layers = drafts.map(({ name, kind, side, for: base, layer }): SpeedLayer => ({
    ...{ name, kind, side, layer },
    partner: placeOf(base),
    plan: plan(layer),
  }));
  return { id, knobs, layers };
}

function weightedRows(recipe: string): readonly (NetworkRow & { readonly layer: LayerSpec })[] {
  const { rows } = understand(recipeOf(recipe)?.build() ?? { layers: [] });
  return rows.filter((row): row is NetworkRow & { readonly layer: LayerSpec } => row.layer !== null);
}

function kindOf({ kind }: NetworkRow): LayerKind {
  return layerKinds.find((each) => each === kind) ?? 'standard';
}

/** The founding text's two networks, each layer of the one beside the layer that replaces it. */
function cifarPair(): readonly Draft[] {
  const standard = weightedRows('vgg-cifar');
  const separable = new Map(weightedRows('vgg-cifar-separable').map((row) => [row.name, row]));
  return standard.flatMap((row) => {
    const { name } = row;
    const other = separable.get(name);
    const base: Draft = { name, kind: kindOf(row), side: 'base', layer: row.layer };
    return other
      ? [base, { name, kind: kindOf(other), side: 'other', for: name, layer: other.layer }]
      : [base];
  });
}

/** Depthwise and pointwise in turn: each depthwise layer beside the pointwise one that follows it in its block. */
function mobileNet(): readonly Draft[] {
  const rows = weightedRows('mobilenet-v1');
  return rows.map((row): Draft => {
    const { name, layer, block } = row;
    const kind = kindOf(row);
    const inBlock = block !== undefined;
    if (inBlock && kind === 'pointwise') return { name, kind, side: 'base', layer };
    const pointwise = rows.find((each) => each.block === block && each.kind === 'pointwise');
    return inBlock && kind === 'depthwise'
      ? { name, kind, side: 'other', for: pointwise?.name ?? '', layer }
      : { name, kind, side: 'aside', layer };
  });
}

const growth = { input: [32, 32, 32], padding: 'same', bias: false } as const;

/** A standard layer and the separable one for it, at each value of what grows. */
function growing(values: readonly number[], fields: (value: number) => LayerSpec): readonly Draft[] {
  return values.flatMap((value): Draft[] => {
    const name = String(value);
    const at = (kind: 'standard' | 'separable'): LayerSpec => ({
      variant: kind,
      ...growth,
      ...fields(value),
    });
    return [
      { name, kind: 'standard', side: 'base', layer: at('standard') },
      { name, kind: 'separable', side: 'other', for: name, layer: at('separable') },
    ];
  });
}

function growingFilters(): readonly Draft[] {
  return growing([8, 16, 32, 64, 128, 256], (filters) => ({ filters, kernel: 3 }));
}

function growingKernel(): readonly Draft[] {
  return growing([1, 3, 5, 7, 9, 11], (kernel) => ({ filters: 32, kernel }));
}

/** One size, six kinds. Where strides are, the transposed layer goes the other way: its output is larger by them. */
function ownLayers(knobs: Knobs): readonly Draft[] {
  const { side, channels, filters, kernel, stride, dilation, groups } = knobs;
  const fields = {
    input: [side, side, channels],
    filters,
    kernel,
    stride,
    padding: 'same',
    bias: false,
  } as const;
  const { filters: _, ...withoutFilters } = fields;
  const own = (kind: LayerKind, layer: LayerSpec, place: Side = 'aside'): Draft => ({
    ...{ name: '', kind, side: place, layer },
    ...(place === 'base' ? {} : { for: '' }),
  });
  return [
    own('standard', { variant: 'standard', ...fields }, 'base'),
    own('separable', { variant: 'separable', ...fields }, 'other'),
    own('depthwise', { variant: 'depthwise', ...withoutFilters }),
    own('grouped', { variant: 'grouped', ...fields, groups }),
    own('dilated', { variant: 'dilated', ...fields, dilation }),
    own('transposed', { variant: 'transposed', ...fields }),
  ];
}
