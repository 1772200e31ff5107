/** The programs of the fast path: which pieces of GLSL, for which layouts, with which numbers. */

import type { ProgramSource } from '../../gpu/program.js';
import { axesOf } from '../../math/incidence.js';
import type { Operation, Stage } from '../../math/types.js';
import activation from '../shaders/activation.glsl?raw';
import fullScreen from '../../gpu/shaders/full-screen.vert.glsl?raw';
import tensor from '../shaders/tensor.glsl?raw';
import { isDiagonal, texelsPerFilter, texelsPerTap } from './filters.js';
import { isFolded, lanes, type FastLayout } from './layout.js';
import {
  countMacro,
  meetingMacro,
  meetingsOf,
  slotMacro,
  slotsOf,
  stepMacro,
  stepOf,
  texelOffsets,
} from './meetings.js';
import { stageNumbers, textureNumbers, type Numbers } from './numbers.js';
import anyShape from './shaders/any-shape.frag.glsl?raw';
import blocks from './shaders/blocks.glsl?raw';
import ceiling from './shaders/ceiling.frag.glsl?raw';
import columnsOfOneShape from './shaders/columns.frag.glsl?raw';
import four from './shaders/four.glsl?raw';
import header from './shaders/header.glsl?raw';
import oneShape from './shaders/one-shape.frag.glsl?raw';
import pack from './shaders/pack.frag.glsl?raw';
import place from './shaders/place.glsl?raw';
import probe from './shaders/probe.frag.glsl?raw';
import sampling from './shaders/sampling.glsl?raw';
import unpack from './shaders/unpack.frag.glsl?raw';
import values from './shaders/values.glsl?raw';
import walk from './shaders/walk.glsl?raw';

/** `byFraction`: texels are loaded by `texture`, else by `texelFetch`. */
export interface Sampling {
  readonly byFraction: boolean;
}

type Defines = Readonly<Record<string, number | string | boolean>>;

/** Every shape of one operation; the layouts decide only how many neighbours and whether tiles are folded. */
export function anyShapeProgram(
  stage: Stage,
  read: FastLayout,
  written: FastLayout,
  { byFraction }: Sampling,
): { source: ProgramSource; uniforms: Numbers } {
  const uniforms = stageNumbers(stage, read, written);
  const { neighbours } = written;
  const diagonal = isDiagonal(stage);
  const fold = `${isFolded(read)} ${isFolded(written)}`;
  const name = `fast ${stage.op}, any shape: ${neighbours}, ${diagonal}, ${fold}, ${byFraction}`;
  const defines = {
    ...stageDefines(stage.op, read, written),
    BY_FRACTION: byFraction,
    TARGETS: neighbours,
    NEIGHBOURS: neighbours,
    NEIGHBOURS_EXPONENT: Math.log2(neighbours),
    BLOCKS: 1,
    DIAGONAL: diagonal,
    LANES: texelsPerTap(stage),
  };
  const macros = countMacro('EACH_NEIGHBOUR', neighbours);
  const main = [sampling, place, walk, activation, four, blocks, anyShape];
  return { source: sourceOf(name, defines, macros, declare('uniform', uniforms), main), uniforms };
}

