import type { Page } from 'playwright/test';
import { violations } from './axe.js';
import { expect, test } from './support.js';

/** In menu order: name, name in Chinese, dense multiply-adds of the example, as the worked examples have them. */
const variants = [
  ['Standard convolution', '标准卷积', '972'],
  ['Strided convolution', '带步幅的卷积', '36'],
  ['Padded convolution', '带填充的卷积', '81'],
  ['Dilated convolution', '空洞卷积', '81'],
  ['Grouped convolution', '分组卷积', '648'],
  ['Depthwise convolution', '深度卷积（逐通道卷积）', '243'],
  ['Pointwise convolution', '逐点卷积', '300'],
  ['Depthwise separable convolution', '深度可分离卷积', '351'],
  ['Spatially separable convolution', '空间可分离卷积', '72'],
  ['Transposed convolution', '转置卷积', '36'],
] as const;

const counter = (page: Page, name: string) => page.locator(`conv-counts [data-counter="${name}"] .value`);

test.use({ reducedMotion: 'reduce' });

for (const locale of ['en-US', 'zh-CN'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('arrow keys go through the ten variants, each with its name and example, and axe finds nothing', async ({
      page,
    }) => {
      test.setTimeout(120_000);
      await page.goto('/');
      await expect(counter(page, 'progress')).toHaveText('0 / 972');
      const picker = page.getByRole('radiogroup').or(page.locator('.variants fieldset'));
      await picker.first().getByRole('radio').first().focus();
      for (const [place, [english, chinese, total]] of variants.entries()) {
        if (place > 0) await page.keyboard.press('ArrowRight');
        const name = locale === 'en-US' ? english : chinese;
        await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
        await expect(page.locator('.stage[data-stage]')).toHaveAttribute(
          'aria-label',
          new RegExp(`^${escaped(name)}`),
        );
        await expect(counter(page, 'progress'), english).toHaveText(`0 / ${total}`);
        await page.evaluate(() => Object.assign(document.querySelector('conv-explorer')!, { step: 17 }));
        await expect(counter(page, 'progress'), english).toHaveText(`17 / ${total}`);
        // The markup is the same in both languages: one variant of two stages and the one with a walk are enough in the second.
        if (locale === 'en-US' || place === 7 || place === 9)
          expect(await violations(page), english).toEqual([]);
      }
    });
  });
}

function escaped(text: string): string {
  return text.replace(/[()（）]/g, '\\$&');
}

