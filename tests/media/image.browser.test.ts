import { afterEach, describe, expect, test, vi } from 'vitest';
import { MediaError, readImage, type ReadImageOptions } from '../../src/media/index.js';
import { bmpFile, bytes, chunk, gifFile, htmlText, pngClaiming, pngFile, svgText, u32 } from './fixtures.js';

const asIs: ReadImageOptions = { size: { maxSide: 1024 }, channels: 3 };

const colours = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [10, 20, 30],
];
/** 2 × 2: red green / blue dark. */
const fourColours = pngFile(
  [
    [...colours[0], ...colours[1]],
    [...colours[2], ...colours[3]],
  ],
  3,
);

const blob = (file: Uint8Array<ArrayBuffer> | string, type = 'image/png') => new Blob([file], { type });

async function values(file: Blob, options: Partial<ReadImageOptions> = {}): Promise<number[]> {
  return [...(await readImage(file, { ...asIs, ...options })).tensor.data];
}

async function refusal(file: Blob, options: Partial<ReadImageOptions> = {}): Promise<string> {
  const error: unknown = await readImage(file, { ...asIs, ...options }).then(
    () => 'accepted',
    (reason: unknown) => reason,
  );
  return error instanceof MediaError ? error.kind : String(error);
}

/** Left half red, right half blue, as the browser's own encoder writes it. */
function drawn(type: string, width = 64, height = 32): Promise<Blob> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'red';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = 'blue';
  context.fillRect(width / 2, 0, width / 2, height);
  return new Promise((resolve) => canvas.toBlob((result) => resolve(result!), type, 0.95));
}

const cut = (file: Blob, part: number): Blob => file.slice(0, Math.floor(file.size * part), file.type);

afterEach(() => vi.restoreAllMocks());

describe('formats', () => {
  test('PNG: exact numbers, channels last', async () => {
    const { tensor, ...sizes } = await readImage(blob(fourColours), asIs);
    expect(tensor.shape).toEqual([2, 2, 3]);
    expect([...tensor.data]).toEqual(colours.flat());
    expect(sizes).toEqual({ width: 2, height: 2, originalWidth: 2, originalHeight: 2 });
  });

  test('the declared type is not believed', async () => {
    expect(await values(blob(fourColours, 'text/plain'))).toEqual(colours.flat());
  });

  test('BMP', async () => {
    const file = bmpFile([
      [...colours[0], ...colours[1]],
      [...colours[2], ...colours[3]],
    ]);
    expect(await values(blob(file))).toEqual(colours.flat());
  });

  test('GIF', async () => {
    expect(await values(blob(gifFile(1, 1)))).toEqual([255, 0, 0]);
  });

  test.each(['image/png', 'image/jpeg', 'image/webp'])('%s from the browser’s encoder', async (type) => {
    const file = await drawn(type);
    expect(file.type).toBe(type);
    const result = await readImage(file, { size: { width: 4, height: 2 }, channels: 3 });
    expect(result).toMatchObject({ width: 4, height: 2, originalWidth: 64, originalHeight: 32 });
    const [left, right] = [result.tensor.data.slice(0, 3), result.tensor.data.slice(9, 12)];
    [255, 0, 0].forEach((value, channel) => {
      expect(Math.abs(left[channel] - value)).toBeLessThanOrEqual(type === 'image/png' ? 0 : 4);
      expect(Math.abs(right[channel] - [0, 0, 255][channel])).toBeLessThanOrEqual(
        type === 'image/png' ? 0 : 4,
      );
    });
  });
});

describe('size, channels, scale', () => {
  /** 4 × 2, grey: 10 20 30 40 / 50 60 70 80. */
  const greys = blob(pngFile([[10, 20, 30, 40].flatMap(grey), [50, 60, 70, 80].flatMap(grey)], 3));

  function grey(value: number): number[] {
    return [value, value, value];
  }

  test('reducing takes the mean of what a new pixel covers', async () => {
    expect(await values(greys, { size: { width: 2, height: 1 }, channels: 1 })).toEqual([35, 55]);
  });

  test('another shape is cut from the centre, nothing is distorted', async () => {
    expect(await values(greys, { size: { width: 2, height: 2 }, channels: 1 })).toEqual([20, 30, 60, 70]);
    expect(await values(greys, { size: { width: 1, height: 1 }, channels: 1 })).toEqual([45]);
  });

  test('enlarging repeats pixels', async () => {
    expect(await values(greys, { size: { width: 4, height: 4 }, channels: 1 })).toEqual([
      ...[20, 20, 30, 30, 20, 20, 30, 30],
      ...[60, 60, 70, 70, 60, 60, 70, 70],
    ]);
  });

  test('maxSide keeps the shape and never enlarges', async () => {
    const reduced = await readImage(greys, { size: { maxSide: 2 }, channels: 1 });
    expect([...reduced.tensor.data]).toEqual([35, 55]);
    expect(await readImage(greys, { size: { maxSide: 9 }, channels: 1 })).toMatchObject({
      width: 4,
      height: 2,
    });
  });

  test('one channel is luma, a whole number', async () => {
    const luma = [0.299 * 255, 0.587 * 255, 0.114 * 255, 0.299 * 10 + 0.587 * 20 + 0.114 * 30].map(
      Math.round,
    );
    expect(await values(blob(fourColours), { channels: 1 })).toEqual(luma);
  });

  test('unit scale divides by 255', async () => {
    expect(await values(blob(fourColours), { scale: 'unit' })).toEqual(
      colours.flat().map((v) => Math.fround(v / 255)),
    );
  });

  test('an image beyond the working size still gives the right numbers', async () => {
    const file = await drawn('image/png', 4000, 3000);
    expect(await values(file, { size: { width: 2, height: 1 } })).toEqual([255, 0, 0, 0, 0, 255]);
  });

  test.each([0, 1.5, NaN, 1025])('a size of %j is a caller’s mistake', async (side) => {
    await expect(readImage(greys, { size: { maxSide: side }, channels: 1 })).rejects.toThrow(RangeError);
    await expect(readImage(greys, { size: { width: 1, height: side }, channels: 1 })).rejects.toThrow(
      RangeError,
    );
  });
});

