/** Numbers of a whole network that a sentence may ask for by name, as text. */
import {
  recipeOf,
  swapAll,
  swapped,
  totals,
  understand,
  type NetworkRow,
  type NetworkSpec,
  type Recipe,
} from '../../src/networks/index.js';
import { groupOf, kindGroups, type KindGroup } from '../../src/views/networks/groups.js';
import { readKnobs } from '../../src/views/networks/knobs.js';
import { formatCount, formatNumber } from '../../src/words/numbers.js';

export interface NetworkQuestion {
  /** Id of a network, and its settings: `mobilenet-v1 alpha=0.5`, `mobilenet-v1 swap=standard`. */
  readonly network: string;
  /** A row's name or a module's, with all of its rows; '' for the whole network. */
  readonly within: string;
  /** `parameters`, `weights`, `multiply-adds`, `multiply-adds-share pointwise`, `weights-ratio`, … */
  readonly of: string;
}

/** What can be added up over rows. */
const measures: Readonly<Record<string, (rows: readonly NetworkRow[]) => number>> = {
  parameters: (rows) => totals(rows).params,
  /** Numbers in kernels and dense layers; biases and norms are left out. */
  weights: (rows) =>
    rows
      .filter(isWeighted)
      .reduce(
        (sum, { stages }) => sum + stages.reduce((own, { weightShape }) => own + size(weightShape), 0),
        0,
      ),
  'multiply-adds': (rows) => totals(rows).macs,
};

/**
 * The text of a quantity, or null where there is none of that name. After a measure `-share` and a kind of layer it is that kind's
 * part of the whole in per cent; after `-ratio`, the network as it is set by the network as published.
 */
export function networkQuantityText({ network, within, of }: NetworkQuestion): string | null {
  const [id, ...settings] = network.trim().split(/\s+/);
  const recipe = recipeOf(id);
  if (!recipe) return null;
  const rows = part(rowsOf(recipe, settings.join(' ')), within);
  const [name, kind] = of.trim().split(/\s+/);
  const last = rows.at(-1)?.output;
  if (!last) return null;
  if (name === 'output-shape') return last.map((length) => formatCount(length)).join('×');
  const [measure, how] = /^(.*?)(?:-(share|ratio))?$/.exec(name)!.slice(1);
  if (!Object.hasOwn(measures, measure)) return null;
  const amount = measures[measure];
  if (how === undefined) return formatCount(amount(rows));
  if (how === 'ratio') {
    const published = part(rowsOf(recipe, ''), within);
    return formatNumber(amount(rows) / amount(published), { digits: 3 });
  }
  if (!isGroup(kind)) return null;
  const share = amount(rows.filter((row) => groupOf(row) === kind)) / amount(rows);
  return formatNumber(100 * share, { decimals: 1 });
}

/** Rows by network and settings: a page asks for several numbers of the same one. */
const understood = new Map<string, readonly NetworkRow[]>();

function rowsOf(recipe: Recipe, settings: string): readonly NetworkRow[] {
  const key = `${recipe.id} ${settings}`;
  const known = understood.get(key);
  if (known) return known;
  const spec = recipe.build(readKnobs(recipe, settings));
  const { rows } = understand(/\bswap=standard\b/.test(settings) ? inFull(spec) : spec);
  understood.set(key, rows);
  return rows;
}

/** All separable layers exchanged for standard ones. */
function inFull(spec: NetworkSpec): NetworkSpec {
  const { rows } = understand(spec);
  return swapped(spec, rows, swapAll(rows, 'standard'));
}

function part(rows: readonly NetworkRow[], name: string): readonly NetworkRow[] {
  return name === '' ? rows : rows.filter((row) => row.block === name || row.name === name);
}

/** A pool has a stage too, for its window, but no numbers. */
function isWeighted({ params, stages }: NetworkRow): boolean {
  return params > 0 && stages.length > 0;
}

function size(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

function isGroup(name: string | undefined): name is KindGroup {
  return kindGroups.some((group) => group === name);
}
