import { page, userEvent } from 'vitest/browser';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import '../../components/conv-lab/define.js';
import '../../components/conv-matrix/define.js';
import type { ConvIntentEvent } from '../../components/shared/events.js';
import type { ConvLab } from '../../components/conv-lab/conv-lab.js';
import type { ConvMatrix } from '../../components/conv-matrix/conv-matrix.js';
import { tensor } from '../../src/math/tensor.js';
import type { Moment, Selection } from '../../src/timeline/types.js';
import { momentOf, standardMoment, transposedMoment } from '../views/moments.js';
import { stage } from './conv-grid-lab.js';
import { computed, mount, until } from './figures.js';

/** 1 … 16 in 4 × 4 and the alternating kernel. */
const founding = (step: number, selection?: Selection): Moment =>
  momentOf({
    spec: { input: [4, 4, 1] },
    input: tensor(
      [1, 4, 4, 1],
      Array.from({ length: 16 }, (_, i) => i + 1),
    ),
    tensors: { weights: tensor([3, 3, 1, 1], [-1, 2, -3, 4, -5, 6, -7, 8, -9]) },
    step,
    ...(selection ? { selection } : {}),
  });
const firstRow: Selection = { stage: 0, tensor: 'output', index: [0, 0, 0, 0], pinned: true };

const find = <Found extends HTMLElement>(shadow: ShadowRoot, selector: string): Found =>
  shadow.querySelector<Found>(selector)!;
const text = (shadow: ShadowRoot, selector: string): string =>
  find(shadow, selector).textContent.replace(/\s+/g, ' ').trim();
const rowOf = (shadow: ShadowRoot, kind: string): string[] =>
  [...shadow.querySelectorAll(`tr.${kind} td:not(.end)`)].map((cell) => cell.textContent.trim());
const colourAt = (canvas: HTMLCanvasElement, x: number, y: number): string => {
  const ratio = canvas.width / canvas.clientWidth;
  return String(canvas.getContext('2d')!.getImageData(x * ratio, y * ratio, 1, 1).data);
};
/** The canvas's pixels of the top-left of a cell, inside its edge. Cells are 34 px, the corner 46. */
const cellColour = (shadow: ShadowRoot, row: number, column: number): string =>
  colourAt(find(shadow, 'canvas.sheet'), 46 + 34 * column + 4, 46 + 34 * row + 4);

async function lab(
  attributes: string,
): Promise<{ element: ConvLab; matrix: ConvMatrix; shadow: ShadowRoot }> {
  const element = mount<ConvLab>(`<conv-lab ${attributes}><conv-matrix></conv-matrix></conv-lab>`);
  const matrix = element.querySelector<ConvMatrix>('conv-matrix')!;
  await computed(element);
  await until(() => matrix.shadowRoot!.querySelector('.map') !== null);
  return { element, matrix, shadow: matrix.shadowRoot! };
}

