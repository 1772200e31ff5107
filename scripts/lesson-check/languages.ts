/** Do both pages of a lesson belong together? The English one holds the states, the other has the same ids and prose alone. */
import { quizzesOf } from '../lesson-pages.mjs';
import { taggedStates } from '../lesson-states.mjs';
import type { Page, Problem } from './problem.js';
import { placeOf } from './questions.js';
import { writtenSteps } from './written-steps.js';

export function problemsOfTranslation(original: Page, translation: Page): Problem[] {
  const at = (place: string, text: string): Problem => ({ page: translation.path, place, text });
  const [steps, others] = [writtenSteps(original.html), writtenSteps(translation.html)];
  const [quizzes, asked] = [quizzesOf(original.html), quizzesOf(translation.html)];
  return [
    ...differencesOf(steps, others, ({ place }) => place).map((text) => at('', text)),
    ...differencesOf(quizzes, asked, placeOf).map((text) => at('', text)),
    ...others.flatMap((step) => {
      const same = steps.find(({ id }) => id === step.id);
      return (same ? differencesOfValues(same.values, step.values) : []).map((text) => at(step.place, text));
    }),
    ...asked.flatMap((quiz) => {
      const same = quizzes.find(({ id }) => id === quiz.id);
      return (same ? differencesOfQuiz(same, quiz) : []).map((text) => at(placeOf(quiz), text));
    }),
    ...taggedStates(translation.html).flatMap(({ tag, id, attributes }) =>
      Object.keys(attributes)
        .filter((name) => !['id', 'class', 'lang'].includes(name))
        .map((name) =>
          at(placeOfTag(tag, id), `<${tag}> has ${name}, which stands in the English page alone`),
        ),
    ),
  ];
}

const nouns: Readonly<Record<string, string>> = {
  'conv-step': 'step',
  'conv-quiz': 'question',
  li: 'answer',
};

function placeOfTag(tag: string, id: string): string {
  return tag in nouns ? `${nouns[tag]} "${id}"` : '';
}

interface Named {
  readonly id: string;
}

/** What one page has and the other lacks; where both have the same, whether they have it in the same order. */
function differencesOf<Item extends Named>(
  english: readonly Item[],
  other: readonly Item[],
  placeOfItem: (item: Item) => string,
): string[] {
  const lacks = (items: readonly Item[], { id }: Item): boolean => !items.some((item) => item.id === id);
  const missing = english.filter((item) => lacks(other, item));
  const extra = other.filter((item) => lacks(english, item));
  const sentences = [
    ...missing.map((item) => `it has no ${placeOfItem(item)}, which the English page has`),
    ...extra.map((item) => `it has ${placeOfItem(item)}, which the English page has not`),
  ];
  if (sentences.length > 0) return sentences;
  const moved = other.find(({ id }, index) => id !== english[index]?.id);
  return moved ? [`${placeOfItem(moved)} stands in another place than on the English page`] : [];
}

type Values = ReturnType<typeof writtenSteps>[number]['values'];

function differencesOfValues(english: Values, other: Values): string[] {
  const count = (values: Values, wanted: string): number => values.filter(({ of }) => of === wanted).length;
  const names = new Set([...english, ...other].map(({ of }) => of));
  return [...names]
    .filter((name) => count(english, name) !== count(other, name))
    .map((name) => `it gives ${name} ${times(other, name)}, the English page ${times(english, name)}`);
  function times(values: Values, name: string): string {
    return ['never', 'once', 'twice'][count(values, name)] ?? `${count(values, name)} times`;
  }
}

type Quiz = ReturnType<typeof quizzesOf>[number];

function differencesOfQuiz(english: Quiz, other: Quiz): string[] {
  return [
    ...(english.step === other.step
      ? []
      : [`it stands in step "${other.step}", in English in "${english.step}"`]),
    ...(english.answers.length === other.answers.length
      ? []
      : [`it has ${other.answers.length} answers, in English ${english.answers.length}`]),
    ...((english.hint === '') === (other.hint === '')
      ? []
      : ['only one of both languages has a slot="hint"']),
  ];
}
