import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-gridding/define.js';
import type { ConvGridding } from '../../components/conv-gridding/conv-gridding.js';
import { layOutMap } from '../../src/views/gridding/layout.js';
import { mount, until } from './figures.js';

async function lab(
  attributes: string,
): Promise<{ element: ConvGridding; shadow: ShadowRoot; told: () => number }> {
  const element = mount<ConvGridding>(`<conv-gridding ${attributes}></conv-gridding>`);
  let changes = 0;
  element.addEventListener('change', () => changes++);
  await element.updateComplete;
  const shadow = element.shadowRoot!;
  const sizes = [...shadow.querySelectorAll('[data-fact="field"] b')].map((each) =>
    parseInt(each.textContent, 10),
  );
  await until(() => {
    const canvas = shadow.querySelector('canvas')!;
    const { side } = layOutMap(sizes[0], sizes[0], Math.max(...sizes), map(shadow, 1).clientWidth);
    return canvas.clientWidth === side;
  }, 'the map at its size');
  return { element, shadow, told: () => changes };
}

const panel = (shadow: ShadowRoot, stack: 1 | 2): HTMLElement =>
  shadow.querySelector<HTMLElement>(`[data-stack="${stack}"]`)!;
const fact = (shadow: ShadowRoot, stack: 1 | 2, key: string): string =>
  panel(shadow, stack).querySelector(`[data-fact="${key}"] dd`)!.textContent.trim();
const facts = (shadow: ShadowRoot, stack: 1 | 2): string[] =>
  ['field', 'per-axis', 'plane', 'weights'].map((key) => fact(shadow, stack, key));
const numbers = (shadow: ShadowRoot, stack: 1 | 2): string =>
  [...panel(shadow, stack).querySelectorAll('[part="row"] td')].map((each) => each.textContent).join(' ');
const map = (shadow: ShadowRoot, stack: 1 | 2): HTMLElement =>
  panel(shadow, stack).querySelector<HTMLElement>('[part="map"]')!;

