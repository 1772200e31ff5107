/** One suite for every engine: golden answers within their tolerance, and the reference bit for bit. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.js';
import { inputCells, partialSums } from '../../src/engine/partial-sums.js';
import type { BackendName, Engine, EngineOptions, TermTable } from '../../src/engine/types.js';
import {
  indexAt,
  offsetOf,
  plan,
  reference,
  sizeOf,
  termValues,
  termsPerOutput,
  type Index4,
  type Plan,
  type PlanTensors,
  type Stage,
  type Tensor,
  zeros,
} from '../../src/math/index.js';
import { firstDifference, fingerprintOf, goldenCases, largeGoldenCases } from '../fixtures/golden.js';
import { randomCase, randomFloats, tensorsFor, type RandomCase } from '../fixtures/random-spec.js';

/** Another seed: VITE_SEED=7 npx vitest … */
const firstSeed = Number(import.meta.env.VITE_SEED ?? 1);
const randomSpecs = 1000;
const blockedSpecs = 200;

/** Bits, so that −0 is not 0 and nothing is near enough. */
export function bitsOf({ buffer, byteOffset, length }: Float32Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length);
}

/** Place of the first value whose bits differ, or −1. */
export function firstDifferentBits(actual: Float32Array, expected: Float32Array): number {
  if (actual.length !== expected.length) return Math.min(actual.length, expected.length);
  const [actualBits, expectedBits] = [bitsOf(actual), bitsOf(expected)];
  return actualBits.findIndex((bits, offset) => bits !== expectedBits[offset]);
}

/** A term table by the reference's own terms, one cell after the other. */
function expectedTable(planned: Plan, tensors: PlanTensors, stage: Stage): TermTable {
  const outputs = reference(planned, tensors, { all: true });
  const input = stage.from[0] < 0 ? tensors.input : outputs[stage.from[0]];
  const given = 'stages' in tensors ? tensors.stages[stage.index] : tensors;
  const [cells, terms] = [sizeOf(stage.output), termsPerOutput(stage)];
  const values = Array.from({ length: cells }, (_, cell) =>
    termValues(stage, input, given, indexAt(stage.output, cell) as unknown as Index4),
  ).flat();
  const column = (name: 'product' | 'runningSum' | 'channelSum') =>
    Float32Array.from(values, (value) => value[name]);
  return {
    cells,
    terms,
    product: column('product'),
    runningSum: column('runningSum'),
    channelSum: column('channelSum'),
  };
}

/** The sums of one image by the reference, from an input that keeps its first cells: channel by channel, then row by row. */
function sumsOfFirstCells(
  stage: Stage,
  { input, weights }: { input: Tensor; weights: Tensor },
  image: number,
  kept: number,
): Float32Array {
  const [, height, width, channels] = stage.input;
  const masked = zeros(stage.input);
  for (let channel = 0, cell = 0; channel < channels; channel++)
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width && cell < kept; column++, cell++) {
        const offset = offsetOf(stage.input, [image, row, column, channel]);
        masked.data[offset] = input.data[offset];
      }
  const linear: Plan = {
    stages: [{ ...stage, bias: false, activation: 'none' }],
    problems: [],
    warnings: [],
  };
  const size = sizeOf(stage.output.slice(1));
  return reference(linear, { input: masked, weights }).data.slice(image * size, (image + 1) * size);
}

/** A random case whose groups write whole blocks of four channels, which a shader may sum together. */
function blockedCase(seed: number): Pick<RandomCase, 'spec' | 'stage' | 'floats'> {
  const { spec, stage } = randomCase(seed);
  const filters = stage.groups * (seed % 2 === 0 ? 4 : 8);
  const blocked = { ...spec, filters };
  const [planned] = plan(blocked).stages;
  return { spec: blocked, stage: planned, floats: tensorsFor(planned, seed, randomFloats) };
}

/** What is wrong with the engine's answer to a random case; '' when nothing is. */
async function complaint(
  engine: Engine,
  { spec, floats }: Pick<RandomCase, 'spec' | 'floats'>,
  upTo?: number,
): Promise<string> {
  const planned = plan(spec);
  const { data } = await engine.run(planned, floats, { upTo });
  const offset = firstDifferentBits(data, reference(planned, floats, { upTo }).data);
  return offset < 0 ? '' : `${JSON.stringify(spec)}, upTo ${upTo}: differs at ${offset}`;
}

