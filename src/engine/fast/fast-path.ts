/** The fast path of a device, loaded when it is first asked for. */

import { CompileAhead } from '../../gpu/compile-ahead.js';
import { page } from '../../gpu/page.js';
import type { Tensor } from '../../math/types.js';
import type { Job, LoadedRun } from '../backend.js';
import type { Device } from '../device.js';
import { assertBytes } from '../plan-size.js';
import { agreesInTrials, integerTrial } from '../self-test.js';
import type { TextureTensor } from '../types.js';
import { FastRun, type FastDevice } from './fast-run.js';
import type { Tuning } from './kernels.js';
import { Pace } from './pace.js';
import { tune } from './probe.js';
import { RecipeBook, type Choice } from './recipe-book.js';
import { recipeBytes } from './recipe-size.js';

/**
 * Fragment shaders that make many neighbouring outputs at once from texels of four values. Held to the bound of rounding
 * in any order of summation, not to the reference's bits.
 */
export class FastPath {
  private readonly shared: FastDevice;

  /** @param choice other than 'both' for tests and comparisons only */
  constructor(device: Device, tuning: Tuning, choice: Choice = 'both') {
    const compiler = new CompileAhead(device.gl, device.programs);
    this.shared = { device, book: new RecipeBook(compiler, tuning, choice), pace: new Pace(device) };
  }

  async run(job: Job, { lastOnly }: { lastOnly: boolean }): Promise<Tensor[]> {
    const { stages } = job.plan;
    return this.running(job, async (run) => {
      const results: Tensor[] = [];
      for (const { index } of lastOnly ? stages.slice(-1) : stages) results.push(await run.read(index, job));
      return results;
    });
  }

  runAndKeep(job: Job): Promise<TextureTensor | Tensor> {
    return this.running(job, (run) => Promise.resolve(run.keep()));
  }

  /** @throws EngineError 'too-large', before anything is allocated */
  load(job: Job): LoadedRun {
    return this.begin(job, true);
  }

  private begin({ plan, tensors }: Job, isLoaded: boolean): LoadedRun {
    const entry = this.shared.book.entryOf(plan);
    assertBytes(recipeBytes(entry.anyShape), page().ledger.budget);
    return new FastRun(this.shared, entry, tensors, isLoaded);
  }

  private async running<Result>(job: Job, work: (run: LoadedRun) => Promise<Result>): Promise<Result> {
    const run = this.begin(job, false);
    try {
      await run.step(job);
      return await work(run);
    } finally {
      run.dispose();
    }
  }
}

/** The fast path of a device, or null where it fails its self-test. */
export async function makeFastPath(device: Device): Promise<FastPath | null> {
  const fast = new FastPath(device, tune(device));
  // Channels that each read one have programs of their own.
  const depthwise = integerTrial({ input: [6, 6, 5], filters: 5, groups: 5, padding: 'same' });
  const agrees = await agreesInTrials((job) => fast.run(job, { lastOnly: true }), [depthwise]);
  return agrees ? fast : null;
}
