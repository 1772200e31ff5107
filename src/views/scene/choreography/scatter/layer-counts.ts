/** Where the number of layers on each output cell is told: a small map of the output, or a row below each of its lines. */
import type { Index4, Stage } from '../../../../math/types.js';
import type { Box, Vector } from '../../layout/space.js';
import type { Station } from '../../staging.js';
import type { Sheets } from './sheets.js';

export interface LayerCounts {
  /** Of the map; of the first cell where it is a row. */
  readonly box: Box;
  readonly station: Station;
  /** Of a cell. */
  readonly side: number;
  centre(cell: Index4): Vector;
}

interface Around {
  readonly bench: Box;
  readonly input: Box;
}

const sideOfCell = 0.5;
const widest = 4;
/** Cell units between the map and what is above or below it. */
const gap = 1.1;
/** More cells than this have numbers that nobody can read. */
const mostCells = 300;

export function layerCounts(stage: Stage, sheets: Sheets, around: Around): LayerCounts | null {
  const [, height, width] = stage.output;
  if (height * width > mostCells) return null;
  return sheets.ledger > 0 ? rowBelow(sheets) : mapBeside(height, width, around);
}

function rowBelow({ output }: Sheets): LayerCounts {
  const side = output.pitch[0] * sideOfCell;
  const below = output.pitch[1] * 0.95;
  const centre = ([, row, column, channel]: Index4): Vector => [
    output.origin[0] + column * output.pitch[0],
    output.origin[1] - row * output.pitch[1] + channel * output.depth[1] - below,
    0,
  ];
  const [x, y] = centre([0, 0, 0, 0]);
  return {
    side,
    centre,
    station: 'output',
    box: { min: [x - side, y - side, 0], max: [x, y + side / 2, 0] },
  };
}

/** Above the stamp, where the input stands above the bench and leaves room; else below the shorter one of input and bench. */
function mapBeside(height: number, width: number, { bench, input }: Around): LayerCounts {
  const side = Math.min(sideOfCell, widest / Math.max(height, width));
  const [across, down] = [width * side, height * side];
  const isAbove = input.min[1] > bench.max[1] && input.max[0] + 1 < bench.max[0] - across;
  const isBelowInput = input.max[0] < bench.min[0] && input.min[1] > bench.min[1];
  const left = isBelowInput ? input.min[0] : bench.max[0] - across;
  const top = isAbove ? bench.max[1] + gap + down : (isBelowInput ? input.min[1] : bench.min[1]) - gap;
  return {
    side: side * 0.96,
    station: isBelowInput ? 'aside' : 'bench',
    centre: ([, row, column]) => [left + (column + 0.5) * side, top - (row + 0.5) * side, 0],
    box: { min: [left, top - down, 0], max: [left + across, top, 0] },
  };
}
