/** Tiny image files, built byte by byte from the formats' specifications. */

/** 'text', [bytes], or a number's bytes by `u16` and `u32`. */
type Part = string | readonly number[] | Uint8Array;

export function bytes(...parts: Part[]): Uint8Array<ArrayBuffer> {
  const lists = parts.map((part) =>
    typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : [...part],
  );
  return Uint8Array.from(lists.flat());
}

export const u16 = (value: number): number[] => [(value >>> 8) & 255, value & 255];
export const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value)];
export const u16le = (value: number): number[] => u16(value).reverse();
export const u32le = (value: number): number[] => u32(value).reverse();

/** CRC-32 bit by bit, by polynomial division: an oracle for the table in the source. */
export function slowCrc(data: Uint8Array): number {
  let crc = -1;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

export function chunk(type: string, data: Part = []): Uint8Array {
  const body = bytes(type, data);
  return bytes(u32(body.length - 4), body, u32(slowCrc(body)));
}

/** zlib stream of stored (uncompressed) data, at most 65,535 bytes. */
export function zlib(data: Uint8Array): Uint8Array {
  let [low, high] = [1, 0];
  for (const byte of data) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return bytes([0x78, 0x01, 0x01], u16le(data.length), u16le(~data.length), data, u32(high * 65536 + low));
}

const pngSignature = '\x89PNG\r\n\x1a\n';

/** 8 bits a channel; `rows` hold samples, 3 (RGB) or 4 (RGBA) a pixel. */
export function pngFile(rows: readonly (readonly number[])[], channels: 3 | 4, extra: Uint8Array[] = []) {
  const pixels = bytes(rows.flatMap((row) => [0, ...row]));
  const colourType = channels === 3 ? 2 : 6;
  return bytes(
    pngSignature,
    chunk('IHDR', bytes(u32(rows[0].length / channels), u32(rows.length), [8, colourType, 0, 0, 0])),
    ...extra,
    chunk('IDAT', zlib(pixels)),
    chunk('IEND'),
  );
}

/** A PNG that claims a size without having its pixels. */
export function pngClaiming(width: number, height: number): Uint8Array<ArrayBuffer> {
  const header = bytes(u32(width), u32(height), [8, 2, 0, 0, 0]);
  return bytes(pngSignature, chunk('IHDR', header), chunk('IDAT', zlib(bytes([0]))), chunk('IEND'));
}

/** Structure of a JPEG, with a thumbnail's end mark inside APP1 and stuffed bytes and restarts in the scan. */
export function jpegFile(width: number, height: number): Uint8Array<ArrayBuffer> {
  const segment = (marker: number, data: Uint8Array): Uint8Array =>
    bytes([0xff, marker], u16(data.length + 2), data);
  return bytes(
    [0xff, 0xd8],
    segment(0xe1, bytes('Exif', [0xff, 0xd8, 0xff, 0xc0, 0, 0, 0xff, 0xd9])),
    segment(0xc4, bytes([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])),
    [0xff],
    segment(0xc2, bytes([8], u16(height), u16(width), [1, 1, 0x11, 0])),
    segment(0xda, bytes([1, 1, 0, 0, 63, 0])),
    [12, 0xff, 0x00, 34, 0xff, 0xd0, 56],
    [0xff, 0xd9],
  );
}

export function webpFile(
  kind: 'VP8 ' | 'VP8L' | 'VP8X',
  width: number,
  height: number,
): Uint8Array<ArrayBuffer> {
  const chunkOf = (type: string, data: Uint8Array): Uint8Array =>
    bytes(type, u32le(data.length), data, data.length % 2 ? [0] : []);
  const lossless = bytes([0x2f], u32le((width - 1) | ((height - 1) << 14)), [1, 2, 3, 4]);
  const lossy = bytes([0x10, 0, 0, 0x9d, 0x01, 0x2a], u16le(width), u16le(height), [1, 2]);
  const uint24 = (value: number): number[] => u32le(value).slice(0, 3);
  const extended = bytes([0, 0, 0, 0], uint24(width - 1), uint24(height - 1));
  const chunks = {
    'VP8 ': chunkOf('VP8 ', lossy),
    VP8L: chunkOf('VP8L', lossless),
    VP8X: bytes(chunkOf('VP8X', extended), chunkOf('VP8L', lossless)),
  }[kind];
  return bytes('RIFF', u32le(chunks.length + 4), 'WEBP', chunks);
}

/** One pixel, or a claim of more; a colour table, a comment block and the image. */
export function gifFile(width: number, height: number, frameWidth = width): Uint8Array<ArrayBuffer> {
  return bytes(
    'GIF89a',
    u16le(width),
    u16le(height),
    [0x80, 0, 0],
    [255, 0, 0, 0, 0, 255],
    [0x21, 0xfe, 2, 104, 105, 0],
    [0x2c, 0, 0, 0, 0],
    u16le(frameWidth),
    u16le(height),
    [0],
    [2, 2, 0x44, 0x01, 0],
    [0x3b],
  );
}

/** 24 bits a pixel, blue green red, rows from the bottom; `rows` hold RGB from the top. */
export function bmpFile(
  rows: readonly (readonly number[])[],
  direction: 1 | -1 = 1,
): Uint8Array<ArrayBuffer> {
  const width = rows[0].length / 3;
  const padding = Array((4 - ((width * 3) % 4)) % 4).fill(0);
  const ordered = direction === 1 ? [...rows].reverse() : rows;
  const pixels = ordered.flatMap((row) => [
    ...Array.from({ length: width }, (_, x) => row.slice(3 * x, 3 * x + 3).reverse()).flat(),
    ...padding,
  ]);
  return bytes(
    ['B'.charCodeAt(0), 'M'.charCodeAt(0)],
    u32le(54 + pixels.length),
    u32le(0),
    u32le(54),
    u32le(40),
    u32le(width),
    u32le(direction * rows.length),
    u16le(1),
    u16le(24),
    Array(24).fill(0),
    pixels,
  );
}

export const svgText =
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>';
export const htmlText = '<!doctype html><html><body><svg></svg><p>not an image</p></body></html>';
