import { plan as planSpecs } from '../math/plan.js';
import { print } from '../math/problem.js';
import type { ConvSpec, Plan } from '../math/types.js';
import type { LayerSpec } from './types.js';
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
  const { variant: _, ...fields } = wanted as LayerSpec;
  return planSpecs([...variant.stages({ ...variant.defaults, ...given(fields) })]);
}

/** A field that is present but undefined means the default. */
function given(fields: ConvSpec): ConvSpec {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
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
