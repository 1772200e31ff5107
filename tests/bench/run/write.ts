/** Keeps the results, and writes the document and the chart that are made of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOf } from '../report/document.js';
import { speedChart } from '../report/chart.js';
import type { Results } from '../report/results.js';

const repository = join(import.meta.dirname, '../../..');
const file = (path: string) => join(repository, path);

export const paths = {
  results: 'tests/bench/results.json',
  template: 'tests/bench/report/template.md',
  document: 'docs/benchmarks.md',
  chart: 'docs/images/benchmarks.svg',
} as const;

export function readResults(): Results {
  return JSON.parse(readFileSync(file(paths.results), 'utf8')) as Results;
}

/** What the results say: text by path. */
export function filesOf(results: Results): Readonly<Record<string, string>> {
  const template = readFileSync(file(paths.template), 'utf8');
  return {
    [paths.document]: documentOf(template, results),
    ...(results.engine ? { [paths.chart]: speedChart(results.engine) } : {}),
  };
}

export function write(results: Results): void {
  writeFileSync(file(paths.results), `${resultsText(results)}\n`);
  // Read again, so that the files are made of the rounded numbers that were kept.
  for (const [path, text] of Object.entries(filesOf(readResults()))) writeFileSync(file(path), text);
}

/** Four digits are more than any sample is worth. */
export function resultsText(results: Results): string {
  return JSON.stringify(results, (_, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value,
  );
}
