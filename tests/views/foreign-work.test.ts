import { expect, it } from 'vitest';
import { ForeignWork } from '../../src/views/scene/draw/foreign-work.js';

/** A GPU whose fences are signalled when it is told to. */
function fakeGpu() {
  const gpu = { isDone: false, fences: 0 };
  const gl = {
    SIGNALED: 1,
    fenceSync: () => ({ number: (gpu.fences += 1) }),
    deleteSync: (fence: object | null) => (gpu.fences -= fence ? 1 : 0),
    getSyncParameter: () => Number(gpu.isDone),
  };
  return { gpu, gl: gl as unknown as WebGL2RenderingContext };
}

it('is pending from the picture after others used the GPU until their work is done', () => {
  const { gpu, gl } = fakeGpu();
  const work = new ForeignWork(gl);
  const pictures = () => [1, 2].map(() => work.isPending());
  work.begin();
  expect(pictures()).toEqual([true, true]);
  gpu.isDone = true;
  expect(pictures()).toEqual([false, false]);
  work.begin();
  work.begin();
  expect(pictures()).toEqual([true, false]);
  expect(gpu.fences).toBe(0);
});
