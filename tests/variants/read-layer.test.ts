import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counts } from '../../src/math/counts.js';
import { LAYER_FIELDS } from '../../src/variants/fields.js';
import { legalOutputSizes } from '../../src/variants/output-size.js';
import { exampleWeightsOf, fieldsOf, plan } from '../../src/variants/plan-layer.js';
import { readLayer } from '../../src/variants/read-layer.js';
import type { LayerFields, LayerSpec } from '../../src/variants/types.js';
import { variants } from '../../src/variants/variants.js';

/** Output [height × width × channels], parameters and multiply-adds. */
function facts(layer: LayerSpec): string {
  const planned = plan(layer);
  expect(planned.problems).toEqual([]);
  const { params, macs, outputShape } = counts(planned);
  return `${outputShape.slice(1).join('x')} ${params} ${macs}`;
}

describe('the presets of the variants', () => {
  test.each([
    ['standard', '3x3x4 108 972'],
    ['strided', '2x2x1 9 36'],
    ['padded', '3x3x1 9 81'],
    ['dilated', '3x3x1 9 81'],
    ['grouped', '3x3x4 72 648'],
    ['depthwise', '3x3x3 27 243'],
    ['pointwise', '5x5x4 12 300'],
    ['separable', '3x3x4 39 351'],
    ['spatially-separable', '3x3x1 6 72'],
    ['transposed', '5x5x1 9 36'],
  ] as const)('%s is %s', (variant, expected) => {
    expect(facts({ variant })).toBe(expected);
  });

  test.each(variants)('$name names example weights for each stage', ({ name }) => {
    expect(exampleWeightsOf({ variant: name })).toHaveLength(plan({ variant: name }).stages.length);
  });

  test.each(variants)('every knob of $name is a field', ({ knobs, moreKnobs }) => {
    const names = LAYER_FIELDS.map(({ name }) => name);
    const shown = [...knobs, ...moreKnobs];
    expect(shown.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(shown).size).toBe(shown.length);
  });
});

describe('fields of a layer', () => {
  test('a multiplier makes that many channels of each', () => {
    expect(facts({ variant: 'depthwise', multiplier: 2 })).toBe('3x3x6 54 486');
    expect(facts({ variant: 'separable', multiplier: 2 })).toBe('3x3x4 78 702');
  });

  test('pointwise first: 12 + 36 weights, 624 multiply-adds', () => {
    expect(facts({ variant: 'separable', order: 'pointwise-first' })).toBe('3x3x4 48 624');
  });

  test('one bias or two', () => {
    const layer = { variant: 'separable', input: [32, 32, 3], filters: 64, bias: true } as const;
    expect(facts(layer)).toMatch(/ 283 /);
    expect(facts({ ...layer, biases: 'every' })).toMatch(/ 286 /);
  });

  test('the activation stands at the end, or in every stage', () => {
    const activations = (fields: LayerFields) =>
      plan({ variant: 'separable', activation: 'relu', ...fields }).stages.map(
        ({ activation }) => activation,
      );
    expect(activations({})).toEqual(['none', 'relu']);
    expect(activations({ activations: 'every' })).toEqual(['relu', 'relu']);
  });

  test('SAME and symmetric padding of 6 × 6 at stride 2 differ in where the zeros lie', () => {
    const padding = (mode: 'same' | 'symmetric') =>
      plan({ variant: 'padded', padding: mode }).stages[0].padding;
    expect(padding('same')).toEqual([0, 1, 0, 1]);
    expect(padding('symmetric')).toEqual([1, 1, 1, 1]);
  });

  test('symmetric padding follows the reach of each axis', () => {
    const layer = { variant: 'dilated', padding: 'symmetric', kernel: [5, 2], dilation: [1, 3] } as const;
    expect(plan(layer).stages[0].padding).toEqual([2, 2, 1, 1]);
  });

  test('stride, dilation and padding of a spatially separable layer go to their own axis', () => {
    const { stages } = plan({
      variant: 'spatially-separable',
      input: [8, 8, 2],
      stride: [2, 1],
      dilation: [1, 2],
      padding: [1, 0, 0, 2],
    });
    expect(
      stages.map(({ kernel, stride, dilation, padding }) => [kernel, stride, dilation, padding]),
    ).toEqual([
      [
        [3, 1],
        [2, 1],
        [1, 1],
        [1, 0, 0, 0],
      ],
      [
        [1, 3],
        [1, 1],
        [1, 2],
        [0, 0, 0, 2],
      ],
    ]);
  });

  test('a variant keeps what makes it what it is', () => {
    expect(plan({ variant: 'pointwise', kernel: 3, padding: 'symmetric' }).stages[0]).toMatchObject({
      kernel: [1, 1],
      padding: [0, 0, 0, 0],
    });
    expect(plan({ variant: 'transposed', op: 'conv' }).stages[0].op).toBe('transposed');
  });

  test('a problem that two stages share is told once', () => {
    expect(plan({ variant: 'spatially-separable', padding: 'round' as never }).problems).toHaveLength(1);
  });

  test.each([
    [{ multiplier: 0 }, 'non-positive-filters'],
    [{ multiplier: 1.5 }, 'invalid-value'],
    [{ multiplier: 2 ** 40 }, 'tensor-too-large'],
    [{ multiplier: 2n }, 'invalid-value'],
    [{ order: 'sideways' }, 'invalid-value'],
    [{ biases: 2 }, 'invalid-value'],
    [{ activations: null }, 'invalid-value'],
    [{ turned: 'yes' }, 'invalid-value'],
    [{ bias: 'yes' }, 'invalid-value'],
  ])('%o is refused by name, and once', (fields, kind) => {
    const { problems } = plan({ variant: 'separable', ...fields } as never);
    expect(problems.map((problem) => [problem.field, problem.kind])).toEqual([
      [Object.keys(fields)[0], kind],
    ]);
  });
});

