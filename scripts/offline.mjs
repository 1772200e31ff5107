/** A Vite plugin: the service worker of the built site, with the list of the files that it keeps for visits without a network. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const source = join(import.meta.dirname, '../offline/service-worker.ts');
const fileName = 'service-worker.js';
/** Not asked for by any page of the site; the page for frames stands in other people's, the picture in their messengers. */
const notKept = new Set([fileName, '_headers', 'embed.html', '404.html', 'preview.png']);

/** Files below the folder of a built site that a reader may need, with forward slashes, sorted. @param {string} folder */
export function keptFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !notKept.has(path))
    .sort();
}

/**
 * Where a browser asks for a file, relative to the root of the site: pages by their folder, because hosts redirect from
 * index.html to it and a redirected answer cannot be kept.
 *
 * @param {string} path
 */
export const addressOf = (path) => `./${path.replace(/(^|\/)index\.html$/, '$1')}`;

/** Changes with any file, and with nothing else. @param {string} folder @param {readonly string[]} paths */
export function versionOf(folder, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(`${path}\n`).update(
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest(),
    );
  }
  return hash.digest('hex').slice(0, 16);
}

/** @returns {import('vite').Plugin} */
export function offlineCopy() {
  return {
    name: 'offline-copy',
    apply: 'build',
    /** Last, when pages, licences and public files lie in the folder. */
    async writeBundle({ dir }) {
      const paths = keptFiles(dir);
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: {
          __ADDRESSES__: JSON.stringify(paths.map(addressOf)),
          __VERSION__: JSON.stringify(versionOf(dir, paths)),
        },
        build: {
          outDir: dir,
          emptyOutDir: false,
          target: 'es2022',
          modulePreload: false,
          rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: fileName } },
        },
      });
    },
  };
}