test.describe('the controls', () => {
  test.use({ locale: 'en-US' });

  test('in a drag of a slider the next frame always shows the last value', async ({ page }) => {
    await page.goto('/?input=16x16x16&filters=2&views=scene');
    await expect(counter(page, 'shape')).toHaveText('14 × 14 × 2');
    const late = await page.evaluate(async () => {
      const root = document.querySelector('conv-explorer')!.shadowRoot!;
      const inside = (tag: string) => root.querySelector(tag)!.shadowRoot!;
      const slider = inside('conv-controls').querySelector<HTMLInputElement>('[data-field="filters"] input')!;
      const shape = () => inside('conv-counts').querySelector('[data-counter="shape"] .value')!.textContent;
      const scene = () => inside('conv-scene').querySelector('.labels')!.textContent;
      /** Resolves when the browser has presented the frame that comes now. */
      const presented = () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = resolve;
            port2.postMessage(null);
          });
        });
      const missed: string[] = [];
      for (const value of [3, 4, 7, 11, 16, 15, 9, 2, 1, 12]) {
        slider.value = String(value);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await presented();
        if (!shape().endsWith(`× ${value}`)) missed.push(`counts of ${value}: ${shape()}`);
        if (!scene()?.includes(`14×14×${value}`)) missed.push(`scene of ${value}: ${scene()}`);
      }
      return missed;
    });
    expect(late).toEqual([]);
  });

  test('settings that exclude each other are explained, and every view keeps the last legal state', async ({
    page,
  }) => {
    await page.goto('/?variant=grouped');
    await expect(counter(page, 'progress')).toHaveText('0 / 648');
    const groups = page.getByRole('spinbutton', { name: 'Groups' });
    await groups.fill('3');
    await groups.press('Tab');
    await expect(page.locator('[data-field="groups"] .problem').first()).toContainText('4 mod 3 = 1');
    await expect(page.getByText('The last setting that works is shown.').first()).toBeVisible();
    await expect(counter(page, 'progress')).toHaveText('0 / 648');
    await expect(page.locator('conv-scene .labels')).toContainText('3×3×4');
    expect(await violations(page)).toEqual([]);

    await page.locator('.variants').getByText('Transposed', { exact: true }).click();
    await expect(counter(page, 'shape')).toHaveText('5 × 5 × 1');
    await page.getByText('More settings').click();
    const size = page.getByRole('spinbutton', { name: /^Output size/ });
    await size.fill('7');
    await size.press('Tab');
    await expect(page.locator('[data-field="outputSize"]')).toContainText(
      '7 − ((2 − 1)·2 + 3 − 0) = 2 ≥ max(2, 1)',
    );
    await expect(counter(page, 'shape')).toHaveText('5 × 5 × 1');
    await page.getByRole('button', { name: '6: output padding 1' }).click();
    await expect(counter(page, 'shape')).toHaveText('6 × 6 × 1');
  });

  test('undo and redo go back and forth through settings and variants, by key and by button', async ({
    page,
  }) => {
    await page.goto('/?variant=dilated');
    await expect(counter(page, 'progress')).toHaveText('0 / 81');
    const rate = page.getByRole('spinbutton', { name: /^Dilation rate/ });
    await rate.fill('1');
    await rate.press('Tab');
    await expect(counter(page, 'progress')).toHaveText('0 / 225');
    await page.locator('.variants').getByText('Pointwise', { exact: true }).click();
    await expect(counter(page, 'progress')).toHaveText('0 / 300');
    await page.keyboard.press('Control+z');
    await expect(counter(page, 'progress')).toHaveText('0 / 225');
    await page.keyboard.press('Control+z');
    await expect(counter(page, 'progress')).toHaveText('0 / 81');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect(counter(page, 'progress')).toHaveText('0 / 225');
    await page.keyboard.press('Control+Shift+z');
    await expect(page.getByRole('heading', { level: 2, name: 'Pointwise convolution' })).toBeVisible();
  });

  test('a number that is edited is computed with at once, and Ctrl+Z brings the old one back', async ({
    page,
  }) => {
    await page.goto('/?variant=dilated&step=81&views=grid');
    const output = page.getByRole('gridcell', { name: 'Output, channel 1, row 1, column 1:' });
    await expect(output).toHaveText('−173');
    await page.getByRole('gridcell', { name: 'Input, channel 1, row 1, column 1:' }).dblclick();
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await expect(output).toHaveText('−181');
    await page.keyboard.press('Control+z');
    await expect(output).toHaveText('−173');
    await page.locator('conv-controls .weights > summary').click();
    await page.getByRole('combobox', { name: 'Kernel 3×3' }).selectOption('box');
    await expect(output).toHaveText('153');
  });

  test('views open on request and show the same cell', async ({ page }) => {
    await page.goto('/?variant=dilated&step=9&views=grid');
    await expect(counter(page, 'progress')).toHaveText('9 / 81');
    await expect(page.locator('conv-matrix')).toHaveCount(0);
    const views = page.getByRole('group', { name: 'Views' });
    for (const view of ['Channels', 'Matrix', 'Compare'])
      await views.getByRole('button', { name: view }).click();
    await expect(page.locator('conv-matrix')).toContainText('−173');
    await expect(page.getByRole('combobox', { name: 'Compare' })).toHaveValue('stride-rate');
    await expect(page.locator('conv-compare')).toContainText('strided');
    expect(await violations(page)).toEqual([]);
    await views.getByRole('button', { name: 'Tables' }).click();
    await expect(page.locator('conv-grid')).toHaveCount(0);
  });
});
