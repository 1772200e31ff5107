/** Parameters, multiply-adds and bytes, all counted from the relation in closed form. */

import { axesOf, termsPerOutput } from './incidence.js';
import type { Axis } from './incidence.js';
import { plan } from './plan.js';
import { ConvError } from './problem.js';
import { sizeOf } from './tensor.js';
import type { ConvSpec, Plan, Shape4, Stage } from './types.js';

/** Whole numbers, exact up to 2^53. The batch is included; additions of biases are never multiply-adds. */
export interface StageCounts {
  /** Weights and biases. */
  readonly params: number;
  /** N · small positions · taps · channel pairs: the dense relation, whichever way it is read; taps on padding included. */
  readonly macs: number;
  /** What every output cell spends with all its terms: for a transposed convolution, the zero-insertion form. */
  readonly gatherMacs: number;
  /** Products of a real element that end in a real output: N · non-zeros of the matrix. */
  readonly usefulMacs: number;
  /** [N, H, W, C] */
  readonly outputShape: Shape4;
  /** The output as float32. */
  readonly activationBytes: number;
  /** Weights and biases as float32. */
  readonly weightBytes: number;
}

/** The sums over all stages; `outputShape` is the last stage's. */
export interface Counts extends StageCounts {
  readonly stages: readonly StageCounts[];
}

const FLOAT_BYTES = 4;

/**
 * Counts of a plan, of a spec, or of several specs in a row.
 * @throws ConvError 'illegal-plan' with the problems.
 */
export function counts(subject: ConvSpec | readonly ConvSpec[] | Plan): Counts {
  const planned = isPlan(subject) ? subject : plan(subject);
  if (planned.problems.length > 0) throw new ConvError('illegal-plan', planned.problems);
  const stages = planned.stages.map(stageCounts);
  const total = (key: Exclude<keyof StageCounts, 'outputShape'>): number =>
    stages.reduce((sum, stage) => sum + stage[key], 0);
  return {
    params: total('params'),
    macs: total('macs'),
    gatherMacs: total('gatherMacs'),
    usefulMacs: total('usefulMacs'),
    outputShape: stages[stages.length - 1].outputShape,
    activationBytes: total('activationBytes'),
    weightBytes: total('weightBytes'),
    stages,
  };
}

function isPlan(subject: ConvSpec | readonly ConvSpec[] | Plan): subject is Plan {
  return typeof subject === 'object' && subject !== null && 'stages' in subject && 'problems' in subject;
}

function stageCounts(stage: Stage): StageCounts {
  const [batch, rows, columns] = stage.small;
  const weights = sizeOf(stage.weightShape);
  const params = weights + (stage.bias ? stage.filters : 0);
  const elements = sizeOf(stage.output);
  return {
    params,
    macs: batch * rows * columns * weights,
    gatherMacs: elements * termsPerOutput(stage),
    usefulMacs: batch * matrixEntries(stage),
    outputShape: stage.output,
    activationBytes: elements * FLOAT_BYTES,
    weightBytes: params * FLOAT_BYTES,
  };
}

/** Entries of the matrix of one image: (big, small) cells that meet, counted once for each tap. */
export function matrixEntries(stage: Stage): number {
  const [rows, columns] = axesOf(stage);
  const [, , bigChannels, smallChannels] = stage.weightShape;
  return meetingCount(rows) * meetingCount(columns) * bigChannels * smallChannels;
}

/** Pairs (small, tap) of an axis that meet a big cell. */
export function meetingCount(axis: Axis): number {
  let count = 0;
  for (let tap = 0; tap < axis.kernel; tap++) {
    const shift = tap * axis.dilation - axis.padBefore;
    const first = Math.max(Math.ceil(-shift / axis.stride), 0);
    const last = Math.min(Math.floor((axis.big - 1 - shift) / axis.stride), axis.small - 1);
    count += Math.max(last - first + 1, 0);
  }
  return count;
}
