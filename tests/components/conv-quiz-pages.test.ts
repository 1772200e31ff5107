/** The questions of the lessons as they are written: each can be asked, and its wrong answers are wrong and betray what they should. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askOf, quizKinds, usualQuantity, type QuizKind } from '../../components/conv-quiz/ask.js';
import {
  gapsOfLesson,
  gapsOfTable,
  lessonNames,
  lessonPage,
  lessonsOfCourse,
  owners,
  quizzesOf,
  words,
} from '../../scripts/lesson-pages.mjs';
import { taggedStates, withStates } from '../../scripts/lesson-states.mjs';
import { answersTo } from '../../src/quiz/answers.js';
import { betrayedBy, isIdeaName, topicOf } from '../../src/quiz/misconceptions.js';
import { Session } from '../../src/session/session.js';
import type { Moment } from '../../src/timeline/types.js';
import { momentIn, stateOf } from './lesson-state.js';

type Quiz = ReturnType<typeof quizzesOf>[number];

const attributesOfQuiz = ['id', 'kind', 'of', 'distractors', 'practice', 'predict', 'owns', 'stage', 'theme'];
const names = lessonNames().filter((name) => quizzesOf(lessonPage('en', name)).length > 0);
const kindOf = ({ attributes }: Quiz): QuizKind => (attributes.kind ?? 'choice') as QuizKind;

/** What is wrong with the way a question is written, in sentences. */
function faultsOf(quiz: Quiz): string[] {
  const { id, attributes, question, reveal, answers } = quiz;
  const unknown = Object.keys(attributes).filter((name) => !attributesOfQuiz.includes(name));
  const ideas = words(attributes.distractors).filter((name) => !isIdeaName(name));
  const faults = [
    ...unknown.map((name) => `it knows no ${name}`),
    ...ideas.map((name) => `there is no distractor ${name}`),
    ...(/^[a-z][a-z0-9-]*$/.test(id) ? [] : ['it has no id']),
    ...(quizKinds.includes(kindOf(quiz)) ? [] : [`there is no kind ${attributes.kind}`]),
    ...(question.length > 3 ? [] : ['it asks nothing']),
    ...(reveal.length > 3 ? [] : ['it has no reveal']),
  ];
  if (kindOf(quiz) === 'written') {
    const right = answers.filter((answer) => 'right' in answer.attributes);
    const others = answers.filter((answer) => !('right' in answer.attributes));
    if (right.length !== 1) faults.push(`${right.length} answers are right`);
    if (others.length === 0) faults.push('no answer is wrong');
    for (const { attributes: own, text } of others) {
      const betrays = words(own.betrays);
      const isKnown = betrays.every((name) => isIdeaName(name) || betrayedBy(name).length > 0);
      if (!isKnown) faults.push(`“${text}” betrays ${own.betrays}`);
    }
    if (new Set(answers.map(({ text }) => text)).size < answers.length) faults.push('two answers are alike');
  }
  return faults.map((fault) => `#${id}: ${fault}`);
}

/** What is wrong with the answers that are computed in a step's state, in sentences. */
function faultsOfAnswers(quiz: Quiz, moment: Moment): string[] {
  const { attributes } = quiz;
  const kind = kindOf(quiz);
  const stage = attributes.stage === undefined ? undefined : Number(attributes.stage);
  const question = { of: attributes.of ?? usualQuantity(kind), moment, ask: askOf(kind, stage) };
  const answers = answersTo(question, words(attributes.distractors).filter(isIdeaName)) ?? [];
  const wrong = answers.slice(1).flatMap(({ idea }) => idea ?? []);
  const faults: string[] = [];
  if (kind !== 'written') {
    if (answers.length === 0) faults.push(`there is no ${question.of} here`);
    else if (wrong.length === 0 && kind !== 'cells')
      faults.push('no wrong answer differs from the right one');
  }
  const named = [...wrong, ...quiz.answers.flatMap((answer) => words(answer.attributes.betrays))];
  const betrayed = named.flatMap((name) => betrayedBy(topicOf(name, moment.stages.at(-1)?.stage)));
  const unrefuted = words(attributes.owns).filter((name) => !betrayed.some((each) => each === name));
  return [...faults, ...unrefuted.map((name) => `no wrong answer betrays ${name} here`)];
}

