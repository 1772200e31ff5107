/** Layers beside each other for tests of the comparison, made without a session: the reference stands in for the engine. */
import { composeSeparable } from '../../src/math/compose.js';
import { plan, reference, tensor } from '../../src/math/index.js';
import type { ConvSpec, Plan, StageTensors, Tensor } from '../../src/math/index.js';
import type { StageView } from '../../src/timeline/types.js';

/** The worked examples’ slices D and mixing table M of the three textures. */
export const slices = tensor(
  [3, 3, 1, 3],
  [...[-1, 0, 1, 0, 1, 0, 1, 0, 0], ...[-2, 1, 0, 0, 1, -1, 2, 1, 0], ...[-1, 0, 0, 0, 1, 0, 1, 0, 1]],
);
export const mixing = tensor([1, 1, 3, 4], [1, 2, -1, 1, 1, -2, 1, 2, 1, 1, 2, -1]);
export const composed = composeSeparable(slices, mixing, 3);

export interface Layer {
  readonly plan: Plan;
  readonly stages: readonly StageView[];
}

/** A layer as its session would show it. */
export function layerOf(specs: ConvSpec[], input: Tensor, tensors: readonly StageTensors[]): Layer {
  const planned = plan(specs);
  const outputs = specs.map((_, i) =>
    reference(plan(specs.slice(0, i + 1)), { input, stages: tensors.slice(0, i + 1) }),
  );
  const largest = ({ data }: Tensor): number =>
    data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const stages = planned.stages.map((stage, i): StageView => {
    const reads = i === 0 ? input : outputs[i - 1];
    return {
      stage,
      input: reads,
      weights: tensors[i].weights,
      bias: tensors[i].bias ?? null,
      output: outputs[i],
      turned: false,
      canvas: null,
      ranges: {
        input: largest(reads),
        weights: largest(tensors[i].weights),
        products: 1,
        output: largest(outputs[i]),
      },
    };
  });
  return { plan: planned, stages };
}
