import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-receptive-field/define.js';
import type { ConvReceptiveField } from '../../components/conv-receptive-field/conv-receptive-field.js';
import { mount, until } from './figures.js';

/** The element with its attributes, drawn at its width. */
async function lab(
  attributes: string,
): Promise<{ element: ConvReceptiveField; shadow: ShadowRoot; told: () => number }> {
  const element = mount<ConvReceptiveField>(`<conv-receptive-field ${attributes}></conv-receptive-field>`);
  let changes = 0;
  element.addEventListener('change', () => changes++);
  await element.updateComplete;
  const shadow = element.shadowRoot!;
  await until(() => shadow.querySelector('svg')!.clientWidth === picture(shadow).clientWidth, 'the width');
  return { element, shadow, told: () => changes };
}

const picture = (shadow: ShadowRoot): HTMLElement => shadow.querySelector<HTMLElement>('[part="picture"]')!;
const sentence = (shadow: ShadowRoot): string => shadow.querySelector('[part="sentence"]')!.textContent;
const cells = (row: Element): string[] =>
  [...row.querySelectorAll('th, td')].map((each) => each.textContent.replace(/\s+/g, ' ').trim());
const rows = (shadow: ShadowRoot): string[][] => [...shadow.querySelectorAll('tbody tr')].map(cells);
const boxes = (shadow: ShadowRoot, level: number, kind = 'lit'): number =>
  shadow.querySelector(`[data-level="${level}"] .${kind}`)!.getAttribute('d')!.split('M').length - 1;
const control = (shadow: ShadowRoot, layer: number, does: string): HTMLElement =>
  shadow.querySelector<HTMLElement>(`[data-layer="${layer}"] [data-does="${does}"]`)!;

/** Types into a field as a person does, and leaves it. */
async function type(field: HTMLElement, text: string): Promise<void> {
  await userEvent.clear(field);
  await userEvent.type(field, text);
  await userEvent.tab();
}

