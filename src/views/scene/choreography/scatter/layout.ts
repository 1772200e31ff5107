/** Where everything stands in the scatter view: input, kernel × value = stamp, and the canvas that the stamps land on. */
import { stampCanvas } from '../../../../math/gather-form.js';
import { channelsPerGroup } from '../../../../math/incidence.js';
import { spansOf, tileDepth, tileOf, type BenchRow } from '../../layout/bench.js';
import { boxOfLattice, volumeLattice, type Lattice } from '../../layout/lattice.js';
import type { SceneLayout, Volume } from '../../layout/scene-layout.js';
import { unite, type Box, type Vector } from '../../layout/space.js';
import type { Facts } from '../choreography.js';
import { canvasBox, isCropped, ledgerRows, outputOnCanvas, type Sheets } from './sheets.js';
import { listHeight, listWidth } from './list.js';
import { layerCounts, type LayerCounts } from './layer-counts.js';
import { stacksOf, type Stacks } from '../stacks.js';

export interface ScatterLayout extends SceneLayout, Sheets {
  readonly input: Lattice;
  /** Rows of the bench, one an output channel of the group. */
  readonly rows: readonly BenchRow[];
  /** Cell units from tile to tile on the bench. */
  readonly tile: number;
  readonly kernel: readonly [height: number, width: number];
  /** Left sides of the columns. */
  readonly slice: number;
  readonly chip: number;
  readonly stamp: number;
  /** Are there few enough cells to draw each as a pile of its layers? */
  readonly piles: boolean;
  readonly stacks: Stacks;
  /** Where the number of layers on each output cell is told; null where the cells are too many. */
  readonly counts: LayerCounts | null;
}

const radians = Math.PI / 180;
/** From above, so that the height of the piles is seen. */
const overview = { yaw: 24 * radians, pitch: 22 * radians, lens: 20 * radians };
/** A line is read along its rows. */
const overviewOfLine = { yaw: 14 * radians, pitch: 18 * radians, lens: 20 * radians };
const gapBeside = 2.2;
/** Between the input and the bench below it, with room for names. */
const gapBelow = 1.45;
const gapAfterKernel = 0.9;
/** From the middle of a column to the next, so that their names have room. */
const apart = 2.75;
const gapBeforeOutput = 1.9;
const mostRows = 3;
/** More output cells than this are one volume. */
const mostPiles = 500;

export function scatterLayout({ stage, batch, left }: Facts): ScatterLayout {
  const stacks = stacksOf(stage);
  const [height, width] = stage.kernel;
  const tile = tileOf(stage.kernel);
  const rowHeight = Math.max(height * tile, listHeight(stacks));
  const input = volumeLattice('input', stage.input, left, batch);
  const isStacked = channelsPerGroup(stage, 'big') === 1;
  const inputRight = left + stage.input[2] * input.pitch[0] + roomForDepth(input);
  const slice = isStacked ? left : inputRight + gapBeside;
  const half = (width * tile) / 2;
  const chip = slice + Math.max(2 * half + gapAfterKernel, half + apart - 0.5);
  const stamp = chip + Math.max(1 + gapAfterKernel, apart + 0.5 - half);
  const right = Math.max(stamp + width * tile, chip + listWidth);
  const [, rowsOut, columnsOut, filters] = stage.output;
  const piles = rowsOut * columnsOut * filters <= mostPiles;
  const canvas = stampCanvas(stage);
  const inputHeight = stage.input[1] * input.pitch[1];
  const sheets = outputOnCanvas(stage, canvas, {
    left: Math.max(right, isStacked ? inputRight : right) + gapBeforeOutput,
    batch,
    ledger: piles ? ledgerRows(stage, canvas) : 0,
    apart: piles,
    leastPitch: leastPitch(height * tile),
    highest: isStacked ? (inputHeight + gapBelow + rowHeight) / 2 : 0,
  });
  const share = isStacked ? (inputHeight + gapBelow) / 2 : 0;
  const above = raised(input, isStacked ? (rowHeight + gapBelow) / 2 : 0);
  const pitchOfRows = sheets.lanePitch ?? leastPitch(height * tile);
  const rows = rowsApart(channelsPerGroup(stage, 'big'), pitchOfRows, -share);
  const bench = benchBox(rows, rowHeight, slice, right);
  const inputBox = boxOfLattice(above);
  const counts = piles
    ? layerCounts(stage, sheets, { bench, input: { ...inputBox, max: [inputRight, inputBox.max[1], 0] } })
    : null;
  return {
    ...sheets,
    ...{ input: above, rows, tile, kernel: stage.kernel, slice, chip, stamp, piles, counts, stacks },
    volumes: volumesOf(stage.index, above, piles ? null : sheets.output),
    bounds: {
      input: inputBox,
      bench: counts?.station === 'bench' ? unite([bench, counts.box]) : bench,
      ...(counts?.station === 'aside' ? { aside: counts.box } : {}),
      output: canvasBox(sheets, counts?.station === 'output' ? 1 : 0, isCropped(canvas) ? wordsBelow : 0),
    },
    overview: sheets.ledger > 0 ? overviewOfLine : overview,
    names: { columnPitch: width * tile + 1, rows: rows.length > 1 },
  };
}

/** @param output where it is one volume; its cells are tiles otherwise */
function volumesOf(stage: number, input: Lattice, output: Lattice | null): Volume[] {
  const volumes: Volume[] = [{ id: 'input', station: 'input', stage, tone: 'input', lattice: input }];
  if (output) volumes.push({ id: 'output', station: 'output', stage, tone: 'output', lattice: output });
  return volumes;
}

/** One an output channel of the group; of many, the first and the last. */
function rowsApart(channels: number, pitch: number, middle: number): BenchRow[] {
  const spans = spansOf(channels, channels > mostRows ? 2 : mostRows);
  return spans.map((span, row) => ({
    y: middle + ((spans.length - 1) / 2 - row) * pitch,
    channels: span,
  }));
}

/** Of rows, with their names between them. */
function leastPitch(height: number): number {
  return Math.max(height + 1, 4);
}

/** A deep volume reaches to the right in the overview. */
function roomForDepth({ counts, depth }: Lattice): number {
  return Math.max(0, -counts[2] * depth[2] - 1) * 0.45;
}

/** Cell units below the canvas for the name of the part that is kept. */
const wordsBelow = 0.9;

function raised(lattice: Lattice, by: number): Lattice {
  const [x, y, z] = lattice.origin;
  return { ...lattice, origin: [x, y + by, z] };
}

function benchBox(rows: readonly BenchRow[], rowHeight: number, left: number, right: number): Box {
  const half = rowHeight / 2 + 0.1;
  return {
    min: [left, rows[rows.length - 1].y - half, -tileDepth / 2],
    max: [right, rows[0].y + half, tileDepth / 2],
  };
}

/** Centre of a tile of the kernel or of the stamp. */
export function scatterTile(
  layout: ScatterLayout,
  column: 'slice' | 'stamp',
  row: BenchRow,
  [tapRow, tapColumn]: readonly [number, number],
): Vector {
  const { tile, kernel } = layout;
  return [layout[column] + (tapColumn + 0.5) * tile, row.y + ((kernel[0] - 1) / 2 - tapRow) * tile, 0];
}

/** Centre of the value that is multiplied. */
export function chipCentre({ chip, rows }: ScatterLayout): Vector {
  return [chip + 0.5, (rows[0].y + rows[rows.length - 1].y) / 2, 0];
}