/** One shape in two layouts of channel blocks. */
export function oneShapeProgram(
  stage: Stage,
  read: FastLayout,
  written: FastLayout,
  { byFraction }: Sampling,
): ProgramSource {
  const numbers = { ...stageNumbers(stage, read, written), ...textureNumbers(stage, read, written) };
  const { neighbours, tileWidth } = written;
  const [rows, columns] = axesOf(stage);
  const meetings = meetingsOf(stage.op, columns, neighbours);
  const step = stepOf(stage.op, columns, neighbours);
  const offsets = meetings.map(({ offset }) => offset);
  const slots = slotsOf(offsets, step, tileWidth, read.tileWidth * read.neighbours);
  const readLanes = isDiagonal(stage) ? 1 : Math.min(lanes, stage.input[3]);
  const defines = {
    ...stageDefines(stage.op, read, written),
    BY_FRACTION: byFraction,
    TARGETS: neighbours * written.blocks,
    NEIGHBOURS: neighbours,
    BLOCKS: written.blocks,
    READ_NEIGHBOURS: read.neighbours,
    READ_BLOCKS: read.blocks,
    READ_BLOCKS_EXPONENT: Math.log2(read.blocks),
    COLUMN_STEP: step,
    TEXEL_STEP: step % read.neighbours === 0 ? step / read.neighbours : 0,
    SLOTS: slots.offsets.length,
    DIAGONAL: isDiagonal(stage),
    LANES: texelsPerTap(stage),
    READ_LANES: readLanes,
    // The one row of a transposed convolution may be no tap at all.
    ONE_ROW: stage.op === 'conv' && rows.kernel === 1,
    ONE_BLOCK: numbers.readBlocks === 1,
    // Two at a time know their layers; only where every fragment begins with the first.
    PAIRS: read.blocks === 2 && numbers.readBlocks % 2 === 0 && numbers.lastFirstBlock === 0,
  };
  const products = Array.from({ length: readLanes * written.blocks }, (_, place) => {
    return [Math.floor(place / readLanes), place % readLanes].join(', ');
  });
  const macros = [
    slotMacro(slots, read.neighbours),
    meetingMacro(meetings, slots),
    `#define EACH_PRODUCT(f, pixel, slot) ${products.map((product) => `f(pixel, slot, ${product})`).join(' ')}\n`,
    `#define EACH_WEIGHT(f, tap) ${products.map((product) => `f(tap, ${product})`).join(' ')}\n`,
    countMacro('EACH_TARGET', defines.TARGETS),
  ].join('');
  const main = [sampling, place, walk, activation, four, blocks, oneShape];
  const name = `fast ${JSON.stringify([stage.op, byFraction, read, written, numbers])}`;
  return sourceOf(name, defines, macros, declare('const', numbers), main);
}

/** One shape whose written channels each read one channel, in two layouts of columns. */
export function columnsProgram(
  stage: Stage,
  read: FastLayout,
  written: FastLayout,
  { byFraction }: Sampling,
): ProgramSource {
  const numbers = { ...stageNumbers(stage, read, written), ...textureNumbers(stage, read, written) };
  const [rows, columns] = axesOf(stage);
  const { neighbours, tileWidth } = written;
  const slots = slotsOf(texelOffsets(columns), columns.stride, tileWidth, read.tileWidth);
  const taps = rows.kernel * columns.kernel;
  const defines = {
    ...stageDefines(stage.op, read, written),
    BY_FRACTION: byFraction,
    TARGETS: neighbours,
    NEIGHBOURS: neighbours,
    SLOTS: slots.offsets.length,
    BIAS: taps,
    TEXELS_PER_FILTER: texelsPerFilter(stage),
    FILTER_TEXELS: texelsPerFilter(stage) * stage.filters,
  };
  const macros = [
    slotMacro(slots),
    stepMacro(rows, columns, neighbours, slots),
    countMacro('EACH_WEIGHT', taps + 1),
    countMacro('EACH_TARGET', neighbours),
  ].join('');
  const main = [sampling, place, activation, four, columnsOfOneShape];
  const name = `fast columns ${JSON.stringify([byFraction, read, written, numbers])}`;
  return sourceOf(name, defines, macros, declare('const', numbers), main);
}

/** From flat data to a layout. */
export function packProgram(layout: FastLayout): ProgramSource {
  const macros = countMacro('EACH_TARGET', layout.layers);
  return repackProgram('pack', { TARGETS: layout.layers }, macros, layout, pack);
}

/** From a layout to flat data. */
export function unpackProgram(layout: FastLayout): ProgramSource {
  return repackProgram('unpack', {}, '', layout, unpack);
}