describe('<conv-gridding>', () => {
  afterEach(() => page.viewport(414, 896));

  it('shows what 2, 2, 2 leaves out beside 1, 2, 3, on one scale', async () => {
    const { shadow, told } = await lab('rates="2 2 2" against="1 2 3"');
    expect(facts(shadow, 1)).toEqual(['13 × 13', '7 of 13', '29.0 % 49 of 169', '27']);
    expect(facts(shadow, 2)).toEqual(['13 × 13', '13 of 13', '100 % 169 of 169', '27']);
    expect(numbers(shadow, 1)).toBe('7 0 21 0 42 0 49 0 42 0 21 0 7');
    expect(numbers(shadow, 2)).toBe('3 3 6 6 9 9 9 9 9 6 6 3 3');
    const stops = [...shadow.querySelectorAll('[part="legend"] .key')].map((each) => each.textContent.trim());
    expect(stops).toEqual(['1', '3', '7', '18', '49', 'not touched']);
    expect(told()).toBe(0);
  });

  it('colours what is touched, each in the colour of the legend', async () => {
    await page.viewport(900, 900);
    const { shadow } = await lab('rates="1 1 1" against="" theme="paper"');
    const canvas = shadow.querySelector('canvas')!;
    const colours = new Set<string>();
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < data.length; at += 4) {
      const bytes = [...data.subarray(at, at + 3)].map((byte) => byte.toString(16).padStart(2, '0'));
      if (data[at + 3] === 255) colours.add(`#${bytes.join('')}`);
    }
    const fills = [...shadow.querySelectorAll('.swatch rect')].map((each) => each.getAttribute('fill')!);
    expect(fills.map((fill) => colours.has(fill))).toEqual([true, true, true, true, true]);
    expect(shadow.querySelectorAll('section')).toHaveLength(1);
  });

  it('chooses a row and counts layers by keys; both stacks follow', async () => {
    const { element, shadow, told } = await lab('rates="2 2 2" against="1 2 4"');
    map(shadow, 1).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect([element.row, told(), numbers(shadow, 1)]).toEqual([1, 1, '0 0 0 0 0 0 0 0 0 0 0 0 0']);
    expect(panel(shadow, 2).querySelector('caption')!.textContent).toContain('Row 9 of 15');
    await userEvent.keyboard('{Home}');
    expect(numbers(shadow, 1)).toBe('1 0 3 0 6 0 7 0 6 0 3 0 1');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect([element.layers, fact(shadow, 1, 'field'), fact(shadow, 2, 'field')]).toEqual([
      1,
      '5 × 5',
      '3 × 3',
    ]);
    expect(map(shadow, 2).getAttribute('aria-label')).toContain('One layer of 3 × 3 with dilation rate 1');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect([element.layers, fact(shadow, 1, 'field')]).toEqual([0, '1 × 1']);
    await userEvent.click(shadow.querySelector('[name="layers"][value="2"]')!);
    expect(fact(shadow, 1, 'per-axis')).toBe('5 of 9');
  });

  it('chooses the row under the pointer', async () => {
    const { element, shadow } = await lab('rates="2 2 2" against=""');
    const canvas = shadow.querySelector('canvas')!;
    const side = canvas.clientWidth;
    await userEvent.hover(canvas, { position: { x: side / 2, y: side - 5 } });
    expect(element.row).toBe(6);
    expect(numbers(shadow, 1)).toBe('1 0 3 0 6 0 7 0 6 0 3 0 1');
  });

  it('changes dilations, layers and kernel', async () => {
    const { element, shadow, told } = await lab('rates="2 2" against="1 2 3"');
    const button = (stack: 1 | 2, text: string): HTMLElement =>
      [...panel(shadow, stack).querySelectorAll('button')].find((each) => each.textContent.trim() === text)!;
    await userEvent.click(button(1, '+'));
    expect(element.rates).toBe('2 2 2');
    await userEvent.click(button(2, '−'));
    expect(element.against).toBe('1 2');
    await userEvent.click(button(2, '1, 2, 5'));
    expect([element.against, fact(shadow, 2, 'field')]).toEqual(['1 2 5', '17 × 17']);
    const field = panel(shadow, 1).querySelectorAll('input')[1];
    await userEvent.fill(field, '3');
    await userEvent.tab();
    expect([element.rates, fact(shadow, 1, 'field')]).toEqual(['2 3 2', '15 × 15']);
    await userEvent.click(shadow.querySelector('[name="kernel"][value="2"]')!);
    expect([element.kernel, fact(shadow, 1, 'field'), fact(shadow, 1, 'weights')]).toEqual([
      '2',
      '8 × 8',
      '12',
    ]);
    expect(told()).toBe(5);
  });

  it('keeps what is no dilation, explains it in place, and counts the layers before it', async () => {
    const { element, shadow } = await lab('rates="1 x 3" against="" kernel="9"');
    const field = panel(shadow, 1).querySelectorAll('input')[1];
    expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['x', 'true']);
    expect(shadow.getElementById(field.getAttribute('aria-describedby')!)!.textContent).toContain(
      'x was given',
    );
    expect([element.rates, fact(shadow, 1, 'field')]).toEqual(['1 x 3', '3 × 3']);
    expect(shadow.querySelector('[role="alert"]')!.textContent).toContain('9 was given, 2 … 7 is allowed');
    expect(element.problems.map(({ stage }) => stage)).toEqual([-1, 1]);
  });

  it.each([360, 1280])('needs no sideways scroll of the page at %d px', async (width) => {
    await page.viewport(width, 800);
    await lab('rates="2 4 8" against="16 16 16 16 16 16" kernel="7"');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  });

  it.each([
    ['en', 'paper'],
    ['zh', 'board'],
  ] as const)('breaks no accessibility rule: %s, %s', async (language, theme) => {
    const { element, shadow } = await lab(`lang="${language}" theme="${theme}" rates="2 x"`);
    const said = (): string => shadow.querySelector('[part="sentence"]')!.textContent;
    await until(() => said().includes(language === 'zh' ? '感受野' : 'field'), 'the language');
    const result = await axe.run(element, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  });
});
