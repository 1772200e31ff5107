/** What is wrong with a question as its author wrote it, in English sentences. */
import type { Answer } from '../../src/quiz/answers.js';
import { betrayedBy, isIdeaName } from '../../src/quiz/misconceptions.js';
import { nothingCalled } from '../conv-value/quantity.js';
import { quizKinds } from './ask.js';
import type { WrittenAnswer } from './written.js';

interface WrittenQuestion {
  readonly kind: string;
  readonly distractors: readonly string[];
  /** Those of the kind `written`. */
  readonly answers: readonly WrittenAnswer[];
}

/** What can be told without any numbers. */
export function faultsOfQuestion({ kind, distractors, answers }: WrittenQuestion): string[] {
  const ideas = distractors.filter((name) => !isIdeaName(name));
  const isKind = quizKinds.some((each) => each === kind);
  return [
    ...(isKind ? [] : [`There is no kind called ${kind}: ${quizKinds.join(', ')}.`]),
    ...ideas.map((name) => `There is no distractor called ${name}.`),
    ...(kind === 'written' ? faultsOfWritten(answers) : []),
  ];
}

function faultsOfWritten(answers: readonly WrittenAnswer[]): string[] {
  const right = answers.filter((answer) => answer.right).length;
  const isKnown = (name: string): boolean => isIdeaName(name) || betrayedBy(name).length > 0;
  const unknown = answers.filter(
    ({ betrays }) => !betrays.split(/[\s,]+/).every((name) => !name || isKnown(name)),
  );
  return [
    ...(right === 1 ? [] : [`${right} answers are right, not one.`]),
    ...(right < answers.length ? [] : ['No answer is wrong.']),
    ...unknown.map(
      ({ text, betrays }) => `“${text}” betrays ${betrays}, which is no idea and no misconception.`,
    ),
    ...(new Set(answers.map(({ text }) => text)).size < answers.length ? ['Two answers are alike.'] : []),
  ];
}

/** What can be told of the computed answers, the right one first; null where there is none. */
export function faultsOfAnswers(kind: string, of: string, answers: readonly Answer[] | null): string[] {
  if (kind === 'written') return [];
  if (!answers) return [nothingCalled(of)];
  // Whoever clicks cells needs no wrong ones to choose from.
  return answers.length > 1 || kind === 'cells' ? [] : ['No wrong answer differs from the right one.'];
}
