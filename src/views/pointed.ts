import { groupOf } from '../math/incidence.js';
import { offsetOf } from '../math/tensor.js';
import type { Index4 } from '../math/types.js';
import type { Moment, Selection, StageView } from '../timeline/types.js';
import { say, type Language } from '../words/say.js';
import { spoken } from '../words/spoken.js';
import { outputState } from './output-state.js';

/** What is pointed at or pinned, in one sentence; '' while nothing is. */
export function pointedSentence(moment: Moment, language: Language): string {
  const { selection } = moment;
  if (!selection) return '';
  const sentence = describe(moment, moment.stages[selection.stage], selection, language);
  if (!selection.pinned) return sentence;
  return say(language, selection.declared ? 'pointed.marked' : 'pointed.pinned', { sentence });
}

function describe(moment: Moment, view: StageView, selection: Selection, language: Language): string {
  const { tensor, index } = selection;
  const { stage } = view;
  const cellsOfMap = stage.output[0] * stage.output[1] * stage.output[2];
  if (tensor === 'weights') return describeWeight(view, selection, language);
  if (tensor === 'bias') {
    const value = spoken(language, view.bias?.data[index[0]] ?? 0, view);
    return say(language, 'pointed.bias', { filter: index[0] + 1, value, cells: cellsOfMap });
  }
  const [, row, column, channel] = index;
  const places = { row: row + 1, column: column + 1, channel: channel + 1 };
  if (tensor === 'input') {
    const value = spoken(language, view.input.data[offsetOf(stage.input, index)], view);
    return say(language, 'pointed.input', { ...places, value, cells: distinct(moment.highlight?.output) });
  }
  const { value: number, done } = outputState(moment, stage.index, index as unknown as Index4);
  const value =
    number === null
      ? say(language, 'pointed.pending')
      : say(language, done ? 'pointed.value' : 'pointed.so-far', { value: spoken(language, number, view) });
  return say(language, 'pointed.output', { ...places, value, cells: distinct(moment.highlight?.input) });
}

function describeWeight(view: StageView, { index, pair }: Selection, language: Language): string {
  const { stage, weights, input } = view;
  const [row, column, big, small] = index;
  const group = groupOf(stage, 'small', small);
  const bigChannel = group * stage.weightShape[2] + big;
  const [read, filter] = stage.op === 'conv' ? [bigChannel, small] : [small, bigChannel];
  const value = spoken(language, weights.data[offsetOf(stage.weightShape, index)], view);
  const places = { filter: filter + 1, channel: read + 1, row: row + 1, column: column + 1, value };
  if (pair) {
    const [, inputRow, inputColumn] = pair.input;
    const [, outputRow, outputColumn] = pair.output;
    return say(language, 'pointed.pair', {
      ...places,
      input: spoken(language, input.data[offsetOf(stage.input, pair.input)], view),
      inputRow: inputRow + 1,
      inputColumn: inputColumn + 1,
      outputRow: outputRow + 1,
      outputColumn: outputColumn + 1,
    });
  }
  const [images, rows, columns] = stage.small;
  const key = stage.op === 'conv' ? 'pointed.weights' : 'pointed.weights-transposed';
  return say(language, key, { ...places, cells: images * rows * columns });
}

/** A transposed convolution may reach a cell by several taps. */
function distinct(cells: readonly Index4[] = []): number {
  return new Set(cells.map(String)).size;
}
