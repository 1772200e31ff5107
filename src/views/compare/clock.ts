/**
 * The clock that compared layers share. One tick is one place of the last output: all channels of one row and column,
 * whatever a layer does there. Layers with fewer places, and earlier stages, go along in proportion.
 */
import type { Index4, Plan, Stage } from '../../math/types.js';

/** Rows times columns of an output, for every image of the batch. */
export function placesOf({ output: [images, rows, columns] }: Stage): number {
  return images * rows * columns;
}

/** Ticks of the layers together: places of the one that has the most. */
export function ticksOf(plans: readonly Plan[]): number {
  return Math.max(0, ...plans.map(({ stages }) => (stages.length === 0 ? 0 : placesOf(stages.at(-1)!))));
}

/** Where the clock stands. */
export interface Tick {
  /** 0 before anything, else places done; a fraction is the work at the place in hand. */
  readonly at: number;
  readonly of: number;
}

/** The tick in hand, 1 … of, and how much of it is done; null before the first. */
export function tickInHand({ at, of }: Tick): { readonly tick: number; readonly progress: number } | null {
  if (at <= 0 || of === 0) return null;
  const tick = Math.min(Math.ceil(at), of);
  return { tick, progress: Math.min(at - (tick - 1), 1) };
}

/** Places of a stage that are done after whole ticks. */
export function placesAfter(stage: Stage, tick: number, ticks: number): number {
  return ticks === 0 ? 0 : Math.ceil((tick * placesOf(stage)) / ticks);
}

/** The place of a stage in the tick in hand, channel 0; null before the first tick. */
export function placeAt(stage: Stage, clock: Tick): Index4 | null {
  const hand = tickInHand(clock);
  if (!hand) return null;
  const place = placesAfter(stage, hand.tick, clock.of) - 1;
  const [, rows, columns] = stage.output;
  return [Math.floor(place / (rows * columns)), Math.floor(place / columns) % rows, place % columns, 0];
}

/** Ticks from a place to the one below it, for the layer that has the most places. */
export function ticksInRow(plans: readonly Plan[]): number {
  const most = ticksOf(plans);
  const leader = plans.find(({ stages }) => stages.length > 0 && placesOf(stages.at(-1)!) === most);
  return leader ? leader.stages.at(-1)!.output[2] : 1;
}

/** Milliseconds of the first ticks at speed 1, of the others, and the most that all others take together. */
const slow = [2400, 1200] as const;
const brisk = 600;
const mostRest = 24_000;

/** Where playing for a time leads. */
export function advanceTick({ at, of }: Tick, milliseconds: number): number {
  let [here, left] = [at, milliseconds];
  while (left > 0 && here < of) {
    const tick = Math.floor(here + 1e-9);
    const duration = slow[tick] ?? Math.min(brisk, mostRest / of);
    const needed = (tick + 1 - here) * duration;
    if (needed > left) return Math.min(here + left / duration, of);
    left -= needed;
    here = tick + 1;
  }
  return Math.min(here, of);
}
