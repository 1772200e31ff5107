/** The order in which a run makes the output cells of one stage. */
import type { Index4, Stage } from '../math/types.js';

/**
 * A 1×1 kernel mixes the channels of one place: there the filters take turns (position-major). Everywhere else a
 * whole map is finished before the next filter rises (filter-major).
 */
function isPositionMajor(stage: Stage): boolean {
  return stage.kernel[0] === 1 && stage.kernel[1] === 1 && stage.groups === 1;
}

/** Number of output cells of a stage. */
export function cellCount(stage: Stage): number {
  const [batch, height, width, channels] = stage.output;
  return batch * height * width * channels;
}

/** Output cells made before the next filter, or place, comes in. */
export function cellsPerMap(stage: Stage): number {
  return isPositionMajor(stage) ? stage.output[3] : stage.output[1] * stage.output[2];
}

/** Output cells from a cell to the one below it. */
export function cellsPerRow(stage: Stage): number {
  return isPositionMajor(stage) ? stage.output[2] * stage.output[3] : stage.output[2];
}

/** The output cell at a place of the order, 0 … cellCount − 1. */
export function cellAt(stage: Stage, ordinal: number): Index4 {
  const [, height, width, channels] = stage.output;
  if (isPositionMajor(stage)) {
    const place = Math.floor(ordinal / channels);
    return [
      Math.floor(place / (width * height)),
      Math.floor(place / width) % height,
      place % width,
      ordinal % channels,
    ];
  }
  const map = Math.floor(ordinal / (height * width));
  return [Math.floor(map / channels), Math.floor(ordinal / width) % height, ordinal % width, map % channels];
}

/** Inverse of {@link cellAt}. */
export function ordinalOf(stage: Stage, [batch, row, column, channel]: Index4): number {
  const [, height, width, channels] = stage.output;
  return isPositionMajor(stage)
    ? ((batch * height + row) * width + column) * channels + channel
    : ((batch * channels + channel) * height + row) * width + column;
}
