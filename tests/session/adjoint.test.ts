/** The transposed matrix acting through the engine. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.js';
import type { Engine } from '../../src/engine/types.js';
import { multiply, multiplyTransposed, unrolledMatrix } from '../../src/math/matrix.js';
import { plan } from '../../src/math/plan.js';
import { tensor } from '../../src/math/tensor.js';
import {
  adjointIdentity,
  adjointOf,
  applied,
  innerProduct,
  pairProducts,
} from '../../src/session/adjoint.js';
import { anyCase } from '../fixtures/random-spec.js';

const SEED = 730;
const input = tensor(
  [1, 4, 4, 1],
  Array.from({ length: 16 }, (_, i) => i + 1),
);
const weights = tensor([3, 3, 1, 1], [-1, 2, -3, 4, -5, 6, -7, 8, -9]);
const founding = plan({ input: [4, 4, 1] }).stages[0];

describe(`the adjoint (seed ${SEED})`, () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createEngine({ prefer: 'cpu' });
  });
  afterAll(() => engine.dispose());

  it('takes the founding result to the founding 4 × 4', async () => {
    const back = await applied(
      engine,
      adjointOf(founding),
      weights,
      tensor([1, 2, 2, 1], [-56, -61, -76, -81]),
    );
    expect(back.shape).toEqual([1, 4, 4, 1]);
    expect([...back.data]).toEqual([
      56, -51, 46, 183, -148, -35, 35, -123, 88, 35, -35, 63, 532, -41, 36, 729,
    ]);
  });

  it('gives −730 twice', async () => {
    const { y, mappedForward, mappedBack } = await adjointIdentity(engine, founding, weights, input);
    expect([...y.data]).toEqual([1, 2, 3, 4]);
    expect([mappedForward, mappedBack]).toEqual([-730, -730]);
  });

  it('multiplies pairs and adds them up', async () => {
    expect([...(await pairProducts(engine, [1, -2, 3], [4, 5, 0.5]))]).toEqual([4, -10, 1.5]);
    expect([...(await pairProducts(engine, [], []))]).toEqual([]);
    expect(await innerProduct(engine, tensor([3], [1, -2, 3]), tensor([3], [4, 5, 0.5]))).toBe(-4.5);
  });

  it('multiplies by the transpose of any stage, whatever its padding leaves over', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase(), async ({ stage, integers }) => {
        const given = integers.stages[0].weights;
        const cells = stage.output.reduce((product, size) => product * size, 1);
        const y = Float32Array.from({ length: cells }, (_, i) => ((5 * i) % 11) - 5);
        const back = await applied(engine, adjointOf(stage), given, tensor(stage.output, y));
        const matrix = unrolledMatrix(stage, given);
        const images = stage.output[0];
        const expected = Array.from({ length: images }, (_, image) => {
          const part = y.subarray((image * cells) / images, ((image + 1) * cells) / images);
          return [...(stage.op === 'conv' ? multiplyTransposed : multiply)(matrix, part)];
        }).flat();
        expect(back.shape).toEqual(stage.input);
        expect([...back.data]).toEqual(expected);
        const { mappedForward, mappedBack } = await adjointIdentity(engine, stage, given, integers.input);
        expect(mappedForward).toBe(mappedBack);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });
});
