import type { NetworkSpec } from '../types.js';

/** A number or a word that a paper turned, with the values that it tried. */
export interface Knob<Name extends string = string> {
  readonly name: Name;
  readonly default: number | string;
  /** Values to offer, in order; numbers between and beyond them are legal as well, words are not. */
  readonly choices: readonly (number | string)[];
}

/** A figure of a paper, once somebody has looked it up; `source` names paper and table. */
export interface Published {
  readonly source: string;
  /** Share of ImageNet's validation images whose first answer is right, 0 … 1; of CIFAR-10's where the network reads that. */
  readonly topOne: number;
  /** The knobs at which it was measured, where they are not the defaults. */
  readonly at?: Readonly<Record<string, number>>;
}

/** Its table of available models, with weights that can be downloaded. */
export const kerasApplications = 'Keras documentation, keras.io/api/applications';

/** A real network: its name in links and words, its knobs, and how it is built. */
export interface Recipe<Options = Readonly<Record<string, number | string>>> {
  /** Also the key of its words: `network.<id>`. */
  readonly id: string;
  readonly knobs: readonly Knob<Extract<keyof Options, string>>[];
  readonly published: readonly Published[];
  build(options?: Partial<Options>): NetworkSpec;
}

/** Height and width of the square input, in pixels: ρ times the paper's own. */
export function resolution(standard: number, choices: readonly number[]): Knob<'resolution'> {
  return { name: 'resolution', default: standard, choices };
}

export function classes(standard: number): Knob<'classes'> {
  return { name: 'classes', default: standard, choices: [2, 10, 100, 1000] };
}
