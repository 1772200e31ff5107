import { describe, expect, it } from 'vitest';
import { counts } from '../../src/math/counts.js';
import { counted } from '../../src/speed/counted.js';
import { usualKnobs } from '../../src/speed/knobs.js';
import { layerSet } from '../../src/speed/layer-sets.js';
import { layerSetIds, type LayerSetId, type Side } from '../../src/speed/types.js';
import golden from '../golden/networks.json' with { type: 'json' };

const sum = (id: LayerSetId, side: Side): number =>
  layerSet(id)
    .layers.filter((layer) => layer.side === side)
    .reduce((total, { plan }) => total + counts(plan).macs, 0);

describe('the sets of layers', () => {
  it.each(layerSetIds)('%s: can be planned, names each layer once on its side, and knows partners', (id) => {
    const { layers } = layerSet(id);
    expect(layers.flatMap(({ plan }) => plan.problems)).toEqual([]);
    const names = layers.map(({ side, kind, name }) => [side, kind, name].join(' '));
    expect(new Set(names).size).toBe(names.length);
    const partners = (wanted: Side) =>
      layers.filter(({ side }) => side === wanted).map(({ partner }) => partner);
    expect(partners('base').every((partner) => partner === null)).toBe(true);
    expect(partners('other').every((partner) => layers[partner ?? -1].side === 'base')).toBe(true);
  });

  it('holds the two CIFAR networks with 8.35 times fewer multiply-adds', () => {
    expect([sum('cifar', 'base'), sum('cifar', 'other')]).toEqual([152_805_376, 18_295_808]);
  });

  it('holds all of MobileNet V1', () => {
    expect(JSON.stringify(golden)).toContain('568740352');
    expect(sum('mobilenet', 'base') + sum('mobilenet', 'other') + sum('mobilenet', 'aside')).toBe(
      568_740_352,
    );
    const { layers } = layerSet('mobilenet');
    expect(layers).toHaveLength(28);
    expect(layers.filter(({ side }) => side === 'aside').map(({ name }) => name)).toEqual([
      'conv1',
      'conv_preds',
    ]);
  });

  it('has six kinds of layers of the chosen size', () => {
    const { layers } = layerSet('own', {
      ...usualKnobs,
      side: 8,
      channels: 4,
      filters: 8,
      groups: 2,
      dilation: 3,
    });
    expect(layers.map(({ kind, plan }) => [kind, counts(plan).macs])).toEqual([
      ['standard', 64 * 9 * 4 * 8],
      ['separable', 64 * (9 * 4 + 4 * 8)],
      ['depthwise', 64 * 9 * 4],
      ['grouped', (64 * 9 * 4 * 8) / 2],
      ['dilated', 64 * 9 * 4 * 8],
      ['transposed', 64 * 9 * 4 * 8],
    ]);
  });
});

describe('what is counted of a layer', () => {
  it('moves input, weights and output of each stage once', () => {
    const [standard, separable] = layerSet('own', { ...usualKnobs, side: 8, channels: 4, filters: 8 }).layers;
    const bytes = 4 * (64 * 4 + 9 * 4 * 8 + 64 * 8);
    expect(counted(standard.plan)).toEqual({
      multiplyAdds: 64 * 288,
      bytes,
      intensity: (64 * 288) / bytes,
      stages: 1,
    });
    const between = 64 * 4;
    expect(counted(separable.plan).bytes).toBe(4 * (64 * 4 + 9 * 4 + between + between + 4 * 8 + 64 * 8));
  });
});
