/** What a transposed convolution makes beyond its output: cells that the padding crops, seen along its inputs only. */
import { axesOf, meetings, NOWHERE } from '../../math/incidence.js';
import { offsetOf } from '../../math/tensor.js';
import { layersBefore } from '../layers.js';
import type { GridContext } from './context.js';
import type { CellPlace } from './types.js';

export interface CanvasRing {
  /** Rows and columns around the output. */
  readonly before: readonly [rows: number, columns: number];
  readonly after: readonly [rows: number, columns: number];
  /** Number of a cropped cell; null before a stamp lands there. */
  readonly valueAt: (place: CellPlace) => number | null;
  /** Is this an output that no stamp reaches? */
  readonly isBare: (place: CellPlace) => boolean;
}

export function canvasAround({ view, frame, moment }: GridContext): CanvasRing {
  const { stage, canvas } = view;
  const [rowAxis, columnAxis] = axesOf(stage);
  const isBare = ({ row, column }: CellPlace): boolean =>
    stage.op === 'transposed' &&
    [meetings(rowAxis, 'big', row), meetings(columnAxis, 'big', column)].some((met) =>
      met.every(({ other }) => other === NOWHERE),
    );
  if (!canvas || frame.walk === 'output') {
    return { before: [0, 0], after: [0, 0], valueAt: () => null, isBare };
  }
  const { offset, tensor } = canvas;
  const beyond = (axis: 0 | 1): number =>
    Math.max(tensor.shape[axis + 1] - offset[axis] - stage.output[axis + 1], 0);
  const { stamp } = frame;
  const landed = new Set(
    stamp?.entries.slice(0, stamp.landed).map(({ place, channel }) => String([...place, channel])),
  );
  const finished = frame.cellsDone === frame.cells;
  const valueAt = ({ row, column, channel }: CellPlace): number | null => {
    const place = [row + offset[0], column + offset[1], channel];
    const image = frame.cell[0];
    if (finished) return tensor.data[offsetOf(tensor.shape, [image, ...place])];
    const hasLanded = landed.has(String([row, column, channel]));
    const sums = moment.partial?.canvas?.[hasLanded ? 'after' : 'before'];
    const layers = stamp ? layersBefore(stage, frame.ordinal, [image, row, column, channel]) : 0;
    return sums && layers + Number(hasLanded) > 0 ? sums.data[offsetOf(sums.shape, [0, ...place])] : null;
  };
  return { before: [offset[0], offset[1]], after: [beyond(0), beyond(1)], valueAt, isBare };
}
