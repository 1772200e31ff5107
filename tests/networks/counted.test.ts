/** Settings that no golden table has, against what frameworks counted (record.py). */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { recipeOf, totals, understand } from '../../src/networks/index.js';

interface Counted {
  readonly framework: string;
  readonly network: string;
  readonly options: Readonly<Record<string, number>>;
  /** Moving values too; PyTorch does not count them. */
  readonly params?: number;
  readonly trainable: number;
}

const counted = JSON.parse(readFileSync('tests/networks/counted.json', 'utf8')) as readonly Counted[];

it.each(counted.map((entry) => [JSON.stringify(entry.options), entry] as const))(
  '$1.network in $1.framework with %s',
  (_, { network, options, params, trainable }) => {
    const sum = totals(understand(recipeOf(network)!.build(options)).rows);
    expect(sum.trainable).toBe(trainable);
    expect(sum.params).toBe(params ?? sum.params);
  },
);
