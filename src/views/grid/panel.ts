import { formatCount } from '../../words/numbers.js';
import type { GridContext } from './context.js';
import type {
  CellPlace,
  Frame4,
  GridCell,
  GridGroup,
  GridPanel,
  GridTensor,
  Overview,
  ShownAxis,
} from './types.js';
import { shownAxis, shownChannels, type AxisNeed } from './visible.js';

/** What a table needs to be made. */
export interface PanelPlan {
  readonly tensor: GridTensor;
  readonly channel: number;
  /** Titles of the group and of the table. */
  readonly groupTitle: string;
  readonly title: string;
  readonly current: boolean;
  readonly rows: ShownAxis;
  readonly columns: ShownAxis;
  readonly cell: (place: CellPlace) => GridCell;
  readonly overview: Overview | null;
}

export function panelOf({ say, frame }: GridContext, plan: PanelPlan): GridPanel {
  const { tensor, channel, groupTitle, title, current, rows, columns, cell, overview } = plan;
  const name = say('grid.name', { tensor: groupTitle, panel: title });
  return {
    key: `${frame.stage}-${tensor}-${channel}`,
    tensor,
    channel,
    title,
    name:
      rows.hidden + columns.hidden === 0
        ? name
        : say('grid.name', { tensor: name, panel: partOf(say, rows, columns) }),
    current,
    rows,
    columns,
    cells: rows.positions.map((row) =>
      columns.positions.map((column) => cell({ tensor, channel, row, column })),
    ),
    overview,
  };
}

/** The shown positions of an axis; the cell that the keyboard is on stays in sight. */
export function axisIn(
  { focus }: GridContext,
  tensor: GridTensor,
  along: 'row' | 'column',
  need: Omit<AxisNeed, 'kept'>,
): ShownAxis {
  return shownAxis({ ...need, kept: focus?.tensor === tensor ? focus[along] : undefined });
}

/** Most tables of one tensor. Of a big one fewer: all channels of a picture, but of the output only what is in hand. */
const mostPanels = 4;
const mostCroppedPanels: Readonly<Record<GridTensor, number>> = { input: 3, weights: 3, bias: 1, output: 2 };

/** Also when a person asks for all of them: every table is drawn again at every step. */
const mostExpanded = 64;

export interface ShownChannels extends Pick<GridGroup, 'more' | 'expanded' | 'note'> {
  readonly shown: readonly number[];
}

/** The shown channels of a tensor, and what is said about the others. */
export function channelsIn(
  { focus, expanded, say }: GridContext,
  tensor: GridTensor,
  axes: readonly ShownAxis[],
  count: number,
  current: number,
): ShownChannels {
  const few = axes.some((axis) => axis.hidden > 0) ? mostCroppedPanels[tensor] : mostPanels;
  const isExpanded = expanded.has(tensor) && count > few;
  const shown = shownChannels(
    count,
    focus?.tensor === tensor ? focus.channel : current,
    isExpanded ? mostExpanded : few,
  );
  const addable = Math.min(count, mostExpanded) - few;
  const hidden = count - shown.length;
  return {
    shown,
    expanded: isExpanded,
    more: isExpanded
      ? say('grid.fewer')
      : addable > 0
        ? say('grid.more', { count: formatCount(addable) })
        : '',
    note: isExpanded && hidden > 0 ? say('grid.rest', { count: formatCount(hidden) }) : '',
  };
}

/** More columns than this, and two tables of a group seldom fit beside another group. */
const widestNarrow = 9;

export function isWide({ positions }: ShownAxis): boolean {
  return positions.length > widestNarrow;
}

/** The frame of the shown cells of a map, without its padding. */
export function shownFrame(rows: ShownAxis, columns: ShownAxis): Frame4 {
  const [firstRow, height] = extent(rows);
  const [firstColumn, width] = extent(columns);
  return [firstRow, firstColumn, height, width];
}

function extent({ size, positions }: ShownAxis): [first: number, length: number] {
  const inside = positions.filter((position) => position >= 0 && position < size);
  return [inside[0] ?? 0, inside.length];
}

function partOf(say: GridContext['say'], rows: ShownAxis, columns: ShownAxis): string {
  const [firstRow, firstColumn, height, width] = shownFrame(rows, columns);
  return say('grid.part', {
    firstRow: firstRow + 1,
    lastRow: firstRow + height,
    firstColumn: firstColumn + 1,
    lastColumn: firstColumn + width,
    size: `${rows.size} × ${columns.size}`,
  });
}
