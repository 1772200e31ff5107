/** The page's engine as a bench. */
import { planBytes } from '../engine/plan-size.js';
import type { ComputePath, Engine, LoadedPlan } from '../engine/types.js';
import { sizeOf } from '../math/tensor.js';
import type { MultiStageTensors, Plan, Tensor } from '../math/types.js';
import type { Bench, Subject } from './bench.js';
import { browserPage } from './page.js';
import { javascriptCeilings } from './probes.js';
import type { Ceilings, Way } from './types.js';

const pathOf: Readonly<Record<Way, ComputePath>> = { fast: 'fast', exact: 'exact', javascript: 'cpu' };
const wayOf: Readonly<Record<ComputePath, Way>> = { fast: 'fast', exact: 'exact', cpu: 'javascript' };

/** Of the engine's budget, for layers that stand ready together: some layouts take more than the plain tensors, and a page has figures. */
const shareOfBudget = 0.4;

/** @param ceilings measures the GPU's; handed in, because it is fetched only when it is needed */
export function engineBench(
  engine: Engine,
  ceilings: (engine: Engine, signal: AbortSignal) => Promise<Ceilings | null>,
): Bench {
  return {
    budget: shareOfBudget * engine.limits.byteBudget,
    bytesOf: planBytes,
    async load(way, plan) {
      const loaded = await engine.load(plan, someTensors(plan), { path: pathOf[way] });
      if (wayOf[loaded.path] === way) return subject(loaded);
      loaded.dispose();
      return null;
    },
    async ceilings(processors, signal) {
      const usesGpu = processors.includes('gpu') && engine.backend !== 'cpu';
      return {
        javascript: javascriptCeilings(browserPage),
        gpu: usesGpu ? await ceilings(engine, signal) : null,
      };
    },
    whenReady: () => engine.whenReady(),
  };
}

function subject(loaded: LoadedPlan): Subject {
  return {
    get way() {
      return wayOf[loaded.path];
    },
    step: (options) => loaded.step(options),
    finished: () => loaded.finished(),
    dispose: () => loaded.dispose(),
  };
}

/** What the numbers are changes no time; small ones of both signs, none of them 0, so that nothing overflows or becomes denormal. */
export function someTensors(plan: Plan): MultiStageTensors {
  return {
    input: some(plan.stages[0].input),
    stages: plan.stages.map(({ weightShape, bias, filters }) => ({
      weights: some(weightShape),
      ...(bias ? { bias: some([filters]) } : {}),
    })),
  };
}

function some(shape: readonly number[]): Tensor {
  const data = Float32Array.from({ length: sizeOf(shape) }, (_, place) => ((place * 7) % 13) / 8 - 0.8125);
  return { shape, data };
}
