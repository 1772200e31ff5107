/** A stack in words: its layers' names, its numbers in print, and one sentence that says it all. */
import type { Pair, Stage } from '../../math/types.js';
import { formatNumber } from '../../words/numbers.js';
import { say, type Language } from '../../words/say.js';
import { rangeOf } from '../../words/spoken.js';
import { percentText } from '../percent.js';
import { fieldOf, type LitGrid } from './cells.js';
import type { LayerKind } from './drafts.js';
import type { Stack } from './stack.js';

/** '7 × 7', rows × columns. */
export function sizeText(language: Language, [rows, columns]: Pair): string {
  return say(language, 'receptive-field.size', { rows: formatNumber(rows), columns: formatNumber(columns) });
}

/** '−1, −1': of places, which are no area. */
export function placeText(language: Language, [rows, columns]: Pair): string {
  return say(language, 'receptive-field.list', { rows: formatNumber(rows), columns: formatNumber(columns) });
}

/** 'Conv 3 × 3, stride 2'; what is as always is left out. */
export function layerName(language: Language, stage: Stage, kind: LayerKind): string {
  const both = ([rows, columns]: Pair): string =>
    rows === columns ? `${rows}` : sizeText(language, [rows, columns]);
  const name = say(language, 'receptive-field.name', {
    kind: say(language, `receptive-field.short.${kind}`),
    kernel: sizeText(language, stage.kernel),
  });
  const parts = [name];
  const isPlain = (pair: Pair): boolean => pair.every((value) => value === 1);
  if (!isPlain(stage.stride)) {
    parts.push(say(language, 'receptive-field.stride', { value: both(stage.stride) }));
  }
  if (!isPlain(stage.dilation)) {
    parts.push(say(language, 'receptive-field.dilation', { value: both(stage.dilation) }));
  }
  return parts.join(say(language, 'sentence.comma'));
}

/**
 * What one output sees, how fields follow each other, where the first begins, and what the chosen output reads of a real image.
 *
 * @param cell row and column of the output, from 0
 * @param input its cells on the input
 */
export function stackSentence(language: Language, stack: Stack, cell: Pair, grid: LitGrid): string {
  const { layers, field, stages } = stack;
  if (layers.length === 0) return say(language, 'receptive-field.empty');
  const size = sizeText(language, field.size);
  const sees = layers.length === 1 ? 'receptive-field.sentence.field.one' : 'receptive-field.sentence.field';
  const parts = [
    say(language, sees, { layers: layers.length, size }),
    jumpSentence(language, field.jump),
    startSentence(language, field.start),
    holesSentence(language, stack),
  ];
  const weights = weightsOf(stack);
  if (weights !== null && layers.length > 1) {
    const area = field.size[0] * field.size[1];
    parts.push(say(language, 'receptive-field.sentence.weights', { weights, size, area }));
  }
  if (stages.some(({ op }) => op === 'transposed')) {
    parts.push(say(language, 'receptive-field.sentence.widest'));
  }
  parts.push(cellSentence(language, stack, cell, grid));
  return parts.join(language === 'zh' ? '' : ' ');
}

/** Weights of one slice of all kernels; null where a layer has none of its own, or is no plain convolution. */
export function weightsOf({ layers, stages, kinds }: Stack): number | null {
  const isPlain = stages.every(({ op }) => op === 'conv') && !kinds.includes('pool');
  return isPlain && layers.length > 0 ? layers.reduce((sum, { taps }) => sum + taps, 0) : null;
}

function jumpSentence(language: Language, [rows, columns]: Pair): string {
  const numbers = { rows: formatNumber(rows), columns: formatNumber(columns) };
  if (rows !== columns) return say(language, 'receptive-field.sentence.jump.two', numbers);
  return say(
    language,
    rows === 1 ? 'receptive-field.sentence.jump.one' : 'receptive-field.sentence.jump',
    numbers,
  );
}

function startSentence(language: Language, start: Pair): string {
  const [rows, columns] = start;
  if (rows === columns && rows === 0) return say(language, 'receptive-field.sentence.start.edge');
  if (rows === columns && rows < 0) {
    return say(language, 'receptive-field.sentence.start.before', { before: formatNumber(-rows) });
  }
  return say(language, 'receptive-field.sentence.start', { start: placeText(language, start) });
}

function holesSentence(language: Language, { field: { size, coverage } }: Stack): string {
  if (!coverage.gridding) return say(language, 'receptive-field.sentence.all');
  return say(language, 'receptive-field.sentence.holes', {
    touched: coverage.touched2d,
    all: size[0] * size[1],
    share: percentText(coverage.coverage2d),
  });
}

function cellSentence(
  language: Language,
  stack: Stack,
  [row, column]: Pair,
  { rows, columns }: LitGrid,
): string {
  const place = { row: row + 1, column: column + 1 };
  const touched = rows.lit.length * columns.lit.length;
  if (touched === 0) return say(language, 'receptive-field.sentence.nothing', place);
  const span = (lit: readonly number[]): [number, number] => [lit[0] + 1, lit[lit.length - 1] + 1];
  const clipped = fieldOf(stack.stages, [row, column]).some((span) => span.clipped);
  return say(language, clipped ? 'receptive-field.sentence.cell.clipped' : 'receptive-field.sentence.cell', {
    ...place,
    rows: rangeOf(language, 'row', span(rows.lit)),
    columns: rangeOf(language, 'column', span(columns.lit)),
    touched,
  });
}
