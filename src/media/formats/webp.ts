/** WebP: a RIFF file whose first chunk is VP8 (lossy), VP8L (lossless) or VP8X (extended). Source: RFC 9649 §2. */
import { bytesOf, DamagedFile, hasText, requireLength, type ImageFormat } from './format.js';

export const webp: ImageFormat = {
  name: 'WebP',
  mime: 'image/webp',
  matches: (bytes) => hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP'),
  size(view) {
    const bytes = bytesOf(view);
    requireLength(view, 30);
    if (hasText(bytes, 12, 'VP8X')) return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    if (hasText(bytes, 12, 'VP8L')) {
      if (bytes[20] !== 0x2f) throw new DamagedFile('no VP8L signature');
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    if (!hasText(bytes, 12, 'VP8 ')) throw new DamagedFile('no image chunk');
    if (!hasText(bytes, 23, '\x9d\x01\x2a')) throw new DamagedFile('no VP8 start code');
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  },
  verify(view) {
    const bytes = bytesOf(view);
    const end = view.getUint32(4, true) + 8;
    requireLength(view, end);
    let hasPixels = false;
    for (let offset = 12; offset < end;) {
      hasPixels ||= ['VP8 ', 'VP8L', 'ANMF'].some((type) => hasText(bytes, offset, type));
      const length = view.getUint32(offset + 4, true);
      // Chunks are padded to an even length.
      offset += 8 + length + (length % 2);
      if (offset > end) throw new DamagedFile('a chunk is longer than the file says it is');
    }
    if (!hasPixels) throw new DamagedFile('no image chunk');
  },
};

function uint24(view: DataView, offset: number): number {
  return view.getUint16(offset, true) | (view.getUint8(offset + 2) << 16);
}
