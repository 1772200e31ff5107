/** The four counters, each with the terms that it is made of. */
import { counts } from '../../math/counts.js';
import { axisSettingOf, outputSizeFormula } from '../../math/geometry.js';
import type { Plan, Stage } from '../../math/types.js';
import { walkOf } from '../../timeline/cells.js';
import { stepsOf, stepsOfStage } from '../../timeline/position.js';
import type { Frame, Moment, Walk } from '../../timeline/types.js';
import { termsPerCell } from '../../timeline/units.js';
import { dialects, type Dialect } from '../../words/dialect.js';
import { formatCount } from '../../words/numbers.js';
import type { Say } from '../say.js';
import { formatShape } from '../shape.js';
import { printAxes, weightLayout } from '../weight-axes.js';
import { cellCounter, timesFactor } from './cell.js';
import type { Counter, CountUnit, Printing } from './types.js';

export type { Counter, CountUnit } from './types.js';

export interface CounterOptions {
  readonly say: Say;
  readonly unit: CountUnit;
  /** Whose names of the weight axes are printed; none without it. */
  readonly dialect?: Dialect | undefined;
}

/** What is in hand, so far of the total, weights and biases, output shape. */
export function countersOf(
  { plan, stages, frame }: Moment,
  { say, unit, dialect }: CounterOptions,
): readonly Counter[] {
  const { stage } = stages[frame.stage];
  const flops = unit === 'flops';
  const printing = { say, factor: flops ? 2 : 1, unit: say(flops ? 'counts.flops' : 'counts.macs') };
  return [
    cellCounter(stage, frame, printing),
    progressCounter(plan, frame, printing),
    weightsCounter(plan, say, dialect),
    shapeCounter(plan, say),
  ];
}

function progressCounter(plan: Plan, frame: Frame, { say, factor, unit }: Printing): Counter {
  const { steps, walk } = frame;
  const perStage = plan.stages.map((stage) =>
    [termsPerCell(stage, walk), ...repeats(stage, walk)].map(formatCount).join(' × '),
  );
  const sum =
    perStage.length === 1 ? perStage[0] : factor === 1 ? perStage.join(' + ') : `(${perStage.join(' + ')})`;
  const total = formatCount(steps * factor);
  return {
    key: 'progress',
    label: say('counts.progress'),
    value: `${formatCount(termsAdded(plan, frame) * factor)} / ${total}`,
    unit,
    terms: [`${timesFactor(sum, factor, ' × ')} = ${total}`, ...usefulNotes(plan, frame, say, factor)],
  };
}

/** How many of the products are of real cells; of a transposed convolution what the other walk would take. */
function usefulNotes(plan: Plan, { steps, walk }: Frame, say: Say, factor: number): string[] {
  const { usefulMacs } = counts(plan);
  const print = (count: number): string => formatCount(count * factor);
  const notes: string[] = [];
  if (usefulMacs < steps) {
    const lands = plan.stages.some((stage) => walkOf(stage, walk) === 'input');
    notes.push(
      say(lands ? 'counts.useful-land' : 'counts.useful', { count: print(usefulMacs), total: print(steps) }),
    );
  }
  if (plan.stages.some(({ op }) => op === 'transposed')) {
    const [scatter, gather] = (['input', 'output'] as const).map((each) => print(stepsOf(plan, each)));
    notes.push(say('counts.walks', { scatter, gather }));
  }
  return notes;
}

/** Whole terms added in the whole run; when the sum of a cell is complete, its step has not quite ended yet. */
function termsAdded({ stages }: Plan, { stage, ordinal, term, lanes, stamp, walk }: Frame): number {
  const before = stages.slice(0, stage).reduce((sum, each) => sum + stepsOfStage(each, walk), 0);
  const inHand = stamp ? stamp.landed : term * lanes.length;
  return before + ordinal * termsPerCell(stages[stage], walk) + inHand;
}

/** How often a cell comes: images (where there are several), places, channels. */
function repeats(stage: Stage, walk: Walk): number[] {
  const [images, rows, columns, channels] = stage[walkOf(stage, walk)];
  return images === 1 ? [rows * columns, channels] : [images, rows * columns, channels];
}

function weightsCounter(plan: Plan, say: Say, dialect: Dialect | undefined): Counter {
  const value = formatCount(counts(plan).params);
  const terms = plan.stages.map(({ weightShape, bias, filters }) => {
    const weights = weightShape.join('·');
    return bias ? `${weights} + ${filters}` : weights;
  });
  const layers = dialect ? plan.stages.flatMap((stage) => axesLines(stage, dialect, say)) : [];
  const biased = plan.stages.some(({ bias }) => bias);
  return {
    key: 'weights',
    label: say(biased ? 'counts.weights-and-biases' : 'counts.weights'),
    value,
    unit: '',
    terms: [`${terms.join(' + ')} = ${value}`, ...new Set(layers)],
  };
}

/** 'Keras Conv2DTranspose (kh 3, kw 3, out 1, in 1)', and that in and out have changed places. */
function axesLines(stage: Stage, dialect: Dialect, say: Say): string[] {
  const layout = weightLayout(stage, dialect);
  const framework = dialects.find(({ id }) => id === dialect)!.name;
  const lines = [`${framework} ${layout.layer} ${printAxes(layout)}`];
  if (layout.swapped) lines.push(say('counts.swapped'));
  if (!layout.exists) lines.push(say('counts.no-groups', { framework }));
  return lines;
}

/** The layer's own output; of several stages the shapes on the way there, else how its sides come about. */
function shapeCounter({ stages }: Plan, say: Say): Counter {
  const shapes = [stages[0].input, ...stages.map(({ output }) => output)].map(withoutOneImage);
  return {
    key: 'shape',
    label: say('counts.shape'),
    value: formatShape(shapes.at(-1)!),
    unit: '',
    terms: stages.length > 1 ? [shapes.map(formatShape).join(' → ')] : sizeLines(stages[0], say),
  };
}

function withoutOneImage(shape: readonly number[]): readonly number[] {
  return shape[0] === 1 ? shape.slice(1) : shape;
}

function sizeLines(stage: Stage, say: Say): string[] {
  const [rows, columns] = [0, 1].map((axis) => outputSizeFormula(axisSettingOf(stage, axis as 0 | 1)));
  return rows === columns
    ? [say('counts.both', { formula: rows })]
    : [say('counts.rows', { formula: rows }), say('counts.columns', { formula: columns })];
}
