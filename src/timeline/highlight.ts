import {
  axesOf,
  bigAt,
  channelsPerGroup,
  groupOf,
  NOWHERE,
  outputsFedBy,
  termsOf,
} from '../math/incidence.js';
import type { Index4, Plan, Stage, WeightIndex } from '../math/types.js';
import type { Highlight, Pair, Selection } from './types.js';

/** Beyond this many lit cells a highlight no longer tells anything and only costs time. */
const mostLit = 20_000;

/**
 * What a pointed-at cell lights up, by the relation: an output its window, an input every output that it feeds, a weight
 * every pair of cells that it joins, a bias its whole map.
 */
export function highlightOf(plan: Plan, selection: Selection | null): Highlight | null {
  const stage = selection && plan.stages[selection.stage];
  if (!selection || !stage) return null;
  const { index } = selection;
  const empty: Highlight = { stage: stage.index, input: [], output: [], weights: [] };
  switch (selection.tensor) {
    case 'output': {
      const output = index as unknown as Index4;
      const terms = termsOf(stage, output);
      const input = terms.flatMap((term) => (term.input ? [term.input] : []));
      /** An inserted zero is no use of a weight: it is not in the matrix. */
      const used = stage.op === 'transposed' ? terms.filter((term) => term.input) : terms;
      return { ...empty, input, output: [output], weights: used.map((term) => term.weight) };
    }
    case 'input': {
      const fed = outputsFedBy(stage, index as unknown as Index4).slice(0, mostLit);
      const [output, weights] = [fed.map((pair) => pair.output), fed.map((pair) => pair.weight)];
      return { ...empty, input: [index as unknown as Index4], output, weights };
    }
    case 'weights': {
      const weight = index as unknown as WeightIndex;
      const pairs = selection.pair ? [selection.pair] : pairsOf(stage, weight);
      const [input, output] = [pairs.map((pair) => pair.input), pairs.map((pair) => pair.output)];
      return { ...empty, weights: [weight], input, output };
    }
    default:
      return { ...empty, output: outputsOfChannel(stage, index[0]) };
  }
}

/** Every input and output that a weight joins: all small cells of its channel whose tap meets a big cell. */
export function pairsOf(stage: Stage, [tapRow, tapColumn, bigInGroup, small]: WeightIndex): Pair[] {
  const [rows, columns] = axesOf(stage);
  const big = groupOf(stage, 'small', small) * channelsPerGroup(stage, 'big') + bigInGroup;
  const pairs: Pair[] = [];
  for (let image = 0; image < stage.input[0]; image += 1) {
    for (let row = 0; row < rows.small; row += 1) {
      const y = bigAt(rows, row, tapRow);
      for (let column = 0; column < columns.small && y !== NOWHERE; column += 1) {
        const x = bigAt(columns, column, tapColumn);
        if (x === NOWHERE) continue;
        const [bigCell, smallCell]: [Index4, Index4] = [
          [image, y, x, big],
          [image, row, column, small],
        ];
        pairs.push(
          stage.op === 'conv' ? { input: bigCell, output: smallCell } : { input: smallCell, output: bigCell },
        );
        if (pairs.length >= mostLit) return pairs;
      }
    }
  }
  return pairs;
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
