import type { LayerSpec } from '../variants/types.js';
import type { codeEn } from '../words/parts/code.js';
import type { Place } from './tokens.js';

type CodeKey = keyof typeof codeEn;

/** A sentence of the words by its key, with the numbers and names that go into it. */
export interface Notice<Key extends CodeKey = CodeKey> {
  readonly key: Key;
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** What a person should know about how the text was read; nothing is wrong. */
export type CodeNote = Notice<Extract<CodeKey, `code.note.${string}`>>;

/** What could not be read, or cannot be shown, and where it stands; lines and columns count from 1. */
export type CodeProblem = Notice<Extract<CodeKey, `code.problem.${string}`>> & Place;

export interface ParsedLayer {
  /** Null where nothing that a layer could be set to was found, or a framework itself would refuse the call. */
  readonly layer: LayerSpec | null;
  readonly notes: readonly CodeNote[];
  readonly problems: readonly CodeProblem[];
}

/** Whose calls are read, and in whose terms. */
export type Framework = 'pytorch' | 'keras' | 'paddle' | 'onnx' | 'tfjs';
