/** What is known of a layer without a clock. */
import { counts } from '../math/counts.js';
import { sizeOf } from '../math/tensor.js';
import type { Plan } from '../math/types.js';

const floatBytes = 4;

export interface Counted {
  /** The dense count of the relation. */
  readonly multiplyAdds: number;
  /** Each stage's input, weights and output once, as float32: what has to move however it is computed. */
  readonly bytes: number;
  /** Multiply-adds a byte: arithmetic intensity. */
  readonly intensity: number;
  /** Tasks that are handed over one after the other. */
  readonly stages: number;
}

/** @throws ConvError for a plan with problems */
export function counted(plan: Plan): Counted {
  const { macs: multiplyAdds, weightBytes, activationBytes } = counts(plan);
  const read = plan.stages.reduce((sum, { input }) => sum + sizeOf(input), 0);
  const bytes = floatBytes * read + weightBytes + activationBytes;
  return { multiplyAdds, bytes, intensity: multiplyAdds / bytes, stages: plan.stages.length };
}
