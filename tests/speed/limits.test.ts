import { describe, expect, it } from 'vitest';
import { usualKnobs, type Knobs } from '../../src/speed/knobs.js';
import { layerSet } from '../../src/speed/layer-sets.js';
import { isTooLarge, nearestOf, refusalOf, type DeviceLimits } from '../../src/speed/limits.js';

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

  it('are mended by the knob that was turned last, and groups still divide it', () => {
    const knobs = { channels: 99_996, groups: 4 };
    const { knob, value } = refusalOf(own(knobs), device, 'channels')!.nearest!;
    expect([knob, value % 4]).toEqual(['channels', 0]);
    const near = own({ ...knobs, channels: value });
    expect([refusalOf(near, device), near.layers.flatMap(({ plan }) => plan.problems)]).toEqual([null, []]);
    expect(refusalOf(own({ ...knobs, channels: value + 4 }), device)).not.toBeNull();
  });

  it('have a nearest one too where no index can count them, before anything is known of the device', () => {
    const huge = own({ side: 99_999_999_999 });
    expect([refusalOf(huge, device), huge.layers.some(({ plan }) => isTooLarge(plan))]).toEqual([null, true]);
    for (const limits of [null, device]) {
      const { knob, value } = nearestOf(huge, limits, 'side')!;
      const near = own({ [knob]: value });
      expect([knob, near.layers.flatMap(({ plan }) => plan.problems)]).toEqual(['side', []]);
      expect(refusalOf(near, limits ?? { byteBudget: Infinity, maxTextureSize: 0 })).toBeNull();
    }
    expect(nearestOf(layerSet('cifar'), device)).toBeNull();
  });

  it('are mended by another knob where no side is small enough', () => {
    const knobs = { side: 1, channels: 2 ** 14, filters: 2 ** 14, groups: 1 };
    const { knob, value } = refusalOf(own(knobs), device)!.nearest!;
    expect([knob, value < 2 ** 14]).toEqual(['channels', true]);
    expect(refusalOf(own({ ...knobs, [knob]: value }), device)).toBeNull();
  });
});
