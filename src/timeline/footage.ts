/** A stretch of a run as pictures at equal distances in time. */
import type { Plan } from '../math/types.js';
import { positionOf, startOfCellAt, stepsOf, stepsOfStage } from './position.js';
import { nextStop, previousStop } from './stops.js';
import { advance } from './tempo.js';
import { timeBetween } from './time-between.js';
import type { Walk } from './types.js';

/** The whole run; the stage, map or cell in hand; from here to the end. */
export const stretches = ['run', 'stage', 'map', 'cell', 'rest'] as const;
export type Stretch = (typeof stretches)[number];

export interface Footage {
  readonly walk: Walk;
  /** Steps. */
  readonly from: number;
  readonly to: number;
  /** Times the tempo of the run. */
  readonly speed: number;
  readonly framesPerSecond: number;
  /** Frames for which the last picture stays after it has come. */
  readonly hold: number;
}

/** First and last step of a stretch; a step between two cells belongs to the one just made, as in a frame. */
export function boundsOf(
  plan: Plan,
  step: number,
  stretch: Stretch,
  walk: Walk,
): Pick<Footage, 'from' | 'to'> {
  const end = stepsOf(plan, walk);
  switch (stretch) {
    case 'run':
      return { from: 0, to: end };
    case 'rest':
      return { from: step, to: end };
    case 'stage': {
      const { stage } = positionOf(plan, step, walk);
      const from = startOfCellAt(plan, stage.index, 0, walk);
      return { from, to: from + stepsOfStage(stage, walk) };
    }
    default: {
      const from = previousStop(plan, step, stretch, walk);
      return { from, to: nextStop(plan, from, stretch, walk) };
    }
  }
}

/** Frames of a footage: from its first step to the one that shows the last, and those that hold it. */
export function frameCount(plan: Plan, footage: Footage): number {
  return framesOfMotion(plan, footage) + 1 + footage.hold;
}

/** The step of every frame: what playing from the first step shows after i / framesPerSecond seconds, and the very last step. */
export function* stepsOfFrames(plan: Plan, footage: Footage): Generator<number, void> {
  const { walk, from, to, speed, framesPerSecond, hold } = footage;
  const frames = framesOfMotion(plan, footage);
  let step = from;
  for (let i = 0; i < frames; i += 1) {
    yield step;
    step = Math.min(advance(plan, step, (1000 * speed) / framesPerSecond, walk), to);
  }
  for (let i = 0; i <= hold; i += 1) yield to;
}

/** Milliseconds by which sums of durations may be wrong; less than that needs no frame of its own. */
const tolerance = 1e-6;

function framesOfMotion(plan: Plan, { walk, from, to, speed, framesPerSecond }: Footage): number {
  const milliseconds = timeBetween(plan, from, to, walk) / speed;
  return Math.ceil(((milliseconds - tolerance) * framesPerSecond) / 1000);
}
