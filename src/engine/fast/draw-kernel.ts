/** One draw of a stage: its program, its weights, its textures. All of this belongs inside `Device.enter`. */

import type { Program } from '../../gpu/program.js';
import type { StageTensors } from '../../math/types.js';
import type { Device } from '../device.js';
import type { Region } from '../slices.js';
import { filterBlock, filterTexels } from './filters.js';
import type { Kernel } from './kernels.js';
import { setUniforms } from './numbers.js';
import type { FastTensor } from './tensors.js';

/** The weights and biases of a stage on the GPU. */
export interface Filters {
  bind(program: Program): void;
  give(): void;
}

const inputUnit = 0;
const weightUnit = 1;

export function takeFilters(device: Device, kernel: Kernel, tensors: StageTensors): Filters {
  return kernel.filters === 'block'
    ? blockOf(device, filterBlock(kernel.stage, tensors))
    : textureOf(device, kernel, tensors);
}

function blockOf({ gl }: Device, values: Float32Array): Filters {
  const buffer = gl.createBuffer();
  gl.bindBuffer(gl.UNIFORM_BUFFER, buffer);
  gl.bufferData(gl.UNIFORM_BUFFER, values, gl.STATIC_DRAW);
  return {
    bind: () => gl.bindBufferBase(gl.UNIFORM_BUFFER, 0, buffer),
    give: () => gl.deleteBuffer(buffer),
  };
}

function textureOf({ gl, pool }: Device, { stage, written }: Kernel, tensors: StageTensors): Filters {
  const { width, height, data } = filterTexels(stage, tensors, written.blocks);
  const pooled = pool.take(width, height, 'rgba32f');
  gl.activeTexture(gl.TEXTURE0 + weightUnit);
  gl.bindTexture(gl.TEXTURE_2D, pooled.texture);
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, height, gl.RGBA, gl.FLOAT, data);
  return {
    bind(program) {
      gl.activeTexture(gl.TEXTURE0 + weightUnit);
      gl.bindTexture(gl.TEXTURE_2D, pooled.texture);
      program.setInteger('weightTensor', weightUnit);
    },
    give: () => pool.give(pooled),
  };
}

/** A stage's draw, cut to a region of its target. */
export function drawKernel(
  device: Device,
  {
    kernel,
    filters,
    read,
    written,
  }: { kernel: Kernel; filters: Filters; read: FastTensor; written: FastTensor },
  region: Region,
): void {
  const { gl } = device;
  const program = device.programs.get(kernel.source);
  gl.bindFramebuffer(gl.FRAMEBUFFER, written.framebuffer);
  gl.useProgram(program.program);
  setUniforms(program, kernel.uniforms);
  filters.bind(program);
  gl.activeTexture(gl.TEXTURE0 + inputUnit);
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, read.pooled.texture);
  program.setInteger('inputTensor', inputUnit);
  device.draw(region);
}
