/** How a sum of products becomes the value of its cell: with its bias, through its activation. */
import type { Index4, Stage } from '../../math/types.js';
import { activationNames } from '../../words/activation-names.js';
import {
  equalsSign,
  formatNumber,
  isPrintedExactly,
  sumSign,
  type NumberFormat,
} from '../../words/numbers.js';
import type { FormulaView } from './products.js';
import { outputName } from './rule.js';
import { called, number, operator, type FormulaNode } from './tree.js';

/** Numbers of one cell; all of them the engine's. */
export interface Ending {
  /** Sum of the products alone. */
  readonly before: number;
  /** null where the stage has none. */
  readonly bias: number | null;
  /** With the bias; null where the engine was not asked. */
  readonly sum: number | null;
  /** After the activation. */
  readonly output: number;
}

const unknown: readonly FormulaNode[] = [operator('='), { kind: 'gap', text: '…', state: 'coming' }];

/** 18 + 1 = 19 */
export function biasNodes(
  { before, bias, sum }: Ending,
  progress: number,
  format: NumberFormat,
): FormulaNode[] {
  const [first, added] = [formatNumber(before, format), formatNumber(bias ?? 0, format)];
  const nodes = [
    number(first, 'sum', 'done'),
    operator('+'),
    number(added, 'bias', 'current', false),
  ] as const;
  if (progress < 1 || sum === null) return [...nodes, ...unknown];
  const text = formatNumber(sum, format);
  return [...nodes, operator(sumSign([[first], [added]], text)), number(text, 'sum', 'done')];
}

/** ReLU6(18 + 1) = 6 */
export function activationNodes(view: FormulaView, ending: Ending, progress: number): FormulaNode[] {
  const nodes = endedNodes(view, ending);
  if (progress < 1) return [...nodes, ...unknown];
  const text = formatNumber(ending.output, view);
  return [...nodes, operator(endingSign(view, ending, text)), number(text, 'sum', 'done')];
}

/** y[1,1,1] = ReLU6(18 + 1) = 6; without bias and activation the sum stands beside it already: y[1,1,1] = 18. */
export function writeNodes(view: FormulaView, cell: Index4, ending: Ending): FormulaNode[] {
  const text = formatNumber(ending.output, view);
  const isSum = ending.bias === null && view.stage.activation === 'none';
  return [
    outputName(cell),
    ...(isSum ? [] : [operator('='), ...endedNodes(view, ending)]),
    operator(endingSign(view, ending, text)),
    number(text, 'output', 'done'),
  ];
}

/** ReLU6(18 + 1), 18 + 1 or ReLU6(18) */
function endedNodes(view: FormulaView, { before, bias }: Ending): FormulaNode[] {
  return endedWith(
    view.stage,
    number(formatNumber(before, view), 'sum', 'done'),
    bias === null ? null : formatNumber(bias, view),
  );
}

/** What is made of a sum of products that is given as a node. */
export function endedWith({ activation }: Stage, sum: FormulaNode, bias: string | null): FormulaNode[] {
  const biased = bias === null ? [sum] : [sum, operator('+'), number(bias, 'bias', 'done', false)];
  return called(activationNames[activation], biased);
}

/** '=' where a reader who works the printed ending out gets the printed value. */
function endingSign(view: FormulaView, { before, bias, output }: Ending, text: string): '=' | '≈' {
  const parts = bias === null ? [before] : [before, bias];
  const printed = parts.map((value) => formatNumber(value, view));
  if (view.stage.activation === 'none')
    return bias === null
      ? equalsSign(output, text)
      : sumSign(
          printed.map((each) => [each]),
          text,
        );
  const isExact = parts.every((value, i) => isPrintedExactly(value, printed[i]));
  return isExact ? equalsSign(output, text) : '≈';
}
