/** The copied code, as the frameworks ran it, against the reference; and as text, so that a change asks for a new record. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseLayer } from '../../src/code/parse-layer.js';
import { toCode, type CodeLanguage } from '../../src/code/to-code.js';
import { permuted } from '../../src/code/export/numbers.js';
import { reference } from '../../src/math/reference.js';
import { sizeOf } from '../../src/math/tensor.js';
import type { MultiStageTensors, Plan, Stage, Tensor } from '../../src/math/types.js';
import { plan } from '../../src/variants/plan-layer.js';
import { calls } from './calls.js';
import { cases, recordedLanguages } from './cases.js';

type Answer =
  | { readonly refused: string; readonly sha256?: string }
  | { readonly shape: readonly number[]; readonly values: readonly number[]; readonly sha256?: string };

interface Recorded {
  readonly versions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly code: Readonly<Record<string, Readonly<Record<string, Answer>>>>;
  readonly calls: Readonly<Record<string, Readonly<Record<string, Answer>>>>;
}

const recorded = JSON.parse(readFileSync('tests/code/recorded.json', 'utf8')) as Recorded;

/** Frameworks that refuse a layer that the relation allows. */
const refusals: Readonly<Record<string, readonly string[]>> = {
  onnx: ['transposed, output padding over stride'],
};

/**
 * Calls that Keras itself accepts, and that TensorFlow's plain kernels for processors refuse. Its oneDNN kernels run them;
 * these shapes are theirs.
 */
const onOtherKernels: Readonly<Record<string, readonly number[]>> = {
  'layers.DepthwiseConv2D(3, strides=(2, 1), use_bias=False)': [1, 3, 6, 3],
  'layers.Conv2DTranspose(5, 3, dilation_rate=2, padding="same")': [1, 4, 4, 5],
};

describe.each(recordedLanguages)('%s, run by itself,', (language: CodeLanguage) => {
  it.each(cases)('gives the numbers that are shown: $name', ({ name, layer, tensors }) => {
    const answer = recorded.code[language][name];
    const code = toCode(layer, language, { tensors });
    expect(createHash('sha256').update(code).digest('hex'), 'run tests/code/record.mjs again').toBe(
      answer.sha256,
    );
    const isRefused = refusals[language]?.includes(name) ?? false;
    expect('refused' in answer).toBe(isRefused);
    if ('refused' in answer) return;
    const wanted = reference(plan(layer), tensors);
    expect(answer.shape).toEqual(wanted.shape);
    const off = answer.values.map((value, index) => Math.abs(value - wanted.data[index]));
    // Whole numbers are exact in any order; h-swish divides by 6, and frameworks round that in different places.
    expect(Math.max(...off)).toBeLessThanOrEqual(layer.activation === 'h-swish' ? 1e-4 : 0);
  });
});

/** The image and the weights of record.py, which counts through a tensor in the framework's own order. */
function tensorsOf({ stages }: Plan, framework: string): MultiStageTensors {
  const ramp = (shape: readonly number[]): Tensor => ({
    shape,
    data: Float32Array.from({ length: sizeOf(shape) }, (_, index) => (index % 5) - 2),
  });
  const own = ({ weightShape: [height, width, big, small] }: Stage): Tensor => {
    // Keras' depthwise kernel [kh, kw, C, multiplier] has our numbers in our order.
    if (framework === 'keras') return ramp([height, width, big, small]);
    return permuted(ramp([small, big, height, width]), [2, 3, 1, 0]);
  };
  const image = Float32Array.from({ length: sizeOf(stages[0].input) }, (_, index) => (index % 7) - 3);
  return {
    input: { shape: stages[0].input, data: image },
    stages: stages.map((stage) => ({
      weights: own(stage),
      bias: stage.bias ? ramp([stage.filters]) : undefined,
    })),
  };
}

describe.each(['pytorch', 'keras', 'onnx'] as const)('a pasted call of %s', (framework) => {
  const own = calls.filter((call) => call.framework === framework);

  it.each(own.filter(({ text }) => Object.hasOwn(onOtherKernels, text)))(
    'is accepted: $text',
    ({ text, input }) => {
      const { layer } = parseLayer(text, { variant: 'standard', input });
      expect(plan(layer!).stages[0].output).toEqual(onOtherKernels[text]);
    },
  );

  it.each(own.filter(({ text }) => !Object.hasOwn(onOtherKernels, text)))(
    'makes the layer that the framework makes: $text',
    ({ text, input }) => {
      const answer = recorded.calls[framework][text];
      const current = { variant: 'standard', input, filters: 4, bias: false } as const;
      const { layer, problems } = parseLayer(text, current);
      const planned = layer && plan(layer);
      const isRefused = planned === null || planned.problems.length > 0;
      expect(isRefused, JSON.stringify([answer, problems, planned?.problems])).toBe('refused' in answer);
      if ('refused' in answer || !planned) return;
      const got = reference(planned, tensorsOf(planned, framework));
      expect(got.shape).toEqual(answer.shape);
      expect([...got.data]).toEqual(answer.values);
    },
  );
});
