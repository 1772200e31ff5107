import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-formula/define.js';
import type { ConvFormula } from '../../components/conv-formula/conv-formula.js';
import { standardMoment, stridedMoment } from '../views/moments.js';
import { stage } from './conv-grid-lab.js';

const spoken = (shadow: ShadowRoot): string[] =>
  [...shadow.querySelectorAll('[role="math"]')].map((line) => line.getAttribute('aria-label')!);

describe('<conv-formula>', () => {
  afterEach(() => page.viewport(414, 896));

  it('writes in MathML what it says in words', async () => {
    const { shadow, view } = await stage<ConvFormula>('conv-formula', standardMoment(27));
    expect(spoken(shadow)).toContain('10 + 5 + 3 = 18');
    expect(spoken(shadow)).toContain('y[1,1,1] = 18');
    expect(view.text.split('\n')).toEqual(spoken(shadow));
    const line = shadow.querySelector('[aria-label="10 + 5 + 3 = 18"] math')!;
    expect(line.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML');
    expect([...line.children].map((child) => child.namespaceURI)).toEqual(
      [...line.children].map(() => 'http://www.w3.org/1998/Math/MathML'),
    );
    expect(line.textContent).toBe('10+5+3=18');
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
    expect(shadow.querySelector('.running')!.textContent).toBe('sum so far 8');
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
    expect(session.intents.at(-1)).toEqual({ kind: 'hover', stage: 0, tensor: 'input', index: [0, 1, 2, 0] });
    await userEvent.unhover(shadow.querySelector('[data-term="5"]')!);
    await expect.poll(() => session.intents.at(-1)!.kind).toBe('leave');
  });

  it('scrolls inside itself and keeps its height from beat to beat', async () => {
    await page.viewport(320, 640);
    const { view, shadow, show } = await stage<ConvFormula>('conv-formula', standardMoment(0));
    const height = view.getBoundingClientRect().height;
    for (const step of [0.2, 5, 9, 18, 26.4, 27]) {
      await show(standardMoment(step));
      expect(Math.abs(view.getBoundingClientRect().height - height), `step ${step}`).toBeLessThan(1);
    }
    await show(standardMoment(9));
    const row = shadow.querySelector('.scroll:has(.product)')!;
    expect(row.scrollWidth).toBeGreaterThan(row.clientWidth);
    expect(row.getAttribute('tabindex')).toBe('0');
    const product = shadow.querySelector('.product.current')!.getBoundingClientRect();
    expect(product.right).toBeLessThanOrEqual(row.getBoundingClientRect().right + 1);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
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
