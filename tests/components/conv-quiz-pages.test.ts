/** The questions of the lessons: which refutes which misconception, and how a question is read off its page. */
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../scripts/lesson-check/questions.js';
import {
  gapsOfLesson,
  gapsOfPage,
  gapsOfTable,
  lessonNames,
  lessonsOfCourse,
  owners,
  quizzesOf,
} from '../../scripts/lesson-pages.mjs';
import { withStates } from '../../scripts/lesson-states.mjs';
import { betrayedBy } from '../../src/quiz/misconceptions.js';

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

describe('a lesson that is not there in full', () => {
  test('lacks its page in a language, or a line in the list, its guide, its notes and its questions', () => {
    expect(gapsOfLesson('16-x')).toEqual([
      'lesson 16-x has no page in en (lessons/en/16-x/index.html).',
      'lesson 16-x has no page in zh (lessons/zh/16-x/index.html).',
    ]);
    const html = '<conv-step id="s"><h2>One</h2></conv-step>';
    expect(gapsOfPage('en', '16-x', html, '<a href="./en/15-x/index.html">')).toEqual([
      '16-x has 0 questions, fewer than 3.',
      '16-x has no guide.html in en.',
      'lessons/index.html has no line for 16-x in en.',
      "16-x has no presenter's notes in en for #s.",
    ]);
    expect(gapsOfPage('zh', '01-one-window', '', '<a href="./zh/01-one-window/index.html">')).toEqual([]);
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
    ['<p slot="reveal">Because.</p>', '', 'it has no slot="reveal"'],
    ['betrays="M1"', 'betrays="M99"', '“No” betrays M99, which is no idea'],
    ['kind="written"', 'kind="written" colour="red"', 'there is no attribute colour'],
    ['id="q"', '', 'it needs an id'],
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
