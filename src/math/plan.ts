/** From what a caller asks for to stages with nothing left open, or to the reasons why not. */

import { FIELDS } from './fields.js';
import {
  axisSettingOf,
  effectiveKernel,
  fullSize,
  outputSize,
  outputSizeFormula,
  resolvePadding,
} from './geometry.js';
import { print, problemOf } from './problem.js';
import type { ProblemParts } from './problem.js';
import { LARGEST, SpecReader } from './read-spec.js';
import type { Reading, Report } from './read-spec.js';
import type { ConvSpec, Plan, Problem, Shape4, Stage } from './types.js';

type Complete = Required<Reading>;
/** Reports a problem of the spec at hand. */
type Refuse = (parts: Omit<ProblemParts, 'stage'>) => void;

const AXES = [
  { axis: 0, size: 'height', side: 'top', opposite: 'bottom' },
  { axis: 1, size: 'width', side: 'left', opposite: 'right' },
] as const;

/**
 * Plans one convolution, or several in a row: each spec after the first reads the output of the one before.
 * Never throws: whatever is wrong with `specs` is listed in `problems`, and `stages` ends before the first
 * spec that has one.
 */
export function plan(specs: ConvSpec | readonly ConvSpec[]): Plan {
  const list: readonly unknown[] = Array.isArray(specs) ? specs : [specs];
  const stages: Stage[] = [];
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  let previous: Shape4 | undefined;
  for (let index = 0; index < list.length; index++) {
    const found: Problem[] = [];
    const report: Report = (problem) => {
      if (!found.some((earlier) => saysTheSame(earlier, problem))) found.push(problem);
    };
    const stage = readStage(list[index], index, previous, report, warnings);
    problems.push(...found);
    previous = stage?.output;
    if (stage && problems.length === 0) stages.push(stage);
  }
  if (list.length === 0) problems.push(notASpec(specs, 0));
  return { stages, problems, warnings };
}

/** Whether two problems differ in their axis only, as where one number was given for both. */
function saysTheSame(a: Problem, b: Problem): boolean {
  return a.formula !== '' && a.formula === b.formula && a.kind === b.kind && a.field === b.field;
}

function notASpec(value: unknown, stage: number): Problem {
  const claim = 'A spec is an object with at least an input shape';
  const allowed = '{ input: [H, W, C] }';
  return problemOf({ claim, field: 'spec', kind: 'invalid-value', given: print(value), allowed, stage });
}

/** The stage of one spec, or undefined after reporting why there is none. */
function readStage(
  spec: unknown,
  index: number,
  previous: Shape4 | undefined,
  report: Report,
  warnings: Problem[],
): Stage | undefined {
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) {
    report(notASpec(spec, index));
    return undefined;
  }
  const reader = new SpecReader(spec, index, report);
  const reading = reader.read();
  warnings.push(...reader.unknownFields());
  const refuse: Refuse = (parts) => report(problemOf({ ...parts, stage: index }));
  const inputIsGiven = (spec as ConvSpec).input !== undefined;
  chainInput(reading, index, previous, inputIsGiven, refuse);
  checkGroups(reading, refuse);
  checkOutputPadding(reading, refuse);
  return isComplete(reading) ? layOut(reading, index, refuse) : undefined;
}

/** The first spec names its input; a later one takes the previous output and may at most repeat it. */
function chainInput(
  reading: Reading,
  index: number,
  previous: Shape4 | undefined,
  inputIsGiven: boolean,
  refuse: Refuse,
): void {
  if (index === 0 && !inputIsGiven) {
    const claim = 'The input shape is missing';
    const allowed = '[N, H, W, C] | [H, W, C]';
    refuse({ claim, field: 'input', kind: 'missing-input', given: 'undefined', allowed });
  }
  if (!previous) return;
  const given = reading.input;
  if (given && given.some((size, axis) => size !== previous[axis])) {
    const claim = `input differs from the output of stage ${index - 1}`;
    refuse({ claim, field: 'input', kind: 'shape-mismatch', given: print(given), allowed: print(previous) });
    delete reading.input;
  } else if (!inputIsGiven) {
    reading.input = previous;
  }
}

/** Every group takes the same number of channels and makes the same number of filters. */
function checkGroups({ input, filters, groups }: Reading, refuse: Refuse): void {
  if (groups === undefined) return;
  const check = (count: number | undefined, name: string, kind: Problem['kind']): void => {
    if (count === undefined || count % groups === 0) return;
    const claim = `${count} ${name} cannot be split evenly into groups`;
    const formula = `${count} mod ${groups} = ${count % groups}`;
    refuse({ claim, field: 'groups', kind, given: `${groups}`, allowed, formula });
  };
  const allowed = commonDivisors([input?.[3], filters].filter((count) => count !== undefined));
  check(input?.[3], 'input channels', 'channels-not-divisible-by-groups');
  check(filters, 'filters', 'filters-not-divisible-by-groups');
}

/** The numbers that divide every count, as a list; the rule alone where the list would be long. */
function commonDivisors(counts: readonly number[]): string {
  const smallest = Math.min(...counts);
  if (smallest > 4096) return counts.map((count) => `${count} mod n = 0`).join(', ');
  const divides = (n: number): boolean => counts.every((count) => count % n === 0);
  return Array.from({ length: smallest }, (_, index) => index + 1)
    .filter(divides)
    .join(', ');
}

