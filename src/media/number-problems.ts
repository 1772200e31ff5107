/** Why text is not a tensor. `words` has a sentence for each; the comments say which parts each one carries. */
export type NumberProblemKind =
  /** No number in the text. */
  | 'empty'
  /** given, allowed: characters. */
  | 'text-too-long'
  /** given, allowed: 'rows × columns × channels'. */
  | 'too-large'
  /** place, given: the text found there. */
  | 'not-a-number'
  /** place: two separators with nothing between them. */
  | 'missing-value'
  /** place, given: NaN, an infinity, or a number beyond float32's range. */
  | 'non-finite'
  /** place, given: the field; it holds a blank although commas, semicolons or tabs part the numbers ('1,5 2,5'). */
  | 'ambiguous-separator'
  /** given: '...'; the print was shortened by the program that made it. */
  | 'elided'
  /** place of the first cell that is missing or too many; given, allowed: values in this row. */
  | 'ragged-row'
  /** place of the first row that is missing or too many; given, allowed: rows in this channel. */
  | 'ragged-channel'
  /** place; given, allowed: channels at this row and column. */
  | 'ragged-cell'
  /** place of the first entry that is missing or too many in a list of weights or biases; given, allowed: entries. */
  | 'ragged-list'
  /** given: sizes; allowed: the sizes that the stage's weights have in either layout. */
  | 'weights-misfit'
  /** given: sizes; allowed: filters of the stage. */
  | 'bias-misfit'
  /** Lists of different depths, e.g. [1, [2, 3]]. */
  | 'uneven-nesting'
  /** A bracket that is never closed, or closed without having been opened. given: the bracket. */
  | 'unbalanced-bracket'
  /** given, allowed: levels. */
  | 'nesting-too-deep'
  /** given: images in the batch; allowed: '1'. */
  | 'more-than-one-image'
  /** given: text outside the brackets. */
  | 'unexpected-text';

/** What was done to a text that could be meant otherwise; shown so that a person can object. */
export type NumberNote =
  /** A comma was read as a decimal point. */
  | 'decimal-comma'
  /** One slice was given and is used for every channel and filter. */
  | 'slice-repeated'
  /** Semicolons were read as ends of rows. */
  | 'semicolon-rows';

/** One refusal. Row, column, channel and filter count from 1; channel is absent when there is only one. */
export interface NumberProblem {
  readonly kind: NumberProblemKind;
  readonly row?: number;
  readonly column?: number;
  readonly channel?: number;
  /** Of weights and biases only. */
  readonly filter?: number;
  /** What was found, shortened to 40 characters; '' where nothing was. */
  readonly given: string;
  /** What would have been right, '' where no value can be named. */
  readonly allowed: string;
}

/** The most that is read: an input for looking at single cells, not a data set. */
export const numberLimits = { rows: 64, columns: 64, channels: 16, characters: 256 * 1024 } as const;

/** Leaves the parser at the first problem; only `parseNumbers` catches it, nothing outside the room sees it. */
export class NumberRefusal extends Error {
  readonly problem: NumberProblem;

  constructor(
    kind: NumberProblemKind,
    parts: Partial<Pick<NumberProblem, 'row' | 'column' | 'channel' | 'filter' | 'given' | 'allowed'>> = {},
  ) {
    super(kind);
    this.problem = { kind, ...parts, given: shorten(parts.given ?? ''), allowed: parts.allowed ?? '' };
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
