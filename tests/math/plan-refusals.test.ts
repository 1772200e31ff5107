/** What plan() refuses, and how it says so. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, plan } from '../../src/math/index.js';
import type { ConvSpec, Problem, ProblemKind } from '../../src/math/index.js';

function onlyProblem(spec: unknown): Problem {
  const { stages, problems } = plan(spec as ConvSpec);
  expect(problems).toHaveLength(1);
  expect(stages).toEqual([]);
  return problems[0];
}

/** The number that a formula ends in, after checking that its left side has that value. */
function valueOf(formula: string): number {
  const [left, right] = formula.replaceAll('−', '-').split(' = ');
  const floored = left.replaceAll('⌊', 'Math.floor(').replaceAll('⌋', ')').replaceAll('·', '*');
  expect(new Function(`return ${floored}`)()).toBe(Number(right));
  return Number(right);
}

describe('what is refused', () => {
  const input = [5, 5, 4];
  const refusals: [spec: unknown, kind: ProblemKind, field: string][] = [
    [null, 'invalid-value', 'spec'],
    [[], 'invalid-value', 'spec'],
    ['conv', 'invalid-value', 'spec'],
    [[[5, 5, 1]], 'invalid-value', 'spec'],
    [{}, 'missing-input', 'input'],
    [{ input: [5, 5] }, 'invalid-value', 'input'],
    [{ input: '5,5,1' }, 'invalid-value', 'input'],
    [{ input: [5, 5, 1.5] }, 'invalid-value', 'input'],
    [{ input: [5, NaN, 1] }, 'invalid-value', 'input'],
    [{ input: [5, Infinity, 1] }, 'invalid-value', 'input'],
    [{ input: [0, 5, 5, 1] }, 'non-positive-input', 'input'],
    [{ input: [5, 0, 1] }, 'non-positive-input', 'input'],
    [{ input: [5, 5, -1] }, 'non-positive-input', 'input'],
    [{ input, op: 'deconv' }, 'invalid-value', 'op'],
    [{ input, filters: 0 }, 'non-positive-filters', 'filters'],
    [{ input, filters: '4' }, 'invalid-value', 'filters'],
    [{ input, filters: null }, 'invalid-value', 'filters'],
    [{ input, filters: 3, groups: 2 }, 'filters-not-divisible-by-groups', 'groups'],
    [{ input, filters: 3, groups: 3 }, 'channels-not-divisible-by-groups', 'groups'],
    [{ input, groups: -1 }, 'non-positive-groups', 'groups'],
    [{ input, kernel: 0 }, 'non-positive-kernel', 'kernel'],
    [{ input, kernel: [3] }, 'invalid-value', 'kernel'],
    [{ input, kernel: [3, 3, 3] }, 'invalid-value', 'kernel'],
    [{ input, kernel: 6 }, 'kernel-larger-than-input', 'kernel'],
    [{ input, stride: [1, 0] }, 'non-positive-stride', 'stride'],
    [{ input, dilation: -2 }, 'non-positive-dilation', 'dilation'],
    [{ input, padding: -1 }, 'negative-padding', 'padding'],
    [{ input, padding: [1, 1, 1] }, 'invalid-value', 'padding'],
    [{ input, padding: 'full' }, 'invalid-value', 'padding'],
    [{ input, outputPadding: 1 }, 'not-applicable', 'outputPadding'],
    [{ input, op: 'transposed', outputPadding: -1 }, 'negative-output-padding', 'outputPadding'],
    [{ input, op: 'transposed', outputPadding: 1 }, 'output-padding-too-large', 'outputPadding'],
    [{ input: [1, 1, 1], op: 'transposed', padding: 2 }, 'empty-output', 'padding'],
    [{ input, bias: 1 }, 'invalid-value', 'bias'],
    [{ input, activation: 'tanh' }, 'invalid-value', 'activation'],
    [{ input, stride: 2 ** 31 }, 'tensor-too-large', 'stride'],
  ];

  it.each(refusals)('%j is %s at %s', (spec, kind, field) => {
    const problem = onlyProblem(spec);
    expect(problem).toMatchObject({ kind, field, stage: 0 });
    expect(problem.message).toContain(problem.given);
    expect(problem.message).toContain(problem.allowed);
    expect(problem.message).toContain(problem.formula);
    expect(problem.message).toMatch(/^[A-Za-z0-9].*\.$/s);
  });

  it('says what was given, what fits, and why', () => {
    const problem = onlyProblem({ input: [4, 9, 1], kernel: 5 });
    expect(problem).toMatchObject({ given: '5', allowed: '1 … 4', formula: '⌊(4 + 0 + 0 − 5) / 1⌋ + 1 = 0' });
    expect(problem.message).toBe(
      'The kernel height reaches over 5 cells, the padded input has only 4: 5 was given, 1 … 4 is allowed, because ⌊(4 + 0 + 0 − 5) / 1⌋ + 1 = 0.',
    );
  });

  it.each<[ConvSpec, string]>([
    [{ input: [6, 9, 1], dilation: 3 }, '1 … 2'],
    [{ input: [6, 9, 1], kernel: 9, padding: [1, 0, 0, 0], stride: 2 }, '1 … 7'],
    [{ op: 'transposed', input: [1, 9, 1], padding: [1, 2, 0, 0] }, '0 … 2'],
    [
      { op: 'transposed', input: [2, 9, 1], stride: 2, dilation: 2, padding: [6, 5, 0, 0], outputPadding: 1 },
      '0 … 7',
    ],
  ])('names the largest legal value, and its formula adds up: %j', (spec, allowed) => {
    const { problems } = plan(spec);
    expect(problems[0].allowed).toBe(allowed);
    expect(valueOf(problems[0].formula)).toBeLessThan(1);
    const largest = Number(allowed.split(' … ')[1]);
    const repaired = (value: number): ConvSpec =>
      spec.op === 'transposed' ? { ...spec, padding: [0, value, 0, 0] } : { ...spec, kernel: [value, 1] };
    expect(plan(repaired(largest)).problems).toEqual([]);
    expect(plan(repaired(largest + 1)).problems).toHaveLength(1);
  });

  it('lists independent problems together, without guessing at what follows from them', () => {
    const kinds = (spec: ConvSpec): string[] => plan(spec).problems.map(({ kind }) => kind);
    expect(kinds({ input: [5, 5, 3], stride: 0, filters: 0, groups: 2 })).toEqual([
      'non-positive-filters',
      'non-positive-stride',
      'channels-not-divisible-by-groups',
    ]);
    expect(kinds({ input: [2, 4, 3], kernel: [3, 5], groups: 2, filters: 2 })).toEqual([
      'channels-not-divisible-by-groups',
      'kernel-larger-than-input',
      'kernel-larger-than-input',
    ]);
    expect(kinds({ kernel: 9 })).toEqual(['missing-input']);
  });

  it('stops at the first illegal stage, yet checks the fields of the later ones', () => {
    const { stages, problems } = plan([{ input: [5, 5, 1] }, { kernel: 9 }, { stride: 0 }, {}]);
    expect(stages).toHaveLength(1);
    expect(problems.map(({ stage, kind }) => [stage, kind])).toEqual([
      [1, 'kernel-larger-than-input'],
      [2, 'non-positive-stride'],
    ]);
  });

  it('refuses a later input that differs from what comes in', () => {
    const { problems } = plan([{ input: [5, 5, 1] }, { input: [4, 3, 1] }]);
    expect(problems).toMatchObject([
      { kind: 'shape-mismatch', field: 'input', stage: 1, given: '[1, 4, 3, 1]', allowed: '[1, 3, 3, 1]' },
    ]);
  });
});

