/** The stamps of a transposed convolution, one after the other, with the numbers of a worked example. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.js';
import { inputCells, partialSums } from '../../src/engine/partial-sums.js';
import type { Engine } from '../../src/engine/types.js';
import { plan, tensor } from '../../src/math/index.js';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ prefer: 'cpu' });
});
afterAll(() => engine.dispose());

const planned = plan({ op: 'transposed', input: [2, 2, 1], stride: 2, bias: true, activation: 'relu6' });
const [stage] = planned.stages;
const tensors = {
  input: tensor(stage.input, [1, 2, 3, 5]),
  weights: tensor(stage.weightShape, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
};

describe('partial sums', () => {
  it('begin at zeros and gain one stamp with each input cell, without bias and activation', async () => {
    const sums = await partialSums(engine, stage, tensors, { from: 0, count: inputCells(stage) + 1 });
    const rows = sums.map(({ data }) => [0, 5, 10, 15, 20].map((start) => [...data.slice(start, start + 5)]));
    expect(rows[0].flat().every((value) => value === 0)).toBe(true);
    expect(rows[1].slice(0, 3)).toEqual([
      [1, 2, 3, 0, 0],
      [4, 5, 6, 0, 0],
      [7, 8, 9, 0, 0],
    ]);
    expect(rows[2][0]).toEqual([1, 2, 5, 4, 6]);
    expect([1, 2, 3, 4].map((stamps) => rows[stamps][2][2])).toEqual([9, 23, 32, 37]);
    expect(rows[4]).toEqual([
      [1, 2, 5, 4, 6],
      [4, 5, 14, 10, 12],
      [10, 14, 37, 26, 33],
      [12, 15, 38, 25, 30],
      [21, 24, 62, 40, 45],
    ]);
  });

  it('take the channels one after the other', async () => {
    const [deep] = plan({ op: 'transposed', input: [1, 2, 2], kernel: 1 }).stages;
    const given = { input: tensor(deep.input, [1, 10, 2, 20]), weights: tensor(deep.weightShape, [1, 1]) };
    const sums = await partialSums(engine, deep, given, { from: 1, count: 4 });
    expect(sums.map(({ data }) => [...data])).toEqual([
      [1, 0],
      [1, 2],
      [11, 2],
      [11, 22],
    ]);
  });

  it.each([
    { from: -1, count: 1 },
    { from: 2, count: 4 },
    { from: 0, count: 1, image: 1 },
    { from: 0.5, count: 1 },
  ])('refuse %o', async (options) => {
    await expect(partialSums(engine, stage, tensors, options)).rejects.toMatchObject({
      code: 'out-of-range',
    });
  });

  it('are none where none are asked for', async () => {
    expect(await partialSums(engine, stage, tensors, { from: 4, count: 0 })).toEqual([]);
  });
});
