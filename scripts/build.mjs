/** `npm run build`: the site, the library with types and manifest, the one-file module, and what they weigh. */
import process from 'node:process';
import { runTool, step } from './steps.mjs';

const quiet = ['--logLevel', 'warn'];

const steps = {
  'site → site/': () => runTool('vite', ['build', ...quiet]),
  'library → dist/': () => runTool('vite', ['build', '--mode', 'lib', ...quiet]),
  'one file → dist/cdn/convscope.js': () => runTool('vite', ['build', '--mode', 'cdn', ...quiet]),
  'types → dist/': () => runTool('tsc', ['--project', 'tsconfig.build.json']),
  'manifest → dist/custom-elements.json': () => runTool('cem', ['analyze', '--quiet']),
  sizes: () => runTool('size.mjs'),
};

const built = Object.entries(steps).every(([name, action]) => step(name, action));
process.exitCode = built ? 0 : 1;
