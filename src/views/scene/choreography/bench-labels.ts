/** Names that choreographies have in common: of input and output, and of columns, rows and sum of a bench. */
import type { Stage } from '../../../math/types.js';
import type { Beat, Frame } from '../../../timeline/types.js';
import { sizeNamed, type LabelKey, type PlacedLabel } from '../labels.js';
import { isRest, sumCentre, type Bench, type BenchColumn } from '../layout/bench.js';
import type { Box } from '../layout/space.js';

/** Cell units from the middle of the sum to the name above it. */
const aboveSum = 0.6;

/** @param isShort there is room for the names alone, without sizes */
export function volumeLabels(
  stage: Stage,
  bounds: Readonly<Record<'input' | 'output', Box>>,
  isShort = false,
): PlacedLabel[] {
  return (['input', 'output'] as const).map((key): PlacedLabel => {
    const parameters = sizeNamed(stage[key], isShort);
    return { key, family: key, parameters, anchor: 'above', station: key, at: bounds[key] };
  });
}

/** Over a column of the bench. @param beat the one in which the column is filled, and its name lit */
export function columnLabel(
  { bench, bounds }: { readonly bench: Bench; readonly bounds: { readonly bench: Box } },
  frame: Frame,
  key: LabelKey,
  column: BenchColumn,
  beat: Beat,
): PlacedLabel {
  return {
    key,
    family: 'columns',
    parameters: { filter: frame.cell[3] + 1 },
    anchor: 'above',
    active: frame.beat === beat,
    station: 'bench',
    at: [bench[column] + (bench.kernel[1] * bench.tile) / 2, bounds.bench.max[1], 0],
  };
}

export function sumLabel(bench: Bench, active: boolean): PlacedLabel {
  const [x, y] = sumCentre(bench);
  return {
    key: 'sum',
    family: 'sum',
    anchor: 'above',
    station: 'sum',
    active,
    at: [x + 0.3, y + aboveSum, 0],
  };
}

/** Each row of the bench by its channel. @param start the first channel that is read, from 0 */
export function channelLabels(bench: Bench, frame: Frame, start: number): PlacedLabel[] {
  return bench.rows.map((row, i): PlacedLabel => {
    const [first, last] = row.channels;
    const rest = isRest(row);
    return {
      key: rest ? 'moreChannels' : 'channel',
      id: `row ${i}`,
      family: 'rows',
      parameters: rest ? { count: last - first + 1 } : { channel: start + first + 1 },
      anchor: 'left',
      active: frame.beat === 'add' && frame.channel >= first && frame.channel <= last,
      station: 'bench',
      at: [bench.window - 0.2, row.y, 0],
      otherwise: [bench.window, row.y + (bench.kernel[0] * bench.tile) / 2, 0],
    };
  });
}
