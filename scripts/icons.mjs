/**
 * `npm run icons`: draws public/favicon.svg in the sizes that systems ask for when the site is installed. Run it after changing
 * the drawing and commit the result.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserLaunchOptions, ensureBrowser } from './browser.mjs';
import { themeColours } from './site-head.mjs';

const root = join(import.meta.dirname, '..');
const drawing = readFileSync(join(root, 'public/favicon.svg'), 'utf8');

/** Pixels of a side, and the part of it that the drawing takes. A system may cut a maskable icon down to its inner circle, 80 % wide. */
const icons = [
  { name: 'icon-192', side: 192, share: 0.86 },
  { name: 'icon-512', side: 512, share: 0.86 },
  { name: 'maskable-512', side: 512, share: 0.56 },
  { name: 'apple-touch-icon', side: 180, share: 0.74 },
];

mkdirSync(join(root, 'public/icons'), { recursive: true });
await ensureBrowser();
const browser = await chromium.launch(browserLaunchOptions());
try {
  const page = await browser.newPage({ colorScheme: 'light' });
  for (const { name, side, share } of icons) {
    await page.setViewportSize({ width: side, height: side });
    await page.setContent(`<!doctype html>
      <style>
        body { margin: 0; block-size: 100vh; display: grid; place-items: center; background: ${themeColours.paper}; }
        svg { inline-size: ${100 * share}vw; }
      </style>${drawing}`);
    await page.screenshot({ path: join(root, `public/icons/${name}.png`) });
    console.log(`public/icons/${name}.png`);
  }
} finally {
  await browser.close();
}
