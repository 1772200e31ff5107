import { describe, expect, it } from 'vitest';
import { scaleOf, scales } from '../../scripts/palette.mjs';
import {
  colourOf,
  inkOn,
  paletteRamp,
  paletteSize,
  paletteStep,
  paletteTexels,
} from '../../src/views/palette.js';

const themes = [{ dark: false }, { dark: true }];

/** WCAG 2 contrast, written down anew from its definition. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) =>
    [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
      .reduce((sum, share, i) => sum + share * [0.2126, 0.7152, 0.0722][i], 0);
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function saturation(hex: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return Math.max(...channels) - Math.min(...channels);
}

describe.each(themes)('palette %o', (theme) => {
  it('prints readable ink on every colour of the table', () => {
    for (let step = -127; step <= 127; step++) {
      const { fill, ink } = colourOf(step, 127, theme);
      expect(contrast(fill, ink), `${step} ${fill}`).toBeGreaterThanOrEqual(4.5);
    }
    const broken = colourOf(NaN, 1, theme);
    expect(contrast(broken.fill, broken.ink)).toBeGreaterThanOrEqual(4.5);
  });

  it('is neutral at 0 and only there', () => {
    const zero = saturation(colourOf(0, 9, theme).fill);
    expect(zero).toBeLessThan(16);
    for (const value of [-9, -4, 4, 9])
      expect(saturation(colourOf(value, 9, theme).fill)).toBeGreaterThan(zero + 20);
  });

  it('tells the signs apart by lightness-independent hue: warm below, cool above', () => {
    for (const value of [0.2, 0.5, 1]) {
      const [negative, positive] = [-value, value].map((each) => colourOf(each, 1, theme).fill);
      expect(parseInt(negative.slice(1, 3), 16)).toBeGreaterThan(parseInt(negative.slice(5, 7), 16));
      expect(parseInt(positive.slice(5, 7), 16)).toBeGreaterThan(parseInt(positive.slice(1, 3), 16));
    }
  });

  it('gives the shader the very same colours', () => {
    const texels = paletteTexels(theme);
    expect(texels).toHaveLength(paletteSize * 4);
    for (const value of [-3, -1.2, 0, 0.01, 2.5, 3, Infinity, NaN]) {
      const at = paletteStep(value, 3) * 4;
      const hex = `#${[...texels.subarray(at, at + 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
      expect(hex).toBe(colourOf(value, 3, theme).fill);
    }
  });

  it('shows what is not finite in a colour of its own', () => {
    const { fill } = colourOf(NaN, 5, theme);
    expect(colourOf(Infinity, 5, theme).fill).toBe(fill);
    for (let step = -127; step <= 127; step++) expect(colourOf(step, 127, theme).fill).not.toBe(fill);
  });

  it('stays neutral where the range is 0, and clamps beyond it', () => {
    const zero = colourOf(0, 1, theme);
    expect(colourOf(0, 0, theme)).toEqual(zero);
    expect(colourOf(5, 0, theme)).toEqual(zero);
    expect(colourOf(50, 1, theme)).toEqual(colourOf(1, 1, theme));
    expect(paletteRamp(theme)[4]).toBe(zero.fill);
  });
});

it.each(['paper', 'board'] as const)('mixes %s in Lab, to within one byte', (name) => {
  const scale = scaleOf(scales[name]);
  const bytes = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  for (let step = -127; step <= 127; step++) {
    const wanted = bytes(scale((step + 127) / 254));
    const shown = bytes(colourOf(step, 127, { dark: name === 'board' }).fill);
    for (const [i, byte] of wanted.entries()) expect(Math.abs(shown[i] - byte)).toBeLessThanOrEqual(1);
  }
});

it('chooses black on white and white on black', () => {
  expect(inkOn('#ffffff')).toBe('#000000');
  expect(inkOn('#000000')).toBe('#ffffff');
});
