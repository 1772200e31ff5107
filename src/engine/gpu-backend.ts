import { stageTensorsOf } from '../math/check-tensors.js';
import { termsPerOutput } from '../math/incidence.js';
import type { TermValue } from '../math/reference.js';
import { offsetOf, sizeOf } from '../math/tensor.js';
import type { Index4, Stage, Tensor } from '../math/types.js';
import type { Backend, Job } from './backend.js';
import type { Device, GpuTensor } from './device.js';
import { drawSlices } from './draw-slices.js';
import { ExactRun } from './exact-run.js';
import { bindTablePass, bindTermsPass, tableColumns, type Pass } from './passes.js';
import { termsFrom } from './term-texels.js';
import { texelsFor, valuesPerTexel } from './texture-layout.js';
import { download, upload } from './transfer.js';
import type { TermTable, TextureTensor } from './types.js';

/** The exact path: fragment shaders that sum one scalar accumulator an output, in the order of the sum. */
export class GpuBackend implements Backend {
  private readonly device: Device;

  constructor(device: Device) {
    this.device = device;
  }

  get maxTextureSize(): number {
    return this.device.capabilities.maxTextureSize;
  }

  get liveTextures(): number {
    return this.device.pool.live;
  }

  async run(job: Job, { upTo, lastOnly }: { upTo: number; lastOnly: boolean }): Promise<Tensor[]> {
    const { stages } = job.plan;
    return borrowing(new ExactRun(this.device, job), async (run) => {
      await run.step(job, upTo);
      const results: Tensor[] = [];
      for (const { index } of lastOnly ? stages.slice(-1) : stages) results.push(await run.read(index, job));
      return results;
    });
  }

  async runAndKeep(job: Job, upTo: number): Promise<TextureTensor> {
    return borrowing(new ExactRun(this.device, job), async (run) => {
      await run.step(job, upTo);
      job.checkpoint();
      return run.handOver();
    });
  }

  async terms(job: Job, stageIndex: number, index: Index4): Promise<TermValue[]> {
    const stage = job.plan.stages[stageIndex];
    const perCell = termsPerOutput(stage);
    const texels = await this.reading(job, stage, perCell, async (read) => {
      const pass = { ...read, cell: offsetOf(stage.output, index) };
      // Each texel sums from the first term up to its own.
      await drawSlices(this.device, job, read.target, (perCell + 1) / 2, () =>
        bindTermsPass(this.device, pass),
      );
      return download(this.device, read.target, perCell * valuesPerTexel, job);
    });
    return termsFrom(texels, stage, stageTensorsOf(job.plan, job.tensors)[stageIndex].weights, index);
  }

  async termTable(job: Job, stageIndex: number): Promise<TermTable> {
    const stage = job.plan.stages[stageIndex];
    const [cells, terms] = [sizeOf(stage.output), termsPerOutput(stage)];
    return this.reading(job, stage, texelsFor(cells * terms), async (read) => {
      const table = { cells, terms, product: none, runningSum: none, channelSum: none };
      for (const column of tableColumns) {
        await drawSlices(this.device, job, read.target, termsPerTableTexel(stage, column), () =>
          bindTablePass(this.device, { ...read, column }),
        );
        table[column] = await download(this.device, read.target, cells * terms, job);
      }
      return table;
    });
  }

  dispose(): void {
    this.device.dispose();
  }

  /** What a stage reads, computed and on the GPU, and a target of so many texels; all given back after `work`. */
  private async reading<Result>(
    job: Job,
    stage: Stage,
    targetTexels: number,
    work: (pass: Pass) => Promise<Result>,
  ): Promise<Result> {
    const { device } = this;
    return borrowing(new ExactRun(device, job, stage.index), async (before) => {
      await before.step(job);
      const { weights } = stageTensorsOf(job.plan, job.tensors)[stage.index];
      const own: GpuTensor[] = [];
      try {
        const pass = device.enter(() => {
          own.push(upload(device, weights.data));
          own.push(device.take(targetTexels));
          return { stage, input: before.inputOf(stage.from[0]), weights: own[0], target: own[1] };
        });
        return await work(pass);
      } finally {
        for (const tensor of own) device.give(tensor);
      }
    });
  }
}

/** Gives back all that a run holds, also when `work` fails. */
async function borrowing<Result>(run: ExactRun, work: (run: ExactRun) => Promise<Result>): Promise<Result> {
  try {
    return await work(run);
  } finally {
    run.dispose();
  }
}

const none: Float32Array = new Float32Array();

/** Terms that a texel of a table walks through, on the average: the sum's prefix, or from the start of its channel. */
function termsPerTableTexel(stage: Stage, column: (typeof tableColumns)[number]): number {
  if (column === 'runningSum') return (termsPerOutput(stage) + valuesPerTexel) / 2;
  return (stage.kernel[0] * stage.kernel[1] + valuesPerTexel) / 2;
}
