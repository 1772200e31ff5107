/** One plan and its tensors through the engine: everything that views show of it. */
import { accuracy, type Accuracy } from '../engine/accuracy.js';
import type { Engine, TermTable } from '../engine/types.js';
import { termsPerOutput } from '../math/incidence.js';
import type { Plan, Stage, StageTensors, Tensor } from '../math/types.js';
import { cellCount } from '../timeline/cells.js';
import type { StageView } from '../timeline/types.js';

/**
 * Up to this many terms, the numbers of every cell of a stage are fetched at once; beyond it, cell by cell. An entry of
 * the table costs a sum over its prefix, so that a longer table would hold up a slider on a machine without a GPU.
 */
const mostTableEntries = 2 ** 16;

/** The engine's whole answer for one plan. */
export interface Computation {
  readonly plan: Plan;
  readonly input: Tensor;
  readonly weights: readonly StageTensors[];
  readonly stages: readonly StageView[];
  /** One table a stage, or null where it would be too long. */
  readonly tables: readonly (TermTable | null)[];
  readonly accuracy: Accuracy;
}

/** Runs every stage and gathers the numbers of the cells. Rejects as the engine does. */
export async function compute(
  engine: Engine,
  plan: Plan,
  input: Tensor,
  weights: readonly StageTensors[],
  signal: AbortSignal,
): Promise<Computation> {
  const tensors = { input, stages: weights };
  const outputs = await engine.run(plan, tensors, { all: true, signal });
  const tables: (TermTable | null)[] = [];
  for (const stage of plan.stages) {
    signal.throwIfAborted();
    const fits = cellCount(stage) * termsPerOutput(stage) <= mostTableEntries;
    tables.push(fits ? await engine.termTable(plan, tensors, { stage: stage.index }) : null);
  }
  const stages = plan.stages.map((stage, i) =>
    stageView(stage, i === 0 ? input : outputs[i - 1], weights[i], outputs[i], tables[i]),
  );
  const measured = accuracy(plan, tensors, outputs[outputs.length - 1]);
  return { plan, input, weights, stages, tables, accuracy: measured };
}

function stageView(
  stage: Stage,
  input: Tensor,
  { weights, bias }: StageTensors,
  output: Tensor,
  table: TermTable | null,
): StageView {
  const largestInput = largest(input.data);
  const largestWeight = largest(weights.data);
  return {
    stage,
    input,
    weights,
    bias: bias ?? null,
    output,
    ranges: {
      input: largestInput,
      weights: largestWeight,
      products: table ? largest(table.product) : largestInput * largestWeight,
      output: largest(output.data),
    },
  };
}

function largest(values: Float32Array): number {
  let result = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (size > result && size < Infinity) result = size;
  }
  return result;
}
