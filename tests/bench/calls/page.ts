/** Small runs beside an empty draw with a read-back, in the same context. */

import { createEngine } from '../../../src/engine/engine.js';
import { acquireGpu } from '../../../src/gpu/context.js';
import { resetToKnownState } from '../../../src/gpu/known-state.js';
import { ProgramCache } from '../../../src/gpu/program.js';
import { plan, type ConvSpec, type Stage } from '../../../src/math/index.js';
import { randomFloats, tensorsFor } from '../../fixtures/random-spec.js';
import { inTurns, type Contestant, type Timed } from './in-turns.js';

export interface CallsPage {
  /** Of so many batches; the empty draw comes first. */
  measure(batches: number): Promise<Timed[]>;
}

declare global {
  interface Window {
    callsPage: CallsPage;
  }
}

const batchSize = 50;

/** The floor: one triangle that writes a constant to an integer target, read back at once. */
function emptyDraw(gl: WebGL2RenderingContext, width: number, height: number): Contestant {
  const { program } = new ProgramCache(gl).get({
    name: 'empty',
    vertex:
      '#version 300 es\nvoid main() { gl_Position = vec4((gl_VertexID & 1) * 4 - 1, (gl_VertexID >> 1) * 4 - 1, 0, 1); }',
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
  return { name: 'an empty draw with a read-back', run: () => gpu.enter(client, draw) };
}

async function contestants(): Promise<Contestant[]> {
  const spec: ConvSpec = { input: [10, 10, 3], filters: 8 };
  const planned = plan(spec);
  const stage: Stage = planned.stages[0];
  const tensors = tensorsFor(stage, 1, randomFloats);
  const exact = await createEngine();
  const cpu = await createEngine({ prefer: 'cpu' });
  const { gl } = acquireGpu(exact)!;
  return [
    emptyDraw(gl, 32, 16),
    { name: `\`run\` on ${exact.backend}`, run: () => exact.run(planned, tensors) },
    {
      name: '`terms` of one cell',
      run: () => exact.terms(planned, tensors, { index: [0, 0, 0, 0] }),
    },
    { name: '`termTable`', run: () => exact.termTable(planned, tensors) },
    { name: '`run` on the CPU', run: () => cpu.run(planned, tensors) },
  ];
}

window.callsPage = {
  measure: async (batches) => inTurns(await contestants(), { batches, batchSize }),
};
