import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-speed/define.js';
import type { ConvSpeed } from '../../components/conv-speed/conv-speed.js';
import { readSettings } from '../../src/address/settings-text.js';
import { layerSet } from '../../src/speed/layer-sets.js';
import { readReport, writeReport } from '../../src/speed/report-text.js';
import { cifarReport } from '../speed/fakes.js';
import { until } from './figures.js';
import { findings, show, textOf, type Shown } from './laboratories.js';

const tiny = 'preset="own" rounds="3" ways="fast javascript" sizes="side=4 channels=2 filters=2 groups=2"';
const linked = writeReport(cifarReport((multiplyAdds, stages) => multiplyAdds / 1e7 + 0.4 * stages));

const start = ({ shadow }: Shown<ConvSpeed>) => shadow.querySelector<HTMLButtonElement>('.start')!;

afterEach(() => page.viewport(414, 896));

test('measures tiny layers when asked, shows and copies them, and lays a link over them', async () => {
  await page.viewport(1280, 900);
  const shown = await show<ConvSpeed>('conv-speed', tiny);
  const { view, shadow, told } = shown;
  expect([shadow.querySelector('.results'), told()]).toEqual([null, 0]);
  const complete = new Promise((resolve) => view.addEventListener('change', resolve, { once: true }));
  await userEvent.click(start(shown));
  await until(() => shadow.querySelector('progress') !== null, 'the progress');
  await complete;
  await until(() => shadow.querySelector('.results .wings svg g.layer') !== null, 'the results');
  const { report } = view;
  expect(report!.spreads.map((row) => row.map((spread) => spread !== null))).toEqual(
    report!.set.layers.map(() => [true, true]),
  );
  expect(report!.launch.every((time) => time! > 0)).toBe(true);
  expect(shadow.querySelectorAll('.table tbody tr')).toHaveLength(12);
  expect(shadow.querySelectorAll('path.point')).toHaveLength(12);
  expect(textOf(shadow, '.verdict h3')).toContain('multiply-adds');
  expect(told()).toBe(1);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);

  await userEvent.click(shadow.querySelectorAll('.take button')[2]);
  await until(() => textOf(shadow, '.told') !== '', 'the word that it is copied');
  const link = new URL(shadow.querySelector<HTMLTextAreaElement>('.take textarea')!.value);
  const sent = new URLSearchParams(link.hash.slice(1));
  expect(sent.get('lab')).toBe('speed');
  view.results = readSettings(sent.get('set')!, () => undefined)!.results!;
  await view.updateComplete;
  expect(readReport(view.results)!.set.knobs.side).toBe(4);
  expect(shadow.querySelectorAll('.room path.point.away')).toHaveLength(12);
  expect(textOf(shadow, '.why')).toContain('the change made it');
  expect(textOf(shadow, 'thead tr')).toContain('Time there');
});

test('can be cancelled, and keeps nothing then', async () => {
  const shown = await show<ConvSpeed>('conv-speed', 'preset="cifar" ways="javascript"');
  const { view, shadow } = shown;
  await userEvent.click(start(shown));
  await until(() => shadow.querySelector('.cancel') !== null, 'the button');
  await userEvent.click(shadow.querySelector('.cancel')!);
  await until(() => textOf(shadow, '.run .status').includes('cancelled'), 'the word that it is cancelled');
  expect(view.report).toBeNull();
});

test('keeps the focus of the one who starts and cancels by the keyboard', async () => {
  const shown = await show<ConvSpeed>('conv-speed', 'preset="cifar" ways="javascript"');
  const { shadow } = shown;
  start(shown).focus();
  await userEvent.keyboard('{Enter}');
  await until(() => shadow.querySelector('.cancel') !== null, 'the button');
  expect(shadow.activeElement).toBe(shadow.querySelector('.cancel'));
  await userEvent.keyboard('{Enter}');
  await until(() => textOf(shadow, '.run .status').includes('cancelled'), 'the word that it is cancelled');
  expect(shadow.activeElement).toBe(start(shown));
});

test('takes a double click on its button for one', async () => {
  const shown = await show<ConvSpeed>('conv-speed', 'preset="cifar" ways="javascript"');
  const { view, shadow } = shown;
  await userEvent.dblClick(start(shown));
  await until(() => (shadow.querySelector('progress')?.value ?? 0) > 0, 'that it measures');
  expect(textOf(shadow, '.run .status')).toBe('');
  view.cancel();
});

test('links to the explorer that its page names, from the page on', async () => {
  const { shadow } = await show<ConvSpeed>('conv-speed', `results="${linked}" page="../../index.html"`);
  await userEvent.click(shadow.querySelectorAll('.take button')[2]);
  await until(() => textOf(shadow, '.told') !== '', 'the word that it is copied');
  const { href } = new URL('../../index.html', document.baseURI);
  expect(shadow.querySelector<HTMLTextAreaElement>('.take textarea')!.value).toMatch(
    new RegExp(`^${href}#lab=speed&set=`),
  );
});

