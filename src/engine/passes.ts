/** The draws of the exact path: which program, which tensors, which numbers. */

import type { Program, ProgramSource } from '../gpu/program.js';
import {
  addendsPerOutput,
  axesOf,
  channelsPerGroup,
  readSide,
  termsPerOutput,
  writtenSide,
  type Axis,
  type Side,
} from '../math/incidence.js';
import { sizeOf } from '../math/tensor.js';
import type { Operation, Stage } from '../math/types.js';
import { activationCodes } from './activation-codes.js';
import type { Device, GpuTensor } from './device.js';
import activation from './shaders/activation.glsl?raw';
import header from './shaders/header.glsl?raw';
import fullScreen from '../gpu/shaders/full-screen.vert.glsl?raw';
import incidence from './shaders/incidence.glsl?raw';
import output from './shaders/output.frag.glsl?raw';
import sum from './shaders/sum.glsl?raw';
import table from './shaders/table.frag.glsl?raw';
import tensor from './shaders/tensor.glsl?raw';
import terms from './shaders/terms.frag.glsl?raw';

/** What a draw reads and where it writes. */
export interface Pass {
  readonly stage: Stage;
  readonly input: GpuTensor;
  readonly weights: GpuTensor;
  readonly target: GpuTensor;
}

export interface OutputPass extends Pass {
  readonly bias: GpuTensor | undefined;
  readonly upTo: number;
}

export interface TermsPass extends Pass {
  /** Flat place of the output cell. */
  readonly cell: number;
}

/** In the order of table.frag.glsl. */
export const tableColumns = ['product', 'runningSum', 'channelSum'] as const;

export interface TablePass extends Pass {
  readonly column: (typeof tableColumns)[number];
}

/** One program for each operation and purpose; every shape, stride or group count is uniforms. */
export function programSource(purpose: 'output' | 'terms' | 'table', op: Operation): ProgramSource {
  const sides = op === 'conv' ? ['BIG', 'SMALL'] : ['SMALL', 'BIG'];
  const defines = `#define READ_SIDE ${sides[0]}\n#define WRITTEN_SIDE ${sides[1]}\n`;
  const main = { output: [activation, output], terms: [terms], table: [table] }[purpose];
  return {
    name: `${op} ${purpose}`,
    vertex: fullScreen,
    fragment: [header, defines, incidence, tensor, sum, ...main].join('\n'),
  };
}

/** Makes everything ready to draw regions of a stage's output; call inside `enter`. */
export function bindOutputPass(device: Device, pass: OutputPass): void {
  const { stage, bias, upTo } = pass;
  const program = device.programs.get(programSource('output', stage.op));
  bindPass(device, program, pass);
  const isFinished = upTo >= addendsPerOutput(stage);
  // A sampler must have a texture even where it is not read.
  bindTensor(device, program, 'bias', bias ?? pass.weights, 2);
  program.setInteger('addBias', bias && isFinished ? 1 : 0);
  program.setInteger('activation', isFinished ? activationCodes[stage.activation] : activationCodes.none);
  program.setInteger('upTo', Math.min(upTo, termsPerOutput(stage)));
}

/** Makes everything ready to draw the terms of one cell; call inside `enter`. */
export function bindTermsPass(device: Device, pass: TermsPass): void {
  const program = device.programs.get(programSource('terms', pass.stage.op));
  bindPass(device, program, pass);
  program.setInteger('cell', pass.cell);
  program.setInteger('termCount', termsPerOutput(pass.stage));
}

/** Makes everything ready to draw regions of one column of the table of all cells' terms; call inside `enter`. */
export function bindTablePass(device: Device, pass: TablePass): void {
  const program = device.programs.get(programSource('table', pass.stage.op));
  bindPass(device, program, pass);
  const perCell = termsPerOutput(pass.stage);
  program.setInteger('column', tableColumns.indexOf(pass.column));
  program.setInteger('termsPerCell', perCell);
  program.setInteger('entryCount', sizeOf(pass.stage.output) * perCell);
}

function bindPass(device: Device, program: Program, { stage, input, weights, target }: Pass): void {
  const { gl } = device;
  device.target(target);
  gl.useProgram(program.program);
  const [rows, columns] = axesOf(stage);
  setAxis(program, 'rowAxis', rows);
  setAxis(program, 'columnAxis', columns);
  setChannels(program, 'read', stage, readSide(stage));
  setChannels(program, 'written', stage, writtenSide(stage));
  program.setInteger('outputExponent', target.exponent);
  bindTensor(device, program, 'input', input, 0);
  bindTensor(device, program, 'weight', weights, 1);
}

function setAxis(program: Program, name: string, axis: Axis): void {
  for (const [field, value] of Object.entries(axis)) program.setInteger(`${name}.${field}`, value);
}

function setChannels(program: Program, name: string, stage: Stage, side: Side): void {
  program.setInteger(`${name}Channels`, stage[side][3]);
  program.setInteger(`${name}ChannelsPerGroup`, channelsPerGroup(stage, side));
}

function bindTensor({ gl }: Device, program: Program, name: string, tensor: GpuTensor, unit: number): void {
  gl.activeTexture(gl.TEXTURE0 + unit);
  gl.bindTexture(gl.TEXTURE_2D, tensor.pooled.texture);
  program.setInteger(`${name}Tensor`, unit);
  program.setInteger(`${name}Exponent`, tensor.exponent);
}
