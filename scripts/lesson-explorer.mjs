/** A Vite plugin: every lesson of the site knows where the explorer is, so that no page has to say it. */
import { join, relative, sep } from 'node:path';

const root = join(import.meta.dirname, '..');

/** @returns {import('vite').Plugin} */
export function lessonExplorer() {
  return {
    name: 'lesson-explorer',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { filename }) => withExplorer(html, relative(root, filename).split(sep).length - 1),
    },
  };
}

/** @param {string} html @param {number} depth folders between the page and the root of the site */
export function withExplorer(html, depth) {
  return html.replace(
    /<conv-lesson(?![\w-])(?![^>]*\sexplorer=)/,
    `$& explorer="${'../'.repeat(depth)}index.html"`,
  );
}
