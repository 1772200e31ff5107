/** The service worker belongs to the built site, which it keeps in full, and to nothing that others put into their pages. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { settings } from '../../scripts/headers.mjs';
import { addressOf, keptFiles } from '../../scripts/offline.mjs';
import { root, sourcesIn } from '../house/sources.js';

const site = join(root, 'site');
const mentions = (text: string) => /serviceWorker|service-worker/.test(text);

beforeAll(() => {
  if (!existsSync(join(site, 'service-worker.js')))
    throw new Error('site/ is missing: run `npm run build` first.');
});

describe('the built site', () => {
  it('has a worker that keeps every file of it', () => {
    const worker = readFileSync(join(site, 'service-worker.js'), 'utf8');
    const paths = keptFiles(site);
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !worker.includes(addressOf(path)))).toEqual([]);
  });

  it('asks for it in one script, which every page has', () => {
    const scripts = sourcesIn(['site/assets'], ['.js']).filter(({ text }) => mentions(text));
    expect(scripts).toHaveLength(1);
    const [name] = scripts[0].path.split('/').slice(-1);
    const pages = sourcesIn(['site'], ['.html']).filter(
      ({ path }) => !['site/embed.html', 'site/404.html'].includes(path),
    );
    expect(pages.length).toBeGreaterThan(4);
    expect(pages.filter(({ text }) => !text.includes(name)).map(({ path }) => path)).toEqual([]);
  });

  it('leads from a lesson to its translation, not to a copy of its source', () => {
    const alternates = sourcesIn(['site/lessons'], ['.html']).flatMap(({ text }) => [
      ...text.matchAll(/rel="alternate" hreflang="[^"]*" href="([^"]*)"/g),
    ]);
    expect(alternates.length).toBeGreaterThan(1);
    for (const [, address] of alternates)
      expect(address).toMatch(/^\.\.\/\.\.\/(?:en|zh)\/[\w-]+\/(?:index|guide)\.html$/);
  });

  it('brings its headers for hosts that read them from a file', () => {
    expect(readFileSync(join(site, '_headers'), 'utf8')).toBe(settings.headersFile());
  });
});

describe('the library and the one file', () => {
  it('know of no service worker', () => {
    const library = sourcesIn(['dist'], ['.js']);
    expect(library.length).toBeGreaterThan(2);
    expect(library.filter(({ text }) => mentions(text)).map(({ path }) => path)).toEqual([]);
  });
});