describe('the limit of 2³¹ − 1 elements', () => {
  const largest = 2 ** 31 - 1;
  it.each<[string, ConvSpec]>([
    ['input', { input: [largest, 1, 1], kernel: 1 }],
    ['weights', { input: [1, 1, 1], kernel: [1, 1], filters: largest }],
    ['output', { op: 'transposed', input: [1, 1, 1], kernel: [largest, 1] }],
  ])('%s may reach it', (_, spec) => {
    expect(plan(spec).problems).toEqual([]);
  });

  it.each<[string, ConvSpec]>([
    ['input', { input: [2 ** 16, 2 ** 15, 1], kernel: 1, stride: 99 }],
    ['input, one axis', { input: [2 ** 31, 1, 1], kernel: 1, stride: 99 }],
    ['weights', { input: [1, 1, 2 ** 16], kernel: 1, filters: 2 ** 15 }],
    ['output', { input: [2 ** 12, 2 ** 12, 1], kernel: 1, filters: 2 ** 7 }],
    ['output of SAME', { op: 'transposed', input: [2 ** 15, 2 ** 15, 1], stride: 2, padding: 'same' }],
    ['padded input', { input: [4, 4, 1], padding: [2 ** 30, 2 ** 30, 0, 0], stride: [2 ** 30, 1] }],
  ])('%s may not pass it', (_, spec) => {
    const { problems, stages } = plan(spec);
    expect(stages).toEqual([]);
    expect(problems[0].kind).toBe('tensor-too-large');
    expect(problems[0].allowed).toContain(`${largest}`);
  });
});

describe('never throws', () => {
  const options = { seed: 20240614, numRuns: 500 };
  /** Whether there is an answer, and each refusal says what was given and what is allowed. */
  const answers = (value: unknown): boolean => {
    const { stages, problems } = plan(value as ConvSpec);
    const complete = problems.every(({ message, given, allowed }) => {
      return message.includes(given) && message.includes(allowed);
    });
    return complete && problems.length + stages.length > 0;
  };

  it(`on anything (seed ${options.seed})`, () => {
    const anything = fc.anything({ withBigInt: true, withSparseArray: true, withNullPrototype: true });
    expect(fc.check(fc.property(anything, answers), options)).toMatchObject({ failed: false });
  });

  it(`on any values of the fields (seed ${options.seed})`, () => {
    const number = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double(), fc.maxSafeInteger());
    const value = fc.oneof(number, fc.array(number, { maxLength: 5 }), fc.anything());
    const names = FIELDS.map(({ name }) => [name, value]);
    const spec = fc.record(Object.fromEntries(names) as Record<string, typeof value>, { requiredKeys: [] });
    const property = fc.property(fc.oneof(spec, fc.array(spec, { maxLength: 3 })), answers);
    expect(fc.check(property, options)).toMatchObject({ failed: false });
  });

  it('on a value that holds itself', () => {
    const loop: unknown[] = [];
    loop.push(loop, Symbol('s'), 1n, () => 0);
    expect(answers({ input: loop, kernel: { toString: null } })).toBe(true);
  });
});
