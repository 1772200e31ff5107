/**
 * `npm run bench`: runs tests/bench in Chromium and prints milliseconds and ratios, of the engine to an empty draw with a
 * read-back, of the scene to its smallest case. The numbers hold for this machine only; docs/benchmarks.md reads them.
 */
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { browserLaunchOptions } from './browser.mjs';

const line = ({ name, median, ratio }, more = '') =>
  `${median.toFixed(3).padStart(12)} ${ratio.toFixed(2).padStart(7)}   ${more && `${more}   `}${name}`;

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
  const { engine, scene } = await page.evaluate(() => window.benchResults);
  console.log('engine, a call\nmilliseconds   ratio');
  for (const result of engine) console.log(line(result));
  console.log('\nscene, a frame at 800×500\nmilliseconds   ratio   draw calls');
  for (const result of scene) console.log(line(result, String(result.drawCalls).padStart(10)));
  console.log('\npage: `npm run size` prints the kilobytes of each entry');
} finally {
  await browser.close();
  await server.close();
}
