/** Every golden convolution: shapes, values, stage by stage; and every golden refusal. */

import { describe, expect, it } from 'vitest';
import { checkTensors, ConvError, plan, reference } from '../../src/math/index.js';
import {
  fingerprintOf,
  firstDifference,
  goldenCases,
  goldenErrorCases,
  largeGoldenCases,
} from '../fixtures/golden.js';

it('reads all golden cases', () => {
  expect(goldenCases.length).toBe(215);
  expect(largeGoldenCases.length).toBe(9);
  expect(goldenErrorCases.length).toBe(22);
});

describe('golden cases', () => {
  it.each(goldenCases)('$name', ({ specs, tensors, outputs, tolerance }) => {
    const planned = plan(specs);
    expect(planned.problems).toEqual([]);
    expect(planned.warnings).toEqual([]);
    expect(planned.stages.map((stage) => stage.output)).toEqual(outputs.map((output) => output.shape));
    const results = reference(planned, tensors, { all: true });
    outputs.forEach((expected, index) => {
      expect(results[index].shape).toEqual(expected.shape);
      expect(firstDifference(results[index].data, expected.data, tolerance)).toBe(-1);
    });
  });
});

describe('large golden cases', () => {
  it.each(largeGoldenCases)('$name', ({ spec, tensors, outputShape, fingerprint, samples }) => {
    const output = reference(plan(spec), tensors());
    expect(output.shape).toEqual(outputShape);
    expect(fingerprintOf(output.data)).toEqual(fingerprint);
    for (const [offset, value] of samples) expect(output.data[offset] === value).toBe(true);
  });
});

describe('golden refusals', () => {
  it.each(goldenErrorCases)('$name', ({ spec, tensors, acceptable }) => {
    const planned = plan(spec);
    const problems = [...planned.problems, ...checkTensors(planned, tensors)];
    expect(acceptable).toContain(problems[0]?.kind);
    expect(() => reference(planned, tensors)).toThrow(ConvError);
  });
});
