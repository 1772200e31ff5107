/**
 * The site under the policy of scripts/headers.mjs. Every other end-to-end test runs under it too: a breach is a console error,
 * and that fails them.
 */
import type { Page } from 'playwright/test';
import { headers, settings } from '../../scripts/headers.mjs';
import { expect, test } from './support.js';

/** What the page reports as refused, from before its first script. */
async function watchBreaches(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const breaches: string[] = [];
    Object.assign(window, { breaches });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
      breaches.push(`${effectiveDirective} refused ${blockedURI} of ${sourceFile}`),
    );
  });
  return () => page.evaluate(() => (window as unknown as { breaches: string[] }).breaches);
}

/** Serves the start page with something added before its end, and with other headers if asked. */
async function alterPage(page: Page, alter: (html: string) => string, without: string[] = []): Promise<void> {
  await page.route('**/altered.html', async (route) => {
    const url = new URL('./index.html', route.request().url()).href;
    const response = await route.fetch({ url });
    const kept = Object.entries(response.headers()).filter(
      ([name]) => ![...without, 'content-length', 'content-encoding'].includes(name),
    );
    await route.fulfill({ headers: Object.fromEntries(kept), body: alter(await response.text()) });
  });
  await page.goto('altered.html');
}

test.use({ reducedMotion: 'reduce', locale: 'en-US' });

test('every file comes with every header', async ({ request }) => {
  for (const path of ['./', 'lessons/zh/01-one-window/', 'manifest.json', 'service-worker.js']) {
    const response = await request.get(path);
    expect(response.ok(), path).toBe(true);
    for (const [name, value] of Object.entries(headers))
      expect(response.headers()[name.toLowerCase()], `${name} of ${path}`).toBe(value);
  }
});

/** One of each look: a layer, a layer in parts, two stages, stamps. The other variants are gone through in variants.spec.ts. */
const looks = [
  ['standard', 'en'],
  ['grouped', 'en'],
  ['separable', 'en'],
  ['transposed', 'zh'],
] as const;

for (const [variant, language] of looks) {
  test(`no view of ${variant} breaks the policy (${language})`, async ({ page }) => {
    const breaches = await watchBreaches(page);
    await page.goto(`?variant=${variant}&lang=${language}&step=20`);
    await expect(page.locator('.toggles button').first()).toBeVisible();
    // A view that only this layer has may come while the others are being switched on.
    const off = page.locator('.toggles button[aria-pressed="false"]');
    while ((await off.count()) > 0) await off.first().click();
    await expect(page.locator('conv-compare:defined')).toBeVisible();
    await expect(page.locator('conv-explorer :not(:defined)')).toHaveCount(0);
    await page.keyboard.press('End');
    await expect(page.locator('conv-compare table, conv-compare canvas').first()).toBeVisible();
    expect(await breaches()).toEqual([]);
  });
}

// A translated lesson has the elements and states of the English one: a few stand for all.
for (const [language, every] of [
  ['en', 1],
  ['zh', 5],
] as const) {
  test(`no lesson breaks the policy (${language})`, async ({ page }) => {
    test.setTimeout(180_000);
    const breaches = await watchBreaches(page);
    await page.goto('lessons/');
    const links = page.locator(`.contents a[href*="/${language}/"]`);
    const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses.filter((_, place) => place % every === 0)) {
      await page.goto(address);
      await page.waitForFunction(() => (document.querySelector('conv-lesson')?.figure?.steps ?? 0) > 0);
      expect(await breaches(), address).toEqual([]);
    }
  });
}

test('the print rules of a handout come under the policy', async ({ page }) => {
  const breaches = await watchBreaches(page);
  await page.goto('lessons/en/01-one-window/');
  await page.waitForFunction(() => (document.querySelector('conv-lesson')?.figure?.steps ?? 0) > 0);
  await page.evaluate(async () => {
    window.print = () => undefined;
    await document.querySelector('conv-lesson')!.printHandout();
  });
  await expect(page.locator('.handout-answers')).toBeHidden();
  const formulas = page.locator('.handout-still img');
  expect(
    await formulas.evaluateAll((all) => all.every((each) => (each as HTMLImageElement).naturalWidth > 0)),
  ).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.handout-answers')).toHaveCSS('break-before', 'page');
  expect(await breaches()).toEqual([]);
});

test('what does not come from the site does not run: scripts and styles in the page, foreign pictures', async ({
  page,
  complaints,
}) => {
  const breaches = await watchBreaches(page);
  const foreign = `<script>document.title = 'inline';</script>
    <script src="https://example.com/script.js"></script>
    <style>html { display: none; }</style>
    <img src="https://example.com/picture.png" alt="" onerror="document.title = 'handler'" />`;
  await alterPage(page, (html) => html.replace('</body>', `${foreign}</body>`));
  await expect(page.getByText('0 / 972')).toBeVisible();
  await expect(page).not.toHaveTitle(/inline|handler/);
  expect((await breaches()).map((breach) => breach.split(' of ')[0]).sort()).toEqual([
    'img-src refused https://example.com/picture.png',
    'script-src-attr refused inline',
    'script-src-elem refused https://example.com/script.js',
    'script-src-elem refused inline',
    'style-src-elem refused inline',
  ]);
  expect(complaints.length).toBeGreaterThanOrEqual(5);
  complaints.length = 0;
});

test('no text becomes markup or a script', async ({ page, complaints }) => {
  await page.goto('./');
  await expect(page.getByText('0 / 972')).toBeVisible();
  const refused = await page.evaluate(() => {
    const attempts = {
      innerHTML: () => {
        document.body.innerHTML = '<b>text</b>';
      },
      script: () => {
        document.createElement('script').text = 'document.title = "text"';
      },
      worker: () => new Worker('/assets/worker.js'),
      policy: () =>
        (
          window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
        ).trustedTypes.createPolicy('another', {}),
    };
    return Object.entries(attempts).flatMap(([name, attempt]) => {
      try {
        attempt();
        return [];
      } catch {
        return [name];
      }
    });
  });
  expect(refused).toEqual(['innerHTML', 'script', 'worker', 'policy']);
  complaints.length = 0;
});

test('the policy in the page itself serves where a host sends no headers', async ({ page, complaints }) => {
  const breaches = await watchBreaches(page);
  const alter = (html: string) =>
    html
      .replace('<meta charset="utf-8" />', `$&${settings.page()}`)
      .replace('</body>', `<script>document.title = 'inline';</script></body>`);
  await alterPage(page, alter, ['content-security-policy']);
  await expect(page.getByText('0 / 972')).toBeVisible();
  await expect(page).not.toHaveTitle('inline');
  expect((await breaches()).map((breach) => breach.split(' of ')[0])).toEqual([
    'script-src-elem refused inline',
  ]);
  complaints.length = 0;
});

test('in a frame that may only run scripts the site works as well', async ({ page, baseURL }) => {
  await page.setContent(
    `<iframe sandbox="allow-scripts" src="${baseURL}?lang=en" title="Convscope" width="1000" height="700"></iframe>`,
  );
  await expect(page.frameLocator('iframe').getByText('0 / 972')).toBeVisible();
});
