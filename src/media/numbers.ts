/** Typed and pasted numbers into a tensor, or one named reason why not. */
import type { Tensor } from '../math/types.js';
import { arrange, chooseLayout, type ArrangeOptions } from './arrange.js';
import type { LayoutChoice } from './layouts.js';
import { depthOf, type Nested } from './nested.js';
import {
  numberLimits,
  NumberRefusal,
  type NumberNote,
  type NumberProblem,
  type NumberProblemKind,
} from './number-problems.js';
import { readText, type Reading } from './read-text.js';

export type NumbersResult =
  | {
      readonly ok: true;
      readonly tensor: Tensor;
      /** How the axes were read. */
      readonly choice: LayoutChoice;
      readonly note?: NumberNote;
    }
  | { readonly ok: false; readonly problem: NumberProblem };

type Axis = 'filter' | 'channel' | 'row' | 'column';
type Place = Partial<Record<Axis, number>>;

/**
 * Reads a table (one row per line, a blank line before each further channel), a JSON or Python list, and what NumPy,
 * PyTorch, libtorch, TensorFlow and Paddle print. Which axis is which follows from the options, see `layouts.ts`.
 * Never throws, whatever the text.
 * @returns for an input [H, W, C], for weights the target's shape, for a bias [filters]; or the first problem with its
 *   place counted from 1
 */
export function parseNumbers(text: string, options: ArrangeOptions = {}): NumbersResult {
  return attempt(() => {
    if (text.length > numberLimits.characters) {
      throw new NumberRefusal('text-too-long', {
        given: `${text.length}`,
        allowed: `${numberLimits.characters}`,
      });
    }
    const reading = readText(text);
    const kind = options.target?.kind ?? 'input';
    const nested = kind !== 'bias' && depthOf(reading.nested) === 1 ? [reading.nested] : reading.nested;
    const shape = sizesOf(nested);
    const choice = choiceFor(nested, shape, reading, options);
    const axes = axesOf(shape.length, kind, isFirst(reading, choice));
    const given = { shape, data: flatten(nested, shape, axes, kind === 'input') };
    return resultOf(given, choice, options, reading.note);
  });
}

/** Numbers that a file holds in order, last axis fastest; the same rules as for a text. */
export function arrangeNumbers(given: Tensor, options: ArrangeOptions = {}): NumbersResult {
  return attempt(() => {
    const choice = chooseLayout(given.shape, 'list', options);
    return resultOf(given, choice, options);
  });
}

function resultOf(
  given: Tensor,
  choice: LayoutChoice,
  options: ArrangeOptions,
  noted?: NumberNote,
): NumbersResult {
  const tensor = arrange(given, choice, options);
  const note = given.data.length < tensor.data.length ? 'slice-repeated' : noted;
  return { ok: true, tensor, choice, ...(note ? { note } : {}) };
}

function attempt(read: () => NumbersResult): NumbersResult {
  try {
    return read();
  } catch (error) {
    if (error instanceof NumberRefusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Where the first branch has no acceptable sizes, a ragged list may be the reason, and then its place is told. */
function choiceFor(
  nested: Nested,
  shape: readonly number[],
  reading: Reading,
  options: ArrangeOptions,
): LayoutChoice {
  try {
    return chooseLayout(shape, reading.origin, options);
  } catch (error) {
    const kind = options.target?.kind ?? 'input';
    if (kind !== 'input') {
      const channelsFirst = reading.origin !== 'list';
      flatten(nested, shape, axesOf(shape.length, kind, channelsFirst), false);
    }
    throw error;
  }
}

function isFirst({ origin }: Reading, { layout }: LayoutChoice): boolean {
  return origin === 'table' || layout === 'chw' || layout === 'oihw';
}

/** Names of the levels, outermost first; null for a batch of one, which is not worth naming. */
function axesOf(depth: number, kind: 'input' | 'weights' | 'bias', first: boolean): (Axis | null)[] {
  if (kind === 'bias') return [...Array<null>(depth - 1).fill(null), 'filter'];
  if (depth < 3) return ['row', 'column'];
  if (depth === 3) return first ? ['channel', 'row', 'column'] : ['row', 'column', 'channel'];
  if (kind === 'input')
    return first ? [null, 'channel', 'row', 'column'] : [null, 'row', 'column', 'channel'];
  return first ? ['filter', 'channel', 'row', 'column'] : ['row', 'column', 'channel', 'filter'];
}

function flatten(
  nested: Nested,
  sizes: readonly number[],
  axes: readonly (Axis | null)[],
  isInput: boolean,
): Float32Array {
  const data: number[] = [];
  const channels = axes.includes('channel') ? sizes[axes.indexOf('channel')] : 1;
  const visit = (level: Nested, path: readonly number[]): void => {
    const depth = path.length;
    if (depth === axes.length) {
      if (Array.isArray(level)) throw new NumberRefusal('uneven-nesting');
      data.push(valueOf(level, placeOf(path, axes, channels)));
      return;
    }
    if (!Array.isArray(level)) throw new NumberRefusal('uneven-nesting', { given: level });
    const allowed = sizes[depth];
    if (level.length !== allowed) {
      const place = placeOf([...path, Math.min(level.length, allowed)], axes, channels);
      const kind = isInput ? raggedKinds[axes[depth] ?? 'row'] : 'ragged-list';
      throw new NumberRefusal(kind, { ...place, given: `${level.length}`, allowed: `${allowed}` });
    }
    level.forEach((inner, index) => visit(inner, [...path, index]));
  };
  visit(nested, []);
  return Float32Array.from(data);
}

/** Lengths along the first branch; every other branch is held to them. */
function sizesOf(nested: Nested): number[] {
  const sizes: number[] = [];
  for (let level: Nested | undefined = nested; Array.isArray(level); level = level[0])
    sizes.push(level.length);
  return sizes;
}

/** Indices from 0 become places from 1; a lone channel is not worth naming. */
function placeOf(path: readonly number[], axes: readonly (Axis | null)[], channels: number): Place {
  const place: Place = {};
  path.forEach((index, level) => {
    const axis = axes[level];
    if (axis !== null && (axis !== 'channel' || channels > 1)) place[axis] = index + 1;
  });
  return place;
}

/** By the axis along which a list of an input is too short or too long. */
const raggedKinds = {
  filter: 'ragged-list',
  channel: 'ragged-cell',
  row: 'ragged-channel',
  column: 'ragged-row',
} as const;

// One way to read each digit run, so that a long run that fails does so in linear time.
const decimalNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const nonFiniteWord = /^[+-]?(?:nan|inf|infinity|∞)$/i;

/** Rounds to float32; −0 becomes 0. */
function valueOf(field: string, place: Place): number {
  const refuse = (kind: NumberProblemKind) => new NumberRefusal(kind, { ...place, given: field });
  if (field === '') throw refuse('missing-value');
  if (field === '...') throw refuse('elided');
  if (nonFiniteWord.test(field)) throw refuse('non-finite');
  if (/\s/.test(field)) throw refuse('ambiguous-separator');
  if (!decimalNumber.test(field)) throw refuse('not-a-number');
  const value = Math.fround(Number(field));
  if (!Number.isFinite(value)) throw refuse('non-finite');
  return value + 0;
}
