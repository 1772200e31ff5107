/** A formula as plain data, ready for MathML and for plain text. */
import type { Pair } from '../../timeline/types.js';
import type { WeightIndex } from '../../math/types.js';

export type FormulaRole = 'input' | 'weights' | 'bias' | 'output' | 'sum';
/** done: added; current: in hand; coming: not added yet. */
export type FormulaState = 'done' | 'current' | 'coming';

export interface NumberNode {
  readonly kind: 'number';
  readonly text: string;
  readonly role: FormulaRole;
  readonly state: FormulaState;
  /** A negative number that does not begin the expression stands in brackets. */
  readonly bracketed: boolean;
}
/** A name with its indices: y with r, c, f. */
export interface SymbolNode {
  readonly kind: 'symbol';
  readonly text: string;
  readonly role: FormulaRole;
  readonly indices: readonly string[];
}
export interface OperatorNode {
  readonly kind: 'operator';
  readonly text: '+' | '·' | ',' | '=' | '≈';
}
/** Σ with what stands under and over it; '' for nothing. */
export interface SumNode {
  readonly kind: 'sum';
  readonly under: string;
  readonly over: string;
}
/** One term of the sum. */
export interface ProductNode {
  readonly kind: 'product';
  readonly factors: readonly [NumberNode, NumberNode];
  readonly state: FormulaState;
  /** Place in the order of the sum. */
  readonly term: number;
  readonly weight: WeightIndex;
  /** The cells that it joins; null on padding. */
  readonly pair: Pair | null;
}
/** Opens the bracket of a function: ReLU6( */
export interface CallNode {
  readonly kind: 'call';
  readonly name: string;
}
/** Closes it. */
export interface EndNode {
  readonly kind: 'end';
}
/** What is left out, not known yet, or (the dot) a product with an inserted zero. */
export interface GapNode {
  readonly kind: 'gap';
  readonly text: '(…)' | '…' | '⋯' | '·';
  readonly state: FormulaState;
}
export type FormulaNode =
  NumberNode | SymbolNode | OperatorNode | SumNode | ProductNode | CallNode | EndNode | GapNode;

/**
 * What a line is about: the rule in symbols, or a step of its evaluation. In a scatter walk 'stamp' lists the products of the
 * input cell in hand, 'entry' adds the one that lands, and 'collected' is what a pointed-at output cell has got.
 */
export type LineKind =
  | 'rule'
  | 'names'
  | 'window'
  | 'products'
  | 'total'
  | 'bias'
  | 'activate'
  | 'write'
  | 'stamp'
  | 'entry'
  | 'collected';

export interface FormulaLine {
  readonly kind: LineKind;
  readonly nodes: readonly FormulaNode[];
  /** Channel read by a window or its products, counted from 0; null for other lines, and where all are read. */
  readonly channel: number | null;
}

export function operator(text: OperatorNode['text']): OperatorNode {
  return { kind: 'operator', text };
}

export function symbol(text: string, role: FormulaRole, indices: readonly string[]): SymbolNode {
  return { kind: 'symbol', text, role, indices };
}

export function number(text: string, role: FormulaRole, state: FormulaState, begins = true): NumberNode {
  return { kind: 'number', text, role, state, bracketed: !begins && text.startsWith('−') };
}

/** Nodes with an operator between each two. */
export function joined(nodes: readonly FormulaNode[], text: OperatorNode['text']): FormulaNode[] {
  return nodes.flatMap((node, i) => (i === 0 ? [node] : [operator(text), node]));
}

/** What a function makes of an expression; the expression itself where the function has no name. */
export function called(name: string, nodes: readonly FormulaNode[]): FormulaNode[] {
  return name === '' ? [...nodes] : [{ kind: 'call', name }, ...nodes, { kind: 'end' }];
}

/** Plain text of a formula, to be copied and read out: '0·(−1) + 1·0 = 0', 'y[1,1,1] = 18'. */
export function toText(nodes: readonly FormulaNode[]): string {
  return nodes.map(nodeText).join('').trim();
}

function nodeText(node: FormulaNode): string {
  switch (node.kind) {
    case 'number':
      return node.bracketed ? `(${node.text})` : node.text;
    case 'symbol':
      return `${node.text}[${node.indices.join(',')}]`;
    case 'operator':
      if (node.text === '·') return '·';
      return node.text === ',' ? ', ' : ` ${node.text} `;
    case 'sum':
      return node.under === '' ? 'Σ ' : `Σ(${node.over === '' ? node.under : `${node.under}…${node.over}`}) `;
    case 'product':
      return node.factors.map(nodeText).join('·');
    case 'call':
      return `${node.name}(`;
    case 'end':
      return ')';
    case 'gap':
      return node.text;
  }
}
