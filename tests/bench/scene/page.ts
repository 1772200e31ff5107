/** Frames of our scene beside InstancedMesh with Lambert shading, of the same number of cells. */
import { inTurns, type Contestant } from '../calls/in-turns.js';
import type { Volume } from './cells.js';
import { empty } from './empty.js';
import { figure } from './figure.js';
import { instanced } from './instanced.js';
import type { Technique } from './technique.js';
import { volume as volumeAlone } from './volume.js';

/** One technique at one size. */
export interface SceneTimes {
  readonly technique: string;
  /** Of the input; ours also draws kernel, bench and output. */
  readonly cells: number;
  readonly volume: string;
  /** Milliseconds from the start of a frame until a pixel of it is read. */
  readonly frame: readonly number[];
  /** The part of it in which JavaScript ran, without its waits for pixels. */
  readonly script: readonly number[];
  readonly drawCalls: number;
  readonly width: number;
  readonly height: number;
}

export interface ScenePage {
  /** Of one volume: an empty picture, ours alone, in a figure in motion and in one at its finest; with the two ways of InstancedMesh if asked for. */
  measure(volume: Volume, withInstanced: boolean, batches: number): Promise<SceneTimes[]>;
}

declare global {
  interface Window {
    scenePage: ScenePage;
  }
}

const batchSize = 3;

window.scenePage = {
  async measure(volume, withInstanced, batches) {
    const techniques: Technique[] = withInstanced ? [instanced(volume, false), instanced(volume, true)] : [];
    techniques.push(empty(), volumeAlone(volume), await figure(volume, true), await figure(volume, false));
    const contestants = techniques.map(contestant);
    const timed = await inTurns(contestants, { batches, batchSize });
    const results = timed.map(({ samples }, place) => ({
      technique: techniques[place].name,
      cells: volume[0] * volume[1] * volume[2],
      volume: volume.join('×'),
      frame: samples,
      script: contestants[place].script,
      drawCalls: contestants[place].drawCalls,
      ...techniques[place].size(),
    }));
    for (const technique of techniques) technique.dispose();
    return results;
  },
};

interface SceneContestant extends Contestant {
  readonly script: number[];
  drawCalls: number;
}

function contestant(technique: Technique): SceneContestant {
  const { gl, name } = technique;
  const counter = counterOf(gl);
  const pixel = new Uint8Array(4);
  const made: SceneContestant = {
    name,
    script: [],
    drawCalls: 0,
    run() {
      const [before, begun] = [{ ...counter }, performance.now()];
      technique.frame();
      made.script.push(performance.now() - begun - (counter.waited - before.waited));
      made.drawCalls = counter.draws - before.draws;
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    },
  };
  return made;
}

interface Counter {
  draws: number;
  /** Milliseconds in which pixels were read. */
  waited: number;
}

const counters = new WeakMap<WebGL2RenderingContext, Counter>();

/** Counts every draw call of a context, and the time of every read, from the first question on. */
function counterOf(gl: WebGL2RenderingContext): Counter {
  const known = counters.get(gl);
  if (known) return known;
  const counter = { draws: 0, waited: 0 };
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
  const read = gl.readPixels.bind(gl) as (...call: unknown[]) => void;
  gl.readPixels = (...call: unknown[]) => {
    const begun = performance.now();
    read(...call);
    counter.waited += performance.now() - begun;
  };
  counters.set(gl, counter);
  return counter;
}
