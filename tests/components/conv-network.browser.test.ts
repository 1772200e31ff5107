import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-network/define.js';
import type { ConvNetwork } from '../../components/conv-network/conv-network.js';
import { findings, show, textOf, textsOf } from './laboratories.js';
import { until } from './figures.js';

const lab = (attributes: string) => show<ConvNetwork>('conv-network', attributes);

/** A chain of layers, a norm behind each, and a shortcut now and then. */
function longNetwork(layers: number): string {
  const rows: object[] = [{ name: 'in', op: 'input', shape: [32, 32, 8] }];
  for (let place = 0; place < layers; place++) {
    rows.push(
      { name: `c${place}`, op: 'conv', filters: 8, kernel: 3, padding: 'same' },
      { name: `n${place}`, op: 'batch-norm' },
    );
    if (place % 4 === 3) rows.push({ name: `s${place}`, op: 'add', from: [`n${place}`, `n${place - 1}`] });
  }
  return JSON.stringify({ layers: rows });
}

it('turns all of MobileNet V1 by its knobs, and to full layers by one click', async () => {
  const { view, shadow, told } = await lab('network="mobilenet-v1"');
  expect(textOf(shadow, '[data-total="params"] b')).toBe('4,253,864');
  expect(textOf(shadow, '[part="picture"] tr[data-group="pointwise"]')).toContain('94.9 %');
  const alpha = shadow.querySelector<HTMLInputElement>('[data-knob="alpha"] [type="range"]')!;
  alpha.value = '1';
  alpha.dispatchEvent(new Event('input'));
  await view.updateComplete;
  expect([view.knobs, told()]).toEqual(['alpha=0.5', 1]);
  expect(textOf(shadow, '[data-effect="alpha"]')).toContain('α² = 0.25');
  expect(textOf(shadow, '[data-effect="alpha"]')).toContain('Truly 0.316 of the parameters');
  expect(textOf(shadow, '[data-total="params"] b')).toBe('1,342,536');
  await userEvent.click(shadow.querySelector('[data-does="reset"]')!);
  await userEvent.click(shadow.querySelector('[name="swap-all"][value="standard"]')!);
  expect(textOf(shadow, '[data-effect="swap"]')).toContain('4,867,293,184 multiply-adds');
  expect(textOf(shadow, '[data-effect="swap"]')).toContain('(8.56×). Weights without batch norm: 29,282,120');
});

it('chooses rows by keys, exchanges one, and goes to what it reads', async () => {
  const { view, shadow } = await lab('network="vgg-cifar"');
  shadow.querySelector<HTMLElement>('.lines')!.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(view.row).toBe('block1_conv2');
  expect(textOf(shadow, '[part="row"] h3')).toBe('Row 4: block1_conv2');
  await userEvent.click(shadow.querySelector('[name="swap-one"][value="separable"]')!);
  expect(textOf(shadow, '[data-row="block1_conv2"]')).toContain('4,736');
  expect(textOf(shadow, '[data-total="params"] dd')).toContain('of 1.19 M before');
  await userEvent.click(shadow.querySelector('[data-row-button="block1_relu1"]')!);
  expect(view.row).toBe('block1_relu1');
});

it('sorts, filters, and keeps few of a thousand rows on the page', async () => {
  const { view, shadow } = await lab('network="own"');
  view.text = longNetwork(450);
  await view.updateComplete;
  expect(view.model.rows.length).toBeGreaterThan(1000);
  expect(textOf(shadow, '[part="own"] [role="status"]')).toContain('1,013 rows');
  expect(shadow.querySelectorAll('tr[data-row]').length).toBeLessThan(60);
  view.row = 'c400';
  await until(() => shadow.querySelector('tr[data-row="c400"]') !== null, 'the row in sight');
  const search = shadow.querySelector<HTMLInputElement>('[type="search"]')!;
  await userEvent.fill(search, 'add');
  await until(() => textsOf(shadow, 'tr[data-row] th')[0] === 's3', 'the additions');
  await userEvent.click(shadow.querySelector('[data-column="name"] button')!);
  await userEvent.click(shadow.querySelector('[data-column="name"] button')!);
  expect(textsOf(shadow, 'tr[data-row] th')[0]).toBe('s447');
});

