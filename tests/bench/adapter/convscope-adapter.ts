/** Our engine for this and other harnesses: `npm run bench -- --bundle FILE` makes one module of it. */
import { createEngine } from '../../../src/engine/engine.js';
import type { ComputePath, Engine } from '../../../src/engine/types.js';
import { plan, type ConvSpec, type Plan } from '../../../src/math/index.js';
import type { Adapter, Case, Session } from './adapter.js';

export interface ConvscopeOptions {
  /** Default 'fast'. */
  readonly path?: ComputePath;
}

export async function createAdapter({ path = 'fast' }: ConvscopeOptions = {}): Promise<Adapter> {
  const engine = await createEngine();
  return {
    name: 'convscope',
    prepare: (layer, x, w) => prepare(engine, layer, x, w, path),
    dispose: () => engine.dispose(),
  };
}

/** @throws {Error} where the engine computes by another path than the one that is to be measured */
async function prepare(
  engine: Engine,
  layer: Case,
  x: Float32Array,
  w: Float32Array,
  path: ComputePath,
): Promise<Session> {
  const planned = planOf(layer);
  const { input: shape, weightShape } = planned.stages[0];
  const tensors = { input: { shape, data: x }, weights: { shape: weightShape, data: w } };
  const loaded = await engine.load(planned, tensors, { path });
  if (loaded.path !== path)
    throw new Error(`${layer.id}: ${engine.fallbackReason}, ${String(engine.fallbackCause)}`);
  return {
    step: () => loaded.step(),
    sync: () => loaded.finished(),
    async roundtrip(data) {
      loaded.setInput({ shape, data });
      await loaded.step();
      return (await loaded.read()).data;
    },
    dispose: () => loaded.dispose(),
  };
}

/** @throws {Error} where our shape is not the case's */
function planOf(layer: Case): Plan {
  const spec: ConvSpec = {
    op: layer.op === 'tr' ? 'transposed' : 'conv',
    input: [layer.H, layer.W, layer.C],
    filters: layer.OC,
    kernel: [layer.KH, layer.KW],
    stride: layer.s,
    dilation: layer.d,
    padding: layer.pad,
    groups: layer.op === 'dw' ? layer.C : (layer.groups ?? 1),
  };
  const planned = plan(spec);
  const [, height, width, channels] = planned.stages[0]?.output ?? [];
  if (height !== layer.OH || width !== layer.OW || channels !== layer.OC) {
    throw new Error(`${layer.id}: ${planned.problems[0]?.message ?? 'another output size'}`);
  }
  return planned;
}
