/** From what was typed to specs; what is no number is handed on as it is, for the plan to explain. */
import { print, problemOf } from '../../math/problem.js';
import type { ConvSpec, Pair, Problem } from '../../math/types.js';
import type { DraftField, LayerDraft } from './drafts.js';

/** Beyond these a stack is not drawn but refused: the pictures and tables are for people. */
export const most = { layers: 64, kernel: 63, stride: 32, dilation: 512, padding: 512, input: 2048 } as const;

/** The spec of a layer. To a receptive field a pool is a convolution whose weights are all 1. */
export function specOf(draft: LayerDraft): ConvSpec {
  const { kind, kernel, stride, dilation, padding, outputPadding } = draft;
  const spec: ConvSpec = { kernel: readPair(kernel) };
  if (kind === 'transposed') spec.op = 'transposed';
  if (stride.trim() !== '') spec.stride = readPair(stride);
  else if (kind === 'pool') spec.stride = readPair(kernel);
  if (dilation.trim() !== '') spec.dilation = readPair(dilation);
  if (padding.trim() !== '') spec.padding = readPadding(padding);
  if (kind === 'transposed' && outputPadding.trim() !== '') spec.outputPadding = readPair(outputPadding);
  return spec;
}

/** '3' → 3, '3x5' → [3, 5], else the text itself. */
export function readPair(text: string): number | Pair {
  const numbers = readNumbers(text, /\s*[x×,]\s*/i);
  return (numbers?.length === 1 ? numbers[0] : (numbers ?? text)) as number | Pair;
}

function readPadding(text: string): NonNullable<ConvSpec['padding']> {
  const word = text.trim().toLowerCase();
  if (word === 'same' || word === 'valid') return word;
  return (text.includes(',') ? (readNumbers(text, /\s*,\s*/) ?? text) : readPair(text)) as Pair;
}

function readNumbers(text: string, separator: RegExp): number[] | null {
  const parts = text.trim().split(separator);
  return parts.every((part) => /^-?\d+$/.test(part)) ? parts.map(Number) : null;
}

/** Numbers that a plan would accept and a picture does not. */
export function tooLarge(spec: ConvSpec, stage: number): Problem[] {
  const fields = ['kernel', 'stride', 'dilation', 'padding'] as const satisfies readonly DraftField[];
  return fields.flatMap((field) => {
    const largest = Math.max(...[spec[field] ?? 0].flat().map(Number));
    if (!(largest > most[field])) return [];
    return [limit(field, stage, print(spec[field]), `≤ ${most[field]}`)];
  });
}

/** The refusal of what is legal but larger than this laboratory shows. */
export function limit(field: string, stage: number, given: string, allowed: string): Problem {
  const claim = 'This is larger than the laboratory shows';
  return problemOf({ claim, field, kind: 'tensor-too-large', given, allowed, stage });
}
