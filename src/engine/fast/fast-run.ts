import { stageTensorsOf } from '../../math/check-tensors.js';
import { sizeOf } from '../../math/tensor.js';
import type { PlanTensors, Tensor } from '../../math/types.js';
import type { Job, LoadedRun } from '../backend.js';
import type { Device } from '../device.js';
import { textureHandle } from '../texture-handle.js';
import { download, finished, upload } from '../transfer.js';
import type { TextureTensor } from '../types.js';
import { DrawTimer } from './draw-timer.js';
import { drawKernel, takeFilters, type Filters } from './draw-kernel.js';
import type { Kernel, Recipe } from './kernels.js';
import type { Pace } from './pace.js';
import { giveFast, pack, takeFast, unpack, type FastTensor } from './tensors.js';
import type { Entry, RecipeBook } from './recipe-book.js';

/** What runs of one device share. */
export interface FastDevice {
  readonly device: Device;
  readonly book: RecipeBook;
  readonly pace: Pace;
}

/** A stage on the GPU. */
interface LoadedStage {
  readonly kernel: Kernel;
  readonly filters: Filters;
  readonly read: FastTensor;
  readonly written: FastTensor;
}

/** A plan on the GPU in the fast layout, laid out anew when a better recipe is ready. */
export class FastRun implements LoadedRun {
  private readonly fast: FastDevice;
  private readonly entry: Entry;
  private readonly tensors: PlanTensors;
  private readonly isLoaded: boolean;
  private values: Float32Array;
  private recipe: Recipe | null = null;
  private input: FastTensor | null = null;
  private stages: LoadedStage[] = [];

  /** @param isLoaded it will be evaluated again and again */
  constructor(fast: FastDevice, entry: Entry, tensors: PlanTensors, isLoaded: boolean) {
    this.fast = fast;
    this.entry = entry;
    this.isLoaded = isLoaded;
    this.tensors = tensors;
    this.values = tensors.input.data;
  }

  setInput(values: Float32Array): void {
    this.values = values;
    const { input } = this;
    if (input) this.fast.device.enter(() => this.packInput(input));
  }

  step(job: Job): Promise<void> {
    return this.evaluate(job, (draw) => draw());
  }

  async timedStep(job: Job): Promise<number | null> {
    const timer = new DrawTimer(this.fast.device);
    await this.evaluate(job, timer.around);
    return timer.total(job);
  }

  private async evaluate(job: Job, around: (draw: () => void) => void): Promise<void> {
    const { device, pace } = this.fast;
    device.enter(() => this.follow(this.fast.book.recipeFor(this.entry, this.isLoaded)));
    pace.begin();
    for (const stage of this.stages) {
      await pace.draw(stage.kernel, job, (region) => around(() => drawKernel(device, stage, region)));
    }
  }

  async finished(job: Job): Promise<void> {
    await this.fast.pace.finished(this.stages[this.stages.length - 1]?.written, job);
  }

  async read(stage: number, job: Job): Promise<Tensor> {
    const { device } = this.fast;
    const { layout } = this.stages[stage].written;
    // Whether the next program is compiled is answered after the first draw of this one.
    if (device.isStarting) await finished(device, job);
    const flat = device.enter(() => unpack(device, this.stages[stage].written));
    try {
      return { shape: layout.shape, data: await download(device, flat, sizeOf(layout.shape), job) };
    } finally {
      device.give(flat);
    }
  }

  keep(): TextureTensor {
    const { device } = this.fast;
    const last = this.stages[this.stages.length - 1].written;
    return textureHandle(
      device,
      last.layout.shape,
      device.enter(() => unpack(device, last)),
    );
  }

  dispose(): void {
    const { device } = this.fast;
    if (!device.lost) device.enter(() => this.release());
  }

  /** Takes over a recipe: every tensor in its layout. */
  private follow(recipe: Recipe): void {
    if (recipe === this.recipe) return;
    const { device } = this.fast;
    this.release();
    this.recipe = recipe;
    this.input = takeFast(device, recipe.input);
    const given = stageTensorsOf(this.entry.plan, this.tensors);
    for (const kernel of recipe.kernels) {
      const { from, index } = kernel.stage;
      const read = from[0] < 0 ? this.input : this.stages[from[0]].written;
      const filters = takeFilters(device, kernel, given[index]);
      this.stages.push({ kernel, filters, read, written: takeFast(device, kernel.written) });
    }
    this.packInput(this.input);
  }

  private packInput(input: FastTensor): void {
    const { device } = this.fast;
    const flat = upload(device, this.values);
    pack(device, flat, input);
    device.give(flat);
  }

  private release(): void {
    const { device } = this.fast;
    if (this.input) giveFast(device, this.input);
    for (const { filters, written } of this.stages) {
      filters.give();
      giveFast(device, written);
    }
    this.input = null;
    this.recipe = null;
    this.stages = [];
  }
}
