import { expect, it } from 'vitest';
import { acquireGpu, releaseGpu } from '../../src/gpu/context.js';
import { SceneView } from '../../src/views/scene/scene-view.js';
import { threeTextures } from './scene-moment.js';
import { paperTheme } from './scene-themes.js';

it('keeps its last picture while the context is lost, and draws the same again after the restore', async () => {
  const holder = {};
  const gpu = acquireGpu(holder)!;
  const canvas = document.createElement('canvas');
  let arrived = () => {};
  const drawn = () => new Promise<void>((resolve) => (arrived = resolve));
  const view = new SceneView(canvas, {
    theme: paperTheme,
    reducedMotion: true,
    adaptive: false,
    onLabels: () => arrived(),
  });
  const pixels = () => canvas.getContext('2d')!.getImageData(0, 0, 480, 300).data.join();
  view.resize(480, 300, 1);
  const example = threeTextures();
  view.show(example.at(100));
  await drawn();
  const before = pixels();

  const told = (event: 'lost' | 'restored') => new Promise<void>((resolve) => gpu.on(event, resolve));
  const lose = gpu.gl.getExtension('WEBGL_lose_context')!;
  const lost = told('lost');
  lose.loseContext();
  await lost;
  view.show(example.at(100));
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(pixels()).toBe(before);

  canvas.getContext('2d')!.fillRect(0, 0, 480, 300);
  const again = drawn();
  lose.restoreContext();
  await again;
  expect(gpu.generation).toBe(1);
  expect(pixels()).toBe(before);

  view.dispose();
  releaseGpu(holder);
});
