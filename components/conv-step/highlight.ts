/** Cells in words: `output 0,1`, `input 2,0,1`, `weights 1,1,0,2`, `bias 3`, with `stage 1` before them where there are several. */
import type { Plan, Stage } from '../../src/math/types.js';
import type { TensorRole, ViewIntent } from '../../src/timeline/types.js';

const pattern = /^(?:stage (\d+) )?(input|output|weights|bias) (\d+(?:,\d+){0,3})$/;

/**
 * The pin that the words mean, or null where the plan has no such cell. Input and output: row, column, channel; weights: row,
 * column, channel of the slice, filter; all from 0, what is left out at the end is 0.
 */
export function pinAt(plan: Plan, words: string): ViewIntent | null {
  const text = words.trim().toLowerCase().replace(/\s+/g, ' ').replace(/ ?, ?/g, ',');
  const match = pattern.exec(text);
  if (!match) return null;
  const [, stageText, name, places] = match;
  const stage = plan.stages[Number(stageText ?? 0)];
  if (!stage) return null;
  const tensor = name as TensorRole;
  const index = indexOf(stage, tensor, places.split(',').map(Number));
  return index && { kind: 'pin', stage: stage.index, tensor, index, declared: true };
}

/** The whole index, or null when it lies outside. */
export function indexOf(
  stage: Stage,
  tensor: TensorRole,
  places: readonly number[],
): readonly number[] | null {
  const isImage = tensor === 'input' || tensor === 'output';
  const given = isImage ? [0, ...places] : places;
  const shape = shapeOf(stage, tensor);
  if (given.length > shape.length) return null;
  const index = shape.map((_, axis) => given[axis] ?? 0);
  return index.every((place, axis) => place < shape[axis]) ? index : null;
}

function shapeOf(stage: Stage, tensor: TensorRole): readonly number[] {
  if (tensor === 'weights') return stage.weightShape;
  return tensor === 'bias' ? [stage.bias ? stage.filters : 0] : stage[tensor];
}
