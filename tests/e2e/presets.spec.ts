import type { Page } from 'playwright/test';
import { expect, test } from './support.js';

/** What the texts say of an example: output shape, weights and biases, and the first numbers of the output. */
type Expected = readonly [shape: string, weights: string, output?: string];

/** By hand from the texts and their corrected numbers, not from the code. */
const expected: Readonly<Record<string, Expected>> = {
  'maps-standard': ['3 × 3 × 4', '108', '18 8 4 14 3 5 8 5 14 30 16 3'],
  'maps-standard-same': ['5 × 5 × 4', '108'],
  'maps-depthwise': ['3 × 3 × 3', '27', '10 −5 −14 7 −9 −12 2 −6 −2 5 10 15'],
  'maps-pointwise': ['3 × 3 × 4', '12'],
  'maps-separable': ['3 × 3 × 4', '39', '18 8 4 14 3 5 8 5 14 13 −27 −55'],
  'one-filter': ['3 × 3 × 1', '27', '18 8 4 14 3 5 8 5 14'],
  'one-point': ['5 × 5 × 1', '3'],
  'groups-1': ['3 × 3 × 4', '144', '11'],
  'groups-2': ['3 × 3 × 4', '72', '−16'],
  'groups-4': ['3 × 3 × 4', '36', '−13'],
  'column-row': ['3 × 3 × 1', '6', '10 −5 −14 7 −9 −12 2 −6 −2'],
  'ten-standard': ['8 × 8 × 1', '27'],
  'ten-depthwise': ['8 × 8 × 3', '27'],
  'ten-pointwise': ['10 × 10 × 1', '3'],
  'colour-standard': ['30 × 30 × 64', '1,792'],
  'colour-two-biases': ['30 × 30 × 64', '286'],
  'colour-one-bias': ['30 × 30 × 64', '283'],
  'large-separable': ['224 × 224 × 32', '442'],
  'order-depthwise-first': ['3 × 3 × 32', '410'],
  'order-pointwise-first': ['3 × 3 × 32', '608'],
  'multiplier-two': ['3 × 3 × 10', '90'],
  'padding-valid': ['2 × 2 × 1', '9', '−78 −88 −138 −148'],
  'padding-same': ['3 × 3 × 1', '9', '−78 −88 16 −138 −148 28 108 114 −9'],
  'padding-symmetric': ['3 × 3 × 1', '9', '−9 −57 −63 −19 −113 −123 −31 −173 −183'],
  'dilation-1': ['5 × 5 × 1', '9', '−89 −94 −99 −104 −109'],
  'dilation-2': ['3 × 3 × 1', '9', '−173 −178 −183 −208 −213 −218 −243 −248 −253'],
  'dilation-3': ['1 × 1 × 1', '9', '−257'],
  gridding: ['3 × 3 × 1', '9', '9 0 9 0 9 0 9 0 9'],
  'dilation-stride': ['2 × 2 × 1', '9', '−173 −183 −243 −253'],
  'sixteen-conv': ['2 × 2 × 1', '9', '−56 −61 −76 −81'],
  'sixteen-back': ['4 × 4 × 1', '9', '56 −51 46 183 −148 −35 35 −123 88 35 −35 63 532 −41 36 729'],
  'printed-tensor': ['4 × 4 × 1', '9', '6.94 33.9 24.8 −4.22'],
  'round-trip-up': ['5 × 5 × 1', '9', '−1 2 −5 4 −6 4 −5 14 −10 12'],
  'round-trip-down': ['2 × 2 × 1', '9', '651 923 1307 1519'],
  'round-trip-up-again': ['5 × 5 × 1', '9', '−651 1302 −2876 1846 −2769'],
  'five-conv': ['2 × 2 × 1', '9', '−67 −77 −117 −127'],
  'five-back': ['5 × 5 × 1', '9', '67 −134 278 −154 231 −268 335 −710 385 −462'],
  'six-conv': ['2 × 2 × 1', '9', '−78 −88 −138 −148'],
  'six-back': ['6 × 6 × 1', '9', '78 −156 322 −176 264 0'],
  'one-dimension': ['1 × 7 × 1', '3', '1 2 5 4 9 6 9'],
  tracer: ['5 × 5 × 1', '9', '1 2 13 20 30 4 5 46 50 60 107 208 1379'],
  checkerboard: ['7 × 7 × 1', '9', '1 1 2 1 2 1 1 1 1 2 1 2 1 1 2 2 4 2 4 2 2'],
  'output-padding-zeros': ['6 × 6 × 1', '9', '−1 2 −4 2 −3 0'],
  'output-padding-values': ['4 × 4 × 1', '9', '−5 10 −5 6 10 −20 10 −12 −5 10 −5 6 8 −16 8 −9'],
  'size-valid-1': ['4 × 4 × 1', '9'],
  'size-valid-2': ['5 × 5 × 1', '9', '1 2 5 4 6 4 5 14 10 12 10 14 37 26 33'],
  'size-same-1': ['2 × 2 × 1', '9'],
  'size-same-2': ['4 × 4 × 1', '9'],
  'size-same-3': ['6 × 6 × 1', '9', '1 2 3 2 4 6 4 5 6 8 10 12'],
  'size-short-kernel': ['6 × 6 × 1', '4', '1 2 0 2 4 0'],
  'swapped-axes': ['5 × 5 × 5', '315'],
};

