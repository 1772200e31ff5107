import { groupOf } from '../../math/incidence.js';
import type { Index4, Stage } from '../../math/types.js';
import { rangeOf } from '../../timeline/colour-range.js';
import type { Frame, Highlight, Moment, Selection, StageView } from '../../timeline/types.js';
import { formatNumber } from '../../words/numbers.js';
import { isPlaced } from '../current-term.js';
import { colourOf } from '../palette.js';
import type { Say } from '../say.js';
import type { ViewTheme } from '../theme.js';
import { cellText } from './cell-text.js';
import { inHandOf, type InHand } from './in-hand.js';
import { frameOfStage } from './shown-frame.js';
import type { CellMark, CellPlace, GridCell, GridTensor } from './types.js';

export interface GridOptions {
  readonly theme: ViewTheme;
  readonly say: Say;
  /** Cell that must stay in sight because the keyboard is on it. */
  readonly focus?: CellPlace | null;
  /** Tensors of which a person asked for all tables. */
  readonly expanded?: ReadonlySet<GridTensor>;
  /** The stage whose tables are shown; without it the one that runs. */
  readonly stage?: number | undefined;
}

/** What the tables of one moment have in common. */
export interface GridContext {
  readonly moment: Moment;
  readonly view: StageView;
  /** Of the shown stage. */
  readonly frame: Frame;
  readonly theme: ViewTheme;
  readonly say: Say;
  readonly focus: CellPlace | null;
  readonly expanded: ReadonlySet<GridTensor>;
  /** The filter whose weights are shown: of what is pointed at or pinned, else the one that runs. */
  readonly filter: number;
  /** The window stands on the input. */
  readonly placed: boolean;
  readonly inHand: InHand;
  readonly lit: Readonly<Record<GridTensor, ReadonlySet<string>>>;
  /** What is selected, as a cell of the shown stage; null where it is none. */
  readonly selection: Selection | null;
}

export function gridContext(
  moment: Moment,
  { theme, say, focus = null, expanded = new Set(), stage = moment.frame.stage }: GridOptions,
): GridContext {
  const frame = frameOfStage(moment, stage);
  const view = moment.stages[stage];
  const selection = selectionHere(moment, stage);
  const lit = highlightHere(moment, stage);
  const biases = selection?.tensor === 'bias' ? [String(selection.index)] : [];
  return {
    moment,
    view,
    frame,
    theme,
    say,
    focus,
    expanded,
    filter: filterOf(view.stage, selection) ?? frame.cell[3],
    placed: isPlaced(frame),
    inHand: inHandOf(view.stage, frame),
    lit: {
      input: new Set(lit.input.map(String)),
      weights: new Set(lit.weights.map(String)),
      bias: new Set(biases),
      output: new Set(lit.output.map(String)),
    },
    selection,
  };
}

/** The output of a stage is the input of the next one: the same cell, by another name. */
function selectionHere({ selection, plan }: Moment, stage: number): Selection | null {
  if (!selection || selection.stage === stage) return selection;
  const feeds = plan.stages[stage].from[0] === selection.stage && selection.tensor === 'output';
  const reads = plan.stages[selection.stage]?.from[0] === stage && selection.tensor === 'input';
  if (!feeds && !reads) return null;
  return { ...selection, stage, tensor: feeds ? 'input' : 'output' };
}

function highlightHere({ highlight, plan }: Moment, stage: number): Omit<Highlight, 'stage'> {
  const none: readonly Index4[] = [];
  if (!highlight) return { input: none, output: none, weights: [] };
  if (highlight.stage === stage) return highlight;
  const feeds = plan.stages[stage].from[0] === highlight.stage;
  const reads = plan.stages[highlight.stage]?.from[0] === stage;
  return { input: feeds ? highlight.output : none, output: reads ? highlight.input : none, weights: [] };
}

/** The output channel that a selected cell belongs to; null where it belongs to none, or to another stage. */
function filterOf(stage: Stage, selection: Selection | null): number | null {
  if (!selection) return null;
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
  /** Products that lie on it, in a scatter walk. */
  readonly layers?: number;
  /** Said instead of the ordinary name; the places count from 1. */
  readonly name?: string;
}

