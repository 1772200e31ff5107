import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-step/define.js';
import '../../components/conv-quiz/define.js';
import type { ConvQuiz } from '../../components/conv-quiz/conv-quiz.js';
import type { ConvScore } from '../../components/conv-score/conv-score.js';
import { mount, shownText, until } from './figures.js';

beforeEach(() => page.viewport(900, 900));

afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '';
  document.documentElement.lang = 'en';
});

const layer =
  'variant="standard" input="3x3x1" filters="1" values="1 0 0 / 0 0 0 / 0 0 0" weights="1 2 3 / 4 5 6 / 7 8 9"';
const reveal = '<p slot="reveal">Because.</p>';

/** A question in a step; its answers are there. */
async function quiz(attributes: string, inner = ''): Promise<ConvQuiz> {
  mount(
    `<conv-step ${layer}><conv-quiz id="q" ${attributes}><p>How many?</p>${inner}${reveal}</conv-quiz></conv-step>`,
  );
  const element = document.querySelector('conv-quiz')!;
  await until(() => element.shadowRoot?.querySelector('input, table') != null, 'something to answer with');
  return element;
}

const all = <Found extends HTMLElement>(element: ConvQuiz, selector: string): Found[] => [
  ...element.shadowRoot!.querySelectorAll<Found>(selector),
];
const button = (element: ConvQuiz, name: RegExp): HTMLElement =>
  all(element, 'button').find((each) => name.test(each.textContent ?? ''))!;