export function describeConformance(backend: BackendName, options: EngineOptions): void {
  describe(`the ${backend} engine`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await createEngine(options);
    });
    afterAll(() => engine.dispose());

    it('is the engine under test', () => {
      expect([engine.fallbackCause, engine.backend, engine.fallbackReason]).toEqual([null, backend, null]);
    });

    it.each(goldenCases)('golden: $name', async ({ specs, tensors, outputs, tolerance }) => {
      const planned = plan(specs);
      const results = await engine.run(planned, tensors, { all: true });
      const expected = reference(planned, tensors, { all: true });
      expect(results.map(({ shape }) => shape)).toEqual(outputs.map(({ shape }) => shape));
      results.forEach(({ data }, stage) => {
        expect(firstDifference(data, outputs[stage].data, tolerance)).toBe(-1);
        expect(firstDifferentBits(data, expected[stage].data)).toBe(-1);
      });
    });

    it.each(largeGoldenCases)(
      'large golden: $name',
      async ({ spec, tensors, outputShape, fingerprint, samples }) => {
        const output = await engine.run(plan(spec), tensors());
        expect(output.shape).toEqual(outputShape);
        expect(fingerprintOf(output.data)).toEqual(fingerprint);
        for (const [offset, value] of samples) expect(output.data[offset] === value).toBe(true);
      },
    );

    it(`${randomSpecs} random specs`, async () => {
      console.log(`${backend}: random specs from seed ${firstSeed}`);
      const complaints: string[] = [];
      for (let seed = firstSeed; seed < firstSeed + randomSpecs; seed++) {
        complaints.push(await complaint(engine, randomCase(seed)));
      }
      expect(complaints.filter(Boolean)).toEqual([]);
    });

    it(`${blockedSpecs} random specs of whole blocks of four channels, each also cut off`, async () => {
      const complaints: string[] = [];
      for (let seed = firstSeed; seed < firstSeed + blockedSpecs; seed++) {
        const random = blockedCase(seed);
        complaints.push(await complaint(engine, random));
        complaints.push(await complaint(engine, random, seed % (termsPerOutput(random.stage) + 2)));
      }
      expect(complaints.filter(Boolean)).toEqual([]);
    });

    it('every prefix of the sum, the bias being one more term', async () => {
      for (let seed = firstSeed; seed < firstSeed + 20; seed++) {
        const random = randomCase(seed);
        const terms = termsPerOutput(random.stage);
        const complaints: string[] = [];
        for (let upTo = 0; upTo <= terms + 2; upTo++) complaints.push(await complaint(engine, random, upTo));
        expect(complaints.filter(Boolean)).toEqual([]);
      }
    });

    it('cuts only the last stage of a plan off', async () => {
      const { specs, tensors } = goldenCases.find((golden) => golden.specs.length === 2)!;
      const planned = plan(specs);
      const [first, last] = await engine.run(planned, tensors, { all: true, upTo: 1 });
      const expected = reference(planned, tensors, { all: true, upTo: 1 });
      expect(firstDifferentBits(first.data, expected[0].data)).toBe(-1);
      expect(firstDifferentBits(last.data, expected[1].data)).toBe(-1);
    });

    it('the terms of every cell, one by one and as a table', async () => {
      for (let seed = firstSeed; seed < firstSeed + 40; seed++) {
        const { spec, stage, floats } = randomCase(seed);
        const planned = plan(spec);
        const table = await engine.termTable(planned, floats);
        const expected = expectedTable(planned, floats, stage);
        expect([table.cells, table.terms]).toEqual([expected.cells, expected.terms]);
        for (const column of ['product', 'runningSum', 'channelSum'] as const) {
          expect(firstDifferentBits(table[column], expected[column])).toBe(-1);
        }
        const cell = (seed * 31) % table.cells;
        const index = indexAt(stage.output, cell) as unknown as Index4;
        const terms = await engine.terms(planned, floats, { index });
        expect(terms).toEqual(termValues(stage, floats.input, floats.stages[0], index));
      }
    });

    it('the terms of a later stage, which reads what the earlier ones computed', async () => {
      const { specs, tensors } = goldenCases.find((golden) => golden.specs.length === 2)!;
      const planned = plan(specs);
      const [between] = reference(planned, tensors, { all: true });
      const expected = termValues(planned.stages[1], between, tensors.stages[1], [0, 0, 0, 0]);
      expect(await engine.terms(planned, tensors, { index: [0, 0, 0, 0] })).toEqual(expected);
      expect(await engine.terms(planned, tensors, { stage: 1, index: [0, 0, 0, 0] })).toEqual(expected);
      const table = await engine.termTable(planned, tensors, { stage: 1 });
      expect(
        firstDifferentBits(table.product, expectedTable(planned, tensors, planned.stages[1]).product),
      ).toBe(-1);
    });

    it('the partial sums of a walk along inputs: runs on an input whose later cells are 0', async () => {
      for (let seed = firstSeed; seed < firstSeed + 60; seed++) {
        const { stage, floats } = randomCase(seed);
        const { input, stages } = floats;
        const cells = inputCells(stage);
        const from = seed % (cells + 1);
        const count = Math.min(cells + 1 - from, 7);
        const image = seed % stage.input[0];
        const tensors = { input, weights: stages[0].weights };
        const sums = await partialSums(engine, stage, tensors, { from, count, image });
        expect(sums.map(({ shape }) => shape)).toEqual(Array(count).fill([1, ...stage.output.slice(1)]));
        sums.forEach(({ data }, place) => {
          const expected = sumsOfFirstCells(stage, tensors, image, from + place);
          expect(firstDifferentBits(data, expected)).toBe(-1);
        });
      }
    });

    it('a sum of channels that starts again with each channel', async () => {
      const planned = plan({ input: [2, 2, 2], kernel: 2, filters: 1 });
      const count = (shape: number[]) => ({ shape, data: Float32Array.from({ length: 8 }, (_, i) => i + 1) });
      const tensors = { input: count([1, 2, 2, 2]), weights: count([2, 2, 2, 1]) };
      const terms = await engine.terms(planned, tensors, { index: [0, 0, 0, 0] });
      expect(terms.map(({ input }) => input)).toEqual([1, 3, 5, 7, 2, 4, 6, 8]);
      expect(terms.map(({ runningSum }) => runningSum)).toEqual([1, 10, 35, 84, 88, 104, 140, 204]);
      expect(terms.map(({ channelSum }) => channelSum)).toEqual([1, 10, 35, 84, 4, 20, 56, 120]);
    });
  });
}
