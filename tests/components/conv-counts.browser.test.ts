import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-counts/define.js';
import type { ConvCounts } from '../../components/conv-counts/conv-counts.js';
import { separableMoment, standardMoment, stridedMoment, transposedMoment } from '../views/moments.js';
import { stage } from './conv-grid-lab.js';

const counter = (shadow: ShadowRoot, key: string): string =>
  shadow.querySelector(`[data-counter="${key}"] dd`)!.textContent.replace(/\s+/g, ' ').trim();

describe('<conv-counts>', () => {
  it('counts as the run goes on', async () => {
    const { shadow, show } = await stage<ConvCounts>('conv-counts', standardMoment(27));
    expect(counter(shadow, 'cell')).toBe('27 multiply-adds 3·3·3 = 27');
    expect(counter(shadow, 'progress')).toBe('27 / 972 multiply-adds 27 × 9 × 4 = 972');
    expect(counter(shadow, 'weights')).toBe('108 3·3·3·4 = 108Keras Conv2D (kh 3, kw 3, in 3, out 4)');
    expect(counter(shadow, 'shape')).toContain('3 × 3 × 4');
    await show(standardMoment(28));
    expect(counter(shadow, 'progress')).toContain('28 / 972');
  });

  it.each([
    [320, [2, 2]],
    [700, [4]],
  ])('stands in full rows at %d px', async (width, rows) => {
    await page.viewport(width, 800);
    const { shadow } = await stage<ConvCounts>('conv-counts', standardMoment(27));
    const tops = [...shadow.querySelectorAll('[data-counter]')].map(
      (each) => each.getBoundingClientRect().top,
    );
    expect([...new Set(tops)].map((top) => tops.filter((each) => each === top).length)).toEqual(rows);
    await page.viewport(414, 896);
  });

  it('shows FLOPs when a person asks, and tells the page; set from code it tells nothing', async () => {
    const { shadow, view } = await stage<ConvCounts>('conv-counts', standardMoment(27));
    let told = 0;
    view.addEventListener('change', () => told++);
    await userEvent.click(shadow.querySelector('[value="flops"]')!);
    await view.updateComplete;
    expect(counter(shadow, 'progress')).toContain('54 / 1,944 FLOPs');
    expect([view.unit, told]).toEqual(['flops', 1]);
    view.unit = 'multiply-adds';
    await view.updateComplete;
    expect(counter(shadow, 'progress')).toContain('27 / 972');
    expect(told).toBe(1);
  });

  it('adds stages up beside the convolution that they replace', async () => {
    const { shadow, show } = await stage<ConvCounts>('conv-counts', separableMoment(27));
    const rows = (): string[] =>
      [...shadow.querySelectorAll('.chain tbody tr')].map((row) =>
        [...row.querySelectorAll('th, b')].map((each) => each.textContent).join(' | '),
      );
    await expect
      .poll(rows)
      .toEqual([
        'Stage 1 | 27 | 27 | 243',
        'Stage 2 | 12 | 12 | 108',
        'Together | 39 | 39 | 351',
        'Standard 3×3 instead | 108 | 108 | 972',
        'Ratio | 1/4 + 1/9 ≈ 0.3611 | 1/4 + 1/9 ≈ 0.3611 | 1/4 + 1/9 ≈ 0.3611',
      ]);
    const widths = [...shadow.querySelectorAll('.together td:nth-of-type(1) i')].map(
      (bar) => bar.getBoundingClientRect().width,
    );
    expect(widths[0] / widths[1]).toBeCloseTo(27 / 12, 1);
    await show(standardMoment(27));
    expect(shadow.querySelector('.chain')).toBeNull();
  });

  it('says which engine computed and how exactly', async () => {
    const accuracy = { largestDifference: 0, compared: 36, of: 36, complete: true };
    const { shadow } = await stage<ConvCounts>('conv-counts', standardMoment(27), {
      accuracy,
      backend: 'webgl2',
    });
    expect(shadow.querySelector('[part="accuracy"]')!.textContent).toContain(
      'computed on the GPU, exact path · equal to the reference in all 36 values',
    );
  });

  it.each([
    ['en', 'paper'],
    ['en', 'board'],
    ['zh', 'paper'],
    ['zh', 'board'],
  ] as const)('breaks no accessibility rule: %s, %s', async (language, scheme) => {
    for (const moment of [
      standardMoment(5, { bias: true }),
      stridedMoment(1, 9),
      separableMoment(260),
      transposedMoment(4, 'input'),
      null,
    ]) {
      const { view } = await stage<ConvCounts>('conv-counts', moment, { language, scheme });
      const result = await axe.run(view, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      });
      expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    }
  });
});
