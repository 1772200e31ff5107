/** What `npm run check:lessons` says, and that what authors copy is sound. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { problemsOfFile, problemsOfPages } from '../../scripts/lesson-check/check.js';
import { problemsOfSitePage } from '../../scripts/lesson-check/site-page.js';

const folder = 'lessons/template';
/** The template as it is once it was copied and its links were set; the page at this path exists, so that links lead somewhere. */
const name = '01-one-window';
const template = (language: string) => ({
  path: `lessons/${language}/${name}/index.html`,
  html: readFileSync(`${folder}/${language}/index.html`, 'utf8').replaceAll('NN-name', name),
});
const [english, chinese] = [template('en'), template('zh')];
const changed = ({ path, html }: typeof english, part: string, replacement: string) => {
  expect(html).toContain(part);
  return { path, html: html.replaceAll(part, replacement) };
};

describe('the template', () => {
  test('is a lesson without a fault, in both languages', async () => {
    expect(await problemsOfPages(english, chinese)).toEqual([]);
  });

  test('runs where it stands, so that it can be looked at', () => {
    const found = ['en', 'zh'].flatMap((language) =>
      problemsOfSitePage({ ...template(language), path: `${folder}/${language}/index.html` }),
    );
    const links = /^there is no lessons\/template|^there is no lessons\/(en|zh)/;
    expect(found.filter(({ text }) => !links.test(text))).toEqual([]);
  });
});

describe('of a lesson its author is told', () => {
  test.each([
    ['>10<', '>1<', ', step "first": sum is 10, the page says 1'],
    ['of="sum">', 'of="sums">', ', step "first": There is no number called “sums” here.'],
    ['at="cell 1"', 'at="cell 99"', ', step "next": The run has no place called cell 99.'],
    [
      'id="map" at="end"',
      'id="map" camera="frunt"',
      ', step "map": There is no camera called frunt: overview, ',
    ],
    ['id="map"', 'id="map" higlight="output 0,0"', ', step "map": there is no attribute higlight'],
    ['filters="1"', 'filter="1"', ': <conv-lesson>: there is no attribute filter'],
    ['id="window"', '', ', step 2: it needs an id of small letters'],
    ['id="map"', 'id="next"', ': two of its steps and questions are called "next"'],
    ['<h2>The window</h2>', '', ', step "window": it has no <h2>'],
    ['kind="size"', 'kind="sise"', ', question "quiz-size": There is no kind called sise: choice,'],
    ['turned-kernel', 'turned-kern', ', question "quiz-first": There is no distractor called turned-kern.'],
    [
      'turned-kernel neighbour',
      'forgot-bias',
      ', question "quiz-first": No wrong answer differs from the right',
    ],
    [
      'of="output 0 0"',
      'of="ouput 0 0"',
      ', question "quiz-first": There is no number called “ouput 0 0” here.',
    ],
    ['id="quiz-size"', '', ', a question of step "map": it needs an id'],
    [
      'conv-score',
      'conv-filter',
      ': <conv-filter> is used, but no <script> loads components/conv-filter/define.ts',
    ],
    [
      'conv-quiz/define',
      'conv-quizz/define',
      ': there is no components/conv-quizz/define.ts, to which it links',
    ],
    ['lesson.css', 'lessons.css', ': it links no lesson.css'],
    ['<main>', '<div>', ': it has no <main>'],
    ['class="title"', '', ': it has no element of the class title'],
    ['id="figure"', 'tabindex="0"', ': <conv-lesson> has a tabindex'],
  ])('%j as %j', async (part, replacement, told) => {
    const problems = await problemsOfPages(changed(english, part, replacement));
    expect(problems).toContainEqual(expect.stringContaining(`lessons/en/${name}/index.html${told}`));
  });

  test('every wrong number of a step, not the first one alone', async () => {
    const wrong = changed(changed(english, '>9<', '>8<'), '>81<', '>80<');
    expect(await problemsOfPages(wrong)).toEqual([
      `${wrong.path}, step "summary": cells is 9, the page says 8`,
      `${wrong.path}, step "summary": multiply-adds is 81, the page says 80`,
    ]);
  });

  test('in one line what is wrong in every step, and nothing that follows from it', async () => {
    const steps = '"table", "window", "first", "next", "map", "summary"';
    expect(await problemsOfPages(changed(english, 'sobel-y', 'sobel-z'))).toEqual([
      expect.stringMatching(
        new RegExp(`, steps ${steps}: There is no kernel called sobel-z: identity, box, `),
      ),
    ]);
  });

  test('at once what cannot be planned, without a run that never ends', async () => {
    expect(await problemsOfPages(changed(english, 'at="start"', 'kernel="9"'))).toEqual([
      expect.stringMatching(/, step "table": The kernel height reaches over 9 cells/),
    ]);
  });

  test('what is in a comment is not on the page', async () => {
    const commented = changed(
      english,
      '<conv-score></conv-score>',
      '<!-- <conv-step at="no"></conv-step> -->',
    );
    expect(await problemsOfPages(commented)).toEqual([]);
  });
});

