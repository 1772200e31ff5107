/** Which program and which layouts each stage of a plan gets. */

import type { ProgramSource } from '../../gpu/program.js';
import { axesOf, channelsPerGroup, readSide } from '../../math/incidence.js';
import type { Plan, Stage } from '../../math/types.js';
import { blockRange, filterHeight, filterWidth, isDiagonal, texelsPerFilter } from './filters.js';
import { blocksOf, channelLayout, columnLayout, lanes, type FastLayout } from './layout.js';
import { stepOf } from './meetings.js';
import { tapsThatMeet, type Numbers } from './numbers.js';
import { anyShapeProgram, columnsProgram, oneShapeProgram, type Sampling } from './programs.js';

/** What this device does best, measured or probed at the start. */
export interface Tuning extends Sampling {
  /** Render targets at once: 1, 2, 4 or 8. */
  readonly targets: number;
  readonly maxTextureSize: number;
  /** Bytes of a uniform block. */
  readonly maxBlockBytes: number;
}

/** One stage, ready to be compiled and drawn. */
export interface Kernel {
  readonly stage: Stage;
  readonly source: ProgramSource;
  /** To be set before each draw. */
  readonly uniforms: Numbers;
  readonly read: FastLayout;
  readonly written: FastLayout;
  /** Weights in a texture of that size, or in a uniform block. */
  readonly filters: { readonly width: number; readonly height: number } | 'block';
  /** Multiply-adds of a fragment, those with padding and with zeros of other groups included. */
  readonly terms: number;
}

/** A plan's kernels, and the layout that its input is brought into. */
export interface Recipe {
  readonly input: FastLayout;
  readonly kernels: readonly Kernel[];
  /** Made for this one shape. */
  readonly isSpecialised: boolean;
}

/** Programs that answer every shape: compiled once. */
export function recipeForAnyShape({ stages }: Plan, tuning: Tuning): Recipe {
  const layout = (shape: Stage['input']) => channelLayout(shape, tuning.targets, 1, tuning.maxTextureSize);
  const kernels = stages.map((stage): Kernel => {
    const [read, written] = [layout(stage.input), layout(stage.output)];
    const { source, uniforms } = anyShapeProgram(stage, read, written, tuning);
    return { ...channelKernel(stage, read, written), source, uniforms };
  });
  return { input: layout(stages[0].input), kernels, isSpecialised: false };
}

/** Programs for this one shape; null where a stage is better served by those for any shape. */
export function recipeForOneShape(plan: Plan, tuning: Tuning): Recipe | null {
  const { stages } = plan;
  if (stages.every((stage) => suitsColumns(stage, tuning))) return columnsRecipe(plan, tuning);
  if (!stages.every((stage) => suitsOneShape(stage, tuning))) return null;
  const { maxTextureSize } = tuning;
  const first = shapeOfTargets(stages[0], tuning);
  const step = stepOf(stages[0].op, axesOf(stages[0])[1], first.neighbours);
  const readBlocks = isDiagonal(stages[0]) ? 1 : Math.min(first.blocks, blocksOf(stages[0].input[3]));
  const input = channelLayout(
    stages[0].input,
    Math.min(step, tuning.targets / readBlocks),
    readBlocks,
    maxTextureSize,
  );
  const kernels: Kernel[] = [];
  for (const stage of stages) {
    const read = stage.from[0] < 0 ? input : kernels[stage.from[0]].written;
    const { neighbours, blocks } = shapeOfTargets(stage, tuning);
    const written = channelLayout(stage.output, neighbours, blocks, maxTextureSize);
    const source = oneShapeProgram(stage, read, written, tuning);
    kernels.push({ ...channelKernel(stage, read, written), source, uniforms: {} });
  }
  return { input, kernels, isSpecialised: true };
}

function columnsRecipe({ stages }: Plan, tuning: Tuning): Recipe {
  const layout = (shape: Stage['input']) =>
    columnLayout(shape, Math.min(4, tuning.targets), tuning.maxTextureSize);
  const kernels = stages.map((stage): Kernel => {
    const [read, written] = [layout(stage.input), layout(stage.output)];
    const source = columnsProgram(stage, read, written, tuning);
    const terms = written.layers * lanes * stage.kernel[0] * stage.kernel[1];
    return { stage, source, uniforms: {}, read, written, filters: 'block', terms };
  });
  return { input: layout(stages[0].input), kernels, isSpecialised: true };
}

function channelKernel(stage: Stage, read: FastLayout, written: FastLayout) {
  const { blocks, layers } = written;
  const perTap = isDiagonal(stage) ? 1 : blockRange(stage, blocks).count * lanes;
  return {
    stage,
    read,
    written,
    filters: { width: filterWidth(stage, blocks), height: filterHeight(stage, blocks) },
    terms: layers * lanes * perTap * tapsThatMeet(stage),
  };
}

/** Longer than this a table of meetings is no quicker than a loop, and slow to compile. */
const mostProducts = 512;

/** Taps of a row of the kernel can be written out for this stage. */
function suitsOneShape(stage: Stage, tuning: Tuning): boolean {
  const [, columns] = axesOf(stage);
  const { neighbours } = shapeOfTargets(stage, tuning);
  const whole = stage.op === 'conv' || neighbours % columns.stride === 0;
  return whole && columns.kernel * neighbours * lanes <= mostProducts;
}

function suitsColumns(stage: Stage, { maxBlockBytes }: Tuning): boolean {
  const [rows, columns] = axesOf(stage);
  const readsOne = stage.op === 'conv' && channelsPerGroup(stage, readSide(stage)) === 1;
  const bytes = texelsPerFilter(stage) * stage.filters * lanes * Float32Array.BYTES_PER_ELEMENT;
  return readsOne && bytes <= maxBlockBytes && rows.kernel * columns.kernel * lanes <= mostProducts;
}

/** How many columns, and how many channel blocks, a fragment makes. */
function shapeOfTargets(stage: Stage, { targets }: Tuning): { neighbours: number; blocks: number } {
  const [, columns] = axesOf(stage);
  const isPointwise = stage.kernel[1] === 1 && stage.groups === 1 && stage.op === 'conv';
  if (isPointwise && targets > 4 && blocksOf(stage.filters) > 1)
    return { neighbours: targets / 2, blocks: 2 };
  const { stride } = columns;
  const halves = [targets, targets / 2, targets / 4, targets / 8].filter((count) => count >= 1);
  // So that a column's place in its fragment tells which taps of a transposed convolution it meets.
  const whole = halves.filter((count) => stage.op === 'conv' || count % stride === 0);
  if (whole.length === 0)
    return { neighbours: targets - (stride <= targets ? targets % stride : 0), blocks: 1 };
  const width = stage.output[2];
  const worth = (count: number) => usefulShare(width, count) * speedOf[count];
  return {
    neighbours: whole.reduce((best, count) => (worth(count) > worth(best) ? count : best)),
    blocks: 1,
  };
}

/** Outputs per time of fragments that make so many columns, each weight being loaded once for all of them. */
const speedOf: Readonly<Record<number, number>> = { 8: 1, 4: 0.8, 2: 0.55, 1: 0.3 };

/** Columns that are wanted among those that are made. A GPU runs two fragments beside each other even where one would do. */
function usefulShare(width: number, neighbours: number): number {
  const fragments = Math.ceil(width / neighbours / 2) * 2;
  return width / (fragments * neighbours);
}
