import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-explorer/define.js';
import type { ConvShare } from '../../components/conv-share/conv-share.js';
import type { ConvExplorer } from '../../components/conv-explorer/conv-explorer.js';
import { stageKeys } from '../../components/shared/keys.js';
import { LabRequestEvent } from '../../components/shared/lab-request.js';
import { pngFile } from '../media/fixtures.js';
import { computed, inside, mount, until } from './figures.js';

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

function isShown(element: ConvExplorer, selector: string): boolean {
  return element.shadowRoot!.querySelector(selector)?.checkVisibility() ?? false;
}

/** Names of the views that stand open beside the scene. */
function openViews(element: ConvExplorer): string[] {
  const pressed = element.shadowRoot!.querySelectorAll('.toggles [aria-pressed=true]');
  return [...pressed].map((button) => button.textContent.trim()).filter((name) => name !== '3-D');
}

describe('<conv-explorer>', () => {
  beforeEach(async () => {
    history.replaceState(null, '', '?lang=en');
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
    await expect.poll(roads).toEqual([null, 'gather']);
    element.walk = 'output';
    await expect.poll(roads).toEqual([null, 'scatter']);
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
    const more = inside(element, '#more');
    (inside(element, '.tabs [popovertarget=more]') as HTMLButtonElement).click();
    (inside(element, '.sharing') as HTMLButtonElement).click();
    inside(element, '.saving').click();
    await until(() => isShown(element, 'conv-export'), 'the panel that saves files');
    expect([more, sheet].map((each) => each.matches(':popover-open'))).toEqual([false, true]);
    await expect.poll(() => element.shadowRoot!.activeElement!.textContent).toBe('Save');
    sheet.hidePopover();
    (inside(element, '.tabs [popovertarget=more]') as HTMLButtonElement).click();
    expect(more.querySelector('.sharing')!.checkVisibility()).toBe(true);
    const laboratory = more.querySelector('select')!;
    laboratory.value = 'gridding';
    laboratory.dispatchEvent(new Event('change'));
    await expect.poll(() => element.shadowRoot!.activeElement?.className).toBe('laboratory');
    expect(more.matches(':popover-open')).toBe(false);
    press(element, 'Back to the layer');
    await expect.poll(() => inside(element, 'main').className).toBe('');
    expect(element.laboratory).toBeUndefined();
  });

  test('a link past the header leads to the figure and leaves the address alone', async () => {
    const element = await explorer();
    const before = location.href;
    inside(element, '.skip').click();
    expect([element.shadowRoot!.activeElement!.localName, location.href]).toEqual(['main', before]);
  });

  test('a first visit plays and invites, until something is done; a link does neither', async () => {
    const about = (element: ConvExplorer) => inside(element, '.about').className;
    const linked = await explorer();
    expect([linked.paused, about(linked)]).toEqual([true, 'about']);
    history.replaceState(null, '', location.pathname);
    const element = await explorer();
    expect(about(element)).toBe('about welcome');
    await until(() => element.step > 0, 'a first step');
    inside(element, 'h1').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await expect.poll(() => about(element)).toBe('about');
    element.pause();
  });

  test('a panel is made when it is opened, and keeps what is in it', async () => {
    const element = await explorer();
    const panel = inside(element, '[data-panel=input]') as HTMLDetailsElement;
    expect(panel.querySelector('conv-input')).toBeNull();
    panel.open = true;
    await until(
      () => panel.querySelector('conv-input')?.shadowRoot?.querySelector('select') != null,
      'the input',
    );
    panel.open = false;
    await element.updateComplete;
    expect(panel.querySelector('conv-input')).not.toBeNull();
  });

  test('Escape closes the gallery, whatever is looked for, and so does the focus that goes elsewhere', async () => {
    const element = await explorer();
    const isOpen = (): boolean => inside(element, '#examples').matches(':popover-open');
    inside(element, 'button.examples').click();
    await userEvent.fill(inside(element, '#examples input'), 'edge');
    await userEvent.keyboard('{Escape}');
    expect(isOpen()).toBe(false);
    inside(element, 'button.examples').click();
    inside(element, '#examples input').focus();
    inside(element, 'main').focus();
    expect(isOpen()).toBe(false);
  });

  test('a view that opens below the edge of the stage comes into sight', async () => {
    const element = await explorer();
    press(element, 'Compare');
    const stage = inside(element, '.stage');
    await until(() => stage.scrollTop > 0, 'the stage to scroll');
    const compare = inside(element, '.tile.compare').getBoundingClientRect();
    expect(compare.top).toBeLessThan(stage.getBoundingClientRect().bottom - 100);
  });

  test('the gallery finds examples by every name, and arrow keys go through them', async () => {
    const element = await explorer();
    const root = element.shadowRoot!;
    inside(element, 'button.examples').click();
    await until(() => root.querySelectorAll('#examples a').length > 50, 'the examples');
    const search = inside(element, '.search input') as HTMLInputElement;
    expect(root.activeElement).toBe(search);
    const find = async (query: string): Promise<string[]> => {
      await userEvent.fill(search, query);
      await element.updateComplete;
      return [...root.querySelectorAll('#examples a .name')].map((name) => name.textContent);
    };
    expect(await find('atrous REFUSE')).toEqual(['Rate 2 with stride 2']);
    expect(await find('反卷积 棋盘')).toEqual(['Checkerboard: uneven overlap']);
    expect(await find('upsample checkers')).toEqual(['Checkerboard: uneven overlap']);
    expect(await find('边缘')).toContain('One filter makes one map');
    expect(await find('no such thing')).toEqual([]);
    expect(inside(element, '.found').textContent).toContain('No example');
    expect((await find('dilated'))[1]).toMatch(/gridding/i);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowDown}{Enter}');
    await until(() => location.hash.includes('preset=gridding'), 'the link to the example');
    expect(inside(element, '#examples').matches(':popover-open')).toBe(false);
  });

  test('a question mark opens the help, with the keys that the picture has', async () => {
    const element = await explorer();
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard('?');
    await until(
      () => element.shadowRoot!.querySelector<HTMLDialogElement>('dialog.help')?.open === true,
      'help',
    );
    const keys = [...element.shadowRoot!.querySelectorAll('dialog.help kbd')].map((key) => key.textContent);
    expect(keys).toEqual(expect.arrayContaining(stageKeys.map((each) => each.keys)));
    await userEvent.keyboard('{Escape}');
    expect(element.shadowRoot!.querySelector<HTMLDialogElement>('dialog.help')!.open).toBe(false);
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

  test('the address brings back what was set, and Back goes to the variant before', async () => {
    const element = await explorer();
    press(element, 'Grouped');
    await until(() => location.hash.includes('variant=grouped'), 'the variant in the address');
    press(element, 'Matrix');
    element.step = 30;
    await until(
      () => location.hash.includes('step=30') && location.hash.includes('views=channels,matrix,grid'),
    );
    press(element, 'Transposed');
    await until(() => location.hash.includes('variant=transposed'), 'the other variant');
    history.back();
    await until(() => element.step === 30 && location.hash.includes('variant=grouped'), 'the variant before');
    await element.updateComplete;
    const pressed = [...element.shadowRoot!.querySelectorAll('.toggles [aria-pressed="true"]')];
    expect(pressed.map(({ textContent }) => textContent.trim())).toEqual([
      '3-D',
      'Channels',
      'Matrix',
      'Tables',
    ]);
  });

  test('the panel for sharing has the link of what is shown', async () => {
    const element = await explorer();
    element.theme = 'board';
    element.step = 3;
    inside(element, '.sharing').click();
    const panel = (): ConvShare => inside(element, 'conv-share') as ConvShare;
    await until(() => isShown(element, 'conv-share') && panel().link !== undefined, 'the panel');
    const hash = (): string => new URL(panel().link).hash;
    await until(() => hash().includes('step=3') && hash().includes('theme=board'), 'the link');
    element.step = 4;
    await until(() => hash().includes('step=4'), 'the link of the other step');
    inside(element, '.saving').click();
    await until(() => isShown(element, 'conv-export'), 'the panel that saves files');
    expect(inside(element, '#share').matches(':popover-open')).toBe(false);
    expect(element.shadowRoot!.activeElement!.textContent).toBe('Save');
    element.laboratory = 'gridding';
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.saving')).toBeNull();
  });

  test('a link can leave out parts of the page, the scene too, and open a laboratory', async () => {
    history.replaceState(null, '', '?lang=en&hide=settings,examples&views=matrix,no-scene');
    const element = await explorer();
    const shown = (selector: string): boolean => inside(element, selector).checkVisibility();
    expect([shown('.side'), shown('button.examples'), shown('.variants')]).toEqual([false, false, true]);
    const tiles = () =>
      [...element.shadowRoot!.querySelectorAll('.tile')].map(({ classList }) => classList[1]);
    expect(tiles()).toEqual(['matrix']);
    element.laboratory = 'gridding';
    await until(() => location.hash.includes('lab=gridding'), 'the laboratory in the address');
    expect(inside(element, 'conv-gridding')).toBeTruthy();
  });

  test('the picture filter takes pasted pictures, and its window opened as cells closes it', async () => {
    const element = await explorer();
    element.laboratory = 'filter';
    await until(() => element.shadowRoot!.querySelector('conv-filter')?.shadowRoot != null, 'the laboratory');
    const filter = element.shadowRoot!.querySelector('conv-filter')!;
    filter.side = 16;
    const shown = (selector: string): string => filter.shadowRoot!.querySelector(selector)?.textContent ?? '';
    const transfer = new DataTransfer();
    const row = Array.from({ length: 20 }, (_, column) => [column, 0, 0]).flat();
    transfer.items.add(
      new File(
        [
          pngFile(
            Array.from({ length: 12 }, () => row),
            3,
          ),
        ],
        'a.png',
      ),
    );
    const paste = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(paste);
    await until(() => shown('.facts').includes('12 rows, 20 columns'), 'the pasted picture');
    expect(element.laboratory).toBe('filter');
    inside(filter, '.frame').focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await until(() => shown('.loupe .sum') !== '', 'the numbers of the pixel');
    await userEvent.click(inside(filter, '.loupe .primary'));
    await until(() => element.shadowRoot!.querySelector('conv-filter') === null, 'the layer');
    expect(element.laboratory).toBeUndefined();
    await until(() => element.shadowRoot!.querySelector('conv-scene') !== null, 'the scene');
    const { session } = LabRequestEvent.ask(element.shadowRoot!.querySelector('conv-scene')!)!;
    expect(session.plan.stages[0].input).toEqual([1, 9, 9, 1]);
  });
});
