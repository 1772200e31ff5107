/** The field table against the plan that it drives. */

import { describe, expect, it } from 'vitest';
import { DEFAULTS, FIELDS, fieldOf, plan } from '../../src/math/index.js';

describe('the field table', () => {
  it('has the defaults that plan() uses', () => {
    const spec = Object.fromEntries(
      FIELDS.filter(({ name }) => name !== 'input').map((field) => [field.name, field.default]),
    );
    expect(plan({ input: [7, 7, 2], ...spec })).toEqual(plan({ input: [7, 7, 2] }));
    expect(Object.keys(DEFAULTS).sort()).toEqual(Object.keys(spec).sort());
  });

  it('has the minimum that plan() enforces', () => {
    for (const { name, type, minimum, belowMinimum } of FIELDS) {
      if (type === 'choice' || type === 'flag') continue;
      const value = minimum - 1;
      const spec: object = {
        input: [9, 9, 2],
        op: 'transposed',
        [name]: type === 'shape' ? [value, 9, 2] : value,
      };
      expect(plan(spec).problems.map(({ kind }) => kind)).toEqual([belowMinimum]);
    }
  });

  it('names attributes and words by one rule', () => {
    expect(fieldOf('outputPadding')).toMatchObject({
      attribute: 'output-padding',
      labelKey: 'field.outputPadding.label',
      helpKey: 'field.outputPadding.help',
    });
    expect(() => fieldOf('strides' as 'stride')).toThrow(RangeError);
  });

  it('offers teaching ranges that hold the defaults', () => {
    for (const { default: value, minimum, maximum } of FIELDS) {
      for (const number of [value].flat().filter((entry) => typeof entry === 'number')) {
        expect(number).toBeGreaterThanOrEqual(minimum);
        expect(number).toBeLessThanOrEqual(maximum);
      }
    }
  });
});
