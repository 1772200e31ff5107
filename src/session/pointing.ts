import type { Plan, Stage } from '../math/types.js';
import type { Selection, TensorRole, ViewIntent } from '../timeline/types.js';

/** What is pointed at and what is pinned. */
export class Pointing {
  private pointed: Selection | null = null;
  private pinned: Selection | null = null;

  get selection(): Selection | null {
    return this.pointed ?? this.pinned;
  }

  /** What is pinned, pointed at or not. */
  get pin(): Selection | null {
    return this.pinned;
  }

  /** Hover and focus point, a click or Enter pins, pinning again lets go. */
  intend({ kind, stage, tensor, index, pair, declared = false }: ViewIntent): void {
    if (kind === 'leave') {
      this.pointed = null;
      return;
    }
    const place = { stage, tensor, index, ...(pair ? { pair } : {}) };
    const selection: Selection = { ...place, pinned: kind === 'pin', ...(declared ? { declared } : {}) };
    const isPinned = this.pinned !== null && placeOf(this.pinned) === placeOf(selection);
    if (kind === 'hover') this.pointed = isPinned ? null : selection;
    else {
      this.pinned = isPinned ? null : selection;
      this.pointed = null;
    }
  }

  /** Lets go of all; false when nothing was selected. */
  clear(): boolean {
    const had = this.selection !== null;
    this.pinned = null;
    this.pointed = null;
    return had;
  }
}

function placeOf({ stage, tensor, index, pair }: Selection): string {
  return [stage, tensor, index, pair?.input, pair?.output].join(';');
}

/** A selection, unless another plan has no such cell any more. */
export function selectionIn(plan: Plan, selection: Selection | null): Selection | null {
  const stage = selection && plan.stages[selection.stage];
  if (!selection || !stage) return null;
  const cells = [[selection.index, shapeOf(stage, selection.tensor)]] as [
    readonly number[],
    readonly number[],
  ][];
  if (selection.pair) cells.push([selection.pair.input, stage.input], [selection.pair.output, stage.output]);
  return cells.every(([index, shape]) => isWithin(index, shape)) ? selection : null;
}

export function shapeOf(stage: Stage, tensor: TensorRole): readonly number[] {
  if (tensor === 'weights') return stage.weightShape;
  return tensor === 'bias' ? [stage.filters] : stage[tensor];
}

/** Is this the index of a cell of a tensor of this shape? */
export function isWithin(index: readonly number[], shape: readonly number[]): boolean {
  return (
    index.length === shape.length &&
    index.every((place, axis) => Number.isInteger(place) && place >= 0 && place < shape[axis])
  );
}
