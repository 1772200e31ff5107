import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { crc32 } from '../../src/media/formats/png.js';
import { MediaError } from '../../src/media/index.js';
import { imageLimits, inspectImage, inspectLength } from '../../src/media/inspect.js';
import {
  bmpFile,
  bytes,
  chunk,
  gifFile,
  htmlText,
  jpegFile,
  pngClaiming,
  pngFile,
  slowCrc,
  svgText,
  u32,
  u32le,
  webpFile,
  zlib,
} from './fixtures.js';

const red = [255, 0, 0];
const png = pngFile(
  [
    [...red, ...red, ...red],
    [...red, ...red, ...red],
  ],
  3,
);

const sound: [name: string, file: Uint8Array, width: number, height: number][] = [
  ['PNG', png, 3, 2],
  ['JPEG', jpegFile(640, 480), 640, 480],
  ['WebP', webpFile('VP8 ', 300, 20), 300, 20],
  ['WebP', webpFile('VP8L', 301, 4096), 301, 4096],
  ['WebP', webpFile('VP8X', 4000, 3000), 4000, 3000],
  ['GIF', gifFile(1, 2), 1, 2],
  [
    'BMP',
    bmpFile([
      [...red, ...red, ...red],
      [...red, ...red, ...red],
    ]),
    3,
    2,
  ],
  ['BMP', bmpFile([[...red], [...red]], -1), 1, 2],
];

function refusal(file: Uint8Array): Pick<MediaError, 'kind' | 'given' | 'allowed'> | undefined {
  try {
    inspectImage(file);
    return undefined;
  } catch (error) {
    if (!(error instanceof MediaError)) throw error;
    return { kind: error.kind, given: error.given, allowed: error.allowed };
  }
}

describe('sound files', () => {
  test.each(sound)('%s', (format, file, width, height) => {
    expect(inspectImage(file)).toMatchObject({ format, width, height });
  });

  test('bytes after the end do not matter', () => {
    const formats = sound.map(([, file]) => inspectImage(bytes(file, 'trailing')).format);
    expect(formats).toEqual(sound.map(([format]) => format));
  });

  test('a view into a larger buffer is read at its own offset', () => {
    expect(inspectImage(bytes([1, 2, 3], png).subarray(3))).toMatchObject({ width: 3, height: 2 });
  });

  test('a frame that is larger than its GIF screen counts', () => {
    expect(inspectImage(gifFile(1, 1, 50))).toMatchObject({ width: 50, height: 1 });
  });
});

describe('damaged files', () => {
  test.each(sound)('%s, cut at every length, is refused', (format, file) => {
    // A GIF is whole when its first frame is: its last byte is the trailer.
    const needed = format === 'GIF' ? file.length - 1 : file.length;
    const magic = { PNG: 8, JPEG: 3, WebP: 12, GIF: 6, BMP: 10 }[format] as number;
    for (let length = 0; length < needed; length++) {
      const kind = refusal(file.subarray(0, length))?.kind;
      const expected = length === 0 ? 'empty-file' : length < magic ? 'not-an-image' : 'truncated';
      expect(kind, `${length} of ${file.length} bytes`).toBe(expected);
    }
  });

  test('PNG: any changed byte is refused', () => {
    for (let offset = 8; offset < png.length; offset++) {
      const changed = png.slice();
      changed[offset] ^= 4;
      expect(['corrupt', 'truncated', 'too-many-pixels'], `byte ${offset}`).toContain(refusal(changed)?.kind);
    }
  });

  test('PNG: a wrong CRC is named corrupt', () => {
    const changed = png.slice();
    changed[png.length - 1] ^= 1;
    expect(refusal(changed)).toEqual({ kind: 'corrupt', given: 'PNG', allowed: '' });
  });

  test('PNG: the first chunk must be IHDR, and there must be pixels', () => {
    const signature = png.slice(0, 8);
    const header = png.slice(8, 33);
    expect(refusal(bytes(signature, chunk('tEXt', bytes('no header, but long'))))?.kind).toBe('corrupt');
    expect(refusal(bytes(signature, header, chunk('IEND')))?.kind).toBe('corrupt');
  });

  test('JPEG: no frame, no scan, a marker that is none', () => {
    expect(refusal(bytes([0xff, 0xd8, 0xff, 0xd9]))?.kind).toBe('corrupt');
    const whole = [...jpegFile(4, 4)];
    const scan = whole.lastIndexOf(0xda) - 1;
    expect(refusal(bytes(whole.slice(0, scan), [0xff, 0xd9]))?.kind).toBe('corrupt');
    expect(refusal(bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 7, 7]))?.kind).toBe('corrupt');
    expect(refusal(bytes([0xff, 0xd8, 0xff, 0xe0, 0, 1, 0, 0]))?.kind).toBe('corrupt');
  });

  test('WebP: a chunk longer than the file says', () => {
    const changed = webpFile('VP8L', 4, 4);
    changed.set(u32le(4000), 16);
    expect(refusal(changed)?.kind).toBe('corrupt');
  });

  test.each([
    ['PNG', pngClaiming(0, 5)],
    ['JPEG', jpegFile(5, 0)],
    ['GIF', gifFile(0, 0)],
    ['WebP', webpFile('VP8 ', 0, 5)],
  ])('%s without extent', (format, file) => {
    expect(refusal(file)).toEqual({ kind: 'corrupt', given: format, allowed: '' });
  });
});