const counter = (page: Page, name: string) => page.locator(`conv-counts [data-counter="${name}"] .value`);

/** The first numbers of the finished output, as the tables show them. */
function firstNumbers(page: Page, count: number): Promise<string> {
  return page.evaluate((most) => {
    const explorer = document.querySelector('conv-explorer')! as unknown as HTMLElement & { step: number };
    const grid = explorer.shadowRoot!.querySelector('conv-grid')!;
    const cells = [...grid.shadowRoot!.querySelectorAll('[data-tensor="output"] tbody td')];
    return cells
      .slice(0, most)
      .map((cell) => cell.textContent.trim())
      .join(' ');
  }, count);
}

const finish = (page: Page) =>
  page.evaluate(() => Object.assign(document.querySelector('conv-explorer')!, { step: Infinity }));

test.use({ reducedMotion: 'reduce', locale: 'en-US' });

test('every example of the menu shows the shape, the weights and the numbers of the texts', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('/');
  await expect(page.getByText('0 / 972')).toBeVisible();
  await page.getByRole('button', { name: 'Examples' }).click();
  const links = page.locator('#examples a');
  await expect(links.first()).toBeVisible();
  const all = await links.evaluateAll((found) =>
    found.map((link) => link.getAttribute('href')!.slice('?preset='.length)),
  );
  const ids = [...new Set(all)];
  expect(ids.toSorted()).toEqual(Object.keys(expected).toSorted());
  await page.getByRole('searchbox', { name: 'Search the examples' }).fill('ATROUS refuse');
  await expect(links).toHaveCount(1);
  await links.first().click();
  await expect(links).toHaveCount(0);
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('searchbox', { name: 'Search the examples' }).fill('');
  await expect.poll(() => new URL(page.url()).hash).toContain('preset=dilation-stride');
  for (const id of ids) {
    await page.locator('#examples').evaluate((gallery: HTMLElement) => gallery.showPopover());
    const link = page.locator(`#examples a[href="?preset=${id}"]`).first();
    expect((await link.locator('.name').textContent())!.trim(), `title of ${id}`).not.toBe(`preset.${id}`);
    await link.evaluate((found: HTMLAnchorElement) => found.click());
    const [shape, weights, output = ''] = expected[id];
    await finish(page);
    await expect(counter(page, 'shape'), id).toHaveText(shape);
    await expect(counter(page, 'weights'), id).toHaveText(weights);
    if (output === '') continue;
    await expect.poll(() => firstNumbers(page, output.split(' ').length), id).toBe(output);
  }
  await expect.poll(() => new URL(page.url()).hash).toContain(`preset=${ids.at(-1)}`);
});

test('a link opens an example at a step, walked as it says, and more settings change it', async ({
  page,
}) => {
  await page.goto('/?preset=size-valid-2&walk=input&step=18&views=grid&lang=en');
  await expect(counter(page, 'progress')).toHaveText('18 / 36');
  await expect(page.getByRole('radio', { name: 'along inputs' })).toBeChecked();
  await page.goto('/?variant=dilated&dilation=3&input=9x9x1&padding=0,1,0,1&lang=zh&theme=board');
  await expect(page.getByRole('heading', { name: '空洞卷积' })).toBeVisible();
  await expect(counter(page, 'shape')).toHaveText('4 × 4 × 1');
  await expect(page.locator('conv-explorer')).toHaveCSS('color-scheme', 'dark');
});

test('what a link says wrong is told, and the rest of it holds', async ({ page }) => {
  await page.goto('/?variant=strided&stride=0&preset=none&colour=red&walk=up&lang=en');
  const notices = page.getByRole('alert');
  for (const text of [
    'No example is called “none”.',
    'nothing here is called “colour”',
    'walk cannot be “up”',
  ])
    await expect(notices).toContainText(text);
  await expect(page.locator('[data-field="stride"] .problem')).toContainText('stride');
  await expect(counter(page, 'shape')).toHaveText('2 × 2 × 1');
  await notices.getByRole('button', { name: 'Close' }).click();
  await expect(notices).toHaveCount(0);
});

test('a copied link brings the layer back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/?variant=separable&lang=en');
  await page.getByRole('spinbutton', { name: 'Filters' }).fill('7');
  await page.getByRole('radio', { name: /^pointwise first/ }).check({ force: true });
  await expect(counter(page, 'weights')).toHaveText('84');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(link);
  await expect(counter(page, 'weights')).toHaveText('84');
});
