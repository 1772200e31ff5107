import type { Part } from './draw/shared-renderer.js';
import type { Size } from './camera.js';
import type { Pane } from './panes.js';

/** Does a point of the canvas, in CSS pixels, lie in a pane? */
export function inside({ x, y, size }: Pane, atX: number, atY: number): boolean {
  return atX >= x && atY >= y && atX < x + size.width && atY < y + size.height;
}

/** @param ratio pixels of the drawing buffer per CSS pixel */
export function pixelsOf({ width, height }: Size, ratio: number): Size {
  const pixels = (length: number) => Math.max(1, Math.round(length * ratio));
  return { width: pixels(width), height: pixels(height) };
}

/**
 * A pane in pixels of the drawing buffer.
 * @param ratio pixels of the buffer per CSS pixel
 */
export function partOf({ x, y, size }: Pane, ratio: number): Part {
  const [left, top] = [Math.round(x * ratio), Math.round(y * ratio)];
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.round((x + size.width) * ratio) - left),
    height: Math.max(1, Math.round((y + size.height) * ratio) - top),
  };
}
