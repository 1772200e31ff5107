/** How the cells of a tensor stand along a side of the matrix. The data keep the engine's order. */
import type { Side } from '../../math/incidence.js';
import { displayOrder, displayPlaces, type CellOrder } from '../../math/matrix-places.js';
import type { Stage } from '../../math/types.js';

/** The cells of one image along a side of the sheet. */
export interface CellAxis {
  readonly side: Side;
  readonly order: CellOrder;
  readonly cells: number;
  /** Cells between two thin rules, and between two stronger ones: image rows and channels, or pixels and image rows. */
  readonly rule: number;
  readonly block: number;
  /** Place on the sheet of each cell in the engine's order, and the other way round. */
  readonly places: Int32Array;
  readonly offsets: Int32Array;
}

const axes = new WeakMap<Stage, Map<string, CellAxis>>();

/** The axis of a side; made once a stage, because it has an entry for every cell. */
export function cellAxis(stage: Stage, side: Side, order: CellOrder): CellAxis {
  const known = axes.get(stage) ?? new Map<string, CellAxis>();
  axes.set(stage, known);
  const key = `${side} ${order}`;
  const axis = known.get(key) ?? makeAxis(stage, side, order);
  known.set(key, axis);
  return axis;
}

function makeAxis(stage: Stage, side: Side, order: CellOrder): CellAxis {
  const [, height, width, channels] = stage[side];
  const byPixel = order === 'pixel' && channels > 1;
  const offsets = displayOrder(stage, side, order);
  return {
    side,
    order,
    cells: offsets.length,
    rule: byPixel ? channels : width,
    block: byPixel ? width * channels : height * width,
    places: displayPlaces(stage, side, order),
    offsets,
  };
}
