/** The guide for authors says what there is: its lists are those of the sources, its examples run. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { figureViewNames } from '../../components/conv-figure/view-names.js';
import { quizKinds } from '../../components/conv-quiz/ask.js';
import { quantityNames } from '../../components/conv-value/quantity.js';
import { inSentences } from '../../scripts/lesson-check/problem.js';
import { problemsOfQuestions } from '../../scripts/lesson-check/questions.js';
import { problemsOfRun } from '../../scripts/lesson-check/run.js';
import { cameras } from '../../src/address/page-state.js';
import { kernelIds } from '../../src/media/kernels.js';
import { sampleIds } from '../../src/media/samples.js';
import { ideaNames } from '../../src/quiz/misconceptions.js';
import { variants } from '../../src/variants/variants.js';

const guide = readFileSync('docs/writing-a-lesson.md', 'utf8');
const inCode = (text: string) => [...text.matchAll(/`([^`]*)`/g)].map(([, name]) => name);
/** First cells of a table, by its heading. */
const rowsOf = (heading: string) => {
  const [, table] = new RegExp(`\\n\\| ${heading} .*\\n\\|[- |]*\\n((?:\\|.*\\n)*)`).exec(guide)!;
  return table.match(/^\| `[^`]*`/gm)!.map((cell) => cell.slice(3, -1));
};

describe('the guide for authors', () => {
  test.each([
    ['variant', variants.map(({ name }) => name)],
    ['sample', sampleIds],
    ['weights', kernelIds],
    ['camera', cameras],
    ['views', figureViewNames],
  ])('lists every name of %s', (attribute, names) => {
    const [item] = new RegExp(`^- \`${attribute}\`:[^.]*\\.`, 'm').exec(guide)!;
    expect(inCode(item).slice(1)).toEqual(names);
  });

  test('explains every distractor and every kind of question', () => {
    expect(rowsOf('distractor').toSorted()).toEqual([...ideaNames].sort());
    expect(rowsOf('`kind`')).toEqual(quizKinds);
  });

  test('names every number that a sentence may ask for', () => {
    const [section] = /## Numbers in a sentence[\s\S]*?\n## /.exec(guide)!;
    const named = inCode(section).map((code) => code.split(' ')[0]);
    expect(quantityNames.filter((name) => !named.includes(name))).toEqual([]);
  });

  test('has examples without a fault', async () => {
    const [page, question] = [...guide.matchAll(/```html\n([\s\S]*?)```/g)].map(([, html]) => html);
    const asked = {
      path: 'question',
      html: `<conv-lesson variant="standard" input="5x5x1" filters="1" weights="sobel-x">${question}</conv-lesson>`,
    };
    const lesson = { path: 'lesson', html: page };
    const problems = [lesson, asked].flatMap(problemsOfQuestions);
    const ran = [...(await problemsOfRun(lesson)), ...(await problemsOfRun(asked))];
    expect(inSentences([...problems, ...ran])).toEqual([]);
    expect(page).toContain('<conv-step');
    expect(question).toContain('<conv-quiz');
  });
});
