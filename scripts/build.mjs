/** `npm run build`: the site, the library with types and manifest, the one-file module, the page for frames, and what they weigh. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { embedPageName, fontLicence, withoutSite } from './embed-page.mjs';
import { runTool, step } from './steps.mjs';

const root = join(import.meta.dirname, '..');
const quiet = ['--logLevel', 'warn'];

const steps = {
  'site → site/': () => runTool('vite', ['build', ...quiet]),
  'library → dist/': () => runTool('vite', ['build', '--mode', 'lib', ...quiet]),
  'one file → dist/cdn/convscope.js': () =>
    runTool('vite', ['build', '--mode', 'cdn', ...quiet]) && addFontLicence(),
  'page for frames → dist/embed.html': copyEmbedPage,
  'types → dist/': () => runTool('tsc', ['--project', 'tsconfig.build.json']),
  'manifest → dist/custom-elements.json': () => runTool('cem', ['analyze', '--quiet']),
  sizes: () => runTool('size.mjs'),
};

/** Beside the licences of the bundled packages, for those who copy the one file. */
function addFontLicence() {
  appendFileSync(join(root, 'dist/cdn/licenses.md'), `\n# STIX Two Math (a subset)\n\n${fontLicence()}`);
  return true;
}

/** The same file as in the site, for those who have no site beside it. */
function copyEmbedPage() {
  const page = readFileSync(join(root, 'site', embedPageName), 'utf8');
  writeFileSync(join(root, 'dist', embedPageName), withoutSite(page));
  return true;
}

const built = Object.entries(steps).every(([name, action]) => step(name, action));
process.exitCode = built ? 0 : 1;
