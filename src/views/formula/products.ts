/** The products of the channel in hand. */
import type { CellValues, Frame } from '../../timeline/types.js';
import { formatNumber, sumSign } from '../../words/numbers.js';
import { currentTerm } from '../current-term.js';
import {
  joined,
  operator,
  type FormulaNode,
  type FormulaState,
  type NumberNode,
  type ProductNode,
} from './tree.js';

/** At most this many products are spelled out. */
export const mostProducts = 9;

/**
 * 0·(−1) + 1·0 + … = 10. Of a bigger kernel only the row in hand is spelled out: what was added before it is one
 * number, the channel's sum so far, and what follows is ⋯. The result stands there when all of it is added.
 */
export function productsNodes(frame: Frame, values: CellValues, kernelWidth: number): FormulaNode[] {
  const first = frame.channel * frame.taps;
  const end = first + frame.taps;
  const [from, to] = shownTerms(frame, kernelWidth);
  const nodes: FormulaNode[] = [];
  const printed: string[][] = [];
  if (from > first) {
    const text = formatNumber(values.channelSum[from - 1]);
    nodes.push({
      kind: 'number',
      text,
      role: 'sum',
      state: from <= frame.term ? 'done' : 'coming',
      bracketed: false,
    });
    printed.push([text]);
  }
  for (let term = from; term < to; term++) {
    const product = productNode(frame, values, term, nodes.length === 0);
    nodes.push(product);
    printed.push(product.factors.map((factor) => factor.text));
  }
  if (to < end) nodes.push({ kind: 'gap', text: '⋯', state: 'coming' });
  const sum = joined(nodes, '+');
  if (frame.term < end) return sum;
  const text = formatNumber(values.channelSum[end - 1]);
  const result: NumberNode = { kind: 'number', text, role: 'sum', state: 'done', bracketed: false };
  return [...sum, operator(sumSign(printed, text)), result];
}

/** First and one past the last term that is spelled out: all of a small slice, else the kernel row in hand. */
function shownTerms(frame: Frame, kernelWidth: number): [from: number, to: number] {
  const { channel, taps, term } = frame;
  const first = channel * taps;
  if (taps <= mostProducts) return [first, first + taps];
  const inHand = currentTerm(frame) ?? Math.max(term - 1, first);
  const column = (inHand - first) % kernelWidth;
  const from = inHand - column + Math.floor(column / mostProducts) * mostProducts;
  const rowEnd = inHand - column + kernelWidth;
  return [from, Math.min(from + mostProducts, rowEnd)];
}

function productNode(frame: Frame, values: CellValues, term: number, begins: boolean): ProductNode {
  const state: FormulaState = term === currentTerm(frame) ? 'current' : term < frame.term ? 'done' : 'coming';
  const [input, weight] = [values.input[term], values.weight[term]];
  return {
    kind: 'product',
    factors: [
      { kind: 'number', text: formatNumber(input), role: 'input', state, bracketed: input < 0 && !begins },
      { kind: 'number', text: formatNumber(weight), role: 'weights', state, bracketed: weight < 0 },
    ],
    state,
    term,
    input: frame.terms[term].input,
  };
}
