/** What the factorisation laboratory says and draws: a kernel cut after a rank, and a whole layer. */
import type { KernelRanks, RankStep } from '../../math/kernel-rank.js';
import { layerSpectrum, type LayerSpectrum } from '../../math/separable-fit.js';
import type { Stage, Tensor } from '../../math/types.js';
import type { StageView } from '../../timeline/types.js';
import { formatCount, formatNumber } from '../../words/numbers.js';
import type { Say } from '../say.js';

/** Rounding of a decomposition is nothing to read. */
const rounding = 1e-7;

/** A step of a kernel as its line in the table prints it. */
export interface RankLine {
  readonly rank: number;
  /** '6'. */
  readonly weights: string;
  /** '0.45'. */
  readonly error: string;
  /** '10.1 %'. */
  readonly share: string;
  /** Fewer weights than the kernel has. */
  readonly saves: boolean;
  readonly exact: boolean;
}

/** One line for each rank that the kernel has, and at least one. */
export function rankLines(ranks: KernelRanks): readonly RankLine[] {
  return ranks.steps.slice(0, Math.max(ranks.rank, 1)).map((step) => ({
    rank: step.rank,
    weights: formatCount(step.weights),
    error: errorText(step.error, ranks.length),
    share: shareText(step.share),
    saves: step.weights < ranks.weights,
    exact: isExact(step),
  }));
}

function isExact({ share }: Pick<RankStep, 'share'>): boolean {
  return share < rounding;
}

/** An error next to what it is an error of. */
export function errorText(error: number, length: number): string {
  return formatNumber(error <= length * rounding ? 0 : error, { digits: 3 });
}

/** '10.1 %'. */
export function shareText(share: number): string {
  return `${formatNumber(share < rounding ? 0 : 100 * share, { digits: 3 })} %`;
}

/** What the kernel's rank means for its weights. */
export function rankSentence(ranks: KernelRanks, say: Say): string {
  const { rank, weights, shape, steps } = ranks;
  if (rank === 0) return say('factor.zero');
  const [rows, columns] = shape;
  const pairs = steps[rank - 1].weights;
  const facts = { rank, rows, columns, weights, pairs };
  if (rank === 1) return say('factor.rank.one', facts);
  const [first] = steps;
  const withFirst = { ...facts, first: first.weights, error: shareText(first.share) };
  return say(pairs < weights ? 'factor.rank.fewer' : 'factor.rank.many', withFirst);
}

/** Numbers in words for those who do not see the picture: rows apart by semicolons. */
export function matrixLabel(name: string, values: readonly number[], columns: number, say: Say): string {
  const rows = Array.from({ length: values.length / columns }, (_, row) =>
    values
      .slice(row * columns, (row + 1) * columns)
      .map((value) => formatNumber(value, { digits: 3 }))
      .join(' '),
  );
  return say('factor.matrix', { name, rows: rows.join('; ') });
}

/** More weights are not decomposed while a person changes the layer. */
const mostWeights = 20_000;
const spectra = new WeakMap<Tensor, LayerSpectrum>();

/** Is this a stage whose filters read every channel, so that separable layers could follow it? */
export function isFullLayer({ op, groups, input, filters }: Stage): boolean {
  return op === 'conv' && groups === 1 && input[3] * filters > 1;
}

/** Ranks of a layer's channels; null for a layer that is grouped already, or too large. */
export function spectrumOf({ stage, weights }: StageView): LayerSpectrum | null {
  if (!isFullLayer(stage) || weights.data.length > mostWeights) return null;
  const spectrum = spectra.get(weights) ?? layerSpectrum(weights);
  spectra.set(weights, spectrum);
  return spectrum;
}

/** Is there a separable layer that is the very same with fewer weights? */
export function saves({ weights, steps, multiplierNeeded }: LayerSpectrum): boolean {
  return steps[multiplierNeeded - 1].weights < weights;
}

/** What the ranks of the channels mean. */
export function layerSentence(spectrum: LayerSpectrum, say: Say): string {
  const { weights, steps, multiplierNeeded } = spectrum;
  const exact = steps[multiplierNeeded - 1];
  const facts = {
    multiplier: multiplierNeeded,
    weights: formatCount(weights),
    fewer: formatCount(exact.weights),
  };
  if (saves(spectrum)) return say('factor.layer.redundant', facts);
  return say('factor.layer.full', { ...facts, error: shareText(steps[0].share) });
}
