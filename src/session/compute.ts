/** One plan and its tensors through the engine: everything that views show of it. */
import type { Engine, TermTable } from '../engine/types.js';
import { termsPerOutput } from '../math/incidence.js';
import { loneStage } from '../math/lone-stage.js';
import type { Plan, StageTensors, Tensor } from '../math/types.js';
import { cellCount } from '../timeline/cells.js';
import type { Ranges, StageView } from '../timeline/types.js';
import { scatterModule } from './on-demand.js';

/**
 * Up to this many terms, the numbers of every cell of a stage are fetched at once; beyond it, cell by cell. An entry of
 * the table costs a sum over its prefix, so that a longer table would hold up a slider on a machine without a GPU.
 */
const mostTableEntries = 2 ** 16;

/** What is to be computed. */
export interface Task {
  readonly plan: Plan;
  readonly input: Tensor;
  /** As they are used: turned for a true convolution. */
  readonly weights: readonly StageTensors[];
  readonly turned: boolean;
}

/** The engine's whole answer for one task. */
export interface Computation extends Task {
  readonly stages: readonly StageView[];
  /** Every stage's sums with their bias, before the activation; its output where there is none. */
  readonly sums: readonly Tensor[];
  /** One table a stage, or null where it would be too long. */
  readonly tables: readonly (TermTable | null)[];
}

/** Runs every stage and gathers the numbers of the cells. Rejects as the engine does. */
export async function compute(engine: Engine, task: Task, signal: AbortSignal): Promise<Computation> {
  const { plan, input, weights } = task;
  const tensors = { input, stages: weights };
  const outputs = await engine.run(plan, tensors, { all: true, signal });
  const tables: (TermTable | null)[] = [];
  const sums: Tensor[] = [];
  const stages: StageView[] = [];
  for (const stage of plan.stages) {
    const { index } = stage;
    const read = stage.from[0] < 0 ? input : outputs[stage.from[0]];
    const output = outputs[index];
    const fits = cellCount(stage) * termsPerOutput(stage) <= mostTableEntries;
    const table = fits ? await engine.termTable(plan, tensors, { stage: index, signal }) : null;
    const scatter = stage.op === 'transposed' ? await scatterModule() : null;
    const bare = stage.activation === 'none' ? null : loneStage(stage, { activation: 'none' });
    sums.push(bare ? await engine.run(bare, { input: read, ...weights[index] }, { signal }) : output);
    tables.push(table);
    stages.push({
      stage,
      input: read,
      weights: weights[index].weights,
      bias: weights[index].bias ?? null,
      output,
      turned: task.turned,
      canvas: (await scatter?.canvasOf(engine, stage, read, weights[index], signal)) ?? null,
      ranges: rangesOf(read, weights[index].weights, output, table),
    });
  }
  return { ...task, stages, sums, tables };
}

function rangesOf(input: Tensor, weights: Tensor, output: Tensor, table: TermTable | null): Ranges {
  const [largestInput, largestWeight] = [largest(input.data), largest(weights.data)];
  return {
    input: largestInput,
    weights: largestWeight,
    products: table ? largest(table.product) : largestInput * largestWeight,
    output: largest(output.data),
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
