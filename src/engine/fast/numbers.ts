/** The numbers of a stage and its layouts under the names that the fast shaders know them by. */

import type { Program } from '../../gpu/program.js';
import { axesOf, channelsPerGroup, readSide, writtenSide, type Axis } from '../../math/incidence.js';
import { activationCodes } from '../activation-codes.js';
import type { Stage } from '../../math/types.js';
import { blockRange, filterHeight, filterWidth } from './filters.js';
import type { FastLayout } from './layout.js';

/** Integers by name: uniforms of a program for any shape, constants of a program for one shape. */
export type Numbers = Readonly<Record<string, number>>;

/** Of the program in use. */
export function setUniforms(program: Program, numbers: Numbers): void {
  for (const name in numbers) program.setInteger(name, numbers[name]);
}

export function stageNumbers(stage: Stage, read: FastLayout, written: FastLayout): Numbers {
  const [rows, columns] = axesOf(stage);
  const { count, lastFirst } = blockRange(stage, written.blocks);
  return {
    ...axisNumbers(stage, 'row', rows),
    ...axisNumbers(stage, 'column', columns),
    ...tileNumbers('read', read),
    ...tileNumbers('written', written),
    readRows: stage.input[1],
    readColumns: stage.input[2],
    writtenColumns: stage.output[2],
    readPerGroup: channelsPerGroup(stage, readSide(stage)),
    writtenPerGroup: channelsPerGroup(stage, writtenSide(stage)),
    readBlocks: count,
    lastFirstBlock: lastFirst,
    biasColumn: filterWidth(stage, written.blocks) - 1,
    activation: activationCodes[stage.activation],
  };
}

/** Sizes of the textures that are read: constants where the shape is one. */
export function textureNumbers(stage: Stage, read: FastLayout, written: FastLayout): Numbers {
  return {
    inputWidth: read.width,
    inputHeight: read.height,
    weightWidth: filterWidth(stage, written.blocks),
    weightHeight: filterHeight(stage, written.blocks),
  };
}

/** See shaders/walk.glsl. */
function axisNumbers({ op }: Stage, name: string, axis: Axis): Numbers {
  const { kernel, stride, dilation, padBefore } = axis;
  const common = op === 'conv' ? stride : greatestCommonDivisor(stride, dilation);
  const tapStep = stride / common;
  return {
    [`${name}Kernel`]: kernel,
    [`${name}Stride`]: stride,
    [`${name}Dilation`]: dilation,
    [`${name}PadBefore`]: padBefore,
    [`${name}TapStep`]: tapStep,
    [`${name}OtherStep`]: op === 'conv' ? dilation : -dilation / common,
    [`${name}Turns`]: Math.ceil(kernel / tapStep),
  };
}

/** Taps of a kernel that meet a cell of one written position, at most. */
export function tapsThatMeet(stage: Stage): number {
  const [rows, columns] = axesOf(stage);
  return axisNumbers(stage, '', rows).Turns * axisNumbers(stage, '', columns).Turns;
}

function tileNumbers(name: string, layout: FastLayout): Numbers {
  return {
    [`${name}TileWidth`]: layout.tileWidth,
    [`${name}TileHeight`]: layout.tileHeight,
    [`${name}TilesPerImage`]: layout.tilesPerImage,
    [`${name}TilesPerStack`]: layout.tilesPerStack,
  };
}

/** For shaders/values.glsl. */
export function layoutNumbers({ shape, ...layout }: FastLayout): Numbers {
  const { tileWidth, tileHeight, tilesPerImage, tilesPerStack } = layout;
  const [, rows, columns, channels] = shape;
  return { rows, columns, channels, tileWidth, tileHeight, tilesPerImage, tilesPerStack };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
