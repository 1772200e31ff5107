import { describe, expect, it } from 'vitest';
import { planBytes } from '../../src/engine/plan-size.js';
import { SliceSize, regionsOf } from '../../src/engine/slices.js';
import { layoutOf, texelsFor, textureBytes } from '../../src/engine/texture-layout.js';
import { plan } from '../../src/math/index.js';

describe('the layout of a tensor in a texture', () => {
  it.each(['square', 'wide'] as const)('has room for every value, folded at a power of two: %s', (shape) => {
    for (const size of [1, 4, 5, 64, 65, 1000, 12_345, 1_000_000, 64_000_000]) {
      const { exponent, width, height } = layoutOf(texelsFor(size), 8192, shape);
      expect(height === 1 ? 2 ** exponent >= width : 2 ** exponent === width).toBe(true);
      expect(width * height * 4).toBeGreaterThanOrEqual(size);
      expect(width * (height - 1) * 4).toBeLessThan(size);
      expect(textureBytes(size)).toBeGreaterThanOrEqual(width * height * 16);
    }
  });

  it('is nearly square for a target, one row for a small upload', () => {
    expect(layoutOf(512, 8192, 'square')).toMatchObject({ width: 32, height: 16 });
    expect(layoutOf(300, 8192, 'wide')).toMatchObject({ width: 300, height: 1, exponent: 11 });
  });

  it('refuses more values than the largest texture has, and takes just as many', () => {
    const most = 2048 * 2048;
    expect(layoutOf(most, 2048, 'square')).toMatchObject({ width: 2048, height: 2048 });
    expect(() => layoutOf(most + 1, 2048, 'square')).toThrow(String(4 * most));
    expect(() => layoutOf(2 ** 31 - 1, 2048, 'wide')).toThrow(/exceeds/);
  });
});

describe('the bytes of a plan', () => {
  it('are those of its input, weights, bias and output', () => {
    const planned = plan({ input: [8, 8, 4], filters: 16, kernel: 1, bias: true });
    expect(planBytes(planned)).toBe(4 * (8 * 8 * 4 + 4 * 16 + 16 + 8 * 8 * 16));
  });
});

describe('slices', () => {
  const areaOf = (width: number, height: number, texels: number) => {
    const seen = new Uint8Array(width * height);
    for (const region of regionsOf(width, height, () => texels)) {
      expect(region.width * region.height).toBeLessThanOrEqual(Math.max(texels, 1));
      for (let y = region.y; y < region.y + region.height; y++) {
        for (let x = region.x; x < region.x + region.width; x++) seen[y * width + x] += 1;
      }
    }
    return seen;
  };

  it.each([0.1, 1, 3, 7, 64, 100, 640, 5000])('of %d texels cover every texel once', (texels) => {
    expect(areaOf(64, 37, texels).every((times) => times === 1)).toBe(true);
  });

  it('are one where the whole target fits', () => {
    expect([...regionsOf(64, 37, () => 64 * 37)]).toEqual([{ x: 0, y: 0, width: 64, height: 37 }]);
  });

  it('settle at a length that leaves the page responsive, on slow and on fast hardware', () => {
    for (const termsPerMillisecond of [500, 20_000, 5_000_000]) {
      const size = new SliceSize();
      const latency = 5;
      const milliseconds = () => size.terms / termsPerMillisecond + latency;
      for (let slice = 0; slice < 40; slice++) size.measured(size.terms, milliseconds());
      expect(milliseconds()).toBeGreaterThan(8);
      expect(milliseconds()).toBeLessThan(20);
    }
  });

  it('learn nothing from a small rest', () => {
    const size = new SliceSize();
    const before = size.terms;
    size.measured(before / 10, 1000);
    expect(size.terms).toBe(before);
  });
});
