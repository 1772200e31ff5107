import { plan as planSpecs } from '../math/plan.js';
import { print } from '../math/problem.js';
import type { ConvSpec, Plan, Problem } from '../math/types.js';
import { readLayer } from './read-layer.js';
import type { ExampleWeights, LayerFields, LayerSpec, Variant } from './types.js';
import { variantOf, variants } from './variants.js';

/**
 * Understands a spec, a list of specs (each reads the one before) or a layer (a variant and its fields).
 * Never throws for what a person can type: the reasons why it cannot run are in `problems`.
 */
export function plan(wanted: ConvSpec | readonly ConvSpec[] | LayerSpec): Plan {
  const name = variantNameOf(wanted);
  if (name === undefined) return planSpecs(wanted as ConvSpec | ConvSpec[]);
  const variant = variantOf(name);
  if (!variant) return unknownVariant(name);
  const { resolved, problems } = readLayer(fieldsOf(variant, wanted as LayerSpec));
  const planned = planSpecs([...variant.stages(resolved)]);
  return { ...planned, problems: once([...problems, ...planned.problems]), warnings: once(planned.warnings) };
}

/** Stages that share a field share its problem, which is told once. */
function once(problems: readonly Problem[]): readonly Problem[] {
  const isFirst = ({ message }: Problem, place: number): boolean =>
    problems.findIndex((each) => each.message === message) === place;
  return problems.filter(isFirst);
}

/** Names of the example weights of a layer, one a stage; none for a variant that does not exist. */
export function exampleWeightsOf(layer: LayerSpec): readonly ExampleWeights[] {
  const variant = variantOf(layer.variant ?? '');
  return variant ? variant.weights(readLayer(fieldsOf(variant, layer)).resolved) : [];
}

/** A layer's fields over its variant's presets. One that is present but undefined, or pinned, means the preset. */
export function fieldsOf({ defaults, pinned = [] }: Variant, layer: LayerSpec): LayerFields {
  const { variant: _variant, ...fields } = layer;
  const isOpen = (name: string): boolean => !(pinned as readonly string[]).includes(name);
  const given = Object.entries(fields).filter(([name, value]) => value !== undefined && isOpen(name));
  return { ...defaults, ...(Object.fromEntries(given) as LayerFields) };
}

function variantNameOf(wanted: unknown): string | undefined {
  if (typeof wanted !== 'object' || wanted === null || !('variant' in wanted)) return undefined;
  return typeof wanted.variant === 'string' ? wanted.variant : print(wanted.variant);
}

function unknownVariant(given: string): Plan {
  const allowed = variants.map((variant) => variant.name).join(', ');
  const message = `The variant is ${given}, but only these exist: ${allowed}.`;
  const problem = {
    field: 'variant',
    kind: 'invalid-value',
    message,
    given,
    allowed,
    formula: '',
    stage: 0,
  } as const;
  return { stages: [], problems: [problem], warnings: [] };
}
