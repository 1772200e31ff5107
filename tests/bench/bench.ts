/** The page that scripts/bench.mjs opens. */

import { engineBench } from './engine-bench.js';
import type { BenchResult } from './in-turns.js';
import { sceneBench, type SceneResult } from './scene-bench.js';

declare global {
  interface Window {
    benchResults: Promise<{ engine: BenchResult[]; scene: SceneResult[] }>;
  }
}

async function bench() {
  return { engine: await engineBench(), scene: await sceneBench() };
}
window.benchResults = bench();
