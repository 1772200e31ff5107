/**
 * `npm run size`: what a page downloads before an entry of the package runs, minified and gzipped, dependencies
 * included, next to its ceiling. Built as our own site is; a bundler that keeps three's shader library adds 28 kB to the scene.
 * What is imported on demand (the math font, Chinese, views that are opened, all choreographies but the standard one) is not
 * counted; `index` registers every element at once, `engine` is src/engine alone, all that it
 * ever fetches included; `embed` is the page for frames, one file. `site` is all that the browser keeps for visits without a network.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { libraryEntries } from './elements.mjs';
import { leanShaders } from './lean-shaders.mjs';
import { keptFiles } from './offline.mjs';
import { threeWithoutShaderLibrary } from './three-without-shader-library.mjs';

const root = join(import.meta.dirname, '..');

/** Kilobytes (1,000 bytes). An entry without a line of its own may weigh what the figure may. */
const ceilings = {
  core: 44,
  // 20 KB of 1,024 bytes.
  engine: 20.48,
  'conv-figure': 200,
  'conv-explorer': 230,
  'conv-counts': 60,
  'conv-grid': 100,
  index: 580,
  // Every element in both languages: for pages where one file is easier to copy than to be quick.
  cdn: 510,
  embed: 500,
  site: 1600,
};
const defaultCeiling = 220;

/** What names other rooms is no code of this one. */
const importStatement = /import\{[^}]*\}from"[^"]*";/g;

const kilobytes = (source) => gzipSync(source, { level: 9 }).length / 1000;

/**
 * @param {Record<string, string>} input
 * @param {{ external?: RegExp[], build?: import('vite').BuildOptions }} [options]
 * @returns {Promise<import('vite').Rolldown.OutputChunk[]>} the entries bundled as a site would bundle them
 */
async function bundle(input, { external = [], build: more = {} } = {}) {
  const { output } = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    plugins: [threeWithoutShaderLibrary(), leanShaders()],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      chunkSizeWarningLimit: Infinity,
      ...more,
      rolldownOptions: {
        input,
        external,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return output.filter((file) => file.type === 'chunk');
}

/** The chunk and all that it imports before it runs. */
function closure(entry, chunks) {
  const names = new Set([entry.fileName]);
  for (const name of names) {
    for (const imported of chunks.get(name)?.imports ?? []) names.add(imported);
  }
  return [...names].map((name) => chunks.get(name)).filter((chunk) => chunk !== undefined);
}

/** @returns {Promise<Record<string, number>>} kilobytes by entry */
async function measure() {
  const files = await bundle(libraryEntries());
  const chunks = new Map(files.map((chunk) => [chunk.fileName, chunk]));
  const sizes = files
    .filter((chunk) => chunk.isEntry)
    .map((entry) => {
      // As one text: alone, a chunk would not profit from what the others have in common with it.
      const code = closure(entry, chunks).map((chunk) => chunk.code);
      return [entry.name, kilobytes(code.join('\n'))];
    });
  // As for a server, because what fetches pieces in a browser is not the engine's own.
  const engine = await bundle(
    { engine: join(root, 'src/engine/engine.ts') },
    { external: [/\/(math|gpu)\//], build: { ssr: true, minify: true } },
  );
  const cdn = kilobytes(readFileSync(join(root, 'dist/cdn/convscope.js')));
  const site = join(root, 'site');
  const kept = keptFiles(site).map((path) => kilobytes(readFileSync(join(site, path))));
  return {
    ...Object.fromEntries(sizes),
    engine: kilobytes(engine.map(({ code }) => code.replaceAll(importStatement, '')).join('\n')),
    cdn,
    embed: kilobytes(readFileSync(join(root, 'dist/embed.html'))),
    site: kept.reduce((sum, size) => sum + size, 0),
  };
}

let tooHeavy = 0;
for (const [name, size] of Object.entries(await measure())) {
  const ceiling = ceilings[name] ?? defaultCeiling;
  const verdict = size > ceiling ? `OVER the ceiling of ${ceiling} kB` : `of ${ceiling} kB`;
  console.log(`${name.padEnd(16)} ${size.toFixed(1).padStart(7)} kB ${verdict}`);
  if (size > ceiling) tooHeavy += 1;
}
process.exitCode = tooHeavy > 0 ? 1 : 0;
