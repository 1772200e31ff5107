/** The curves of two training runs: where their points lie, and what they come to. */
import { line, scaleLinear } from 'd3';
import { recipeOf, totals, understand, type Epoch, type TrainingRun } from '../../networks/index.js';

export const runNames = ['standard', 'separable'] as const;
export type RunName = (typeof runNames)[number];
export const phases = ['training', 'validation'] as const;
export type Phase = (typeof phases)[number];
export const quantities = ['accuracy', 'loss'] as const;
export type Quantity = (typeof quantities)[number];

export function valueOf(epoch: Epoch, quantity: Quantity, phase: Phase): number {
  if (quantity === 'accuracy') return phase === 'training' ? epoch.accuracy : epoch.validationAccuracy;
  return phase === 'training' ? epoch.loss : epoch.validationLoss;
}

/** How far training accuracy is ahead of validation accuracy. */
export function gapOf({ accuracy, validationAccuracy }: Epoch): number {
  return accuracy - validationAccuracy;
}

export interface Curve {
  readonly run: RunName;
  readonly phase: Phase;
  readonly path: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface CurveChart {
  readonly curves: readonly Curve[];
  /** Pixels across, one an epoch. */
  readonly epochs: readonly number[];
  readonly ticks: readonly { readonly value: number; readonly at: number }[];
}

/** Room for the numbers at the axes, in lines of text. */
const margins = { left: 2.4, right: 0.8, top: 0.6, bottom: 1.8 };

/** @param lineHeight of text, in pixels */
export function curveChart(
  runs: readonly TrainingRun[],
  quantity: Quantity,
  [width, height]: readonly [number, number],
  lineHeight: number,
): CurveChart {
  const count = Math.max(...runs.map(({ epochs }) => epochs.length));
  const all = runs.flatMap(({ epochs }) =>
    epochs.flatMap((epoch) => phases.map((phase) => valueOf(epoch, quantity, phase))),
  );
  const x = scaleLinear([0, count - 1], [lineHeight * margins.left, width - lineHeight * margins.right]);
  const least = quantity === 'loss' ? 0 : Math.min(...all);
  const y = scaleLinear(
    [least, Math.max(...all)],
    [height - lineHeight * margins.bottom, lineHeight * margins.top],
  ).nice(5);
  const draw = line<{ x: number; y: number }>(
    (point) => point.x,
    (point) => point.y,
  );
  const curves = runs.flatMap(({ epochs }, index) =>
    phases.map((phase): Curve => {
      const points = epochs.map((epoch, at) => ({ x: x(at), y: y(valueOf(epoch, quantity, phase)) }));
      return { run: runNames[index], phase, points, path: draw(points) ?? '' };
    }),
  );
  const epochs = Array.from({ length: count }, (_, at) => x(at));
  return { curves, epochs, ticks: y.ticks(5).map((value) => ({ value, at: y(value) })) };
}

export interface RunFacts {
  /** Epochs count from 1. */
  readonly bestAccuracy: { readonly value: number; readonly epoch: number };
  readonly lowestLoss: { readonly value: number; readonly epoch: number };
  /** Of accuracies, in the last epoch. */
  readonly lastGap: number;
  /** Of all epochs together. */
  readonly seconds: number;
  /** Mean over the epochs. */
  readonly millisecondsPerStep: number;
  readonly macs: number;
}

export function runFacts({ network, epochs }: TrainingRun): RunFacts {
  const bestAt = (better: (one: Epoch, other: Epoch) => boolean): number =>
    epochs.reduce((best, epoch, index) => (better(epoch, epochs[best]) ? index : best), 0);
  const accurate = bestAt((one, other) => one.validationAccuracy > other.validationAccuracy);
  const low = bestAt((one, other) => one.validationLoss < other.validationLoss);
  const sum = (value: (epoch: Epoch) => number): number =>
    epochs.reduce((total, epoch) => total + value(epoch), 0);
  const recipe = recipeOf(network);
  return {
    bestAccuracy: { value: epochs[accurate].validationAccuracy, epoch: accurate + 1 },
    lowestLoss: { value: epochs[low].validationLoss, epoch: low + 1 },
    lastGap: gapOf(epochs[epochs.length - 1]),
    seconds: sum(({ seconds }) => seconds),
    millisecondsPerStep: sum(({ millisecondsPerStep }) => millisecondsPerStep) / epochs.length,
    macs: recipe ? totals(understand(recipe.build()).rows).macs : 0,
  };
}
