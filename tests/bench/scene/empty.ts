/** What any picture of ours costs before there is a thing in it: a background, copied into the figure's own canvas. */
import { PerspectiveCamera, Scene } from 'three';
import { acquireGpu, releaseGpu } from '../../../src/gpu/context.js';
import { acquireRenderer, releaseRenderer } from '../../../src/views/scene/draw/shared-renderer.js';
import { pictureSize, type Technique } from './technique.js';

const paper = [1, 1, 1] as const;

export function empty(): Technique {
  const holder = {};
  const gpu = acquireGpu(holder)!;
  const renderer = acquireRenderer(gpu, holder);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, pictureSize);
  document.body.append(canvas);
  const context = canvas.getContext('2d', { alpha: false })!;
  const [scene, camera] = [new Scene(), new PerspectiveCamera()];
  const part = { x: 0, y: 0, ...pictureSize };
  return {
    name: 'empty',
    gl: gpu.gl,
    frame() {
      gpu.enter(renderer, () => {
        renderer.begin(part.width, part.height);
        renderer.draw(scene, camera, part, paper, false);
        renderer.copyTo(context);
      });
    },
    size: () => pictureSize,
    dispose() {
      releaseRenderer(renderer, holder);
      releaseGpu(holder);
      canvas.remove();
    },
  };
}
