import { sizeOf } from '../math/tensor.js';
import type { Plan, Stage } from '../math/types.js';
import { EngineError } from './errors.js';
import { textureBytes } from './texture-layout.js';

/** Bytes that a run may hold at once: the input, and of every stage the weights, the bias and the output. */
export function planBytes({ stages }: Plan): number {
  const ofStage = ({ weightShape, filters, bias, output }: Stage) =>
    textureBytes(sizeOf(weightShape)) + textureBytes(sizeOf(output)) + (bias ? textureBytes(filters) : 0);
  return stages.reduce((total, stage) => total + ofStage(stage), textureBytes(sizeOf(stages[0].input)));
}

/** @throws EngineError 'too-large', before anything is allocated */
export function assertFits(plan: Plan, byteBudget: number): void {
  assertBytes(planBytes(plan), byteBudget);
}

/** @throws EngineError 'too-large' */
export function assertBytes(bytes: number, byteBudget: number): void {
  if (bytes <= byteBudget) return;
  const mebibytes = (amount: number) => `${Math.ceil(amount / 2 ** 20)} MiB`;
  throw new EngineError(
    'too-large',
    `The tensors of this plan take ${mebibytes(bytes)}; at most ${mebibytes(byteBudget)} are allowed. Use a smaller input or fewer filters.`,
  );
}
