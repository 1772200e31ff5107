/** Colour scales and decimals, as attributes, as menus, in links, and shared by compared layers: read back from the page. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../components/conv-compare/define.js';
import '../../components/conv-explorer/define.js';
import '../../components/conv-figure/define.js';
import '../../components/conv-grid/define.js';
import type { ConvCompare } from '../../components/conv-compare/conv-compare.js';
import type { ConvExplorer } from '../../components/conv-explorer/conv-explorer.js';
import type { ConvGrid } from '../../components/conv-grid/conv-grid.js';
import { LabRequestEvent } from '../../components/shared/lab-request.js';
import { edit } from '../../src/session/edit.js';
import type { Session } from '../../src/session/session.js';
import { channelRanges } from '../../src/session/display.js';
import { rangeOf } from '../../src/timeline/colour-range.js';
import type { StageView } from '../../src/timeline/types.js';
import { colourOf } from '../../src/views/palette.js';
import { computed, inside, mount, until } from './figures.js';

const address = location.href;

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  document.body.innerHTML = '';
  history.replaceState(null, '', address);
});

const sessionOf = (element: Element): Session => LabRequestEvent.ask(element as HTMLElement)!.session;
const viewOf = (element: Element): StageView => sessionOf(element).moment!.stages[0];

/** A colour as the page reports it. */
function asComputed(colour: string): string {
  const probe = document.createElement('i');
  probe.style.color = colour;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

async function gridWith(attributes: string): Promise<{ grid: ConvGrid; lab: HTMLElement }> {
  const lab = mount<HTMLElement>(
    `<conv-lab theme="paper" preset="separable-5x5x3" ${attributes}><conv-grid></conv-grid></conv-lab>`,
  );
  const grid = lab.querySelector<ConvGrid>('conv-grid')!;
  await until(() => grid.shadowRoot!.querySelector('td') !== null, 'a table');
  return { grid, lab };
}

/** Background of every input cell that has a number, and what its colour should be on a range for its channel. */
function inputColours(grid: ConvGrid, rangeAt: (channel: number) => number) {
  const { input } = viewOf(grid);
  const [, height, width, channels] = input.shape;
  const tables = [...grid.shadowRoot!.querySelectorAll('[data-tensor="input"] table')];
  const shown = tables.map((table) =>
    [...table.querySelectorAll('tbody td')].map((cell) => getComputedStyle(cell).backgroundColor),
  );
  const wanted = tables.map((_, channel) =>
    Array.from({ length: height * width }, (_cell, at) =>
      asComputed(colourOf(input.data[at * channels + channel], rangeAt(channel), { dark: false }).fill),
    ),
  );
  return { shown, wanted };
}
const notes = (grid: ConvGrid): string[] =>
  [...grid.shadowRoot!.querySelectorAll('.legend .note')].map((note) => note.textContent);

describe('colour-range', () => {
  test('channel: tables have each channel on its own scale, and the legend says so', async () => {
    const { grid } = await gridWith('colour-range="channel"');
    await until(() => notes(grid).some((note) => note !== ''), 'the note');
    const { shown, wanted } = inputColours(grid, (channel) => channelRanges(viewOf(grid).input)[channel]);
    expect(shown).toEqual(wanted);
    expect(notes(grid)[0]).toBe('each channel its own scale; the widest is shown');
  });

  test('tensor: all channels on one scale, without a word about it', async () => {
    const { grid } = await gridWith('');
    const { shown, wanted } = inputColours(grid, () => viewOf(grid).ranges.input);
    expect(shown).toEqual(wanted);
    expect(notes(grid).join('')).toBe('');
  });

  test('locked: a larger number keeps the scale of before, and lies beyond it', async () => {
    const { grid, lab } = await gridWith('');
    const before = viewOf(grid).ranges.input;
    lab.setAttribute('colour-range', 'locked');
    await until(() => viewOf(grid).scale?.kind === 'locked', 'the lock');
    edit(sessionOf(grid), { stage: 0, tensor: 'input', index: [0, 0, 0, 0], value: 10 * before });
    await until(() => viewOf(grid).ranges.input === 10 * before, 'the new number');
    await grid.updateComplete;
    const { shown, wanted } = inputColours(grid, () => before);
    expect(shown).toEqual(wanted);
    expect(rangeOf(viewOf(grid), 'input')).toBe(before);
    expect(notes(grid)[0]).toContain('locked scale; some numbers lie beyond it');
    lab.setAttribute('colour-range', 'tensor');
    await until(() => rangeOf(viewOf(grid), 'input') === 10 * before, 'the usual scale');
  });
});

test('the legend of the scene shows the channel that is pointed at', async () => {
  const figure = mount<HTMLElement>('<conv-figure input="5x5x3" colour-range="channel"></conv-figure>');
  await computed(figure as never);
  const scene = inside(figure as never, 'conv-scene')!;
  const legend = (): string => scene.shadowRoot!.querySelector('.legend')!.textContent.replace(/\s+/g, ' ');
  await until(
    () => scene.shadowRoot!.querySelector('.legend')?.textContent.includes('own scale') === true,
    'note',
  );
  expect(legend()).toContain('each channel its own scale; the widest is shown');
  sessionOf(scene).intend({ kind: 'pin', stage: 0, tensor: 'input', index: [0, 0, 0, 1] });
  await until(() => legend().includes('shown: channel 2'), 'the pinned channel');
});

test('decimals: tables print them, and pointing tells the whole number', async () => {
  const { grid, lab } = await gridWith('decimals="1"');
  edit(sessionOf(grid), { stage: 0, tensor: 'input', index: [0, 0, 0, 0], value: 0.123456 });
  const cell = (): HTMLElement => grid.shadowRoot!.querySelector('[data-tensor="input"] tbody td')!;
  await until(() => cell().textContent === '0.1', 'one decimal');
  expect(cell().getAttribute('aria-label')).toContain('0.123456');
  lab.setAttribute('decimals', 'auto');
  await until(() => cell().textContent === '0.123', 'as many as fit');
});

test('compared layers have one scale when it is asked for, and their own again', async () => {
  const compare = mount<ConvCompare>(
    `<conv-compare>
      <conv-lab variant="standard" input="5x5x3"></conv-lab>
      <conv-lab variant="strided" input="5x5x3"></conv-lab>
    </conv-compare>`,
  );
  await until(() => compare.ticks > 0, 'the first numbers');
  await compare.updateComplete;
  const labs = [...compare.querySelectorAll('conv-lab')];
  const outputs = (): number[] => labs.map((lab) => rangeOf(viewOf(lab), 'output'));
  const own = labs.map((lab) => viewOf(lab).ranges.output);
  expect(outputs()).toEqual(own);
  const box = compare.shadowRoot!.querySelector<HTMLInputElement>('input[type="checkbox"]')!;
  box.click();
  await until(() => labs.every((lab) => viewOf(lab).scale?.kind === 'shared'), 'one scale');
  expect(outputs()).toEqual(own.map(() => Math.max(...own)));
  box.click();
  await until(() => labs.every((lab) => viewOf(lab).scale === undefined), 'own scales');
  expect(outputs()).toEqual(own);
});

test('the menus of the site set both, the address has them, and a link brings them back', async () => {
  history.replaceState(null, '', '?lang=en#range=channel&decimals=2');
  const explorer = mount<ConvExplorer>('<conv-explorer></conv-explorer>');
  await computed(explorer);
  await until(
    () => sessionOf(explorer.shadowRoot!.querySelector('conv-scene')!).moment?.stages[0].decimals === 2,
    'the link',
  );
  expect([explorer.colourRange, explorer.decimals]).toEqual(['channel', 2]);
  const panel = explorer.shadowRoot!.querySelector<HTMLDetailsElement>('[data-panel="display"]')!;
  panel.open = true;
  await until(() => panel.querySelector('select') !== null, 'the menus');
  const [range, decimals] = panel.querySelectorAll('select');
  expect([range.value, decimals.value]).toEqual(['channel', '2']);
  expect(range.getAttribute('aria-describedby')).toBe(panel.querySelector('.note')!.id);
  const choose = (menu: HTMLSelectElement, value: string): void => {
    menu.value = value;
    menu.dispatchEvent(new Event('change'));
  };
  choose(range, 'locked');
  choose(decimals, 'auto');
  await until(
    () => location.hash.includes('range=locked') && !location.hash.includes('decimals'),
    'the address',
  );
});
