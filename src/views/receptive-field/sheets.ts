/**
 * The picture: the grids of a stack as sheets above each other, the input lowest, every cell over the middle of what it sees.
 * So a cell is as wide as the jump of its layer, and the cone of one output stands straight. Plain numbers, nothing is drawn.
 */
import { axesOf } from '../../math/incidence.js';
import type { Pair, Stage } from '../../math/types.js';
import { fieldOf, runsOf, type FieldSpan, type LitAxis, type LitGrid } from './cells.js';

/** One axis of a grid in input pixels: pixel p reaches from p − ½ to p + ½. */
export interface SheetAxis {
  readonly cells: number;
  /** Middle of the first cell. */
  readonly origin: number;
  /** From one cell to the next, and the width of each. */
  readonly jump: number;
}

/** Cells as rectangles in input pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Sheet {
  /** Grid of the stack: 0 is the input, n the output of layer n. */
  readonly level: number;
  readonly rows: SheetAxis;
  readonly columns: SheetAxis;
  readonly border: Box;
  readonly lit: readonly Box[];
  readonly padding: readonly Box[];
  /** Around the lit cells and the padding; null where nothing is lit. */
  readonly hull: Box | null;
  /** SVG matrix from input pixels to the picture. */
  readonly matrix: readonly [a: number, b: number, c: number, d: number, e: number, f: number];
  /** Are cells large enough for lines between them? */
  readonly ruled: boolean;
  /** Baseline of the sheet's label. */
  readonly labelY: number;
}

export interface SheetPicture {
  readonly width: number;
  readonly height: number;
  /** What the picture has room for, in input pixels. */
  readonly world: Box;
  /** From the input up. */
  readonly sheets: readonly Sheet[];
  /** Outlines of the cone between neighbouring sheets. */
  readonly cones: readonly (readonly Point[])[];
}

type Point = readonly [x: number, y: number];

interface SheetOptions {
  /** Pixels of the screen. */
  readonly width: number;
  /** Height to aim at; labels and the flattest tilt may need more. */
  readonly height: number;
  /** Height of a label. */
  readonly line?: number;
  /** Most sheets; of a longer stack some between are left out. */
  readonly most?: number;
}

/** Room under the lowest sheet. */
const below = 10;
/** How far a row is shifted against the one before, and the bounds of how flat the sheets lie. */
const lean = 0.36;
const [flattest, steepest] = [0.2, 0.62];
const ruledFrom = 4;
/** Share of the picture that fields may need beyond the grids. */
const mostBeyond = 0.06;

/** The grids of a stack in input pixels, from the input up. */
export function sheetAxes(input: Pair, stages: readonly Stage[], axis: 0 | 1): SheetAxis[] {
  const grids: SheetAxis[] = [{ cells: input[axis], origin: 0, jump: 1 }];
  for (const stage of stages) {
    const { kernel, stride, dilation, padBefore } = axesOf(stage)[axis];
    const { origin, jump } = grids[grids.length - 1];
    const middle = ((kernel - 1) * dilation) / 2 - padBefore;
    const isConv = stage.op === 'conv';
    const next = isConv ? jump * stride : jump / stride;
    const shift = isConv ? jump * middle : -next * middle;
    grids.push({ cells: stage.output[axis + 1], origin: origin + shift, jump: next });
  }
  return grids;
}

/** Everything that is to be drawn. `lit` has a grid for the input and for each stage. */
export function layOutSheets(
  input: Pair,
  stages: readonly Stage[],
  lit: readonly LitGrid[],
  { width, height, line = 24, most = 8 }: SheetOptions,
): SheetPicture {
  const rows = sheetAxes(input, stages, 0);
  const columns = sheetAxes(input, stages, 1);
  const levels = chosenLevels(lit.length, most);
  const [top, bottom] = extent(rows, stages, 0);
  const [left, right] = extent(columns, stages, 1);
  const [tall, wide] = [bottom - top, right - left];
  const tilt = tiltFor({ tall, wide, width, depth: (height - below) / levels.length - line });
  const unit = (width - 2) / (wide + lean * tilt * tall);
  const depth = unit * tilt * tall;
  const step = depth + line;
  const sheets = levels.map((level, place): Sheet => {
    const y = (levels.length - 1 - place) * step + line;
    const matrix = [
      unit,
      0,
      -lean * tilt * unit,
      tilt * unit,
      1 - unit * left + lean * tilt * unit * bottom,
      y - tilt * unit * top,
    ] as const;
    const axes = { rows: rows[level], columns: columns[level] };
    const ruled = unit * axes.columns.jump >= ruledFrom && tilt * unit * axes.rows.jump >= ruledFrom / 2;
    return { level, ...axes, ...boxesOf(axes, lit[level], ruled), matrix, ruled, labelY: y - line / 3 };
  });
  const cones = sheets.slice(1).map((sheet, index) => coneBetween(sheets[index], sheet));
  return {
    width,
    height: levels.length * step + below,
    world: { x: left, y: top, width: wide, height: tall },
    sheets,
    cones: cones.filter(({ length }) => length),
  };
}

/** The cell of a sheet at a place in input pixels, counted from 0; null beside the sheet. */
export function cellOfSheet(
  { rows, columns }: Pick<Sheet, 'rows' | 'columns'>,
  x: number,
  y: number,
): Pair | null {
  const along = ({ cells, origin, jump }: SheetAxis, place: number): number => {
    const cell = Math.round((place - origin) / jump);
    return cell >= 0 && cell < cells ? cell : -1;
  };
  const cell = [along(rows, y), along(columns, x)] as const;
  return cell.includes(-1) ? null : cell;
}

