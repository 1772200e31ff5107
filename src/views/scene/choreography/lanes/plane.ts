/** How large the cells of lanes may be, so that all of them fit one above the other. */
import type { Stage } from '../../../../math/types.js';
import { spansOf, tileOf } from '../../layout/bench.js';
import type { Room } from '../../layout/scene-layout.js';
import type { Span } from './parts.js';

/** Cell units that all lanes together may be high before cells shrink, and the least height of a lane. */
const tallest = 20;
const leastLane = 5;
const widest = 10;
/** What is left of a small cell in a low picture; in a narrow one, what the rows of the bench leave. */
const lowShare = 0.75;
/** Rows of the bench in all lanes together. */
const mostRows = 9;

/** Cell unit of all sheets: 1, or less where lanes would get too high. */
export function lanesPlane(stage: Stage, room: Room): number {
  const { input, output, kernel, groups, filters, padding } = stage;
  const lanes = spansOf(groups).length;
  const rows = mapSpansOf(filters / groups, lanes).length;
  const bench = kernel[0] * tileOf(kernel);
  const ring = room === 'ample' ? 0 : 2 * Math.max(padding[0], padding[1]);
  const wanted = {
    ample: Math.max(tallest / lanes, leastLane),
    low: Math.min(leastLane, lowShare * (input[1] + ring) + 1),
    narrow: 0,
  };
  const lane = Math.max(wanted[room], rows * (bench + 1)) - 1;
  const map = Math.max((lane + 1) / rows - 1, bench);
  const height = Math.min(lane / (input[1] + ring), map / output[1], widest / Math.max(input[1], output[1]));
  return Math.min(1, height, widest / Math.max(input[2], output[2]));
}

/** One row a map; where there are too many, the first ones and a row for the rest. */
export function mapSpansOf(maps: number, lanes: number): Span[] {
  const most = Math.max(Math.floor(mostRows / lanes), 2);
  if (maps <= most) return spansOf(maps, most);
  return [...spansOf(most - 1, most), [most - 1, maps - 1]];
}
