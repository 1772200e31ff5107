import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-compare/define.js';
import type { ConvCompare } from '../../components/conv-compare/conv-compare.js';
import type { ConvLab } from '../../components/conv-lab/conv-lab.js';
import { mount, shownText, until } from './figures.js';

/** A comparison with its numbers. */
async function compared(markup: string): Promise<ConvCompare> {
  const view = mount<ConvCompare>(markup);
  await until(() => view.ticks > 0, 'the first numbers');
  await view.updateComplete;
  return view;
}

const all = (view: ConvCompare, selector: string): HTMLElement[] => [
  ...view.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const text = (element: Element | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const results = (view: ConvCompare, lab: number): string =>
  all(view, `.lab[data-lab="${lab}"] .step:last-child .result .value`).map(text).join(' ');
const bars = (view: ConvCompare, kind: string): string[] =>
  all(view, `[data-kind="${kind}"] .value`).map(text);
const sentence = (view: ConvCompare): string => text(all(view, '.sentence')[0]);

describe('<conv-compare>', () => {
  afterEach(() => page.viewport(414, 896));

  it('shows without labs the same numbers from 108 and from 27 + 12 products', async () => {
    const view = await compared('<conv-compare></conv-compare>');
    expect(sentence(view)).toBe('Ready: standard, separable, 9 positions. Press play.');
    view.next();
    await view.updateComplete;
    expect([results(view, 0), results(view, 1)]).toEqual(['18 13 1 17', '18 13 1 17']);
    expect(all(view, '.step .caption').map(text)).toEqual([
      ...['108 products', 'Stage 1 of 2 · 27 products', 'Stage 2 of 2 · 12 products'],
    ]);
    const squares = (lab: number): number => all(view, `.lab[data-lab="${lab}"] tbody rect`).length;
    expect([squares(0), squares(1)]).toEqual([108, 39]);
    expect(sentence(view)).toBe(
      'Position 1 of 9: standard 108 multiply-adds, separable 39; the 4 results are equal.',
    );
    expect([bars(view, 'macs'), bars(view, 'parameters')]).toEqual([
      ['108 / 972', '39 / 351'],
      ['108', '39'],
    ]);
    expect(shownText(view)).toContain('1/4 + 1/9 ≈ 0.3611 of standard');
    expect(shownText(view)).not.toContain('output positions');
    view.seek(9);
    await view.updateComplete;
    expect([results(view, 0), results(view, 1)]).toEqual(['14 −33 19 27', '14 −33 19 27']);
    expect(bars(view, 'macs')).toEqual(['972 / 972', '351 / 351']);
    expect(shownText(view)).toContain('output positions: 108 × 9 = 972, (27 + 12) × 9 = 351.');
  });

  it('draws the bars of a kind on one scale', async () => {
    const view = await compared('<conv-compare tick="1"></conv-compare>');
    const lengths = (kind: string, name: string): number[] =>
      all(view, `[data-kind="${kind}"] .bar`).map((bar) =>
        [...bar.querySelectorAll(`rect.${name}`)].reduce(
          (sum, rect) => sum + Number(rect.getAttribute('width')),
          0,
        ),
      );
    const [standard, separable] = lengths('macs', 'whole');
    expect([standard, separable / standard]).toEqual([1000, expect.closeTo(39 / 108, 6)]);
    expect(lengths('macs', 'spent')[0]).toBeCloseTo(1000 / 9, 6);
    expect(lengths('parameters', 'spent')).toEqual([1000, expect.closeTo(39 / 0.108, 3)]);
  });

  it('goes by position with the keys of a figure, and leaves other keys alone', async () => {
    const view = await compared('<conv-compare></conv-compare>');
    const passed: string[] = [];
    document.body.addEventListener('keydown', (event) => passed.push(event.key));
    all(view, '.stage')[0].focus();
    const after = async (keys: string): Promise<number> => {
      await userEvent.keyboard(keys);
      return view.tick;
    };
    expect(await after('{ArrowRight}{ArrowRight}')).toBe(2);
    expect(await after('{ArrowDown}')).toBe(5);
    expect(await after('{ArrowLeft}')).toBe(4);
    expect(await after('{End}{ArrowRight}')).toBe(9);
    expect(await after('{Home}{ArrowLeft}')).toBe(0);
    await userEvent.keyboard(' ');
    expect(view.paused).toBe(false);
    await userEvent.keyboard(' x');
    expect([view.paused, passed]).toEqual([true, ['x']]);
  });

  it('plays to the end, tells the page, and plays again from the start', async () => {
    const view = await compared('<conv-compare playback-rate="8" tick="7"></conv-compare>');
    const told: string[] = [];
    for (const type of ['play', 'pause', 'ended']) view.addEventListener(type, () => told.push(type));
    await userEvent.click(all(view, 'button.play')[0]);
    await until(() => told.includes('ended'), 'the end');
    expect([told, view.tick, view.paused]).toEqual([['play', 'pause', 'ended'], 9, true]);
    view.play();
    expect(view.tick).toBe(0);
    view.pause();
  });

  it('goes on where it was when it is put elsewhere in the page', async () => {
    const view = await compared('<conv-compare tick="3"></conv-compare>');
    document.body.append(view);
    await until(() => view.ticks === 9 && sentence(view).startsWith('Position 3 of 9'), 'the third position');
    view.next();
    await view.updateComplete;
    expect(sentence(view)).toContain('Position 4 of 9');
  });

  it('goes back and on from its end where it was told to stand beyond it', async () => {
    const view = await compared('<conv-compare tick="1000"></conv-compare>');
    view.previous();
    expect(view.tick).toBe(8);
    view.tick = Number.NaN;
    view.next();
    expect(view.tick).toBe(1);
  });

  it('says when a changed weight is out of reach, how far, and takes the change back', async () => {
    const view = await compared('<conv-compare tick="1"></conv-compare>');
    expect(shownText(view)).toContain('with 39 weights in place of 108');
    await userEvent.fill(all(view, '.fit input')[0], '3');
    await until(() => shownText(view).includes('The nearest ones miss them by'), 'the distance');
    expect(results(view, 0)).toBe('27 13 1 17');
    expect(sentence(view)).toContain('the 4 results differ');
    expect(shownText(view)).toContain('Depthwise with multiplier 2 could follow them.');
    expect(shownText(view)).toMatch(/miss them by 2\.\d+ .*by channel 2\.\d+, 0, 0/);
    await userEvent.click(all(view, '.fit button')[0]);
    await until(() => results(view, 0) === '18 13 1 17', 'the old weights');
  });

  it('runs labs of its own choice on the first one’s data, and what is inside them stands at the same place', async () => {
    const view = await compared(
      `<conv-compare>
        <conv-lab variant="standard" sample="checkerboard"><p></p></conv-lab>
        <conv-lab variant="separable" label="mine"><p></p></conv-lab>
      </conv-compare>`,
    );
    const [standard, separable] = view.querySelectorAll<ConvLab>('conv-lab');
    await until(() => shownText(view).includes('Shared input 5 × 5 × 3'), 'the shared input');
    view.next();
    await view.updateComplete;
    expect([standard.step, separable.step]).toEqual([27, 243 + 12]);
    expect(sentence(view)).toContain('mine 39');
    standard.input = [6, 6, 3];
    await until(
      () => view.ticks === 16 && shownText(view).includes('Shared input 6 × 6 × 3'),
      'the new size',
    );
    expect(separable.steps).toBe(16 * 39);
  });

  it('costs different dilation rates under SAME, and says so', async () => {
    const view = await compared(
      `<conv-compare>
        <conv-lab variant="dilated" dilation="1"></conv-lab>
        <conv-lab variant="dilated" dilation="2"></conv-lab>
        <conv-lab variant="dilated" dilation="3"></conv-lab>
      </conv-compare>`,
    );
    view.seek(view.ticks);
    await view.updateComplete;
    expect(bars(view, 'macs')).toEqual(['441 / 441', '441 / 441', '441 / 441']);
    expect(shownText(view)).toContain('Costs are those of padding SAME.');
    expect(all(view, '.lab h3').map(text)[2]).toBe('C dilated (dilation rate 3)');
  });

  it.each([320, 360, 1280])('needs no sideways scroll of the page at %d px', async (width) => {
    await page.viewport(width, 800);
    await compared('<conv-compare tick="2"></conv-compare>');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  });

  it.each([
    ['en', 'paper'],
    ['zh', 'board'],
  ] as const)('breaks no accessibility rule: %s, %s', async (language, theme) => {
    const view = await compared(`<conv-compare lang="${language}" theme="${theme}" tick="9"></conv-compare>`);
    document.body.style.background = getComputedStyle(view).getPropertyValue('--_background');
    const result = await axe.run(view, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    document.body.style.background = '';
  });
});
