import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plan } from '../../src/variants/plan-layer.js';
import { variants } from '../../src/variants/variants.js';

describe('a layer', () => {
  test.each(variants)('$name runs as it is preset', ({ name, defaults }) => {
    const planned = plan({ variant: name });
    expect(planned.problems).toEqual([]);
    expect(planned.stages[0].input.slice(1)).toEqual(defaults.input);
  });

  test('its own fields win over what the variant presets', () => {
    expect(plan({ variant: 'standard', filters: 7 }).stages[0].output).toEqual([1, 3, 3, 7]);
  });

  test('a field that is undefined means the preset', () => {
    expect(plan({ variant: 'standard', kernel: undefined } as never).stages[0].kernel).toEqual([3, 3]);
  });

  test('a variant that does not exist is a problem that names those that do', () => {
    const { problems, stages } = plan({ variant: 'cubist' as never });
    expect(stages).toEqual([]);
    expect(problems[0]).toMatchObject({ field: 'variant', kind: 'invalid-value' });
    expect(problems[0].allowed.split(', ')).toEqual(variants.map(({ name }) => name));
  });

  test('specs and lists of specs are planned as they are', () => {
    expect(plan({ input: [4, 4, 1] }).stages[0].output).toEqual([1, 2, 2, 1]);
    expect(plan([{ input: [4, 4, 1] }, { kernel: 2 }]).stages[1].output).toEqual([1, 1, 1, 1]);
  });

  test('whatever is given, it explains and never throws', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true }),
        fc.anything(),
        (wanted, variant) => {
          expect(() => plan(wanted as never)).not.toThrow();
          expect(plan({ ...Object(wanted), variant } as never).problems.length).toBeGreaterThan(0);
        },
      ),
      { seed: 20261122 },
    );
  });
});
