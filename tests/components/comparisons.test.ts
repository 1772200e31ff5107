import { describe, expect, it } from 'vitest';
import { comparisonsOf } from '../../components/conv-explorer/comparisons.js';
import { counts } from '../../src/math/counts.js';
import { plan } from '../../src/variants/plan-layer.js';
import { variants } from '../../src/variants/variants.js';
import { english as en } from '../english.js';

const parameters = (id: string, variant: (typeof variants)[number]['name'], fields = {}) =>
  comparisonsOf({ variant, ...fields })
    .find((each) => each.id === id)!
    .layers.map((layer) => counts(plan(layer)).params);

describe('what a layer is compared with', () => {
  it.each(variants.map(({ name }) => name))('%s has a partner that can run on the same data', (variant) => {
    const all = comparisonsOf({ variant });
    expect(all.length).toBeGreaterThan(0);
    for (const { id, layers } of all) {
      expect(en).toHaveProperty([`compare.with.${id}`]);
      expect([2, 3]).toContain(layers.length);
      const inputs = layers.map((layer) => plan(layer).stages[0].input.join());
      expect(new Set(inputs).size, id).toBe(1);
    }
  });

  it('takes over what the layer is set to', () => {
    expect(parameters('separable', 'separable', { filters: 64, input: [32, 32, 3] })).toEqual([1728, 219]);
    expect(parameters('groups', 'grouped', { input: [5, 5, 8], filters: 8 })).toEqual([576, 144, 72]);
    expect(parameters('biases', 'separable', { filters: 64 })).toEqual([283, 286]);
    expect(parameters('spatial', 'spatially-separable', { kernel: 5 })).toEqual([25, 10]);
  });

  it('leaves out what cannot run', () => {
    const ids = comparisonsOf({ variant: 'dilated', input: [4, 4, 1], dilation: 1 }).map(({ id }) => id);
    expect(ids).toEqual(['rates']);
    expect(comparisonsOf({ variant: 'grouped', input: [5, 5, 3], filters: 4, groups: 1 })).toEqual([]);
  });
});
