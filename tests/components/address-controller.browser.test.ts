import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { presetOf } from '../../src/variants/presets.js';
import type { AddressPage } from './address-page.js';
import './address-page.js';
import { mount, until } from './figures.js';

const before = location.href;

async function pageAt(hash: string, attributes = ''): Promise<AddressPage> {
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  const page = mount<AddressPage>(`<test-address-page ${attributes}></test-address-page>`);
  await until(() => page.steps > 0 && page.session.status === 'ready', 'the first numbers');
  await page.updateComplete;
  return page;
}

const isAt = (page: AddressPage, hash: string) =>
  until(() => page.session.status === 'ready' && location.hash === hash, `${hash} after ${location.hash}`);

describe('the address of a page', () => {
  beforeEach(() => history.replaceState(null, '', location.pathname + location.search));
  afterEach(() => {
    document.body.innerHTML = '';
    history.replaceState(null, '', before);
  });

  test('stays empty for a fresh page, and follows what a person does', async () => {
    const page = await pageAt('');
    expect(location.hash).toBe('');
    const entries = history.length;
    page.step = 27;
    page.theme = 'board';
    await isAt(page, '#v=1&step=27&theme=board');
    expect(history.length).toBe(entries);
  });

  test('is read before anything is shown, on top of the attributes', async () => {
    const page = await pageAt(
      '#kernel=1&step=4&theme=board&hide=code&colour=red',
      'variant="strided" filters="2"',
    );
    expect(page.session.layer).toMatchObject({ variant: 'strided', kernel: 1, filters: 2 });
    expect([page.step, page.theme, page.address.isHidden('code'), page.session.canUndo]).toEqual([
      4,
      'board',
      true,
      false,
    ]);
    // The test runner's own parameters stand in the query.
    expect(page.told.at(-1)).toEqual({ key: 'link.unknown', parameters: { name: 'colour' } });
  });

  test('Back and Forward walk through variants and examples, each with its last state', async () => {
    const page = await pageAt('');
    page.session.setVariant('dilated');
    await isAt(page, '#v=1&variant=dilated');
    page.step = 9;
    await isAt(page, '#v=1&variant=dilated&step=9');
    page.session.load(presetOf('tracer')!);
    page.example = 'tracer';
    await isAt(page, '#v=1&preset=tracer');
    history.back();
    await isAt(page, '#v=1&variant=dilated&step=9');
    await until(() => page.session.layer.variant === 'dilated' && page.step === 9, 'the dilated layer again');
    expect(page.example).toBeUndefined();
    history.back();
    await isAt(page, '');
    await until(() => page.session.layer.variant === 'standard' && page.step === 0, 'the fresh page');
    history.go(2);
    await isAt(page, '#v=1&preset=tracer');
    await until(() => page.session.walk === 'input' && page.taken.preset === 'tracer', 'the example again');
  });

  test('a person may change it by hand', async () => {
    const page = await pageAt('#variant=dilated');
    location.hash = '#variant=transposed&walk=input&select=0:input:0,1,0,0';
    await until(
      () => page.session.layer.variant === 'transposed' && page.session.pinned !== null,
      'the other layer',
    );
    expect(page.session.walk).toBe('input');
  });

  test('an element that goes away leaves the address alone', async () => {
    const page = await pageAt('');
    page.remove();
    location.hash = '#variant=dilated';
    await new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
    expect(page.session.layer.variant).toBe('standard');
  });
});
