/** Each format's library is fetched when it is chosen. */
import type { AnimationEncoder, AnimationFormat, PictureSize } from './types.js';

/** Video needs WebCodecs, which a browser gives to secure pages only; a GIF can be made anywhere. */
export function hasVideo(): boolean {
  return typeof VideoEncoder === 'function';
}

export async function canEncode(format: AnimationFormat, size: PictureSize): Promise<boolean> {
  if (format === 'gif') return true;
  if (!hasVideo()) return false;
  const { codecFor } = await import('./video.js');
  return (await codecFor(format, size)) !== null;
}

/**
 * @param canvas of even width and height, which stay; it shows each picture in turn
 * @throws NoEncoder
 */
export async function openEncoder(
  format: AnimationFormat,
  canvas: HTMLCanvasElement,
  framesPerSecond: number,
): Promise<AnimationEncoder> {
  if (format === 'gif') return (await import('./gif.js')).openGif(canvas, framesPerSecond);
  return (await import('./video.js')).openVideo(format, canvas, framesPerSecond);
}

/** Rounded down to even numbers, at least 2. */
export function evenSize({ width, height }: PictureSize): PictureSize {
  const even = (length: number): number => Math.max(2, Math.floor(length / 2) * 2);
  return { width: even(width), height: even(height) };
}
