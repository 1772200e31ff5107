/** One axis under the rules of padding that frameworks have: where windows begin, and which cells no window reads. */

import {
  axisSettingOf,
  effectiveKernel,
  outputSizeFormula,
  resolvePadding,
  samePaddingFormula,
} from './geometry.js';
import { axesOf, meetings, NOWHERE } from './incidence.js';
import { plan } from './plan.js';
import type { ConvSpec, Pair, Problem, Stage } from './types.js';

/**
 * `same` is TensorFlow's and ONNX's SAME_UPPER: the odd cell goes to the end. `same-lower` is ONNX's SAME_LOWER: to the
 * beginning. `symmetric` adds ⌊(reach − 1) / 2⌋ to each side, `half` ⌊reach / 2⌋, the "k // 2" of PyTorch code; the two differ
 * where the reach is even. PyTorch's own padding='same' is TensorFlow's and takes stride 1 only.
 */
export type PaddingRule = 'valid' | 'same' | 'same-lower' | 'symmetric' | 'half';

/** One axis: cells of the input, and the kernel that slides along it. */
export interface AxisLayer {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
}

/** What a rule does to an axis. Cells are counted from 0; those of the padding in front are negative. */
export interface RuledAxis {
  readonly rule: PaddingRule;
  readonly before: number;
  readonly after: number;
  /** Output cells; 0 where the rule leaves none. */
  readonly output: number;
  /** Where each window begins. */
  readonly starts: readonly number[];
  /** Cells from a window's first tap to its last. */
  readonly reach: number;
  /** The cells that its taps read, counted from the window's start. */
  readonly taps: readonly number[];
  /** Input cells that no tap of any window reads. */
  readonly unread: readonly number[];
  /** How the padding came about; '' where the rule says it outright. */
  readonly paddingFormula: string;
  /** The output size with its numbers. */
  readonly formula: string;
  /** Why nothing comes out. */
  readonly problem: Problem | null;
}

/** What a rule does to one axis; what cannot be planned is told in `problem`. */
export function ruledAxis(rule: PaddingRule, layer: AxisLayer): RuledAxis {
  const reach = effectiveKernel(layer.kernel, layer.dilation);
  const { stages, problems } = plan(specOf(rule, layer));
  const [before, after] = sidesOf(rule, layer);
  const isSame = rule === 'same' || rule === 'same-lower';
  const paddingFormula = isSame ? samePaddingFormula(layer) : '';
  const taps = Array.from({ length: layer.kernel }, (_, tap) => tap * layer.dilation);
  const sides = { rule, before, after, reach, taps, paddingFormula };
  if (problems.length > 0) {
    const [problem] = problems;
    return { ...sides, output: 0, starts: [], unread: [], formula: problem.formula, problem };
  }
  const [stage] = stages;
  const output = stage.output[2];
  const starts = Array.from({ length: output }, (_, window) => window * layer.stride - before);
  const formula = outputSizeFormula(axisSettingOf(stage, 1));
  return { ...sides, output, starts, unread: unreadCells(stage), formula, problem: null };
}

/** Whether two rules read the same windows, so that the same weights give the same numbers. */
export function readAlike(one: RuledAxis, other: RuledAxis): boolean {
  return one.output === other.output && one.before === other.before;
}

/** Nothing that the mode does not decide itself. */
const open = { before: 0, after: 0, outputPadding: 0 } as const;

function specOf(rule: PaddingRule, layer: AxisLayer): ConvSpec {
  const { input, kernel, stride, dilation } = layer;
  const [before, after] = sidesOf(rule, layer);
  return {
    input: [1, input, 1],
    kernel: [1, kernel],
    stride: [1, stride],
    dilation: [1, dilation],
    padding: rule === 'valid' || rule === 'same' ? rule : [0, 0, before, after],
  };
}

function sidesOf(rule: PaddingRule, layer: AxisLayer): Pair {
  const reach = effectiveKernel(layer.kernel, layer.dilation);
  if (rule === 'valid') return [0, 0];
  if (rule === 'symmetric' || rule === 'half') {
    const side = Math.floor(rule === 'half' ? reach / 2 : (reach - 1) / 2);
    return [side, side];
  }
  const { before, after } = resolvePadding({ ...layer, ...open, op: 'conv', mode: 'same' });
  return rule === 'same' ? [before, after] : [after, before];
}

function unreadCells(stage: Stage): number[] {
  const [, axis] = axesOf(stage);
  const cells = Array.from({ length: axis.big }, (_, cell) => cell);
  return cells.filter((cell) => meetings(axis, 'big', cell).every(({ other }) => other === NOWHERE));
}
