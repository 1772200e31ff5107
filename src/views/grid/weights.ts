import { channelsOf, groupOf, readSide, writtenSide } from '../../math/incidence.js';
import { offsetOf } from '../../math/tensor.js';
import type { WeightIndex } from '../../math/types.js';
import { mixesOnePlace, runsInLanes } from '../../timeline/cells.js';
import { formatShape } from '../shape.js';
import { textWidth } from './cell-text.js';
import { cellOf, printed, type GridContext } from './context.js';
import { gridLegend } from './legend.js';
import { mixingGroup } from './mixing.js';
import { axisIn, channelsIn, panelOf } from './panel.js';
import type { CellMark, GridCell, GridGroup, ShownAxis } from './types.js';

/** Slices of weights, one table each. */
interface Slices {
  readonly title: string;
  readonly count: number;
  /** The slice that is in hand. */
  readonly current: number;
  /** Is its row of the sum added now? */
  readonly adding: boolean;
  readonly name: (slice: number) => string;
  readonly index: (slice: number, row: number, column: number) => WeightIndex;
  /** As a screen reader has it. */
  readonly cellName: (slice: number, row: number, column: number, value: number) => string;
  readonly note: string;
  /** Rows and columns run from last to first, as under the window of a transposed convolution. */
  readonly turned: boolean;
}

/**
 * The filter that is looked at, else the one in hand: one slice for each channel that it reads. Where no channels are added,
 * the slices of all lanes; along inputs, those that the channel in hand is multiplied by; of a 1×1 kernel one table for all.
 */
export function weightsGroup(context: GridContext): GridGroup {
  const { view, frame } = context;
  const { stage } = view;
  if (mixesOnePlace(stage) && stage.input[3] > 1) return mixingGroup(context);
  if (runsInLanes(stage)) return sliceGroup(context, laneSlices(context));
  return sliceGroup(context, frame.stamp ? stampSlices(context) : filterSlices(context));
}

function filterSlices(context: GridContext): Slices {
  const { view, frame, filter, say } = context;
  const { stage, turned } = view;
  const { first, count } = channelsOf(stage, readSide(stage), groupOf(stage, writtenSide(stage), filter));
  const gathers = stage.op === 'transposed';
  return {
    title: say('grid.weights', { filter: filter + 1, filters: stage.filters }),
    count,
    current: frame.channel,
    adding: frame.beat === 'add' && filter === frame.cell[3],
    name: (slice) => say('grid.slice', { channel: first + slice + 1 }),
    index: (slice, row, column) =>
      gathers ? [row, column, filter % stage.weightShape[2], first + slice] : [row, column, slice, filter],
    cellName: (slice, row, column, value) =>
      say('grid.cell.weights', {
        filter: filter + 1,
        channel: first + slice + 1,
        row: row + 1,
        column: column + 1,
        value: printed(value),
      }),
    note: gathers || turned ? say('grid.turned') : '',
    turned: gathers,
  };
}

function laneSlices({ view, frame, inHand, say }: GridContext): Slices {
  const { stage, turned } = view;
  const maps = stage.filters / stage.groups;
  return {
    title: say('grid.lanes', { slices: stage.filters }),
    count: stage.filters,
    current: frame.cell[3],
    adding: frame.beat === 'add' && inHand.tap !== null,
    name: (slice) => {
      const channel = Math.floor(slice / maps) + 1;
      return maps === 1
        ? say('grid.slice', { channel })
        : say('grid.lane-slice', { channel, slice: (slice % maps) + 1, slices: maps });
    },
    index: (slice, row, column) => [row, column, 0, slice],
    cellName: (slice, row, column, value) =>
      say('grid.cell.lane', {
        channel: Math.floor(slice / maps) + 1,
        filter: slice + 1,
        row: row + 1,
        column: column + 1,
        value: printed(value),
      }),
    note: turned ? say('grid.turned') : '',
    turned: false,
  };
}

function stampSlices({ view, frame, say }: GridContext): Slices {
  const { stage } = view;
  const small = frame.stamp?.input[3] ?? 0;
  const { first, count } = channelsOf(stage, 'big', groupOf(stage, 'small', small));
  return {
    title: say('grid.stamp', { channel: small + 1 }),
    count,
    current: 0,
    adding: false,
    name: (slice) => say('grid.stamp-slice', { filter: first + slice + 1 }),
    index: (slice, row, column) => [row, column, slice, small],
    cellName: (slice, row, column, value) =>
      say('grid.cell.stamp', {
        channel: small + 1,
        filter: first + slice + 1,
        row: row + 1,
        column: column + 1,
        value: printed(value),
      }),
    note: say('grid.not-turned'),
    turned: false,
  };
}

function sliceGroup(context: GridContext, slices: Slices): GridGroup {
  const { view, inHand } = context;
  const { stage, weights } = view;
  const [rows, columns] = ([0, 1] as const).map((axis) => kernelAxis(context, axis, slices.turned));
  const { shown, note, ...others } = channelsIn(
    context,
    'weights',
    [rows, columns],
    slices.count,
    slices.current,
  );
  const tapOf = (axis: 0 | 1, position: number): number =>
    slices.turned ? stage.kernel[axis] - 1 - position : position;
  const panels = shown.map((slice) =>
    panelOf(context, {
      tensor: 'weights',
      channel: slice,
      groupTitle: slices.title,
      title: slices.name(slice),
      current: slices.adding && (runsInLanes(stage) ? isInHand(context, slice) : slice === slices.current),
      rows,
      columns,
      cell: (place): GridCell => {
        const [row, column] = [tapOf(0, place.row), tapOf(1, place.column)];
        const index = slices.index(slice, row, column);
        const value = weights.data[offsetOf(stage.weightShape, index)];
        const marks: CellMark[] = inHand.weights.has(String(index)) ? ['current'] : [];
        const name = slices.cellName(slice, row, column, value);
        return cellOf(context, place, { index, value, marks, name });
      },
      overview: null,
    }),
  );
  const shape = formatShape([...stage.kernel, slices.count]);
  return {
    tensor: 'weights',
    title: `${slices.title} · ${shape}`,
    channels: slices.count,
    ...others,
    note: [slices.note, note].filter(Boolean).join(' · '),
    wide: false,
    textWidth: textWidth(weights.data, view),
    panels,
    legend: gridLegend('weights', [{ mark: 'current', text: 'grid.mark.current' }], panels, context),
  };
}

function isInHand({ frame }: GridContext, filter: number): boolean {
  return frame.lanes.some((cell) => cell[3] === filter);
}

function kernelAxis(context: GridContext, axis: 0 | 1, turned: boolean): ShownAxis {
  const size = context.view.stage.kernel[axis];
  const tap = context.inHand.tap?.[axis] ?? 0;
  const at = turned ? size - 1 - tap : tap;
  return axisIn(context, 'weights', axis === 0 ? 'row' : 'column', {
    size,
    paddingBefore: 0,
    paddingAfter: 0,
    span: { first: at, last: at },
    ...(turned ? { label: (position: number) => String(size - position) } : {}),
  });
}
