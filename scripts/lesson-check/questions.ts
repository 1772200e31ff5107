/** What is wrong with the questions of a page. */
import { askOf, quizKinds, usualQuantity, type QuizKind } from '../../components/conv-quiz/ask.js';
import { faultsOfAnswers, faultsOfQuestion } from '../../components/conv-quiz/faults.js';
import { answersTo } from '../../src/quiz/answers.js';
import { betrayedBy, isIdeaName, topicOf } from '../../src/quiz/misconceptions.js';
import type { Moment } from '../../src/timeline/types.js';
import { quizzesOf, words } from '../lesson-pages.mjs';
import type { Page, Problem } from './problem.js';

export type Quiz = ReturnType<typeof quizzesOf>[number];

const known = 'id class lang kind of distractors practice predict owns stage theme'.split(' ');

/** What a problem calls a question. */
export function placeOf({ id, step }: Quiz): string {
  return id === '' ? `a question of step "${step}"` : `question "${id}"`;
}

/** What can be told from the page alone. */
export function problemsOfQuestions({ path, html }: Page): Problem[] {
  return quizzesOf(html).flatMap((quiz) =>
    faultsOf(quiz).map((text) => ({ page: path, place: placeOf(quiz), text })),
  );
}

/** What is wrong with the way a question is written, in sentences. */
export function faultsOf({ id, attributes, question, reveal, answers }: Quiz): string[] {
  const unknown = Object.keys(attributes).filter((name) => !known.includes(name));
  return [
    ...unknown.map((name) => `there is no attribute ${name}`),
    ...(/^[a-z][a-z0-9-]*$/.test(id) ? [] : ['it needs an id of small letters, digits and hyphens']),
    ...(question.length > 3 ? [] : ['it asks nothing']),
    ...(reveal.length > 3 ? [] : ['it has no slot="reveal"']),
    ...faultsOfQuestion({
      kind: attributes.kind ?? 'choice',
      distractors: words(attributes.distractors),
      answers: answers.map(({ text, attributes: own }) => ({
        text,
        right: 'right' in own,
        betrays: own.betrays ?? '',
      })),
    }),
  ];
}

/** What is wrong with the answers that are computed in a step's state, in sentences. */
export function faultsInState({ attributes, answers: written }: Quiz, moment: Moment): string[] {
  const kind = quizKinds.find((each): each is QuizKind => each === (attributes.kind ?? 'choice'));
  if (!kind) return [];
  const stage = attributes.stage === undefined ? undefined : Number(attributes.stage);
  const question = { of: attributes.of || usualQuantity(kind), moment, ask: askOf(kind, stage) };
  const answers = answersTo(question, words(attributes.distractors).filter(isIdeaName));
  const wrong = (answers ?? []).slice(1).flatMap(({ idea }) => idea ?? []);
  const named = [...wrong, ...written.flatMap((answer) => words(answer.attributes.betrays))];
  const betrayed = named.flatMap((name) => betrayedBy(topicOf(name, moment.stages.at(-1)?.stage)));
  const unrefuted = words(attributes.owns).filter((name) => !betrayed.some((each) => each === name));
  return [
    ...faultsOfAnswers(kind, question.of, answers),
    ...unrefuted.map((name) => `no wrong answer betrays ${name} here`),
  ];
}
