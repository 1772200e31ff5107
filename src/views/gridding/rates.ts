/** The dilations of a stack as one line, '2 2 2', and as layers; what is no dilation stays and is explained in its place. */
import { problemOf } from '../../math/problem.js';
import type { ConvSpec, Problem } from '../../math/types.js';
import type { Rates } from './types.js';

/** What a person can choose. */
export const limits = { layers: 6, rate: 16, kernel: [2, 7] } as const;
export const usualKernel = 3;

/** Stacks worth a look, in menu order. */
export const ratePresets = ['1 1 1', '2 2 2', '1 2 3', '1 2 4', '1 2 5', '2 4 8'] as const;

/** The words of a line, one for each layer; also '2,2,2' and '[2, 2, 2]'. */
export function readRates(text: string): Rates {
  return text.split(/[\s,;[\]]+/).filter((word) => word !== '');
}

export function writeRates(rates: Rates): string {
  return rates.map((rate) => rate.trim().replace(/[\s,;[\]]+/g, '_') || '?').join(' ');
}

/** One problem for each layer that cannot be. */
export function rateProblems(rates: Rates): Problem[] {
  return rates.flatMap((given, stage): Problem[] => {
    const parts = { field: 'dilation', given: given.trim() || '–', stage };
    if (stage >= limits.layers) {
      const claim = 'There are more layers than are shown';
      return [problemOf({ ...parts, claim, kind: 'invalid-value', allowed: `≤ ${limits.layers}` })];
    }
    if (isWithin(given, 1, limits.rate)) return [];
    const claim = 'This is no dilation rate';
    return [problemOf({ ...parts, claim, kind: 'invalid-value', allowed: `1 … ${limits.rate}` })];
  });
}

/** The kernel's rows and columns, and the reason where the text says none: then it is the usual one. */
export function readKernel(text: string): { kernel: number; problem: Problem | null } {
  const [least, largest] = limits.kernel;
  if (isWithin(text, least, largest)) return { kernel: Number(text), problem: null };
  const claim = `This is no kernel size, ${usualKernel} is taken`;
  const parts = {
    claim,
    field: 'kernel',
    kind: 'invalid-value',
    given: text.trim() || '–',
    stage: -1,
  } as const;
  return { kernel: usualKernel, problem: problemOf({ ...parts, allowed: `${least} … ${largest}` }) };
}

/** The layers before the first that cannot be. */
export function specsOf(rates: Rates, kernel: number): ConvSpec[] {
  const wrong = rateProblems(rates)[0]?.stage ?? rates.length;
  return rates.slice(0, wrong).map((rate) => ({ kernel, dilation: Number(rate) }));
}

function isWithin(text: string, least: number, largest: number): boolean {
  const number = Number(text);
  return text.trim() !== '' && Number.isInteger(number) && number >= least && number <= largest;
}