/** Output padding belongs to a transposed convolution, stays below its grid, and is implied by 'same'. */
function checkOutputPadding(reading: Reading, refuse: Refuse): void {
  const { op, kernel, stride, dilation, padding, outputPadding } = reading;
  if (!op || !outputPadding || outputPadding.every((extra) => extra === 0)) return;
  const field = 'outputPadding';
  if (op === 'conv') {
    const claim = 'Only a transposed convolution has output padding';
    refuse({ claim, field, kind: 'not-applicable', given: print(outputPadding), allowed: '0' });
    delete reading.outputPadding;
    return;
  }
  if (!kernel || !stride || !dilation || !padding) return;
  for (const { axis, size } of AXES) {
    const extra = outputPadding[axis];
    const given = `${extra}`;
    const largest = Math.max(stride[axis], dilation[axis]) - 1;
    const reach = effectiveKernel(kernel[axis], dilation[axis]);
    const implied = Math.max(stride[axis] - reach, 0);
    if (padding.mode === 'same' && extra !== 0 && extra !== implied) {
      const claim = `SAME padding itself decides the output padding of the ${size}`;
      const formula = `max(${stride[axis]} − ${reach}, 0) = ${implied}`;
      const allowed = implied === 0 ? '0' : `0 | ${implied}`;
      refuse({ claim, field, kind: 'not-applicable', given, allowed, formula });
      delete reading.outputPadding;
    } else if (padding.mode !== 'same' && extra > largest) {
      const claim = `The output padding of the ${size} reaches the stride and the dilation`;
      const formula = `${extra} ≥ max(${stride[axis]}, ${dilation[axis]})`;
      const allowed = `0 … ${largest}`;
      refuse({ claim, field, kind: 'output-padding-too-large', given, allowed, formula });
      delete reading.outputPadding;
    }
  }
}

function isComplete(reading: Reading): reading is Complete {
  return Object.keys(reading).length === FIELDS.length;
}

/** The stage of a spec whose fields are legal one by one, unless its geometry or a tensor's size is not. */
function layOut(reading: Complete, index: number, refuse: Refuse): Stage | undefined {
  const { op, input, filters, kernel, stride, dilation, groups, bias, activation } = reading;
  const { mode, sides } = reading.padding;
  const [rows, columns] = AXES.map(({ axis }) =>
    resolvePadding({
      op,
      mode,
      input: input[axis + 1],
      kernel: kernel[axis],
      stride: stride[axis],
      dilation: dilation[axis],
      before: sides[2 * axis],
      after: sides[2 * axis + 1],
      outputPadding: reading.outputPadding[axis],
    }),
  );
  const output: Shape4 = [input[0], outputSize(rows), outputSize(columns), filters];
  const [big, small] = op === 'conv' ? [input, output] : [output, input];
  const stage: Stage = {
    index,
    from: [index - 1],
    op,
    input,
    output,
    big,
    small,
    kernel,
    stride,
    dilation,
    effectiveKernel: [effectiveKernel(kernel[0], dilation[0]), effectiveKernel(kernel[1], dilation[1])],
    paddingMode: mode,
    padding: [rows.before, rows.after, columns.before, columns.after],
    outputPadding: [rows.outputPadding, columns.outputPadding],
    groups,
    filters,
    bias,
    activation,
    weightShape: [kernel[0], kernel[1], big[3] / groups, small[3]],
  };
  const channelsDivide = input[3] % groups === 0 && filters % groups === 0;
  return checkOutput(stage, refuse) && checkSizes(stage, refuse) && channelsDivide ? stage : undefined;
}

/** Whether at least one output cell is left on each axis. */
function checkOutput(stage: Stage, refuse: Refuse): boolean {
  let fits = true;
  for (const { axis, size, side, opposite } of AXES) {
    const setting = axisSettingOf(stage, axis);
    const formula = outputSizeFormula(setting);
    if (outputSize(setting) >= 1) continue;
    fits = false;
    if (stage.op === 'conv') {
      const largest = Math.floor((fullSize(setting) - 1) / setting.dilation) + 1;
      refuse({
        claim: `The kernel ${size} reaches over ${stage.effectiveKernel[axis]} cells, the padded input has only ${fullSize(setting)}`,
        field: 'kernel',
        kind: 'kernel-larger-than-input',
        given: `${setting.kernel}`,
        allowed: `1 … ${largest}`,
        formula,
      });
    } else {
      refuse({
        claim: `Cropping by ${side} + ${opposite} leaves nothing of the output ${size}`,
        field: 'padding',
        kind: 'empty-output',
        given: `${setting.before} + ${setting.after}`,
        allowed: `0 … ${fullSize(setting) - 1}`,
        formula,
      });
    }
  }
  return fits;
}

/** Whether each tensor's elements, and each axis that the kernel slides over, can be counted in 32 bits. */
function checkSizes(stage: Stage, refuse: Refuse): boolean {
  const tensors = [
    ['input', 'input', stage.input],
    ['filters', 'weights', stage.weightShape],
    ['input', 'output', stage.output],
  ] as const;
  const axes = AXES.map(
    ({ axis, size }) =>
      ['padding', `${size} under the kernel`, [fullSize(axisSettingOf(stage, axis))]] as const,
  );
  let fits = true;
  for (const [field, name, shape] of [...tensors, ...axes]) {
    const elements = shape.reduce((product, size) => product * size, 1);
    if (elements <= LARGEST) continue;
    fits = false;
    refuse({
      claim: `The ${name} would be too large`,
      field,
      kind: 'tensor-too-large',
      given: print(shape),
      allowed: `1 … ${LARGEST}`,
      formula: `${shape.join(' · ')} = ${elements}`,
    });
  }
  return fits;
}
