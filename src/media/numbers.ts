/** Typed and pasted numbers into a tensor, or one named reason why not. */
import type { Tensor } from '../math/types.js';
import { depthOf, readBrackets, type Nested } from './nested.js';
import {
  numberLimits,
  NumberRefusal,
  type NumberNote,
  type NumberProblem,
  type NumberProblemKind,
} from './number-problems.js';
import { readTable, splitRow } from './number-table.js';

export type NumbersResult =
  | { readonly ok: true; readonly tensor: Tensor; readonly note?: NumberNote }
  | { readonly ok: false; readonly problem: NumberProblem };

type Axis = 'channel' | 'row' | 'column';
type Place = Partial<Record<Axis, number>>;

/** Values with the meaning of their levels, outermost first. */
interface Labelled {
  readonly nested: Nested;
  readonly axes: readonly Axis[];
  readonly note?: NumberNote | undefined;
}

/**
 * Reads a table (one row per line, a blank line before each further channel), a JSON or Python list
 * ([row][column] or [row][column][channel]), a NumPy print or `array(…)`, or a PyTorch `tensor(…)`, whose three levels
 * are [channel][row][column]. Never throws, whatever the text.
 * @returns a tensor of shape [H, W, C], or the first problem with its place counted from 1
 */
export function parseNumbers(text: string): NumbersResult {
  try {
    if (text.length > numberLimits.characters) {
      throw new NumberRefusal('text-too-long', {
        given: `${text.length}`,
        allowed: `${numberLimits.characters}`,
      });
    }
    const plain = plainCharacters(text).trim();
    if (plain === '') throw new NumberRefusal('empty');
    const labelled = /[[\]]/.test(plain) ? readList(plain) : readPlainTable(plain);
    const tensor = toTensor(labelled);
    return { ok: true, tensor, ...(labelled.note ? { note: labelled.note } : {}) };
  } catch (error) {
    if (error instanceof NumberRefusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Full-width forms and the typographic minus signs, as Chinese input methods and web pages have them. */
function plainCharacters(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2013\uFE63]/g, '-')
    .replaceAll('…', '...');
}

function readPlainTable(text: string): Labelled {
  const { channels, notes } = readTable(text);
  return { nested: channels, axes: ['channel', 'row', 'column'], note: notes[0] };
}

function readList(text: string): Labelled {
  const { list, fromTorch } = unwrap(text);
  if (list.includes(';') && list.startsWith('[') && list.endsWith(']')) {
    return readPlainTable(list.slice(1, -1).trim().replaceAll(';', '\n'));
  }
  let nested: Nested = readBrackets(list, splitRow);
  if (depthOf(nested) === 4) {
    if (nested.length > 1)
      throw new NumberRefusal('more-than-one-image', { given: `${nested.length}`, allowed: '1' });
    nested = nested[0];
  }
  switch (depthOf(nested)) {
    case 1:
      return { nested: [nested], axes: ['row', 'column'] };
    case 2:
      return { nested, axes: ['row', 'column'] };
    default:
      return fromTorch
        ? { nested, axes: ['channel', 'row', 'column'], note: 'channels-first' }
        : { nested, axes: ['row', 'column', 'channel'] };
  }
}

/** Takes off `np.array( … , dtype=float32)` and `tensor( … , device='cuda:0')`. */
function unwrap(text: string): { list: string; fromTorch: boolean } {
  const call = /^(?:[a-z]{1,12}\.){0,2}(array|asarray|tensor|constant)\s*\(/i.exec(text);
  if (!call) return { list: text, fromTorch: false };
  const end = text.lastIndexOf(']') + 1;
  const tail = text.slice(end).trim();
  if (!/^(\)|,\s*\w+\s*=)/.test(tail) || !tail.endsWith(')')) {
    throw new NumberRefusal('unexpected-text', { given: tail });
  }
  const isTorch = call[1].toLowerCase() === 'tensor' && !/^tf\./i.test(text);
  return { list: text.slice(call[0].length, end).trim(), fromTorch: isTorch };
}

function toTensor({ nested, axes }: Labelled): Tensor {
  const sizes = sizesOf(nested, axes.length);
  const sizeOf = (axis: Axis): number => (axes.includes(axis) ? sizes[axes.indexOf(axis)] : 1);
  const [rows, columns, channels] = [sizeOf('row'), sizeOf('column'), sizeOf('channel')];
  if (rows * columns * channels === 0) throw new NumberRefusal('empty');
  if (rows > numberLimits.rows || columns > numberLimits.columns || channels > numberLimits.channels) {
    throw new NumberRefusal('too-large', {
      given: `${rows} × ${columns} × ${channels}`,
      allowed: `${numberLimits.rows} × ${numberLimits.columns} × ${numberLimits.channels}`,
    });
  }
  const data = new Float32Array(rows * columns * channels);
  const visit = (level: Nested, path: readonly number[]): void => {
    const place = placeOf(path, axes, channels);
    const depth = path.length;
    if (depth === axes.length) {
      if (Array.isArray(level)) throw new NumberRefusal('uneven-nesting');
      const { row = 1, column = 1, channel = 1 } = place;
      data[((row - 1) * columns + column - 1) * channels + channel - 1] = valueOf(level, place);
      return;
    }
    if (!Array.isArray(level)) throw new NumberRefusal('uneven-nesting', { given: level });
    if (level.length !== sizes[depth]) throw raggedness(level.length, sizes[depth], path, axes, channels);
    level.forEach((inner, index) => visit(inner, [...path, index]));
  };
  visit(nested, []);
  return { shape: [rows, columns, channels], data };
}

/** Lengths along the first branch; every other branch is held to them. */
function sizesOf(nested: Nested, depth: number): number[] {
  const sizes: number[] = [];
  for (let level: Nested | undefined = nested; sizes.length < depth; level = level?.[0]) {
    sizes.push(Array.isArray(level) ? level.length : 0);
  }
  return sizes;
}

/** Indices from 0 become places from 1; a lone channel is not worth naming. */
function placeOf(path: readonly number[], axes: readonly Axis[], channels: number): Place {
  const place: Place = {};
  path.forEach((index, level) => {
    if (axes[level] !== 'channel' || channels > 1) place[axes[level]] = index + 1;
  });
  return place;
}

/** By the axis along which a list is too short or too long. */
const raggedKinds = { channel: 'ragged-cell', row: 'ragged-channel', column: 'ragged-row' } as const;

function raggedness(
  given: number,
  allowed: number,
  path: readonly number[],
  axes: readonly Axis[],
  channels: number,
) {
  const firstOdd = [...path, Math.min(given, allowed)];
  return new NumberRefusal(raggedKinds[axes[path.length]], {
    ...placeOf(firstOdd, axes, channels),
    given: `${given}`,
    allowed: `${allowed}`,
  });
}

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
