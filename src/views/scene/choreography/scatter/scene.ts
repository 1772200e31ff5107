import type { Index4 } from '../../../../math/types.js';
import { segmentsOfCell } from '../../../../timeline/position.js';
import type { Moment, PartialSums, Stamp } from '../../../../timeline/types.js';
import { isRest, type BenchRow } from '../../layout/bench.js';
import { isFinished, sceneOf, type Scene } from '../scene.js';
import type { ScatterLayout } from './layout.js';

export interface ScatterScene extends Scene {
  readonly layout: ScatterLayout;
  /** null while the run goes along outputs: then all stamps hover, and a pin goes through the cell in the making. */
  readonly stamp: Stamp | null;
  /** Output cells that the stamp in hand has reached. */
  readonly landed: ReadonlySet<string>;
  /** null until the engine's sums at this very input cell are here. */
  readonly partial: PartialSums | null;
  /** How far the next entry is on its way down, 0 … 1. */
  readonly pressing: number;
  readonly done: boolean;
}

/** With a stamp in hand. */
export type StampScene = ScatterScene & { readonly stamp: Stamp };

export function hasStamp(scene: ScatterScene): scene is StampScene {
  return scene.stamp !== null;
}

export function scatterScene(moment: Moment, layout: ScatterLayout, reducedMotion: boolean): ScatterScene {
  const { frame, partial } = moment;
  const { stamp } = frame;
  const reached = stamp?.entries.slice(0, stamp.landed) ?? [];
  return {
    ...sceneOf(moment, reducedMotion),
    layout,
    stamp,
    landed: new Set(reached.map(({ output }) => String(output))),
    partial: stamp && partial?.ordinal === frame.ordinal ? partial : null,
    pressing: reducedMotion ? 0 : pressingOf(moment),
    done: isFinished(moment),
  };
}

function pressingOf({ frame, plan }: Moment): number {
  if (frame.beat !== 'press' || !frame.stamp) return 0;
  const segments = segmentsOfCell(plan.stages[frame.stage], frame.ordinal, frame.walk);
  const press = segments.find(({ beat }) => beat === 'press');
  const { landed } = frame.stamp;
  if (!press || landed >= frame.stamp.entries.length) return 0;
  const within = press.from + frame.progress * (press.to - press.from);
  const [from, to] = [Math.max(landed, press.from), Math.min(landed + 1, press.to)];
  return Math.min(Math.max((within - from) / (to - from), 0), 1);
}

/** Has an entry of the stamp in hand reached this output cell? */
export function hasLandedOn({ landed }: ScatterScene, cell: Index4): boolean {
  return landed.has(String(cell));
}

/** Row of the bench that shows an output channel; undefined where it has no row of its own. */
export function rowOf({ layout, view }: ScatterScene, channel: number): BenchRow | undefined {
  const perGroup = view.stage.weightShape[2];
  return layout.rows.find((row) => !isRest(row) && row.channels[0] === channel % perGroup);
}

/** The input channel in hand: of the cell that stamps, or of the product that is collected. */
export function channelInHand({ stamp, frame }: ScatterScene): number {
  return stamp?.input[3] ?? frame.terms[Math.min(frame.term, frame.terms.length - 1)].weight[3];
}
