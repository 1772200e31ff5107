/** Runs tests/bench in Chromium and prints milliseconds a call and ratios to an empty draw with a read-back. */
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { browserLaunchOptions } from './browser.mjs';

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { port: 0, host: '127.0.0.1' },
});
const browser = await chromium.launch(browserLaunchOptions());
try {
  await server.listen();
  const { port } = server.httpServer.address();
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`http://127.0.0.1:${port}/tests/bench/index.html`);
  await page.waitForFunction(() => 'benchResults' in window, undefined, { timeout: 20_000 });
  const results = await page.evaluate(() => window.benchResults);
  console.log('milliseconds   ratio');
  for (const { name, median, ratio } of results) {
    console.log(`${median.toFixed(3).padStart(12)} ${ratio.toFixed(2).padStart(7)}   ${name}`);
  }
} finally {
  await browser.close();
  await server.close();
}
