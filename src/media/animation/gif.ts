import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import type { AnimationEncoder } from './types.js';

/** A GIF counts time in hundredths of a second. */
const tick = 10;
const mostColours = 256;

/** A picture that waits for its successor: how long it is shown is known when another one comes. */
interface Waiting {
  readonly pixels: Uint8ClampedArray;
  /** Frames that it stays. */
  frames: number;
}

/**
 * An endless GIF. Equal pictures in a row become one that stays longer; delays are rounded so that the whole keeps its length.
 */
export function openGif(canvas: HTMLCanvasElement, framesPerSecond: number): AnimationEncoder {
  const encoder = GIFEncoder();
  const { width, height } = canvas;
  let waiting: Waiting | null = null;
  let [framesDone, ticksDone] = [0, 0];

  const write = ({ pixels, frames }: Waiting): void => {
    framesDone += frames;
    const ticks = Math.round((framesDone * 1000) / framesPerSecond / tick);
    // Colours are chosen anew for each picture, or numbers that fade in would have no colour of their own.
    const palette = quantize(pixels, mostColours);
    const delay = (ticks - ticksDone) * tick;
    encoder.writeFrame(applyPalette(pixels, palette), width, height, { palette, delay });
    ticksDone = ticks;
  };

  return {
    add() {
      const pixels = canvas.getContext('2d')!.getImageData(0, 0, width, height).data;
      if (waiting && isSame(waiting.pixels, pixels)) waiting.frames += 1;
      else {
        if (waiting) write(waiting);
        waiting = { pixels, frames: 1 };
      }
      return Promise.resolve();
    },
    finish() {
      if (waiting) write(waiting);
      encoder.finish();
      return Promise.resolve(new Blob([encoder.bytes()], { type: 'image/gif' }));
    },
    cancel() {
      waiting = null;
      encoder.reset();
      return Promise.resolve();
    },
  };
}

function isSame(one: Uint8ClampedArray, other: Uint8ClampedArray): boolean {
  const words = (bytes: Uint8ClampedArray): Uint32Array => new Uint32Array(bytes.buffer, bytes.byteOffset);
  const [a, b] = [words(one), words(other)];
  return a.every((word, i) => word === b[i]);
}