test('shows the answer of the way that there is, where the GPU was lost for good', async () => {
  const report = cifarReport((multiplyAdds) => multiplyAdds / 1e7);
  const spreads = report.spreads.map(([, javascript]) => [null, javascript]);
  const { shadow } = await show<ConvSpeed>('conv-speed', `results="${writeReport({ ...report, spreads })}"`);
  expect(textOf(shadow, '.verdict h3')).toContain('8.35× fewer multiply-adds');
  expect(shadow.querySelector<HTMLInputElement>('.shown input:checked')!.value).toBe('javascript');
});

test('refuses what is no size, what does not fit together, and what the device cannot hold', async () => {
  const shown = await show<ConvSpeed>('conv-speed', tiny);
  const { view, shadow } = shown;
  const box = (name: string) => shadow.querySelector<HTMLInputElement>(`[name=${name}]`)!;
  const set = async (name: string, value: string): Promise<string> => {
    box(name).value = value;
    box(name).dispatchEvent(new Event('change'));
    await view.updateComplete;
    return textOf(shadow, '.problems');
  };
  expect(await set('kernel', '0')).toContain('a whole number from 1 on');
  expect(await set('kernel', ' ')).toContain('nothing was given');
  expect(await set('kernel', '3')).toBe('');
  expect(await set('channels', '99999999999')).toContain('The nearest size that fits: Channels');
  await userEvent.click(shadow.querySelector('.problems button')!);
  expect(textOf(shadow, '.problems')).toBe('');
  await set('channels', '2');
  expect(await set('groups', '3')).toContain('grouped:');
  expect(start(shown).disabled).toBe(true);
  await set('groups', '1');
  await set('side', '6000');
  await userEvent.click(start(shown));
  await until(() => textOf(shadow, '.problems').includes('this page may hold'), 'the limit');
  await userEvent.click(shadow.querySelector('.problems button')!);
  expect([textOf(shadow, '.problems'), Number(box('side').value) < 6000]).toEqual(['', true]);
  expect(start(shown).disabled).toBe(false);
});

test('shows what a link brings, and says of a broken one that it is broken', async () => {
  const { view, shadow } = await show<ConvSpeed>('conv-speed', `results="${linked}"`);
  expect(textOf(shadow, '.from-link')).toContain('A device');
  expect(textOf(shadow, '.numbers b')).toBe('8.35×');
  expect(textOf(shadow, '.roofline h3')).toBe('Roofline of “A device”');
  view.results = linked.slice(0, 100);
  await view.updateComplete;
  expect(textOf(shadow, '.status')).toContain('could not be read');
});

test('lays two links over each other, and says of a third why it does not', async () => {
  const { view, shadow } = await show<ConvSpeed>('conv-speed', `results="${linked}"`);
  const other = { ...cifarReport((multiplyAdds) => multiplyAdds / 1e8), device: 'A phone' };
  const paste = async (text: string): Promise<string> => {
    const box = shadow.querySelector<HTMLInputElement>('.paste input')!;
    box.value = text;
    box.dispatchEvent(new Event('change'));
    await view.updateComplete;
    return textOf(shadow, '.paste .status');
  };
  const site = 'https://example.org/index.html#lab=speed&set=results:';
  expect(await paste(`  ${site}${writeReport(other)}`)).toBe('');
  expect(shadow.querySelectorAll('.room path.point.away')).toHaveLength(28);
  expect(textOf(shadow, '.why')).toContain('On “A phone”');
  expect(textOf(shadow, '.roofline .legend')).toContain('on “A phone”');
  const filters = layerSet('filters');
  const gaps = filters.layers.map(() => [null, null]);
  expect(await paste(writeReport({ ...other, set: filters, spreads: gaps, onGpu: gaps }))).toContain(
    'are of something else',
  );
  expect(await paste('https://example.org/?a#b')).toContain('could not be read');
  expect(shadow.querySelector('.room path.point.away')).toBeNull();
  expect(await paste('')).toBe('');
});

test.each([360, 1280])('needs no sideways scroll of the page at %d px', async (width) => {
  await page.viewport(width, 800);
  const { shadow } = await show<ConvSpeed>('conv-speed', `results="${linked}"`);
  await until(() => shadow.querySelector('.lanes svg g.layer') !== null, 'the figures');
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
});

test.each([
  ['en', 'paper'],
  ['zh', 'board'],
] as const)('breaks no accessibility rule: %s, %s', async (language, scheme) => {
  expect(await findings('conv-speed', `results="${linked}"`, language, scheme)).toEqual([]);
});
