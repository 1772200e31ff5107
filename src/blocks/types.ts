/** A block of a network on its own: its name in links and words, its knobs, and its rows. */
import type { Knob, NetworkSpec } from '../networks/index.js';

/** 'paper': as large as in the network that it comes from, for counts. 'small': the same rows, small enough to see every number. */
export type BlockSize = 'paper' | 'small';

export interface Block<Options = Readonly<Record<string, number | string>>> {
  /** Also the key of its words: `block.<id>`. */
  readonly id: string;
  readonly knobs: readonly Knob<Extract<keyof Options, string>>[];
  /** Ids of the networks that are built of it. */
  readonly networks: readonly string[];
  /** Where it was published. */
  readonly source: string;
  /** The first row is the input. Row for row the same in both sizes, names and operations included. */
  build(options: Partial<Options>, size: BlockSize): NetworkSpec;
}