describe('limits', () => {
  test('pixels: read from the header before anything else', () => {
    expect(inspectImage(pngClaiming(4096, 4096))).toMatchObject({ width: 4096 });
    expect(refusal(pngClaiming(4097, 4096))).toEqual({
      kind: 'too-many-pixels',
      given: '4097 × 4096',
      allowed: '16 MP',
    });
    const largest = 2 ** 31 - 1;
    expect(refusal(pngClaiming(largest, largest))).toMatchObject({ kind: 'too-many-pixels' });
    expect(refusal(jpegFile(65535, 65535))).toMatchObject({ kind: 'too-many-pixels' });
    expect(refusal(gifFile(65535, 1, 65535))).toBeUndefined();
    expect(refusal(webpFile('VP8X', 2 ** 14, 2 ** 14))).toMatchObject({ kind: 'too-many-pixels' });
  });

  test('bytes', () => {
    expect(() => inspectLength(imageLimits.bytes)).not.toThrow();
    const given = { kind: 'file-too-large', given: '20.1 MB', allowed: '20 MB' };
    expect(() => inspectLength(imageLimits.bytes + 1)).toThrow(expect.objectContaining(given));
    expect(() => inspectLength(0)).toThrow(expect.objectContaining({ kind: 'empty-file' }));
  });
});

describe('other files', () => {
  test.each([
    ['text', 'hello', 'not-an-image', ''],
    ['a text that begins like a BMP', 'BMW is no bitmap at all', 'not-an-image', ''],
    ['PDF', '%PDF-1.7', 'not-an-image', ''],
    ['HTML, even with a drawing in it', htmlText, 'not-an-image', ''],
    ['SVG', svgText, 'svg-refused', ''],
    ['SVG with a byte order mark', `\xef\xbb\xbf\n ${svgText}`, 'svg-refused', ''],
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0', 'unsupported-format', 'HEIC'],
    ['AVIF', '\0\0\0\x18ftypavif\0\0\0\0', 'unsupported-format', 'AVIF'],
    ['TIFF', 'II*\0\x08\0\0\0', 'unsupported-format', 'TIFF'],
  ])('%s', (_, text, kind, given) => {
    const allowed = kind === 'unsupported-format' ? 'PNG, JPEG, WebP, GIF, BMP' : '';
    expect(refusal(bytes(text))).toEqual({ kind, given, allowed });
  });

  test('any bytes behind any magic give an image or a MediaError', () => {
    const magics = sound.map(([, file]) => file.slice(0, 16));
    const property = fc.property(
      fc.constantFrom(...magics),
      fc.uint8Array({ maxLength: 200 }),
      (magic, rest) => {
        // `refusal` throws anything that is no MediaError, which fails the property.
        for (const file of [bytes(magic, rest), rest]) expect(() => refusal(file)).not.toThrow();
      },
    );
    fc.assert(property, { numRuns: 3000, seed: 19 });
  });
});

test('CRC-32 against the bitwise definition and the standard’s check value', () => {
  expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
  const property = fc.property(fc.uint8Array({ maxLength: 300 }), (data) => crc32(data) === slowCrc(data));
  fc.assert(property, { seed: 20 });
  expect(chunk('IEND')).toEqual(bytes(u32(0), 'IEND', [0xae, 0x42, 0x60, 0x82]));
  expect(zlib(bytes([1]))).toHaveLength(12);
});