const verdict = (element: ConvQuiz): string =>
  (element.shadowRoot!.querySelector('[role="status"]')!.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const isRevealed = (element: ConvQuiz): boolean =>
  element.querySelector<HTMLElement>('[slot="reveal"]')!.offsetHeight > 0;

/** The radio button of an answer takes the focus; the space bar chooses it. */
async function choose(element: ConvQuiz, value: string): Promise<void> {
  all<HTMLInputElement>(element, 'input')
    .find((each) => each.value === value)!
    .focus();
  await userEvent.keyboard(' ');
}

describe('<conv-quiz>', () => {
  test('by keyboard: a wrong answer gets its hint, the right one its reason; the score has the first', async () => {
    const element = await quiz('of="output 0 0" distractors="turned-kernel neighbour"');
    document.body.append(document.createElement('conv-score'));
    const values = all<HTMLInputElement>(element, 'input').map(({ value }) => value);
    expect([...values].sort()).toEqual(['0', '1', '2', '9']);
    await userEvent.click(button(element, /Check/));
    await until(() => verdict(element).startsWith('Choose'), 'a wish for an answer');
    await choose(element, '9');
    button(element, /Check/).focus();
    await userEvent.keyboard('{Enter}');
    await until(() => verdict(element).startsWith('Not yet.'), 'a verdict');
    expect(verdict(element)).toContain('turned by 180°');
    expect(isRevealed(element)).toBe(false);
    expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
    await choose(element, '1');
    await userEvent.click(button(element, /Check/));
    await until(() => verdict(element) === 'Right.', 'praise');
    expect(isRevealed(element)).toBe(true);
    expect(element.answered).toBe(true);
    const score = document.querySelector<ConvScore>('conv-score')!;
    expect(score.text).toContain('How many?\n   First answer: 9 · tries: 2 · right');
    await score.updateComplete;
    expect(shownText(score)).toContain('0 of 1 right at the first try');
    expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  });

  test('cells are chosen with arrow keys and the space bar, and told apart', async () => {
    const element = await quiz('kind="cells" of="output 0,0"');
    const first = all(element, 'td')[0];
    expect(first.getAttribute('aria-label')).toBe('row 1, column 1, value 1');
    first.focus();
    await userEvent.keyboard(' {ArrowRight} {ArrowDown} {End} ');
    const selected = () => all(element, 'td[aria-selected="true"]').map((cell) => cell.dataset.key);
    await until(() => selected().length === 4, 'four cells');
    expect(selected()).toEqual(['0,0', '0,1', '1,1', '1,2']);
    await userEvent.click(button(element, /Check/));
    await until(() => verdict(element).includes('4 right, 0 wrong. Not chosen yet: 5'), 'a count');
    await userEvent.click(button(element, /Show the answer/));
    await until(() => selected().length === 9 && isRevealed(element), 'the answer');
    expect(element.result).toMatchObject({ first: '(1, 1) (1, 2) (2, 2) (2, 3)', tries: 1, state: 'shown' });
  });

  test('a size is set with steppers, a matrix chosen from pictures with letters', async () => {
    const size = await quiz('kind="size" distractors="neighbour"');
    await userEvent.click(all(size, 'button[aria-label="Rows: one more"]')[0]);
    await userEvent.click(button(size, /Check/));
    await until(() => verdict(size).startsWith('Not yet.'), 'a verdict');
    await userEvent.click(all(size, 'button[aria-label="Rows: one less"]')[0]);
    await userEvent.click(button(size, /Check/));
    await until(() => verdict(size) === 'Right.', 'praise');
    const matrix = await quiz('kind="matrix" distractors="turned-kernel transpose"');
    const labels = all(matrix, 'svg.matrix').map((svg) => svg.getAttribute('aria-label'));
    expect(labels).toHaveLength(3);
    expect(labels).toContain('1 2 3 4 5 6 7 8 9');
  });

  test('practice asks with other numbers, which are shown, and does not count; a typed answer is a number', async () => {
    const element = await quiz(
      'kind="number" of="output 0 0" distractors="neighbour" practice',
      '<p slot="hint">Think of the corner.</p>',
    );
    const field = () => all<HTMLInputElement>(element, 'input')[0];
    await userEvent.type(field(), 'one{Enter}');
    await until(() => verdict(element) === 'Give a number first.', 'a wish for a number');
    await userEvent.clear(field());
    await userEvent.type(field(), '7{Enter}');
    await until(
      () => verdict(element) === 'Not yet. Think of the corner. Try again.',
      'the hint of the author',
    );
    await userEvent.clear(field());
    await userEvent.type(field(), '1{Enter}');
    await until(() => verdict(element) === 'Right.', 'praise');
    await userEvent.click(button(element, /Another one/));
    const numbers = () =>
      all(element, '.given .visually-hidden').map(({ textContent }) => textContent!.split(/[ /]+/));
    await until(() => numbers().length === 2, 'another question');
    const [input, weights] = numbers().map((list) => list.map((text) => Number(text.replace('−', '-'))));
    const sum = input.reduce((total, value, place) => total + value * weights[place], 0);
    await userEvent.type(field(), `${sum}{Enter}`);
    await until(() => verdict(element) === 'Right.', 'praise for the sum of the products that are shown');
    expect(isRevealed(element)).toBe(false);
    expect(element.result).toMatchObject({ first: '7', tries: 2, state: 'right' });
  });

  test('written answers, in Chinese', async () => {
    document.documentElement.lang = 'zh';
    const element = await quiz(
      'kind="written"',
      '<ul slot="answers"><li right>不是</li><li betrays="M20">是</li></ul>',
    );
    await until(() => /检查/.test(shownText(element)), 'Chinese');
    await choose(element, '是');
    await userEvent.click(button(element, /检查/));
    await until(() => verdict(element).startsWith('还不对。'), 'a verdict');
    expect(verdict(element)).toContain('步幅大于 1');
  });
});

describe('what an author wrote in vain', () => {
  test.each([
    [
      'kind="sise" of="output 0 0" distractors="neighbour"',
      '',
      'There is no kind called sise: choice, number,',
    ],
    ['of="output 0 0" distractors="turned-kern neighbour"', '', 'There is no distractor called turned-kern.'],
    ['of="output 0 0" distractors="forgot-bias"', '', 'No wrong answer differs from the right one.'],
    ['of="ouput 0 0" distractors="neighbour"', '', 'There is no number called “ouput 0 0” here.'],
    ['kind="written"', '<ul slot="answers"><li>No</li><li>Yes</li></ul>', '0 answers are right, not one.'],
  ])('<conv-quiz %s>%s is told in the console, once', async (attributes, inner, fault) => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    mount(
      `<conv-step ${layer}><conv-quiz id="q" ${attributes}><p>How many?</p>${inner}</conv-quiz></conv-step>`,
    );
    await until(() => warned.mock.calls.length > 0, 'a warning');
    const element = document.querySelector('conv-quiz')!;
    element.requestUpdate();
    await element.updateComplete;
    expect(warned.mock.calls).toEqual([[expect.stringContaining(`<conv-quiz id="q">: ${fault}`)]]);
  });

  test('nothing is told of a sound question', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await quiz('kind="cells" of="output 0,0"');
    await quiz('of="output 0 0" distractors="neighbour"');
    expect(warned.mock.calls).toEqual([]);
  });
});
