import { groupOf } from '../math/incidence.js';
import { offsetOf } from '../math/tensor.js';
import type { Index4 } from '../math/types.js';
import { ordinalOf } from '../timeline/cells.js';
import type { Moment, Selection, StageView } from '../timeline/types.js';
import { formatNumber } from '../words/numbers.js';
import { say, type Language } from '../words/say.js';

/** What is pointed at or pinned, in one sentence; '' while nothing is. */
export function pointedSentence(moment: Moment, language: Language): string {
  const { selection } = moment;
  if (!selection) return '';
  const sentence = describe(moment, moment.stages[selection.stage], selection, language);
  return selection.pinned ? say(language, 'pointed.pinned', { sentence }) : sentence;
}

function describe(moment: Moment, view: StageView, { tensor, index }: Selection, language: Language): string {
  const { stage } = view;
  const cellsOfMap = stage.output[0] * stage.output[1] * stage.output[2];
  if (tensor === 'weights') {
    const [row, column, channel, filter] = index;
    const value = formatNumber(view.weights.data[offsetOf(stage.weightShape, index)]);
    const read = groupOf(stage, 'small', filter) * stage.weightShape[2] + channel;
    const places = { filter: filter + 1, channel: read + 1, row: row + 1, column: column + 1 };
    return say(language, 'pointed.weights', { ...places, value, cells: cellsOfMap });
  }
  if (tensor === 'bias') {
    const value = formatNumber(view.bias?.data[index[0]] ?? 0);
    return say(language, 'pointed.bias', { filter: index[0] + 1, value, cells: cellsOfMap });
  }
  const [, row, column, channel] = index;
  const places = { row: row + 1, column: column + 1, channel: channel + 1 };
  if (tensor === 'input') {
    const value = formatNumber(view.input.data[offsetOf(stage.input, index)]);
    return say(language, 'pointed.input', { ...places, value, cells: distinct(moment.highlight?.output) });
  }
  const value = isDone(moment, stage.index, index as unknown as Index4)
    ? say(language, 'pointed.value', { value: formatNumber(view.output.data[offsetOf(stage.output, index)]) })
    : say(language, 'pointed.pending');
  return say(language, 'pointed.output', { ...places, value, cells: distinct(moment.highlight?.input) });
}

/** Has the run made this cell already? Earlier stages are finished, later ones not begun. */
function isDone({ frame, stages }: Moment, stage: number, cell: Index4): boolean {
  if (stage !== frame.stage) return stage < frame.stage;
  return ordinalOf(stages[stage].stage, cell) < frame.cellsDone;
}

/** A transposed convolution may reach a cell by several taps. */
function distinct(cells: readonly Index4[] = []): number {
  return new Set(cells.map(String)).size;
}