describe('<conv-matrix>', () => {
  afterEach(() => page.viewport(414, 896));

  it('draws entries, leaves blanks blank, and fills the result row by row', async () => {
    await page.viewport(1000, 800);
    const { shadow, show } = await stage<ConvMatrix>('conv-matrix', founding(0));
    const [entry, blank] = [cellColour(shadow, 0, 0), cellColour(shadow, 0, 3)];
    expect(entry).not.toBe(blank);
    expect(cellColour(shadow, 3, 5)).toBe(entry);
    const result = (): string => colourAt(find(shadow, 'canvas.sheet'), 4 + 6, 46 + 6);
    const empty = result();
    await show(founding(36));
    expect(result()).not.toBe(empty);
    expect(find(shadow, 'h3').textContent).toBe('W · 4 rows × 16 columns');
    expect(shadow.querySelectorAll('.map *')).toHaveLength(1);
  });

  it('a tall sheet has its words beside it and uses their height, until it is zoomed', async () => {
    await page.viewport(1000, 800);
    const { shadow } = await stage<ConvMatrix>('conv-matrix', transposedMoment(9, 'input'));
    const box = (selector: string): DOMRect => find(shadow, selector).getBoundingClientRect();
    expect(find(shadow, 'h3').textContent).toContain('25 rows × 4 columns');
    expect(box('.below').top).toBeLessThan(box('.map').bottom);
    expect(box('.map').height).toBeGreaterThan(0.75 * 800);
    const { left } = box('.words');
    const ink = colourAt(find(shadow, 'canvas.sheet'), left - box('.map').left, 60);
    expect(ink, 'nothing lies under the words').toBe(colourAt(find(shadow, 'canvas.sheet'), 900, 60));
    find(shadow, '.zoom button:nth-child(2)').click();
    await until(() => box('.below').top >= box('.map').bottom, 'the words below');
  });

  it('a wide sheet has its words below it', async () => {
    await page.viewport(1000, 800);
    const { shadow } = await stage<ConvMatrix>('conv-matrix', founding(36));
    const [map, below] = ['.map', '.below'].map((each) => find(shadow, each).getBoundingClientRect());
    expect(below.top).toBeGreaterThanOrEqual(map.bottom);
  });

  it('shows the row in hand as a table that the moment fills, and nothing else', async () => {
    const { shadow, show } = await stage<ConvMatrix>('conv-matrix', founding(36, firstRow));
    find<HTMLElement>(shadow, '.entries summary').click();
    await until(() => shadow.querySelector('table') !== null);
    await until(() => rowOf(shadow, 'products')[0] !== '…', 'the products');
    expect(rowOf(shadow, 'places')).toEqual(['1', '2', '3', '5', '6', '7', '9', '10', '11']);
    expect(rowOf(shadow, 'weights')).toEqual(['−1', '2', '−3', '4', '−5', '6', '−7', '8', '−9']);
    expect(rowOf(shadow, 'products')).toEqual(['−1', '4', '−9', '20', '−30', '42', '−63', '80', '−99']);
    expect(text(shadow, '.result')).toBe('sum −56');
    const other = founding(36, firstRow);
    other.stages[0].output.data[0] = -57;
    await show(other);
    expect(text(shadow, '.result')).toBe('sum −57');
    expect(text(shadow, '.formula')).toMatch(/≈ −57$/);
  });

  it('starts clean with another variant: a sheet turned by hand is turned back, one that the page turned stays', async () => {
    const { element, matrix, shadow } = await lab('variant="transposed"');
    const given = text(shadow, 'h3');
    find(shadow, 'button.turn').click();
    await until(() => text(shadow, 'h3') !== given);
    find(shadow, '.feed').click();
    element.variant = 'dilated';
    await until(() => !matrix.transposed, 'the sheet of the other variant');
    await matrix.updateComplete;
    expect([matrix.transposed, shadow.querySelector('.slot')]).toEqual([false, null]);
    matrix.transposed = true;
    const { steps } = element;
    element.variant = 'transposed';
    await until(() => element.steps !== steps, 'the transposed run');
    await matrix.updateComplete;
    expect(matrix.transposed).toBe(true);
    expect(text(shadow, '.slot')).not.toContain('Same shape');
  });

  it('turns into its transpose, empty, and is fed by the engine', async () => {
    const { element, matrix, shadow } = await lab('preset="sixteen-conv"');
    const title = (): string => text(shadow, 'h3');
    await until(() => title() === 'W · 4 rows × 16 columns', 'the preset');
    element.step = element.steps;
    find(shadow, 'button.turn').click();
    await until(() => title() === 'Wᵀ · 16 rows × 4 columns');
    expect(matrix.transposed).toBe(true);
    expect(text(shadow, '.slot')).toContain('The slot above Wᵀ is empty: any 4 numbers.');
    expect(text(shadow, '.slot button')).toBe('Feed −56, −61, −76, −81');
    find(shadow, '.feed').click();
    await until(() => text(shadow, '.slot').includes('Same shape, not the same numbers.'));
    expect(text(shadow, '.slot')).toContain('16 unknowns from 4 numbers.');
    const session = (await import('../../components/shared/lab-request.js')).LabRequestEvent.ask(
      matrix,
    )!.session;
    const results: string[] = [];
    for (let cell = 0; cell < 16; cell++) {
      session.intend({
        kind: 'hover',
        stage: 0,
        tensor: 'input',
        index: [0, Math.floor(cell / 4), cell % 4, 0],
      });
      await matrix.updateComplete;
      results.push(text(shadow, '.formula').split(' ').at(-1)!);
    }
    expect(results.join(' ')).toBe('56 −51 46 183 −148 −35 35 −123 88 35 −35 63 532 −41 36 729');
    find(shadow, 'button.turn').click();
    await until(() => title().startsWith('W ·'));
    find(shadow, 'button.turn').click();
    await until(() => shadow.querySelector('.slot')?.textContent.includes('is empty') ?? false);
  });

  it('stands beside its transpose, entries paired by number, where nothing may move', async () => {
    const real = window.matchMedia;
    window.matchMedia = (wanted) =>
      wanted.includes('prefers-reduced-motion')
        ? ({
            ...real(wanted),
            matches: true,
            addEventListener() {},
            removeEventListener() {},
          } as unknown as MediaQueryList)
        : real(wanted);
    try {
      const { matrix, shadow } = await lab('preset="sixteen-conv"');
      await until(() => text(shadow, 'h3') === 'W · 4 rows × 16 columns', 'the preset');
      expect(find<HTMLCanvasElement>(shadow, '.twin').hidden).toBe(true);
      expect(shadow.querySelector('.unroll')).toBeNull();
      find(shadow, 'button.turn').click();
      await matrix.updateComplete;
      const twin = find<HTMLCanvasElement>(shadow, '.twin');
      expect([twin.hidden, twin.clientHeight > 0]).toEqual([false, true]);
      expect(text(shadow, '.matrix')).toContain('Equal numbers mark the same entry in W and in Wᵀ.');
    } finally {
      window.matchMedia = real;
    }
  });

  it('computes both inner products when they are opened', async () => {
    const { shadow } = await lab('preset="sixteen-conv"');
    await until(() => text(shadow, 'h3') === 'W · 4 rows × 16 columns', 'the preset');
    find<HTMLElement>(shadow, '.adjoint summary').click();
    await until(() => shadow.querySelector('.identity') !== null, 'the inner products');
    expect([text(shadow, '.forward'), text(shadow, '.back')]).toEqual(['−730', '−730']);
    expect(text(shadow, '.identity')).toContain('with y = 1, 2, 3, 4');
  });

  it('follows the run from stage to stage until a person chooses one', async () => {
    const { element, matrix, shadow } = await lab('variant="separable"');
    element.step = 1;
    await matrix.updateComplete;
    expect(text(shadow, 'h3')).toBe('W · 27 rows × 75 columns');
    element.step = element.steps;
    await matrix.updateComplete;
    expect(text(shadow, 'h3')).toBe('W · 36 rows × 27 columns');
    await userEvent.selectOptions(find<HTMLSelectElement>(shadow, 'select.stage'), '1');
    await matrix.updateComplete;
    expect(text(shadow, 'h3')).toBe('W · 27 rows × 75 columns');
    expect(text(shadow, '[data-counter="entries"] .value')).toBe('243');
  });

  it('goes from place to place by keys with one tab stop, pins and lets go', async () => {
    await page.viewport(1000, 800);
    const { shadow, session, show } = await stage<ConvMatrix>('conv-matrix', founding(5));
    const map = find(shadow, '.map');
    expect(shadow.querySelectorAll('.map [tabindex], .map button')).toHaveLength(0);
    find(shadow, '[aria-label="Zoom in"]').focus();
    await userEvent.keyboard('{Tab}');
    expect(shadow.activeElement).toBe(map);
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(session.intents.at(-1)).toMatchObject({ kind: 'hover', tensor: 'weights', index: [0, 0, 0, 0] });
    await until(() =>
      text(shadow, '.readout').startsWith('Row 2, column 2: weight −1 of kernel row 1, column 1'),
    );
    await userEvent.keyboard('{Enter}');
    const pair = { input: [0, 0, 1, 0], output: [0, 0, 1, 0] } as const;
    expect(session.intents.at(-1)).toEqual({
      kind: 'pin',
      stage: 0,
      tensor: 'weights',
      index: [0, 0, 0, 0],
      pair,
    });
    const selection = { stage: 0, tensor: 'weights', index: [0, 0, 0, 0], pair, pinned: true } as const;
    await show(founding(5, selection));
    expect(text(shadow, '.sentence')).toMatch(/^Matrix row 2: nine entries/);
    const passed: string[] = [];
    const told: string[] = [];
    document.body.addEventListener('keydown', ({ key }) => passed.push(key));
    shadow.host.addEventListener('conv-intent', (event) => told.push((event as ConvIntentEvent).intent.kind));
    await userEvent.keyboard('{Escape}f');
    expect([session.letGo, passed, told.includes('leave')]).toEqual([1, ['f'], true]);
  });

  it('points with the pointer: entries, headings, nothing on blanks, and pins by a click', async () => {
    await page.viewport(1000, 800);
    const { shadow, session } = await stage<ConvMatrix>('conv-matrix', founding(5));
    const map = find(shadow, '.map');
    const at = (row: number, column: number) => ({ x: 46 + 34 * column + 17, y: 46 + 34 * row + 17 });
    await userEvent.hover(map, { position: at(3, 9) });
    expect(session.intents.at(-1)).toMatchObject({
      tensor: 'weights',
      index: [1, 0, 0, 0],
      pair: { input: [0, 2, 1, 0], output: [0, 1, 1, 0] },
    });
    await userEvent.hover(map, { position: { x: at(0, 5).x, y: 20 } });
    expect(session.intents.at(-1)).toMatchObject({ kind: 'hover', tensor: 'input', index: [0, 1, 1, 0] });
    await userEvent.hover(map, { position: { x: 20, y: at(2, 0).y } });
    expect(session.intents.at(-1)).toMatchObject({ kind: 'hover', tensor: 'output', index: [0, 1, 0, 0] });
    await userEvent.hover(map, { position: at(0, 3) });
    expect(session.intents.at(-1)!.kind).toBe('leave');
    await userEvent.click(map, { position: at(0, 0) });
    expect(session.intents.at(-1)).toMatchObject({ kind: 'pin', tensor: 'weights', index: [0, 0, 0, 0] });
  });

  it('lights what is pointed at elsewhere', async () => {
    await page.viewport(1000, 800);
    const { shadow, show } = await stage<ConvMatrix>('conv-matrix', founding(5));
    const pixels = (): string => find<HTMLCanvasElement>(shadow, 'canvas.sheet').toDataURL();
    const before = pixels();
    const pictures = new Set([before]);
    for (const selection of [
      firstRow,
      { ...firstRow, pinned: false },
      { stage: 0, tensor: 'input', index: [0, 1, 1, 0], pinned: false },
      { stage: 0, tensor: 'weights', index: [1, 1, 0, 0], pinned: false },
    ] as const) {
      await show(founding(5, selection));
      pictures.add(pixels());
    }
    expect(pictures.size).toBe(5);
    await show(founding(5));
    expect(pixels()).toBe(before);
  });

  it('zooms by keys, buttons and Ctrl+wheel, and leaves the page its wheel', async () => {
    await page.viewport(1000, 800);
    const { shadow, view } = await stage<ConvMatrix>('conv-matrix', standardMoment(30));
    const map = find(shadow, '.map');
    const pixels = (): string => find<HTMLCanvasElement>(shadow, 'canvas.sheet').toDataURL();
    const out = (): boolean => find<HTMLButtonElement>(shadow, '.zoom button').disabled;
    const whole = pixels();
    const wheel = (ctrlKey: boolean): boolean =>
      map.dispatchEvent(
        new WheelEvent('wheel', {
          deltaY: -300,
          ctrlKey,
          bubbles: true,
          cancelable: true,
          clientX: 200,
          clientY: 300,
        }),
      );
    expect([wheel(false), pixels() === whole, out()]).toEqual([true, true, true]);
    expect(wheel(true)).toBe(false);
    await view.updateComplete;
    expect([pixels() === whole, out()]).toEqual([false, false]);
    map.focus();
    await userEvent.keyboard('0');
    await view.updateComplete;
    expect(out()).toBe(true);
    await userEvent.keyboard('+');
    await view.updateComplete;
    expect(out()).toBe(false);
    expect(find<HTMLCanvasElement>(shadow, '.minimap').hidden).toBe(false);
  });

  it('draws 4,096 × 4,096 places without an element for each', async () => {
    const big = momentOf({
      spec: { input: [64, 64, 1], padding: 'same' },
      input: tensor([1, 64, 64, 1], 1),
      tensors: { weights: tensor([3, 3, 1, 1], 1) },
      step: 9,
    });
    const { shadow } = await stage<ConvMatrix>('conv-matrix', big);
    expect(text(shadow, 'h3')).toBe('W · 4,096 rows × 4,096 columns');
    expect(text(shadow, '[data-counter="entries"]')).toContain('36,100 of 16,777,216 places');
    expect(shadow.querySelectorAll('*').length).toBeLessThan(200);
  });

  it('says why a larger one is not drawn', async () => {
    const { shadow } = await stage<ConvMatrix>(
      'conv-matrix',
      momentOf({
        spec: { input: [2, 2, 1500], filters: 750, kernel: 1 },
        input: tensor([1, 2, 2, 1500], 1),
        tensors: { weights: tensor([1, 1, 1500, 750], 1) },
        step: 0,
      }),
    );
    expect(text(shadow, '.note')).toContain('4,500,000 entries');
    expect(shadow.querySelector('canvas')).toBeNull();
  });

  it.each([320, 1280])('needs no sideways scroll of the page at %d px', async (width) => {
    await page.viewport(width, 800);
    for (const moment of [founding(5), standardMoment(30), transposedMoment(9, 'input')]) {
      const { shadow } = await stage<ConvMatrix>('conv-matrix', moment);
      find<HTMLElement>(shadow, '.entries summary').click();
      await until(() => shadow.querySelector('table') !== null);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
    }
  });

  it.each([
    ['en', 'paper'],
    ['zh', 'board'],
  ] as const)('breaks no accessibility rule: %s, %s', async (language, scheme) => {
    for (const moment of [founding(36, firstRow), standardMoment(30, { bias: true })]) {
      const { view, shadow } = await stage<ConvMatrix>('conv-matrix', moment, { language, scheme });
      for (const transposed of [false, true]) {
        view.transposed = transposed;
        await view.updateComplete;
        for (const summary of shadow.querySelectorAll<HTMLElement>('summary')) summary.click();
        const result = await axe.run(view, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        });
        expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
      }
    }
  });
});
