/** All ways of all layers on one logarithmic scale of time, one lane a layer. Pure; CSS pixels. */
import { scaleLog } from 'd3';
import type { Report, Side, Way } from '../../speed/types.js';
import type { Say } from '../say.js';
import { fullNameOf, labelOf } from './names.js';
import type { Tick } from './roof.js';
import { timeText } from './units.js';

export interface LaneMark {
  readonly way: Way;
  readonly x: number;
  readonly lower: number;
  readonly upper: number;
  readonly title: string;
}

export interface Lane {
  readonly layer: number;
  readonly side: Side;
  readonly label: string;
  /** A label that only tells the row from its partner. */
  readonly isMinor: boolean;
  readonly y: number;
  readonly marks: readonly LaneMark[];
}

export interface Lanes {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly lanes: readonly Lane[];
  readonly ticks: readonly Tick[];
}

const laneHeight = 20;
const headHeight = 24;

export function layOutLanes(report: Report, width: number, say: Say): Lanes {
  const { set, spreads, ways } = report;
  const [left, right] = [Math.min(0.42 * width, 210), width - 14];
  const times = spreads.flat().flatMap((spread) => (spread ? [spread.lower, spread.upper] : []));
  const [least, most] = times.length === 0 ? [1, 10] : [Math.min(...times), Math.max(...times)];
  const x = scaleLog([least / 1.3, most * 1.3], [left + 8, right]);
  const lanes = set.layers.map((layer, place): Lane => ({
    layer: place,
    side: layer.side,
    ...labelOf(set, layer, say),
    y: headHeight + (place + 0.5) * laneHeight,
    marks: ways.flatMap((way, index) => {
      const spread = spreads[place][index];
      if (!spread) return [];
      const title = `${fullNameOf(set, layer, say)}, ${say(`speed.way.${way}`)}: ${timeText(spread.median)}`;
      return [{ way, title, x: x(spread.median), lower: x(spread.lower), upper: x(spread.upper) }];
    }),
  }));
  const exponents = x.domain().map(Math.log10);
  const first = Math.ceil(exponents[0]);
  const ticks = Array.from({ length: Math.floor(exponents[1]) - first + 1 }, (_, place) => {
    const time = 10 ** (first + place);
    return { at: x(time), text: timeText(time) };
  });
  return { width, height: headHeight + set.layers.length * laneHeight + 4, left, right, lanes, ticks };
}
