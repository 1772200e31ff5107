/** The knobs of a recipe, as one line of text and as settings; and what turning them does beside what papers promise. */
import { totals, understand } from '../../networks/index.js';
import type { Knob, Recipe, Totals } from '../../networks/index.js';

export type KnobValue = number | string;
export type KnobSettings = Readonly<Record<string, KnobValue>>;

/** 'alpha=0.5 resolution=160', also with commas; names that the recipe lacks, and what is no value, are left out. */
export function readKnobs({ knobs }: Pick<Recipe, 'knobs'>, text: string): KnobSettings {
  const given = new Map(
    text
      .split(/[\s,;]+/)
      .map((part) => part.split('='))
      .map(([name, value = '']) => [name, value]),
  );
  const found = knobs.flatMap((knob): [string, KnobValue][] => {
    const value = readKnob(knob, given.get(knob.name) ?? '');
    return value === null ? [] : [[knob.name, value]];
  });
  return Object.fromEntries(found);
}

/** A positive number, or one of the knob's words; null for anything else. */
export function readKnob({ default: usual, choices }: Knob, text: string): KnobValue | null {
  if (typeof usual === 'string') return choices.includes(text) ? text : null;
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && value > 0 ? value : null;
}

/** Only what is not as usual. */
export function writeKnobs({ knobs }: Pick<Recipe, 'knobs'>, settings: KnobSettings): string {
  const turned = knobs.filter(({ name, default: usual }) => (settings[name] ?? usual) !== usual);
  return turned.map(({ name }) => `${name}=${settings[name]}`).join(' ');
}

/** What a multiplier does: the square that papers promise, and the true ratios to the usual setting. */
export interface KnobEffect {
  readonly knob: 'alpha' | 'resolution';
  /** The multiplier: α, or ρ as the share of the usual resolution. */
  readonly factor: number;
  readonly square: number;
  readonly params: number;
  readonly macs: number;
}

/** One effect for each multiplier that is not at its usual setting; the other knobs stay as they are. */
export function knobEffects(recipe: Recipe, settings: KnobSettings, now: Totals): readonly KnobEffect[] {
  return (['alpha', 'resolution'] as const).flatMap((knob): KnobEffect[] => {
    const usual = recipe.knobs.find(({ name }) => name === knob)?.default;
    const value = settings[knob];
    if (typeof usual !== 'number' || typeof value !== 'number' || value === usual) return [];
    const { params, macs } = totals(understand(recipe.build({ ...settings, [knob]: usual })).rows);
    const factor = value / usual;
    return [{ knob, factor, square: factor ** 2, params: now.params / params, macs: now.macs / macs }];
  });
}
