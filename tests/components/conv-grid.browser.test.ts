import { userEvent } from 'vitest/browser';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import '../../components/conv-grid/define.js';
import type { ConvGrid } from '../../components/conv-grid/conv-grid.js';
import type { Moment } from '../../src/timeline/types.js';
import { momentOf, standardMoment, stridedMoment } from '../views/moments.js';
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

describe('<conv-grid>', () => {
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
    const count = session.intents.length;
    await userEvent.keyboard('{Escape}');
    expect(session.intents.slice(count)).toEqual([pin]);
    await userEvent.click(cellNamed(shadow, 'Filter 1, slice 2, row 1, column 2:'));
    expect(session.intents.at(-1)).toEqual({ kind: 'pin', stage: 0, tensor: 'weights', index: [0, 1, 1, 0] });
  });

  it('leaves keys alone that are not its own', async () => {
    const { shadow } = await stage<ConvGrid>('conv-grid', standardMoment(27));
    const passed: string[] = [];
    document.body.addEventListener('keydown', (event) => passed.push(event.key));
    cellNamed(shadow, 'Input, channel 1, row 1, column 1:').focus();
    await userEvent.keyboard('{ArrowDown}{Escape}f');
    expect(passed).toEqual(['Escape', 'f']);
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
    for (const moment of [standardMoment(40, { bias: true }), stridedMoment(1, 12), bigMoment(9 * 200)]) {
      const { view } = await stage<ConvGrid>('conv-grid', moment, { language, scheme });
      const result = await axe.run(view, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      });
      expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    }
  });
});