describe('colour', () => {
  test('transparency is laid on white', async () => {
    const file = pngFile([[0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 255]], 4);
    expect(await values(blob(file))).toEqual([0, 0, 0, 255, 255, 255, 255, 0, 0]);
  });

  test('half transparent is half white', async () => {
    const [red, green, blue] = await values(blob(pngFile([[200, 100, 0, 128]], 4)));
    expect(Math.abs(red - (200 * 128 + 255 * 127) / 255)).toBeLessThanOrEqual(2);
    expect(Math.abs(green - (100 * 128 + 255 * 127) / 255)).toBeLessThanOrEqual(2);
    expect(Math.abs(blue - (255 * 127) / 255)).toBeLessThanOrEqual(2);
  });

  test('a gamma chunk does not change the stored numbers', async () => {
    const gamma = chunk('gAMA', bytes(u32(100000)));
    expect(await values(blob(pngFile([[80, 80, 80]], 3, [gamma])))).toEqual([80, 80, 80]);
  });
});

describe('refused', () => {
  test.each([
    ['empty', new Blob([]), 'empty-file'],
    ['HTML called PNG', blob(htmlText), 'not-an-image'],
    ['SVG', blob(svgText, 'image/svg+xml'), 'svg-refused'],
    ['SVG called PNG', blob(svgText), 'svg-refused'],
    ['a header of 30,000 × 30,000', blob(pngClaiming(30000, 30000)), 'too-many-pixels'],
    ['a header of 2³¹ − 1', blob(pngClaiming(2 ** 31 - 1, 2 ** 31 - 1)), 'too-many-pixels'],
    ['no extent', blob(pngClaiming(0, 0)), 'corrupt'],
    ['all transparent', blob(pngFile([[9, 9, 9, 0, 9, 9, 9, 0]], 4)), 'fully-transparent'],
    ['too many bytes', new Blob([new Uint8Array(20 * 1024 * 1024 + 1)]), 'file-too-large'],
    [
      'sound outside, pixels missing',
      blob(bytes(fourColours.slice(0, 33), chunk('IDAT', [1, 2, 3]), chunk('IEND'))),
      'decode-failed',
    ],
  ])('%s', async (_, file, kind) => {
    expect(await refusal(file)).toBe(kind);
  });

  test.each(['image/png', 'image/jpeg', 'image/webp'])('%s cut short', async (type) => {
    const file = await drawn(type);
    expect(await refusal(cut(file, 0.9))).toBe('truncated');
    expect(await refusal(cut(file, 0.5))).toBe('truncated');
  });

  test('a PNG with a broken checksum', async () => {
    const file = fourColours.slice();
    file[file.length - 17] ^= 1;
    expect(await refusal(blob(file))).toBe('corrupt');
  });

  test('a file that cannot be read any more', async () => {
    const file = blob(fourColours);
    vi.spyOn(file, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotReadableError'));
    expect(await refusal(file)).toBe('unreadable-file');
  });

  test('a browser that hides pixels', async () => {
    const real = CanvasRenderingContext2D.prototype.getImageData;
    vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData').mockImplementation(function (
      this: CanvasRenderingContext2D,
      ...area: unknown[]
    ) {
      const pixels = real.apply(this, area as Parameters<typeof real>);
      pixels.data[1] ^= 1;
      return pixels;
    });
    expect(await refusal(blob(fourColours))).toBe('pixels-withheld');
  });
});

describe('abort', () => {
  test('before the start', async () => {
    const reason = new Error('no longer wanted');
    await expect(readImage(blob(fourColours), { ...asIs, signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });

  test('while decoding', async () => {
    const controller = new AbortController();
    const pending = readImage(blob(fourColours), { ...asIs, signal: controller.signal });
    controller.abort();
    await expect(pending).rejects.toHaveProperty('name', 'AbortError');
  });
});
