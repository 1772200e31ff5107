import { equalsSign, formatNumber } from './numbers.js';
import { say, type Language } from './say.js';

/** What a sentence about one frame is made of. Everything counts from 1. */
export interface FrameFacts {
  readonly beat: 'start' | 'filter' | 'place' | 'lift' | 'weigh' | 'add' | 'merge' | 'bias' | 'write';
  /** The last beat of the last cell is over. */
  readonly ended: boolean;
  readonly image: number;
  readonly images: number;
  readonly filter: number;
  readonly row: number;
  readonly column: number;
  readonly filters: number;
  /** Printed sizes, e.g. '3×3×3' and '5×5×3'. */
  readonly kernelSize: string;
  readonly inputSize: string;
  /** Bench row in hand, and how many of its products are added. */
  readonly channel: number;
  readonly added: number;
  readonly taps: number;
  /** Sum of those products. */
  readonly channelSum: number;
  /** Every channel's finished sum, in order. */
  readonly partials: readonly number[];
  /** Sum of all products. */
  readonly sum: number;
  readonly bias: number | null;
  readonly output: number;
}

/** Channel sums that are read out one by one; more are counted. */
const mostRead = 6;

/** One sentence for what is true now. */
export function sentenceOf(language: Language, facts: FrameFacts): string {
  const { beat, filters } = facts;
  if (beat === 'start') {
    return say(language, 'sentence.start', { filters, kernel: facts.kernelSize, input: facts.inputSize });
  }
  if (beat === 'write') {
    const cell = cellSentence(language, facts);
    return facts.ended ? say(language, 'sentence.end', { cell, filters }) : cell;
  }
  return say(language, `sentence.${beat}`, {
    filter: facts.filter,
    row: facts.row,
    column: facts.column,
    channel: facts.channel,
    done: facts.added,
    taps: facts.taps,
    partials: listOf(language, facts.partials),
    bias: spoken(language, facts.bias ?? 0),
    output: spoken(language, facts.output),
    sum: spoken(language, beat === 'add' ? facts.channelSum : facts.sum),
  });
}

/** What a finished cell is, e.g. 'Filter 1, output row 1, column 1: channel sums 10, 5 and 3 add up to 18.' */
function cellSentence(language: Language, facts: FrameFacts): string {
  const { filter, row, column, taps, bias, partials } = facts;
  const sum = spoken(language, facts.sum);
  const sums =
    partials.length === 1
      ? say(language, 'sentence.cell.one', { filter, row, column, taps, output: sum })
      : say(language, 'sentence.cell.many', {
          ...{ filter, row, column, sum },
          partials: listOf(language, partials),
          channels: chineseCount(partials.length),
        });
  const output = spoken(language, facts.output);
  const cell =
    bias === null
      ? sums
      : say(language, 'sentence.cell.bias', { cell: sums, bias: spoken(language, bias), output });
  return facts.images > 1 ? say(language, 'sentence.image', { image: facts.image, cell }) : cell;
}

/** A number as it is read; one that is not printed in full is called 'about'. */
function spoken(language: Language, value: number): string {
  const text = formatNumber(value);
  return equalsSign(value, text) === '=' ? text : say(language, 'sentence.about', { value: text });
}

function listOf(language: Language, values: readonly number[]): string {
  const texts = values.slice(0, mostRead).map((value) => spoken(language, value));
  const comma = say(language, 'sentence.comma');
  if (values.length > mostRead) {
    return say(language, 'sentence.more', { shown: texts.join(comma), count: values.length - mostRead });
  }
  const last = texts.pop() ?? '';
  return texts.length === 0 ? last : `${texts.join(comma)}${say(language, 'sentence.and')}${last}`;
}

/** A count before 个, as it is written: 两个, 三个; from eleven on in digits. */
function chineseCount(count: number): string {
  return ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'][count] ?? `${count} `;
}
