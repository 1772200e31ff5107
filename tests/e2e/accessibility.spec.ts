import { violations } from './axe.js';
import { expect, test } from './support.js';

test.use({ reducedMotion: 'reduce' });

for (const { locale, total } of [
  { locale: 'en-US', total: '0 / 972' },
  { locale: 'zh-CN', total: '0 / 972' },
]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });

      test('axe finds nothing, at the start, in the middle, and with a refused setting', async ({ page }) => {
        await page.goto('/');
        await expect(page.getByText(total)).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await page.evaluate(() =>
          Object.assign(document.querySelector('conv-explorer')!, { step: 40, padding: 'same' }),
        );
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('conv-explorer'))
            details.setAttribute('groups', '2');
        });
        await expect(page.locator('conv-controls .problem').first()).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });
    });
  }
}

test('in forced colours the controls and the tables stay legible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/');
  await expect(page.getByText('0 / 972')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('text at twice the size loses nothing and does not scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
  await expect(page.getByText('0 / 972')).toBeVisible();
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overflow).toBe(0);
});
