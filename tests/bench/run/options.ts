/** What the command line asks for. */
import { parseArgs } from 'node:util';
import { cases } from '../engine/cases.js';

export const sectionNames = ['engine', 'calls', 'scene', 'page'] as const;
export type SectionName = (typeof sectionNames)[number];

export interface Options {
  readonly sections: readonly SectionName[];
  /** Ids of cases of the engine section. */
  readonly cases: readonly string[];
  /** A rough answer in a few minutes: fewer rounds, no waiting for a quiet machine. */
  readonly quick: boolean;
  /** With the GPU that the browser finds; else with software GL, which every machine has. */
  readonly gpu: boolean;
  readonly rounds: number;
  /** Where to write all samples. */
  readonly json: string | undefined;
  /** Write the document and its chart. */
  readonly write: boolean;
  /** Only build our engine as one module, into this file. */
  readonly bundle: string | undefined;
}

export const usage = `npm run bench -- [options]
  --only a,b      sections: ${sectionNames.join(', ')}
  --cases a,b     cases of the engine section, by the beginning of their names
  --quick         a rough answer in a few minutes
  --gpu           the machine's GPU instead of software GL
  --rounds n      rounds of the engine section
  --json FILE     all samples in milliseconds
  --write         rewrite docs/benchmarks.md; a full run does so anyway
  --bundle FILE   only build our engine as one module for another harness`;

/** @throws {Error} with a sentence that says what is wrong */
export function readOptions(given: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...given],
    options: {
      only: { type: 'string' },
      cases: { type: 'string' },
      quick: { type: 'boolean', default: false },
      gpu: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      json: { type: 'string' },
      write: { type: 'boolean' },
      bundle: { type: 'string' },
    },
  });
  const { quick, gpu, json, bundle } = values;
  const sections = sectionsOf(values.only);
  const full = !quick && values.only === undefined && values.cases === undefined && bundle === undefined;
  const write = values.write ?? full;
  if (write && values.cases !== undefined) throw new Error('--write needs all cases: leave --cases out.');
  return {
    ...{ sections, quick, gpu, json, bundle, write },
    cases: casesOf(values.cases),
    rounds: roundsOf(values.rounds ?? (quick ? '3' : '9')),
  };
}

function sectionsOf(list: string | undefined): readonly SectionName[] {
  if (list === undefined) return sectionNames;
  const asked = list.split(',');
  const unknown = asked.find((name) => !sectionNames.some((known) => known === name));
  if (unknown !== undefined)
    throw new Error(`No section "${unknown}"; there are ${sectionNames.join(', ')}.`);
  return sectionNames.filter((name) => asked.includes(name));
}

function casesOf(list: string | undefined): readonly string[] {
  const beginnings = list?.split(',') ?? [''];
  const chosen = cases.filter(({ id }) => beginnings.some((beginning) => id.startsWith(beginning)));
  if (chosen.length === 0) throw new Error(`No case begins with ${list}.`);
  return chosen.map(({ id }) => id);
}

function roundsOf(text: string): number {
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds >= 3) return rounds;
  throw new Error(`--rounds ${text}: a whole number of 3 or more is needed.`);
}
