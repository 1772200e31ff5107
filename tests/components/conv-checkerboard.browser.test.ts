import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-checkerboard/define.js';
import type { ConvCheckerboard } from '../../components/conv-checkerboard/conv-checkerboard.js';
import golden from '../golden/checkerboard.json' with { type: 'json' };
import { until } from './figures.js';
import { findings, show, textOf, textsOf, type } from './laboratories.js';

const open = (attributes = '') => show<ConvCheckerboard>('conv-checkerboard', attributes);

/** The numbers on the cells of a map, row by row. */
function mapNumbers(shadow: ShadowRoot, name: string): number[] {
  return textsOf(shadow, `[data-map="${name}"] .cells text`).map(Number);
}

describe('<conv-checkerboard>', () => {
  afterEach(() => page.viewport(414, 896));

  it.each(golden.maps.filter(({ name }) => ['k3s2', 'k4s2', 'k5s3', 'k6s3', 'k2s3'].includes(name)))(
    'prints the golden counts of $name',
    async ({ layers: [{ k, s }], counts1d, counts2d, max2d, min2d }) => {
      await page.viewport(1280, 900);
      const { shadow } = await open(`kernel="${k}" stride="${s}"`);
      expect(textsOf(shadow, '[data-layer="1"] text').map(Number)).toEqual(counts1d);
      expect(mapNumbers(shadow, 'transposed')).toEqual(counts2d.data);
      expect(textOf(shadow, '[data-map="transposed"] .ratio b')).toBe(`${max2d} : ${min2d}`);
      expect(textOf(shadow, '[data-map="resized"] .ratio b')).toBe(`${k * k} : ${k * k}`);
    },
  );

  it('says whether the stride divides the kernel, and changes with slider and number', async () => {
    const { shadow, view, told } = await open();
    expect(textOf(shadow, '.verdict')).toContain('stride 2 does not divide kernel 3');
    type(shadow, 'Kernel', '4');
    await view.updateComplete;
    expect(textOf(shadow, '.verdict')).toBe(
      'stride 2 divides kernel 4: even overlap except at the border, every cell gets 4.',
    );
    expect([view.kernel, told()]).toEqual([[4, 4], 1]);
    type(shadow, 'Stride', '99');
    await view.updateComplete;
    expect(view.stride).toEqual([5, 5]);
    expect(textOf(shadow, '.verdict')).toContain('holes');
    expect(shadow.querySelectorAll('[data-map="transposed"] .cells .hole')).toHaveLength(1);
    const range = shadow.querySelector<HTMLInputElement>('input[type="range"][aria-label="Stride"]')!;
    range.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await view.updateComplete;
    expect([view.stride, told()]).toEqual([[4, 4], 3]);
  });

  it('draws the counts after every layer', async () => {
    const { shadow, view } = await open();
    await userEvent.click(shadow.querySelector('input[name="layers"][value="3"]')!);
    await view.updateComplete;
    expect(textsOf(shadow, '.step .caption')).toEqual([
      'After layer 1: 7 cells, 1 to 2 along the axis, 1 to 4 in the plane',
      'After layer 2: 15 cells, 1 to 3 along the axis, 1 to 9 in the plane',
      'After layer 3: 31 cells, 1 to 5 along the axis, 1 to 25 in the plane',
    ]);
    expect(textOf(shadow, '[data-map="resized"] .factor')).toBe('= 1');
  });

  it('keeps rows and columns apart', async () => {
    const { shadow, view } = await open('kernel="3x4" stride="2"');
    expect(shadow.querySelectorAll('[part="axis"]')).toHaveLength(2);
    expect(textOf(shadow, '[data-axis="1"] .caption')).toBe(
      '5 input cells, each stamped onto 4 output cells, 2 apart',
    );
    await userEvent.click(shadow.querySelector('input[type="checkbox"]')!);
    await view.updateComplete;
    expect([view.kernel, shadow.querySelectorAll('[part="axis"]').length]).toEqual([[3, 3], 1]);
  });

  it('chooses a pair by click and by arrow keys, from one tab stop', async () => {
    const { shadow, view } = await open();
    const tile = (pair: string) => shadow.querySelector<HTMLButtonElement>(`[data-pair="${pair}"]`)!;
    expect(shadow.querySelectorAll('.tile')).toHaveLength(40);
    expect(shadow.querySelectorAll('.tile.even')).toHaveLength(8 + 4 + 2 + 2 + 1);
    await userEvent.click(tile('6:3'));
    await view.updateComplete;
    expect([view.kernel, view.stride, tile('6:3').getAttribute('aria-pressed')]).toEqual([
      [6, 6],
      [3, 3],
      'true',
    ]);
    expect(shadow.querySelectorAll('.tile[tabindex="0"]')).toHaveLength(1);
    await userEvent.keyboard('{ArrowRight}{ArrowUp}');
    await view.updateComplete;
    expect([view.kernel, view.stride]).toEqual([
      [7, 7],
      [2, 2],
    ]);
    expect(shadow.activeElement).toBe(tile('7:2'));
    expect(textOf(tile('7:2'), '.visually-hidden')).toBe(
      'Kernel 7, stride 2: uneven, 9 to 16, a factor of 1.78',
    );
  });

  it('takes the nearest legal setting for a wrong attribute, and speaks Chinese', async () => {
    const { shadow } = await open('kernel="much" stride="0" layers="9" lang="zh"');
    await until(() => textOf(shadow, '.verdict').includes('整除'), 'Chinese');
    expect(textsOf(shadow, '.step')).toHaveLength(3);
  });

  it.each([360, 1280])('fits %d px', async (width) => {
    await page.viewport(width, 800);
    const { view } = await open('kernel="8" stride="5" layers="3"');
    expect(view.scrollWidth).toBeLessThanOrEqual(width);
  });

  it.each([
    ['en', 'paper'],
    ['zh', 'board'],
  ])('axe finds nothing: %s, %s', async (language, scheme) => {
    expect(await findings('conv-checkerboard', '', language, scheme)).toEqual([]);
    expect(
      await findings('conv-checkerboard', 'kernel="2x3" stride="3" layers="2"', language, scheme),
    ).toEqual([]);
  });
});
