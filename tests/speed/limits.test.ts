import { describe, expect, it } from 'vitest';
import { usualKnobs, type Knobs } from '../../src/speed/knobs.js';
import { layerSet } from '../../src/speed/layer-sets.js';
import { refusalOf, type DeviceLimits } from '../../src/speed/limits.js';

const device: DeviceLimits = { byteBudget: 2 ** 28, maxTextureSize: 8192 };
const own = (knobs: Partial<Knobs>) => layerSet('own', { ...usualKnobs, ...knobs });

describe('sizes beyond the device', () => {
  it('are none in the sets that are ready made', () => {
    for (const id of ['cifar', 'mobilenet', 'filters', 'kernel', 'own'] as const)
      expect(refusalOf(layerSet(id), device)).toBeNull();
  });

  it.each([
    ['bytes', { side: 4096 }, device],
    ['texture', { side: 512 }, { byteBudget: 2 ** 40, maxTextureSize: 1024 }],
    ['work', { side: 256, channels: 512, filters: 512 }, { byteBudget: 2 ** 40, maxTextureSize: 8192 }],
  ] as const)(
    'are refused with the limit named, %s, and the nearest side that fits',
    (limit, knobs, limits) => {
      const refusal = refusalOf(own(knobs), limits)!;
      expect(refusal.limit).toBe(limit);
      expect(refusal.given).toBeGreaterThan(refusal.allowed);
      const { knob, value } = refusal.nearest!;
      expect(knob).toBe('side');
      expect(refusalOf(own({ ...knobs, side: value }), limits)).toBeNull();
      expect(refusalOf(own({ ...knobs, side: value + 1 }), limits)).not.toBeNull();
    },
  );

  it('are mended by another knob where no side is small enough', () => {
    const knobs = { side: 1, channels: 2 ** 14, filters: 2 ** 14, groups: 1 };
    const { knob, value } = refusalOf(own(knobs), device)!.nearest!;
    expect([knob, value < 2 ** 14]).toEqual(['channels', true]);
    expect(refusalOf(own({ ...knobs, [knob]: value }), device)).toBeNull();
  });
});
