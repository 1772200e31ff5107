/**
 * The rate that a fragment shader could reach on a layer: bounded by arithmetic, or by the texels that must be loaded. The
 * fragment is the largest that WebGL2 can write in one pass: 8 targets of 4 lanes, every texel loaded once. Filters of one
 * channel are taken as 4 × 4 pixels with four neighbours in a texel and weights in registers.
 */
import type { Case } from '../adapter/adapter.js';
import type { Ceilings } from '../engine/ceilings.js';

const targets = 8;
const lanes = 4;
export const resultsPerFragment = targets * lanes;

/** Below this, calls cost more than arithmetic, and a share of the ceiling says nothing. */
export const smallestForRoofline = 1e6;

/** Multiply-adds per second. */
export function rooflineOf(layer: Case, { multiplyAdds, texelLoads }: Ceilings): number {
  return Math.min(multiplyAdds, multiplyAddsPerLoad(layer) * texelLoads);
}

export function multiplyAddsPerLoad(layer: Case): number {
  const groups = layer.op === 'dw' ? layer.C : (layer.groups ?? 1);
  const [read, made] = [layer.C / groups, layer.OC / groups];
  if (read === 1 && layer.op !== 'tr') return perLoadOfPictureFilter(layer);
  const meetings = meetingsOf(layer);
  const [readLanes, madeLanes] = [lanesInUse(read), lanesInUse(made)];
  const loads = distinct(meetings, 'column') + distinct(meetings, 'tap') * readLanes;
  return (meetings.length * readLanes * madeLanes) / loads;
}

interface Meeting {
  readonly column: number;
  readonly tap: number;
}

/** What 8 neighbouring outputs read through one row of the kernel. */
function meetingsOf({ op, KW, s, d, pl }: Case): Meeting[] {
  return Array.from({ length: targets * KW }, (_, place) => {
    const [output, tap] = [Math.floor(place / KW), place % KW];
    const column = op === 'tr' ? (output + pl - tap * d) / s : output * s + tap * d - pl;
    return { column, tap };
  }).filter(({ column }) => Number.isInteger(column));
}

function distinct(meetings: readonly Meeting[], key: keyof Meeting): number {
  return new Set(meetings.map((meeting) => meeting[key])).size;
}

/** Mean number of lanes that hold a channel. */
function lanesInUse(channels: number): number {
  return channels / Math.ceil(channels / lanes);
}

function perLoadOfPictureFilter({ KH, KW, s, d, pt, pl }: Case): number {
  const read = (taps: number, before: number, places: number) =>
    new Set(
      Array.from({ length: lanes * taps }, (_, place) =>
        Math.floor((Math.floor(place / taps) * s + (place % taps) * d - before) / places),
      ),
    ).size;
  return (lanes * lanes * KH * KW) / (read(KH, pt, 1) * read(KW, pl, lanes));
}
