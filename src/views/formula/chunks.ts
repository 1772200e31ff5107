import type { FormulaNode } from './tree.js';

/**
 * The parts of a formula between which a line may break, in order: a product with its plus sign, the result with its
 * sign, a listed number with its comma. Joined they are the nodes again.
 */
export function chunksOf(nodes: readonly FormulaNode[]): readonly (readonly FormulaNode[])[] {
  const chunks: FormulaNode[][] = [];
  for (const node of nodes) {
    const last = chunks.at(-1);
    if (last && !breaksBetween(last, node)) last.push(node);
    else chunks.push([node]);
  }
  return chunks;
}

/** Breaks stand before +, = and ≈, behind commas, and behind the Σ signs; what is named stays with its = sign. */
function breaksBetween(chunk: readonly FormulaNode[], next: FormulaNode): boolean {
  const [first] = chunk;
  const last = chunk[chunk.length - 1];
  if (last.kind === 'operator' && last.text === ',') return true;
  if (last.kind === 'sum') return next.kind === 'symbol';
  if (next.kind !== 'operator' || next.text === '·' || next.text === ',') return false;
  return !(chunk.length === 1 && first.kind === 'symbol');
}
