/** The command itself: install, build, measure, print, write. */
import { writeFileSync } from 'node:fs';
import { reportText } from '../report/report-text.js';
import type { Results } from '../report/results.js';
import { bundleEngine } from './bundle.js';
import { readOptions, usage, type Options } from './options.js';
import { install } from './packages.js';
import { openPages } from './pages.js';
import { runSections } from './sections.js';
import { readResults, resultsText, write } from './write.js';

/** @returns the exit code: a slow machine is no failure; a wrong option and a broken section are */
export async function main(given: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(given);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 1;
  }
  if (options.bundle !== undefined) {
    await bundleEngine(options.bundle);
    return 0;
  }
  const results = await measure(options);
  console.log(`\n${reportText(results)}`);
  if (options.json !== undefined) writeFileSync(options.json, resultsText(results));
  // Sections that were not measured now stay what they were.
  if (options.write) write({ ...readResults(), ...results });
  return options.sections.every((section) => section in results) ? 0 : 1;
}

async function measure(options: Options): Promise<Results> {
  if (options.sections.includes('engine')) install();
  const pages = await openPages(options.sections, options.gpu);
  try {
    return await runSections(pages, options);
  } finally {
    await pages.close();
  }
}
