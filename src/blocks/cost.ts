/** What a block costs, and what a plain layer in its place would. */
import { totals, understand } from '../networks/index.js';
import type { NetworkRow, Shape, Totals } from '../networks/index.js';

/** Weights of convolutions and dense rows alone, without biases and norms: what papers count. */
export function kernelWeights(rows: readonly NetworkRow[]): number {
  const stages = rows.flatMap(({ layer, stages: each }) => (layer ? each : []));
  const sizes = stages.map(({ weightShape }) => weightShape.reduce((product, size) => product * size, 1));
  return sizes.reduce((sum, size) => sum + size, 0);
}

export interface Cost extends Totals {
  readonly weights: number;
}

export function costOf(rows: readonly NetworkRow[]): Cost {
  return { ...totals(rows), weights: kernelWeights(rows) };
}

/**
 * One standard 3 × 3 layer between the block's input and output shapes.
 *
 * @returns null where no such layer leads from one to the other
 */
export function plainLayerCost(rows: readonly NetworkRow[]): Cost | null {
  const [input, output] = [rows[0].output, rows[rows.length - 1].output];
  if (input?.length !== 3 || output?.length !== 3) return null;
  const stride = Math.ceil(input[0] / output[0]);
  const layer = { op: 'conv', filters: output[2], kernel: 3, stride, padding: 'same' } as const;
  const plain = understand({
    layers: [
      { name: 'input', op: 'input', shape: input },
      { name: 'plain', ...layer },
    ],
  });
  return same(plain.rows[1].output, output) ? costOf(plain.rows) : null;
}

function same(one: Shape | null, other: Shape): boolean {
  return one !== null && String(one) === String(other);
}
