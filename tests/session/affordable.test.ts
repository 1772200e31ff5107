import { describe, expect, test } from 'vitest';
import { plan } from '../../src/variants/plan-layer.js';
import { presets } from '../../src/variants/presets.js';
import { variants } from '../../src/variants/variants.js';
import { affordable } from '../../src/session/affordable.js';

describe('what a page can show', () => {
  test.each(variants)('$name as it is preset', ({ name }) => {
    const planned = plan({ variant: name });
    expect(affordable(planned)).toBe(planned);
  });

  test('every worked example, and a picture of 1024 × 1024', () => {
    for (const { layer } of presets) expect(affordable(plan(layer)).problems).toEqual([]);
    expect(affordable(plan({ variant: 'strided', input: [1024, 1024, 3] })).problems).toEqual([]);
  });

  test('a link to a huge input is refused with its numbers, before anything is allocated', () => {
    const [problem] = affordable(plan({ variant: 'standard', input: [4000, 4000, 64] })).problems;
    expect(problem).toMatchObject({ field: 'input', kind: 'tensor-too-large', allowed: '≤ 4194304' });
    expect(problem.formula).toBe('1 · 4000 · 4000 · 64 = 1024000000');
  });

  test('so is work that would take minutes', () => {
    const { problems } = affordable(
      plan({ variant: 'standard', input: [256, 256, 64], filters: 64, kernel: 11 }),
    );
    expect(problems).toHaveLength(1);
    expect(problems[0].kind).toBe('tensor-too-large');
  });

  test('what is illegal anyway keeps its own reasons', () => {
    const illegal = plan({ variant: 'standard', input: [4000, 4000, 64], kernel: 0 });
    expect(affordable(illegal)).toBe(illegal);
  });
});
