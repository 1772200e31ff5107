/** A Vite plugin: the reference, `api/…`, one page for each element, made from the manifest while the site is built or served. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementTags } from './elements.mjs';
import { elementsManifest } from './manifest.mjs';
import { elementPage, listPage } from './api/page.mjs';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'api');

/** Where the pages are to Vite, though no such files are written. */
export const apiPagePaths = ['index', ...elementTags()].map((name) => join(folder, `${name}.html`));

/** @returns {Promise<Map<string, string>>} the pages by path */
export async function apiPages() {
  const { modules } = await elementsManifest();
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((one, other) => one.tagName.localeCompare(other.tagName));
  const inOneFile = readFileSync(join(root, 'src/cdn.ts'), 'utf8').match(/(?<=components\/)conv-[\w-]+/g);
  const pages = elements.map((element) => [
    join(folder, `${element.tagName}.html`),
    elementPage(element, inOneFile),
  ]);
  return new Map([[join(folder, 'index.html'), listPage(elements)], ...pages]);
}

/** @returns {import('vite').Plugin} */
export function apiReference() {
  /** @type {Promise<Map<string, string>> | undefined} */
  let pages;
  const textOf = async (path) => (await (pages ??= apiPages())).get(path);
  return {
    name: 'api-reference',
    resolveId: { order: 'pre', handler: (id) => (apiPagePaths.includes(id) ? id : null) },
    load: { order: 'pre', handler: (id) => (apiPagePaths.includes(id) ? textOf(id) : null) },
    configureServer(server) {
      server.middlewares.use(async ({ url, originalUrl }, response, next) => {
        const path = new URL(url, 'http://localhost').pathname.replace(/\/$/, '/index.html');
        const text = path.startsWith('/api/') ? await textOf(join(root, path)) : undefined;
        if (text === undefined) return next();
        response.setHeader('Content-Type', 'text/html');
        response.end(await server.transformIndexHtml(path, text, originalUrl));
      });
    },
  };
}
