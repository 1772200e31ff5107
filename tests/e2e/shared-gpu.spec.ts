import type { Page } from 'playwright/test';
import { browserLaunchOptions } from '../../scripts/browser.mjs';
import { expect, test, testPagesUrl } from './support.js';

interface Counted {
  contexts: number;
  frames: number;
  draws: number;
  /** GL calls of any kind. */
  calls: number;
  /** Canvases that got a picture. */
  pictures: number;
}

/** Of pages/fifty.ts. */
declare const visits: {
  mount(count: number): Promise<void>;
  clear(): void;
  leftovers(): Promise<{ textures: number; holders: number; figures: number }>;
};

/** Counts all that from before the page's first script. */
async function count(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = { contexts: 0, frames: 0, draws: 0, calls: 0, pictures: 0 };
    // Held weakly: a canvas holds the figure that it stands in.
    const pictures = new WeakSet();
    Object.assign(window, { counted });
    const { drawImage } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.drawImage = function (
      this: CanvasRenderingContext2D,
      ...parameters: unknown[]
    ) {
      if (!pictures.has(this.canvas)) counted.pictures += 1;
      pictures.add(this.canvas);
      (drawImage as (...all: unknown[]) => void).apply(this, parameters);
    } as typeof drawImage;
    const known = new WeakSet<object>();
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...parameters: unknown[]) {
      const context = (getContext as (...all: unknown[]) => RenderingContext | null).apply(this, parameters);
      if (context instanceof WebGL2RenderingContext && !known.has(context)) {
        known.add(context);
        counted.contexts += 1;
      }
      return context;
    } as typeof getContext;
    const { requestAnimationFrame: request } = window;
    window.requestAnimationFrame = (callback) => {
      counted.frames += 1;
      return request.call(window, callback);
    };
    const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, unknown>;
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (typeof value !== 'function' || name === 'constructor') continue;
      const call = value as (...all: unknown[]) => unknown;
      prototype[name] = function (this: WebGL2RenderingContext, ...parameters: unknown[]) {
        counted.calls += 1;
        if (name.startsWith('draw') && name !== 'drawBuffers') counted.draws += 1;
        return call.apply(this, parameters);
      };
    }
  });
}

const counts = (page: Page): Promise<Counted> =>
  page.evaluate(() => ({ ...(window as unknown as { counted: Counted }).counted }));

/** Waits until two whole seconds pass without a frame or a GL call. */
async function settle(page: Page): Promise<Counted> {
  let before: Counted = { contexts: 0, frames: -1, draws: -1, calls: -1, pictures: 0 };
  await expect
    .poll(
      async () => {
        const now = await counts(page);
        const still = now.frames === before.frames && now.calls === before.calls;
        before = now;
        return still;
      },
      { intervals: [2000], timeout: 45_000 },
    )
    .toBe(true);
  return before;
}

const launchOptions = browserLaunchOptions();
test.use({
  reducedMotion: 'reduce',
  viewport: { width: 1000, height: 800 },
  launchOptions: { ...launchOptions, args: [...launchOptions.args, '--js-flags=--expose-gc'] },
});

test('fifty figures share one context, draw only what is seen, rest, and leave nothing behind', async ({
  page,
}) => {
  await count(page);
  await page.goto(`${testPagesUrl}/fifty.html`);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('conv-figure')].every((figure) => figure.steps > 0),
  );
  const settled = await settle(page);
  expect(settled.contexts).toBe(1);
  expect(settled.pictures).toBeGreaterThan(0);
  expect(settled.pictures).toBeLessThan(10);
  await page.evaluate(() => {
    document.querySelectorAll('conv-figure')[49].scrollIntoView();
  });
  // A busy machine may need more than a second for the next picture.
  await expect.poll(async () => (await counts(page)).draws).toBeGreaterThan(settled.draws);
  const scrolled = await settle(page);
  expect(scrolled.contexts).toBe(1);
  await page.evaluate(() => visits.mount(100));
  await page.evaluate(() => {
    visits.clear();
  });
  // The collector takes some objects only after finalisers ran.
  await expect
    .poll(() => page.evaluate(() => visits.leftovers()))
    .toEqual({ textures: 0, holders: 0, figures: 0 });
});

test('after a GPU crash in mid-animation the figure goes on with the right numbers', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await expect(page.getByText('0 / 972')).toBeVisible();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const crash = await context.newPage();
  await crash.goto('chrome://gpucrash').catch(() => undefined);
  await crash.close();
  await page.bringToFront();
  const first = page.getByRole('gridcell', { name: 'Output, channel 1, row 1, column 1:' });
  await expect(first).toHaveText('18', { timeout: 40_000 });
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByText('More settings').click();
  const filters = page.getByRole('spinbutton', { name: /^Filters/ });
  await filters.fill('2');
  await filters.press('Tab');
  await expect(page.getByText('/ 486')).toBeVisible({ timeout: 30_000 });
});

test('without WebGL2 every number is there, and the picture’s place says what is missing', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas] as { prototype: HTMLCanvasElement }[]) {
      const { getContext } = prototype;
      prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind === 'webgl2'
          ? null
          : (getContext as (...all: unknown[]) => unknown).call(this, kind, ...rest);
      } as typeof getContext;
    }
  });
  await page.goto('/');
  await expect(page.getByText('This browser gives no WebGL2')).toBeVisible();
  await page.getByRole('slider', { name: 'Position in the run' }).focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('gridcell', { name: /^Output, channel 1, row 1, column 1:/ })).toHaveText('18');
});
