/** Receptive fields and overlaps against brute force: one lit pixel sent through a stack of all-ones kernels. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ConvError,
  overlap,
  pixelsSeen,
  plan,
  receptiveField,
  reference,
  tensor,
} from '../../src/math/index.js';
import type { ConvSpec, Plan } from '../../src/math/index.js';

const SEED = 20240613;
const INPUT_WIDTH = 72;
/** More pixels than a border can reach through three layers. */
const MARGIN = 24;

const layer = fc.record({
  op: fc.constantFrom('conv' as const, 'conv' as const, 'transposed' as const),
  kernel: fc.integer({ min: 1, max: 4 }).map((width) => [1, width] as const),
  stride: fc.integer({ min: 1, max: 3 }).map((width) => [1, width] as const),
  dilation: fc.integer({ min: 1, max: 3 }).map((width) => [1, width] as const),
  padding: fc
    .record({ before: fc.nat(2), after: fc.nat(2) })
    .map(({ before, after }) => [0, 0, before, after] as const),
});

/** Rows of pixels through one to three layers; the batch has one image for each pixel to light up. */
const stack = fc.array(layer, { minLength: 1, maxLength: 3 }).map((layers) => {
  const specs: ConvSpec[] = layers.map((spec, index) => {
    return index === 0 ? { ...spec, input: [INPUT_WIDTH, 1, INPUT_WIDTH, 1] } : spec;
  });
  return { specs, planned: plan(specs) };
});

/** [output][pixel]: number of paths, by lighting up one pixel of each image of the batch. */
function pathTable(planned: Plan): number[][] {
  const input = tensor([INPUT_WIDTH, 1, INPUT_WIDTH, 1], 0);
  for (let pixel = 0; pixel < INPUT_WIDTH; pixel++) input.data[pixel * INPUT_WIDTH + pixel] = 1;
  const stages = planned.stages.map(({ weightShape }) => ({ weights: tensor(weightShape, 1) }));
  const { shape, data } = reference(planned, { input, stages });
  const width = shape[2];
  return Array.from({ length: width }, (_, output) =>
    Array.from({ length: INPUT_WIDTH }, (__, pixel) => data[pixel * width + output]),
  );
}

function litPixels(paths: readonly number[]): number[] {
  return paths.flatMap((count, pixel) => (count > 0 ? [pixel] : []));
}

describe(`random stacks (seed ${SEED})`, () => {
  it('within borders sees exactly the pixels that light up the output', () => {
    const property = fc.property(stack, ({ specs, planned }) => {
      fc.pre(planned.problems.length === 0);
      pathTable(planned).forEach((paths, output) => {
        const lit = litPixels(paths);
        const seen = pixelsSeen(specs, 1, INPUT_WIDTH, output);
        expect(seen.touched).toBe(lit.length);
        expect([seen.first, seen.last]).toEqual(
          lit.length > 0 ? [lit[0], lit.at(-1)] : [Infinity, -Infinity],
        );
      });
    });
    fc.assert(property, { seed: SEED, numRuns: 60 });
  });

  it('far from the borders has the field that lights up the output', () => {
    const compared = { anyOutput: 0, alongTheJump: 0 };
    const property = fc.property(stack, ({ specs, planned }) => {
      fc.pre(planned.problems.length === 0);
      const { size, jump, start, coverage } = receptiveField(specs);
      const hasTransposed = specs.some(({ op }) => op === 'transposed');
      let widest = 0;
      pathTable(planned).forEach((paths, output) => {
        const { first, last, touched } = pixelsSeen(specs, 1, null, output);
        if (touched === 0 || first < MARGIN || last >= INPUT_WIDTH - MARGIN) return;
        const lit = litPixels(paths);
        expect([first, last, touched]).toEqual([lit[0], lit.at(-1), lit.length]);
        widest = Math.max(widest, last - first + 1);
        compared.anyOutput++;
        if (hasTransposed) return;
        expect(first).toBe(start[1] + output * jump[1]);
        expect(paths.slice(first, first + size[1])).toEqual(coverage.pathsPerPixel[1]);
        compared.alongTheJump++;
      });
      expect(widest).toBeLessThanOrEqual(size[1]);
    });
    fc.assert(property, { seed: SEED, numRuns: 100 });
    expect(compared.anyOutput).toBeGreaterThan(100);
    expect(compared.alongTheJump).toBeGreaterThan(20);
  });

  it('overlap counts what all pixels lit together give', () => {
    const property = fc.property(stack, ({ specs, planned }) => {
      fc.pre(planned.problems.length === 0);
      const totals = pathTable(planned).map((paths) => paths.reduce((sum, count) => sum + count, 0));
      expect(overlap(specs).perAxis[1]).toEqual(totals);
    });
    fc.assert(property, { seed: SEED, numRuns: 60 });
  });
});

