/** The `test` of every end-to-end file: it fails on a foreign request, on a console error and on an uncaught error. */
import { test as base, expect } from 'playwright/test';
import { testPages } from './addresses.js';

export { expect };

/** Where the pages of tests/e2e/pages are; the site itself is at the base URL. */
export const testPagesUrl = testPages.url.slice(0, -1);

const ownHosts = new Set(['127.0.0.1', 'localhost', '']);

export const test = base.extend<{
  /** What went wrong on the page so far. A test that provokes an error on purpose takes it out again. */
  complaints: string[];
}>({
  complaints: [
    async ({ page, context }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console error: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
      context.on('request', (request) => {
        if (!ownHosts.has(new URL(request.url()).hostname))
          complaints.push(`foreign request: ${request.url()}`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
