import { groupOf } from '../../math/incidence.js';
import type { Stage, Term } from '../../math/types.js';
import type { Frame, Moment, Selection, StageView } from '../../timeline/types.js';
import { formatNumber } from '../../words/numbers.js';
import { currentTerm, isPlaced } from '../current-term.js';
import { colourOf } from '../palette.js';
import type { Say } from '../say.js';
import type { ViewTheme } from '../theme.js';
import { cellText } from './cell-text.js';
import type { CellMark, CellPlace, GridCell, GridTensor } from './types.js';

export interface GridOptions {
  readonly theme: ViewTheme;
  readonly say: Say;
  /** Cell that must stay in sight because the keyboard is on it. */
  readonly focus?: CellPlace | null;
  /** Tensors of which a person asked for all tables. */
  readonly expanded?: ReadonlySet<GridTensor>;
}

/** What the tables of one moment have in common. */
export interface GridContext {
  readonly moment: Moment;
  readonly view: StageView;
  readonly frame: Frame;
  readonly theme: ViewTheme;
  readonly say: Say;
  readonly focus: CellPlace | null;
  readonly expanded: ReadonlySet<GridTensor>;
  /** The filter whose weights are shown: of what is pointed at or pinned, else the one that runs. */
  readonly filter: number;
  /** The window stands on the input. */
  readonly placed: boolean;
  /** In hand now. */
  readonly term: Term | null;
  readonly lit: Readonly<Record<GridTensor, ReadonlySet<string>>>;
}

export function gridContext(
  moment: Moment,
  { theme, say, focus = null, expanded = new Set() }: GridOptions,
): GridContext {
  const { frame, highlight } = moment;
  const term = currentTerm(frame);
  const view = moment.stages[frame.stage];
  const lit = highlight?.stage === frame.stage ? highlight : null;
  return {
    moment,
    view,
    frame,
    theme,
    say,
    focus,
    expanded,
    filter: filterOf(view.stage, moment.selection) ?? frame.cell[3],
    placed: isPlaced(frame),
    term: term === null ? null : frame.terms[term],
    lit: {
      input: new Set(lit?.input.map(String)),
      weights: new Set(lit?.weights.map(String)),
      output: new Set(lit?.output.map(String)),
    },
  };
}

/** The output channel that a selected cell belongs to; null where it belongs to none, or to another stage. */
function filterOf(stage: Stage, selection: Selection | null): number | null {
  if (selection?.stage !== stage.index) return null;
  const { tensor, index } = selection;
  if (tensor === 'output') return index[3];
  if (tensor === 'bias') return index[0];
  if (tensor === 'input') return null;
  const [, , big, small] = index;
  return stage.op === 'conv' ? small : groupOf(stage, 'small', small) * stage.weightShape[2] + big;
}

/** What one cell shows, before colours and shared marks. */
export interface CellContent {
  readonly index: readonly number[];
  /** null while it is not computed. */
  readonly value: number | null;
  readonly marks: readonly CellMark[];
}

/** A cell of a tensor. */
export function cellOf(
  context: GridContext,
  place: CellPlace,
  { index, value, marks }: CellContent,
): GridCell {
  const range = context.view.ranges[place.tensor];
  const colours = value === null ? { fill: '', ink: '' } : colourOf(value, range, context.theme);
  const shared = sharedMarks(context, place.tensor, index);
  return {
    ...place,
    index,
    value,
    text: value === null ? '' : cellText(value),
    name: cellName(context, place, value, marks),
    marks: [...marks, ...shared],
    ...colours,
  };
}

/** A zero around the input: it has a place in the table, but none in the tensor. */
export function paddingCell({ say }: GridContext, place: CellPlace, marks: readonly CellMark[]): GridCell {
  const name = withMarks(say, say('grid.cell.padding', { channel: place.channel + 1 }), marks);
  return {
    ...place,
    index: null,
    value: 0,
    text: '0',
    name,
    marks: ['padding', ...marks],
    fill: '',
    ink: '',
  };
}

function sharedMarks(
  { moment, frame, lit }: GridContext,
  tensor: GridTensor,
  index: readonly number[],
): CellMark[] {
  const { selection } = moment;
  const key = String(index);
  const chosen = selection?.pinned && selection.stage === frame.stage && selection.tensor === tensor;
  const marks: CellMark[] = [];
  if (lit[tensor].has(key)) marks.push('highlighted');
  if (chosen && String(selection.index) === key) marks.push('pinned');
  return marks;
}

/** Printed digits of a number that is read out or asked for: all that a float32 holds. */
const fullDigits = 7;

function cellName(
  { say, filter }: GridContext,
  { tensor, channel, row, column }: CellPlace,
  value: number | null,
  marks: readonly CellMark[],
): string {
  const name = say(`grid.cell.${tensor}`, {
    filter: filter + 1,
    channel: channel + 1,
    row: row + 1,
    column: column + 1,
    value: value === null ? say('grid.cell.pending') : formatNumber(value, { digits: fullDigits }),
  });
  return withMarks(say, name, marks);
}

function withMarks(say: Say, cell: string, marks: readonly CellMark[]): string {
  if (marks.includes('unread')) return say('grid.cell.unread', { cell });
  return marks.includes('window') ? say('grid.cell.window', { cell }) : cell;
}
