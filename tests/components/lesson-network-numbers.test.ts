/** Numbers of whole networks in the prose of lessons, `<span data-number="vgg-cifar macs">`: each is what the network's recipe says. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recipeOf, totals, trainingRuns, understand } from '../../src/networks/index.js';
import { formatCount } from '../../src/words/numbers.js';

const epochsOf = (id: string) => trainingRuns.find(({ network }) => network === id)!.epochs;

const facts: Readonly<Record<string, (id: string) => number>> = {
  macs: (id) => totals(understand(recipeOf(id)!.build()).rows).macs,
  parameters: (id) => totals(understand(recipeOf(id)!.build()).rows).params,
  /** Of the printed training run. */
  seconds: (id) => epochsOf(id).reduce((sum, { seconds }) => sum + seconds, 0),
  /** Mean of a step of that run. */
  milliseconds: (id) =>
    epochsOf(id).reduce((sum, { millisecondsPerStep }) => sum + millisecondsPerStep, 0) / epochsOf(id).length,
};

/** 'vgg-cifar macs' is a count; 'vgg-cifar/vgg-cifar-separable macs' is a ratio, two decimals. */
function numberOf(of: string): string {
  const [networks, fact] = of.split(' ');
  const [first, second] = networks.split('/').map((id) => facts[fact](id));
  if (second !== undefined) return (first / second).toFixed(2);
  return Number.isInteger(first) ? formatCount(first) : first.toFixed(1);
}

const pages = readdirSync('lessons', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.html'),
);

function written(page: string): { of: string; typed: string }[] {
  const html = readFileSync(`lessons/${page}`, 'utf8');
  const found = html.matchAll(/data-number="([^"]*)"\s*>([^<]*)</g);
  return Array.from(found, ([, of, typed]) => ({ of, typed: typed.trim() }));
}

describe('numbers of networks in lessons', () => {
  test.each(pages.filter((page) => written(page).length > 0))('%s', (page) => {
    for (const { of, typed } of written(page)) expect(typed, of).toBe(numberOf(of));
  });

  test('the lesson on speed has the same ones in both languages', () => {
    const [english, chinese] = ['en', 'zh'].map((language) => written(`${language}/15-speed/index.html`));
    expect(new Set(chinese.map(({ of }) => of))).toEqual(new Set(english.map(({ of }) => of)));
    expect(english.map(({ of }) => of)).toContain('vgg-cifar/vgg-cifar-separable seconds');
  });
});
