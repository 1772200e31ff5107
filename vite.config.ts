import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { apiPagePaths, apiReference } from './scripts/api-pages.mjs';
import { libraryEntries } from './scripts/elements.mjs';
import { embedPageName, embedPagePlugin } from './scripts/embed-page.mjs';
import { headersOfSite } from './scripts/headers.mjs';
import { lessonExplorer } from './scripts/lesson-explorer.mjs';
import { lessonStates } from './scripts/lesson-states.mjs';
import { leanShaders } from './scripts/lean-shaders.mjs';
import { offlineCopy } from './scripts/offline.mjs';
import { siteHead } from './scripts/site-head.mjs';
import { threeWithoutShaderLibrary } from './scripts/three-without-shader-library.mjs';

const root = import.meta.dirname;
/** Larger than any asset: everything goes inside, because a script on a foreign page cannot resolve our addresses. */
const inlineEverything = 100_000_000;

/** HTML files under a folder, as absolute paths; none where there is no such folder. */
function pagesIn(folder: string, recursive: boolean): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(root, folder, name))
    .sort();
}

/** All but the page for frames, which is made apart and into one file, and what authors copy to begin a lesson. */
const pages = [...pagesIn('.', false), ...pagesIn('lessons', true), ...apiPagePaths].filter(
  (path) => path !== join(root, embedPageName) && !path.startsWith(join(root, 'lessons/template')),
);

/** The published pages. Relative addresses, so that the folder works under any path of any host. */
const site: UserConfig = {
  appType: 'mpa',
  base: './',
  plugins: [
    threeWithoutShaderLibrary(),
    leanShaders(),
    apiReference(),
    lessonStates(),
    lessonExplorer(),
    siteHead(),
    headersOfSite({ inPages: process.env.POLICY_IN_PAGES === '1' }),
    embedPagePlugin(),
    offlineCopy(),
  ],
  build: {
    outDir: 'site',
    license: { fileName: 'third-party/licenses.md' },
    // scripts/size.mjs holds each entry to a ceiling of its own.
    chunkSizeWarningLimit: Infinity,
    rolldownOptions: { input: pages },
  },
};

/** Pages that only the end-to-end tests open; they are built like the site but never published. */
const testPages: UserConfig = {
  ...site,
  plugins: [threeWithoutShaderLibrary(), leanShaders()],
  root: join(root, 'tests/e2e/pages'),
  publicDir: false,
  build: {
    outDir: join(root, 'site-test'),
    emptyOutDir: true,
    chunkSizeWarningLimit: Infinity,
    rolldownOptions: { input: pagesIn('tests/e2e/pages', true) },
  },
};

/** One module a file, dependencies left outside: for bundlers, and for import in Node. */
const library: UserConfig = {
  publicDir: false,
  plugins: [leanShaders()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    minify: false,
    lib: { entry: Object.values(libraryEntries()), formats: ['es'] },
    rolldownOptions: {
      external: Object.keys(packageJson.dependencies).flatMap((name) => [name, new RegExp(`^${name}/`)]),
      output: { preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js' },
    },
  },
};

/** One minified module with everything inside, for a script tag. */
const cdn: UserConfig = {
  publicDir: false,
  plugins: [threeWithoutShaderLibrary(), leanShaders()],
  build: {
    outDir: 'dist/cdn',
    target: 'es2022',
    assetsInlineLimit: inlineEverything,
    modulePreload: false,
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: Infinity,
    rolldownOptions: {
      input: 'src/cdn.ts',
      preserveEntrySignatures: 'strict',
      output: { codeSplitting: false, entryFileNames: 'convscope.js' },
    },
  },
};

const outputs: Record<string, UserConfig> = { pages: testPages, lib: library, cdn };

export default defineConfig(({ mode }) => outputs[mode] ?? site);
