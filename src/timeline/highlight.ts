import { outputsFedBy, termsOf } from '../math/incidence.js';
import type { Index4, Plan, Stage, WeightIndex } from '../math/types.js';
import type { Highlight, Selection } from './types.js';

/** Beyond this many lit cells a highlight no longer tells anything and only costs time. */
const mostLit = 20_000;

/** What a pointed-at cell lights up, by the relation: an output its window, an input every output that it feeds. */
export function highlightOf(plan: Plan, selection: Selection | null): Highlight | null {
  const stage = selection && plan.stages[selection.stage];
  if (!selection || !stage) return null;
  const empty: Highlight = { stage: stage.index, input: [], output: [], weights: [] };
  if (selection.tensor === 'output') {
    const output = selection.index as unknown as Index4;
    const terms = termsOf(stage, output);
    return {
      ...empty,
      input: terms.flatMap((term) => (term.input ? [term.input] : [])),
      output: [output],
      weights: terms.map((term) => term.weight),
    };
  }
  if (selection.tensor === 'input') {
    const input = selection.index as unknown as Index4;
    const fed = outputsFedBy(stage, input).slice(0, mostLit);
    return {
      ...empty,
      input: [input],
      output: fed.map((pair) => pair.output),
      weights: fed.map((pair) => pair.weight),
    };
  }
  if (selection.tensor === 'weights') {
    return { ...empty, weights: [selection.index as unknown as WeightIndex] };
  }
  return { ...empty, output: outputsOfChannel(stage, selection.index[0]) };
}

/** A bias is added to every cell of its channel. */
function outputsOfChannel(stage: Stage, channel: number): readonly Index4[] {
  const [batch, height, width] = stage.output;
  const places = Math.min(batch * height * width, mostLit);
  return Array.from({ length: places }, (_, place): Index4 => [
    Math.floor(place / (height * width)),
    Math.floor(place / width) % height,
    place % width,
    channel,
  ]);
}
