/** An image file into a tensor of the size that a figure can show. */
import type { Tensor } from '../math/types.js';
import { areaMean } from './area-mean.js';
import { assertSizes } from './fill.js';
import type { ImageSize } from './formats/format.js';
import { inspectImage, inspectLength, type InspectedImage } from './inspect.js';
import { MediaError } from './media-error.js';

export interface ReadImageOptions {
  /**
   * `{ width, height }` takes the largest centred part of that shape, so that nothing is distorted; `{ maxSide }` keeps the whole
   * image and never enlarges it.
   */
  readonly size: ImageSize | { readonly maxSide: number };
  /** 3: red, green, blue. 1: luma, 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), as PIL and OpenCV grey. */
  readonly channels: 1 | 3;
  /** 'byte' (default): whole numbers 0…255. 'unit': the same divided by 255. */
  readonly scale?: 'byte' | 'unit';
  readonly signal?: AbortSignal | undefined;
}

export interface ReadImageResult extends ImageSize {
  /** [height, width, channels] */
  readonly tensor: Tensor;
  /** Before cropping and reducing, turned upright. */
  readonly originalWidth: number;
  readonly originalHeight: number;
}

/** Longest side that may be asked for, in pixels. */
export const maxSide = 1024;
/** Beyond this the browser's own smoothing reduces first; our mean runs over at most this many pixels a side. */
const workingSide = 2048;

/**
 * Decodes PNG, JPEG, WebP, BMP or a GIF's first frame and reduces it by area mean.
 *
 * Colour policy: the numbers stored in the file, 8 bits, without colour management where the browser allows it; upright as
 * EXIF says; flattened on white. The mean is taken of the stored (gamma-encoded) numbers, as image libraries do.
 * Nothing is uploaded, and no image element is used, so no script or link in a file can run.
 * @throws MediaError for a bad file, the signal's reason when aborted, RangeError for a size that is not 1…1024
 */
export async function readImage(file: Blob, options: ReadImageOptions): Promise<ReadImageResult> {
  const { size, channels, scale = 'byte', signal } = options;
  const sides = 'maxSide' in size ? [size.maxSide] : [size.height, size.width];
  assertSizes(sides, 'size');
  if (Math.max(...sides) > maxSide) throw new RangeError(`size is [${sides.join(', ')}]; at most ${maxSide}`);
  signal?.throwIfAborted();
  const { bytes, image } = await readInspected(file);
  signal?.throwIfAborted();
  const bitmap = await decode(bytes, image);
  try {
    signal?.throwIfAborted();
    const original = { width: bitmap.width, height: bitmap.height };
    const target = 'maxSide' in size ? fitWithin(original, size.maxSide) : size;
    const crop = 'maxSide' in size ? original : centredCrop(original, target);
    const pixels = flattened(bitmap, crop);
    const { width, height } = pixels;
    const reduced = areaMean(pixels.data, [height, width, 4], [target.height, target.width]);
    const tensor = tensorOfPixels(reduced, target, channels, scale);
    return { tensor, ...target, originalWidth: original.width, originalHeight: original.height };
  } finally {
    bitmap.close();
  }
}

async function readInspected(file: Blob): Promise<{ bytes: Uint8Array<ArrayBuffer>; image: InspectedImage }> {
  inspectLength(file.size);
  let buffer: ArrayBuffer;
  try {
    buffer = await file.arrayBuffer();
  } catch (cause) {
    throw new MediaError('unreadable-file', '', '', { cause });
  }
  const bytes = new Uint8Array(buffer);
  return { bytes, image: inspectImage(bytes) };
}

async function decode(bytes: Uint8Array<ArrayBuffer>, image: InspectedImage): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([bytes], { type: image.mime }), {
      imageOrientation: 'from-image',
      colorSpaceConversion: 'none',
      // It is laid on white next, for which premultiplied colours are the right ones.
      premultiplyAlpha: 'premultiply',
    });
  } catch (cause) {
    throw new MediaError('decode-failed', image.format, '', { cause });
  }
}

/** The size of the same shape whose longer side is at most `side`; never enlarged. */
export function fitWithin({ width, height }: ImageSize, side: number): ImageSize {
  const factor = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** Largest size of the target's shape inside the original. */
function centredCrop(original: ImageSize, target: ImageSize): ImageSize {
  const factor = Math.min(original.width / target.width, original.height / target.height);
  return { width: target.width * factor, height: target.height * factor };
}

/** RGBA of the centred crop on white, at most `workingSide` a side. */
function flattened(bitmap: ImageBitmap, crop: ImageSize): ImageData {
  const canvas = document.createElement('canvas');
  // The crop may end inside a pixel; whole numbers keep the copy of a small image exact.
  const part = { width: Math.max(1, Math.round(crop.width)), height: Math.max(1, Math.round(crop.height)) };
  const working = fitWithin(part, workingSide);
  canvas.width = working.width;
  canvas.height = working.height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new MediaError('pixels-withheld');
  const left = Math.floor((bitmap.width - part.width) / 2);
  const top = Math.floor((bitmap.height - part.height) / 2);
  assertReadable(context);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, left, top, part.width, part.height, 0, 0, working.width, working.height);
  // Some browsers answer a damaged file with nothing but transparent pixels.
  const isVisible = context
    .getImageData(0, 0, working.width, working.height)
    .data.some((value, index) => index % 4 === 3 && value > 0);
  if (!isVisible) throw new MediaError('fully-transparent');
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = 'white';
  context.fillRect(0, 0, working.width, working.height);
  return context.getImageData(0, 0, working.width, working.height);
}

/**
 * Privacy modes answer with noise and no error, so a known colour is read back first. Leaves the canvas empty.
 * @throws MediaError 'pixels-withheld'
 */
export function assertReadable(context: CanvasRenderingContext2D): void {
  const known = [18, 52, 86];
  const { width, height } = context.canvas;
  context.fillStyle = `rgb(${known.join(' ')})`;
  context.fillRect(0, 0, width, height);
  const side = Math.min(8, width, height);
  const { data } = context.getImageData(0, 0, side, side);
  const isTrue = data.every((value, index) => value === (index % 4 === 3 ? 255 : known[index % 4]));
  if (!isTrue) throw new MediaError('pixels-withheld');
  context.clearRect(0, 0, width, height);
}

/**
 * Pixels as numbers: red, green and blue, or their luma, rounded to whole numbers.
 * @param rgba four values 0…255 a pixel, row after row
 * @returns [height, width, channels]
 */
export function tensorOfPixels(
  rgba: ArrayLike<number>,
  { width, height }: ImageSize,
  channels: 1 | 3,
  scale: 'byte' | 'unit' = 'byte',
): Tensor {
  const data = new Float32Array(width * height * channels);
  const divisor = scale === 'unit' ? 255 : 1;
  for (let pixel = 0, from = 0; pixel < width * height; pixel++, from += 4) {
    const [red, green, blue] = [rgba[from], rgba[from + 1], rgba[from + 2]];
    if (channels === 1) {
      data[pixel] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue) / divisor;
      continue;
    }
    data[pixel * 3] = Math.round(red) / divisor;
    data[pixel * 3 + 1] = Math.round(green) / divisor;
    data[pixel * 3 + 2] = Math.round(blue) / divisor;
  }
  return { shape: [height, width, channels], data };
}
