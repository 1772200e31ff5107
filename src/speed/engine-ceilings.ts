/** What the engine's fast path reaches at best on this device, on layers that are made for it. */
import type { Engine } from '../engine/types.js';
import { plan as planLayer } from '../variants/plan-layer.js';
import type { LayerSpec } from '../variants/types.js';
import { counted } from './counted.js';
import { someTensors } from './engine-bench.js';
import { browserPage } from './page.js';
import type { Ceilings } from './types.js';

/** Many multiply-adds for each number: arithmetic sets the pace. */
const dense: LayerSpec = {
  variant: 'standard',
  input: [32, 32, 64],
  filters: 64,
  kernel: 3,
  padding: 'same',
};
/** One multiply-add for each number: memory sets the pace. */
const thin: LayerSpec = { variant: 'depthwise', input: [512, 512, 16], kernel: 1 };

export async function engineCeilings(engine: Engine, signal: AbortSignal): Promise<Ceilings> {
  const [first, second] = [dense, thin].map((layer) => planLayer(layer));
  const perSecond = (amount: number, milliseconds: number): number => (1000 * amount) / milliseconds;
  return {
    multiplyAdds: perSecond(counted(first).multiplyAdds, await fastest(engine, first, signal)),
    bytes: perSecond(counted(second).bytes, await fastest(engine, second, signal)),
  };
}

const shortest = 30;

/** Milliseconds of one evaluation in the best of several batches. */
async function fastest(
  engine: Engine,
  plan: ReturnType<typeof planLayer>,
  signal: AbortSignal,
): Promise<number> {
  const loaded = await engine.load(plan, someTensors(plan));
  const timed = async (times: number): Promise<number> => {
    const start = browserPage.now();
    for (let time = 0; time < times; time += 1) await loaded.step({ signal });
    await loaded.finished({ signal });
    return browserPage.now() - start;
  };
  try {
    await timed(1);
    let times = 1;
    while ((await timed(times)) < shortest && times < 4096) times *= 2;
    let best = Infinity;
    for (let batch = 0; batch < 5; batch += 1) {
      best = Math.min(best, (await timed(times)) / times);
      await browserPage.turn();
    }
    return best;
  } finally {
    loaded.dispose();
  }
}
