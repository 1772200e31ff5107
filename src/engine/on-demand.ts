/** What an engine fetches when it is first asked for it: the fast path, and plans that stay loaded. */

import type { Tensor } from '../math/types.js';
import type { Job, LoadedRun } from './backend.js';
import { CpuRun } from './cpu-run.js';
import { makeFastPath, type FastPath } from './fast/fast-path.js';
import type { Ladder } from './ladder.js';
import { LoadedExactRun } from './loaded-exact-run.js';
import { LadderPlan, type LoadedPlanOptions } from './loaded-plan.js';
import type { ComputePath, LoadedPlan, TextureTensor } from './types.js';

/** One evaluation by the fast path; null where the exact path has to take its place. */
export async function runFast(
  ladder: Ladder,
  job: Job,
  { all, keep }: { all: boolean; keep: boolean },
): Promise<Tensor | Tensor[] | TextureTensor | null> {
  const fast = await fastPathOf(ladder);
  job.checkpoint();
  if (!fast || keep) return fast && fast.runAndKeep(job);
  const outputs = await fast.run(job, { lastOnly: !all });
  return all ? outputs : outputs[0];
}

export async function loadPlan(
  ladder: Ladder,
  path: ComputePath,
  options: Omit<LoadedPlanOptions, 'start'>,
): Promise<LoadedPlan> {
  const loaded = new LadderPlan({ ...options, start: (job) => startRun(ladder, path, job) });
  options.loaded.add(loaded);
  try {
    await loaded.prepare();
    return loaded;
  } catch (error) {
    loaded.dispose();
    throw error;
  }
}

/** A run by the path that is asked for, or by the next one below that can be had at this moment. */
async function startRun(ladder: Ladder, asked: ComputePath, job: Job) {
  await ladder.whenReady();
  const { device } = ladder;
  const fast = asked === 'fast' ? await fastPathOf(ladder) : null;
  job.checkpoint();
  const started = (path: ComputePath, run: LoadedRun, isStanding: () => boolean) => ({
    path,
    run,
    isStanding,
  });
  if (asked === 'cpu' || !device) return started('cpu', new CpuRun(job), () => true);
  const run = fast ? fast.load(job) : new LoadedExactRun(device, job);
  return started(fast ? 'fast' : 'exact', run, () => device === ladder.device && !device.lost);
}

/**
 * The ladder's fast path, or null where it cannot be had or trusted.
 * @throws GpuLostError
 */
async function fastPathOf(ladder: Ladder): Promise<FastPath | null> {
  const { device } = ladder;
  if (!device || !ladder.allowsFast) return null;
  let cause: unknown = null;
  ladder.fast ??= makeFastPath(device);
  const fast = await ladder.fast.catch((error: unknown) => {
    if (device.lost) throw error;
    cause = error;
    return null;
  });
  if (!fast && ladder.allowsFast && device === ladder.device) {
    ladder.dropFast('fast-inexact', cause);
    ladder.tell();
  }
  return fast;
}
