import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { BrowserCommand } from 'vitest/node';
import { browserLaunchOptions } from './scripts/browser.mjs';
import { mutationPlugin } from './scripts/mutation-plugin.mjs';

/** To the corner of the page, where nothing stands. */
const parkMouse: BrowserCommand<[]> = ({ page }) => page.mouse.move(0, 0);

export default defineConfig({
  plugins: [mutationPlugin()],
  test: {
    setupFiles: ['tests/setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // By default one core stays idle, which on a machine of two is half of it.
          maxWorkers: '100%',
          // What has workers of its own must also have a turn of its own.
          sequence: { groupOrder: 1 },
          // Other work on the same cores is no fault of a test.
          testTimeout: 60_000,
          include: ['tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tests/**/*.browser.test.ts', 'tests/package/**'],
        },
      },
      {
        // What `npm run build` left in dist/ and site/.
        extends: true,
        test: {
          name: 'package',
          environment: 'node',
          testTimeout: 60_000,
          include: ['tests/package/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts'],
          setupFiles: ['tests/browser-setup.ts'],
          testTimeout: 60_000,
          // What is waited for may have to be fetched first; the default of one second times the machine.
          expect: { poll: { timeout: 15_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: browserLaunchOptions() }),
            instances: [{ browser: 'chromium' }],
            commands: { parkMouse },
          },
        },
      },
    ],
  },
});
