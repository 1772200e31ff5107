import type { Problem } from '../math/types.js';
import { problemSentence } from './problem-sentence.js';
import { isWordKey, say, type Language } from './say.js';

/** The parts of a saved document that was refused. */
export interface RefusedDocument {
  readonly kind: string;
  readonly path: string;
  readonly given: string;
  readonly allowed: string;
  readonly cause?: Problem;
}

/** Why a file is no document of ours, in one sentence that names the place. */
export function savedSentence(
  language: Language,
  { kind, path, given, allowed, cause }: RefusedDocument,
): string {
  if (cause) return problemSentence(language, cause);
  const key = `saved.${kind}`;
  if (!isWordKey(key)) return kind;
  const reason = say(language, key, { given, allowed });
  return path === '' || kind === 'newer-version' ? reason : say(language, 'saved.place', { path, reason });
}
