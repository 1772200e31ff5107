/** BMP: a 14-byte file header, then an information header that begins with its own length. Little-endian. */
import { DamagedFile, hasText, requireLength, type ImageFormat } from './format.js';

const coreHeader = 12;
const compressions = { none: 0, bitFields: 3 };

export const bmp: ImageFormat = {
  name: 'BMP',
  mime: 'image/bmp',
  // Reserved bytes are 0; two letters alone would take a text that begins with "BM" for an image.
  matches: (bytes) => hasText(bytes, 0, 'BM') && hasText(bytes, 6, '\0\0\0\0'),
  size(view) {
    const headerLength = view.getUint32(14, true);
    if (headerLength === coreHeader)
      return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
    if (headerLength < 40) throw new DamagedFile(`header of ${headerLength} bytes`);
    // A negative height means that rows run from top to bottom.
    return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
  },
  verify(view) {
    const { width, height } = bmp.size(view);
    const isCore = view.getUint32(14, true) === coreHeader;
    const bitsPerPixel = view.getUint16(isCore ? 24 : 28, true);
    const compression = isCore ? compressions.none : view.getUint32(30, true);
    const hasPlainRows = compression === compressions.none || compression === compressions.bitFields;
    // Rows are padded to 4 bytes. Of compressed rows only the header knows the length.
    const rowBytes = Math.ceil((width * bitsPerPixel) / 32) * 4;
    const pixelStart = view.getUint32(10, true);
    requireLength(view, hasPlainRows ? pixelStart + rowBytes * height : view.getUint32(2, true));
  },
};
