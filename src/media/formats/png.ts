/** PNG: 8 bytes of signature, then chunks of [length, type, data, CRC]. Source: W3C PNG specification, 3rd edition, §5. */
import { bytesOf, DamagedFile, hasText, requireLength, type ImageFormat } from './format.js';

const signatureLength = 8;
/** Length, type and CRC around a chunk's data. */
const chunkOverhead = 12;

export const png: ImageFormat = {
  name: 'PNG',
  mime: 'image/png',
  matches: (bytes) => hasText(bytes, 0, '\x89PNG\r\n\x1a\n'),
  size(view) {
    const bytes = bytesOf(view);
    requireLength(view, signatureLength + chunkOverhead + 13);
    if (!hasText(bytes, 12, 'IHDR')) throw new DamagedFile('the first chunk is not IHDR');
    return { width: view.getUint32(16), height: view.getUint32(20) };
  },
  verify(view) {
    const bytes = bytesOf(view);
    let hasPixels = false;
    for (let offset = signatureLength; ;) {
      const dataLength = view.getUint32(offset);
      const end = offset + chunkOverhead + dataLength;
      requireLength(view, end);
      const crc = crc32(bytes.subarray(offset + 4, end - 4));
      if (crc !== view.getUint32(end - 4)) throw new DamagedFile(`wrong CRC in the chunk at byte ${offset}`);
      hasPixels ||= hasText(bytes, offset + 4, 'IDAT');
      if (hasText(bytes, offset + 4, 'IEND')) break;
      offset = end;
    }
    if (!hasPixels) throw new DamagedFile('no IDAT chunk');
  },
};

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  return remainder;
});

/** CRC-32 as PNG and zip use it (reflected 0x04C11DB7). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let index = 0; index < bytes.length; index++) {
    crc = crcTable[(crc ^ bytes[index]) & 255] ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
