import type { StageView } from '../../timeline/types.js';

/** Tensors as cells, with what their colours span. */
export type Cells = Pick<StageView, 'input' | 'weights' | 'output' | 'ranges' | 'scale' | 'decimals'>;

/** What a picture is told to show. */
export interface Pictured {
  /** Volumes name theirs by its place. */
  readonly stages: readonly Cells[];
  /** The stage in hand. */
  readonly frame: { readonly stage: number };
}
