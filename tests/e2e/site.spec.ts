import { violations } from './axe.js';
import { expect, test } from './support.js';

test('the page loads and its element comes to life', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/Convscope/);
  await expect(page.locator('conv-explorer:defined')).toBeVisible();
});

test('without scripts the page says in both languages what it needs', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL ?? '');
  await expect(page.getByText('See what a convolution does')).toBeVisible();
  await expect(page.getByText('看清卷积的每一步')).toBeVisible();
  // In the source only: a browser whose driver switches scripts off still hides <noscript>.
  const source = await page.content();
  expect(source).toContain('This page needs JavaScript');
  expect(source).toContain('本页需要 JavaScript');
  await context.close();
});

test('the help leads to the reference, whose examples run and whose tags are copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./?lang=en');
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('link', { name: 'For authors' }).click();
  await page.getByRole('link', { name: '<conv-grid>' }).click();
  await expect(page.getByRole('gridcell', { name: 'Output, channel 1, row 1, column 1:' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy tag' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('<conv-grid></conv-grid>');
  expect(await violations(page)).toEqual([]);
});
