import { edit } from '../../src/session/edit.js';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-channels/define.js';
import '../../components/conv-lab/define.js';
import type { ConvChannels } from '../../components/conv-channels/conv-channels.js';
import type { ConvLab } from '../../components/conv-lab/conv-lab.js';
import { LabRequestEvent } from '../../components/shared/lab-request.js';
import { tensor } from '../../src/math/tensor.js';
import { highlightOf } from '../../src/timeline/highlight.js';
import type { Selection } from '../../src/timeline/types.js';
import { momentOf, standardMoment } from '../views/moments.js';
import { stage } from './conv-grid-lab.js';
import { computed, mount, until } from './figures.js';

const squares = (shadow: ShadowRoot, selector = ''): string[] =>
  [...shadow.querySelectorAll<HTMLElement>(`td[data-key]${selector}`)].map((each) => each.dataset.key!);
const text = (shadow: ShadowRoot, part: string): string =>
  (shadow.querySelector(`[part="${part}"]`)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const square = (shadow: ShadowRoot, key: string): HTMLElement =>
  shadow.querySelector<HTMLElement>(`[data-key="${key}"]`)!;

/** The grouped example in a lab of its own. */
async function grouped(): Promise<{
  lab: ConvLab;
  shadow: ShadowRoot;
  choose: (groups: number) => Promise<void>;
}> {
  const lab = mount<ConvLab>(
    '<conv-lab variant="grouped" groups="1"><conv-channels></conv-channels></conv-lab>',
  );
  await computed(lab);
  const view = lab.querySelector('conv-channels')!;
  await view.updateComplete;
  const shadow = view.shadowRoot!;
  const choose = async (groups: number): Promise<void> => {
    await userEvent.click(shadow.querySelector<HTMLElement>(`input[value="${groups}"]`)!);
    await until(() => text(shadow, 'weights').includes(` ${144 / groups} `), `${144 / groups} weights`);
  };
  return { lab, shadow, choose };
}

describe('<conv-channels>', () => {
  afterEach(() => page.viewport(414, 896));

  it('makes its table less high where the page sets a limit, as long as its numbers can be read', async () => {
    await page.viewport(900, 900);
    const { lab, shadow } = await grouped();
    const table = shadow.querySelector('table')!;
    const free = table.offsetHeight;
    const view = lab.querySelector('conv-channels')!;
    view.style.maxBlockSize = `${view.offsetHeight - 20}px`;
    await until(() => table.offsetHeight < free, 'a lower table');
    view.style.maxBlockSize = '100px';
    await until(() => table.offsetHeight < free - 20, 'the lowest table');
    expect(table.querySelectorAll('svg text')).toHaveLength(144);
  });

  it('makes its squares larger where the page has large type, as on a projector', async () => {
    await page.viewport(900, 900);
    const { shadow } = await grouped();
    const side = () => shadow.querySelector('table svg')!.getBoundingClientRect().width;
    const before = side();
    document.documentElement.style.fontSize = '24px';
    await until(() => side() > before * 1.4, 'larger squares');
    const scroller = shadow.querySelector('.scroll')!;
    expect(scroller.scrollWidth).toBeLessThanOrEqual(scroller.clientWidth);
    document.documentElement.style.fontSize = '';
  });

  it('lets the squares beside the blocks fall out as the dial turns, and gives them back', async () => {
    const { lab, shadow, choose } = await grouped();
    expect([squares(shadow).length, squares(shadow, '.absent').length]).toEqual([16, 0]);
    expect(text(shadow, 'sums')).toBe('');
    lab.step = 36;
    await until(() => text(shadow, 'sums') !== '', 'the sums');
    expect(text(shadow, 'sums')).toBe('Filter 1, row 1, column 1: −13 + (−3) + 33 + (−6) = 11');
    const faces = shadow.querySelector('table')!.textContent;
    await choose(2);
    lab.step = 18;
    await until(() => text(shadow, 'sums').includes('= −16'), 'the sums of two groups');
    expect(squares(shadow, ':not(.absent)')).toEqual([
      '0:0',
      '0:1',
      '1:0',
      '1:1',
      '2:2',
      '2:3',
      '3:2',
      '3:3',
    ]);
    await until(() => getComputedStyle(square(shadow, '0:3').firstElementChild!).opacity === '0', 'the fall');
    expect(square(shadow, '0:3').getAttribute('aria-label')).toBe('Filter 1 does not read channel 4');
    expect([...shadow.querySelectorAll('.sums s')].map((each) => each.textContent)).toEqual([
      '+ 33',
      '+ (−6)',
    ]);
    await choose(4);
    lab.step = 9;
    await until(() => text(shadow, 'sums').includes('= −13'), 'the sums of four groups');
    expect(squares(shadow, ':not(.absent)')).toEqual(['0:0', '1:1', '2:2', '3:3']);
    expect(shadow.querySelector('.sentence')!.textContent).toContain('this is a depthwise convolution');
    await choose(1);
    expect([shadow.querySelector('table')!.textContent, squares(shadow, '.absent')]).toEqual([faces, []]);
  });

  it('ends the sum with bias and activation, once they are done', async () => {
    const { lab, shadow } = await grouped();
    lab.bias = true;
    lab.activation = 'relu';
    const session = LabRequestEvent.ask(shadow.host as ConvChannels)!.session;
    await until(() => (session.moment?.plan.stages[0].activation ?? '') === 'relu', 'bias and activation');
    edit(session, { stage: 0, tensor: 'bias', index: [0], value: 3 });
    lab.step = 36;
    await until(() => text(shadow, 'sums').endsWith('→ 14'), 'the finished cell');
    expect(text(shadow, 'sums')).toContain('= 11, + 3 (bias), ReLU → 14');
  });

  it('turns the dial by keyboard, and shows only stops that divide the channels', async () => {
    const { lab, shadow } = await grouped();
    const stops = [...shadow.querySelectorAll<HTMLInputElement>('fieldset input')];
    expect(stops.map(({ value }) => value)).toEqual(['1', '2', '4']);
    stops[0].focus();
    await userEvent.keyboard('{ArrowRight}');
    await until(() => text(shadow, 'weights').includes(' 72 '), '72 weights');
    lab.filters = 6;
    await until(() => shadow.querySelectorAll('fieldset input').length === 2, 'the stops of 6 filters');
  });

  it('points at the weight under the pointer, by keyboard at the middle of a slice, and pins and lets go', async () => {
    const { shadow, session } = await stage<ConvChannels>('conv-channels', standardMoment(27));
    const slice = square(shadow, '1:2').querySelector('svg')!;
    const side = slice.getBoundingClientRect().width / 3;
    await userEvent.hover(slice, { position: { x: 2.5 * side, y: 0.5 * side } });
    expect(session.intents.at(-1)).toMatchObject({ kind: 'hover', tensor: 'weights', index: [0, 2, 2, 1] });
    square(shadow, '0:0').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}');
    expect(session.intents.at(-1)).toMatchObject({ kind: 'pin', tensor: 'weights', index: [1, 1, 1, 1] });
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect((shadow.activeElement as HTMLElement).dataset.key).toBe('3:2');
    expect(shadow.querySelectorAll('td[tabindex="0"]')).toHaveLength(1);
  });

  it('lights from the moment: the filter in hand, or what somebody points at elsewhere', async () => {
    const { shadow, show } = await stage<ConvChannels>('conv-channels', standardMoment(27 * 9 + 10));
    expect(squares(shadow, '.lit')).toEqual(['1:0', '1:1', '1:2']);
    const selection: Selection = { stage: 0, tensor: 'input', index: [0, 1, 1, 2], pinned: true };
    const moment = standardMoment(27, { selection });
    await show({ ...moment, highlight: highlightOf(moment.plan, selection) });
    expect(squares(shadow, '.lit')).toEqual(['0:2', '1:2', '2:2', '3:2']);
    expect(squares(shadow, '.dim')).toHaveLength(8);
  });

  it('draws a large layer as a map and lists the row in hand', async () => {
    const many = momentOf({
      spec: { input: [3, 3, 64], filters: 96 },
      input: tensor([1, 3, 3, 64], 1),
      tensors: { weights: tensor([3, 3, 64, 96], 1) },
      step: 576,
    });
    const { shadow } = await stage<ConvChannels>('conv-channels', many);
    const canvas = shadow.querySelector('canvas')!;
    expect([canvas.width, canvas.height]).toEqual([64, 96]);
    expect(canvas.getContext('2d')!.getImageData(63, 95, 1, 1).data[3]).toBe(255);
    expect(squares(shadow)).toHaveLength(32);
    expect(shadow.querySelector('thead')!.textContent).toContain('+ 32 more');
  });

  it.each([320, 1280])('needs no sideways scroll of the page at %d px', async (width) => {
    await page.viewport(width, 800);
    await grouped();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  });

  it.each([
    ['en', 'paper'],
    ['zh', 'board'],
  ] as const)('breaks no accessibility rule: %s, %s', async (language, scheme) => {
    const { view } = await stage<ConvChannels>('conv-channels', standardMoment(40), { language, scheme });
    const result = await axe.run(view, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  });
});
