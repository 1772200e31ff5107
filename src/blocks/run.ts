/** A block on real numbers, row by row: convolutions and dense rows by an engine, all others by the plain stages. */
import { batchNorm, momentsOf } from '../math/plain/batch-norm.js';
import { concatChannels } from '../math/plain/concat.js';
import { addTensors, applyEach, multiplyTensors } from '../math/plain/elementwise.js';
import { nonlinearities, type Nonlinearity } from '../math/plain/nonlinearity.js';
import { pool } from '../math/plain/pool.js';
import { softmax } from '../math/plain/softmax.js';
import type { MultiStageTensors, Plan, Shape4, Tensor } from '../math/types.js';
import { seededRandom } from '../media/random.js';
import type { NetworkRow, Shape } from '../networks/index.js';
import { plan } from '../variants/plan-layer.js';
import { perChannel, rowTensors, uniform, type Random } from './weights.js';

/** Runs one layer; an engine's `run`, or the reference. */
export type RunLayer = (plan: Plan, tensors: MultiStageTensors) => Promise<Tensor>;

export interface BlockRun {
  readonly run: RunLayer;
  /** Of the input, the weights and the norms: the same seed gives the same numbers. */
  readonly seed: number;
}

/** Added to variances, as Keras has it. */
const epsilon = 1e-3;

/**
 * The output of every row.
 *
 * @param rows a block as understood, without problems
 * @returns for each row [1, H, W, C]; a list of channels is [1, 1, 1, C]
 * @throws Error for a row that blocks do not have, and whatever `run` rejects with
 */
export async function runBlock(
  rows: readonly NetworkRow[],
  { run, seed }: BlockRun,
): Promise<readonly Tensor[]> {
  const outputs: Tensor[] = [];
  for (const [index, row] of rows.entries()) {
    const inputs = row.from.map((source) => outputs[source]);
    const random = seededRandom(seed * 1000 + index);
    const output = row.layer ? await weighted(row, inputs[0], run, random) : plain(row, inputs, random);
    outputs.push(shaped(output, row.output!));
  }
  return outputs;
}

function weighted(
  { layer, stages }: NetworkRow,
  input: Tensor,
  run: RunLayer,
  random: Random,
): Promise<Tensor> {
  return run(plan(layer!), rowTensors(stages, { shape: stages[0].input, data: input.data }, random));
}

function plain(row: NetworkRow, inputs: readonly Tensor[], random: Random): Tensor {
  const [input] = inputs;
  const { asked } = row;
  switch (asked.op) {
    case 'input':
      return uniform(planeOf(asked.shape), 2, random);
    case 'batch-norm':
      return normed(input, random);
    case 'activation':
      return applyEach(input, nonlinearityOf(row));
    case 'max-pool':
    case 'global-max-pool':
      return pool(row.stages[0], input, 'max');
    case 'average-pool':
    case 'global-average-pool':
      return pool(row.stages[0], input, 'average');
    case 'add':
      return addTensors(inputs);
    case 'multiply':
      return multiplyTensors(inputs);
    case 'concat':
      return concatChannels(inputs);
    case 'softmax':
      return softmax(input);
    case 'flatten':
    case 'dropout':
    case 'identity':
      return input;
    default:
      throw new Error(`A block has no row '${asked.op}'.`);
  }
}

/** The function of a row that has one. */
export function nonlinearityOf({ asked }: NetworkRow): Nonlinearity {
  const name = asked.op === 'activation' ? asked.activation : undefined;
  const known = nonlinearities.find((each) => each === name);
  if (!known) throw new Error(`A block has no activation '${name}'.`);
  return known;
}

/** Mean and variance of this very input stand for those that training would have gathered. */
function normed(input: Tensor, random: Random): Tensor {
  const channels = input.shape[3];
  const gamma = perChannel(channels, 1, 0.5, random);
  const beta = perChannel(channels, 0, 0.5, random);
  return batchNorm(input, { ...momentsOf(input), gamma, beta, epsilon });
}

function shaped({ data }: Tensor, shape: Shape): Tensor {
  return { shape: planeOf(shape), data };
}

/** A list of channels as a plane of one place. */
function planeOf(shape: Shape): Shape4 {
  return shape.length === 3 ? [1, shape[0], shape[1], shape[2]] : [1, 1, 1, shape[0]];
}
