/** The order in which a run goes over the cells of one stage. */
import { channelsPerGroup, readSide } from '../math/incidence.js';
import type { Index4, Shape4, Stage } from '../math/types.js';
import type { Walk } from './types.js';

/** The walk that a stage takes when `wanted`: only a transposed convolution has one along its inputs. */
export function walkOf(stage: Stage, wanted: Walk): Walk {
  return stage.op === 'transposed' ? wanted : 'output';
}

/** Every channel is read alone and nothing is added over channels: the lanes of one place run in step. */
export function runsInLanes(stage: Stage): boolean {
  return stage.op === 'conv' && stage.groups > 1 && channelsPerGroup(stage, readSide(stage)) === 1;
}

/** A 1×1 kernel over all channels: it mixes the channels of one place, whose values all filters share. */
export function mixesOnePlace(stage: Stage): boolean {
  return stage.op === 'conv' && stage.kernel[0] === 1 && stage.kernel[1] === 1 && stage.groups === 1;
}

/** Are all channels of a place made before the next place? Everywhere else a map is finished before the next filter. */
export function isPositionMajor(stage: Stage): boolean {
  return runsInLanes(stage) || mixesOnePlace(stage);
}

/** Number of cells that a walk goes over: output cells, or input cells. */
export function cellCount(stage: Stage, walk: Walk = 'output'): number {
  const [batch, height, width, channels] = stage[walkOf(stage, walk)];
  return batch * height * width * channels;
}

/** Cells that a walk goes over before the next filter (input channel, in a scatter walk) or place comes in. */
export function cellsPerMap(stage: Stage, walk: Walk = 'output'): number {
  const [, height, width, channels] = stage[walkOf(stage, walk)];
  return isPositionMajor(stage) ? channels : height * width;
}

/** Cells from a cell to the one below it. */
export function cellsPerRow(stage: Stage, walk: Walk = 'output'): number {
  const [, , width, channels] = stage[walkOf(stage, walk)];
  return isPositionMajor(stage) ? width * channels : width;
}

/** The output cell at a place of the order, 0 … cellCount − 1. */
export function cellAt(stage: Stage, ordinal: number): Index4 {
  return isPositionMajor(stage) ? byPlace(stage.output, ordinal) : byMap(stage.output, ordinal);
}

/** The input cell at a place of a scatter walk: channel by channel, as in the order of the sum. */
export function inputCellAt(stage: Stage, ordinal: number): Index4 {
  return byMap(stage.input, ordinal);
}

function byPlace([, height, width, channels]: Shape4, ordinal: number): Index4 {
  const place = Math.floor(ordinal / channels);
  return [
    Math.floor(place / (width * height)),
    Math.floor(place / width) % height,
    place % width,
    ordinal % channels,
  ];
}

function byMap([, height, width, channels]: Shape4, ordinal: number): Index4 {
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

/** Inverse of {@link inputCellAt}. */
export function inputOrdinalOf(stage: Stage, [batch, row, column, channel]: Index4): number {
  const [, height, width, channels] = stage.input;
  return ((batch * channels + channel) * height + row) * width + column;
}
