/** What plan() understands: fields, lists of specs, padding rules. */

import { describe, expect, it } from 'vitest';
import { plan } from '../../src/math/index.js';
import type { ConvSpec, Problem, Stage } from '../../src/math/index.js';

function stageOf(spec: ConvSpec): Stage {
  const { stages, problems } = plan(spec);
  expect(problems).toEqual([]);
  return stages[0];
}

function onlyProblem(spec: unknown): Problem {
  const { stages, problems } = plan(spec as ConvSpec);
  expect(problems).toHaveLength(1);
  expect(stages).toEqual([]);
  return problems[0];
}

describe('what is understood', () => {
  it('fills in every field', () => {
    expect(stageOf({ input: [5, 6, 2] })).toEqual({
      index: 0,
      from: [-1],
      op: 'conv',
      input: [1, 5, 6, 2],
      output: [1, 3, 4, 1],
      big: [1, 5, 6, 2],
      small: [1, 3, 4, 1],
      kernel: [3, 3],
      stride: [1, 1],
      dilation: [1, 1],
      effectiveKernel: [3, 3],
      paddingMode: 'valid',
      padding: [0, 0, 0, 0],
      outputPadding: [0, 0],
      groups: 1,
      filters: 1,
      bias: false,
      activation: 'none',
      weightShape: [3, 3, 2, 1],
    });
  });

  it('swaps big and small for a transposed convolution, and keeps the layout of the weights', () => {
    const stage = stageOf({
      op: 'transposed',
      input: [2, 3, 4, 6],
      filters: 4,
      groups: 2,
      kernel: [2, 3],
      stride: 2,
    });
    expect(stage.output).toEqual([2, 6, 9, 4]);
    expect([stage.big, stage.small]).toEqual([stage.output, stage.input]);
    expect(stage.weightShape).toEqual([2, 3, 2, 6]);
  });

  it.each([
    [2, [2, 2, 2, 2]],
    [
      [1, 2],
      [1, 1, 2, 2],
    ],
    [
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ],
  ])('takes padding %j as %j', (padding, sides) => {
    const stage = stageOf({ input: [9, 9, 1], padding: padding as ConvSpec['padding'] });
    expect(stage.padding).toEqual(sides);
    expect(stage.paddingMode).toBe('explicit');
  });

  it('takes a pair as one number', () => {
    expect(stageOf({ input: [9, 9, 1], kernel: 2, stride: 3, dilation: 4 })).toMatchObject({
      kernel: [2, 2],
      stride: [3, 3],
      dilation: [4, 4],
    });
  });

  it('reads the previous output in a list, and accepts an input that repeats it', () => {
    const { stages, problems } = plan([
      { input: [6, 6, 3], filters: 3, groups: 3 },
      { kernel: 1, filters: 4, input: [4, 4, 3] },
    ]);
    expect(problems).toEqual([]);
    expect(stages.map(({ from }) => from)).toEqual([[-1], [0]]);
    expect(stages[1].input).toEqual([1, 4, 4, 3]);
    expect(stages[1].output).toEqual([1, 4, 4, 4]);
  });

  it('warns of a field that no spec has, and goes on', () => {
    const { stages, problems, warnings } = plan({ input: [4, 4, 1], strides: 2 } as ConvSpec);
    expect(problems).toEqual([]);
    expect(stages).toHaveLength(1);
    expect(warnings).toMatchObject([{ field: 'strides', kind: 'unknown-field', given: '2', stage: 0 }]);
  });
});

describe('padding rules', () => {
  it.each([
    {
      about: 'an even kernel puts the odd cell last',
      spec: { kernel: 2, input: [4, 5, 1] },
      padding: [0, 1, 0, 1],
      output: [4, 5],
    },
    {
      about: 'an even dilated kernel',
      spec: { kernel: 4, dilation: 3, input: [4, 5, 1] },
      padding: [4, 5, 4, 5],
      output: [4, 5],
    },
    {
      about: 'stride 2, even and odd input',
      spec: { stride: 2, input: [4, 5, 1] },
      padding: [0, 1, 1, 1],
      output: [2, 3],
    },
    {
      about: 'a stride over the kernel',
      spec: { kernel: 1, stride: 3, input: [7, 6, 1] },
      padding: [0, 0, 0, 0],
      output: [3, 2],
    },
    {
      about: 'a kernel over the input',
      spec: { kernel: 7, input: [2, 3, 1] },
      padding: [3, 3, 3, 3],
      output: [2, 3],
    },
  ])('SAME: $about', ({ spec, padding, output }) => {
    const stage = stageOf({ ...spec, padding: 'same' });
    expect(stage.padding).toEqual(padding);
    expect(stage.output.slice(1, 3)).toEqual(output);
  });

  it.each([
    {
      about: 'an odd kernel',
      spec: { kernel: 3, stride: 2 },
      padding: [0, 1, 0, 1],
      outputPadding: [0, 0],
      output: [6, 6],
    },
    {
      about: 'a kernel under the stride',
      spec: { kernel: 2, stride: [3, 1] as const },
      padding: [0, 0, 0, 1],
      outputPadding: [1, 0],
      output: [9, 3],
    },
    {
      about: 'a dilated kernel',
      spec: { kernel: 2, stride: 2, dilation: 3 },
      padding: [1, 1, 1, 1],
      outputPadding: [0, 0],
      output: [6, 6],
    },
  ])('transposed SAME: $about', ({ spec, padding, outputPadding, output }) => {
    const stage = stageOf({ op: 'transposed', input: [3, 3, 1], ...spec, padding: 'same' });
    expect(stage).toMatchObject({ padding, outputPadding });
    expect(stage.output.slice(1, 3)).toEqual(output);
  });

  it('accepts the output padding that SAME implies, or 0, and nothing else', () => {
    const spec: ConvSpec = { op: 'transposed', input: [3, 3, 1], kernel: 2, stride: 4, padding: 'same' };
    expect(stageOf({ ...spec, outputPadding: 2 })).toEqual(stageOf(spec));
    expect(stageOf({ ...spec, outputPadding: [2, 0] })).toEqual(stageOf(spec));
    const problem = onlyProblem({ ...spec, outputPadding: [2, 1] });
    expect(problem).toMatchObject({
      kind: 'not-applicable',
      field: 'outputPadding',
      given: '1',
      allowed: '0 | 2',
    });
  });

  it('lets output padding reach up to the dilation', () => {
    const spec: ConvSpec = { op: 'transposed', input: [3, 3, 1], kernel: 3, dilation: 3 };
    expect(stageOf({ ...spec, outputPadding: 2 }).output).toEqual([1, 11, 11, 1]);
    expect(onlyProblem({ ...spec, outputPadding: 3 })).toMatchObject({
      kind: 'output-padding-too-large',
      given: '3',
      allowed: '0 … 2',
      formula: '3 ≥ max(1, 3)',
    });
  });

  it('gives one output where kernel and input, or padded input, are equally large', () => {
    expect(stageOf({ input: [3, 3, 1] }).output).toEqual([1, 1, 1, 1]);
    expect(stageOf({ input: [1, 1, 1], padding: 1 }).output).toEqual([1, 1, 1, 1]);
    expect(stageOf({ input: [5, 5, 1], stride: 9 }).output).toEqual([1, 1, 1, 1]);
  });
});