describe('of the other language its author is told', () => {
  test.each([
    ['>10<', '>1<', [', step "first": sum is 10, the page says 1']],
    [
      'id="first"',
      'id="frist"',
      [
        ': it has no step "first", which the English page has',
        ': it has step "frist", which the English page has not',
        ', question "quiz-first": it stands in step "frist", in English in "first"',
      ],
    ],
    [
      'id="quiz-size"',
      'id="quiz-sise"',
      [
        ': it has no question "quiz-size", which the English page has',
        ': it has question "quiz-sise", which the English page has not',
      ],
    ],
    [
      '<conv-value of="cells">9</conv-value>',
      '9',
      [', step "summary": it gives cells never, the English page once'],
    ],
    [
      'id="map"',
      'id="map" at="end"',
      [', step "map": <conv-step> has at, which stands in the English page alone'],
    ],
    [
      '<p slot="hint">窗口的中间一行不算，把其余的加起来。</p>',
      '',
      [', question "quiz-first": only one of both languages has a slot="hint"'],
    ],
  ])('%j as %j', async (part, replacement, told) => {
    const problems = await problemsOfPages(english, changed(chinese, part, replacement));
    expect(problems).toEqual(told.map((sentence) => `lessons/zh/${name}/index.html${sentence}`));
  });

  test('steps that changed places', async () => {
    const swapped = changed(changed(changed(chinese, '"next"', '"?"'), '"map"', '"next"'), '"?"', '"map"');
    expect(await problemsOfPages(english, swapped)).toContain(
      `lessons/zh/${name}/index.html: step "map" stands in another place than on the English page`,
    );
  });
});

describe("of a page of the author's own", () => {
  const directory = mkdtempSync(join(tmpdir(), 'convscope-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  const told = async (html: string) => {
    const path = join(directory, 'page.html');
    writeFileSync(path, html);
    return (await problemsOfFile(path)).map((sentence) => sentence.replace(path, 'page.html'));
  };
  const lesson = (inner: string) => `<conv-lesson input="5x5x1" filters="1">${inner}</conv-lesson>`;
  const script = '<script type="module" src="convscope.js"></script>';

  test('nothing that only a lesson of this site needs', async () => {
    expect(await told(script + lesson('<conv-step><p>Look.</p></conv-step>'))).toEqual([]);
  });

  test('what is wrong in a step, by its number where it has no id', async () => {
    const steps =
      '<conv-step></conv-step><conv-step at="end"><conv-value of="cells">8</conv-value></conv-step>';
    expect(await told(script + lesson(steps))).toEqual(['page.html, step 2: cells is 9, the page says 8']);
  });

  test('that nothing runs without the elements, and nothing is checked without a step', async () => {
    expect(await told('<p>Hello</p>')).toEqual([
      'page.html: no <script type="module"> loads the elements',
      'page.html: it has no <conv-step>',
    ]);
  });
});
