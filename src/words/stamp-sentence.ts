/** An input cell of a scatter walk in one sentence. */
import { say, type Language } from './say.js';
import { countWord, rangeOf, spoken } from './spoken.js';

export interface StampFacts {
  /** Place of the input cell, from 1; its channel, of how many. */
  readonly row: number;
  readonly column: number;
  readonly channel: number;
  readonly channels: number;
  readonly value: number;
  /** Its decimals where it is not whole; absent: up to four significant digits. */
  readonly decimals?: number | undefined;
  /** Rows and columns of the output that it reaches, from 1; null where all of it is cropped. */
  readonly rows: readonly [first: number, last: number] | null;
  readonly columns: readonly [first: number, last: number] | null;
  readonly products: number;
  readonly cropped: number;
  readonly landed: number;
  /** Cells that hold more than this stamp, the most products in one of them, and whether all have as many. */
  readonly overlap: { readonly cells: number; readonly most: number; readonly even: boolean };
  /** The whole row or column that they are, from 1; null where they are no single one. */
  readonly line: { readonly axis: 'row' | 'column'; readonly at: number } | null;
}

/** 'Input row 1, column 2, value 2, is stamped onto output rows 1 to 3, columns 3 to 5; column 3 now holds two stamps per cell.' */
export function stampSentence(language: Language, facts: StampFacts): string {
  const parts = stampParts(language, facts);
  if (!facts.rows) return say(language, 'stamp.lost', parts);
  const layers = layersOf(language, facts);
  const crop =
    facts.cropped > 0
      ? say(language, 'stamp.cropped', { cropped: facts.cropped, products: facts.products })
      : '';
  return say(language, 'stamp.done', { ...parts, layers, crop });
}

/** The same while it is on its way. */
export function stampBeatSentence(
  language: Language,
  beat: 'place' | 'lift' | 'weigh' | 'stamp' | 'press',
  facts: StampFacts,
): string {
  const isDone = beat === 'press' && facts.landed === facts.products;
  if (isDone || (beat === 'stamp' && !facts.rows)) return stampSentence(language, facts);
  const parts = { ...stampParts(language, facts), products: facts.products, landed: facts.landed };
  return say(language, `stamp.${beat}`, parts);
}

function stampParts(language: Language, facts: StampFacts): Record<string, string> {
  const { row, column, channel, channels, rows, columns } = facts;
  const place = say(language, channels === 1 ? 'stamp.cell' : 'stamp.cell-of', { row, column, channel });
  return {
    place,
    value: spoken(language, facts.value, facts),
    rows: rows ? rangeOf(language, 'row', rows) : '',
    columns: columns ? rangeOf(language, 'column', columns) : '',
  };
}

function layersOf(language: Language, { overlap, line }: StampFacts): string {
  if (overlap.cells === 0) return say(language, 'stamp.alone');
  const most = countWord(language, overlap.most);
  if (line) {
    const place = rangeOf(language, line.axis, [line.at, line.at]);
    return say(language, overlap.even ? 'stamp.line' : 'stamp.line-up-to', { place, most });
  }
  const key = overlap.cells === 1 ? 'stamp.overlap-one' : 'stamp.overlap';
  return say(language, key, { cells: overlap.cells, most });
}