describe('a wanted output size', () => {
  const transposed = (fields: LayerFields) => plan({ variant: 'transposed', ...fields });

  test.each([
    [5, [0, 0]],
    [6, [1, 1]],
    [
      [5, 6],
      [0, 1],
    ],
  ] as const)('%j of the 2 × 2 example is output padding %j', (outputSize, outputPadding) => {
    const { problems, stages } = transposed({ outputSize });
    expect(problems).toEqual([]);
    expect(stages[0].outputPadding).toEqual(outputPadding);
    expect(stages[0].output.slice(1, 3)).toEqual(
      [outputSize]
        .flat()
        .concat(outputSize as never)
        .slice(0, 2),
    );
  });

  test('7 and 4 are refused with the formula', () => {
    const [[seven], [four]] = [7, 4].map((outputSize) => transposed({ outputSize }).problems);
    expect(seven).toMatchObject({
      field: 'outputSize',
      kind: 'output-padding-too-large',
      given: '7',
      allowed: '5, 6',
      formula: '7 − ((2 − 1)·2 + 3 − 0) = 2 ≥ max(2, 1)',
    });
    expect(four).toMatchObject({
      kind: 'negative-output-padding',
      formula: '4 − ((2 − 1)·2 + 3 − 0) = −1 < 0',
    });
  });

  test('the rule a = (o + 2p − reach) mod s, and the largest of stride and dilation as its bound', () => {
    const layer = { padding: 1, stride: 3, kernel: 3, dilation: 2, input: [4, 4, 1] } as const;
    const sizes = Array.from({ length: 20 }, (_, i) => i + 1);
    const planned = sizes.map((outputSize) => transposed({ ...layer, outputSize }));
    const legal = sizes.filter((_, i) => planned[i].problems.length === 0);
    // (4 − 1)·3 + 5 − 2 = 12, and two more.
    expect(legal).toEqual([12, 13, 14]);
    const extras = legal.map((size) => planned[size - 1].stages[0].outputPadding[0]);
    expect(extras).toEqual(legal.map((size) => (size + 2 * 1 - 5) % 3));
  });

  test('SAME leaves one size', () => {
    expect(transposed({ padding: 'same', outputSize: 4 }).problems).toEqual([]);
    expect(transposed({ padding: 'same', outputSize: 5 }).problems[0]).toMatchObject({
      allowed: '4',
      formula: '2·2 = 4',
    });
  });

  test('a convolution has no use for it', () => {
    expect(plan({ variant: 'standard', outputSize: 99 }).problems).toEqual([]);
  });

  test('the legal sizes of an axis, in its own stride', () => {
    const fields = readLayer(fieldsOf(variants.at(-1)!, { stride: [2, 4], padding: [0, 1, 0, 0] })).resolved;
    expect(legalOutputSizes(fields, 0)).toEqual([4, 5]);
    expect(legalOutputSizes(fields, 1)).toEqual([7, 8, 9, 10]);
  });

  test('a huge stride is answered at once, with a bounded list', () => {
    expect(legalOutputSizes({ input: [2, 2, 1], stride: 2 ** 40, kernel: 3 }, 0)).toHaveLength(64);
    const [problem] = transposed({ stride: 1_000_000, outputSize: 3 }).problems;
    expect(problem.allowed).toBe('1000003 … 2000002');
  });
});

describe('whatever is given', () => {
  const anything = fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true });
  const nearly = fc.oneof(
    anything,
    fc.constantFrom('same', 'valid', 'symmetric', 'once', 'every', true, 0, 1, 2, 3, -1, 1e9, 2 ** 53, NaN),
    fc.array(fc.integer({ min: -2, max: 9 }), { maxLength: 5 }),
  );
  const names = [...LAYER_FIELDS.map(({ name }) => name), 'nonsense'];
  const layers = fc.record(
    Object.fromEntries(names.map((name) => [name, nearly])) as Record<string, fc.Arbitrary<unknown>>,
    { requiredKeys: [] },
  );

  test.each(variants)('$name runs or explains, and never throws', ({ name }) => {
    fc.assert(
      fc.property(layers, (fields) => {
        const planned = plan({ variant: name, ...fields } as never);
        const isExplained = planned.problems.every(({ message, field }) => message !== '' && field !== '');
        expect(isExplained && (planned.problems.length > 0 || planned.stages.length > 0)).toBe(true);
        const { resolved } = readLayer({ ...fields, op: 'transposed' } as never);
        expect(legalOutputSizes(resolved, 0).every((size) => size >= 1)).toBe(true);
        expect(Array.isArray(exampleWeightsOf({ variant: name, ...fields } as never))).toBe(true);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});
