/** Where the two wings stand: multiply-adds to the left, times to the right, one row a layer. Pure; CSS pixels. */
import { scaleLinear } from 'd3';
import { comparisonOf } from '../../speed/comparison.js';
import { counted } from '../../speed/counted.js';
import type { Report, Side, SpeedLayer } from '../../speed/types.js';
import type { Say } from '../say.js';
import { fullNameOf, labelOf } from './names.js';
import { amountText, timeText } from './units.js';

export interface Wing {
  /** From the middle outwards. */
  readonly length: number;
  readonly text: string;
}

export interface TimeWing extends Wing {
  readonly lower: number;
  readonly upper: number;
  readonly outliers: readonly Outlier[];
}

export interface Outlier {
  readonly at: number;
  /** Is it further out than the picture reaches? It then stands at its end. */
  readonly isBeyond: boolean;
}

export interface WingRow {
  readonly layer: number;
  readonly side: Side;
  readonly label: string;
  /** A label that only tells the row from its partner. */
  readonly isMinor: boolean;
  readonly top: number;
  readonly count: Wing;
  readonly time: TimeWing | null;
  /** Length of the time that the count promises; null where there is nothing to promise by. */
  readonly promised: number | null;
  /** Length of another device's time. */
  readonly there: number | null;
  /** How far anything of the right wing reaches; its number stands beyond. */
  readonly reach: number;
  /** All of it in words. */
  readonly title: string;
}

export interface Wings {
  readonly width: number;
  readonly height: number;
  /** Where the left wing begins, and the right one; between them stand the labels. */
  readonly left: number;
  readonly right: number;
  readonly rows: readonly WingRow[];
}

export const wingHeight = 18;
const rowGap = 3;
const pairGap = 10;
const headHeight = 26;
export const outlierRadius = 3;
/** From the middle of another device's mark to its tips. */
export const diamondArm = 5;
/** Room for a number beyond the longest bar. */
const numberRoom = 58;

/** @param there another device's report of the same set */
export function layOutWings(
  report: Report,
  { way, there, width }: { readonly way: number; readonly there: Report | null; readonly width: number },
  say: Say,
): Wings {
  const { set, spreads } = report;
  const middle = Math.min(Math.max(0.2 * width, 108), 170);
  const wing = (width - middle) / 2;
  const [left, right] = [wing, wing + middle];
  const counts = set.layers.map(({ plan }) => counted(plan).multiplyAdds);
  const promises = promisesOf(report, way, counts);
  const thereWay = there?.ways.indexOf(report.ways[way]) ?? -1;
  const times = spreads.map((row) => row[way]);
  const theres = spreads.map((_, layer) => there?.spreads[layer]?.[thereWay]?.median ?? null);
  const longest = Math.max(
    ...[...times.map((time) => time && Math.max(time.median, time.upper)), ...promises, ...theres].map(
      (time) => time ?? 0,
    ),
  );
  const end = Math.max(wing - numberRoom, 20);
  const countScale = scaleLinear([0, Math.max(...counts)], [0, end]);
  const timeScale = scaleLinear([0, longest || 1], [0, end]);
  const length = (time: number): number => Math.min(timeScale(time), wing);
  let top = headHeight;
  const rows = set.layers.map((layer, place): WingRow => {
    const spread = times[place];
    if (place > 0) top += wingHeight + (isTogether(set.layers, place) ? rowGap : pairGap);
    const text = spread ? timeText(spread.median) : '–';
    const promised = promises[place];
    const before = theres[place];
    const time = spread && {
      length: length(spread.median),
      lower: length(spread.lower),
      upper: length(spread.upper),
      outliers: (spread.outliers ?? []).map((outlier) => ({
        at: Math.min(timeScale(outlier), end),
        isBeyond: timeScale(outlier) > end,
      })),
      text,
    };
    const [promise, mark] = [promised, before].map((each) => (each === null ? null : length(each)));
    return {
      ...{ layer: place, side: layer.side, top },
      ...labelOf(set, layer, say),
      count: { length: countScale(counts[place]), text: amountText(counts[place]) },
      ...{ time, promised: promise, there: mark },
      reach: Math.max(
        ...[time?.length, time?.upper, promise].map((each) => each ?? 0),
        ...(time?.outliers ?? []).map(({ at }) => at + outlierRadius),
        mark === null ? 0 : mark + diamondArm,
      ),
      title: `${fullNameOf(set, layer, say)}: ${amountText(counts[place])}, ${text}`,
    };
  });
  return { width, height: top + wingHeight + 6, left, right, rows };
}

/** Milliseconds that the layers would take at the base side's rate. */
function promisesOf(report: Report, way: number, counts: readonly number[]): readonly (number | null)[] {
  const comparison = comparisonOf(report, way);
  const rate = comparison && comparison.base.time / comparison.base.multiplyAdds;
  return counts.map((count) => (rate === null ? null : count * rate));
}

/** Own layers, which have no names, are all of one size. */
function isTogether(layers: readonly SpeedLayer[], place: number): boolean {
  const [before, here] = [layers[place - 1], layers[place]];
  return here.name === '' || here.partner === place - 1 || before.partner === place;
}
