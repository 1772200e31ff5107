/** Golden receptive fields and golden overlap counts. */

import { describe, expect, it } from 'vitest';
import checkerboardFile from '../golden/checkerboard.json';
import fieldFile from '../golden/receptive-field.json';
import { overlap, pixelsSeen, receptiveField } from '../../src/math/index.js';
import type { ConvSpec, Pair, Sides, StackLayer } from '../../src/math/index.js';
import type { RawTensor } from '../fixtures/golden.js';

interface GoldenLayer {
  readonly kind: 'conv' | 'pool';
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly dilation: Pair;
  readonly padding: Sides;
}
interface GoldenStep {
  readonly rf: Pair;
  readonly jump: Pair;
  readonly left: Pair;
}
interface GoldenStack extends GoldenStep {
  readonly name: string;
  readonly layers: GoldenLayer[];
  readonly steps: GoldenStep[];
  readonly touched: Pair;
  readonly holes: Pair;
  readonly touched2d: number;
  readonly coverage2d: number;
  readonly gridding: boolean;
  readonly paths: Pair;
  readonly pathsPerPixel: [number[] | null, number[] | null];
  readonly pathsPerPixel2d?: RawTensor;
  readonly finite?: { inputWidth: number; outputWidth: number; perOutput: [number, number, number][] };
}

const stacks = fieldFile.stacks as unknown as GoldenStack[];

function layersOf({ layers }: GoldenStack): StackLayer[] {
  return layers.map(({ kind, kernel, stride, dilation, padding }) => {
    const layer = { kernel, stride, dilation, padding };
    return kind === 'pool' ? { kind, ...layer } : layer;
  });
}

function goldenStep({ rf, jump, left }: GoldenStep) {
  return { size: rf, jump, start: left };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('golden receptive fields', () => {
  it('reads all stacks', () => expect(stacks.length).toBe(27));

  it.each(stacks)('$name', (stack) => {
    const { coverage, steps, ...field } = receptiveField(layersOf(stack));
    expect(field).toEqual(goldenStep(stack));
    expect(steps).toEqual(stack.steps.map(goldenStep));
    const { pathsPerPixel, coverage2d, ...rest } = coverage;
    const { touched, holes, touched2d, gridding } = stack;
    expect(rest).toEqual({ touched, holes, touched2d, gridding });
    expect(coverage2d).toBeCloseTo(stack.coverage2d, 6);
    expect(pathsPerPixel.map(sum)).toEqual(stack.paths);
    expect(pathsPerPixel.map((paths, axis) => stack.pathsPerPixel[axis] && paths)).toEqual(
      stack.pathsPerPixel,
    );
    if (!stack.pathsPerPixel2d) return;
    const plane = pathsPerPixel[0].flatMap((row) => pathsPerPixel[1].map((column) => row * column));
    expect(plane).toEqual(stack.pathsPerPixel2d.data);
  });

  const finite = stacks.filter((stack) => stack.finite);
  it.each(finite)('$name within borders', (stack) => {
    const { inputWidth, outputWidth, perOutput } = stack.finite!;
    expect(perOutput.length).toBe(outputWidth);
    const seen = perOutput.map((_, output) => {
      const { first, last, touched } = pixelsSeen(layersOf(stack), 1, inputWidth, output);
      return [first, last, touched];
    });
    expect(seen).toEqual(perOutput);
  });
});

interface GoldenMap {
  readonly name: string;
  readonly layers: { k: number; s: number; d: number; crop: Pair; outputPadding: number }[];
  readonly inputSize: number;
  readonly outputSize: number;
  readonly counts1d: number[];
  readonly counts2d: RawTensor;
  readonly interiorPeriod: number;
  readonly interiorPattern: number[];
  readonly uniformInterior: boolean;
  readonly min: number;
  readonly max: number;
}

const maps = checkerboardFile.maps as unknown as GoldenMap[];

describe('golden checkerboards', () => {
  it('reads all maps', () => expect(maps.length).toBe(30));

  it.each(maps)('$name', (map) => {
    const specs = map.layers.map(({ k, s, d, crop, outputPadding }, index): ConvSpec => ({
      op: 'transposed',
      ...(index === 0 && { input: [map.inputSize, map.inputSize, 1] }),
      kernel: k,
      stride: s,
      dilation: d,
      padding: [...crop, ...crop],
      outputPadding,
    }));
    const { shape, counts, perAxis, interior, uniform } = overlap(specs);
    expect(shape).toEqual([map.outputSize, map.outputSize]);
    expect(perAxis).toEqual([map.counts1d, map.counts1d]);
    expect([...counts]).toEqual(map.counts2d.data);
    expect(interior).toEqual([map.interiorPattern, map.interiorPattern]);
    expect(interior[0].length).toBe(map.interiorPeriod);
    expect(uniform).toBe(map.uniformInterior);
    expect([Math.min(...interior[0]), Math.max(...interior[0])]).toEqual([map.min, map.max]);
  });
});
