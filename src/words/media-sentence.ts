import { isWordKey, say, type Language } from './say.js';

/** The parts of a refused file. */
export interface RefusedFile {
  readonly kind: string;
  readonly given: string;
  readonly allowed: string;
}

/** The parts of a refused text; places count from 1. */
export interface RefusedNumbers extends RefusedFile {
  readonly row?: number;
  readonly column?: number;
  readonly channel?: number;
  readonly filter?: number;
}

/** Why a file is not an input, in one sentence. */
export function fileSentence(language: Language, { kind, given, allowed }: RefusedFile): string {
  const key = `media.${kind}`;
  return isWordKey(key) ? say(language, key, { given, allowed }) : kind;
}

/** Why a text is not a tensor, with its place, in one sentence. */
export function numbersSentence(language: Language, problem: RefusedNumbers): string {
  const key = `numbers.${problem.kind}`;
  if (!isWordKey(key)) return problem.kind;
  const reason = say(language, key, { given: problem.given, allowed: problem.allowed });
  const places = (['filter', 'channel', 'row', 'column'] as const).flatMap((axis) => {
    const place = problem[axis];
    return place === undefined ? [] : [say(language, `numbers.${axis}`, { [axis]: place })];
  });
  if (places.length === 0) return reason;
  return say(language, 'numbers.place', { place: places.join(say(language, 'sentence.comma')), reason });
}

/** How the axes of numbers were read; '' where nothing else was possible. */
export function layoutSentence(
  language: Language,
  { layout, reason }: { readonly layout: string; readonly reason: string },
): string {
  const [name, read] = [`layout.${layout}`, `layout.read.${reason}`];
  return isWordKey(name) && isWordKey(read) ? say(language, read, { layout: say(language, name) }) : '';
}
