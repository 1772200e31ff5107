import { page, userEvent } from 'vitest/browser';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import '../../components/conv-grid/define.js';
import type { ConvGrid } from '../../components/conv-grid/conv-grid.js';
import type { ConvIntentEvent } from '../../components/shared/events.js';
import { highlightOf } from '../../src/timeline/highlight.js';
import type { Moment, Selection } from '../../src/timeline/types.js';
import {
  momentOf,
  separableMoment,
  standardMoment,
  standardWeights,
  stridedMoment,
  threeTextures,
  transposedMoment,
} from '../views/moments.js';
import { tensor } from '../../src/math/tensor.js';
import { stage } from './conv-grid-lab.js';

const texts = (shadow: ShadowRoot, tensor: string): string[] =>
  [...shadow.querySelectorAll(`[data-tensor="${tensor}"] tbody td`)].map((cell) => cell.textContent);
const cellNamed = (shadow: ShadowRoot, name: string): HTMLElement =>
  shadow.querySelector<HTMLElement>(`td[aria-label^="${name}"]`)!;

const bigMoment = (step: number): Moment =>
  momentOf({
    spec: { input: [30, 24, 1], filters: 1 },
    input: tensor(
      [1, 30, 24, 1],
      Array.from({ length: 720 }, (_, i) => i % 9),
    ),
    tensors: { weights: tensor([3, 3, 1, 1], 1) },
    step,
  });

/** Six filters: two tables more than are shown at first. */
const manyFilters = (step: number, selection?: Selection): Moment =>
  momentOf({
    spec: { input: [5, 5, 3], filters: 6 },
    input: threeTextures(),
    tensors: { weights: tensor([3, 3, 3, 6], 1) },
    step,
    ...(selection ? { selection } : {}),
  });
const moreButton = (shadow: ShadowRoot): HTMLElement =>
  shadow.querySelector<HTMLElement>('[data-tensor="output"] button.more')!;

/** A small photograph: three channels of bytes. */
const pictureMoment = (step: number): Moment =>
  momentOf({
    spec: { input: [16, 16, 3], filters: 4 },
    input: tensor(
      [1, 16, 16, 3],
      Array.from({ length: 768 }, (_, i) => (i * 37) % 256),
    ),
    tensors: { weights: standardWeights() },
    step,
  });