describe.each(names)('lesson %s', (name) => {
  const english = lessonPage('en', name);
  const chinese = lessonPage('zh', name);
  const quizzes = quizzesOf(english);

  test('asks every question completely, in both languages alike', () => {
    const built = withStates(chinese, english);
    expect(quizzes.flatMap(faultsOf)).toEqual([]);
    expect(quizzesOf(built).flatMap(faultsOf)).toEqual([]);
    const skeleton = (quiz: Quiz) => [quiz.id, quiz.step, quiz.answers.length, quiz.hint !== ''];
    expect(quizzesOf(chinese).map(skeleton)).toEqual(quizzes.map(skeleton));
    expect(new Set(quizzes.map(({ id }) => id)).size).toBe(quizzes.length);
    const own = taggedStates(chinese).filter(({ tag }) => tag === 'conv-quiz' || tag === 'li');
    expect(own.flatMap(({ attributes }) => Object.keys(attributes)).filter((key) => key !== 'id')).toEqual(
      [],
    );
  });

  describe('its answers', () => {
    const session = new Session();
    beforeAll(() => session.connect());
    afterAll(() => session.disconnect());

    test.each(quizzes.map((quiz) => [quiz.id, quiz] as const))('of #%s', async (_, quiz) => {
      const step = taggedStates(english).find(({ tag, id }) => tag === 'conv-step' && id === quiz.step);
      const moment = await momentIn(session, stateOf(english, step?.attributes ?? {}));
      expect(faultsOfAnswers(quiz, moment)).toEqual([]);
    });
  });
});

describe('the course', () => {
  const table = owners(betrayedBy);

  test('has each misconception owned by one question, whose wrong answer betrays it', () => {
    expect(gapsOfTable(table).wrong).toEqual([]);
  });

  test('is complete once all lessons are there', () => {
    const lessons = lessonNames();
    const gaps = [...lessons.flatMap(gapsOfLesson), ...gapsOfTable(table).missing];
    expect(lessons.length < lessonsOfCourse ? [] : gaps).toEqual([]);
  });

  test('would be found incomplete', () => {
    const row = { misconception: 'M1', lesson: 'x', step: 's', quiz: 'q', distractors: ['undone'] };
    const { missing, wrong } = gapsOfTable([row, row, { ...row, misconception: 'M25', distractors: [] }]);
    expect(missing).toHaveLength(23);
    expect(wrong).toEqual([
      'M1 is owned more than once.',
      'There is no M25, which #q owns.',
      'No wrong answer of #q betrays M25.',
    ]);
  });
});

describe('a question on a page', () => {
  const written = `<ul><li>no answer</li></ul><conv-step id="s"><conv-quiz id="q" kind="written" owns="M1"><p>Is it so?</p>
    <ul slot="answers"><li right>Yes</li><li betrays="M1">No</li></ul>
    <p slot="hint">Count.</p><p slot="reveal">Because.</p></conv-quiz></conv-step><li>after</li>`;

  test('is read with its step, its prose, its answers, its hint and its reveal', () => {
    expect(quizzesOf(written)).toEqual([
      {
        id: 'q',
        step: 's',
        attributes: { id: 'q', kind: 'written', owns: 'M1' },
        question: 'Is it so?',
        reveal: 'Because.',
        hint: 'Count.',
        answers: [
          { attributes: { right: '' }, text: 'Yes' },
          { attributes: { betrays: 'M1' }, text: 'No' },
        ],
      },
    ]);
    expect(faultsOf(quizzesOf(written)[0])).toEqual([]);
  });

  test.each([
    [' right', '', '0 answers are right'],
    ['<p slot="reveal">Because.</p>', '', 'it has no reveal'],
    ['betrays="M1"', 'betrays="M99"', '“No” betrays M99'],
    ['kind="written"', 'kind="written" colour="red"', 'it knows no colour'],
    ['id="q"', '', 'it has no id'],
    ['<p>Is it so?</p>', '', 'it asks nothing'],
  ])('without %j says what is wrong', (part, replacement, fault) => {
    const [quiz] = quizzesOf(written.replace(part, replacement));
    expect(faultsOf(quiz)).toEqual([expect.stringContaining(fault)]);
  });

  test('takes its attributes and those of its answers from the English page, by id and order', () => {
    const translated = `<li>无关</li><conv-quiz id="q"><p>对吗？</p><ul slot="answers"><li>对</li><li>不对</li></ul></conv-quiz>`;
    const built = withStates(translated, written);
    expect(built).toContain('<conv-quiz id="q" kind="written" owns="M1">');
    expect(built).toContain('<li right="">对</li><li betrays="M1">不对</li>');
    expect(built.startsWith('<li>无关</li>')).toBe(true);
  });
});
