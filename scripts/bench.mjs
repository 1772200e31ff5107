/** `npm run bench`: measures the engine, the scene and the page; see docs/benchmarks.md. The work is done in tests/bench. */
import { join } from 'node:path';
import process from 'node:process';
import { runnerImport } from 'vite';

const main = join(import.meta.dirname, '../tests/bench/run/main.ts');
const { module } = await runnerImport(main, { configFile: false, logLevel: 'error' });
process.exitCode = await module.main(process.argv.slice(2));
