/** Figures on other people's pages: the page for frames, and the one-file module under the strictest policy a host may have. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright/test';
import type { ConvFigure } from '../../components/conv-figure/conv-figure.js';
import type { HeightMessage } from '../../components/conv-embed/frame-messages.js';
import { violations } from './axe.js';
import { expect, test, testPagesUrl } from './support.js';

const root = join(import.meta.dirname, '../..');
const oneFile = readFileSync(join(root, 'dist/cdn/convscope.js'), 'utf8');

/** The policy of docs/hosting.md for pages that embed a figure, and nothing else allowed. */
const strictest =
  "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; " +
  "trusted-types lit-html 'allow-duplicates'";

test.use({ reducedMotion: 'reduce', locale: 'en-US' });

/** A page of another origin than the site's, with a frame in it. */
async function frameOn(page: Page, src: string, attributes: Record<string, string>): Promise<void> {
  await page.goto(`${testPagesUrl}/host.html`);
  await page.evaluate(
    (given) => {
      const frame = document.createElement('iframe');
      for (const [name, value] of Object.entries(given)) frame.setAttribute(name, value);
      document.body.append(frame);
    },
    { title: 'Figure', ...attributes, src },
  );
}

const output = { name: 'Output, channel 1, row 1, column 1:' };

test('the page for frames runs from a file, with the query of a link', async ({ page }) => {
  const file = pathToFileURL(join(root, 'dist/embed.html')).href;
  await page.goto(`${file}?variant=dilated&step=81&views=grid&lang=zh`);
  await expect(page.getByRole('gridcell').filter({ hasText: '−173' }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('button', { name: '重新播放', exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('in a sandbox of another origin the frame has the height of its page, obeys, and tells where it is large', async ({
  page,
  baseURL,
  complaints,
}) => {
  await frameOn(page, `${baseURL}embed.html?variant=dilated&views=grid&hide=counts`, {
    ...{ name: 'first', sandbox: 'allow-scripts', width: '320', height: '200' },
  });
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')!;
    window.addEventListener('message', ({ source, data }: MessageEvent<HeightMessage>) => {
      if (source !== frame.contentWindow || data.convscope !== 1 || data.type !== 'height') return;
      frame.height = String(data.height);
      frame.dataset.name = data.name;
    });
    frame.contentWindow?.postMessage({ convscope: 1, type: 'height' }, '*');
  });
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('gridcell', output)).toBeVisible();
  const ask = (message: object) =>
    page.evaluate((sent) => document.querySelector('iframe')!.contentWindow!.postMessage(sent, '*'), message);
  await ask({ convscope: 1, type: 'seek', step: 81 });
  await expect(frame.getByRole('gridcell', output)).toHaveText('−173');
  const overflow = () =>
    frame
      .locator('html')
      .evaluate((html) => [html.scrollHeight - html.clientHeight, html.scrollWidth - html.clientWidth]);
  await expect.poll(overflow).toEqual([0, 0]);
  await expect(page.locator('iframe')).toHaveAttribute('data-name', 'first');

  await frame.getByRole('link', { name: 'Open large' }).click();
  await expect(frame.getByRole('textbox', { name: /may open no windows/ })).toHaveValue(
    `${baseURL}?hide=counts#v=1&variant=dilated&step=81&views=grid`,
  );
  expect(complaints.every((complaint) => complaint.includes('Blocked opening'))).toBe(true);
  complaints.length = 0;
});

test('a frame that may open windows opens the site with the same state', async ({ page, baseURL }) => {
  await frameOn(page, `${baseURL}embed.html?variant=depthwise&step=9`, { width: '600', height: '900' });
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('9 / 243')).toBeVisible();
  const opening = page.waitForEvent('popup');
  await frame.getByRole('link', { name: 'Open large' }).click();
  const opened = await opening;
  expect(opened.url()).toBe(`${baseURL}#v=1&variant=depthwise&step=9`);
});

test('under a strict policy a figure works, a second version changes nothing, and a moved one keeps its state', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const breaches: string[] = [];
    Object.assign(window, { breaches });
    document.addEventListener('securitypolicyviolation', (event) =>
      breaches.push(`${event.effectiveDirective} ${event.blockedURI}`),
    );
  });
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  const older = oneFile.replaceAll('0.1.0', '0.0.9');
  expect(older).not.toBe(oneFile);
  const body = `<script type="module" src="script.js"></script><script type="module" src="older.js"></script>
    <main><conv-figure variant="dilated" views="scene formula counts grid matrix"></conv-figure></main><aside></aside>`;
  const answers = {
    'strict.html': {
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': strictest },
      body: `<!doctype html><html lang="en"><meta charset="utf-8" /><title>Strict</title>${body}</html>`,
    },
    'script.js': { contentType: 'text/javascript', body: oneFile },
    'older.js': { contentType: 'text/javascript', body: older },
    'favicon.ico': { body: '' },
  };
  for (const [name, answer] of Object.entries(answers))
    await page.route(`${testPagesUrl}/${name}`, (route) => route.fulfill(answer));
  await page.goto(`${testPagesUrl}/strict.html`);
  const figure = page.locator('conv-figure');
  await expect(figure.getByRole('gridcell', output)).toBeVisible();
  await expect.poll(() => warnings.filter((text) => text.includes('<conv-figure> 0.0.9')).length).toBe(1);

  const moved = await figure.evaluate(async (element) => {
    const figure = element as ConvFigure;
    figure.step = 30;
    document.querySelector('aside')!.append(figure);
    await figure.updateComplete;
    figure.remove();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    document.querySelector('main')!.append(figure);
    await figure.updateComplete;
    return [figure.step, figure.steps];
  });
  expect(moved).toEqual([30, 81]);
  await expect(figure.getByText('30 / 81')).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { breaches: string[] }).breaches)).toEqual([]);
});
