/** Frames of the 3-D scene at growing numbers of cells: draw calls and time. */

import { acquireGpu } from '../../src/gpu/context.js';
import { cancelDraw } from '../../src/gpu/scheduler.js';
import { sizeOf, termsPerOutput } from '../../src/math/index.js';
import type { ConvSpec } from '../../src/math/types.js';
import { SceneView } from '../../src/views/scene/scene-view.js';
import { smallIntegers } from '../views/scene-moment.js';
import { paperTheme } from '../views/scene-themes.js';
import { inTurns, type BenchResult, type Contestant } from './in-turns.js';

export interface SceneResult extends BenchResult {
  readonly drawCalls: number;
}

interface SceneContestant extends Contestant {
  drawCalls: number;
}

/** About 100, 1,000 and 5,000 cells of the input, all of them boxes: slightly more would be drawn as slabs. */
const specs: readonly ConvSpec[] = [{ input: [10, 10, 1] }, { input: [18, 18, 3] }, { input: [40, 40, 3] }];
const [batches, batchSize] = [7, 6];
/** Frames after which the adaptive picture is as coarse or fine as it will be. */
const framesToSettle = 30;

/** Counts every draw call of a context from now on. */
function countDraws(gl: WebGL2RenderingContext): { draws: number } {
  const counter = { draws: 0 };
  const counted = <Call extends unknown[]>(draw: (...call: Call) => void) => {
    return (...call: Call) => {
      counter.draws += 1;
      draw.apply(gl, call);
    };
  };
  gl.drawArrays = counted(gl.drawArrays);
  gl.drawElements = counted(gl.drawElements);
  gl.drawArraysInstanced = counted(gl.drawArraysInstanced);
  gl.drawElementsInstanced = counted(gl.drawElementsInstanced);
  return counter;
}

/** One figure whose every run is the next frame of the animation, finished when one pixel of it has been read. */
function figure(
  spec: ConvSpec,
  adaptive: boolean,
  gl: WebGL2RenderingContext,
  counter: { draws: number },
): SceneContestant {
  const example = smallIntegers(spec);
  const { input, output } = example.view.stage;
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  const view = new SceneView(canvas, { theme: paperTheme, adaptive });
  view.resize(800, 500, 1);
  const pixel = new Uint8Array(4);
  // An eighth of a term a frame; the middle of the output has no padding and every neighbour.
  let step = Math.floor(sizeOf(output) / 2) * termsPerOutput(example.view.stage);
  const contestant: SceneContestant = {
    name: `${sizeOf(input)} input cells, ${adaptive ? 'in motion' : 'finest'}`,
    drawCalls: 0,
    run() {
      step += 1 / 8;
      view.show(example.at(step));
      // The scheduler would draw it once more.
      cancelDraw(view);
      const before = counter.draws;
      view.draw(performance.now());
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
      contestant.drawCalls = counter.draws - before;
    },
  };
  return contestant;
}

export async function sceneBench(): Promise<SceneResult[]> {
  const { gl } = acquireGpu(sceneBench)!;
  const counter = countDraws(gl);
  const results: SceneResult[] = [];
  for (const adaptive of [false, true]) {
    const figures = specs.map((spec) => figure(spec, adaptive, gl, counter));
    for (const { run } of figures) {
      for (let frame = 0; adaptive && frame < framesToSettle; frame++) run();
    }
    const timed = await inTurns(figures, { batches, batchSize });
    results.push(...timed.map((result, place) => ({ ...result, drawCalls: figures[place].drawCalls })));
  }
  return results;
}
