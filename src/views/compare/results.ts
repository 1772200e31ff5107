import { offsetOf } from '../../math/tensor.js';
import type { StageView } from '../../timeline/types.js';
import { placeAt, type Tick } from './clock.js';

/**
 * How the layers' results at one place compare: equal bit for bit; 'close' where only the order of the sum can have
 * rounded them apart; 'incomparable' where they have different sizes.
 */
export type Verdict = 'equal' | 'close' | 'different' | 'incomparable';

/** Differences up to this share of the largest output come from rounding. */
const rounding = 1e-5;

/** All output channels of a layer's last stage at the clock's place; null before the first tick. */
export function resultsAt(stages: readonly StageView[], clock: Tick): readonly number[] | null {
  const last = stages.at(-1)!;
  const place = placeAt(last.stage, clock);
  if (!place) return null;
  const start = offsetOf(last.stage.output, place);
  return [...last.output.data.subarray(start, start + last.stage.output[3])];
}

/** Compares what the layers give at the clock's place. */
export function verdictAt(layers: readonly (readonly StageView[])[], clock: Tick): Verdict {
  const sizes = new Set(layers.map((stages) => String(stages.at(-1)!.stage.output)));
  if (sizes.size !== 1 || layers.length < 2) return 'incomparable';
  const [first, ...others] = layers.map((stages) => resultsAt(stages, clock) ?? []);
  const range = layers[0].at(-1)!.ranges.output;
  const apart = Math.max(
    0,
    ...others.map((results) => Math.max(...results.map((value, i) => Math.abs(value - first[i])))),
  );
  if (apart === 0) return 'equal';
  return apart <= rounding * range ? 'close' : 'different';
}
