import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-factorisation/define.js';
import '../../components/conv-lab/define.js';
import type { ConvFactorisation } from '../../components/conv-factorisation/conv-factorisation.js';
import type { ConvLab } from '../../components/conv-lab/conv-lab.js';
import { printed } from './displayed.js';
import { computed, mount, until } from './figures.js';
import { findings, show, textOf, textsOf } from './laboratories.js';

const open = (attributes = '') => show<ConvFactorisation>('conv-factorisation', attributes);

/** Numbers of a picture, row by row; of a table of products without its margins. */
const numbersOf = (shadow: ShadowRoot, figure: string, kind = 'value'): number[] =>
  textsOf(shadow, `figure.${figure} text.${kind}`).map(printed);

describe('<conv-factorisation>', () => {
  afterEach(() => page.viewport(414, 896));

  it('shows Sobel as a column times a row, with nothing left', async () => {
    const { shadow } = await open('preset="sobel-x"');
    expect(numbersOf(shadow, 'kernel')).toEqual([-1, 0, 1, -2, 0, 2, -1, 0, 1]);
    expect(numbersOf(shadow, 'pair', 'margin')).toEqual([-1, 0, 1, 1, 2, 1]);
    expect(numbersOf(shadow, 'difference').every((value) => value === 0)).toBe(true);
    expect(textOf(shadow, '.verdict')).toContain('6 numbers decide all 9 weights');
    expect(textOf(shadow, '[data-rank="1"] .remark')).toBe('exact');
  });

  it('adds up: nearest and difference are the kernel, and the error is the length of the difference', async () => {
    const { shadow, view } = await open('preset="random" size="4x5" seed="9"');
    for (let rank = 1; rank <= 4; rank++) {
      view.rank = rank;
      await view.updateComplete;
      const [kernel, nearest, difference] = ['kernel', 'nearest', 'difference'].map((name) =>
        numbersOf(shadow, name),
      );
      expect(kernel).toHaveLength(20);
      kernel.forEach((value, tap) =>
        expect(Math.abs(nearest[tap] + difference[tap] - value)).toBeLessThan(0.02),
      );
      const error = printed(textsOf(shadow, `[data-rank="${rank}"] td`)[1]);
      expect(Math.abs(Math.hypot(...difference) - error)).toBeLessThan(0.02);
      expect(textsOf(shadow, `[data-rank="${rank}"] td`)[0]).toBe(`${rank} · (4 + 5) = ${rank * 9}`);
    }
  });

  it('chooses a rank by keyboard and by a click on its line, and tells the page', async () => {
    const { shadow, view, told } = await open();
    expect(textsOf(shadow, '[part="ranks"] tbody tr:not(.full) label')).toEqual(['1', '2']);
    shadow.querySelector<HTMLInputElement>('input[name="rank"]')!.focus();
    await userEvent.keyboard('{ArrowDown}');
    await view.updateComplete;
    expect([view.rank, told()]).toEqual([2, 1]);
    expect(textOf(shadow, 'figure.nearest h3')).toBe('Nearest kernel of rank 2');
    await userEvent.click(shadow.querySelector('[data-rank="1"] td')!);
    await view.updateComplete;
    expect([view.rank, told()]).toEqual([1, 2]);
  });

  it('takes typed numbers, and says why others are no kernel', async () => {
    const { shadow, view } = await open();
    const box = shadow.querySelector('textarea')!;
    await userEvent.fill(box, '1 2\n2 4');
    box.dispatchEvent(new Event('change'));
    await view.updateComplete;
    expect([view.preset, ...numbersOf(shadow, 'kernel')]).toEqual(['own', 1, 2, 2, 4]);
    expect(numbersOf(shadow, 'pair', 'margin')).toEqual([1, 2, 1, 2]);
    await userEvent.fill(box, '1 2\n3');
    box.dispatchEvent(new Event('change'));
    await view.updateComplete;
    expect(textOf(shadow, '[role="alert"]')).not.toBe('');
    expect(numbersOf(shadow, 'kernel')).toEqual([1, 2, 2, 4]);
    await userEvent.fill(box, Array.from({ length: 8 }, () => '1').join('\n'));
    box.dispatchEvent(new Event('change'));
    await view.updateComplete;
    expect(textOf(shadow, '[role="alert"]')).toContain('8 by 1 by 1 were given');
    view.values = '[[3, 0], [0, 2]]';
    await view.updateComplete;
    expect(textsOf(shadow, 'figure.pair .small, figure.unused .small').join()).toContain('length 3');
  });

  it('takes a lab’s weights, and the ranks of its channels', async () => {
    const lab = mount<ConvLab>(
      '<conv-lab variant="standard"><conv-factorisation></conv-factorisation></conv-lab>',
    );
    await computed(lab);
    const view = lab.querySelector('conv-factorisation')!;
    const shadow = view.shadowRoot!;
    await until(() => shadow.querySelector('[part="layer"]') !== null, 'the layer');
    expect(numbersOf(shadow, 'kernel')).toEqual([-1, 0, 1, -2, 0, 2, -1, 0, 1]);
    expect(textsOf(shadow, '.channel .small')).toEqual(['rank 4 of 4', 'rank 4 of 4', 'rank 4 of 4']);
    expect(textsOf(shadow, '[data-multiplier] b')).toEqual(['39', '78', '117', '156']);
    view.channel = 1;
    await view.updateComplete;
    expect(numbersOf(shadow, 'kernel')).toEqual([0, 1, 0, 1, 1, 1, 0, 1, 0]);
    lab.variant = 'depthwise';
    await until(() => shadow.querySelector('.channels') === null, 'a layer without slices to compare');
    lab.remove();
  });

  it.each([360, 1280])('fits %d px', async (width) => {
    await page.viewport(width, 800);
    const { view } = await open('preset="random" size="7" rank="3"');
    expect(view.scrollWidth).toBeLessThanOrEqual(width);
  });

  it.each([
    ['en', 'paper'],
    ['zh', 'board'],
  ])('axe finds nothing: %s, %s', async (language, scheme) => {
    expect(await findings('conv-factorisation', '', language, scheme)).toEqual([]);
    expect(
      await findings('conv-factorisation', 'preset="random" size="5x7" rank="2"', language, scheme),
    ).toEqual([]);
  });
});
