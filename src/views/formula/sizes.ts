/** The rules that decide sizes, with the numbers of a stage: how far the taps reach, and how big the output is. */
import { axisSettingOf } from '../../math/geometry.js';
import type { Stage } from '../../math/types.js';
import type { WordKey } from '../../words/say.js';
import type { Say } from '../say.js';

export interface SizeRule {
  readonly label: WordKey;
  /** One text for rows and columns alike, or one each with its name. */
  readonly texts: readonly string[];
}

/** What is not obvious: no reach without holes, no size where windows start at every cell of an input without padding. */
export function sizeRules(stage: Stage, say: Say): readonly SizeRule[] {
  const rules: SizeRule[] = [];
  const hasHoles = stage.effectiveKernel.some((reach, axis) => reach !== stage.kernel[axis]);
  if (hasHoles)
    rules.push({ label: 'formula.reach', texts: bothAxes((axis) => reachText(stage, axis), say) });
  const isPlain = [...stage.stride.map((step) => step - 1), ...stage.padding].every((extra) => extra === 0);
  if (!isPlain || stage.op === 'transposed') {
    rules.push({ label: 'formula.size', texts: bothAxes((axis) => sizeText(stage, axis, say), say) });
  }
  return rules;
}

function bothAxes(textOf: (axis: 0 | 1) => string, say: Say): string[] {
  const [rows, columns] = [textOf(0), textOf(1)];
  if (rows === columns) return [rows];
  return [say('counts.rows', { formula: rows }), say('counts.columns', { formula: columns })];
}

/** 'k + (k − 1)(d − 1) = 3 + 2·1 = 5' */
function reachText({ kernel, dilation, effectiveKernel }: Stage, axis: 0 | 1): string {
  const [k, d] = [kernel[axis], dilation[axis]];
  return `k + (k − 1)(d − 1) = ${k} + ${k - 1}·${d - 1} = ${effectiveKernel[axis]}`;
}

function sizeText(stage: Stage, axis: 0 | 1, say: Say): string {
  const { input, stride, before, after, outputPadding } = axisSettingOf(stage, axis);
  const [output, reach] = [stage.output[axis + 1], stage.effectiveKernel[axis]];
  const isSame = stage.paddingMode === 'same';
  if (stage.op === 'transposed') {
    if (isSame) return `${input}·${stride} = ${output}`;
    const crop = before === after ? `2·${before}` : `(${before} + ${after})`;
    return `(${input} − 1)·${stride} + ${reach} − ${crop} + ${outputPadding} = ${output}`;
  }
  if (!isSame) return `⌊(${input} + ${before + after} − ${reach})/${stride}⌋ + 1 = ${output}`;
  const total = (output - 1) * stride + reach - input;
  return say('formula.same', {
    size: `⌈${input}/${stride}⌉ = ${output}`,
    padding: `(${output} − 1)·${stride} + ${reach} − ${input} = ${total < 0 ? `−${-total}` : total}`,
    before,
    after,
  });
}
