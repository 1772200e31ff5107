/** Tensors in the fast layout on the GPU, and between them and flat data. All of this belongs inside `Device.enter`. */

import type { PooledTexture } from '../../gpu/texture-pool.js';
import { sizeOf } from '../../math/tensor.js';
import type { Device, GpuTensor } from '../device.js';
import { texelsFor } from '../texture-layout.js';
import type { FastLayout } from './layout.js';
import { layoutNumbers, setUniforms } from './numbers.js';
import { packProgram, unpackProgram } from './programs.js';

export interface FastTensor {
  readonly layout: FastLayout;
  readonly pooled: PooledTexture;
  /** Draws to all layers at once. */
  readonly framebuffer: WebGLFramebuffer;
}

export function takeFast({ gl, pool }: Device, layout: FastLayout): FastTensor {
  const pooled = pool.take(layout.width, layout.height, 'rgba32f', layout.layers);
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  const attachments = Array.from({ length: layout.layers }, (_, layer) => gl.COLOR_ATTACHMENT0 + layer);
  attachments.forEach((attachment, layer) =>
    gl.framebufferTextureLayer(gl.FRAMEBUFFER, attachment, pooled.texture, 0, layer),
  );
  gl.drawBuffers(attachments);
  return { layout, pooled, framebuffer };
}

export function giveFast({ gl, pool }: Device, { pooled, framebuffer }: FastTensor): void {
  gl.deleteFramebuffer(framebuffer);
  pool.give(pooled);
}

/** Fills a tensor from flat data. */
export function pack(device: Device, flat: GpuTensor, tensor: FastTensor): void {
  const { gl } = device;
  const { layout } = tensor;
  const program = device.programs.get(packProgram(layout));
  gl.bindFramebuffer(gl.FRAMEBUFFER, tensor.framebuffer);
  gl.useProgram(program.program);
  setUniforms(program, { ...layoutNumbers(layout), flatTensor: 0, flatExponent: flat.exponent });
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, flat.pooled.texture);
  device.draw({ x: 0, y: 0, width: layout.width, height: layout.height });
}

/** Flat data in the documented form of a kept texture; the caller's to give back. */
export function unpack(device: Device, { layout, pooled }: FastTensor): GpuTensor {
  const { gl } = device;
  const program = device.programs.get(unpackProgram(layout));
  const flat = device.take(texelsFor(sizeOf(layout.shape)));
  device.target(flat);
  gl.useProgram(program.program);
  setUniforms(program, { ...layoutNumbers(layout), fastTensor: 0, outputExponent: flat.exponent });
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, pooled.texture);
  device.draw({ x: 0, y: 0, width: flat.width, height: flat.height });
  return flat;
}