describe('<conv-receptive-field>', () => {
  afterEach(() => page.viewport(414, 896));

  it('shows field, jump and start of every layer, and the cells that feed an output', async () => {
    const { shadow, element, told } = await lab('stack="3p1 3/2x1p1 3d2" input="12x10" row="0" column="1"');
    expect(rows(shadow)).toEqual([
      ['Input', '12 × 10', '1 × 1', '1 × 1', '0, 0', ''],
      ['1. Conv 3 × 3', '12 × 10', '3 × 3', '1 × 1', '−1, −1', '9'],
      ['2. Conv 3 × 3, stride 2 × 1', '6 × 10', '5 × 5', '2 × 1', '−2, −2', '9'],
      ['3. Conv 3 × 3, rate 2', '2 × 6', '13 × 9', '2 × 1', '−2, −2', '9'],
    ]);
    expect(shadow.querySelector('tfoot')!.textContent).toContain('27');
    expect([3, 2, 1, 0].map((level) => boxes(shadow, level))).toEqual([1, 9, 56, 88]);
    expect(sentence(shadow)).toContain(
      'Output row 1, column 2 reads rows 1 to 11, columns 1 to 8: 88 pixels;',
    );
    expect(element.field.size).toEqual([13, 9]);
    expect(told()).toBe(0);
  });

  it('chooses the output by arrow keys and shows more or fewer layers', async () => {
    const { element, shadow, told } = await lab('stack="3 3" input="7"');
    picture(shadow).focus();
    await userEvent.keyboard('{ArrowUp}{ArrowLeft}{ArrowLeft}');
    expect([element.row, element.column, told()]).toEqual([0, 0, 2]);
    expect(sentence(shadow)).toContain('Output row 1, column 1 reads rows 1 to 5, columns 1 to 5');
    await userEvent.keyboard('{End}{ArrowDown}');
    expect([element.row, element.column]).toEqual([1, 2]);
    await userEvent.keyboard('{PageDown}');
    expect([element.depth, shadow.querySelectorAll('.sheet').length]).toEqual([1, 2]);
    expect(picture(shadow).getAttribute('aria-label')).toContain('Behind one layer');
    expect(shadow.querySelector('tr.shown')!.getAttribute('data-row')).toBe('1');
    await userEvent.click(shadow.querySelector('[data-row="2"] button')!);
    expect(element.depth).toBeUndefined();
  });

  it('chooses the output under the pointer, on the top sheet only', async () => {
    const { element, shadow } = await lab('stack="3p1 3/2p1" input="9"');
    const svg = shadow.querySelector('svg')!;
    const over = async (level: number, x: number, y: number): Promise<void> => {
      const grid = shadow.querySelector<SVGGElement>(`[data-level="${level}"] .grid`)!;
      const point = new DOMPoint(x, y).matrixTransform(grid.getScreenCTM()!);
      const box = svg.getBoundingClientRect();
      await userEvent.hover(svg, { position: { x: point.x - box.left, y: point.y - box.top } });
    };
    await over(2, 8, 2);
    expect([element.row, element.column]).toEqual([1, 4]);
    await over(0, 0, 0);
    expect([element.row, element.column]).toEqual([1, 4]);
  });

  it('changes, adds, moves and removes layers, and the focus stays with the layer', async () => {
    const { element, shadow, told } = await lab('stack="3 5/2"');
    await type(control(shadow, 0, 'kernel'), '3x5');
    expect(element.stack).toBe('3x5 5/2');
    control(shadow, 1, 'earlier').focus();
    await userEvent.keyboard('{Enter}');
    expect(element.stack).toBe('5/2 3x5');
    expect(shadow.activeElement).toBe(control(shadow, 0, 'later'));
    await userEvent.click(shadow.querySelector('[data-does="add"]')!);
    expect(element.stack).toBe('5/2 3x5 3x5');
    expect(shadow.activeElement).toBe(control(shadow, 2, 'kernel'));
    await userEvent.selectOptions(control(shadow, 2, 'kind'), 'transposed');
    await type(control(shadow, 2, 'stride'), '2');
    await type(control(shadow, 2, 'outputPadding'), '1');
    expect(element.stack).toBe('5/2 3x5 t3x5/2+1');
    control(shadow, 0, 'remove').focus();
    await userEvent.keyboard('{Enter}');
    expect(element.stack).toBe('3x5 t3x5/2+1');
    expect(shadow.activeElement).toBe(control(shadow, 0, 'remove'));
    expect(told()).toBe(7);
  });

  it('explains in place what cannot be, loses nothing, and shows the layers before it', async () => {
    const { element, shadow } = await lab('stack="3 abc 3" input="9"');
    const wrong = control(shadow, 1, 'kernel') as HTMLInputElement;
    expect([wrong.value, wrong.getAttribute('aria-invalid')]).toEqual(['abc', 'true']);
    expect(shadow.getElementById(wrong.getAttribute('aria-describedby')!)!.textContent).toContain(
      '"abc" was given',
    );
    expect(rows(shadow)).toHaveLength(2);
    expect(shadow.querySelector('[role="alert"]')!.textContent).toContain('before layer 2');
    await type(control(shadow, 1, 'kernel'), '3');
    expect([element.stack, element.problems, rows(shadow).length]).toEqual(['3 3 3', [], 4]);
    await type(shadow.querySelector<HTMLElement>('[data-does="input"]')!, '4');
    expect(element.problems.map(({ stage, kind }) => [stage, kind])).toEqual([
      [1, 'kernel-larger-than-input'],
    ]);
  });

  it('takes a stack as a line and as an example', async () => {
    const { element, shadow } = await lab('');
    expect(element.stack).toBe('3 3 3');
    await type(shadow.querySelector<HTMLElement>('[data-does="text"]')!, '3/2 pool2');
    expect(rows(shadow).at(-1)!.slice(2)).toEqual(['5 × 5', '4 × 4', '0, 0', '']);
    const presets = [...shadow.querySelectorAll<HTMLElement>('[part="presets"] button')];
    await userEvent.click(presets.at(-1)!);
    expect(element.stack).toBe('3p1 3/2p1 3/2p1 t4/2p1 t4/2p1');
    expect(presets.map((each) => each.getAttribute('aria-pressed')).join()).toBe(
      'false,false,false,false,false,true',
    );
  });

  it('lets the field grow when a layer is added, and not at all where motion is not wanted', async () => {
    const { element, shadow } = await lab('stack="3"');
    const moving = (): number => shadow.querySelector('svg')!.getAnimations({ subtree: true }).length;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    await userEvent.click(shadow.querySelector('[data-does="add"]')!);
    expect(moving() > 0).toBe(!isCalm);
    for (const each of shadow.querySelector('svg')!.getAnimations({ subtree: true })) each.finish();
    element.stack = '3';
    await element.updateComplete;
    expect(moving()).toBe(0);
  });

  it.each([360, 1280])('needs no sideways scroll of the page at %d px', async (width) => {
    await page.viewport(width, 800);
    await lab('stack="7/2p3 pool3/2p1 3p1 t4/2p1"');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  });

  it.each([
    ['en', 'paper'],
    ['zh', 'board'],
  ] as const)('breaks no accessibility rule: %s, %s', async (language, theme) => {
    const { element, shadow } = await lab(`lang="${language}" theme="${theme}" stack="3p1 t4/2p1 abc"`);
    await until(() => sentence(shadow).includes(language === 'zh' ? '感受野' : 'field'), 'the language');
    const result = await axe.run(element, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  });
});
