/** Figures in the frameworks, decks, notebooks and platforms of others, from the packed package. Run by `npm run test:hosts`. */
import { expect, test as base, type Locator, type Page } from 'playwright/test';
import type { ConvFigure } from '../../components/conv-figure/conv-figure.js';

/** Of software GL, and of three where a second copy of the package came with a second copy of it, as in the notebook here. */
const expected = /GPU stall|Automatic fallback|Multiple instances of Three\.js/;

const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', ({ message }) => complaints.push(message));
      await use(complaints);
      expect(complaints.filter((text) => !expected.test(text))).toEqual([]);
    },
    { auto: true },
  ],
});

const figure = (page: Page) => page.locator('conv-figure');
const state = (page: Page) =>
  figure(page).evaluate((element) => {
    const { step, steps, dilation } = element as ConvFigure;
    return { step, steps, dilation };
  });

for (const name of ['react', 'vue']) {
  test(`${name}: props reach the figure, its events reach the page, and it outlives another rendering`, async ({
    page,
  }) => {
    await page.goto(`${name}.html`);
    await expect.poll(() => state(page)).toMatchObject({ dilation: 1, steps: 225 });
    await page.getByRole('button', { name: 'Wider' }).click();
    await expect.poll(() => state(page)).toMatchObject({ dilation: 2, steps: 81 });
    await page.getByRole('button', { name: 'On', exact: true }).click();
    await expect(page.locator('#place')).toHaveText('9 of 81');
    await page.getByRole('button', { name: name === 'react' ? 'Move' : 'Hide' }).click();
    if (name === 'vue') await page.getByRole('button', { name: 'Hide' }).click();
    await expect(figure(page).getByText('9 / 81')).toBeVisible();
    expect(await state(page)).toEqual({ dilation: 2, step: 9, steps: 81 });
  });
}

test('reveal.js: a figure on a hidden slide draws when it is shown, keeps its keys, and a fragment drives it', async ({
  page,
}) => {
  await page.goto('reveal.html');
  await expect(page.getByRole('heading', { name: 'First' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  const canvas = figure(page).locator('conv-scene canvas').first();
  await expect
    .poll(() => canvas.evaluate((element) => (element as HTMLCanvasElement).width))
    .toBeGreaterThan(0);
  await expect.poll(() => state(page)).toMatchObject({ step: 0, steps: 81 });
  await expect(figure(page).locator('.sentence')).toHaveCSS('text-align', 'start');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => state(page)).toMatchObject({ step: 9 });
  await figure(page).getByRole('button', { name: 'Play', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await state(page)).step).toBeGreaterThan(9);
  const slide = () =>
    page.evaluate(() => (window as unknown as { deck: { getIndices(): { h: number } } }).deck.getIndices().h);
  expect(await slide()).toBe(1);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('PageDown');
  await expect.poll(slide).toBe(2);
});

test('a notebook: running a cell again replaces the figure, and its keys are not the notebook’s', async ({
  page,
}) => {
  await page.goto('notebook.html');
  const run = page.getByRole('button', { name: 'Run' });
  await run.click();
  await expect.poll(() => state(page)).toMatchObject({ dilation: 1, steps: 225 });
  await run.click();
  await expect.poll(() => state(page)).toMatchObject({ dilation: 2, steps: 81 });
  await expect(figure(page)).toHaveCount(1);
  await figure(page).getByRole('button', { name: 'Play', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await state(page)).step).toBeGreaterThan(0);
  await expect(page.locator('output')).toHaveText('');
});

test('Observable Framework: a cell that depends on an input changes the figure, or makes a new one', async ({
  page,
}) => {
  await page.goto('observable/');
  const [kept, made] = [figure(page).first(), figure(page).last()];
  const steps = (which: Locator) => which.evaluate((element) => (element as ConvFigure).steps);
  await expect.poll(() => steps(kept)).toBe(81);
  await expect.poll(() => steps(made)).toBe(81);
  await kept.evaluate((element) => element.setAttribute('data-first', ''));
  await made.evaluate((element) => element.setAttribute('data-first', ''));
  await page.getByRole('spinbutton', { name: 'Dilation' }).fill('3');
  await expect.poll(() => steps(kept)).toBe(9);
  await expect.poll(() => steps(made)).toBe(9);
  await expect(kept).toHaveAttribute('data-first');
  await expect(made).not.toHaveAttribute('data-first');
  await expect(figure(page)).toHaveCount(2);
  await made.getByRole('button', { name: 'Play', exact: true }).focus();
  await page.keyboard.press('End');
  await expect.poll(() => made.evaluate((element) => (element as ConvFigure).step)).toBe(9);
});

test('SCORM: the package shows its figure and tells the platform that it was opened', async ({ page }) => {
  await page.goto('platform.html');
  const frame = page.frameLocator('iframe').frameLocator('iframe');
  await expect(frame.getByText('20 / 81')).toBeVisible();
  const calls = () => page.evaluate(() => (window as unknown as { calls: string[] }).calls);
  const status = () =>
    page.evaluate(() =>
      (window as unknown as { API: { lmsGetValue(name: string): string } }).API.lmsGetValue(
        'cmi.core.lesson_status',
      ),
    );
  expect(await status()).toBe('completed');
  expect(await calls()).toEqual([
    'LMSInitialize',
    'LMSSetValue cmi.core.lesson_status completed',
    'LMSCommit',
  ]);
  await page.locator('iframe').evaluate((element) => {
    (element as HTMLIFrameElement).src = 'about:blank';
  });
  await expect.poll(calls).toContain('LMSFinish');
});