/** Sizes are uniforms; only what would be a division for each value is constant. */
function repackProgram(
  verb: string,
  more: Defines,
  macros: string,
  layout: FastLayout,
  main: string,
): ProgramSource {
  const { packing, neighbours, blocks } = layout;
  const folded = isFolded(layout);
  const defines = {
    ...more,
    BY_COLUMNS: packing === 'columns',
    NEIGHBOURS: neighbours,
    BLOCKS: blocks,
    FOLDED: folded,
  };
  const name = `fast ${verb}: ${packing}, ${neighbours}, ${blocks}, ${folded}`;
  return sourceOf(name, defines, macros, '', [tensor, values, main]);
}

/** Texels on a side of the targets of a probe. */
export const probeSize = 32;

/** The inner loop alone, for measurements. */
export function probeProgram(targets: number, { byFraction }: Sampling): ProgramSource {
  const defines = { BY_FRACTION: byFraction, TARGETS: targets, SIZE: probeSize, TURNS: probeSize / lanes };
  const macros = countMacro('EACH_TARGET', targets);
  return sourceOf(`fast probe: ${targets}, ${byFraction}`, defines, macros, '', [sampling, probe]);
}

/** One kind of work, and how it is done. */
export interface CeilingWork extends Sampling {
  readonly kind: 'multiply-adds' | 'loads' | 'writes';
  readonly targets: number;
}

/** Chains of sums that do not wait for each other. */
const chains = 8;

/** Texels on a side, turns of the loop, and what a draw comes to: multiply-adds, texels loaded or texels written. */
export function ceilingSizes({ kind, targets }: CeilingWork): {
  size: number;
  turns: number;
  perDraw: number;
} {
  const size = 256;
  const fragments = size * size;
  if (kind === 'writes') return { size, turns: 1, perDraw: fragments * targets };
  const turns = kind === 'loads' ? 4 : 8;
  // Four times eight vectors of four are multiplied and added in a turn.
  const perTurn = chains * (kind === 'loads' ? 1 : 4 * lanes);
  return { size, turns, perDraw: fragments * turns * perTurn };
}

export function ceilingProgram(work: CeilingWork): ProgramSource {
  const { kind, targets, byFraction } = work;
  const { size, turns } = ceilingSizes(work);
  const count = kind === 'writes' ? targets : chains;
  const defines = {
    MULTIPLY_ADDS: 0,
    LOADS: 1,
    WRITES: 2,
    WORK: { 'multiply-adds': 0, loads: 1, writes: 2 }[kind],
    BY_FRACTION: byFraction,
    TARGETS: targets,
    CHAINS: count,
    SIZE: size,
    TURNS: turns,
  };
  const name = `fast ceiling: ${kind}, ${targets}, ${byFraction}`;
  return sourceOf(name, defines, countMacro('EACH_CHAIN', count), '', [sampling, ceiling]);
}

function stageDefines(op: Operation, read: FastLayout, written: FastLayout): Defines {
  return {
    WRITTEN_SIDE: op === 'conv' ? 'SMALL' : 'BIG',
    READ_FOLDED: isFolded(read),
    WRITTEN_FOLDED: isFolded(written),
  };
}

function declare(kind: 'uniform' | 'const', numbers: Numbers): string {
  const line = ([name, value]: [string, number]) =>
    kind === 'const' ? `const int ${name} = ${value};` : `uniform int ${name};`;
  return Object.entries(numbers).map(line).join('\n');
}

function sourceOf(
  name: string,
  defines: Defines,
  macros: string,
  declarations: string,
  main: readonly string[],
): ProgramSource {
  const lines = Object.entries(defines).map(
    ([key, value]) => `#define ${key} ${typeof value === 'boolean' ? Number(value) : value}\n`,
  );
  return {
    name,
    vertex: fullScreen,
    fragment: [header, lines.join(''), macros, declarations, ...main].join('\n'),
  };
}
