import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-lesson/define.js';
import '../../components/conv-quiz/define.js';
import type { ConvLesson } from '../../components/conv-lesson/conv-lesson.js';
import type { ConvLessonStepEvent } from '../../components/conv-lesson/events.js';
import type { ConvFigure } from '../../components/conv-figure/conv-figure.js';
import type { ConvValue } from '../../components/conv-value/conv-value.js';
import { mount, shownText, until } from './figures.js';

const steps = `
  <conv-step id="one" at="start"><h2>One</h2><p>Start.</p></conv-step>
  <conv-step id="two" at="cell 0"><h2>Two</h2>
    <p>The sum is <conv-value of="sum">?</conv-value> of <conv-value of="multiply-adds">?</conv-value>.</p></conv-step>
  <conv-step id="three" variant="transposed" walk="input" at="end" camera="front"><h2>Three</h2>
    <p>The middle is <conv-value of="output 2 2">?</conv-value>.</p></conv-step>`;

beforeEach(async () => {
  await page.viewport(1280, 800);
  history.replaceState(null, '', location.pathname + location.search);
});

afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '';
  document.documentElement.lang = 'en';
  scrollTo(0, 0);
});

/** A lesson whose figure has its first numbers. */
async function lesson(attributes = '', inner = steps): Promise<ConvLesson> {
  const element = mount<ConvLesson>(`<conv-lesson ${attributes}>${inner}</conv-lesson>`);
  await until(() => (element.figure?.steps ?? 0) > 0, 'the first numbers');
  return element;
}

const stepOf = (element: ConvLesson, index: number) => element.steps[index];

/** What a reader does with a wheel, a finger or a scroll bar. */
function scrollToStep(element: ConvLesson, index: number): void {
  stepOf(element, index).scrollIntoView({ block: 'start' });
}

const button = (element: ConvLesson, name: RegExp) =>
  [...element.shadowRoot!.querySelectorAll('button')].find((each) => name.test(each.textContent ?? ''))!;

