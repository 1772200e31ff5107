import { html, nothing, type TemplateResult } from 'lit';
import { chunksOf } from '../../src/views/formula/chunks.js';
import {
  toText,
  type FormulaLine,
  type FormulaNode,
  type ProductNode,
} from '../../src/views/formula/tree.js';
import type { Say } from '../../src/views/say.js';
import { mathOf } from './math.js';

/** A part of a line that stands for one product: pointing at it points at the cells that it joins. */
export interface ProductElement extends HTMLElement {
  product: ProductNode;
}

/**
 * A line as math, said as a whole. Its products can be reached by keyboard, one of them by Tab: the one in hand, else the
 * first.
 */
export function renderLine({ nodes }: FormulaLine, say: Say): TemplateResult {
  const products = nodes.filter((node) => node.kind === 'product');
  const stop = products.find(({ state }) => state === 'current') ?? products[0];
  const role = products.length > 0 ? 'group' : 'math';
  return html`<span class="line" role=${role} aria-label=${toText(nodes)}
    >${chunksOf(nodes).map((chunk) => renderChunk(chunk, say, stop))}</span
  >`;
}

function renderChunk(chunk: readonly FormulaNode[], say: Say, stop: ProductNode | undefined): TemplateResult {
  const product = chunk.find((node) => node.kind === 'product');
  if (!product) return chunkMath(chunk);
  const [value, weight] = [...product.factors].sort(
    (a, b) => Number(a.role > b.role) - Number(a.role < b.role),
  );
  return html`<span
      class="chunk"
      role="button"
      tabindex=${product === stop ? 0 : -1}
      aria-label=${`${toText(chunk)}, ${say('formula.term', { value: value.text, weight: weight.text })}`}
      aria-current=${product.state === 'current' ? 'step' : nothing}
      .product=${product}
      ><math aria-hidden="true" displaystyle="true">${mathOf(chunk)}</math></span
    ><wbr />`;
}

/** One formula as several, so that the browser can break the line between them. */
export function chunksMath(nodes: readonly FormulaNode[]): readonly TemplateResult[] {
  return chunksOf(nodes).map(chunkMath);
}

function chunkMath(chunk: readonly FormulaNode[]): TemplateResult {
  return html`<span class="chunk"><math aria-hidden="true" displaystyle="true">${mathOf(chunk)}</math></span
    ><wbr />`;
}

/** The product that an element of a line belongs to, or null. */
export function productAt(target: EventTarget | null): ProductElement | null {
  return target instanceof Element ? target.closest<ProductElement>('.chunk[role="button"]') : null;
}

/** The product that an arrow key leads to from another one of the same formula; null for other keys. */
export function productAfterKey(from: ProductElement, key: string): ProductElement | null {
  const root = from.getRootNode() as ShadowRoot;
  const all = [...root.querySelectorAll<ProductElement>('.chunk[role="button"]')];
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: all.indexOf(from) - 1,
    ArrowRight: all.indexOf(from) + 1,
    Home: 0,
    End: all.length - 1,
  };
  return key in steps ? all[Math.min(Math.max(steps[key], 0), all.length - 1)] : null;
}
