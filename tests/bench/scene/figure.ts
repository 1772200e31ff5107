/** Our scene: one figure whose every frame is the next moment of the animation. */
import { acquireGpu, releaseGpu } from '../../../src/gpu/context.js';
import { cancelDraw } from '../../../src/gpu/scheduler.js';
import { sizeOf, termsPerOutput } from '../../../src/math/index.js';
import { SceneView } from '../../../src/views/scene/scene-view.js';
import { smallIntegers } from '../../views/scene-moment.js';
import { paperTheme } from '../../views/scene-themes.js';
import { pictureSize, type Technique } from './technique.js';

/** Of a term, a frame: motion as in slow playback. */
const stepPerFrame = 1 / 8;
/** Frames after which an adaptive picture is as coarse or fine as it will be, and either is copied in the quicker way. */
const framesToSettle = 30;

/** @param adaptive coarser while frames are slow, as in a moving figure; else the finest picture */
export async function figure(
  volume: readonly [rows: number, columns: number, channels: number],
  adaptive: boolean,
): Promise<Technique> {
  const example = smallIntegers({ input: volume });
  const { stage } = example.view;
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  const holder = {};
  const { gl } = acquireGpu(holder)!;
  const view = new SceneView(canvas, { theme: paperTheme, adaptive });
  view.resize(pictureSize.width, pictureSize.height, 1);
  // The middle of the output has no padding and every neighbour.
  let step = Math.floor(sizeOf(stage.output) / 2) * termsPerOutput(stage);
  await view.load(example.at(step));
  const technique: Technique = {
    name: adaptive ? 'in motion' : 'finest',
    gl,
    frame() {
      step += stepPerFrame;
      view.show(example.at(step));
      // The scheduler would draw it once more.
      cancelDraw(view);
      view.draw(performance.now());
    },
    size: () => ({ width: canvas.width, height: canvas.height }),
    dispose() {
      view.dispose();
      releaseGpu(holder);
      canvas.remove();
    },
  };
  for (let frame = 0; frame < framesToSettle; frame++) {
    technique.frame();
    // Each frame of a page is a task of its own; only then is it known that nobody else is at work on the GPU.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return technique;
}
