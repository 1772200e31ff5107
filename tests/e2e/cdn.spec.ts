import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { panelNames } from '../../components/shared/load-panel.js';
import { elementTags } from '../../scripts/elements.mjs';
import { laboratoryNames } from '../../src/address/page-state.js';
import { expect, test } from './support.js';

const oneFile = readFileSync(join(import.meta.dirname, '../../dist/cdn/convscope.js'), 'utf8');
const emptyPage = '<!doctype html><html lang="en"><title>Embed</title></html>';

test('the one-file module registers every element of a figure, even where it is pasted into a page', async ({
  page,
}) => {
  await page.setContent(emptyPage);
  await page.addScriptTag({ type: 'module', content: oneFile });
  const siteOnly = ['embed', 'explorer', 'network-value', ...panelNames, ...laboratoryNames].map(
    (name) => `conv-${name}`,
  );
  const tags = elementTags().filter((tag) => !siteOnly.includes(tag));
  await expect
    .poll(() => page.evaluate((names) => names.filter((name) => !customElements.get(name)), tags))
    .toEqual([]);
});

test('a second copy on the same page is no error and replaces nothing', async ({ page }) => {
  await page.setContent(emptyPage);
  await page.addScriptTag({ type: 'module', content: oneFile });
  await page.evaluate(() => customElements.whenDefined('conv-figure'));
  const first = await page.evaluateHandle(() => customElements.get('conv-figure'));
  await page.addScriptTag({ type: 'module', content: `${oneFile}\ndocument.title = 'second copy';` });
  await expect(page).toHaveTitle('second copy');
  expect(await first.evaluate((figure) => figure === customElements.get('conv-figure'))).toBe(true);
});
