/** What a step declares: a function of the attributes of the step and of its lesson, never of the steps before. */
import { cameras } from '../../src/address/page-state.js';
import type { Plan } from '../../src/math/types.js';
import { isSampleId, sampleIds } from '../../src/media/samples.js';
import { stepsOf } from '../../src/timeline/position.js';
import type { ViewIntent, Walk } from '../../src/timeline/types.js';
import { LAYER_FIELDS } from '../../src/variants/fields.js';
import { plan as planLayer } from '../../src/variants/plan-layer.js';
import type { Preset } from '../../src/variants/presets.js';
import type { LayerSpec } from '../../src/variants/types.js';
import { isVariantName, variants } from '../../src/variants/variants.js';
import { readField } from '../../src/variants/field-text.js';
import { figureViewNames } from '../conv-figure/view-names.js';
import { pinAt } from './highlight.js';
import { inputValues, valuesFault, weightsFault, weightValues } from '../shared/typed-numbers.js';
import { unknown } from '../shared/unknown.js';
import { stepAt } from './position.js';

/** The value of an attribute, or null. */
export type Attributes = (name: string) => string | null;

export interface FigureState {
  /** The layer, its numbers and the walk, as a session loads them. */
  readonly preset: Preset;
  readonly plan: Plan;
  /** Where the run comes to stand. */
  readonly step: number;
  /** Where it begins to play to get there; null when it stands there at once. */
  readonly playFrom: number | null;
  readonly pin: ViewIntent | null;
  readonly camera: string | null;
  readonly views: string | null;
  /** The step itself says what is shown, because it speaks of it. */
  readonly ownViews: boolean;
  /** What could not be used, each in an English sentence for the author; empty for a sound step. */
  readonly faults: readonly string[];
}

/** Attributes that say what is computed; a step that names a variant or a preset of its own does not take them from its lesson. */
export const contentAttributes: readonly string[] = [
  'preset',
  'variant',
  ...LAYER_FIELDS.map(({ attribute }) => attribute),
  'sample',
  'values',
  'weights',
  'walk',
];

const variantNames = variants.map(({ name }) => name);

/** Attributes that say how it is shown. */
export const stagingAttributes: readonly string[] = ['at', 'play', 'highlight', 'camera', 'views'];

/**
 * @param presetOf finds a preset by its id; not called where none is named
 */
export function figureStateOf(
  step: Attributes,
  lesson: Attributes,
  presetOf: (id: string) => Preset | undefined = () => undefined,
): FigureState {
  const faults: string[] = [];
  const read = inheriting(step, lesson);
  const { input, ...ground } = groundOf(read, presetOf, faults);
  const layer = layerOf(read, ground.layer, faults);
  const plan = planLayer(layer);
  faults.push(...plan.problems.map(({ message }) => message));
  const walk = walkOf(read('walk') ?? ground.walk ?? 'output', faults);
  const keepsInput = input && read('sample') === null;
  const preset = {
    ...ground,
    ...(keepsInput ? { input } : {}),
    layer,
    walk,
    ...numbersOf(read, plan, faults),
  };
  const play = read('play');
  const usual = play === null ? (ground.step ?? 0) : stepsOf(plan, walk);
  return {
    preset,
    plan,
    step: named(plan, read('at'), walk, faults) ?? usual,
    playFrom: named(plan, play, walk, faults),
    pin: pinOf(plan, read('highlight'), faults),
    camera: knownOf('camera', read('camera'), cameras, faults),
    views: viewsOf(read('views'), faults),
    ownViews: step('views') !== null,
    faults,
  };
}

function inheriting(step: Attributes, lesson: Attributes): Attributes {
  const gives = (name: string): boolean => step(name) !== null;
  const startsAnew = gives('variant') || gives('preset');
  const fillsInput = gives('sample') || gives('values');
  const inherits = (name: string): boolean => {
    if (name === 'sample' || name === 'values') return !startsAnew && !fillsInput;
    if (contentAttributes.includes(name)) return !startsAnew;
    return name === 'camera' || name === 'views';
  };
  return (name) => step(name) ?? (inherits(name) ? lesson(name) : null);
}

function groundOf(read: Attributes, presetOf: (id: string) => Preset | undefined, faults: string[]): Preset {
  const id = read('preset');
  const found = id === null ? undefined : presetOf(id);
  if (id !== null && !found) faults.push(`There is no preset ${id}.`);
  return found ?? { id: '', layer: {} };
}

function layerOf(read: Attributes, ground: LayerSpec, faults: string[]): LayerSpec {
  const variant = read('variant') ?? ground.variant ?? 'standard';
  if (!isVariantName(variant)) faults.push(unknown('variant', variant, variantNames));
  const given = LAYER_FIELDS.filter(({ attribute }) => read(attribute) !== null);
  const fields = given.map(({ name, attribute }) => [name, readField(name, read(attribute))]);
  return {
    ...ground,
    ...(Object.fromEntries(fields) as LayerSpec),
    variant: isVariantName(variant) ? variant : 'standard',
  };
}

function walkOf(name: string, faults: string[]): Walk {
  if (name === 'input' || name === 'output') return name;
  faults.push(`The walk is ${name}, not input or output.`);
  return 'output';
}

/** Numbers of the step's own: a sample or typed values, and weights of the first stage. */
function numbersOf(read: Attributes, plan: Plan, faults: string[]): Partial<Preset> {
  const [sample, values, weights] = [read('sample'), read('values'), read('weights')];
  const [stage] = plan.stages;
  if (sample !== null && !isSampleId(sample)) faults.push(unknown('sample', sample, sampleIds));
  const input = values === null || !stage ? null : inputValues(stage, values);
  const typed = weights === null || !stage ? null : weightValues(stage, weights);
  if (stage && values !== null && !input) faults.push(valuesFault(values));
  if (stage && weights !== null && !typed) faults.push(weightsFault(weights));
  return {
    ...(sample === null ? {} : { sample }),
    ...(input ? { input } : {}),
    ...(typed ? { weights: [typed] } : {}),
  };
}

/** What is named, or null where there is nothing of that name. */
function knownOf(
  kind: string,
  name: string | null,
  names: readonly string[],
  faults: string[],
): string | null {
  if (name === null || names.includes(name)) return name;
  faults.push(unknown(kind, name, names));
  return null;
}

/** The views that there are; null where none is left. */
function viewsOf(text: string | null, faults: string[]): string | null {
  const asked = (text ?? '').split(/[\s,]+/).filter((name) => name !== '');
  const known = asked.filter((name) => knownOf('view', name, figureViewNames, faults) !== null);
  return known.length < asked.length ? known.join(' ') || null : text;
}

function named(plan: Plan, words: string | null, walk: Walk, faults: string[]): number | null {
  if (words === null || plan.problems.length > 0) return null;
  const step = stepAt(plan, words, walk);
  if (step === null) faults.push(`The run has no place called ${words}.`);
  return step;
}

function pinOf(plan: Plan, words: string | null, faults: string[]): ViewIntent | null {
  if (words === null || plan.problems.length > 0) return null;
  const pin = pinAt(plan, words);
  if (!pin) faults.push(`There is no cell called ${words}.`);
  return pin;
}