function chosenLevels(count: number, most: number): number[] {
  const shown = Math.min(count, most);
  return Array.from({ length: shown }, (_, i) => Math.round((i * (count - 1)) / Math.max(shown - 1, 1)));
}

/** From the first to the last place that is drawn: every grid with its padding, and a little of the fields beyond. */
function extent(
  grids: readonly SheetAxis[],
  stages: readonly Stage[],
  axis: 0 | 1,
): [first: number, last: number] {
  const ends = grids.map(({ cells, origin, jump }, level): [number, number] => {
    const stage = stages[level];
    const padded = stage?.op === 'conv';
    const [before, after] = padded ? [stage.padding[2 * axis], stage.padding[2 * axis + 1]] : [0, 0];
    return [origin - (before + 0.5) * jump, origin + (cells - 0.5 + after) * jump];
  });
  const [least, largest] = [
    Math.min(...ends.map(([first]) => first)),
    Math.max(...ends.map(([, last]) => last)),
  ];
  const { output } = stages.at(-1) ?? {};
  if (!output) return [least, largest];
  const { first } = fieldOf(stages, [0, 0])[axis];
  const { last } = fieldOf(stages, [output[1] - 1, output[2] - 1])[axis];
  const margin = mostBeyond * (largest - least);
  return [
    Math.max(Math.min(first - 0.5, least), least - margin),
    Math.min(Math.max(last + 0.5, largest), largest + margin),
  ];
}

/** A field's outline as SVG paths: `path` with the sides that the picture has room for, `beyond` with those that lie further out. */
export interface Outline {
  readonly path: string;
  readonly beyond: string;
  readonly box: Box;
}

/** The outline of a field in a picture. */
export function outlineIn(
  { world }: SheetPicture,
  [rows, columns]: readonly [rows: FieldSpan, columns: FieldSpan],
): Outline {
  const inside = (place: number, first: number, size: number): number =>
    Math.min(Math.max(place, first), first + size);
  const left = inside(columns.first - 0.5, world.x, world.width);
  const right = inside(columns.last + 0.5, world.x, world.width);
  const top = inside(rows.first - 0.5, world.y, world.height);
  const bottom = inside(rows.last + 0.5, world.y, world.height);
  const sides = [
    { isWhole: top === rows.first - 0.5, path: `M${left} ${top}H${right}` },
    { isWhole: right === columns.last + 0.5, path: `M${right} ${top}V${bottom}` },
    { isWhole: bottom === rows.last + 0.5, path: `M${left} ${bottom}H${right}` },
    { isWhole: left === columns.first - 0.5, path: `M${left} ${top}V${bottom}` },
  ];
  const pathOf = (whole: boolean): string =>
    sides.map(({ isWhole, path }) => (isWhole === whole ? path : '')).join('');
  return {
    path: pathOf(true),
    beyond: pathOf(false),
    box: { x: left, y: top, width: right - left, height: bottom - top },
  };
}

/** As steep as the height allows. */
function tiltFor(room: { tall: number; wide: number; width: number; depth: number }): number {
  const { tall, wide, width, depth } = room;
  // depth = unit · tilt · tall and unit = width / (wide + lean · tilt · tall), solved for the tilt.
  const tilt = (depth * wide) / (tall * Math.max(width - lean * depth, 1));
  return Math.min(Math.max(tilt, flattest), steepest);
}

function boxesOf(
  axes: Pick<Sheet, 'rows' | 'columns'>,
  lit: LitGrid,
  ruled: boolean,
): Pick<Sheet, 'border' | 'lit' | 'padding' | 'hull'> {
  const { rows, columns } = axes;
  const whole = ({ cells }: SheetAxis): [number, number] => [0, cells - 1];
  const parts = (places: readonly number[]) =>
    ruled ? places.map((place) => [place, place]) : runsOf(places);
  const product = (down: readonly number[], across: readonly number[]): Box[] =>
    parts(down).flatMap(([top, bottom]) =>
      parts(across).map(([left, right]) => boxOf(axes, [top, bottom], [left, right])),
    );
  const every = (axis: LitAxis): number[] => [...axis.lit, ...axis.padding].sort((a, b) => a - b);
  const padding = [
    ...product(lit.rows.padding, every(lit.columns)),
    ...product(lit.rows.lit, lit.columns.padding),
  ];
  const span = (axis: LitAxis): [number, number] => [every(axis)[0], every(axis).at(-1)!];
  const isLit = every(lit.rows).length > 0 && every(lit.columns).length > 0;
  return {
    border: boxOf(axes, whole(rows), whole(columns)),
    lit: product(lit.rows.lit, lit.columns.lit),
    padding,
    hull: isLit ? boxOf(axes, span(lit.rows), span(lit.columns)) : null,
  };
}

function boxOf(
  { rows, columns }: Pick<Sheet, 'rows' | 'columns'>,
  [top, bottom]: readonly number[],
  [left, right]: readonly number[],
): Box {
  return {
    x: columns.origin + (left - 0.5) * columns.jump,
    y: rows.origin + (top - 0.5) * rows.jump,
    width: (right - left + 1) * columns.jump,
    height: (bottom - top + 1) * rows.jump,
  };
}

/** The outline around the hulls of two sheets in the picture. */
function coneBetween(lower: Sheet, upper: Sheet): Point[] {
  if (!lower.hull || !upper.hull) return [];
  return convexHull([...cornersOf(lower), ...cornersOf(upper)]);
}

function cornersOf({ hull, matrix: [a, , c, d, e, f] }: Sheet): Point[] {
  const { x, y, width, height } = hull!;
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ].map(([px, py]) => [a * px + c * py + e, d * py + f]);
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0)
        chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}
