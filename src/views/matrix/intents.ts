import { weightAtPlace } from '../../math/matrix-places.js';
import type { ViewIntent } from '../../timeline/types.js';
import type { MatrixModel } from './model.js';
import { cellOfOffset, entryAt, sideOf, type Place } from './sheet.js';

/**
 * What pointing at a place means: an entry is one use of a weight, a heading is a cell of the input or the output, what
 * stands beyond is a bias or an input cell. A blank place is nothing.
 */
export function intentAt(
  { sheet, image, top, left, beyond }: MatrixModel,
  place: Place,
  kind: 'hover' | 'pin',
): ViewIntent {
  const { stage } = sheet;
  const nothing = { kind: 'leave', stage: stage.index, tensor: 'input', index: [] } as const;
  const vector = place.row === -1 ? top : place.column === -1 ? left : place.column === -2 ? beyond : null;
  if (vector) {
    const offset = place.row === -1 ? sheet.columns.offsets[place.column] : sheet.rows.offsets[place.row];
    const { tensor } = vector;
    const index =
      tensor === 'bias'
        ? [offset % stage.filters]
        : cellOfOffset(stage, sideOf(sheet, tensor), image, offset);
    return { kind, stage: stage.index, tensor, index };
  }
  const entry = place.row < 0 || place.column < 0 ? null : entryAt(sheet, place);
  const weight = entry && weightAtPlace(stage, entry.small, entry.big);
  if (!entry || !weight) return nothing;
  const [big, small] = (['big', 'small'] as const).map((side) =>
    cellOfOffset(stage, side, image, entry[side]),
  );
  const [input, output] = stage.op === 'conv' ? [big, small] : [small, big];
  return { kind, stage: stage.index, tensor: 'weights', index: weight, pair: { input, output } };
}
