/**
 * `npm run screenshots`: builds the site and takes the README's pictures. With options it takes one picture of your own:
 *
 *   node scripts/screenshots.mjs --out picture.png --size 360x800 --theme board --lang zh --step 40
 *   node scripts/screenshots.mjs --out page.png --url http://localhost:4173/
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { browserLaunchOptions, ensureBrowser } from './browser.mjs';

const root = join(import.meta.dirname, '..');

/** The pictures of the README and of link previews: name, and what differs from the defaults below. */
const readmePictures = [
  { out: 'docs/images/overview.png' },
  { out: 'docs/images/overview-board-zh.png', theme: 'board', lang: 'zh' },
  {
    out: 'docs/images/transposed.png',
    query: 'variant=transposed&views=matrix,road',
    step: '23',
    size: '1600x1000',
  },
  { out: 'docs/images/gridding.png', query: 'lab=gridding', step: '' },
  { out: 'docs/images/block.png', query: 'lab=block', step: '' },
  { out: 'docs/images/lesson.png', at: 'lessons/en/11-transposed-1/index.html', hash: 'overlap', step: '' },
  { out: 'docs/images/separable.png', query: 'variant=separable', step: '262' },
  { out: 'docs/images/depthwise.png', query: 'variant=depthwise', step: '70' },
  // What a messenger shows beside a link; see scripts/site-head.mjs.
  {
    out: 'public/preview.png',
    query: 'hide=lessons,examples,share,views,settings,weights,input,counts,code,export&views=scene',
    size: '1200x630',
  },
];

const options = {
  out: { type: 'string' },
  url: { type: 'string' },
  size: { type: 'string', default: '1280x800' },
  theme: { type: 'string', default: 'paper' },
  lang: { type: 'string', default: 'en' },
  step: { type: 'string', default: '130' },
  /** Page of the site, and the place on it. */
  at: { type: 'string', default: '' },
  hash: { type: 'string', default: '' },
  query: { type: 'string', default: '' },
};

/** Takes pictures until two in a row are equal: numbers come from the GPU a little after the page. */
async function takeWhenStill(page, path) {
  let previous = Buffer.alloc(0);
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const picture = await page.screenshot({ path });
    if (picture.equals(previous)) return;
    previous = picture;
    await page.waitForTimeout(250);
  }
  console.warn(`${path}: the page never stood still`);
}

async function take(browser, url, { out, size, theme, lang, step, at, hash, query }) {
  const [width, height] = size.split('x').map(Number);
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: theme === 'board' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: lang === 'zh' ? 'zh-CN' : 'en',
    serviceWorkers: 'block',
  });
  const address = new URL(`${at}?${query}`, url);
  address.hash = hash;
  address.searchParams.set('theme', theme);
  address.searchParams.set('lang', lang);
  await page.goto(address.href, { waitUntil: 'networkidle' });
  await page.evaluate(
    async (wanted) => {
      const element = document.querySelector('conv-explorer, conv-figure, conv-lab');
      if (!element) return;
      await customElements.whenDefined(element.localName);
      if (wanted !== null) element.step = wanted;
    },
    step === '' ? null : Number(step),
  );
  const path = join(root, out);
  mkdirSync(dirname(path), { recursive: true });
  await takeWhenStill(page, path);
  await page.close();
  console.log(out);
}

const { values } = parseArgs({ options });
const wanted = values.out ? [values] : readmePictures.map((picture) => ({ ...values, ...picture }));

await ensureBrowser();
const server = values.url ? undefined : await serveSite();
const browser = await chromium.launch(browserLaunchOptions());
try {
  for (const picture of wanted) await take(browser, values.url ?? server.resolvedUrls.local[0], picture);
} finally {
  await browser.close();
  await server?.close();
}

async function serveSite() {
  await build({ root, logLevel: 'warn' });
  return preview({ root, logLevel: 'warn', preview: { port: 41740 } });
}
