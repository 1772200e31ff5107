import type { Page } from 'playwright/test';
import { expect, test } from './support.js';

/** The explorer's own step, which a person has no number for. */
const step = (page: Page): Promise<number> =>
  page.evaluate(() => (document.querySelector('conv-explorer') as unknown as { step: number }).step);

const output = (page: Page, row: number, column: number) =>
  page.getByRole('gridcell', { name: `Output, channel 1, row ${row}, column ${column}:` });

/** A PNG of one colour, made in the page. */
async function picture(page: Page, width: number, height: number, colour: string): Promise<Buffer> {
  const url = await page.evaluate(
    ([w, h, fill]) => {
      const canvas = document.createElement('canvas');
      canvas.width = w;
      canvas.height = h;
      const context = canvas.getContext('2d')!;
      context.fillStyle = fill;
      context.fillRect(0, 0, w, h);
      return canvas.toDataURL('image/png');
    },
    [width, height, colour] as const,
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

test.use({ reducedMotion: 'reduce', locale: 'en-US' });

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('0 / 972')).toBeVisible();
});

test('a newcomer plays the standard convolution and reads its numbers', async ({ page }) => {
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await expect(output(page, 1, 1)).toHaveText('18', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  expect(await step(page)).toBeGreaterThanOrEqual(27);
});

test('every output number of the run is the worked example’s', async ({ page }) => {
  await page.getByRole('slider', { name: 'Position in the run' }).focus();
  await page.keyboard.press('End');
  const cells = page.getByRole('gridcell', { name: /^Output, channel 1/ });
  await expect(cells).toHaveText(['18', '8', '4', '14', '3', '5', '8', '5', '14']);
  const last = page.getByRole('gridcell', { name: /^Output, channel 4/ });
  await expect(last).toHaveText(['−9', '−3', '12', '−6', '2', '15', '4', '12', '22']);
});

test('typed numbers become the input, and a bad text keeps the previous one', async ({ page }) => {
  await page.locator('[data-panel=input] > summary').click();
  await page.getByText('Type or paste numbers').click();
  const text = page.getByRole('textbox', { name: 'Type or paste numbers' });
  await text.fill('1 2 3 4\n5 6 7 8\n9 10 11 12\n13 14 15 16');
  await page.getByRole('button', { name: 'Use these numbers' }).click();
  await expect(page.getByText('Your numbers: 4×4×1')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: 'Input, channel 1, row 4, column 4: 16' })).toBeVisible();
  await text.fill('1 2 3\n4 5');
  await page.getByRole('button', { name: 'Use these numbers' }).click();
  await expect(page.getByText(/row 2.*The previous input stays\./)).toBeVisible();
  await expect(page.getByRole('gridcell', { name: 'Input, channel 1, row 4, column 4: 16' })).toBeVisible();
});

test('a picture from the picker becomes three channels of bytes', async ({ page }) => {
  const buffer = await picture(page, 40, 20, 'rgb(200, 100, 50)');
  await page.locator('[data-panel=input] > summary').click();
  await page.locator('input[type=file]').setInputFiles({ name: 'wall.png', mimeType: 'image/png', buffer });
  await expect(page.getByText('wall.png: 40×20, reduced to 8×16×3')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: /^Input, channel 1, row 1, column 1: 200/ })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: /^Input, channel 3, row 1, column 1: 50/ })).toBeVisible();
});

test('a picture dropped anywhere is used, a text called PNG is refused', async ({ page }) => {
  const drop = async (bytes: Buffer, name: string): Promise<void> => {
    const transfer = await page.evaluateHandle(
      ([data, file]) => {
        const dropped = new DataTransfer();
        dropped.items.add(new File([Uint8Array.from(data)], file, { type: 'image/png' }));
        return dropped;
      },
      [[...bytes], name] as const,
    );
    await page.locator('conv-explorer header').dispatchEvent('drop', { dataTransfer: transfer });
  };
  await drop(await picture(page, 8, 8, 'rgb(1, 2, 3)'), 'small.png');
  await expect(page.getByText('small.png: 8×8, reduced to 8×8×3')).toBeVisible();
  await drop(Buffer.from('<html>no picture</html>'), 'fake.png');
  await expect(page.getByText('This is not an image. The previous input stays.')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: /^Input, channel 2, row 8, column 8: 2/ })).toBeVisible();
});

test('a setting that cannot run is explained in place, and the picture stays', async ({ page }) => {
  const kernel = page.getByRole('spinbutton', { name: /^Kernel/ });
  await kernel.fill('9');
  await kernel.press('Tab');
  await expect(page.getByText('The last setting that works is shown.').first()).toBeVisible();
  await expect(page.getByText('⌊(5 + 0 + 0 − 9) / 1⌋ + 1').first()).toBeVisible();
  await expect(page.getByText('0 / 972')).toBeVisible();
  await kernel.fill('2');
  await kernel.press('Tab');
  await expect(page.getByText('0 / 768')).toBeVisible();
});

test('an emptied number gets its old value back', async ({ page }) => {
  const kernel = page.getByRole('spinbutton', { name: /^Kernel/ });
  await kernel.fill('');
  await kernel.press('Tab');
  await expect(kernel).toHaveValue('3');
});

test('what is pointed at is said, a pin is let go by Escape and by playing', async ({ page }) => {
  const sentence = page.locator('conv-explorer .sentence');
  await page.getByRole('gridcell', { name: 'Input, channel 1, row 1, column 2:' }).hover();
  await expect(sentence).toHaveText('Input channel 1, row 1, column 2, value 1: used by 8 output cells.');
  await output(page, 1, 1).click();
  await expect(sentence).toContainText('Pinned');
  await page.keyboard.press('Escape');
  await page.mouse.move(0, 0);
  await expect(sentence).toContainText('Ready');
});

test('language and theme change at once and leave the run where it is', async ({ page }) => {
  await page.evaluate(() => Object.assign(document.querySelector('conv-explorer')!, { step: 27 }));
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh');
  await expect(
    page.getByText('滤波器 1，输出第 1 行第 1 列：三个通道的部分和 10、5、3 相加，得 18。').first(),
  ).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await page.getByRole('combobox', { name: '主题' }).selectOption('board');
  await expect(page.locator('conv-explorer')).toHaveCSS('color-scheme', 'dark');
  expect(await step(page)).toBe(27);
});

test('pointing works in both directions', async ({ page }) => {
  await page.evaluate(() => Object.assign(document.querySelector('conv-explorer')!, { step: 972 }));
  await output(page, 2, 2).hover();
  const lit = (tensor: string) => page.locator(`conv-grid [data-tensor="${tensor}"] td.highlighted`);
  await expect(lit('input')).toHaveCount(27);
  await page.getByRole('gridcell', { name: 'Input, channel 1, row 1, column 1:' }).hover();
  await expect(lit('output')).toHaveCount(4);
});

for (const width of [320, 360, 768, 1280, 3840]) {
  test(`nothing scrolls sideways at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await expect
      .poll(() =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      )
      .toBe(0);
  });
}

test('Tab goes through the whole page and comes out at its end', async ({ page }) => {
  const seen = new Set<number>();
  for (let press = 0; press < 150; press += 1) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => {
      let element: Element | null = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (element === null || element === document.body) return 'out';
      const met = ((window as unknown as { met?: Element[] }).met ??= []);
      const known = met.indexOf(element);
      return known >= 0 ? known : met.push(element) - 1;
    });
    if (place === 'out') break;
    expect(seen.has(place), `focus is caught at stop ${place}`).toBe(false);
    seen.add(place);
  }
  expect(seen.size).toBeGreaterThan(20);
});
