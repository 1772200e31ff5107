import { plan as planSpecs } from '../../math/plan.js';
import type { Plan, Stage } from '../../math/types.js';

/**
 * The one convolution that several stages in a row stand for: the same reach, stride and padding, from the same input to the
 * same output. It mixes channels if any stage does. null for a single stage, and where no one convolution fits.
 */
export function standardPlan(plan: Plan): Plan | null {
  const found = known.get(plan);
  if (found !== undefined) return found;
  const made = composed(plan);
  known.set(plan, made);
  return made;
}

const known = new WeakMap<Plan, Plan | null>();

function composed({ stages }: Plan): Plan | null {
  if (stages.length < 2 || stages.some((stage, i) => stage.op !== 'conv' || stage.from[0] !== i - 1))
    return null;
  const [first, last] = [stages[0], stages[stages.length - 1]];
  const mixes = stages.some((stage) => stage.groups === 1 && stage.input[3] > 1);
  const [rows, columns] = [alongAxis(stages, 0), alongAxis(stages, 1)];
  const made = planSpecs({
    input: first.input,
    filters: last.filters,
    kernel: [rows.kernel, columns.kernel],
    stride: [rows.stride, columns.stride],
    dilation: [rows.dilation, columns.dilation],
    padding: [rows.before, rows.after, columns.before, columns.after],
    groups: mixes || first.input[3] !== last.filters ? 1 : first.input[3],
    bias: stages.some((stage) => stage.bias),
  });
  return made.problems.length === 0 && String(made.stages[0].output) === String(last.output) ? made : null;
}

/** Kernels in a row on one axis: a step of a later one is as long as all strides before it together. */
function alongAxis(
  stages: readonly Stage[],
  axis: 0 | 1,
): Record<'kernel' | 'stride' | 'dilation' | 'before' | 'after', number> {
  let [reach, stride, before, after] = [1, 1, 0, 0];
  const spaced: { readonly kernel: number; readonly dilation: number }[] = [];
  for (const stage of stages) {
    if (stage.kernel[axis] > 1) {
      spaced.push({ kernel: stage.kernel[axis], dilation: stage.dilation[axis] * stride });
    }
    reach += (stage.effectiveKernel[axis] - 1) * stride;
    before += stage.padding[2 * axis] * stride;
    after += stage.padding[2 * axis + 1] * stride;
    stride *= stage.stride[axis];
  }
  const taps = spaced.length === 1 ? spaced[0] : { kernel: reach, dilation: 1 };
  return { ...taps, stride, before, after };
}
