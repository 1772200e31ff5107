/** A lesson before a class: slides, the presenter's window, and the printed handout. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-lesson/define.js';
import '../../components/conv-quiz/define.js';
import type { ConvLesson } from '../../components/conv-lesson/conv-lesson.js';
import type { Message, SlideState } from '../../components/conv-lesson/present/link.js';
import { mount, shownText, until } from './figures.js';

const steps = `
  <conv-step id="one" at="start"><h2>One</h2><p>Start.</p><aside slot="notes"><p>Wait for three hands.</p><p>Then go on.</p></aside></conv-step>
  <conv-step id="two" at="cell 0"><h2>Two</h2><p>A cell.</p>
    <conv-quiz id="asked" kind="number" of="multiply-adds"><p>How many?</p><p slot="reveal">Four places.</p></conv-quiz></conv-step>
  <conv-step id="three" at="end" camera="front"><h2>Three</h2><p>All.</p></conv-step>`;
const layer = 'variant="standard" input="3x3x1" kernel="2" filters="1" no-hash';

/** The other window. */
let other: BroadcastChannel;
let heard: Message[];

beforeEach(async () => {
  await page.viewport(1024, 768);
  heard = [];
  other = new BroadcastChannel(`convscope lesson ${location.pathname}`);
  other.addEventListener('message', ({ data }: MessageEvent<Message>) => heard.push(data));
});

afterEach(() => {
  other.close();
  document.body.innerHTML = '';
});

async function presented(way: 'slides' | 'console', content = steps): Promise<ConvLesson> {
  const element = mount<ConvLesson>(`<conv-lesson ${layer} present="${way}">${content}</conv-lesson>`);
  await until(() => part(element, way === 'slides' ? '.slide-bar' : '.console') !== null, way);
  return element;
}

const part = (element: ConvLesson, selector: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(selector);
const shown = (element: ConvLesson) =>
  element.steps.filter((step) => step.getBoundingClientRect().height > 0).map(({ id }) => id);
const sizeOf = (each: Element) => Number.parseFloat(getComputedStyle(each).fontSize);
function paragraph(text: string): HTMLElement {
  return Object.assign(document.createElement('p'), { textContent: text });
}
const lastState = (): SlideState | undefined =>
  heard.flatMap((message) => (message.kind === 'state' ? [message.state] : [])).at(-1);

describe('slides', () => {
  test('show one step over the whole window, go by a clicker, blank, and end where they were', async () => {
    const element = await presented('slides');
    await until(() => element.figure?.steps === 16, 'the figure');
    expect([element.getBoundingClientRect().height, shown(element)]).toEqual([768, ['one']]);
    const last = element.querySelector('#one > p')!;
    expect(getComputedStyle(last).marginBlockEnd, 'notes come after it and are not shown').toBe('0px');
    await userEvent.keyboard('{PageDown}{PageUp}{PageDown}');
    await until(() => element.figure?.step === 4, 'the first cell');
    expect([element.index, shown(element)]).toEqual([1, ['two']]);
    const quiz = element.querySelector('conv-quiz')!;
    await until(() => quiz.answer === '16', 'the question');
    await userEvent.keyboard('{PageDown}');
    expect([quiz.answered, element.index], 'the answer comes before the next step').toEqual([true, 1]);
    await until(() => lastState()?.answered[0] === true, 'the presenter’s window told');
    await until(() => quiz.shadowRoot?.activeElement?.matches('.verdict') === true, 'the verdict');
    await userEvent.keyboard('{ArrowRight}');
    expect(element.index, 'keys go on where the answer is read out').toBe(2);
    await userEvent.keyboard('{ArrowLeft}');
    await userEvent.keyboard('b');
    await until(() => part(element, '.blank') !== null, 'the black screen');
    await userEvent.keyboard('{Escape}');
    await until(() => part(element, '.blank') === null, 'the slide again');
    expect((await axe.run(element)).violations.map(({ id }) => id)).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await until(() => part(element, '.slide-bar') === null && shown(element).length === 3, 'the page');
    expect([element.index, document.documentElement.style.fontSize]).toEqual([1, '']);
  });

  test('leave the figure where its run has come to, when they end', async () => {
    const element = await presented(
      'slides',
      `<conv-step id="run" play at="cell 1"><p>Plays.</p></conv-step>`,
    );
    await until(() => element.figure?.steps === 16, 'the figure');
    element.figure!.playbackRate = 8;
    await until(() => element.figure!.step === 8 && element.figure!.paused, 'the end of the run');
    const { figure } = element;
    await userEvent.keyboard('{Escape}');
    await until(() => part(element, '.slide-bar') === null && figure!.views === 'scene formula', 'the page');
    expect([element.figure, figure!.step, figure!.paused]).toEqual([figure, 8, true]);
  });

  test('make a long text smaller, its question and heading with it, and no smaller than can be read', async () => {
    const element = await presented('slides');
    const step = element.steps[1];
    step
      .querySelector('p')!
      .after(...Array.from({ length: 4 }, () => paragraph('Words to be read. '.repeat(9))));
    element.show(1);
    const text = part(element, '.text')!;
    const sizes = () => [...step.querySelectorAll('h2, p, conv-quiz')].map((each) => sizeOf(each));
    const whole = sizes();
    const fits = () => text.scrollHeight <= text.clientHeight;
    await until(() => fits() && sizes().every((size, place) => size < whole[place] * 0.95), 'smaller type');
    step.querySelector('p')!.after(paragraph('Too many words. '.repeat(999)));
    await until(() => !fits(), 'a text to scroll');
    await until(() => Math.abs(sizeOf(step.querySelector('p')!) - 0.018 * 768) < 0.2, 'the least type');
  });

  test('set a few lines over the whole width, more of them in columns', async () => {
    const content = `<conv-step id="short"><h2>Short</h2><p>${'A few words. '.repeat(14)}</p></conv-step>
      <conv-step id="long"><p>${'A few words. '.repeat(40)}</p></conv-step>`;
    const element = await presented('slides', content);
    const [short, long] = element.querySelectorAll('p');
    await until(() => short.offsetWidth > 900, 'lines over the whole width');
    expect(getComputedStyle(element.steps[0]).columnWidth).toBe('auto');
    element.show(1);
    await until(() => long.getClientRects().length === 2, 'two columns');
  });

  test('tell the presenter’s window where they are, and do what it says', async () => {
    const element = await presented('slides');
    other.postMessage({ kind: 'where' } satisfies Message);
    await until(() => lastState()?.index === 0, 'an answer');
    for (const command of ['next', 'faster', 'blank'] as const)
      other.postMessage({ kind: 'command', command } satisfies Message);
    await until(() => lastState()?.blank === true, 'the black screen');
    expect(lastState()).toMatchObject({ index: 1, speed: 2, paused: true });
    const before = { ...lastState()!, index: 2, blank: false, begun: Date.now() - 3_690_000 };
    other.postMessage({ kind: 'resume', state: before } satisfies Message);
    await until(
      () => element.index === 2 && (part(element, '.clock')?.textContent ?? '').startsWith('1:01'),
      'where it was',
    );
  });

  test('set headings by themselves, whatever the page says, and leave them as the slides end', async () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = 'conv-step h2 { font-size: 12px; max-inline-size: 4rem }';
    const element = await presented('slides');
    const [heading, text] = element.querySelectorAll('#one > :is(h2, p)');
    const link = element.querySelector('#one')!.shadowRoot!.querySelector('a')!;
    await until(() => getComputedStyle(heading).columnSpan === 'all', 'a heading over all columns');
    expect(sizeOf(heading) / sizeOf(text)).toBeCloseTo(1.35, 2);
    expect([getComputedStyle(heading).maxInlineSize, getComputedStyle(link).display]).toEqual([
      'none',
      'none',
    ]);
    element.present = '';
    await until(() => sizeOf(heading) === 12, 'the heading of the page');
    expect(getComputedStyle(link).display).toBe('inline-block');
    style.remove();
  });
});

