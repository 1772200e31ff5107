/** The list of custom elements: every folder of components/ that registers one. Nothing else keeps such a list. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const components = join(import.meta.dirname, '../components');

/** @returns {string[]} tag names in alphabetical order, e.g. ['conv-counts', 'conv-figure'] */
export function elementTags() {
  return readdirSync(components)
    .filter((name) => name.startsWith('conv-') && existsSync(join(components, name, 'define.ts')))
    .sort();
}

/**
 * What the package publishes: its subpath, and the source that it is built from.
 *
 * @returns {Record<string, string>} e.g. { core: 'src/core.ts', 'conv-figure': 'components/conv-figure/define.ts' }
 */
export function libraryEntries() {
  const elements = elementTags().map((tag) => [tag, `components/${tag}/define.ts`]);
  return { index: 'src/index.ts', core: 'src/core.ts', ...Object.fromEntries(elements) };
}
