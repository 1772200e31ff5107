/** Weights and biases in the forms in which the fast shaders load them. */

import { channelsPerGroup, readSide, writtenSide } from '../../math/incidence.js';
import type { Stage, StageTensors } from '../../math/types.js';
import { blocksOf, lanes } from './layout.js';

/** Every written channel reads the one channel of the same number. */
export function isDiagonal(stage: Stage): boolean {
  return channelsPerGroup(stage, 'big') === 1 && channelsPerGroup(stage, 'small') === 1;
}

/** Which channel blocks are read for the `blocks` written blocks of one tile. */
export interface BlockRange {
  /** As many for each tile. */
  readonly count: number;
  /** The first one never lies beyond. */
  readonly lastFirst: number;
  firstOf(tile: number): number;
}

export function blockRange(stage: Stage, blocks: number): BlockRange {
  if (isDiagonal(stage)) return { count: 1, lastFirst: 0, firstOf: (tile) => tile };
  const readPerGroup = channelsPerGroup(stage, readSide(stage));
  const writtenPerGroup = channelsPerGroup(stage, writtenSide(stage));
  const tiles = Math.ceil(blocksOf(stage.filters) / blocks);
  const firstChannel = (written: number) => Math.floor(written / writtenPerGroup) * readPerGroup;
  const firstBlock = (tile: number) => Math.floor(firstChannel(tile * blocks * lanes) / lanes);
  const counts = Array.from({ length: tiles }, (_, tile) => {
    const lastWritten = Math.min((tile + 1) * blocks * lanes, stage.filters) - 1;
    return blocksOf(firstChannel(lastWritten) + readPerGroup) - firstBlock(tile);
  });
  const count = Math.max(...counts);
  const lastFirst = blocksOf(stage.input[3]) - count;
  return { count, lastFirst, firstOf: (tile) => Math.min(firstBlock(tile), lastFirst) };
}

/** A texture of weights, RGBA32F; shaders/blocks.glsl tells how it is ordered. */
export interface FilterTexels {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Texels of one tap of one block that is read. */
export function texelsPerTap(stage: Stage): number {
  return isDiagonal(stage) ? 1 : lanes;
}

export function filterWidth(stage: Stage, blocks: number): number {
  return blockRange(stage, blocks).count * stage.kernel[1] * texelsPerTap(stage) + 1;
}

export function filterHeight(stage: Stage, blocks: number): number {
  return Math.ceil(blocksOf(stage.filters) / blocks) * blocks * stage.kernel[0];
}

export function filterTexels(stage: Stage, { weights, bias }: StageTensors, blocks: number): FilterTexels {
  const { kernel, filters } = stage;
  const [width, height] = [filterWidth(stage, blocks), filterHeight(stage, blocks)];
  const data = new Float32Array(width * height * lanes);
  const range = blockRange(stage, blocks);
  const perTap = texelsPerTap(stage);
  const offsetOf = weightOffsets(stage);
  for (let written = 0; written < filters; written++) {
    const block = Math.floor(written / lanes);
    const firstRead = range.firstOf(Math.floor(block / blocks)) * lanes;
    const rowStart = block * kernel[0] * width * lanes + (written % lanes);
    for (const { read, first, rowStep, tapStep } of offsetOf(written)) {
      const place = read - firstRead;
      const texel = perTap === 1 ? 0 : Math.floor(place / lanes) * kernel[1] * lanes + (place % lanes);
      for (let row = 0; row < kernel[0]; row++) {
        for (let tap = 0; tap < kernel[1]; tap++) {
          data[rowStart + (row * width + texel + tap * perTap) * lanes] =
            weights.data[first + row * rowStep + tap * tapStep];
        }
      }
    }
    if (bias) data[rowStart + (width - 1) * lanes] = bias.data[written];
  }
  return { width, height, data };
}

/** Where the weights between a written channel and one that it reads lie in the stage's tensor. */
interface WeightRun {
  readonly read: number;
  readonly first: number;
  readonly rowStep: number;
  readonly tapStep: number;
}

function weightOffsets(stage: Stage): (written: number) => WeightRun[] {
  const [, kernelWidth, bigPerGroup, smallChannels] = stage.weightShape;
  const readPerGroup = channelsPerGroup(stage, readSide(stage));
  const writtenPerGroup = channelsPerGroup(stage, writtenSide(stage));
  const tapStep = bigPerGroup * smallChannels;
  const rowStep = kernelWidth * tapStep;
  return (written) => {
    const firstRead = Math.floor(written / writtenPerGroup) * readPerGroup;
    return Array.from({ length: readPerGroup }, (_, channel) => {
      const read = firstRead + channel;
      const [big, small] = readSide(stage) === 'big' ? [channel, written] : [written % writtenPerGroup, read];
      return { read, first: big * smallChannels + small, rowStep, tapStep };
    });
  };
}

/** Texels of one channel's weights and its bias in the uniform block of shaders/columns.frag.glsl. */
export function texelsPerFilter({ kernel }: Stage): number {
  return blocksOf(kernel[0] * kernel[1] + 1);
}

/** The contents of that block, for a stage whose written channels each read one channel. */
export function filterBlock(stage: Stage, { weights, bias }: StageTensors): Float32Array {
  const taps = stage.kernel[0] * stage.kernel[1];
  const step = texelsPerFilter(stage) * lanes;
  const block = new Float32Array(step * stage.filters);
  for (let written = 0; written < stage.filters; written++) {
    for (let tap = 0; tap < taps; tap++)
      block[written * step + tap] = weights.data[tap * stage.filters + written];
    if (bias) block[written * step + taps] = bias.data[written];
  }
  return block;
}
