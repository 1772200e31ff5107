import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
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

/** Names of the optional views that stand open. */
function openViews(element: ConvExplorer): string[] {
  const pressed = element.shadowRoot!.querySelectorAll('.toggles [aria-pressed=true]');
  return [...pressed].map((button) => button.textContent.trim());
}

describe('<conv-explorer>', () => {
  beforeEach(() => history.replaceState(null, '', location.pathname));
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
    const button = inside(element, '.toggles button');
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
