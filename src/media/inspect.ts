/** Looks at a file's bytes before any decoder does, so that every browser refuses the same files. */
import { bmp } from './formats/bmp.js';
import { DamagedFile, hasText, type ImageFormat, type ImageSize } from './formats/format.js';
import { gif } from './formats/gif.js';
import { jpeg } from './formats/jpeg.js';
import { png } from './formats/png.js';
import { webp } from './formats/webp.js';
import { MediaError } from './media-error.js';

/** `pixels` admits 4096 × 4096. */
export const imageLimits = { bytes: 20 * 1024 * 1024, pixels: 4096 * 4096 } as const;

const formats: readonly ImageFormat[] = [png, jpeg, webp, gif, bmp];

export interface InspectedImage extends ImageSize {
  readonly format: string;
  readonly mime: string;
}

/** @throws MediaError 'empty-file' or 'file-too-large', before the file is read */
export function inspectLength(byteLength: number): void {
  if (byteLength === 0) throw new MediaError('empty-file');
  if (byteLength > imageLimits.bytes) {
    const megabytes = (bytes: number): string => `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`;
    throw new MediaError('file-too-large', megabytes(byteLength), megabytes(imageLimits.bytes));
  }
}

/**
 * Format, size and soundness: PNG to the end chunk with every CRC, JPEG to the end mark, WebP to its stated length, GIF to
 * the end of the first frame, BMP to its last row. The compressed pixels themselves are left to the decoder.
 * @throws MediaError
 */
export function inspectImage(bytes: Uint8Array): InspectedImage {
  inspectLength(bytes.length);
  const format = formats.find((candidate) => candidate.matches(bytes));
  if (!format) throw refusalOf(bytes);
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { width, height } = format.size(view);
    if (width < 1 || height < 1) throw new DamagedFile(`${width} × ${height} pixels`);
    if (width * height > imageLimits.pixels) {
      throw new MediaError('too-many-pixels', `${width} × ${height}`, '16 MP');
    }
    format.verify(view);
    return { format: format.name, mime: format.mime, width, height };
  } catch (error) {
    if (error instanceof RangeError) throw new MediaError('truncated', format.name, '', { cause: error });
    if (error instanceof DamagedFile) throw new MediaError('corrupt', format.name, '', { cause: error });
    throw error;
  }
}

/** A picture that we do not read is named, so that a person knows what to convert. */
function refusalOf(bytes: Uint8Array): MediaError {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).toLowerCase();
  // A document that embeds a drawing is no drawing.
  if (head.includes('<svg') && !/<(!doctype\s+)?html/.test(head)) return new MediaError('svg-refused');
  const name = foreignFormat(bytes);
  if (name === undefined) return new MediaError('not-an-image');
  return new MediaError('unsupported-format', name, formats.map((format) => format.name).join(', '));
}

function foreignFormat(bytes: Uint8Array): string | undefined {
  if (hasText(bytes, 4, 'ftypavi')) return 'AVIF';
  if (['heic', 'heix', 'mif1', 'msf1'].some((brand) => hasText(bytes, 4, `ftyp${brand}`))) return 'HEIC';
  if (hasText(bytes, 0, 'II*\0') || hasText(bytes, 0, 'MM\0*')) return 'TIFF';
  return undefined;
}
