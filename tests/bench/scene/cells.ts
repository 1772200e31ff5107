/** The cells that both ways of drawing show, and the camera that turns about them. */

export type Volume = readonly [rows: number, columns: number, channels: number];

/** Edge of a cell; rows and columns are 1 apart. */
export const edge = 0.9;
/** From a channel to the next: cells inside are seen between them. */
export const gap = 2.5;
const turnPerFrame = 0.02;

/** Radians above the horizontal, and of the height of the picture. */
export const lookingDown = { pitch: Math.atan(0.45), lens: Math.PI / 4 } as const;

/** A camera's way: each call is the next place of it, from which the whole volume is seen as large as the picture allows. */
export function pathOf([rows, columns, channels]: Volume): () => {
  readonly yaw: number;
  readonly distance: number;
} {
  const distance = 1.5 * Math.hypot(rows, columns, channels * gap);
  let yaw = 0.6;
  return () => {
    yaw += turnPerFrame;
    return { yaw, distance };
  };
}
