import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-padding-table/define.js';
import type { ConvPaddingTable } from '../../components/conv-padding-table/conv-padding-table.js';
import { findings, show, textOf, textsOf, type } from './laboratories.js';

const open = (attributes = '') => show<ConvPaddingTable>('conv-padding-table', attributes);

const cellOf = (shadow: ShadowRoot, input: number, rule: string): HTMLElement =>
  shadow.querySelector<HTMLElement>(`[data-input="${input}"] td[data-rule="${rule}"]`)!;

describe('<conv-padding-table>', () => {
  afterEach(() => page.viewport(414, 896));

  it('prints what TensorFlow and the others do, checked by a walk along the axis', async () => {
    for (const [kernel, stride, dilation] of [
      [3, 2, 1],
      [4, 2, 1],
      [2, 3, 1],
      [3, 1, 2],
    ]) {
      const { shadow } = await open(
        `kernel="${kernel}" stride="${stride}" dilation="${dilation}" smallest="5"`,
      );
      const reach = (kernel - 1) * dilation + 1;
      for (let input = 5; input <= 9; input++) {
        const total = Math.max((Math.ceil(input / stride) - 1) * stride + reach - input, 0);
        const cell = cellOf(shadow, input, 'same');
        const before = Math.floor(total / 2);
        expect(textOf(cell, '.sides')).toBe(`${before} + ${total - before}`);
        expect(textOf(cell, '.output')).toBe(`${Math.ceil(input / stride)} out`);
        expect(cell.querySelectorAll('[data-kind="padding"]')).toHaveLength(total);
        const starts = [...cell.querySelectorAll<SVGElement>('.window')].map((each) =>
          Number(each.dataset.start),
        );
        expect(starts.toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: Math.ceil(input / stride) }, (_, window) => window * stride - before),
        );
      }
    }
  });

  it('marks and says where SAME is not symmetric', async () => {
    const { shadow } = await open();
    expect(textOf(shadow, '.verdict')).toContain('not SAME for inputs of 4, 6, 8');
    const marked = [...shadow.querySelectorAll<HTMLElement>('td.differs[data-rule="symmetric"]')].map(
      (cell) => cell.parentElement!.dataset.input,
    );
    expect(marked).toEqual(['4', '6', '8']);
    expect(textOf(cellOf(shadow, 6, 'valid'), 'p.unread')).toBe('never read: 6');
    expect(cellOf(shadow, 6, 'valid').querySelectorAll('.hatch')).toHaveLength(1);
  });

  it('opens a row by click and by keyboard, with the formulas', async () => {
    const { shadow, view, told } = await open();
    await userEvent.click(cellOf(shadow, 6, 'same'));
    await view.updateComplete;
    expect([view.openInput, told()]).toEqual([6, 1]);
    expect(textsOf(shadow, '.card[data-rule="same"] code')).toEqual([
      'max((⌈6 / 2⌉ − 1) · 2 + 3 − 6, 0) = 1',
      '⌊(6 + 0 + 1 − 3) / 2⌋ + 1 = 3',
    ]);
    const button = shadow.querySelector<HTMLButtonElement>('[data-input="6"] button')!;
    expect(button.getAttribute('aria-expanded')).toBe('true');
    button.focus();
    await userEvent.keyboard('{Enter}');
    await view.updateComplete;
    expect([view.openInput, told(), shadow.querySelector('.explanation')]).toEqual([null, 2, null]);
  });

  it('uncovers a zero with p = 0 and a computed number with p = 1, and says why a = 2 is refused', async () => {
    const { shadow, view } = await open('open-crop="1"');
    const cell = (crop: number, extra: number) =>
      shadow.querySelector<HTMLElement>(`[data-crop="${crop}"] td[data-extra="${extra}"]`)!;
    const values = (crop: number, extra: number) => textsOf(cell(crop, extra), 'svg text').map(Number);
    expect(values(0, 1)).toEqual([1, 1, 2, 1, 1, 0]);
    expect([cell(0, 1).dataset.what, cell(1, 1).dataset.what, cell(1, 2).dataset.what]).toEqual([
      'empty',
      'real',
      'refused',
    ]);
    expect(cell(1, 1).querySelectorAll('rect.uncovered')).toHaveLength(1);
    expect(textOf(cell(1, 1), '.output')).toBe('4 out');
    const panel = textOf(shadow, '.explanation');
    expect(panel).toContain('d(k − 1) − p = 1 zeros');
    expect(panel).toContain('Outputs of 3, 4 are all legal');
    expect(panel).toContain('2 was given, 0 … 1 is allowed');
    expect(panel).toContain('(2 − 1) · 2 + 3 − 1 − 1 + 1 = 4');
    type(shadow, 'Input cells', '3');
    await view.updateComplete;
    expect(values(1, 0)).toEqual([1, 1, 2, 1, 2, 1, 1]);
  });

  it('changes with the sliders, keeps its rows in order, and tells the page', async () => {
    const { shadow, view, told } = await open();
    type(shadow, 'Kernel', '4');
    type(shadow, 'Inputs from', '10');
    await view.updateComplete;
    expect(told()).toBe(2);
    expect(textsOf(shadow, '[data-input] button')).toEqual(['10']);
    expect(textsOf(shadow, 'th[data-rule]').at(-1)).toBe('Symmetric, k // 2');
    type(shadow, 'to', '12');
    await view.updateComplete;
    expect(textsOf(shadow, '[data-input] button')).toEqual(['10', '11', '12']);
  });

  it('says why nothing comes out', async () => {
    const { shadow } = await open('kernel="6" smallest="4" largest="4" open-input="4"');
    expect(textOf(cellOf(shadow, 4, 'valid'), 'span:not(.visually-hidden)')).toBe('nothing out');
    expect(textOf(shadow, '.card[data-rule="valid"]')).toContain('the padded input has only 4');
  });

  it('does not overflow a phone', async () => {
    await page.viewport(360, 800);
    await open('kernel="6" dilation="2" open-input="6"');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });

  it.each([
    ['en', 'paper'],
    ['zh', 'board'],
  ])('axe finds nothing: %s, %s', async (language, scheme) => {
    expect(await findings('conv-padding-table', 'open-input="6" open-crop="1"', language, scheme)).toEqual(
      [],
    );
    expect(
      await findings('conv-padding-table', 'kernel="6" stride="3" smallest="3"', language, scheme),
    ).toEqual([]);
  });
});