describe('<conv-grid>', () => {
  afterEach(() => page.viewport(414, 896));

  it('shows the numbers of the moment, and others when the moment has others', async () => {
    const { shadow, show } = await stage<ConvGrid>('conv-grid', standardMoment(972));
    expect(texts(shadow, 'output').slice(0, 9).join(' ')).toBe('18 8 4 14 3 5 8 5 14');
    const moment = standardMoment(972);
    moment.stages[0].output.data[0] = 19;
    moment.stages[0].input.data[0] = 7;
    await show(moment);
    expect(texts(shadow, 'output')[0]).toBe('19');
    expect(texts(shadow, 'input')[0]).toBe('7');
  });

  it('keeps its nodes while the run goes on', async () => {
    const { shadow, show } = await stage<ConvGrid>('conv-grid', standardMoment(26));
    const before = [...shadow.querySelectorAll('td, table')];
    await show(standardMoment(27 * 3));
    expect([...shadow.querySelectorAll('td, table')]).toEqual(before);
  });

  it('has one tab stop a tensor and goes from cell to cell by arrows, into the next channel too', async () => {
    const { shadow, session } = await stage<ConvGrid>('conv-grid', standardMoment(27));
    expect(shadow.querySelectorAll('td[tabindex="0"]')).toHaveLength(3);
    cellNamed(shadow, 'Input, channel 1, row 1, column 1:').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(shadow.activeElement!.getAttribute('aria-label')).toContain('channel 1, row 2, column 2: 3');
    expect(session.intents.at(-1)).toEqual({ kind: 'hover', stage: 0, tensor: 'input', index: [0, 1, 1, 0] });
    await userEvent.keyboard('{End}{ArrowRight}');
    expect(shadow.activeElement!.getAttribute('aria-label')).toContain('channel 2, row 2, column 1: 0');
    expect(shadow.querySelectorAll('[data-tensor="input"] td[tabindex="0"]')).toHaveLength(1);
    await userEvent.keyboard('{Tab}');
    expect(shadow.activeElement!.getAttribute('aria-label')).toContain('Filter 1, slice 1');
  });

  it('pins by Enter and by a click, and lets go by Escape', async () => {
    const { shadow, session, show } = await stage<ConvGrid>('conv-grid', standardMoment(27));
    const told: unknown[] = [];
    document.body.addEventListener('conv-intent', (event) => told.push(event.intent.kind), { once: true });
    const cell = cellNamed(shadow, 'Output, channel 1, row 1, column 1:');
    cell.focus();
    await userEvent.keyboard('{Enter}');
    const pin = { kind: 'pin', stage: 0, tensor: 'output', index: [0, 0, 0, 0] };
    expect(session.intents.at(-1)).toEqual(pin);
    expect(told).toEqual(['hover']);
    await show(
      standardMoment(27, { selection: { stage: 0, tensor: 'output', index: [0, 0, 0, 0], pinned: true } }),
    );
    expect(cell.getAttribute('aria-selected')).toBe('true');
    await userEvent.keyboard('{Escape}');
    expect(session.letGo).toBe(1);
    await userEvent.click(cellNamed(shadow, 'Filter 1, slice 2, row 1, column 2:'));
    expect(session.intents.at(-1)).toEqual({ kind: 'pin', stage: 0, tensor: 'weights', index: [0, 1, 1, 0] });
  });

  it('lets go by Escape wherever the focus is in it, and keeps the key only when something was let go', async () => {
    const selection = { stage: 0, tensor: 'output', index: [0, 0, 0, 0], pinned: true } as const;
    const { shadow, session, show } = await stage<ConvGrid>('conv-grid', manyFilters(27, selection));
    const passed: string[] = [];
    const told: string[] = [];
    document.body.addEventListener('keydown', (event) => passed.push(event.key));
    shadow.host.addEventListener('conv-intent', (event) => told.push((event as ConvIntentEvent).intent.kind));
    for (const place of [cellNamed(shadow, 'Input, channel 1, row 3, column 3:'), moreButton(shadow)]) {
      place.focus();
      told.length = 0;
      await userEvent.keyboard('{Escape}');
      expect(told).toContain('leave');
    }
    expect([session.letGo, passed]).toEqual([2, []]);
    await show(manyFilters(27));
    await userEvent.keyboard('{Escape}');
    expect([session.letGo, passed]).toEqual([2, ['Escape']]);
  });

  it('leaves a pin alone while the pointer rests on the cell or goes away', async () => {
    const { shadow, session, show } = await stage<ConvGrid>('conv-grid', standardMoment(27));
    const cell = cellNamed(shadow, 'Output, channel 1, row 1, column 1:');
    await userEvent.click(cell);
    const text = cell.firstChild;
    const selection = { stage: 0, tensor: 'output', index: [0, 0, 0, 0], pinned: true } as const;
    await show(standardMoment(27, { selection }));
    expect(cell.classList).toContain('pinned');
    expect(cell.firstChild).toBe(text);
    expect(session.intents.at(-1)!.kind).toBe('pin');
    const elsewhere = document.createElement('p');
    elsewhere.textContent = 'elsewhere';
    document.body.append(elsewhere);
    await userEvent.hover(elsewhere);
    await expect.poll(() => session.intents.at(-1)!.kind).toBe('leave');
  });

  it('shows all tables of a tensor by a button, and fewer again, by keyboard too', async () => {
    const { shadow } = await stage<ConvGrid>('conv-grid', manyFilters(27));
    const tables = (): number => shadow.querySelectorAll('[data-tensor="output"] table').length;
    const button = moreButton(shadow);
    expect([tables(), button.textContent, button.getAttribute('aria-expanded')]).toEqual([
      ...[4, 'Show 2 more', 'false'],
    ]);
    await userEvent.click(button);
    expect([tables(), button.textContent, button.getAttribute('aria-expanded')]).toEqual([
      ...[6, 'Show fewer', 'true'],
    ]);
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(tables()).toBe(4);
    expect(shadow.activeElement).toBe(button);
    expect([...shadow.querySelectorAll<HTMLElement>('.more')].map((each) => each.hidden)).toEqual([
      ...[true, true, false],
    ]);
    const { shadow: chinese } = await stage<ConvGrid>('conv-grid', manyFilters(27), { language: 'zh' });
    expect(moreButton(chinese).textContent).toBe('再显示 2 个');
  });

  it('names the outlines of pointed-at and pinned cells while they are there, without moving the tables', async () => {
    const { shadow, show } = await stage<ConvGrid>('conv-grid', standardMoment(27));
    const named = (): string[] =>
      [...shadow.querySelectorAll<HTMLElement>('[data-tensor="output"] .mark')]
        .filter((mark) => getComputedStyle(mark).visibility === 'visible')
        .map((mark) => mark.textContent);
    const top = (): number =>
      shadow.querySelector('[data-tensor="output"] table')!.getBoundingClientRect().top;
    const before = top();
    expect(named()).toEqual(['being made', 'not computed yet']);
    const selection = { stage: 0, tensor: 'output', index: [0, 1, 2, 1], pinned: true } as const;
    const moment = standardMoment(27, { selection });
    await show({ ...moment, highlight: highlightOf(moment.plan, selection) });
    expect(named()).toEqual(['being made', 'not computed yet', 'linked', 'pinned']);
    expect(shadow.querySelector('[data-tensor="weights"] h3')!.textContent).toContain('Filter 2 of 4');
    expect(shadow.querySelectorAll('[data-tensor="weights"] td.highlighted')).toHaveLength(27);
    expect(top()).toBe(before);
    await show(standardMoment(27, { selection: { ...selection, declared: true } }));
    expect(named()).toContain('marked');
    expect(named()).not.toContain('pinned');
  });

  it('fills the room beside the tables with the next tensor', async () => {
    await page.viewport(1280, 800);
    const { shadow } = await stage<ConvGrid>('conv-grid', standardMoment(27));
    const box = (tensor: string): DOMRect =>
      shadow.querySelector(`[data-tensor="${tensor}"]`)!.getBoundingClientRect();
    expect(box('weights').top).toBe(box('input').top);
    expect(box('output').left).toBe(box('weights').left);
    expect(box('output').top).toBeGreaterThanOrEqual(box('weights').bottom);
    const wide = await stage<ConvGrid>('conv-grid', pictureMoment(27));
    const tables = [...wide.shadow.querySelectorAll('[data-tensor="output"] table')];
    const tops = tables.map((table) => Math.round(table.getBoundingClientRect().top));
    expect(tops[0]).toBe(tops[1]);
    const third = [
      ...wide.shadow.querySelectorAll('[data-tensor="input"] .panel'),
    ][2].getBoundingClientRect();
    const weights = wide.shadow.querySelector('[data-tensor="weights"]')!.getBoundingClientRect();
    expect([Math.round(weights.top), weights.left > third.left]).toEqual([Math.round(third.top), true]);
  });

  it.each([320, 360, 1280])('needs no sideways scroll of the page at %d px', async (width) => {
    await page.viewport(width, 800);
    for (const moment of [standardMoment(27), pictureMoment(27), bigMoment(9)]) {
      await stage<ConvGrid>('conv-grid', moment);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
    }
  });

  it('leaves keys alone that are not its own', async () => {
    const { shadow } = await stage<ConvGrid>('conv-grid', standardMoment(27));
    const passed: string[] = [];
    document.body.addEventListener('keydown', (event) => passed.push(event.key));
    cellNamed(shadow, 'Input, channel 1, row 1, column 1:').focus();
    await userEvent.keyboard('{ArrowDown}{Escape}f');
    expect(passed).toEqual(['Escape', 'f']);
  });

  it('changes a number in place: a digit opens it, Enter takes it, Escape brings the old one back', async () => {
    const { shadow, session } = await stage<ConvGrid>('conv-grid', standardMoment(27, { bias: true }));
    const field = (): HTMLInputElement | null => shadow.querySelector('.editor input');
    const cell = cellNamed(shadow, 'Filter 1, slice 1, row 1, column 2:');
    cell.focus();
    await userEvent.keyboard('7');
    expect(field()!.value).toBe('7');
    await userEvent.keyboard('.5{Enter}');
    const edit = { stage: 0, tensor: 'weights', index: [0, 1, 0, 0] };
    expect(session.edits).toEqual([{ ...edit, value: 7.5 }]);
    expect([field(), shadow.activeElement]).toEqual([null, cell]);
    await userEvent.dblClick(cellNamed(shadow, 'Bias of filter 2: −2'));
    expect(field()!.value).toBe('-2');
    await userEvent.keyboard('{ArrowUp}{Shift>}{ArrowUp}{/Shift}');
    expect(session.edits.slice(1).map(({ tensor: name, value }) => [name, value])).toEqual([
      ['bias', -1],
      ['bias', 9],
    ]);
    await userEvent.keyboard('{Escape}');
    expect(session.edits.at(-1)).toEqual({ stage: 0, tensor: 'bias', index: [1], value: -2 });
    expect(field()).toBeNull();
  });

  it('opens a pinned cell by Enter, and pins instead where nothing can be changed', async () => {
    const pinned = (tensor: 'input' | 'output'): Selection => ({
      ...{ stage: 0, tensor, index: [0, 1, 1, 0], pinned: true },
    });
    const { shadow, session, show } = await stage<ConvGrid>(
      'conv-grid',
      standardMoment(972, { selection: pinned('input') }),
    );
    cellNamed(shadow, 'Input, channel 1, row 2, column 2:').focus();
    await userEvent.keyboard('{Enter}');
    expect(shadow.querySelector<HTMLInputElement>('.editor input')!.value).toBe('3');
    await userEvent.keyboard('{Escape}');
    expect(session.edits).toEqual([]);
    await show(standardMoment(972, { selection: pinned('output') }));
    cellNamed(shadow, 'Output, channel 1, row 2, column 2:').focus();
    await userEvent.keyboard('{Enter}4');
    expect(shadow.querySelector('.editor')).toBeNull();
    expect(session.intents.at(-1)).toMatchObject({ kind: 'pin', tensor: 'output' });
  });

  it('explains what is no number, keeps the text, and loses nothing', async () => {
    const { shadow, session } = await stage<ConvGrid>('conv-grid', standardMoment(27));
    const field = (): HTMLInputElement => shadow.querySelector('.editor input')!;
    const told = (): string => shadow.querySelector('.editor [role="alert"]')!.textContent;
    cellNamed(shadow, 'Input, channel 1, row 1, column 1:').focus();
    await userEvent.keyboard('1,5{Enter}');
    expect([field().value, told()]).toEqual([
      '1,5',
      '“1,5” is not a number. The old number stays until it is one.',
    ]);
    expect(field().getAttribute('aria-invalid')).not.toBeNull();
    cellNamed(shadow, 'Output, channel 1, row 1, column 1:').focus();
    expect(field().value).toBe('1,5');
    field().focus();
    await userEvent.fill(field(), '1e40');
    await userEvent.keyboard('{Enter}');
    expect(told()).toContain('not a finite number');
    await userEvent.fill(field(), '1.5');
    await userEvent.keyboard('{Enter}');
    expect(session.edits).toEqual([{ stage: 0, tensor: 'input', index: [0, 0, 0, 0], value: 1.5 }]);
    expect(shadow.querySelector('.editor')).toBeNull();
  });

  it('shows another stage than the one that runs when asked, by keyboard too', async () => {
    const { shadow } = await stage<ConvGrid>('conv-grid', separableMoment(260));
    const stages = [...shadow.querySelectorAll<HTMLInputElement>('.stages input')];
    expect(stages.map(({ parentElement }) => parentElement!.textContent!.trim())).toEqual([
      ...['Running: Stage 2', 'Stage 1', 'Stage 2'],
    ]);
    expect(texts(shadow, 'input').slice(0, 3)).toEqual(['10', '−5', '−14']);
    stages[0].focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => texts(shadow, 'input').slice(0, 3)).toEqual(['0', '1', '2']);
    expect(texts(shadow, 'output').slice(0, 3)).toEqual(['10', '−5', '−14']);
  });

  it('draws inserted zeros, cropped cells and layers so that they can be told apart', async () => {
    const { shadow, show } = await stage<ConvGrid>('conv-grid', transposedMoment(100, 'output'));
    expect(shadow.querySelectorAll('[data-tensor="input"] td.inserted')).toHaveLength(45);
    await show(transposedMoment(36, 'input', { padding: 1 }));
    const cropped = shadow.querySelector('td.cropped')!;
    expect(getComputedStyle(cropped).backgroundImage).toContain('linear-gradient');
    const centre = cellNamed(shadow, 'Output, channel 1, row 2, column 2: 37');
    expect(getComputedStyle(centre, '::after').content).toBe('"4"');
  });

  it('moves the shown part of a big map with the keyboard and keeps the focus', async () => {
    const { shadow } = await stage<ConvGrid>('conv-grid', bigMoment(9));
    shadow.querySelector<HTMLElement>('[data-tensor="input"] td[tabindex="0"]')!.focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect(shadow.activeElement!.getAttribute('aria-label')).toMatch(
      /^Input, channel 1, row 30, column 24: /,
    );
    await userEvent.keyboard('{ArrowUp}');
    expect(shadow.activeElement!.getAttribute('aria-label')).toMatch(/row 29, column 24/);
    expect(shadow.querySelectorAll('[data-tensor="input"] canvas')).toHaveLength(1);
  });

  it('draws the padding as a dashed ring and hatches what is never read', async () => {
    const { shadow } = await stage<ConvGrid>('conv-grid', stridedMoment(1, 9));
    const padding = shadow.querySelector('[data-tensor="input"] td.padding:not(.unread)')!;
    expect(getComputedStyle(padding).borderStyle).toBe('dashed');
    expect(getComputedStyle(shadow.querySelector('td.unread')!).backgroundImage).toContain(
      'repeating-linear-gradient',
    );
  });

  it.each([
    ['en', 'paper'],
    ['en', 'board'],
    ['zh', 'paper'],
    ['zh', 'board'],
  ] as const)('breaks no accessibility rule: %s, %s', async (language, scheme) => {
    for (const moment of [
      standardMoment(40, { bias: true }),
      stridedMoment(1, 12),
      bigMoment(9 * 200),
      separableMoment(260),
      transposedMoment(100, 'output'),
      transposedMoment(20, 'input', { padding: 1, outputPadding: 1 }),
    ]) {
      const { view } = await stage<ConvGrid>('conv-grid', moment, { language, scheme });
      const result = await axe.run(view, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      });
      expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    }
  });
});
