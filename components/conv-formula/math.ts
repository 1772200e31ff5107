import { mathml, nothing, type TemplateResult } from 'lit';
import type { FormulaNode, NumberNode, SumNode } from '../../src/views/formula/tree.js';

type Template = TemplateResult<3>;

/**
 * MathML of a part of a formula; a product carries its place in the sum as `data-term`. A sign at the edge of the part
 * keeps its room on both sides: what it joins stands in the neighbouring part.
 */
export function mathOf(nodes: readonly FormulaNode[]): readonly Template[] {
  return nodes.map(nodeMath);
}

function nodeMath(node: FormulaNode): Template {
  switch (node.kind) {
    case 'number':
      return numberMath(node);
    case 'symbol':
      return mathml`<msub class=${node.role}><mi>${node.text}</mi><mrow>${indicesMath(node.indices)}</mrow></msub>`;
    case 'operator':
      return mathml`<mo form="infix" separator=${node.text === ',' ? 'true' : nothing}>${node.text}</mo>`;
    case 'sum':
      return sumMath(node);
    case 'product': {
      const [first, second] = node.factors;
      const name = `product ${node.state}${node.pair ? '' : ' padding'}`;
      return mathml`<mrow class=${name} data-term=${node.term}>${numberMath(first)}<mo>·</mo>${numberMath(second)}</mrow>`;
    }
    case 'call':
      return mathml`<mtext>${node.name}</mtext><mo form="prefix" stretchy="false">(</mo>`;
    case 'end':
      return mathml`<mo form="postfix" stretchy="false">)</mo>`;
    case 'gap':
      return mathml`<mtext class="gap ${node.state}">${node.text}</mtext>`;
  }
}

function numberMath({ text, role, state, bracketed }: NumberNode): Template {
  const number = mathml`<mn class="${role} ${state}">${text}</mn>`;
  return bracketed
    ? mathml`<mrow><mo stretchy="false">(</mo>${number}<mo stretchy="false">)</mo></mrow>`
    : number;
}

/**
 * The room beside a sum, as an element: where it is the operator's own, Firefox leaves it out of the formula's width and
 * WebKit keeps it inside the limits.
 */
const sumGap = mathml`<mspace width="0.1667em"></mspace>`;

function sumMath({ under, over }: SumNode): Template {
  return mathml`<mrow>${sumGap}${signMath(under, over)}${sumGap}</mrow>`;
}

function signMath(under: string, over: string): Template {
  const sign = mathml`<mo largeop="true" lspace="0" rspace="0">∑</mo>`;
  if (under === '') return sign;
  const below = mathml`<mrow>${tokensMath(under)}</mrow>`;
  if (over === '') return mathml`<munder>${sign}${below}</munder>`;
  return mathml`<munderover>${sign}${below}<mrow>${tokensMath(over)}</mrow></munderover>`;
}

function indicesMath(indices: readonly string[]): readonly Template[] {
  return indices.flatMap((index, i) =>
    i === 0 ? tokensMath(index) : [mathml`<mo>,</mo>`, ...tokensMath(index)],
  );
}

/** '2r+i−1' as numbers, names and operators. */
function tokensMath(text: string): readonly Template[] {
  return (text.match(/[A-Za-z]|\d+|\S/g) ?? []).map((token) => {
    if (token === '…') return mathml`<mo lspace="0" rspace="0">${token}</mo>`;
    if (/\d/.test(token)) return mathml`<mn>${token}</mn>`;
    return /[A-Za-z]/.test(token) ? mathml`<mi>${token}</mi>` : mathml`<mo>${token}</mo>`;
  });
}
