/** Our engine as one module that needs nothing beside it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { leanShaders } from '../../../scripts/lean-shaders.mjs';

export async function bundleEngine(file: string): Promise<void> {
  const built = (await build({
    configFile: false,
    root: join(import.meta.dirname, '..'),
    logLevel: 'error',
    publicDir: false,
    plugins: [leanShaders()],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(import.meta.dirname, '../adapter/convscope-adapter.ts'),
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = built.output.filter((part) => part.type === 'chunk');
  if (chunks.length !== 1) throw new Error(`${chunks.length} files came out instead of one.`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, chunks[0].code);
}
