/** Which of the accepted forms a text has, and its fields in nested lists. */
import { readBrackets, type Nested } from './nested.js';
import { NumberRefusal, type NumberNote } from './number-problems.js';
import { readTable, splitRow } from './number-table.js';
import { readTorchBlocks } from './torch-blocks.js';

/** 'channels-first': a print of PyTorch or Paddle, whose tensors are so by habit. 'table': one block a channel. */
export type Origin = 'table' | 'list' | 'channels-first';

export interface Reading {
  readonly nested: Nested;
  readonly origin: Origin;
  readonly note?: NumberNote | undefined;
}

/** @throws NumberRefusal */
export function readText(text: string): Reading {
  const plain = plainCharacters(text).trim();
  if (plain === '') throw new NumberRefusal('empty');
  const blocks = readTorchBlocks(plain);
  if (blocks) return { nested: blocks, origin: 'channels-first' };
  return /[[\]]/.test(plain) ? readList(plain) : readPlainTable(plain);
}

/** Full-width forms and the typographic minus signs, as Chinese input methods and web pages have them. */
function plainCharacters(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2013\uFE63]/g, '-')
    .replaceAll('…', '...');
}

function readPlainTable(text: string): Reading {
  const { channels, notes } = readTable(text);
  return { nested: channels, origin: 'table', note: notes[0] };
}

function readList(text: string): Reading {
  const { list, origin } = unwrap(text);
  if (list.includes(';') && list.startsWith('[') && list.endsWith(']')) {
    return readPlainTable(list.slice(1, -1).trim().replaceAll(';', '\n'));
  }
  return { nested: readBrackets(list, splitRow), origin };
}

/** 'Parameter containing:' of PyTorch, '<tf.Tensor: shape=(2, 2), …, numpy=' of TensorFlow. */
const wrapping = /^(?:Parameter containing:\s*|<tf\.(?:Tensor|Variable)\b[^[]{0,200}?numpy=\s*)/;
/** 'np.array(', 'tensor(', 'tf.Tensor(', and Paddle's 'Tensor(shape=[2, 2], dtype=float32, place=…,'. */
const call =
  /^(?:[a-z]{1,12}\.){0,2}(array|asarray|tensor|constant)\s*\((\s*shape=\[[\d,\s]*\],[^[]{0,200}?,(?=\s*\[))?/i;

/** Takes off `np.array( … , dtype=float32)`, `tensor( … , device='cuda:0')` and their like. */
function unwrap(text: string): { list: string; origin: Origin } {
  const prefix = wrapping.exec(text)?.[0] ?? '';
  const inner = (prefix.startsWith('<') ? text.replace(/>\s*$/, '') : text).slice(prefix.length);
  const found = call.exec(inner);
  if (!found) return { list: text, origin: 'list' };
  const rest = inner.slice(found[0].length);
  const end = endOfLists(rest);
  const tail = rest.slice(end).trim();
  if (!/^(\)|,\s*\w+\s*=)/.test(tail) || !tail.endsWith(')')) {
    throw new NumberRefusal('unexpected-text', { given: tail });
  }
  const isTorch = found[1].toLowerCase() === 'tensor' && !/^tf\./i.test(inner);
  return {
    list: rest.slice(0, end).trim(),
    origin: isTorch ? 'channels-first' : 'list',
  };
}

/** Behind the last ']' that stands before an argument such as 'device=' or the closing bracket. */
function endOfLists(text: string): number {
  const last = text.lastIndexOf(']') + 1;
  const argument = /\]\s*,\s*(?:dtype|device|shape|grad_fn|requires_grad|size)\s*=/.exec(text);
  return argument ? Math.min(last, argument.index + 1) : last;
}
