/** The page's engine as a bench. */
import { measureCeilings, type Ceilings as GpuCeilings } from '../engine/ceilings.js';
import { EngineError } from '../engine/errors.js';
import { planBytes } from '../engine/plan-size.js';
import { rendererName } from '../engine/renderer-name.js';
import type { ComputePath, Engine, LoadedPlan } from '../engine/types.js';
import { sizeOf } from '../math/tensor.js';
import type { MultiStageTensors, Plan, Tensor } from '../math/types.js';
import type { Bench, Subject } from './bench.js';
import { deviceNameOf } from './device-name.js';
import { browserPage } from './page.js';
import { clockStep, javascriptCeilings } from './probes.js';
import type { Ceilings, Way } from './types.js';

const pathOf: Readonly<Record<Way, ComputePath>> = { fast: 'fast', exact: 'exact', javascript: 'cpu' };
const wayOf: Readonly<Record<ComputePath, Way>> = { fast: 'fast', exact: 'exact', cpu: 'javascript' };

/** Of the engine's budget, for layers that stand ready together: some layouts take more than the plain tensors, and a page has figures. */
const shareOfBudget = 0.4;

/** Samples of JavaScript's ceilings: milliseconds, and steps of the clock. */
const shortestSample = 10;
const longestSample = 1000;
const stepsOfSample = 20;

export function engineBench(engine: Engine): Bench {
  const hasGpu = engine.backend !== 'cpu';
  let changes = 0;
  const unsubscribe = engine.onChange(() => {
    changes += 1;
  });
  return {
    budget: shareOfBudget * engine.limits.byteBudget,
    renderer: hasGpu ? deviceNameOf(rendererName()) : '',
    get changes() {
      return changes;
    },
    bytesOf: planBytes,
    async load(way, plan) {
      const loaded = await engine.load(plan, someTensors(plan), { path: pathOf[way] });
      if (wayOf[loaded.path] === way) return subject(loaded);
      loaded.dispose();
      return null;
    },
    async ceilings(processors, signal) {
      const sample = Math.max(stepsOfSample * clockStep(browserPage), shortestSample);
      return {
        javascript: javascriptCeilings(browserPage, Math.min(sample, longestSample)),
        gpu: processors.includes('gpu') && hasGpu ? await gpuCeilings(engine, signal) : null,
      };
    },
    whenReady: () => engine.whenReady(),
    dispose: unsubscribe,
  };
}

/** A context that was lost meanwhile gets a second chance. */
async function gpuCeilings(engine: Engine, signal: AbortSignal): Promise<Ceilings | null> {
  try {
    return ceilingsOf(await measureCeilings({ signal }));
  } catch (error) {
    if (!(error instanceof EngineError && error.code === 'context-lost')) throw error;
    await engine.whenReady();
    return engine.backend === 'cpu' ? null : ceilingsOf(await measureCeilings({ signal }));
  }
}

const bytesOfTexel = 16;

/** Memory is as fast as a copy at the device's rates of reading and writing. Null too of a clock that was too coarse to tell. */
function ceilingsOf(measured: GpuCeilings | null): Ceilings | null {
  if (!measured) return null;
  const { multiplyAdds, texelLoads, bytesWritten } = measured;
  const bytes = (2 * bytesOfTexel) / (1 / texelLoads + bytesOfTexel / bytesWritten);
  return Number.isFinite(multiplyAdds) && Number.isFinite(bytes) ? { multiplyAdds, bytes } : null;
}

function subject(loaded: LoadedPlan): Subject {
  return {
    get way() {
      return wayOf[loaded.path];
    },
    step: (options) => loaded.step(options),
    timedStep: (options) => loaded.timedStep(options),
    finished: () => loaded.finished(),
    dispose: () => loaded.dispose(),
  };
}

/** What the numbers are changes no time; small ones of both signs, none of them 0, so that nothing overflows or becomes denormal. */
function someTensors(plan: Plan): MultiStageTensors {
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
