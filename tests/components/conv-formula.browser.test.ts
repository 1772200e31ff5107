import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-formula/define.js';
import type { ConvFormula } from '../../components/conv-formula/conv-formula.js';
import type { Moment } from '../../src/timeline/types.js';
import {
  depthwiseMoment,
  groupedMoment,
  pointwiseMoment,
  separableMoment,
  standardMoment,
  stridedMoment,
  transposedMoment,
} from '../views/moments.js';
import { stage } from './conv-grid-lab.js';

const spoken = (shadow: ShadowRoot): string[] =>
  [...shadow.querySelectorAll('.line:not(.reserve *)')].map((line) => line.getAttribute('aria-label')!);

describe('<conv-formula>', () => {
  afterEach(() => page.viewport(414, 896));

  it('writes in MathML what it says in words', async () => {
    const { shadow, view } = await stage<ConvFormula>('conv-formula', standardMoment(27));
    expect(spoken(shadow)).toContain('10 + 5 + 3 = 18');
    expect(spoken(shadow)).toContain('y[1,1,1] = 18');
    expect(view.text.split('\n').sort()).toEqual(spoken(shadow).sort());
    const line = [...shadow.querySelectorAll('[aria-label="10 + 5 + 3 = 18"] math')];
    expect(line.map((math) => math.textContent)).toEqual(['10', '+5', '+3', '=18']);
    for (const part of line.flatMap((math) => [math, ...math.children])) {
      expect(part.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML');
    }
  });

  it('writes the bias and the activation round the sum, and in the rule', async () => {
    const moment = transposedMoment(36, 'input', { bias: true, activation: 'relu6' });
    const { shadow } = await stage<ConvFormula>('conv-formula', moment);
    const line = [...shadow.querySelectorAll('[aria-label="y[5,5,1] = ReLU6(45 + 1) = 6"] math')];
    expect(line.map((math) => math.textContent)).toEqual(['y5,5,1=ReLU6(45', '+1)', '=6']);
    const rule = shadow.querySelector('.rule .line')!.textContent.replace(/\s/g, '');
    expect(rule).toMatch(/^yr,c,f=ReLU6\(∑.*\+bf\)$/);
  });

  it('keeps the limits of its sums apart, and what follows off them', async () => {
    await page.viewport(1280, 800);
    const { shadow } = await stage<ConvFormula>('conv-formula', standardMoment(27));
    const sums = [...shadow.querySelectorAll('.rule munderover')];
    expect(sums).toHaveLength(3);
    const factor = shadow.querySelector('.rule .input')!;
    const boxes = [...sums, factor].map((part) => part.getBoundingClientRect());
    for (const [place, { left }] of boxes.slice(1).entries()) {
      expect(left - boxes[place].right, `after sum ${place + 1}`).toBeGreaterThan(2);
    }
    // Each browser puts an operator's own room in another place.
    for (const sign of shadow.querySelectorAll('.rule munderover > mo')) {
      expect([sign.getAttribute('lspace'), sign.getAttribute('rspace')]).toEqual(['0', '0']);
    }
  });

  it('changes with the numbers of the moment', async () => {
    const { shadow, show } = await stage<ConvFormula>('conv-formula', standardMoment(27));
    const moment = standardMoment(27);
    moment.values!.channelSum[8] = 12;
    const values = { ...moment.values!, output: 20 };
    values.runningSum[26] = 20;
    await show({ ...moment, values });
    expect(spoken(shadow)).toEqual(expect.arrayContaining(['12 + 5 + 3 = 20', 'y[1,1,1] = 20']));
  });

  it('shows the sum so far in the middle of a channel', async () => {
    const { shadow } = await stage<ConvFormula>('conv-formula', standardMoment(6));
    expect(shadow.querySelector('.content:not(.reserve) .running')!.textContent).toBe('sum so far 8');
    expect(shadow.querySelectorAll('.product.done')).toHaveLength(5);
    expect(shadow.querySelectorAll('.product.current')).toHaveLength(1);
  });

  it('marks products of the padding and says what the mark means', async () => {
    const { shadow } = await stage<ConvFormula>('conv-formula', stridedMoment(1, 9));
    expect(shadow.querySelectorAll('.product.padding')).toHaveLength(5);
    expect(shadow.querySelector('.note')!.textContent).toContain('padding');
  });

  it('points at the cell that a product reads, and leaves it', async () => {
    await page.viewport(1280, 800);
    const { shadow, session } = await stage<ConvFormula>('conv-formula', standardMoment(9));
    await userEvent.hover(shadow.querySelector('[data-term="5"]')!);
    const pair = { input: [0, 1, 2, 0], output: [0, 0, 0, 0] };
    const term = { stage: 0, tensor: 'weights', index: [1, 2, 0, 0], pair };
    expect(session.intents.at(-1)).toEqual({ kind: 'hover', ...term });
    await userEvent.unhover(shadow.querySelector('[data-term="5"]')!);
    await expect.poll(() => session.intents.at(-1)!.kind).toBe('leave');
  });

  it('is that of a pinned output cell, and says so', async () => {
    const selection = { stage: 0, tensor: 'output', index: [0, 0, 0, 0], pinned: true } as const;
    const { shadow, show } = await stage<ConvFormula>('conv-formula', standardMoment(40, { selection }));
    expect(spoken(shadow)).toContain('y[1,1,1] = 18');
    expect(shadow.querySelector('.numbers .label')!.textContent).toBe('Pinned · Channel 3');
    await show(standardMoment(40, { selection: { ...selection, declared: true } }));
    expect(shadow.querySelector('.numbers .label')!.textContent).toBe('Marked · Channel 3');
    await show(standardMoment(40));
    expect(spoken(shadow)).not.toContain('y[1,1,1] = 18');
    expect(shadow.querySelector('.numbers .label')!.textContent).toBe('Channel 2');
  });

  it('goes from product to product by arrow keys, and pins one by Enter', async () => {
    const { shadow, session } = await stage<ConvFormula>('conv-formula', standardMoment(5));
    const products = [...shadow.querySelectorAll<HTMLElement>('.content:not(.reserve) [role="button"]')];
    expect(products.filter((each) => each.tabIndex === 0)).toEqual([products[4]]);
    products[4].focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(shadow.activeElement).toBe(products[5]);
    expect(shadow.activeElement!.getAttribute('aria-label')).toBe('+ 4·2, value 4 times weight 2');
    expect(session.intents.at(-1)).toMatchObject({ kind: 'hover', index: [1, 2, 0, 0] });
    await userEvent.keyboard('{End}{Enter}');
    expect(session.intents.at(-1)).toMatchObject({ kind: 'pin', pair: { input: [0, 2, 2, 0] } });
  });

  it('shows lanes with bars between, what a group leaves out, where a stamp lands, and the sizes', async () => {
    await page.viewport(1280, 800);
    const { view, shadow, show } = await stage<ConvFormula>('conv-formula', depthwiseMoment(27));
    expect(view.text).toContain('channel 1: … = 10 | channel 2: … = 5 | channel 3: … = 3');
    expect(getComputedStyle(shadow.querySelector('.lane')!, '::after').content).toContain('|');
    await show(groupedMoment(2, 18));
    expect([...shadow.querySelectorAll('[role="img"] .dropped s')].map((each) => each.textContent)).toEqual([
      ...['+ channel 3', '+ channel 4'],
    ]);
    await show(transposedMoment(18, 'input'));
    expect(shadow.querySelector('.stamp:not(.reserve *)')!.textContent).toBe(
      '+ 2 · kernel at rows 1 to 3, columns 3 to 5',
    );
    expect(shadow.querySelector('.size')!.textContent).toContain('(2 − 1)·2 + 3 − 2·0 + 0 = 5');
    await show(separableMoment(250));
    expect(shadow.querySelector('.numbers .label')!.textContent).toBe('Stage 2 · All channels');
  });

  it.each<[string, (step: number) => Moment, number]>([
    ['lanes', (step) => depthwiseMoment(step, { bias: true, activation: 'relu' }), 54],
    ['1×1', pointwiseMoment, 24],
    ['groups', (step) => groupedMoment(2, step), 54],
    ['along outputs', (step) => transposedMoment(step, 'output', { bias: true, activation: 'relu6' }), 120],
    ['along inputs', (step) => transposedMoment(step, 'input', { bias: true, activation: 'h-swish' }), 36],
  ])('keeps its height at 360 px: %s', async (_, run, steps) => {
    await page.viewport(360, 800);
    const { view, show } = await stage<ConvFormula>('conv-formula', run(0));
    const height = view.getBoundingClientRect().height;
    for (let step = 0.1; step <= steps; step += steps / 25) {
      await show(run(step));
      expect(Math.abs(view.getBoundingClientRect().height - height), `step ${step}`).toBeLessThan(1);
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  });

  it.each([320, 360, 1024])('wraps between products and keeps its height at %d px', async (width) => {
    await page.viewport(width, 800);
    for (const bias of [false, true]) {
      const { view, shadow, show } = await stage<ConvFormula>('conv-formula', standardMoment(0, { bias }));
      const height = view.getBoundingClientRect().height;
      for (const step of [0.2, 0.6, 5, 9, 14, 18, 26.2, 26.4, 26.6, 27, 27 * 9 + 9, 27 * 30 + 14, 27 * 36]) {
        await show(standardMoment(step, { bias }));
        expect(Math.abs(view.getBoundingClientRect().height - height), `step ${step}`).toBeLessThan(1);
        for (const chunk of shadow.querySelectorAll('.content:not(.reserve) .chunk')) {
          const { left, right } = chunk.getBoundingClientRect();
          expect(left >= 0 && right <= innerWidth, `step ${step}: ${chunk.textContent}`).toBe(true);
        }
      }
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
    }
  });

  it('begins a line with a plus or an equals sign and never cuts a product', async () => {
    await page.viewport(320, 800);
    const { shadow } = await stage<ConvFormula>('conv-formula', standardMoment(9));
    const chunks = [...shadow.querySelectorAll('.numbers .content:not(.reserve) .chunk')];
    expect(chunks.map((chunk) => chunk.textContent).join(' ')).toBe(
      '0·(−1) +1·0 +2·1 +1·(−2) +3·0 +4·2 +2·(−1) +4·0 +4·1 =10',
    );
    expect(
      new Set(chunks.map((chunk) => Math.round(chunk.getBoundingClientRect().bottom))).size,
    ).toBeGreaterThan(1);
  });

  it('puts the numbers first, then the total, and the rule last', async () => {
    const { shadow } = await stage<ConvFormula>('conv-formula', standardMoment(27));
    const tops = ['.numbers', '.results', '.rule'].map(
      (row) => shadow.querySelector(row)!.getBoundingClientRect().top,
    );
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });

  it('keeps room with zeros that nobody sees or hears', async () => {
    const { shadow } = await stage<ConvFormula>('conv-formula', standardMoment(27));
    for (const reserve of shadow.querySelectorAll('.reserve')) {
      expect(getComputedStyle(reserve).visibility).toBe('hidden');
      expect(reserve.getAttribute('aria-hidden')).toBe('true');
      expect(reserve.textContent).not.toMatch(/[1-9]/);
    }
  });

  it.each([
    ['en', 'paper'],
    ['en', 'board'],
    ['zh', 'paper'],
    ['zh', 'board'],
  ] as const)('breaks no accessibility rule: %s, %s', async (language, scheme) => {
    for (const moment of [
      standardMoment(0),
      standardMoment(5),
      standardMoment(27, { bias: true }),
      stridedMoment(1, 9),
      depthwiseMoment(27),
      transposedMoment(11, 'input', { padding: 1 }),
      null,
    ]) {
      const { view } = await stage<ConvFormula>('conv-formula', moment, { language, scheme });
      const result = await axe.run(view, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      });
      expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    }
  });
});