describe('receptive field', () => {
  it('of nothing is one pixel', () => {
    expect(receptiveField([])).toMatchObject({ size: [1, 1], jump: [1, 1], start: [0, 0] });
  });

  it('takes a pool with its kernel as stride', () => {
    const { size, jump } = receptiveField([{ kernel: 3 }, { kind: 'pool' }, { kernel: 3 }]);
    expect(size).toEqual([8, 8]);
    expect(jump).toEqual([2, 2]);
  });

  it('follows SAME with the real sizes where an input is given, else as for a multiple of the stride', () => {
    const layers = (input?: number[]) => [
      { ...(input && { input }), kernel: 3, stride: 2, padding: 'same' as const },
    ];
    expect(receptiveField(layers()).start).toEqual([0, 0]);
    expect(receptiveField(layers([1, 8, 7, 1])).start).toEqual([0, -1]);
    expect(receptiveField(layers([8, 7, 1])).start).toEqual([0, -1]);
  });

  it('of a transposed layer jumps by a fraction and keeps to the widest output', () => {
    const field = receptiveField([{ op: 'transposed', kernel: 4, stride: 2, padding: 1 }]);
    expect(field).toMatchObject({ size: [2, 2], jump: [0.5, 0.5], start: [-1, -1] });
  });

  it('starts half a pixel early where the first output is not among the widest', () => {
    const layers = [{ op: 'transposed' as const, kernel: 3, stride: 2, padding: 1 }];
    expect(receptiveField(layers)).toMatchObject({ size: [2, 2], start: [-0.5, -0.5] });
    expect(pixelsSeen(layers, 0, null, 0)).toEqual({ first: 0, last: 0, touched: 1 });
    expect(pixelsSeen(layers, 0, null, 1)).toEqual({ first: 0, last: 1, touched: 2 });
  });

  it('of a stride undone by a transposed layer jumps by whole pixels again', () => {
    const field = receptiveField([
      { kernel: 3, stride: 2, padding: 1 },
      { op: 'transposed', kernel: 2, stride: 2 },
    ]);
    expect(field).toMatchObject({ size: [3, 3], jump: [1, 1] });
  });

  it('refuses an illegal layer with its place', () => {
    const problem = expect.objectContaining({ kind: 'non-positive-kernel', stage: 1 });
    const refusal = expect.objectContaining({ code: 'illegal-plan', problems: [problem] });
    expect(() => receptiveField([{ kernel: 3 }, { kernel: 0 }])).toThrow(refusal);
  });
});

describe('overlap', () => {
  it('of SAME with a kernel that the stride divides is uniform inside, not at the border', () => {
    const { uniform, perAxis } = overlap({
      op: 'transposed',
      input: [4, 4, 1],
      kernel: 4,
      stride: 2,
      padding: 'same',
    });
    expect(uniform).toBe(true);
    expect(perAxis[0]).toEqual([1, 2, 2, 2, 2, 2, 2, 1]);
  });

  it('of a kernel smaller than the stride leaves holes', () => {
    const { uniform, perAxis } = overlap({ op: 'transposed', input: [2, 2, 1], kernel: 1, stride: 3 });
    expect(uniform).toBe(false);
    expect(perAxis[1]).toEqual([1, 0, 0, 1]);
  });

  it('repeats sooner where a stride follows', () => {
    const specs: ConvSpec[] = [
      { op: 'transposed', input: [6, 6, 1], kernel: 5, stride: 4 },
      { kernel: 1, stride: 2 },
    ];
    expect(overlap(specs).interior).toEqual([
      [2, 1],
      [2, 1],
    ]);
  });

  it('throws the problems of an illegal spec', () => {
    expect(() => overlap({ input: [2, 2, 1] })).toThrow(ConvError);
  });
});