describe('<conv-lesson>', () => {
  test('begins with its first step and leaves the address alone', async () => {
    const element = await lesson();
    expect(element.index).toBe(0);
    expect(element.figure).toMatchObject({ step: 0, steps: 972 });
    expect(stepOf(element, 0).getAttribute('aria-current')).toBe('step');
    expect(location.hash).toBe('');
  });

  test('scrolling to a step sets the figure, the address and the mark, and tells', async () => {
    const element = await lesson();
    const told: string[] = [];
    element.addEventListener('conv-lesson-step', (event: ConvLessonStepEvent) =>
      told.push(`${event.index} ${event.step}`),
    );
    scrollToStep(element, 1);
    await until(() => element.figure?.step === 27, 'the first cell');
    scrollToStep(element, 2);
    await until(() => element.figure?.steps === 36 && element.figure.step === 36, 'the stamps');
    expect(element.figure).toMatchObject({ walk: 'input', camera: 'front' });
    expect(location.hash).toBe('#three');
    expect(element.querySelectorAll('[aria-current]')).toHaveLength(1);
    scrollToStep(element, 0);
    await until(() => element.figure?.steps === 972 && element.figure.step === 0, 'the start again');
    expect(element.figure?.walk).toBe('output');
    expect(told).toEqual(['1 two', '2 three', '0 one']);
  });

  test('begins at the step in the address', async () => {
    history.replaceState(null, '', '#three');
    const element = await lesson();
    await until(() => element.figure?.step === 36, 'the third step');
    await until(() => stepOf(element, 2).getBoundingClientRect().top < 400, 'the third step in sight');
    expect(element.index).toBe(2);
  });

  test('with no-hash the address stays', async () => {
    const element = await lesson('no-hash');
    element.next();
    await until(() => element.figure?.step === 27);
    expect(location.hash).toBe('');
  });

  test('buttons and page keys go to the next step and back, to the ends and no further', async () => {
    const element = await lesson();
    expect(button(element, /Previous/).disabled).toBe(true);
    await userEvent.click(button(element, /Next/));
    await until(() => element.figure?.step === 27, 'the second step');
    await userEvent.keyboard('{PageDown}');
    await until(() => element.figure?.steps === 36, 'the third step');
    await until(() => button(element, /Next/).disabled, 'a disabled button at the end');
    expect(shownText(element.shadowRoot!.querySelector('nav')!)).toContain('Step 3 of 3');
    button(element, /Previous/).focus();
    await userEvent.keyboard('{PageDown}');
    expect(element.index).toBe(2);
    await userEvent.keyboard('{PageUp}');
    await until(() => element.index === 1 && element.figure?.step === 27, 'the second step again');
  });

  test('the reader may change everything; the button and the next step set it again', async () => {
    const element = await lesson();
    const figure = element.figure!;
    figure.kernel = 2;
    figure.step = 10;
    await until(() => figure.steps === 4 * 16 * 12, 'a changed layer');
    await userEvent.click(button(element, /Reset/));
    await until(() => figure.steps === 972 && figure.step === 0, 'the declared state');
    figure.step = 500;
    element.next();
    await until(() => figure.step === 27, 'the next state');
  });

  test('a step may play to its state', async () => {
    const inner = `<conv-step id="a" at="start"></conv-step><conv-step id="b" at="cell 2" play="cell 1"></conv-step>`;
    const element = await lesson('input="3x3x1" kernel="1" filters="1"', inner);
    const figure = element.figure!;
    // Slow enough for a picture in the middle, on any machine.
    figure.playbackRate = 2;
    const seen: number[] = [];
    figure.addEventListener('conv-step', (event) => seen.push(event.step));
    element.next();
    await until(() => figure.paused && figure.step === 3, 'the end of the stretch');
    expect(seen[0]).toBe(2);
    expect(seen.some((step) => step > 2 && step < 3)).toBe(true);
  });

  test('a step with a question waits: before its stretch, or as the step before left it', async () => {
    const ask = (of: string) =>
      `<conv-quiz id="q-${of}" kind="written" predict><p>Well?</p><ul slot="answers"><li right>Yes</li></ul></conv-quiz>`;
    const inner = `<conv-step id="a" at="cell 0"></conv-step>
      <conv-step id="b" at="cell 2" play="cell 1">${ask('b')}</conv-step>
      <conv-step id="c" at="end" highlight="output 0,0">${ask('c')}</conv-step>`;
    const element = await lesson('input="3x3x1" kernel="1" filters="1"', inner);
    const figure = element.figure!;
    const [first, second] = element.querySelectorAll('conv-quiz');
    element.next();
    await until(() => figure.step === 2, 'the start of the stretch');
    expect(figure.paused).toBe(true);
    first.show();
    await until(() => figure.paused && figure.step === 3, 'the end of the stretch');
    element.next();
    await until(() => element.index === 2 && figure.paused, 'the last step');
    expect(figure.step).toBe(3);
    second.show();
    await until(() => figure.step === 9, 'the end');
  });

  test('steps start from the attributes of the lesson', async () => {
    const inner = `<conv-step id="a"></conv-step>
      <conv-step id="b" stride="2"><conv-value of="output">?</conv-value></conv-step>`;
    const element = await lesson(
      'variant="standard" input="5x5x1" filters="1" values="1" weights="2"',
      inner,
    );
    element.next();
    await until(() => element.figure?.steps === 36, 'four windows');
    await until(() => element.querySelector('conv-value')?.text === '18 18 / 18 18');
  });

  test('takes a figure of the author’s own', async () => {
    const own = `<conv-figure slot="figure" controls="none" views="grid"></conv-figure>${steps}`;
    const element = await lesson('', own);
    expect(element.figure).toBe(element.querySelector('conv-figure'));
    element.next();
    await until(() => (element.querySelector('conv-figure') as ConvFigure).step === 27);
    expect(element.figure).toMatchObject({ controls: 'none', views: 'grid' });
  });

  test('on a phone the figure stands above and plays from the lesson’s button', async () => {
    await page.viewport(390, 800);
    const element = await lesson();
    await until(() => element.dataset.layout === 'compact', 'the small layout');
    const stage = element.shadowRoot!.querySelector('.stage')!;
    scrollToStep(element, 1);
    await until(() => element.figure?.step === 27, 'the second step');
    expect(stage.getBoundingClientRect().top).toBe(0);
    expect(stage.getBoundingClientRect().height).toBeLessThan(480);
    expect(element.figure?.controls).toBe('none');
    const play = element.shadowRoot!.querySelector<HTMLButtonElement>('button[aria-label="Play"]')!;
    await userEvent.click(play);
    await until(() => play.getAttribute('aria-label') === 'Pause' && element.figure?.paused === false);
    element.figure?.pause();
  });

  test('speaks Chinese, and axe finds nothing', async () => {
    document.documentElement.lang = 'zh-Hans';
    document.title = 'lesson';
    const element = await lesson();
    await until(() => button(element, /下一步/) !== undefined, 'Chinese words');
    expect(shownText(element.shadowRoot!.querySelector('nav')!)).toContain('第 1 步，共 3 步');
    await until(() => stepOf(element, 1).linkLabel === '第 2 步的链接');
    const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`)).toEqual([]);
  });

  test('goes away and comes back', async () => {
    const element = await lesson();
    element.remove();
    document.body.append(element);
    await until(() => (element.figure?.steps ?? 0) > 0);
    element.next();
    await until(() => element.figure?.step === 27);
  });
});

describe('<conv-value>', () => {
  const value = (element: Element, of: string) => element.querySelector<ConvValue>(`conv-value[of="${of}"]`)!;

  test('in a step has the numbers of the declared state, whatever the figure shows', async () => {
    const element = await lesson();
    await until(() => value(element, 'sum').text === '18' && value(element, 'output 2 2').text === '37');
    expect(shownText(value(element, 'multiply-adds')).trim()).toBe('972');
    element.figure!.filters = 1;
    await until(() => element.figure?.steps === 243);
    expect(value(element, 'multiply-adds').text).toBe('972');
  });

  test('beside the steps follows the lesson’s figure', async () => {
    const element = await lesson('', `<p><conv-value of="multiply-adds">?</conv-value></p>${steps}`);
    await until(() => value(element, 'multiply-adds').text === '972');
    element.figure!.filters = 1;
    await until(() => value(element, 'multiply-adds').text === '243');
  });

  test('alone computes its own layer; what it does not know leaves the text that stands there', async () => {
    const element = mount(
      '<p><conv-value variant="pointwise" of="parameters">?</conv-value> <conv-value of="wisdom">much</conv-value></p>',
    );
    await until(() => value(element, 'parameters').text === '12');
    expect(shownText(value(element, 'parameters')).trim()).toBe('12');
    expect(value(element, 'wisdom').text).toBe('');
    const slot = value(element, 'wisdom').shadowRoot!.querySelector('slot')!;
    expect(slot.assignedNodes().map((node) => node.textContent)).toEqual(['much']);
  });

  test('says in the console what it does not know, once', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const element = mount('<p><conv-value variant="pointwise" of="ouput 1 0">13</conv-value></p>');
    await until(() => warned.mock.calls.length > 0, 'a warning');
    const unknown = value(element, 'ouput 1 0');
    unknown.requestUpdate();
    await unknown.updateComplete;
    expect(warned.mock.calls).toEqual([
      ['<conv-value of="ouput 1 0">: There is no number called “ouput 1 0” here.'],
    ]);
    expect(element.innerText).toBe('13');
    expect(unknown.getBoundingClientRect().width).toBeGreaterThan(0);
  });

  test('sets several rows as a table that is read as a line', async () => {
    const element = mount('<p><conv-value variant="transposed" of="input" table>?</conv-value></p>');
    await until(() => value(element, 'input').text === '1 2 / 3 5');
    await value(element, 'input').updateComplete;
    const root = value(element, 'input').shadowRoot!;
    expect(root.querySelector('.said')?.textContent).toBe('1 2 / 3 5');
    expect([...root.querySelectorAll('.row span')].map((cell) => cell.textContent)).toEqual([
      '1',
      '2',
      '3',
      '5',
    ]);
  });
});
