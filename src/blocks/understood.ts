/** A block as it is set, in both sizes, with what it costs and what else its knobs would make of it. */
import { understand, type NetworkRow } from '../networks/index.js';
import { costOf, plainLayerCost, type Cost } from './cost.js';
import type { Block } from './types.js';

export type BlockSettings = Readonly<Record<string, number | string>>;

/** One setting of one knob, the others as they are. */
export interface KnobChoice {
  readonly knob: string;
  readonly choice: number | string;
  readonly isSet: boolean;
  /** In the paper's size. */
  readonly cost: Cost;
}

export interface UnderstoodBlock {
  /** Small enough to see every number. */
  readonly rows: readonly NetworkRow[];
  /** The same rows as large as in their network. */
  readonly paper: readonly NetworkRow[];
  /** Of the paper's size. */
  readonly cost: Cost;
  /** Of one standard 3 × 3 layer in the block's place; null where there is none. */
  readonly plain: Cost | null;
  readonly choices: readonly KnobChoice[];
}

/** @param settings values among each knob's choices; what is left out is as usual */
export function understoodBlock(block: Block, settings: BlockSettings): UnderstoodBlock {
  const rowsAt = (at: BlockSettings, size: 'paper' | 'small'): readonly NetworkRow[] =>
    understand(block.build(at, size)).rows;
  const paper = rowsAt(settings, 'paper');
  const choices = block.knobs.flatMap(({ name, default: usual, choices: all }) =>
    all.map((choice): KnobChoice => {
      const cost = costOf(rowsAt({ ...settings, [name]: choice }, 'paper'));
      return { knob: name, choice, isSet: (settings[name] ?? usual) === choice, cost };
    }),
  );
  return {
    rows: rowsAt(settings, 'small'),
    paper,
    cost: costOf(paper),
    plain: plainLayerCost(paper),
    choices,
  };
}
