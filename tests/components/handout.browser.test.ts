/** A lesson on paper, on a page without any style sheet. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cdp, page } from 'vitest/browser';
import '../../components/conv-lesson/define.js';
import '../../components/conv-quiz/define.js';
import '../../components/conv-score/define.js';
import type { ConvLesson } from '../../components/conv-lesson/conv-lesson.js';
import { trimmed } from '../../components/conv-lesson/handout/trimmed.js';
import { mount, until } from './figures.js';

const steps = `
  <conv-step id="one" at="start"><h2>One</h2><p>Start.</p></conv-step>
  <conv-step id="two" at="cell 0"><h2>Two</h2><p>A cell.</p>
    <conv-quiz id="asked" kind="size" predict><p>How large?</p><p slot="reveal">Two places each way.</p></conv-quiz></conv-step>`;
const markup = `<main><conv-lesson variant="standard" input="3x3x1" kernel="2" filters="1" no-hash>${steps}</conv-lesson>
  <h2>Summary</h2><ul><li>Short.</li></ul><conv-score></conv-score></main>`;

/** Pixels between the margins of an A4 sheet. */
const sheet = 718;

beforeEach(() => page.viewport(1024, 768));

afterEach(async () => {
  await cdp().send('Emulation.setEmulatedMedia', { media: '' });
  document.body.innerHTML = '';
  vi.restoreAllMocks();
});

async function lessonOnAPage(): Promise<ConvLesson> {
  const element = mount(markup).querySelector<ConvLesson>('conv-lesson')!;
  await until(() => element.querySelector('conv-quiz')!.answer === '2×2', 'the question');
  await until(() => element.figure?.steps === 16, 'the figure');
  return element;
}

const isShown = (each: Element) => each.checkVisibility() && each.getBoundingClientRect().height > 0;
const stills = () => [...document.querySelectorAll('.handout-still')];
const answers = () => document.querySelector('.handout-answers')!;

test('has a still, a formula and counts for each step, and leaves nothing on the page', async () => {
  const element = await lessonOnAPage();
  const sheets = document.adoptedStyleSheets.length;
  let onScreen = 0;
  const print = vi.spyOn(window, 'print').mockImplementation(() => {
    onScreen = [...stills(), answers()].filter((each) => isShown(each)).length;
  });
  await element.printHandout();
  expect([print.mock.calls.length, onScreen]).toEqual([1, 0]);
  expect(stills().map((still) => still.querySelector('figcaption')!.textContent)).toEqual(
    Array.from(steps.matchAll(/<conv-step/g), () => 'Output 2×2×1 · 4 parameters · 16 multiply-adds'),
  );
  expect(stills().every((still) => still.querySelector('img')!.naturalWidth > 100)).toBe(true);
  expect(answers().textContent).toMatch(/How large\?2×2 Two places each way\./);
  window.dispatchEvent(new Event('afterprint'));
  expect([stills().length, document.adoptedStyleSheets.length]).toEqual([0, sheets]);
});

test('fits a sheet without the page’s help, and leaves out what belongs on a screen', async () => {
  const element = await lessonOnAPage();
  vi.spyOn(window, 'print').mockReturnValue();
  element.querySelector('conv-quiz')!.show();
  await element.printHandout();
  await page.viewport(sheet, 1000);
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
  await until(() => isShown(answers()), 'the print rules');
  for (const still of stills()) {
    const { right, width, height } = still.querySelector('canvas')!.getBoundingClientRect();
    expect(right).toBeLessThanOrEqual(sheet);
    expect(width, 'small').toBeGreaterThan(0.6 * sheet);
    expect(height, 'two to a sheet').toBeLessThan(250);
    expect(getComputedStyle(still).breakInside).toBe('avoid');
  }
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(sheet);
  expect(getComputedStyle(answers()).breakBefore).toBe('page');
  expect(document.querySelector('main')!.lastElementChild, 'after the page’s own words').toBe(answers());
  const screenMatter = [
    ...element.querySelector('conv-quiz')!.shadowRoot!.querySelectorAll('button, .help, .extent, .reveal'),
    document.querySelector('conv-score')!,
  ];
  expect(screenMatter.filter((each) => isShown(each))).toEqual([]);
  const field = element.querySelector('conv-quiz')!.shadowRoot!.querySelector('input')!;
  expect([isShown(field), getComputedStyle(field).color]).toEqual([true, 'rgba(0, 0, 0, 0)']);
  window.dispatchEvent(new Event('afterprint'));
});

test('a picture is trimmed to what is to be seen on its ground', () => {
  const picture = Object.assign(document.createElement('canvas'), { width: 60, height: 40 });
  const context = picture.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 60, 40);
  expect(trimmed(picture), 'nothing to be seen').toBe(picture);
  context.fillStyle = '#007';
  context.fillRect(10, 5, 30, 20);
  const { width, height } = trimmed(picture);
  expect([width, height]).toEqual([30, 20]);
});
