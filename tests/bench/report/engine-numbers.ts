/** From samples of the engines to ratios. */
import type { Case } from '../adapter/adapter.js';
import { cases } from '../engine/cases.js';
import type { Measured } from '../engine/measure.js';
import { noisy } from '../run/machine.js';
import { milliseconds } from './numbers.js';
import type { EngineCase, EngineSection, Watched } from './results.js';
import { rooflineOf, smallestForRoofline } from './roofline.js';
import { geometricMean, median, minimum } from './statistics.js';

export const ours = 'convscope';
/** What all others are compared with. */
export const base = 'tfjs-webgl';
export const others = ['tfjs-wasm', 'onnx-wasm', 'javascript'] as const;

/** How many times faster than the base; NaN where one of the two has no number. */
export interface Speed {
  readonly steady: number;
  /** Of the fastest samples instead of the medians. */
  readonly steadyOfMinima: number;
  readonly latency: number;
  readonly roundTrip: number;
  readonly first: number;
}

export interface EngineRow {
  readonly layer: Case;
  readonly disturbed: boolean;
  speed(engine: string): Speed;
  /** Reached in the fastest steady sample, of what this machine's shaders could; NaN for small layers. */
  shareOfCeiling(engine: string): number;
  error(engine: string): number | null;
  failure(engine: string): string | undefined;
}

export function engineRows({ cases: measured, ceilings }: EngineSection): EngineRow[] {
  return measured.map(({ result: { id, engines }, foreignLoad }) => {
    const layer = cases.find((each) => each.id === id)!;
    const named = (engine: string) => engines.find((each) => each.engine === engine);
    return {
      layer,
      disturbed: foreignLoad > noisy,
      speed: (engine) => speedOf(named(engine), named(base)),
      shareOfCeiling(engine) {
        if (!ceilings || layer.madds < smallestForRoofline) return NaN;
        const rate = layer.madds / (minimum(named(engine)?.steady ?? []) / 1000);
        return rate / rooflineOf(layer, ceilings);
      },
      error: (engine) => named(engine)?.error ?? null,
      failure: (engine) => named(engine)?.failure,
    };
  });
}

function speedOf(own: Measured | undefined, compared: Measured | undefined): Speed {
  const of = (
    samples: (measured: Measured) => readonly number[],
    pick: (values: readonly number[]) => number = median,
  ) => (own && compared ? pick(samples(compared)) / pick(samples(own)) : NaN);
  const first = (measured: Measured) => (measured.first === null ? [] : [measured.first]);
  return {
    steady: of(({ steady }) => steady),
    steadyOfMinima: of(({ steady }) => steady, minimum),
    latency: of(({ latency }) => latency),
    roundTrip: of(({ roundTrip }) => roundTrip),
    first: of(first),
  };
}

export function meanSpeed(rows: readonly EngineRow[], engine: string, column: keyof Speed): number {
  return geometricMean(rows.map((row) => row.speed(engine)[column]));
}

/** In how many rows one engine was faster than another in the steady state, and by how much at most. */
export function faster(
  rows: readonly EngineRow[],
  one: string,
  other: string,
): { readonly count: number; readonly most: number } {
  const ratios = rows
    .map((row) => row.speed(one).steady / row.speed(other).steady)
    .filter((ratio) => ratio > 1);
  return { count: ratios.length, most: ratios.length > 0 ? Math.max(...ratios) : NaN };
}

/** What a layer is, in one line: conv 3×3 s2, 224×224×3 → 32. */
export function describeLayer({ op, KH, KW, s, d, H, W, C, OC, groups = 1 }: Case): string {
  const names = { conv: 'conv', dw: 'depthwise', tr: 'transposed' };
  const extras = [s > 1 && `s${s}`, d > 1 && `d${d}`, groups > 1 && `g${groups}`].filter(Boolean);
  return [names[op], `${KH}×${KW}`, ...extras].join(' ') + `, ${H}×${W}×${C} → ${OC}`;
}

/** One case as a line for the terminal, in milliseconds. */
export function describeCase({ result: { id, engines }, foreignLoad }: Watched<EngineCase>): string {
  const parts = engines.map(({ engine, steady, failure }) => {
    return `${engine} ${failure ? failure.split('\n')[0] : milliseconds(median(steady))}`;
  });
  return `  ${id.padEnd(14)}${parts.join('   ')}${foreignLoad > noisy ? '   noisy' : ''}`;
}
