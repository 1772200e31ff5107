/** The four counters, each with the terms that it is made of. */
import { counts } from '../../math/counts.js';
import { axisSettingOf, outputSizeFormula } from '../../math/geometry.js';
import { termsPerOutput } from '../../math/incidence.js';
import type { Plan, Stage } from '../../math/types.js';
import { cellCount } from '../../timeline/cells.js';
import type { Frame, Moment } from '../../timeline/types.js';
import { formatCount } from '../../words/numbers.js';
import type { Say } from '../say.js';
import { formatShape } from '../shape.js';

/** A FLOP is one addition or one multiplication: twice the multiply-adds. */
export type CountUnit = 'multiply-adds' | 'flops';

export interface Counter {
  readonly key: 'cell' | 'progress' | 'weights' | 'shape';
  readonly label: string;
  /** The number, or numbers, in large. */
  readonly value: string;
  /** Unit of the value; '' where it has none. */
  readonly unit: string;
  /** What it is made of, one line each: '27 × 9 × 4 = 972'. */
  readonly terms: readonly string[];
}

/** This cell, so far of the total, weights and biases, output shape. */
export function countersOf(
  { plan, stages, frame }: Moment,
  { say, unit }: { readonly say: Say; readonly unit: CountUnit },
): readonly Counter[] {
  const { stage } = stages[frame.stage];
  const printing = {
    say,
    factor: unit === 'flops' ? 2 : 1,
    unit: say(unit === 'flops' ? 'counts.flops' : 'counts.macs'),
  };
  return [
    cellCounter(stage, frame, printing),
    progressCounter(plan, frame, printing),
    weightsCounter(plan, say),
    shapeCounter(stage, say),
  ];
}

interface Printing {
  readonly say: Say;
  /** Units in one multiply-add. */
  readonly factor: number;
  readonly unit: string;
}

function cellCounter(stage: Stage, frame: Frame, { say, factor, unit }: Printing): Counter {
  const terms = frame.terms.length;
  const real = frame.terms.filter((term) => term.input !== null).length;
  const product = timesFactor([...stage.kernel, frame.channels].join('·'), factor, '·');
  const value = formatCount(terms * factor);
  const note = say('counts.useful-cell', {
    count: formatCount(real * factor),
    rest: formatCount((terms - real) * factor),
  });
  return {
    key: 'cell',
    label: say('counts.cell'),
    value,
    unit,
    terms: [`${product} = ${value}`, ...(real < terms ? [note] : [])],
  };
}

function progressCounter(plan: Plan, frame: Frame, { say, factor, unit }: Printing): Counter {
  const { steps } = frame;
  const perStage = plan.stages.map((stage) =>
    [termsPerOutput(stage), ...repeats(stage)].map(formatCount).join(' × '),
  );
  const sum =
    perStage.length === 1 ? perStage[0] : factor === 1 ? perStage.join(' + ') : `(${perStage.join(' + ')})`;
  const total = formatCount(steps * factor);
  const { usefulMacs } = counts(plan);
  const note = say('counts.useful', { count: formatCount(usefulMacs * factor), total });
  return {
    key: 'progress',
    label: say('counts.progress'),
    value: `${formatCount(termsAdded(plan, frame) * factor)} / ${total}`,
    unit,
    terms: [`${timesFactor(sum, factor, ' × ')} = ${total}`, ...(usefulMacs < steps ? [note] : [])],
  };
}

/** Whole terms added in the whole run; when the sum of a cell is complete, its step has not quite ended yet. */
function termsAdded({ stages }: Plan, { stage, ordinal, term }: Frame): number {
  const before = stages
    .slice(0, stage)
    .reduce((sum, each) => sum + cellCount(each) * termsPerOutput(each), 0);
  return before + ordinal * termsPerOutput(stages[stage]) + term;
}

/** How often a cell is made: images (where there are several), places, output channels. */
function repeats({ output }: Stage): number[] {
  const [images, rows, columns, channels] = output;
  return images === 1 ? [rows * columns, channels] : [images, rows * columns, channels];
}

function weightsCounter(plan: Plan, say: Say): Counter {
  const value = formatCount(counts(plan).params);
  const terms = plan.stages.map(({ weightShape, bias, filters }) => {
    const weights = weightShape.join('·');
    return bias ? `${weights} + ${filters}` : weights;
  });
  const biased = plan.stages.some((stage) => stage.bias);
  return {
    key: 'weights',
    label: say(biased ? 'counts.weights-and-biases' : 'counts.weights'),
    value,
    unit: '',
    terms: [`${terms.join(' + ')} = ${value}`],
  };
}

function shapeCounter(stage: Stage, say: Say): Counter {
  const [images, ...shape] = stage.output;
  const [rows, columns] = [0, 1].map((axis) => outputSizeFormula(axisSettingOf(stage, axis as 0 | 1)));
  return {
    key: 'shape',
    label: say('counts.shape'),
    value: formatShape(images === 1 ? shape : stage.output),
    unit: '',
    terms:
      rows === columns
        ? [say('counts.both', { formula: rows })]
        : [say('counts.rows', { formula: rows }), say('counts.columns', { formula: columns })],
  };
}

function timesFactor(text: string, factor: number, times: string): string {
  return factor === 1 ? text : `${factor}${times}${text}`;
}
