import { defineConfig } from 'playwright/test';
import { browserLaunchOptions } from './scripts/browser.mjs';
import { site, testPages } from './tests/e2e/addresses.js';

const serve = ({ mode, port }: typeof site, page = '') => ({
  command: `node node_modules/vite/bin/vite.js preview --mode ${mode} --host 127.0.0.1 --port ${port} --strictPort`,
  url: `http://127.0.0.1:${port}/${page}`,
  reuseExistingServer: false,
});

/** The built site at the base URL, and the tests' own pages beside it. Both are built before: `npm test` does so. */
export default defineConfig({
  testDir: 'tests/e2e',
  forbidOnly: true,
  fullyParallel: true,
  // Software GL keeps both cores of a small machine busy with one page.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: site.url,
    launchOptions: browserLaunchOptions(),
    screenshot: 'only-on-failure',
    // Each test has a browser profile of its own and would copy the whole site into it; offline.spec.ts lets them.
    serviceWorkers: 'block',
  },
  webServer: [serve(site), serve(testPages, 'fifty.html')],
});
