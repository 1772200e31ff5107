/** What is wrong with the steps of a lesson as they run: what they declare, the typed numbers, the answers of the questions. */
import { contentAttributes, stagingAttributes } from '../../components/conv-step/figure-state.js';
import { nothingCalled, quantityText } from '../../components/conv-value/quantity.js';
import { Session } from '../../src/session/session.js';
import type { Moment } from '../../src/timeline/types.js';
import { sentenceFor } from '../../src/views/speech.js';
import { quizzesOf } from '../lesson-pages.mjs';
import type { Page, Problem } from './problem.js';
import { faultsInState, placeOf } from './questions.js';
import { lessonAttributes, momentIn, stateOf } from './state.js';
import { writtenSteps, type WrittenStep } from './written-steps.js';

const ofAnyTag = ['id', 'class', 'lang'];
const ofStep = new Set([...ofAnyTag, ...contentAttributes, ...stagingAttributes]);
const ofLesson = new Set([
  ...[...ofAnyTag, ...contentAttributes, 'camera', 'views'],
  ...['guide', 'theme', 'explorer', 'no-hash', 'present', 'tabindex'],
]);

/** @param translation the same lesson in another language, whose typed numbers belong to the same states */
export async function problemsOfRun(original: Page, translation?: Page): Promise<Problem[]> {
  const steps = writtenSteps(original.html);
  if (steps.length === 0) return [{ page: original.path, place: '', text: 'it has no <conv-step>' }];
  const session = new Session();
  session.connect();
  const problems: Problem[] = [
    ...strangersIn(lessonAttributes(original.html), ofLesson).map((text) => `<conv-lesson>: ${text}`),
    ...idsUsedTwice(original.html).map((id) => `two of its steps and questions are called "${id}"`),
  ].map((text) => ({ page: original.path, place: '', text }));
  for (const step of steps) problems.push(...(await problemsOfStep(session, step, original, translation)));
  session.disconnect();
  return problems;
}

async function problemsOfStep(
  session: Session,
  step: WrittenStep,
  original: Page,
  translation?: Page,
): Promise<Problem[]> {
  const at = (text: string, place = step.place): Problem => ({ page: original.path, place, text });
  const state = stateOf(original.html, step.attributes);
  const declared = [...strangersIn(step.attributes, ofStep), ...state.faults].map((text) => at(text));
  // Its numbers would be those of another state, or would never come.
  if (state.faults.length > 0) return declared;
  const moment = await momentIn(session, state);
  const translated =
    translation && writtenSteps(translation.html).find(({ id }) => id === step.id && id !== '');
  const questions = quizzesOf(step.text);
  return [
    ...declared,
    ...wrongNumbers(step, moment).map((text) => at(text)),
    ...(translated ? wrongNumbers(translated, moment) : []).map((text) => ({
      page: translation!.path,
      place: step.place,
      text,
    })),
    ...questions.flatMap((quiz) =>
      faultsInState(quiz, moment).map((text) => at(text, placeOf({ ...quiz, step: step.id }))),
    ),
    ...(['en', 'zh'] as const)
      .filter((language) => !canBeTold(moment, language))
      .map((language) => at(`the figure has no sentence for it (${language})`)),
  ];
}

function idsUsedTwice(html: string): string[] {
  const ids = [...writtenSteps(html), ...quizzesOf(html)].map(({ id }) => id).filter((id) => id !== '');
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function strangersIn(attributes: Readonly<Record<string, string>>, known: ReadonlySet<string>): string[] {
  return Object.keys(attributes)
    .filter((name) => !known.has(name))
    .map((name) => `there is no attribute ${name}`);
}

function wrongNumbers({ values }: WrittenStep, moment: Moment): string[] {
  return values.flatMap(({ of, stage, typed }) => {
    const found = quantityText(of, moment, stage);
    if (found === null) return [nothingCalled(of)];
    return found === typed ? [] : [`${of} is ${found}, the page says ${typed || 'nothing'}`];
  });
}

function canBeTold(moment: Moment, language: 'en' | 'zh'): boolean {
  const sentence = sentenceFor(moment, language);
  return sentence.length > 4 && !/[{}]|undefined|NaN/.test(sentence);
}
