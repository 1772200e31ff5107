/** The products of the channel in hand; with one tap a channel, of all channels. */
import type { Stage } from '../../math/types.js';
import type { CellValues, Frame, StageView } from '../../timeline/types.js';
import { formatNumber, sumSign } from '../../words/numbers.js';
import { currentTerm } from '../current-term.js';
import { joined, number, operator, type FormulaNode, type FormulaState, type ProductNode } from './tree.js';

/** The stage of a formula, and how its numbers are printed. */
export type FormulaView = Pick<StageView, 'stage' | 'decimals'>;

/** At most this many products are spelled out. */
export const mostProducts = 9;

/** Terms that are summed in one line. */
export interface Section {
  readonly first: number;
  readonly end: number;
  /** Terms of a row: a longer section is shown row by row. */
  readonly width: number;
  /** Sum of the section up to and including each term. */
  readonly sums: Float32Array;
}

/** Does a sum have one product of each channel? Then there are no channel sums to tell apart. */
export function sumsAcross({ taps, channels }: Pick<Frame, 'taps' | 'channels'>): boolean {
  return taps === 1 && channels > 1;
}

export function sectionOf(stage: Stage, frame: Frame, { channelSum, runningSum }: CellValues): Section {
  const { channel, taps, terms } = frame;
  if (sumsAcross(frame)) return { first: 0, end: terms.length, width: mostProducts, sums: runningSum };
  return { first: channel * taps, end: (channel + 1) * taps, width: stage.kernel[1], sums: channelSum };
}

/**
 * 0·(−1) + 1·0 + … = 10. Of a longer section only the row in hand is spelled out: what was added before it is one
 * number, the sum so far, and what follows is ⋯. The result stands there when all of it is added. A transposed
 * convolution has the weight first, and a dot for every inserted zero.
 */
export function productsNodes(view: FormulaView, frame: Frame, values: CellValues): FormulaNode[] {
  const { stage } = view;
  const { first, end, width, sums } = sectionOf(stage, frame, values);
  const [from, to] = shownTerms(frame, { first, end, width });
  const nodes: FormulaNode[] = [];
  const printed: string[][] = [];
  if (from > first) {
    const text = formatNumber(sums[from - 1], view);
    nodes.push(number(text, 'sum', from <= frame.term ? 'done' : 'coming'));
    printed.push([text]);
  }
  for (let term = from; term < to; term++) {
    const state = stateOf(frame, term);
    if (stage.op === 'transposed' && !frame.terms[term].input) {
      nodes.push({ kind: 'gap', text: '·', state });
      continue;
    }
    const product = productNode(view, frame, values, { term, state, begins: nodes.length === 0 });
    nodes.push(product);
    printed.push(product.factors.map((factor) => factor.text));
  }
  if (to < end) nodes.push({ kind: 'gap', text: '⋯', state: 'coming' });
  const sum = joined(nodes, '+');
  if (frame.term < end) return sum;
  const text = formatNumber(sums[end - 1], view);
  return [...sum, operator(sumSign(printed, text)), number(text, 'sum', 'done')];
}

/** First and one past the last term that is spelled out: all of a short section, else the row in hand. */
function shownTerms(
  frame: Frame,
  { first, end, width }: Omit<Section, 'sums'>,
): readonly [from: number, to: number] {
  if (end - first <= mostProducts) return [first, end];
  const inHand = currentTerm(frame) ?? Math.max(frame.term - 1, first);
  const column = (inHand - first) % width;
  const from = inHand - column + Math.floor(column / mostProducts) * mostProducts;
  const rowEnd = Math.min(inHand - column + width, end);
  return [from, Math.min(from + mostProducts, rowEnd)];
}

function stateOf(frame: Frame, term: number): FormulaState {
  if (term === currentTerm(frame)) return 'current';
  return term < frame.term ? 'done' : 'coming';
}

interface Printed {
  readonly term: number;
  readonly state: FormulaState;
  /** Nothing stands before it, so that its minus sign needs no brackets. */
  readonly begins: boolean;
}

/** The product of a term, its factors in the order of the stage. */
export function productNode(
  view: FormulaView,
  { terms, cell }: Pick<Frame, 'terms' | 'cell'>,
  { input, weight }: Pick<CellValues, 'input' | 'weight'>,
  { term, state, begins }: Printed,
): ProductNode {
  const transposed = view.stage.op === 'transposed';
  const read = number(formatNumber(input[term], view), 'input', state, begins && !transposed);
  const tap = number(formatNumber(weight[term], view), 'weights', state, begins && transposed);
  const source = terms[term];
  return {
    kind: 'product',
    factors: transposed ? [tap, read] : [read, tap],
    state,
    term,
    weight: source.weight,
    pair: source.input && { input: source.input, output: cell },
  };
}
