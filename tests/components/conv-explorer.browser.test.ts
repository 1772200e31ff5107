import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-explorer/define.js';
import type { ConvExplorer } from '../../components/conv-explorer/conv-explorer.js';
import { computed, inside, mount } from './figures.js';

const address = location.href;

async function explorer(): Promise<ConvExplorer> {
  const element = mount<ConvExplorer>('<conv-explorer></conv-explorer>');
  await computed(element);
  return element;
}

function press(element: ConvExplorer, name: string): void {
  const buttons = [...element.shadowRoot!.querySelectorAll<HTMLElement>('button, label')];
  buttons.find((each) => each.textContent.trim() === name)!.click();
}

/** Names of the views that stand open beside the scene. */
function openViews(element: ConvExplorer): string[] {
  const pressed = element.shadowRoot!.querySelectorAll('.toggles [aria-pressed=true]');
  return [...pressed].map((button) => button.textContent.trim()).filter((name) => name !== '3-D');
}

describe('<conv-explorer>', () => {
  beforeEach(async () => {
    history.replaceState(null, '', location.pathname);
    await page.viewport(1280, 800);
  });
  afterEach(() => {
    document.body.innerHTML = '';
    history.replaceState(null, '', address);
  });

  test('a view that a variant has opened closes with it, unless the person opened it', async () => {
    const element = await explorer();
    const choose = async (variant: string): Promise<string[]> => {
      press(element, variant);
      await element.updateComplete;
      return openViews(element);
    };
    expect(await choose('Grouped')).toEqual(['Channels', 'Tables']);
    expect(await choose('Transposed')).toEqual(['Matrix', 'Tables']);
    expect(await choose('Standard')).toEqual(['Tables']);
    press(element, 'Matrix');
    expect(await choose('Transposed')).toEqual(['Matrix', 'Tables']);
    expect(await choose('Standard')).toEqual(['Matrix', 'Tables']);
    expect(await choose('Grouped')).toEqual(['Channels', 'Matrix', 'Tables']);
    press(element, 'Channels');
    expect(await choose('Standard')).toEqual(['Matrix', 'Tables']);
  });

  test('a transposed layer can be seen on both roads at once, on one cursor', async () => {
    const element = await explorer();
    const roads = () =>
      [...element.shadowRoot!.querySelectorAll('conv-scene')].map((scene) => scene.getAttribute('road'));
    press(element, 'Transposed');
    await expect
      .poll(() => element.shadowRoot!.querySelector('.toggles')!.textContent)
      .toContain('Both roads');
    press(element, 'Both roads');
    await expect.poll(roads).toEqual([null, 'scatter']);
    element.walk = 'input';
    await expect.poll(roads).toEqual([null, 'gather']);
    press(element, 'Standard');
    await expect.poll(roads).toEqual([null]);
  });

  test('every view can be alone, and then has the stage; the last one stays', async () => {
    const element = await explorer();
    const tiles = (place: string) =>
      [...element.shadowRoot!.querySelectorAll(`${place} > .tile`)].map(({ classList }) => classList[1]);
    expect([tiles('.tiles'), tiles('.stage')]).toEqual([['scene'], ['grid']]);
    press(element, '3-D');
    await element.updateComplete;
    expect([tiles('.tiles'), tiles('.stage')]).toEqual([['grid'], []]);
    press(element, 'Tables');
    await element.updateComplete;
    expect(tiles('.tiles')).toEqual(['grid']);
    press(element, 'Matrix');
    await element.updateComplete;
    press(element, '3-D');
    await element.updateComplete;
    expect([tiles('.tiles'), tiles('.stage')]).toEqual([['scene', 'matrix'], ['grid']]);
  });

  test('three views of a transposed layer and what is read of them fit one screen of a laptop', async () => {
    await page.viewport(1280, 800);
    history.replaceState(null, '', '?variant=transposed&views=road,matrix');
    const element = await explorer();
    await expect.poll(() => element.shadowRoot!.querySelectorAll('.tiles > .tile').length).toBe(3);
    const bottom = (part: string) => inside(element, part).getBoundingClientRect().bottom;
    for (const part of ['.tile.scene', '.tile.road', '.tile.matrix', '.reading', '.dock', 'conv-counts']) {
      await expect.poll(() => inside(element, part).getBoundingClientRect().height).toBeGreaterThan(30);
      await expect.poll(() => bottom(part)).toBeLessThanOrEqual(800);
    }
  });

  test('on a phone the transport stays in reach, and settings come as a sheet', async () => {
    await page.viewport(360, 740);
    const element = await explorer();
    await expect.poll(() => inside(element, '.areas').className).toBe('areas sheets');
    await element.updateComplete;
    const dock = inside(element, '.dock').getBoundingClientRect();
    expect([Math.round(dock.bottom), dock.height < 150]).toEqual([740, true]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    const tab = [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('.tabs button')][0];
    expect(tab.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    const sheet = inside(element, '#settings');
    expect(sheet.matches(':popover-open')).toBe(false);
    tab.focus();
    await userEvent.keyboard('{Enter}');
    expect(sheet.matches(':popover-open')).toBe(true);
    expect(sheet.contains(element.shadowRoot!.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(sheet.matches(':popover-open')).toBe(false);
    await expect.poll(() => element.shadowRoot!.activeElement === tab).toBe(true);
  });

  test('the keys of the run work from anywhere but from what uses them itself', async () => {
    const element = await explorer();
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard('{End}');
    expect(element.step).toBe(element.steps);
    await userEvent.keyboard('{Home}..,');
    expect(element.step).toBe(1);
    await userEvent.keyboard(' ');
    expect(element.paused).toBe(false);
    await userEvent.keyboard(' ');
    expect(element.paused).toBe(true);
    const button = inside(element, '.toggles button:nth-child(2)');
    button.focus();
    await userEvent.keyboard('{Home}.');
    expect(element.step).toBe(1);
    await userEvent.keyboard(' ');
    expect([element.paused, button.getAttribute('aria-pressed')]).toEqual([true, 'true']);
    inside(element, 'header select').focus();
    await userEvent.keyboard('{End}.');
    expect(element.step).toBe(1);
  });
});
