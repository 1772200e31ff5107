import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-block/define.js';
import type { ConvBlock } from '../../components/conv-block/conv-block.js';
import { createEngine } from '../../src/engine/engine.js';
import { setEngineFactory } from '../../src/session/engines.js';
import { findings, show, textOf, textsOf } from './laboratories.js';
import { until } from './figures.js';

afterEach(async () => {
  document.body.innerHTML = '';
  vi.useRealTimers();
  setEngineFactory(() => createEngine());
  await page.viewport(414, 896);
});

/** A low picture is drawn quickly. */
const low = 'style="--conv-scene-height: 7rem"';

async function lab(attributes: string, height = low) {
  const shown = await show<ConvBlock>('conv-block', `${attributes} ${height}`);
  await until(() => shown.view.outputs !== null, 'the numbers');
  await shown.view.updateComplete;
  return shown;
}

it('walks an inverted residual row by row, and compares it with a plain layer', async () => {
  const { view, shadow, told } = await lab('block="inverted-residual"');
  expect(textOf(shadow, '[data-cost="block"]')).toContain('8,208');
  expect(textOf(shadow, '[data-cost="plain"]')).toContain('5,184');
  expect(textOf(shadow, '[part="row"] h3')).toBe('Row 10 of 10: Add');
  shadow.querySelector<HTMLElement>('.stage')!.focus();
  await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{ArrowRight}');
  expect([view.row, told()]).toEqual(['conv.0.2', 4]);
  expect(textOf(shadow, '[part="row"]')).toContain('Numbers below 0 become 0, numbers above 6 become 6');
  expect(shadow.querySelector('[part="curve"] svg')!.getAttribute('aria-label')).toBe('ReLU6 as a curve');
  const { data } = view.outputs![3];
  expect([Math.min(...data) >= 0, Math.max(...data) <= 6]).toEqual([true, true]);
  await userEvent.click(shadow.querySelector('[name="stride"][value="2"]')!);
  await until(() => view.outputs?.length === 9, 'the block without its shortcut');
  await view.updateComplete;
  expect(textsOf(shadow, '[part="list"] tbody button').at(-1)).toBe('9 Batch norm');
});

it('draws its rows, and names a cell that is pointed at', async () => {
  await page.viewport(700, 600);
  const { view, shadow } = await lab('block="head"', 'style="--conv-scene-height: 14rem"');
  await until(() => textsOf(shadow, '.labels span').includes('4 dense 5'), 'the names');
  const name = [...shadow.querySelectorAll('.labels span')].find((each) =>
    each.textContent.includes('dense'),
  );
  const { left, width, bottom } = name!.getBoundingClientRect();
  const place = { clientX: left + width / 2, clientY: bottom + 25, bubbles: true };
  await until(() => {
    shadow.querySelector('canvas')!.dispatchEvent(new PointerEvent('pointermove', place));
    return textOf(shadow, '[data-cell]').startsWith('Channel');
  }, 'the number');
  const channel = Number(/Channel (\d)/.exec(textOf(shadow, '[data-cell]'))![1]);
  const value = view.outputs![3].data[channel - 1];
  expect(textOf(shadow, '[data-cell]')).toContain(`: ${value.toFixed(2).replace('-', '−').slice(0, 4)}`);
});

it('plays to the last row, from the first', async () => {
  const { view, shadow } = await lab('block="five-by-five"');
  vi.useFakeTimers();
  shadow.querySelector<HTMLElement>('[data-does="play"]')!.click();
  expect(view.row).toBe('input');
  vi.advanceTimersByTime(60_000);
  expect(view.row).toBe('conv_3x3_2_relu');
  expect(vi.getTimerCount()).toBe(0);
});

it('tells that the engine failed', async () => {
  setEngineFactory(() => Promise.reject(new Error('no engine today')));
  const { shadow } = await show<ConvBlock>('conv-block', 'block="head"');
  await until(() => textOf(shadow, '[role="alert"]') !== '', 'the reason');
  expect(textOf(shadow, '[role="alert"]')).toContain('no engine today');
});

it('opens the layer of a row in the figure', async () => {
  const { view, shadow } = await lab('block="bneck" row="block.1.0"');
  shadow.querySelector<HTMLElement>('[data-does="open"]')!.click();
  await until(() => shadow.querySelector('conv-figure') !== null, 'the figure');
  expect(shadow.querySelector('conv-figure')!.variant).toBe('depthwise');
  expect(view.model.paper.find(({ name }) => name === view.row)!.output).toEqual([14, 14, 672]);
});

it('has nothing for axe to find', async () => {
  const attributes = `block="bneck" row="block.0.2" ${low}`;
  expect(await findings('conv-block', attributes, 'zh', 'board')).toEqual([]);
});

it('needs no sideways scroll of the page at 360 px', async () => {
  await page.viewport(360, 740);
  const { view } = await lab('block="to-separable"');
  expect(view.scrollWidth).toBeLessThanOrEqual(view.clientWidth);
});
