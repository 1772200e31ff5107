/**
 * A Vite plugin: `embed.html` as one file, with its script, its style and the policy that allows these two and nothing else. It runs
 * where a page can fetch nothing: from a file, in a sandboxed frame, in the zip of a course.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { leanShaders } from './lean-shaders.mjs';
import { threeWithoutShaderLibrary } from './three-without-shader-library.mjs';

const root = join(import.meta.dirname, '..');
export const embedPageName = 'embed.html';
/** Larger than any asset. */
const inlineEverything = 100_000_000;

const scriptTag = /<script type="module" src="\.\/([^"]+)"><\/script>/;
const styleTag = /<link rel="stylesheet" href="\.\/([^"]+)" \/>/;
const siteAttribute = ' site="./"';

/** The math font is in the script, as a subset. */
export const fontLicence = () => readFileSync(join(root, 'public/third-party/stix-two-math-OFL.txt'), 'utf8');

/** The script of the page with everything inside, and the licences of what it took from others. */
async function bundleOf(entry) {
  const { output } = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    plugins: [threeWithoutShaderLibrary(), leanShaders()],
    build: {
      write: false,
      target: 'es2022',
      assetsInlineLimit: inlineEverything,
      modulePreload: false,
      license: { fileName: 'licenses.md' },
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: { input: join(root, entry), output: { codeSplitting: false } },
    },
  });
  const [script] = output.filter(({ type }) => type === 'chunk');
  const licences = output.find(({ fileName }) => fileName === 'licenses.md');
  return { script: script.code, licences: `${licences.source}\n${fontLicence()}` };
}

/** How a policy names one inline script or style. @param {string} text */
export const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @param {{ script: string, style: string }} inline */
export function embedPolicy({ script, style }) {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "img-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
  ].join('; ');
}

/** Text that may stand in a `<script>`: no end tag, and nothing that opens a comment. @param {string} code */
const inScript = (code) => code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

/**
 * @param {string} html the page as it is in the source
 * @param {{ script: string, style: string, licences: string }} parts
 */
export function inOneFile(html, { script, style, licences }) {
  const inline = { script: inScript(script), style: style.trim() };
  return html
    .replace(
      '<meta charset="utf-8" />',
      (charset) =>
        `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${embedPolicy(inline)}" />`,
    )
    .replace(styleTag, () => `<style>${inline.style}</style>`)
    .replace(scriptTag, () => `<script type="module">${inline.script}</script>`)
    .replace('</html>', (end) => `${end}\n<!--\n${licences.replaceAll('-->', '--&gt;').trim()}\n-->`);
}

/** For a place without the site: the figure then opens large by itself. @param {string} html */
export const withoutSite = (html) => html.replace(siteAttribute, '').replace(/\s*<link rel="icon"[^>]*>/, '');

/** @returns {Promise<string>} */
export async function embedPage() {
  const html = readFileSync(join(root, embedPageName), 'utf8');
  const style = readFileSync(join(root, styleTag.exec(html)[1]), 'utf8');
  return inOneFile(html, { ...(await bundleOf(scriptTag.exec(html)[1])), style });
}

/** @returns {import('vite').Plugin} */
export function embedPagePlugin() {
  return {
    name: 'embed-page',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: embedPageName, source: await embedPage() });
    },
  };
}
