/** Times small runs beside an empty draw with a read-back, in the same context and in turns. Opened by scripts/bench.mjs. */

import { createEngine } from '../../src/engine/engine.js';
import { acquireGpu } from '../../src/gpu/context.js';
import { resetToKnownState } from '../../src/gpu/known-state.js';
import { ProgramCache } from '../../src/gpu/program.js';
import { plan, type ConvSpec, type Stage } from '../../src/math/index.js';
import { randomFloats, tensorsFor } from '../fixtures/random-spec.js';

interface Contestant {
  readonly name: string;
  run(): unknown;
}

/** Milliseconds a call. */
export interface BenchResult {
  readonly name: string;
  readonly median: number;
  /** To the median of the first contestant. */
  readonly ratio: number;
}

const batchSize = 50;
const batches = 21;

/** The floor: one triangle that writes a constant to an integer target, read back at once. */
function emptyDraw(gl: WebGL2RenderingContext, width: number, height: number): Contestant {
  const { program } = new ProgramCache(gl).get({
    name: 'empty',
    vertex:
      '#version 300 es\nvoid main() { gl_Position = vec4(gl_VertexID * 4 - 1, gl_VertexID / 2 * 4 - 1, 0, 1); }',
    fragment: '#version 300 es\nprecision highp int;\nout uint bits;\nvoid main() { bits = 1u; }',
  });
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R32UI, width, height);
  const framebuffer = gl.createFramebuffer();
  const client = { name: 'bench', takeOver: () => resetToKnownState(gl, null) };
  const pixels = new Uint32Array(width * height * 4);
  const gpu = acquireGpu(client)!;
  const draw = () => {
    gl.useProgram(program);
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    gl.viewport(0, 0, width, height);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    gl.readPixels(0, 0, width, height, gl.RGBA_INTEGER, gl.UNSIGNED_INT, pixels);
  };
  return { name: 'empty draw + read-back', run: () => gpu.enter(client, draw) };
}

async function contestants(): Promise<Contestant[]> {
  const spec: ConvSpec = { input: [10, 10, 3], filters: 8 };
  const planned = plan(spec);
  const stage: Stage = planned.stages[0];
  const tensors = tensorsFor(stage, 1, randomFloats);
  const exact = await createEngine();
  const cpu = await createEngine({ prefer: 'cpu' });
  const size = `10×10×3 → ${stage.output.slice(1).join('×')}`;
  const { gl } = acquireGpu(exact)!;
  return [
    emptyDraw(gl, 32, 16),
    { name: `${exact.backend} run, ${size}`, run: () => exact.run(planned, tensors) },
    {
      name: `${exact.backend} terms of one cell`,
      run: () => exact.terms(planned, tensors, { index: [0, 0, 0, 0] }),
    },
    { name: `${exact.backend} term table`, run: () => exact.termTable(planned, tensors) },
    { name: `cpu run, ${size}`, run: () => cpu.run(planned, tensors) },
  ];
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

/** Medians of batches taken in turns, so that a noisy neighbour disturbs all alike. */
async function bench(): Promise<BenchResult[]> {
  const all = await contestants();
  const times = all.map((): number[] => []);
  for (let batch = -1; batch < batches; batch++) {
    for (const [place, contestant] of all.entries()) {
      const start = performance.now();
      for (let call = 0; call < batchSize; call++) await contestant.run();
      // The first batch warms up.
      if (batch >= 0) times[place].push((performance.now() - start) / batchSize);
    }
  }
  const medians = times.map(median);
  return all.map(({ name }, place) => ({ name, median: medians[place], ratio: medians[place] / medians[0] }));
}

declare global {
  interface Window {
    benchResults: Promise<BenchResult[]>;
  }
}
window.benchResults = bench();
