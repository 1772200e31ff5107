/** The right answer of a question and the wrong ones beside it. */
import { seededRandom } from '../media/random.js';
import { parsePrinted } from '../words/numbers.js';
import { answersOf, type Question } from './distractors.js';
import type { IdeaName } from './misconceptions.js';

export interface Answer {
  readonly text: string;
  /** The idea behind a wrong one; null for the right one. */
  readonly idea: IdeaName | null;
}

/**
 * The right answer first, then the wrong ones by the order of the ideas, none that looks like another. Null while the layer has
 * no such quantity.
 */
export function answersTo(question: Question, ideas: readonly IdeaName[]): readonly Answer[] | null {
  const right = question.ask(question.of, question.moment);
  if (right === null) return null;
  const answers: Answer[] = [{ text: right, idea: null }];
  for (const idea of ideas) {
    for (const text of answersOf(idea, question)) {
      if (!answers.some((answer) => looksAlike(answer.text, text))) answers.push({ text, idea });
    }
  }
  return answers;
}

/** The same numbers in the same number of rows. */
function looksAlike(one: string, other: string): boolean {
  return isSame(one, other) && one.split('/').length === other.split('/').length;
}

/** Do two texts name the same numbers, however they are typed: `3x3` and `3×3`, `-2` and `−2`, `1296` and `1,296`? */
export function isSame(one: string, other: string): boolean {
  if (one.trim() === other.trim()) return true;
  const [numbers, others] = [numbersIn(one), numbersIn(other)];
  return numbers.length === others.length && numbers.every((value, place) => value === others[place]);
}

export function hasNumber(text: string): boolean {
  return numbersIn(text).length > 0;
}

/** Whole numbers and others in a text; full-width digits and signs of a Chinese keyboard too. */
function numbersIn(text: string): number[] {
  const plain = text.normalize('NFKC').replaceAll(/[-–]/g, '−');
  const found = plain.match(/−?(?:(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)/g) ?? [];
  return found.map(parsePrinted);
}

/** The same for the same text, other for another; a whole number of 32 bits. FNV-1a (Fowler, Noll, Vo; public domain). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}

/** In another order, the same for the same seed. */
export function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const random = seededRandom(seed);
  const mixed = [...items];
  for (let place = mixed.length - 1; place > 0; place--) {
    const other = Math.floor(random() * (place + 1));
    [mixed[place], mixed[other]] = [mixed[other], mixed[place]];
  }
  return mixed;
}