it('shows the text to copy where the page may not copy', async () => {
  const { shadow } = await lab('network="vgg-cifar"');
  const refused = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
  await userEvent.click(shadow.querySelector('[data-does="csv"]')!);
  await until(() => shadow.querySelector('.table textarea') !== null, 'the text');
  expect(shadow.querySelector<HTMLTextAreaElement>('.table textarea')!.value).toContain('block1_conv1');
  refused.mockRestore();
});

it('draws the graph, and goes through it by keys', async () => {
  const { view, shadow } = await lab('network="googlenet" picture="flow" row="pool2"');
  const flow = shadow.querySelector<HTMLElement>('.flow')!;
  flow.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowDown}');
  expect(view.row).toBe('inception3a.branch3_5x5');
  expect(textOf(shadow, '[part="row"]')).toContain('18 in place of 25 weights');
  const canvas = flow.querySelector('canvas')!;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  expect(data.some((byte) => byte !== 0)).toBe(true);
});

it('names the line and the edge that are wrong', async () => {
  const { view, shadow } = await lab('');
  view.text = '{ "layers": [{ "name": "a", "op": "input", "shape": [4, 4, 3] },\n { "name": "b", ] }';
  await view.updateComplete;
  expect(textOf(shadow, '[data-report="status"]')).toContain('Line 2: This is no JSON');
  view.text =
    '[{ "name": "a", "op": "input", "shape": [2, 2, 3] }, { "name": "b", "op": "conv", "kernel": 3 }]';
  await view.updateComplete;
  expect(textOf(shadow, '[data-report="status"]')).toContain('Edge “a” → “b” does not fit');
});

it('tells any epoch of the two training runs, and hides a curve', async () => {
  const { shadow } = await lab('network="vgg-cifar" picture="training"');
  shadow.querySelector<HTMLElement>('.curves')!.focus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(textsOf(shadow, '[data-number="validation-accuracy"] td')).toEqual(['0.7560', '0.7537']);
  expect(textOf(shadow, '[data-fact="time"]')).toContain(
    '8.35× fewer multiply-adds, but only 1.24× less time',
  );
  const curves = shadow.querySelectorAll('[data-quantity="loss"] [data-run]').length;
  await userEvent.click(shadow.querySelector('[data-series="standard.training"]')!);
  expect(shadow.querySelectorAll('[data-quantity="loss"] [data-run]')).toHaveLength(curves - 1);
});

it('opens a row in the figure, smaller than it is', async () => {
  const { view, shadow } = await lab('network="mobilenet-v1" row="conv_dw_2"');
  await userEvent.click(shadow.querySelector('[data-does="open"]')!);
  await until(() => shadow.querySelector('conv-figure')?.shadowRoot != null, 'the figure');
  await view.updateComplete;
  expect(textOf(shadow, '.figure .note')).toContain(
    'an input of 6 × 6 × 4 with 4 filters in place of 112 × 112 × 64 with 64',
  );
  expect(shadow.querySelector('conv-figure')!.problems).toEqual([]);
});

it.each([360, 1600])('needs no sideways scroll of the page at %d px', async (width) => {
  await page.viewport(width, 800);
  for (const picture of ['shares', 'treemap', 'flow', 'scatter', 'training']) {
    await lab(`network="inception-v3" picture="${picture}" row="Mixed_5b.branch3x3dbl_3.conv"`);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  }
  await page.viewport(414, 896);
});

it.each([
  ['own', 'shares', 'en', 'board'],
  ['mobilenet-v2', 'shares', 'en', 'paper'],
  ['mobilenet-v2', 'treemap', 'zh', 'board'],
  ['mobilenet-v2', 'flow', 'en', 'board'],
  ['mobilenet-v2', 'scatter', 'zh', 'paper'],
  ['vgg-cifar', 'training', 'en', 'paper'],
])('breaks no accessibility rule: %s, %s, %s, %s', async (network, picture, language, theme) => {
  expect(
    await findings('conv-network', `network="${network}" picture="${picture}" row="add"`, language, theme),
  ).toEqual([]);
});
