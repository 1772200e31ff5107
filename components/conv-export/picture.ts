import type { ViewTheme } from '../../src/views/theme.js';
import type { PictureSource } from '../shared/lab.js';

/** Larger ones are refused: 64 MiB of pixels, and as many again in the drawing buffer. */
const most = { pixels: 2 ** 24, side: 8192 };

/** Height of the caption, in CSS pixels. */
export const captionHeight = 28;

/** Size of a scene's picture, and why it is too large. */
export function picturePixels(
  source: PictureSource,
  scale: number,
): {
  readonly width: number;
  readonly height: number;
  readonly problem: Readonly<Record<'width' | 'height' | 'most' | 'side', number>> | null;
} {
  const [width, height] = source.pictureSize.map((side) => Math.round(side * scale));
  const isTooLarge = width * height > most.pixels || Math.max(width, height) > most.side;
  const limits = { most: Math.floor(most.pixels / 1e6), side: most.side };
  return { width, height, problem: isTooLarge ? { width, height, ...limits } : null };
}

/** The picture above a line of words, which shrinks where it is too long. */
export function withCaption(
  picture: HTMLCanvasElement,
  caption: string,
  scale: number,
  theme: ViewTheme,
): HTMLCanvasElement {
  const { width, height } = picture;
  const strip = captionHeight * scale;
  const whole = Object.assign(document.createElement('canvas'), { width, height: height + strip });
  const context = whole.getContext('2d');
  if (!context) return picture;
  context.drawImage(picture, 0, 0);
  paintCaption(context, caption, scale, theme);
  return whole;
}

/** Fills the strip at the bottom of a picture. */
export function paintCaption(
  context: CanvasRenderingContext2D,
  caption: string,
  scale: number,
  { background, ink }: ViewTheme,
): void {
  const { width, height } = context.canvas;
  const strip = captionHeight * scale;
  context.fillStyle = background;
  context.fillRect(0, height - strip, width, strip);
  context.fillStyle = ink;
  context.font = `${13 * scale}px system-ui, sans-serif`;
  context.textBaseline = 'middle';
  context.fillText(caption, 8 * scale, height - strip / 2, width - 16 * scale);
}
