/**
 * Numbers of a stage's matrix that no run holds: what its transpose makes of any vector, and single products. The page's
 * one engine computes them, by the very same relation.
 */
import type { Engine } from '../engine/types.js';
import { loneStage } from '../math/lone-stage.js';
import { plan } from '../math/plan.js';
import { tensor, zeros } from '../math/tensor.js';
import type { Stage, Tensor } from '../math/types.js';
import { acquireEngine, releaseEngine } from './engines.js';

/** The stage whose matrix is the transpose: the same relation and the same weights, read the other way. */
export function adjointOf(stage: Stage): Stage {
  const [alone] = loneStage(stage, linear).stages;
  return {
    ...alone,
    op: stage.op === 'conv' ? 'transposed' : 'conv',
    input: stage.output,
    output: stage.input,
    filters: stage.input[3],
  };
}

/** What is left of a stage is its matrix. */
const linear = { bias: false, activation: 'none' } as const;

/** What a stage's matrix makes of a vector. */
export function applied(engine: Engine, stage: Stage, weights: Tensor, input: Tensor): Promise<Tensor> {
  return engine.run(loneStage(stage, linear), { input, weights });
}

/** Products of numbers in pairs: a depthwise convolution of one place. */
export async function pairProducts(
  engine: Engine,
  one: ArrayLike<number>,
  other: ArrayLike<number>,
): Promise<Float32Array> {
  const count = one.length;
  if (count === 0) return new Float32Array();
  const spec = { input: [1, 1, count], kernel: 1, filters: count, groups: count };
  const products = await engine.run(plan(spec), {
    input: tensor([1, 1, 1, count], one),
    weights: tensor([1, 1, 1, count], other),
  });
  return products.data;
}

/** The sum of those products: a pointwise convolution with one filter. */
export async function innerProduct(engine: Engine, one: Tensor, other: Tensor): Promise<number> {
  const count = one.data.length;
  const sum = await engine.run(plan({ input: [1, 1, count], kernel: 1 }), {
    input: tensor([1, 1, 1, count], one.data),
    weights: tensor([1, 1, count, 1], other.data),
  });
  return sum.data[0];
}

/** ⟨A x, y⟩ and ⟨x, Aᵀ y⟩, which are equal for every y. */
export interface AdjointIdentity {
  readonly y: Tensor;
  readonly mappedForward: number;
  readonly mappedBack: number;
}

/** With y = 1, 2, 3, … */
export async function adjointIdentity(
  engine: Engine,
  stage: Stage,
  weights: Tensor,
  input: Tensor,
): Promise<AdjointIdentity> {
  const y = { shape: stage.output, data: zeros(stage.output).data.map((_, i) => i + 1) };
  const forward = await applied(engine, stage, weights, input);
  const back = await applied(engine, adjointOf(stage), weights, y);
  return {
    y,
    mappedForward: await innerProduct(engine, forward, y),
    mappedBack: await innerProduct(engine, input, back),
  };
}

/** Does something with the page's engine, which is shared with the sessions. */
export async function withEngine<Result>(work: (engine: Engine) => Promise<Result>): Promise<Result> {
  try {
    return await work(await acquireEngine());
  } finally {
    releaseEngine();
  }
}
