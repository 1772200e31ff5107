import { stageTensorsOf } from '../math/check-tensors.js';
import { termsPerOutput } from '../math/incidence.js';
import type { TermValue } from '../math/reference.js';
import { offsetOf, sizeOf } from '../math/tensor.js';
import type { Index4, Stage, Tensor } from '../math/types.js';
import type { Backend, Job } from './backend.js';
import type { Device, GpuTensor } from './device.js';
import { bindOutputPass, bindTablePass, bindTermsPass, tableColumns, type Pass } from './passes.js';
import { regionsOf, undividedTerms } from './slices.js';
import { termsFrom } from './term-texels.js';
import { texelsFor, valuesPerTexel } from './texture-layout.js';
import { download, finished, upload } from './transfer.js';
import type { TermTable, TextureTensor } from './types.js';

/** The exact path: fragment shaders that sum one scalar accumulator an output, in the order of the sum. */
export class GpuBackend implements Backend {
  readonly name = 'webgl2-exact';
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
    return this.borrowing(async (held) => {
      const outputs = await this.computeStages(job, stages.length, upTo, held);
      const wanted = lastOnly ? stages.slice(-1) : stages;
      const results: Tensor[] = [];
      for (const stage of wanted) {
        const { output: shape } = stage;
        const data = await download(this.device, outputs[stage.index], sizeOf(shape), job);
        results.push({ shape, data });
      }
      return results;
    });
  }

  async runAndKeep(job: Job, upTo: number): Promise<TextureTensor> {
    const last = job.plan.stages[job.plan.stages.length - 1];
    return this.borrowing(async (held) => {
      const outputs = await this.computeStages(job, last.index + 1, upTo, held);
      job.checkpoint();
      const kept = outputs[last.index];
      held.delete(kept);
      return this.handle(last, kept);
    });
  }

  async terms(job: Job, stageIndex: number, index: Index4): Promise<TermValue[]> {
    const stage = job.plan.stages[stageIndex];
    const perCell = termsPerOutput(stage);
    const texels = await this.borrowing(async (held) => {
      const read = await this.readTensors(job, stage, held);
      const target = this.device.enter(() => hold(held, this.device.take(perCell)));
      const pass = { ...read, target, cell: offsetOf(stage.output, index) };
      // Each texel sums from the first term up to its own.
      await this.drawSlices(job, target, (perCell + 1) / 2, () => bindTermsPass(this.device, pass));
      return download(this.device, target, perCell * valuesPerTexel, job);
    });
    return termsFrom(texels, stage, stageTensorsOf(job.plan, job.tensors)[stageIndex].weights, index);
  }

  async termTable(job: Job, stageIndex: number): Promise<TermTable> {
    const stage = job.plan.stages[stageIndex];
    const [cells, terms] = [sizeOf(stage.output), termsPerOutput(stage)];
    return this.borrowing(async (held) => {
      const read = await this.readTensors(job, stage, held);
      const table = { cells, terms, product: none, runningSum: none, channelSum: none };
      const target = this.device.enter(() => hold(held, this.device.take(texelsFor(cells * terms))));
      for (const column of tableColumns) {
        const perTexel = termsPerTableTexel(stage, column);
        await this.drawSlices(job, target, perTexel, () =>
          bindTablePass(this.device, { ...read, target, column }),
        );
        table[column] = await download(this.device, target, cells * terms, job);
      }
      return table;
    });
  }

  dispose(): void {
    this.device.dispose();
  }

  /** Gives back whatever `work` has put into the set, also when it fails. */
  private async borrowing<Result>(work: (held: Set<GpuTensor>) => Promise<Result>): Promise<Result> {
    const held = new Set<GpuTensor>();
    try {
      return await work(held);
    } finally {
      for (const tensor of held) this.device.give(tensor);
    }
  }

  /** The outputs of the first `count` stages, all in `held`. Only the plan's last stage is cut off at `upTo`. */
  private async computeStages(
    job: Job,
    count: number,
    upTo: number,
    held: Set<GpuTensor>,
  ): Promise<GpuTensor[]> {
    const { stages } = job.plan;
    const outputs: GpuTensor[] = [];
    for (const stage of stages.slice(0, count)) {
      const limit = stage.index === stages.length - 1 ? upTo : Infinity;
      outputs.push(await this.computeStage(job, stage, outputs, limit, held));
    }
    return outputs;
  }

  private async computeStage(
    job: Job,
    stage: Stage,
    outputs: readonly GpuTensor[],
    upTo: number,
    held: Set<GpuTensor>,
  ): Promise<GpuTensor> {
    const { device } = this;
    const pass = device.enter(() => {
      const tensors = stageTensorsOf(job.plan, job.tensors)[stage.index];
      const input = this.inputOf(job, stage, outputs, held);
      const weights = hold(held, upload(device, tensors.weights.data));
      const bias = tensors.bias && hold(held, upload(device, tensors.bias.data));
      const target = hold(held, device.take(texelsFor(sizeOf(stage.output))));
      return { stage, input, weights, bias, target, upTo };
    });
    const termsPerTexel = valuesPerTexel * Math.max(1, Math.min(upTo, termsPerOutput(stage)));
    await this.drawSlices(job, pass.target, termsPerTexel, () => bindOutputPass(device, pass));
    return pass.target;
  }

  private inputOf(job: Job, stage: Stage, outputs: readonly GpuTensor[], held: Set<GpuTensor>): GpuTensor {
    const from = stage.from[0];
    return from < 0 ? hold(held, upload(this.device, job.tensors.input.data)) : outputs[from];
  }

  /** What a stage reads, on the GPU; stages before it are computed. */
  private async readTensors(job: Job, stage: Stage, held: Set<GpuTensor>): Promise<Omit<Pass, 'target'>> {
    const outputs = await this.computeStages(job, stage.index, Infinity, held);
    return this.device.enter(() => {
      const { weights } = stageTensorsOf(job.plan, job.tensors)[stage.index];
      const input = this.inputOf(job, stage, outputs, held);
      return { stage, input, weights: hold(held, upload(this.device, weights.data)) };
    });
  }

  /** Draws a whole target, in one go where that is short, else region by region with a pause after each. */
  private async drawSlices(
    job: Job,
    target: GpuTensor,
    termsPerTexel: number,
    bind: () => void,
  ): Promise<void> {
    const { device } = this;
    const { width, height } = target;
    const isUndivided = target.texels * termsPerTexel <= undividedTerms;
    const texels = () => (isUndivided ? width * height : device.sliceSize.terms / termsPerTexel);
    for (const region of regionsOf(width, height, texels)) {
      job.checkpoint();
      const start = performance.now();
      device.enter(() => {
        bind();
        device.draw(region);
      });
      if (region.width * region.height === width * height) return;
      await finished(device, job);
      const terms = region.width * region.height * termsPerTexel;
      device.sliceSize.measured(terms, performance.now() - start);
    }
  }

  private handle({ output }: Stage, tensor: GpuTensor): TextureTensor {
    const { device } = this;
    let isHeld = true;
    return {
      kind: 'texture',
      shape: output,
      texture: tensor.pooled.texture,
      width: tensor.width,
      height: tensor.height,
      generation: device.generation,
      dispose() {
        if (isHeld) device.give(tensor);
        isHeld = false;
      },
    };
  }
}

const none: Float32Array = new Float32Array();

/** Terms that a texel of a table walks through, on the average: the sum's prefix, or from the start of its channel. */
function termsPerTableTexel(stage: Stage, column: (typeof tableColumns)[number]): number {
  if (column === 'runningSum') return (termsPerOutput(stage) + valuesPerTexel) / 2;
  return (stage.kernel[0] * stage.kernel[1] + valuesPerTexel) / 2;
}

function hold(held: Set<GpuTensor>, tensor: GpuTensor): GpuTensor {
  held.add(tensor);
  return tensor;
}
