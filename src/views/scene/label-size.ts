/** How large words over the picture are; cameras leave room for them and the element sets them. */

const smallest = 12;
const largest = 30;
const emPerCell = 0.48;
/** Close-ups have large cells, not large words. */
const mostOfHeight = 0.045;
/** Line height, in em. */
export const lineHeight = 1.2;
/** Pixels between a station and its name. */
export const labelGap = 5;

/** CSS pixels of an em where a cell unit takes `scale` CSS pixels, in a picture of a height in CSS pixels. */
export function labelSize(scale: number, height: number): number {
  const most = Math.min(largest, height * mostOfHeight);
  return Math.round(Math.max(Math.min(scale * emPerCell, most), smallest));
}