/** A cell of a tensor. */
export function cellOf(context: GridContext, place: CellPlace, content: CellContent): GridCell {
  const { index, value, marks, layers = 0 } = content;
  const { view, theme } = context;
  const range = rangeOf(view, place.tensor === 'bias' ? 'output' : place.tensor, index.at(-1));
  const colours = value === null ? { fill: '', ink: '' } : colourOf(value, range, theme);
  const shared = sharedMarks(context, place.tensor, index);
  return {
    ...place,
    index,
    value,
    text: value === null ? '' : cellText(value, view),
    name: withMarks(
      context.say,
      content.name ?? cellName(context, place, value),
      place.tensor === 'input' ? marks : marks.filter((mark) => mark !== 'window'),
      layers,
    ),
    marks: [...marks, ...shared],
    editable: isEditable(context, place.tensor),
    layers,
    ...colours,
  };
}

/** What is computed cannot be edited: outputs, and the input of a later stage. */
function isEditable({ view }: GridContext, tensor: GridTensor): boolean {
  return tensor === 'input' ? view.stage.from[0] < 0 : tensor !== 'output';
}

/** A zero around the input, or an inserted one: it has a place in the table, but none in the tensor. */
export function zeroCell(
  { say }: GridContext,
  place: CellPlace,
  kind: 'padding' | 'inserted',
  marks: readonly CellMark[],
): GridCell {
  return {
    ...placeOf(place),
    value: 0,
    text: kind === 'padding' ? '0' : '·',
    name: withMarks(say, say(`grid.cell.${kind}`, { channel: place.channel + 1 }), marks),
    marks: [kind, ...marks],
  };
}

/** A cell that the padding of a transposed convolution cuts off. */
export function croppedCell(
  { say, view, theme }: GridContext,
  place: CellPlace,
  value: number | null,
): GridCell {
  const range = rangeOf(view, place.tensor as 'output', place.channel);
  const colours = value === null ? {} : colourOf(value, range, theme);
  const text = value === null ? '' : formatNumber(value, { digits: fullDigits });
  const name = say(text === '' ? 'grid.cell.cropped' : 'grid.cell.cropped-value', { value: text });
  return {
    ...placeOf(place),
    value,
    text: value === null ? '' : cellText(value, view),
    name,
    marks: ['cropped'],
    ...colours,
  };
}

/** A place without a cell in the tensor. */
function placeOf(place: CellPlace): GridCell {
  const nothing = { index: null, value: null, text: '', name: '', marks: [], fill: '', ink: '' };
  return { ...place, ...nothing, editable: false, layers: 0 };
}

function sharedMarks(
  { selection, lit }: GridContext,
  tensor: GridTensor,
  index: readonly number[],
): CellMark[] {
  const key = String(index);
  const isPinned = selection?.pinned && selection.tensor === tensor && String(selection.index) === key;
  const marks: CellMark[] = [];
  if (lit[tensor].has(key)) marks.push('highlighted');
  if (isPinned) marks.push('pinned');
  return marks;
}

/** Printed digits of a number that is read out or asked for: all that a float32 holds. */
const fullDigits = 7;

function cellName(
  { say, filter }: GridContext,
  { tensor, channel, row, column }: CellPlace,
  value: number | null,
): string {
  return say(`grid.cell.${tensor}`, {
    filter: (tensor === 'bias' ? column : filter) + 1,
    channel: channel + 1,
    row: row + 1,
    column: column + 1,
    value: value === null ? say('grid.cell.pending') : printed(value),
  });
}

/** A number as it is read out. */
export function printed(value: number): string {
  return formatNumber(value, { digits: fullDigits });
}

function withMarks(say: Say, cell: string, marks: readonly CellMark[], layers = 0): string {
  if (marks.includes('unread')) return say('grid.cell.unread', { cell });
  if (marks.includes('bare')) return say('grid.cell.bare', { cell });
  if (layers > 1) return say('grid.cell.layers', { cell, layers });
  return marks.includes('window') ? say('grid.cell.window', { cell }) : cell;
}
