import { describe, expect, test } from 'vitest';
import { canEncode, evenSize, openEncoder } from '../../src/media/animation/encoder.js';
import { readGif } from './gif-blocks.js';

const [width, height] = [6, 4];

/** A canvas of one shade, as far as the encoder looks at one. */
function canvas() {
  const shown = { shade: 0 };
  const getImageData = () => ({ data: new Uint8ClampedArray(width * height * 4).fill(shown.shade) });
  const element = { width, height, getContext: () => ({ getImageData }) } as unknown as HTMLCanvasElement;
  return { element, shown };
}

/** The GIF of pictures of these shades. */
async function gifOf(shades: readonly number[], framesPerSecond: number) {
  const { element, shown } = canvas();
  const encoder = await openEncoder('gif', element, framesPerSecond);
  for (const shade of shades) {
    shown.shade = shade;
    await encoder.add();
  }
  const blob = await encoder.finish();
  expect(blob.type).toBe('image/gif');
  return readGif(new Uint8Array(await blob.arrayBuffer()));
}

const different = (count: number): number[] => Array.from({ length: count }, (_, i) => 1 + (i % 200));
const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

describe('a GIF', () => {
  test.each([10, 15, 25, 30, 60])('of 30 pictures, %i per second, lasts as long as they do', async (rate) => {
    const { frames } = await gifOf(different(30), rate);
    const delays = frames.map(({ delay }) => delay);
    expect(delays).toHaveLength(30);
    expect(sum(delays)).toBe(Math.round(3000 / rate));
    delays.forEach((_, i) => {
      expect(Math.abs(sum(delays.slice(0, i + 1)) - (100 * (i + 1)) / rate)).toBeLessThanOrEqual(0.5);
    });
  });

  test('shows equal pictures in a row as one that stays', async () => {
    const { frames } = await gifOf([5, 5, 5, 9, 5, 5], 10);
    expect(frames.map(({ delay }) => delay)).toEqual([30, 10, 20]);
  });

  test('has the size of its canvas and begins again without end', async () => {
    const gif = await gifOf([1, 2], 25);
    expect(gif).toMatchObject({ width, height, repeats: 0 });
    expect(gif.frames.every((frame) => frame.width === width && frame.height === height)).toBe(true);
  });

  test('is left unfinished when it is cancelled', async () => {
    const encoder = await openEncoder('gif', canvas().element, 10);
    await encoder.add();
    await encoder.cancel();
    const blob = await encoder.finish();
    expect(blob.size).toBeLessThan(20);
  });
});

test('sizes are even and never nothing', () => {
  expect(evenSize({ width: 783.6, height: 417 })).toEqual({ width: 782, height: 416 });
  expect(evenSize({ width: 0, height: 1 })).toEqual({ width: 2, height: 2 });
});

test('without WebCodecs only a GIF can be made', async () => {
  const size = { width: 640, height: 360 };
  const able = await Promise.all((['gif', 'webm', 'mp4'] as const).map((format) => canEncode(format, size)));
  expect(able).toEqual([true, false, false]);
});
