/** The vectors beside the sheet: what goes in above the columns, what comes out left of the rows. */
import type { Tensor } from '../../math/types.js';
import { rangeOf } from '../../timeline/colour-range.js';
import type { Moment, StageView } from '../../timeline/types.js';
import { inputValue, isGrowing, outputValue } from './made.js';
import { cellOfOffset, sideOf, type Sheet } from './sheet.js';

/** A heading of the sheet: one cell for each column, or for each row. */
export interface Vector {
  /** x goes into the layer and y comes out of it; z comes out of the turned matrix; b is the bias. */
  readonly letter: 'x' | 'y' | 'z' | 'b';
  /** Whose cells stand here: pointing at one points at that cell. */
  readonly tensor: 'input' | 'output' | 'bias';
  readonly cells: number;
  /** Largest absolute value of its colour scale; where channels have scales of their own, of the widest. */
  readonly range: number;
  /** Decimals of its numbers, as in a stage's view. */
  readonly decimals: number | undefined;
  /** Any numbers may be put in. */
  readonly free: boolean;
  /** Its numbers are sums that a scatter walk has not finished. */
  readonly growing: boolean;
  /** null where the cell is empty. */
  valueAt(place: number): number | null;
  /** Of the scale of a cell's channel. */
  rangeAt(place: number): number;
}

/** What is put into the turned sheet, and what the engine made of it. */
export interface Fed {
  readonly given: Tensor;
  /** null while it is on its way. */
  readonly result: Tensor | null;
}

export interface Vectors {
  readonly top: Vector;
  readonly left: Vector;
  /** Beyond the vector at the left: the bias, which is not in the matrix; or x again, to compare z with it. */
  readonly beyond: Vector | null;
}

export function vectorsOf(moment: Moment, sheet: Sheet, image: number, fed: Fed | null): Vectors {
  const stage = sheet.stage.index;
  const view = moment.stages[stage];
  const { bias } = view;
  const x = { letter: 'x', tensor: 'input', image, view, growing: false } as const;
  const input = heading(sheet, x, (cell) => inputValue(moment, stage, cell));
  if (!sheet.turned) {
    const growing = isGrowing(moment, stage);
    const y = { letter: 'y', tensor: 'output', image, view, growing } as const;
    const output = heading(sheet, y, (cell) => outputValue(moment, stage, cell));
    return { top: input, left: output, beyond: bias ? biasVector(sheet, bias, view) : null };
  }
  const { decimals } = view;
  const { given = null, result = null } = fed ?? {};
  return {
    top: slot(sheet, { letter: 'y', tensor: 'output', image, decimals }, given),
    left: slot(sheet, { letter: 'z', tensor: 'input', image, decimals }, result),
    beyond: result ? input : null,
  };
}

interface HeadingFacts extends Pick<Vector, 'letter' | 'growing'> {
  readonly view: StageView;
  readonly tensor: 'input' | 'output';
  readonly image: number;
}

function heading(
  sheet: Sheet,
  { letter, tensor, image, view, growing }: HeadingFacts,
  valueOf: (cell: ReturnType<typeof cellOfOffset>) => number | null,
): Vector {
  const side = sideOf(sheet, tensor);
  const axis = side === sheet.rowSide ? sheet.rows : sheet.columns;
  const cellAt = (place: number) => cellOfOffset(sheet.stage, side, image, axis.offsets[place]);
  return {
    ...{ letter, tensor, growing, cells: axis.cells, free: false },
    range: rangeOf(view, tensor),
    decimals: view.decimals,
    valueAt: (place) => valueOf(cellAt(place)),
    rangeAt: (place) => rangeOf(view, tensor, cellAt(place)[3]),
  };
}

/** A heading of the turned sheet: empty until something is put in. */
interface SlotFacts extends Pick<Vector, 'letter' | 'decimals'> {
  readonly tensor: 'input' | 'output';
  readonly image: number;
}

function slot(sheet: Sheet, { letter, tensor, image, decimals }: SlotFacts, numbers: Tensor | null): Vector {
  const side = sideOf(sheet, tensor);
  const axis = side === sheet.rowSide ? sheet.rows : sheet.columns;
  const start = image * axis.cells;
  const valueAt = (place: number): number | null => numbers?.data[start + axis.offsets[place]] ?? null;
  const range = numbers ? largest(numbers.data) : 0;
  return {
    ...{ letter, tensor, decimals, range, valueAt },
    ...{ cells: axis.cells, free: letter === 'y', growing: false },
    rangeAt: () => range,
  };
}

function biasVector({ stage, rows }: Sheet, bias: Tensor, view: StageView): Vector {
  const filterAt = (place: number): number => rows.offsets[place] % stage.filters;
  return {
    ...{ letter: 'b', tensor: 'bias', cells: rows.cells, free: false, growing: false },
    range: rangeOf(view, 'output'),
    decimals: view.decimals,
    valueAt: (place) => bias.data[filterAt(place)],
    rangeAt: (place) => rangeOf(view, 'output', filterAt(place)),
  };
}

const largestOf = new WeakMap<Float32Array, number>();

function largest(values: Float32Array): number {
  const known = largestOf.get(values);
  if (known !== undefined) return known;
  let most = 0;
  for (const value of values) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  largestOf.set(values, most);
  return most;
}
