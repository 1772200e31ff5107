/** The site after its first visit, with its server stopped, slow, or newer. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { ConvValue } from '../../components/conv-value/conv-value.js';
import { ownSite } from './addresses.js';
import { OwnServer } from './own-server.js';
import { expect, test as base } from './support.js';

const test = base.extend<{ server: OwnServer }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern.
  server: async ({}, use) => {
    const server = new OwnServer();
    await server.start();
    await use(server);
    await server.remove();
  },
});

test.use({ baseURL: ownSite.url, serviceWorkers: 'allow', reducedMotion: 'reduce', locale: 'en-US' });

/** Opens the site and waits until it has its copy. */
async function visit(page: Page): Promise<void> {
  await page.goto('./');
  await expect(page.getByText('0 / 972')).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

const output = (page: Page) => page.getByRole('gridcell', { name: 'Output, channel 1, row 1, column 1:' });

test('after one visit the whole site works without its server, at any query, in both languages', async ({
  page,
  server,
}) => {
  await visit(page);
  await server.stop();

  await page.goto('?variant=dilated&step=81&views=grid');
  await expect(output(page)).toHaveText('−173');
  await page.goto('index.html?utm_source=mail&variant=transposed&lang=zh&views=matrix,compare');
  await expect(page.getByRole('heading', { level: 2, name: '转置卷积', exact: true })).toBeVisible();
  await expect(page.locator('conv-matrix:defined')).toBeVisible();
  await expect(page.locator('conv-compare:defined')).toBeVisible();

  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('lessons/?from=home');
  await page.getByRole('link', { name: '一个窗口' }).click();
  await page.locator('#add h2').evaluate((heading) => heading.scrollIntoView({ block: 'center' }));
  const sum = page.locator('#add conv-value[of="sum"]');
  await expect.poll(() => sum.evaluate((element) => (element as ConvValue).text)).toBe('10');
  await expect(page.getByRole('button', { name: '下一步' })).toBeVisible();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(20, 24, 29)');
  expect(await page.evaluate(() => document.fonts.size)).toBeGreaterThan(0);
});

test('the page of the first visit itself goes on when the network goes', async ({ page, server }) => {
  await visit(page);
  await server.stop();
  await page.locator('.toggles').getByRole('button', { name: 'Matrix' }).click();
  await expect(page.locator('conv-matrix:defined')).toBeVisible();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh');
  await expect(page.getByRole('heading', { level: 2, name: '标准卷积' })).toBeVisible();
});

test('a network that never answers is not waited for', async ({ page, server }) => {
  await visit(page);
  await server.stop();
  const silent = createServer().listen(ownSite.port, '127.0.0.1');
  await page.goto('?variant=dilated&step=81&views=grid');
  await expect(output(page)).toHaveText('−173');
  silent.close();
});

test('what the site does not have is not made up', async ({ page, server, complaints }) => {
  await visit(page);
  const [online, post] = await page.evaluate(async () => {
    const missing = await fetch('./no-such-file.js');
    const sent = await fetch('./', { method: 'POST', body: '' }).catch(() => null);
    return [missing.status, sent?.status ?? null];
  });
  expect(online).toBe(404);
  expect(post).not.toBe(200);
  await server.stop();
  await expect(page.goto('no-such-page.html')).rejects.toThrow(/ERR_/);
  complaints.length = 0;
});

/** Publishes another version: another title, and the worker that the build would have made for it. */
function publish(server: OwnServer, title: string, version: string): void {
  const change = (path: string, from: RegExp, to: string) => {
    const file = join(server.folder, path);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(from);
    writeFileSync(file, text.replace(from, to));
  };
  change('lessons/index.html', /<title>[^<]*/, `<title>${title}`);
  change('service-worker.js', /`[0-9a-f]{16}`/, `\`${version}\``);
}

test('a new version is seen at once, kept beside the old one, and takes over at the next visit', async ({
  page,
  context,
  server,
}) => {
  await visit(page);
  const [old] = await cacheNames(page);
  publish(server, 'Second edition', '0123456789abcdef');

  await page.goto('lessons/');
  await expect(page).toHaveTitle('Second edition');
  const waiting = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state);
  await expect.poll(waiting).toBe('installed');
  expect(await cacheNames(page)).toContain(old);

  await page.close();
  const kept = async () => {
    const next = await context.newPage();
    await next.goto('lessons/');
    const names = await cacheNames(next);
    await next.close();
    return names;
  };
  await expect.poll(kept).toEqual([expect.stringMatching(/ 0123456789abcdef$/)]);
  await server.stop();
  const next = await context.newPage();
  await next.goto('lessons/?again');
  await expect(next).toHaveTitle('Second edition');
});

test('a copy that cannot be completed changes nothing', async ({ page, server }) => {
  await visit(page);
  const [old] = await cacheNames(page);
  publish(server, 'Half an edition', 'fedcba9876543210');
  writeFileSync(
    join(server.folder, 'service-worker.js'),
    readFileSync(join(server.folder, 'service-worker.js'), 'utf8').replace(
      './favicon.svg',
      './not-there.svg',
    ),
  );
  const failed = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    await new Promise((resolve) => installing?.addEventListener('statechange', resolve));
    return installing?.state;
  });
  expect(failed).toBe('redundant');
  await server.stop();
  await page.goto('lessons/');
  await expect(page).toHaveTitle(/^Lessons/);
  expect(await cacheNames(page)).toContain(old);
});
