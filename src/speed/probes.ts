/** What plain JavaScript can do here, and how fine the clock is. Each takes some milliseconds. */
import { medianOf } from './statistics.js';
import type { Ceilings } from './types.js';

export interface Clock {
  /** Milliseconds. */
  readonly now: () => number;
}

/** The smallest step in which the clock is seen to move, milliseconds. */
export function clockStep({ now }: Clock): number {
  const steps = Array.from({ length: 5 }, () => {
    const start = now();
    let end = now();
    while (end === start) end = now();
    return end - start;
  });
  return Math.min(...steps);
}

const chains = 8;

/** Multiply-adds in registers: eight chains that do not wait for each other. */
function multiplyAdds(rounds: number): number {
  let [a, b, c, d, e, f, g, h] = Array.from({ length: chains }, (_, chain) => chain);
  const [factor, addend] = [0.999, 0.001];
  for (let round = 0; round < rounds; round += 1) {
    a = a * factor + addend;
    b = b * factor + addend;
    c = c * factor + addend;
    d = d * factor + addend;
    e = e * factor + addend;
    f = f * factor + addend;
    g = g * factor + addend;
    h = h * factor + addend;
  }
  return a + b + c + d + e + f + g + h;
}

/** Larger than the caches of most processors, 16 MiB together. */
const copied = 2 ** 21;

/** Keeps sums that nobody asks for from being left out by the compiler. */
let kept = 0;

/** Milliseconds of a sum that is always the same. */
export function spin({ now }: Clock): number {
  const start = now();
  kept += multiplyAdds(2 ** 18);
  return now() - start;
}

/** The ceilings of one thread. @param sample milliseconds that each sample takes, long against the clock's steps */
export function javascriptCeilings(clock: Clock, sample: number): Ceilings {
  const arithmetic = bestRate(clock, sample, (times) => {
    kept += multiplyAdds(2 ** 14 * times);
    return chains * 2 ** 14 * times;
  });
  const [from, to] = [new Float32Array(copied).fill(1), new Float32Array(copied)];
  const memory = bestRate(clock, sample, (times) => {
    for (let time = 0; time < times; time += 1) to.set(from);
    return times * (from.byteLength + to.byteLength);
  });
  return { multiplyAdds: arithmetic, bytes: memory };
}

/** Of several tries the median, in units a second; each is long against the clock's steps. @param work gives the units done */
function bestRate({ now }: Clock, sample: number, work: (times: number) => number): number {
  let times = 1;
  const timed = (): { readonly units: number; readonly duration: number } => {
    const start = now();
    const units = work(times);
    return { units, duration: now() - start };
  };
  while (timed().duration < sample && times < 2 ** 16) times *= 2;
  const rates = Array.from({ length: 5 }, () => {
    const { units, duration } = timed();
    return (1000 * units) / duration;
  });
  return medianOf(rates);
}
