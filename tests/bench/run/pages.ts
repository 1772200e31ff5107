/** Builds the pages as a site would be built, serves them, and opens them in one browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { browserArguments, findBrowser } from '../../../scripts/browser.mjs';
import { leanShaders } from '../../../scripts/lean-shaders.mjs';

const root = join(import.meta.dirname, '..');

/** By section. */
const documents = {
  engine: ['side-by-side/page.html'],
  calls: ['calls/page.html'],
  scene: ['scene/page.html'],
  page: ['page/figures.html', 'page/mounts.html'],
} as const;

/** Cross-origin isolation: clocks of 5 µs instead of 100, and threads for wasm. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const withoutSoftware = browserArguments.filter((flag) => !flag.includes('swiftshader'));

/** Milliseconds in which a page must have loaded, on a busy machine too. Measuring may take as long as it takes. */
const startTimeout = 120_000;

export interface Pages {
  readonly browserVersion: string;
  /** What WebGL says that it draws with. */
  readonly renderer: string;
  /** Opens a page of a section; it is closed after the work. */
  visit<Result>(document: string, work: (page: Page) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export async function openPages(sections: readonly (keyof typeof documents)[], gpu: boolean): Promise<Pages> {
  const outDir = mkdtempSync(join(tmpdir(), 'convscope-bench-'));
  const input = sections.flatMap((section) => documents[section].map((name) => join(root, name)));
  const common = { configFile: false, root, logLevel: 'error' } as const;
  await build({
    ...common,
    publicDir: false,
    plugins: [leanShaders()],
    build: {
      ...{ outDir, target: 'es2022', chunkSizeWarningLimit: Infinity },
      // tfjs starts its threads from the text of a function, which must keep its names.
      minify: false,
      rolldownOptions: { input },
    },
  });
  const server = await preview({
    ...common,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, headers },
  });
  const flags = gpu ? [...withoutSoftware, '--ignore-gpu-blocklist'] : browserArguments;
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...flags, '--js-flags=--expose-gc'],
  });
  const visit: Pages['visit'] = async (document, work) => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, reducedMotion: 'reduce' });
    page.on('pageerror', (error) => console.error(error.message));
    page.setDefaultTimeout(startTimeout);
    try {
      await page.goto(new URL(document, server.resolvedUrls!.local[0]).href);
      return await work(page);
    } finally {
      await page.close();
    }
  };
  return {
    browserVersion: browser.version(),
    renderer: await visit(documents[sections[0]][0], readRenderer),
    visit,
    async close() {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

function readRenderer(page: Page): Promise<string> {
  return page.evaluate(() => {
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
    const names = gl?.getExtension('WEBGL_debug_renderer_info');
    const renderer = names && (gl?.getParameter(names.UNMASKED_RENDERER_WEBGL) as string);
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
    return renderer ?? 'no WebGL2';
  });
}
