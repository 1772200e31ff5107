import type { Page } from 'playwright/test';
import type { ConvLesson } from '../../components/conv-lesson/conv-lesson.js';
import type { ConvValue } from '../../components/conv-value/conv-value.js';
import { violations } from './axe.js';
import { expect, test } from './support.js';

/** What the lesson shows now. */
const state = (page: Page) =>
  page.evaluate(() => {
    const { index, figure } = document.querySelector('conv-lesson') as unknown as ConvLesson;
    return { index, step: figure?.step, steps: figure?.steps, hash: location.hash };
  });

/** The number that a sentence shows. */
const shown = (page: Page, step: string, of: string) =>
  page.locator(`#${step} conv-value[of="${of}"]`).evaluate((element) => (element as ConvValue).text);

test.use({ reducedMotion: 'reduce' });

for (const language of ['en', 'zh']) {
  test(`scrolling through the first lesson runs the figure (${language})`, async ({ page }) => {
    await page.goto(`lessons/${language}/01-one-window/`);
    await expect.poll(() => state(page)).toEqual({ index: 0, step: 0, steps: 81, hash: '' });
    await page.locator('#add h2').evaluate((heading) => heading.scrollIntoView({ block: 'center' }));
    await expect.poll(() => state(page)).toMatchObject({ index: 3, step: 9, hash: '#add' });
    await expect.poll(() => shown(page, 'add', 'sum')).toBe('10');
    await page.locator('#unturned h2').evaluate((heading) => heading.scrollIntoView({ block: 'center' }));
    await expect.poll(() => state(page)).toMatchObject({ index: 8, step: 81, steps: 81 });
    await expect.poll(() => shown(page, 'unturned', 'output')).toBe('9 8 7 / 6 5 4 / 3 2 1');
    expect(await violations(page)).toEqual([]);
  });

  test(`a link opens the lesson on transposed convolution at its step (${language})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`lessons/${language}/11-transposed-1/#uncover`);
    await expect.poll(() => state(page)).toMatchObject({ index: 6, step: 36, steps: 36 });
    await expect(page.locator('#uncover')).toBeInViewport();
    await expect.poll(() => shown(page, 'uncover', 'output 3')).toBe('24 62 40 45');
    await expect.poll(() => shown(page, 'seven', 'output')).toBe('1 2 5 4 9 6 9');
    expect(await violations(page)).toEqual([]);
  });
}

test('links, Back and Forward go from step to step', async ({ page }) => {
  await page.goto('lessons/en/11-transposed-1/');
  await expect.poll(() => state(page)).toMatchObject({ index: 0, steps: 9 });
  await page.getByRole('link', { name: 'Link to step 2' }).click();
  await expect.poll(() => state(page)).toMatchObject({ index: 1, hash: '#stamp' });
  await page.evaluate(() => location.assign('#crop'));
  await expect.poll(() => state(page)).toMatchObject({ index: 5, steps: 36, hash: '#crop' });
  await page.goBack();
  await expect.poll(() => state(page)).toMatchObject({ index: 1, steps: 9, hash: '#stamp' });
  await page.goForward();
  await expect.poll(() => state(page)).toMatchObject({ index: 5, hash: '#crop' });
});

test('a reader with keys alone takes the figure over and goes on', async ({ page }) => {
  await page.goto('lessons/en/01-one-window/');
  await expect.poll(() => state(page)).toMatchObject({ index: 0, steps: 81 });
  await page.getByRole('button', { name: 'Next step' }).press('Enter');
  await expect.poll(() => state(page)).toMatchObject({ index: 1, hash: '#look' });
  await page.getByRole('slider', { name: 'Position in the run' }).press('End');
  await expect.poll(() => state(page)).toMatchObject({ index: 1, step: 81 });
  await page.getByRole('button', { name: 'Reset the figure' }).press('Enter');
  await expect.poll(async () => (await state(page)).step).toBeLessThan(1);
  await page.keyboard.press('PageDown');
  await expect.poll(() => state(page)).toMatchObject({ index: 2, hash: '#weigh' });
});

test('without scripts a lesson is a page of text with its numbers', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}lessons/en/11-transposed-1/`);
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(16);
  await expect(page.locator('#seven')).toContainText('1 2 5 4 9 6 9');
  await context.close();
});

test('the site leads to its lessons, their list to both languages, and a lesson to its translation', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('link', { name: 'Lessons' }).click();
  await page.getByRole('link', { name: 'One window' }).click();
  await expect(page).toHaveTitle(/One window/);
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('一个窗口');
  await expect.poll(() => state(page)).toMatchObject({ steps: 81 });
  await expect(page.getByRole('button', { name: '下一步' })).toBeVisible();
});

for (const width of [320, 768, 1024, 1280]) {
  test(`nothing scrolls sideways, and no figure by itself, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 768 });
    await page.goto('lessons/en/11-transposed-1/#uncover');
    await expect.poll(() => state(page)).toMatchObject({ index: 6, steps: 36 });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(overflow).toBe(0);
    // A figure that scrolled by itself would take the reader's wheel, and the buttons with it.
    const picture = page.locator('conv-lesson .picture');
    await expect.poll(() => picture.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
    await expect(page.getByRole('button', { name: 'Next step' })).toBeInViewport();
  });
}

for (const [width, height] of [
  [1280, 800],
  [1280, 720],
  [1024, 768],
]) {
  test(`a long question is seen whole on a slide of ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('lessons/en/01-one-window/?present#weigh');
    await expect.poll(() => state(page)).toMatchObject({ index: 2 });
    for (const id of ['weigh', 'add']) {
      const question = page.locator(`#${id} conv-quiz`);
      await expect(question.getByRole('button', { name: 'Show the answer' })).toBeInViewport({ ratio: 1 });
      const text = page.locator('conv-lesson .text');
      await expect.poll(() => text.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
      await page.keyboard.press('PageDown');
      await expect(question).toHaveAttribute('answered');
      await page.keyboard.press('ArrowRight');
    }
    await expect.poll(() => state(page)).toMatchObject({ index: 4 });
  });
}

test('a figure opens in the explorer as it stands, and the way back leads to its step', async ({ page }) => {
  await page.goto('lessons/zh/11-transposed-1/#crop');
  await expect.poll(() => state(page)).toMatchObject({ index: 5, steps: 36 });
  await page.getByRole('link', { name: '在探索页中打开' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '转置卷积', exact: true })).toBeVisible();
  await expect(page.getByText('36 / 36')).toBeVisible();
  await page.getByRole('link', { name: '返回课程' }).click();
  await expect.poll(() => state(page)).toMatchObject({ index: 5, steps: 36, hash: '#crop' });
});
