import { describe, expect, it } from 'vitest';
import { numberText, permuted } from '../../src/code/export/numbers.js';
import { parseLayer } from '../../src/code/parse-layer.js';
import { codeLanguages, toCode } from '../../src/code/to-code.js';
import { reference } from '../../src/math/reference.js';
import { tensor } from '../../src/math/tensor.js';
import { plan } from '../../src/variants/plan-layer.js';
import { codeCommentsEn } from '../../src/words/parts/code-comments.js';
import { cases } from './cases.js';

/** Runs the copied loops as they are, and takes what they print. */
function runLoops(code: string): Float32Array {
  const printed: Float32Array[] = [];
  new Function('console', code)({ log: (values: Float32Array) => printed.push(values) });
  return printed[0];
}

describe('plain loops', () => {
  it.each(cases)('give the numbers that are shown: $name', ({ layer, tensors }) => {
    const got = runLoops(toCode(layer, 'loops', { tensors }));
    const wanted = reference(plan(layer), tensors);
    const off = [...got].map((value, index) => Math.abs(value - wanted.data[index]));
    expect(got.length).toBe(wanted.data.length);
    expect(Math.max(...off)).toBeLessThanOrEqual(layer.activation === 'h-swish' ? 1e-5 : 0);
  });
});

/** Languages of which the code is a call that can be pasted again. */
const readable = ['pytorch', 'keras', 'paddle'] as const;

describe.each(readable)('code of %s, pasted again,', (language) => {
  /** Layers that this language writes as something else: a slice, a stuffed kernel, one layer a group. */
  const other = (code: string): boolean => Object.values(codeCommentsEn).some((text) => code.includes(text));
  const plain = cases.filter(
    ({ layer, tensors }) => !other(toCode(layer, language, { tensors })) && layer.input?.length !== 4,
  );

  it.each(plain)('is the same layer: $name', ({ layer, tensors }) => {
    const { layer: again, problems } = parseLayer(toCode(layer, language, { tensors }), layer);
    expect(problems).toEqual([]);
    const [wanted, got] = [plan(layer), plan(again!)];
    expect(reference(got, tensors)).toEqual(reference(wanted, tensors));
  });
});

describe('copied code', () => {
  const large = { variant: 'standard', input: [32, 32, 3], filters: 64 } as const;

  it.each(codeLanguages)(
    'of %s holds the tensors while they are small, else makes random ones',
    (language) => {
      const [{ layer, tensors }] = cases;
      expect(toCode(layer, language, { tensors })).not.toMatch(/rand/i);
      expect(toCode(layer, language)).toMatch(/rand/i);
      const many = plan(large).stages[0];
      const ones = { input: tensor(many.input, 1), weights: tensor(many.weightShape, 1) };
      const code = toCode(large, language, { tensors: ones });
      expect(code).toMatch(/rand/i);
      expect(code.length).toBeLessThan(3000);
    },
  );

  it.each(codeLanguages)(
    'of %s tells in a comment why a layer cannot run, and that a kernel is turned',
    (language) => {
      const mark = language === 'tfjs' || language === 'loops' ? '// ' : '# ';
      expect(
        toCode({ variant: 'standard', kernel: 9 }, language).startsWith(
          `${mark}This layer cannot run: The kernel`,
        ),
      ).toBe(true);
      expect(toCode({ variant: 'standard', turned: true }, language)).toContain(
        mark + codeCommentsEn['comment.turn'],
      );
    },
  );

  it('of Keras prints under every backend: NumPy refuses the tensors of PyTorch, which carry gradients', () => {
    expect(toCode({ variant: 'standard' }, 'keras')).toContain('print(model.predict(image, verbose=0))');
  });

  it('says what a framework cannot express, in the language of its comments', () => {
    const layer = { variant: 'dilated', stride: 2, dilation: 2 } as const;
    expect(toCode(layer, 'keras')).toContain(`# ${codeCommentsEn['comment.keras-stride']}`);
    const comments = { ...codeCommentsEn, 'comment.keras-stride': '换一种写法' };
    expect(toCode(layer, 'keras', { comments })).toContain('# 换一种写法');
    expect(toCode({ variant: 'padded' }, 'pytorch')).toContain('nn.ZeroPad2d((0, 1, 0, 1))');
  });
});

describe('numbers in code', () => {
  it.each([0.1, -0, 1 / 3, 1e-20, 16777216, 3.4028234663852886e38, -56, 0.06921631])(
    '%d names its float32',
    (value) => {
      const float = Math.fround(value);
      expect(Math.fround(Number(numberText(float))) + 0).toBe(float + 0);
      expect(numberText(float).length).toBeLessThan(16);
    },
  );

  it('are transposed as numpy does it', () => {
    const { shape, data } = permuted(tensor([2, 3], [1, 2, 3, 4, 5, 6]), [1, 0]);
    expect([shape, [...data]]).toEqual([
      [3, 2],
      [1, 4, 2, 5, 3, 6],
    ]);
  });
});
