/** What the stages cost beside the convolution that they replace, as lengths in one scale. */
import type { Box, Vector } from '../../layout/space.js';
import type { Tile } from '../../staging.js';
import type { Costs } from './costs.js';

export interface Bars {
  readonly costs: Costs;
  readonly left: number;
  /** Heights of the middle of the two rows: what is replaced, and the stages. */
  readonly replacedY: number;
  readonly stagesY: number;
  /** Cell units of one weight. */
  readonly unit: number;
  /** Room of the bars with their names. */
  readonly box: Box;
}

const thickness = 0.9;
const depth = 0.1;
const rowPitch = 1.7;
const gapAbove = 1.8;
/** Between the bars of two stages, until the run is over. */
const apart = 0.5;
/** Beside the names of a rack. */
const besideNames = 1.5;
/** Cell units of the longest bar. */
const longest = 8;
/** Height of a line of words above them, and below. */
const words = 1;

/** They stand where there is most room: under the stage that reaches down least. */
export function barsOf(costs: Costs, stages: readonly Box[]): Bars {
  const highest = stages.reduce((best, box) => (box.min[1] > best.min[1] ? box : best));
  const lowest = Math.min(...stages.map(({ min }) => min[1]));
  const rows = costs.replaced === null ? 1 : 2;
  const needed = gapAbove + rows * rowPitch;
  const top = Math.max(Math.min(highest.min[1] - gapAbove, lowest + needed - gapAbove), lowest - gapAbove);
  const left = highest.min[0] + besideNames;
  const replacedY = top - thickness / 2;
  const stagesY = replacedY - (rows - 1) * rowPitch;
  const gaps = (costs.stages.length - 1) * apart;
  return {
    costs,
    left,
    replacedY,
    stagesY,
    unit: (longest - gaps) / Math.max(costs.total, costs.replaced ?? 0),
    box: {
      min: [left, stagesY - thickness / 2 - words, 0],
      max: [left + longest, replacedY + thickness / 2 + words, depth],
    },
  };
}

/** @param together 0 … 1: how far the bars of the stages have come end to end */
export function barTiles(bars: Bars, inHand: number, together: number): Tile[] {
  const { costs, replacedY, unit } = bars;
  const replaced =
    costs.replaced === null ? [] : [bar(bars.left, replacedY, costs.replaced * unit, 'muted', 1)];
  return [
    ...replaced,
    ...costs.stages.map((count, stage) =>
      bar(startOf(bars, stage, together), bars.stagesY, count * unit, 'kernel', stage === inHand ? 1 : 0.6),
    ),
  ];
}

function startOf({ costs, left, unit }: Bars, stage: number, together: number): number {
  const before = costs.stages.slice(0, stage).reduce((sum, count) => sum + count, 0);
  return left + before * unit + stage * apart * (1 - together);
}

/** Where the counts stand: above the bar of what is replaced, and below those of the stages. */
export function countsAt({ left, replacedY, stagesY }: Bars): {
  readonly above: Box;
  readonly below: Vector;
} {
  const half = thickness / 2;
  return {
    above: { min: [left, replacedY - half, -depth / 2], max: [left + longest, replacedY + half, depth / 2] },
    below: [left + longest / 2, stagesY - half - 0.1, 0],
  };
}

function bar(left: number, y: number, length: number, tone: Tile['tone'], opacity: number): Tile {
  return {
    station: 'aside',
    kind: 'bar',
    centre: [left + length / 2, y, 0],
    size: [length, thickness, depth],
    shade: 0,
    text: '',
    tone,
    opacity,
    glow: 0,
  };
}
