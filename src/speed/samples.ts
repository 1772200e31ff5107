import type { Item } from './schedule.js';
import { medianOf, spreadOf } from './statistics.js';
import type { Spread } from './types.js';

/** Milliseconds of one evaluation. */
export interface Sample {
  readonly time: number;
  /** By the GPU's own clock; null where it does not tell. */
  readonly onGpu: number | null;
}

/** The samples of a measurement. */
export class Samples {
  private readonly byItem = new Map<string, Sample[]>();

  add({ layer, way }: Pick<Item, 'layer' | 'way'>, sample: Sample): void {
    this.byItem.set(`${layer} ${way}`, [...this.of(layer, way), sample]);
  }

  /** Null where nothing was measured. */
  spread(layer: number | null, way: number): Spread | null {
    const samples = this.of(layer, way);
    return samples.length > 0 ? spreadOf(samples.map(({ time }) => time)) : null;
  }

  /** Median of the GPU's own times; null where it told none. */
  onGpu(layer: number, way: number): number | null {
    const times = this.of(layer, way).flatMap(({ onGpu }) => onGpu ?? []);
    return times.length > 0 ? medianOf(times) : null;
  }

  private of(layer: number | null, way: number): readonly Sample[] {
    return this.byItem.get(`${layer} ${way}`) ?? [];
  }
}
