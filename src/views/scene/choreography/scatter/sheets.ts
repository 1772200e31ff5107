/** The output as sheets of cells on their canvases: one behind the other, or apart where there are few; and the ledger over a line. */
import type { CanvasAxis } from '../../../../math/gather-form.js';
import type { Index4, Stage } from '../../../../math/types.js';
import { cellCount } from '../../../../timeline/cells.js';
import { boxOfCells, boxShare, planePitch, volumeLattice, type Lattice } from '../../layout/lattice.js';
import type { Box } from '../../layout/space.js';

/** [rows, columns] */
export type CanvasAxes = readonly [CanvasAxis, CanvasAxis];

export interface Sheets {
  /** The output where it lies on the canvas. */
  readonly output: Lattice;
  readonly canvas: CanvasAxes;
  /** Cell units from an output channel down to the next; null where they stand one behind the other. */
  readonly lanePitch: number | null;
  /**
   * Rows above a canvas of one line, one for each input cell: there its stamp stays, as in a sum written by hand. 0 for a
   * canvas of several lines.
   */
  readonly ledger: number;
}

interface Wanted {
  readonly left: number;
  readonly batch: number;
  readonly ledger: number;
  /** Channels may stand apart. */
  readonly apart: boolean;
  /** Rows of the bench need as much. */
  readonly leastPitch: number;
  /** What stands beside reaches as high: the canvas is raised towards it, so that panes have room below. */
  readonly highest: number;
}

const mostLedgerRows = 8;
/** Heights, in cells: of a row, and between the lowest row and the line. */
const ledgerPitch = 1.06;
const ledgerGap = 0.35;
const mostLanes = 4;
const tallestLanes = 19;
/** Room above the canvas for what hovers over it: stamps, and the panes of a walk along outputs. */
const hovering = 3.6;

/** Stamps of a line that there is room for. */
export function ledgerRows(stage: Stage, [rows]: CanvasAxes): number {
  const cells = cellCount(stage, 'input') / stage.input[0];
  return rows.size === 1 && rows.output === 1 && cells <= mostLedgerRows ? cells : 0;
}

export function isCropped([rows, columns]: CanvasAxes): boolean {
  return [rows, columns].some(({ start, cropAfter }) => start !== 0 || cropAfter !== 0);
}

/** The place of a cell on the canvas, which stays where it is when another part of the canvas is kept. */
export function canvasIdentity({ canvas: [rows, columns] }: Pick<Sheets, 'canvas'>, cell: Index4): string {
  const [, row, column, channel] = cell;
  return ['canvas', row + rows.start, column + columns.start, channel].join(' ');
}

/** Sheets that stand behind one another have no room for rows of their own. */
export function outputOnCanvas(stage: Stage, canvas: CanvasAxes, wanted: Wanted): Sheets {
  const sheets = arranged(stage, canvas, wanted);
  const isCrowded = stage.output[3] > 1 && sheets.lanePitch === null && sheets.ledger > 0;
  return isCrowded ? arranged(stage, canvas, { ...wanted, ledger: 0 }) : sheets;
}

/** Smaller cells where the canvas would be too wide; the output's cells keep their places on it. */
function arranged(stage: Stage, canvas: CanvasAxes, wanted: Wanted): Sheets {
  const { left, batch, ledger } = wanted;
  const [rows, columns] = canvas;
  const [height, width] = [reach(rows), reach(columns)];
  const pitch = planePitch(height, width);
  const filters = stage.output[3];
  const over = ledger > 0 ? ledgerGap + ledger * ledgerPitch : 0;
  const laneHeight = (over + height) * pitch;
  const lane = Math.max(laneHeight + (ledger > 0 ? 2 : 1), wanted.leastPitch);
  const isApart = wanted.apart && filters > 1 && filters <= mostLanes && filters * lane <= tallestLanes;
  const plain = volumeLattice('output', stage.output, 0, batch);
  const deep = Math.min(pitch, -plain.depth[2]);
  const lanes = isApart ? ((filters - 1) * lane) / 2 : 0;
  const raised = ledger > 0 ? 0 : Math.max(wanted.highest - lanes - laneHeight / 2, 0) * 0.8;
  const first = raised + lanes + laneHeight / 2 - over * pitch;
  return {
    canvas,
    ledger,
    lanePitch: isApart ? lane : null,
    output: {
      ...plain,
      pitch: [pitch, pitch],
      depth: isApart ? [0, -lane, 0] : [0, 0, -deep],
      cell: [pitch * boxShare, pitch * boxShare, (isApart ? pitch : deep) * boxShare],
      origin: [left + (columns.start + 0.5) * pitch, first - (rows.start + 0.5) * pitch, 0],
    },
  };
}

/** Cells of an axis that the canvas and the output take up together. */
function reach({ size, start, output }: CanvasAxis): number {
  return Math.max(size, start + output);
}

/** Height of the middle of a row of the ledger. */
export function ledgerHeight({ output, ledger }: Sheets, row: number, channel: number): number {
  const up = ledgerGap + (ledger - row) * ledgerPitch;
  return output.origin[1] + channel * output.depth[1] + up * output.pitch[1];
}

/** Canvas and output of some channels together. */
export function canvasOfChannels({ output, canvas }: Sheets, first: number, last: number): Box {
  const [width, height] = output.counts;
  const [rows, columns] = canvas;
  return boxOfCells(
    output,
    [-columns.start, -rows.start, first, 0],
    [
      Math.max(columns.size - columns.start, width) - 1,
      Math.max(rows.size - rows.start, height) - 1,
      last,
      0,
    ],
  );
}

/**
 * All of them, with room for what hovers over them.
 *
 * @param below cells below the lowest line, @param words cell units below that
 */
export function canvasBox(sheets: Sheets, below: number, words: number): Box {
  const { output, ledger } = sheets;
  const { min, max } = canvasOfChannels(sheets, 0, output.counts[2] - 1);
  const top = ledger > 0 ? ledgerHeight(sheets, 0, 0) + output.pitch[1] / 2 : max[1];
  return {
    min: [min[0], min[1] - below * output.pitch[1] - words, min[2]],
    max: [max[0], top, max[2] + (ledger > 0 ? 0 : hovering * output.pitch[0])],
  };
}
