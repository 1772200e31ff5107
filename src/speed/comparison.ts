/** What the fewer multiply-adds of one side bought in time. */
import { counted } from './counted.js';
import { boundOf, diagnosisAt } from './diagnosis.js';
import type { Report, Side, Way } from './types.js';

export interface SideTotal {
  readonly layers: number;
  readonly multiplyAdds: number;
  readonly bytes: number;
  readonly stages: number;
  /** Milliseconds, the sum of the medians. */
  readonly time: number;
  /** Where it went, summed over the layers; null where the ceilings were not measured. */
  readonly parts: TimeParts | null;
}

/** Milliseconds that add up to the time. */
export interface TimeParts {
  readonly launch: number;
  readonly compute: number;
  readonly memory: number;
  readonly rest: number;
}

export interface Comparison {
  readonly base: SideTotal;
  readonly other: SideTotal;
  /** Multiply-adds of the base for one of the other. */
  readonly fewer: number;
  /** Time of the base for the other's. */
  readonly bought: number;
}

/** Null where a layer of either side was not measured in this way. */
export function comparisonOf(report: Report, way: number): Comparison | null {
  const [base, other] = [sideTotal(report, 'base', way), sideTotal(report, 'other', way)];
  if (!base || !other) return null;
  return {
    ...{ base, other },
    fewer: base.multiplyAdds / other.multiplyAdds,
    bought: base.time / other.time,
  };
}

function sideTotal(report: Report, side: Side, way: number): SideTotal | null {
  const places = report.set.layers.flatMap((layer, place) => (layer.side === side ? [place] : []));
  const spreads = places.map((place) => report.spreads[place]?.[way] ?? null);
  if (places.length === 0 || spreads.includes(null)) return null;
  const all = places.map((place) => counted(report.set.layers[place].plan));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    layers: places.length,
    multiplyAdds: sum(all.map(({ multiplyAdds }) => multiplyAdds)),
    bytes: sum(all.map(({ bytes }) => bytes)),
    stages: sum(all.map(({ stages }) => stages)),
    time: sum(spreads.map((spread) => spread?.median ?? 0)),
    parts: partsOf(report, places, way),
  };
}

function partsOf(report: Report, places: readonly number[], way: number): TimeParts | null {
  let [launch, compute, memory, rest] = [0, 0, 0, 0];
  for (const place of places) {
    const found = diagnosisAt(report, place, way);
    if (!found) return null;
    launch += found.launch;
    rest += found.rest;
    if (found.ceiling === 'compute') compute += found.work;
    else memory += found.work;
  }
  return { launch, compute, memory, rest };
}

export type TimePart = keyof TimeParts;

/**
 * What each part took beyond its share of what the count promised: together, the time beyond the promise. Less than 0 of a part that
 * became smaller than the count did; null where the ceilings were not measured.
 */
export function excessOf({ base, other, fewer }: Comparison): TimeParts | null {
  if (!base.parts || !other.parts) return null;
  const [before, after] = [base.parts, other.parts];
  const beyond = (part: TimePart): number => after[part] - before[part] / fewer;
  return {
    ...{ launch: beyond('launch'), compute: beyond('compute') },
    ...{ memory: beyond('memory'), rest: beyond('rest') },
  };
}

/**
 * The way to show first: the one that is wanted, else the first that both sides were measured in, else the first that anything was
 * measured in.
 * @param wanted null where nobody has chosen one
 */
export function shownPlace(report: Report, wanted: Way | null): number {
  const { ways, spreads } = report;
  if (wanted !== null && ways.includes(wanted)) return ways.indexOf(wanted);
  const whole = ways.findIndex((_, way) => comparisonOf(report, way) !== null);
  if (whole >= 0) return whole;
  return Math.max(
    ways.findIndex((_, way) => spreads.some((row) => row[way] !== null)),
    0,
  );
}

/** The rest is the last. */
export const timeParts = ['compute', 'memory', 'launch', 'rest'] as const satisfies readonly TimePart[];

/** What binds all layers of a side together. */
export function bindingPart(parts: TimeParts): TimePart {
  return boundOf(timeParts.map((part) => [part, parts[part]] as const));
}
