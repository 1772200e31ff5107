/** Where the time of a layer went, as far as this device's own measures can tell. */
import { counted } from './counted.js';
import { processorOf, type Ceilings, type Report } from './types.js';

/**
 * What took the largest part of the time: asking at all, arithmetic at the device's peak, memory at its peak, or none of them, which
 * is the distance to the ceilings: edges, places left idle, a program that does not fit the shape.
 */
export type Bound = 'launch' | 'compute' | 'memory' | 'rest';

/** Milliseconds; the parts add up to the time. */
export interface Diagnosis {
  readonly time: number;
  /** What a layer of one multiply-add takes, for each stage. */
  readonly launch: number;
  /** What arithmetic or memory, whichever is slower, would take at its ceiling. */
  readonly work: number;
  readonly rest: number;
  /** Which of the two ceilings is the nearer one. */
  readonly ceiling: 'compute' | 'memory';
  readonly bound: Bound;
  /** Of the nearer ceiling, 0 … 1; more where the ceiling was measured too low. */
  readonly share: number;
}

export interface Rates {
  /** A second. */
  readonly multiplyAdds: number;
  readonly bytes: number;
}

/** Of a layer in a way, by its median; null where it was not measured. */
export function ratesAt(report: Report, layer: number, way: number): Rates | null {
  const spread = report.spreads[layer]?.[way];
  if (!spread) return null;
  const { multiplyAdds, bytes } = counted(report.set.layers[layer].plan);
  const perSecond = 1000 / spread.median;
  return { multiplyAdds: multiplyAdds * perSecond, bytes: bytes * perSecond };
}

/** Null where the layer, the device's ceilings or the price of asking were not measured. */
export function diagnosisAt(report: Report, layer: number, way: number): Diagnosis | null {
  const spread = report.spreads[layer]?.[way];
  const ceilings = report.ceilings[processorOf(report.ways[way])];
  const asking = report.launch[way];
  if (!spread || !ceilings || asking === null) return null;
  const time = spread.median;
  const { multiplyAdds, bytes, stages } = counted(report.set.layers[layer].plan);
  const { floor, ceiling } = floorOf(multiplyAdds, bytes, ceilings);
  const launch = Math.min(asking * stages, time);
  const work = Math.min(floor, time - launch);
  const rest = time - launch - work;
  const bound = boundOf([
    [ceiling, work],
    ['launch', launch],
    ['rest', rest],
  ]);
  return { time, launch, work, rest, ceiling, bound, share: floor / time };
}

/** No program reaches a ceiling whole: a cause that explains so much of the time is taken for what binds. */
const enough = 0.4;

/** The cause that explains most, or the rest where none explains much. @param parts milliseconds; the rest is the last */
export function boundOf<Part extends string>(parts: readonly (readonly [Part, number])[]): Part {
  const total = parts.reduce((sum, [, time]) => sum + time, 0);
  const [rest] = parts[parts.length - 1];
  const [cause, time] = parts.slice(0, -1).reduce((largest, each) => (each[1] > largest[1] ? each : largest));
  return time >= enough * total ? cause : rest;
}

/** Milliseconds at the nearer ceiling. */
function floorOf(
  multiplyAdds: number,
  bytes: number,
  ceilings: Ceilings,
): { readonly floor: number; readonly ceiling: 'compute' | 'memory' } {
  const arithmetic = (1000 * multiplyAdds) / ceilings.multiplyAdds;
  const memory = (1000 * bytes) / ceilings.bytes;
  return arithmetic >= memory
    ? { floor: arithmetic, ceiling: 'compute' }
    : { floor: memory, ceiling: 'memory' };
}
