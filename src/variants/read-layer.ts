/** A layer of any origin: its fields understood, or the reasons why not, before a descriptor makes stages of them. */
import { effectiveKernel } from '../math/geometry.js';
import { print, problemOf } from '../math/problem.js';
import { LARGEST } from '../math/read-spec.js';
import type { Problem } from '../math/types.js';
import { layerFieldOf } from './fields.js';
import { outputPaddingFor } from './output-size.js';
import { pairOf } from './pair.js';
import type { LayerFields, LayerOnlyFields, ResolvedFields } from './types.js';

type LayerOnly = Exclude<keyof LayerOnlyFields, 'outputSize'>;

const layerOnly: readonly LayerOnly[] = ['multiplier', 'order', 'biases', 'activations', 'turned'];

/**
 * Fields that a descriptor can rely on: those that only a layer has are legal, or left out and explained in `problems`.
 * A spec's own fields go on as they are, for the plan to judge. Never throws, whatever the fields hold.
 */
export function readLayer(fields: LayerFields): {
  readonly resolved: ResolvedFields;
  readonly problems: readonly Problem[];
} {
  const problems = layerOnly.flatMap((name) => problemWith(name, fields[name]));
  const refused = problems.map(({ field }) => field);
  const { outputSize, padding, ...rest } = fields;
  const legal = Object.entries(rest).filter(([name]) => !refused.includes(name));
  const resolved: ResolvedFields = {
    ...(Object.fromEntries(legal) as ResolvedFields),
    ...(padding === undefined ? {} : { padding: padding === 'symmetric' ? halfReach(fields) : padding }),
  };
  if (fields.op !== 'transposed' || outputSize === undefined || outputSize === null) {
    return { resolved, problems };
  }
  const { outputPadding, problem } = outputPaddingFor(resolved, outputSize);
  return {
    resolved: { ...resolved, outputPadding },
    problems: problem ? [...problems, problem] : problems,
  };
}

function problemWith(name: LayerOnly, value: unknown): Problem[] {
  const { type, choices, minimum, belowMinimum } = layerFieldOf(name);
  if (value === undefined) return [];
  const refuse = (claim: string, allowed: string, kind: Problem['kind'] = 'invalid-value'): Problem[] => [
    problemOf({ claim, field: name, kind, given: print(value), allowed, stage: 0 }),
  ];
  switch (type) {
    case 'flag':
      return typeof value === 'boolean' ? [] : refuse(`${name} is a yes or a no`, 'true | false');
    case 'choice': {
      const allowed = choices.map((choice) => print(choice)).join(' | ');
      return choices.includes(value as string) ? [] : refuse(`${name} is one of a few words`, allowed);
    }
    default: {
      const number = value as number;
      const allowed = `${minimum}, ${minimum + 1}, ${minimum + 2}, …`;
      if (!Number.isInteger(value)) return refuse(`${name} takes whole numbers only`, allowed);
      if (number < minimum) return refuse(`${name} is below ${minimum}`, `≥ ${minimum}`, belowMinimum);
      if (number <= LARGEST) return [];
      return refuse(`${name} is more than an index can count`, `${minimum} … ${LARGEST}`, 'tensor-too-large');
    }
  }
}

/** PyTorch's habit: half the reach on every side. Where the reach cannot be read, none, and the plan says why. */
function halfReach({ kernel = 3, dilation = 1 }: LayerFields): NonNullable<ResolvedFields['padding']> {
  const [sizes, rates] = [pairOf(kernel, 1), pairOf(dilation, 1)];
  if (!sizes || !rates) return 'valid';
  const [rows, columns] = ([0, 1] as const).map((axis) =>
    Math.floor((effectiveKernel(sizes[axis], rates[axis]) - 1) / 2),
  );
  return [rows, rows, columns, columns];
}