test('the presenter’s window shows notes and the next step, and brings slides back that were loaded anew', async () => {
  const element = await presented('console');
  await until(() => heard.some(({ kind }) => kind === 'where'), 'the question');
  const state: SlideState = {
    ...{ index: 0, blank: false, paused: true, speed: 1, answered: [] },
    begun: Date.now(),
  };
  other.postMessage({ kind: 'state', state } satisfies Message);
  await until(() => part(element, '.console-bar') !== null, 'the controls');
  expect([shown(element), part(element, '.notes')?.textContent]).toEqual([
    ['one', 'two'],
    expect.stringContaining('Wait for three hands.'),
  ]);
  expect((await axe.run(element)).violations.map(({ id }) => id)).toEqual([]);
  await userEvent.keyboard('{PageDown}');
  await until(
    () => heard.some((message) => message.kind === 'command' && message.command === 'next'),
    'next',
  );
  other.postMessage({ kind: 'slides-open' } satisfies Message);
  await until(() => heard.some(({ kind }) => kind === 'resume'), 'the place of the slides');
});

test('the presenter’s window shows answers at once, whether the class has seen them, and the figure as the class does', async () => {
  const content = `<conv-step id="one" at="cell 0"><p>A cell.</p></conv-step>
    <conv-step id="two" play at="end"><p>All.</p>
      <conv-quiz id="asked" kind="number" of="multiply-adds" predict practice><p>How many?</p><p slot="reveal">Four places.</p></conv-quiz>
    </conv-step>`;
  const element = await presented('console', content);
  const quiz = element.querySelector('conv-quiz')!;
  const state: SlideState = { index: 1, blank: false, paused: true, speed: 1, answered: [false], begun: 0 };
  other.postMessage({ kind: 'state', state } satisfies Message);
  await until(() => shownText(quiz).includes('The answer: 16.'), 'the answer');
  await until(
    () => element.figure?.steps === 16 && element.figure.step === 0,
    'the figure before the answer',
  );
  expect(quiz.querySelector('[slot="reveal"]')!.checkVisibility(), 'its reason').toBe(true);
  expect([...quiz.shadowRoot!.querySelectorAll('button')], 'nothing to press').toEqual([]);
  expect(quiz.shadowRoot!.querySelector('input')!.readOnly).toBe(true);
  const told = () => part(element, '.told')?.textContent;
  await until(
    () => told() === 'The class does not see the answer yet: Next shows it.',
    'what the class sees',
  );
  other.postMessage({ kind: 'state', state: { ...state, answered: [true] } } satisfies Message);
  await until(() => told() === 'The class sees the answer.', 'that it sees it');
  await until(() => element.figure!.step === 16, 'the figure after it');
  const height = element.figure!.getBoundingClientRect().height;
  expect([element.figure!.paused, height > 100 && height < 400]).toEqual([true, true]);
  await page.viewport(1024, 320);
  element.steps[1].scrollIntoView();
  expect(element.scrollTop, 'the controls stay').toBe(0);
  expect((await axe.run(element)).violations.map(({ id }) => id)).toEqual([]);
});
