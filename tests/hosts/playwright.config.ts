import { defineConfig } from 'playwright/test';
import { browserLaunchOptions } from '../../scripts/browser.mjs';

const port = Number(process.env.TEST_PORT ?? 21740);
const url = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: '.',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  outputDir: '../../test-results/hosts',
  reporter: [['list']],
  use: { baseURL: url, launchOptions: browserLaunchOptions(), reducedMotion: 'reduce', locale: 'en-US' },
  webServer: {
    command: `node ../../node_modules/vite/bin/vite.js preview --config vite.config.ts --host 127.0.0.1 --port ${port} --strictPort`,
    url: `${url}react.html`,
    reuseExistingServer: false,
  },
});
