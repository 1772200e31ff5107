/** Tensors to the GPU and back, and waiting for the GPU without blocking the page. */

import { GpuLostError } from '../gpu/errors.js';
import type { Job } from './backend.js';
import type { Device, GpuTensor } from './device.js';
import { texelsFor, valuesPerTexel } from './texture-layout.js';

/** Up to this many bytes a plain read is sooner done than a buffer and a fence, and it leaves no task. */
const plainReadBytes = 2 ** 20;
/** A NaN that no arithmetic makes: still there after a read, it tells that the read was refused. */
const sentinel = 0x7fc0dead;

/** Copies a tensor's values to a texture, a new one by default; call inside `enter`. */
export function upload(
  device: Device,
  values: Float32Array,
  tensor = device.take(texelsFor(values.length), 'wide'),
): GpuTensor {
  const { gl } = device;
  const { texels, width } = tensor;
  const bits = wholeTexels(values);
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, tensor.pooled.texture);
  const write = (row: number, columns: number, rows: number) =>
    gl.texSubImage2D(
      gl.TEXTURE_2D,
      0,
      0,
      row,
      columns,
      rows,
      gl.RGBA_INTEGER,
      gl.UNSIGNED_INT,
      bits,
      row * width * valuesPerTexel,
    );
  const [fullRows, rest] = [Math.floor(texels / width), texels % width];
  if (fullRows > 0) write(0, width, fullRows);
  if (rest > 0) write(fullRows, rest, 1);
  return tensor;
}

/** The values' bits, filled up to whole texels. */
function wholeTexels({ buffer, byteOffset, length }: Float32Array): Uint32Array {
  const bits = new Uint32Array(buffer, byteOffset, length);
  if (length % valuesPerTexel === 0) return bits;
  const filled = new Uint32Array(texelsFor(length) * valuesPerTexel);
  filled.set(bits);
  return filled;
}

/**
 * The first `count` values of a tensor.
 * @throws GpuLostError also where the browser leaves the read silently undone
 */
export async function download(
  device: Device,
  tensor: GpuTensor,
  count: number,
  job: Job,
): Promise<Float32Array> {
  const bits = new Uint32Array(tensor.width * tensor.height * valuesPerTexel);
  bits[0] = sentinel;
  // Later programs of the exact path are small: a frame that comes a little late is better than one with old numbers.
  if (device.startedUses === 0) await finished(device, job);
  if (bits.byteLength <= plainReadBytes) device.enter(() => readInto(device, tensor, bits));
  else await readThroughBuffer(device, tensor, bits, job);
  if (bits[0] === sentinel || device.lost)
    throw new GpuLostError('The context was lost while a result was read.');
  job.checkpoint();
  return new Float32Array(bits.buffer).slice(0, count);
}

/** RGBA_INTEGER is the one integer form that every driver must read, whatever the target's own. */
function readInto(device: Device, tensor: GpuTensor, destination: Uint32Array): void {
  const { gl } = device;
  device.target(tensor);
  gl.readPixels(0, 0, tensor.width, tensor.height, gl.RGBA_INTEGER, gl.UNSIGNED_INT, destination);
}

async function readThroughBuffer(
  device: Device,
  tensor: GpuTensor,
  bits: Uint32Array,
  job: Job,
): Promise<void> {
  const { gl } = device;
  const buffer = device.enter(() => {
    const made = gl.createBuffer();
    device.target(tensor);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, made);
    gl.bufferData(gl.PIXEL_PACK_BUFFER, bits.byteLength, gl.STREAM_READ);
    gl.readPixels(0, 0, tensor.width, tensor.height, gl.RGBA_INTEGER, gl.UNSIGNED_INT, 0);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    return made;
  });
  try {
    await finished(device, job);
    device.enter(() => {
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
      gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, bits);
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    });
  } finally {
    gl.deleteBuffer(buffer);
  }
}

/**
 * Resolves when the GPU has done all that was asked so far.
 * @throws GpuLostError, or what the job's checkpoint throws
 */
export async function finished(device: Device, job: Job): Promise<void> {
  const { gl } = device;
  const { uses } = device.programs;
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  try {
    while (!isSignalled(device, fence)) {
      await nextTask();
      job.checkpoint();
    }
    device.startedUses = Math.max(device.startedUses, uses);
  } finally {
    gl.deleteSync(fence);
  }
}

/** Browsers differ in which of the two good answers they give. */
function isSignalled({ gl, lost }: Device, fence: WebGLSync | null): boolean {
  if (!fence || lost) throw new GpuLostError();
  const status = gl.clientWaitSync(fence, 0, 0);
  if (status === gl.WAIT_FAILED) throw new GpuLostError();
  return status === gl.CONDITION_SATISFIED || status === gl.ALREADY_SIGNALED;
}

/** Lets input, animation frames and other jobs run. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
