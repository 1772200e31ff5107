import type { Device, GpuTensor } from './device.js';
import type { TextureTensor } from './types.js';

/** What a caller gets for a tensor that stays on the GPU; the pool has it back when the caller disposes of it. */
export function textureHandle(device: Device, shape: readonly number[], tensor: GpuTensor): TextureTensor {
  let isHeld = true;
  return {
    kind: 'texture',
    shape,
    texture: tensor.pooled.texture,
    width: tensor.width,
    height: tensor.height,
    generation: device.generation,
    dispose() {
      if (isHeld) device.give(tensor);
      isHeld = false;
    },
  };
}
