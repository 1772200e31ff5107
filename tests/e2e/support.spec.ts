import { expect, test } from './support.js';

test('a foreign request, a console error and an uncaught error are each noticed', async ({
  page,
  complaints,
}) => {
  await page.route('https://example.com/**', (route) => route.fulfill({ body: '' }));
  // No page of the site: its policy would not let such a request out.
  await page.setContent('<title>A page without a policy</title>');
  await page.evaluate(async () => {
    await fetch('https://example.com/picture', { mode: 'no-cors' });
    console.error('a console error');
    setTimeout(() => {
      throw new Error('an uncaught error');
    });
  });
  await expect.poll(() => complaints.length).toBe(3);
  expect(complaints.join('\n')).toMatch(/foreign request[^]*a console error[^]*an uncaught error/);
  complaints.length = 0;
});
