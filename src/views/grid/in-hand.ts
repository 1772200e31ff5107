/** What the run has in hand: the channels of every lane, and the tap and the cells of the product that is added. */
import { channelsOf, groupOf, readSide, writtenSide } from '../../math/incidence.js';
import type { Stage } from '../../math/types.js';
import type { Frame } from '../../timeline/types.js';
import { currentTerm, isPlaced } from '../current-term.js';

export interface InHand {
  /** Input channels that are read for the cells in the making. */
  readonly channels: ReadonlySet<number>;
  /** Of them those whose products are added now. */
  readonly adding: ReadonlySet<number>;
  /** Kernel row and column of the product that is added; null while none is. */
  readonly tap: readonly [row: number, column: number] | null;
  /** Weights of these products, one a lane, and of the stamp's entry that lands. */
  readonly weights: ReadonlySet<string>;
  /** Output cells in the making. */
  readonly outputs: ReadonlySet<string>;
}

export function inHandOf(stage: Stage, frame: Frame): InHand {
  const { lanes, stamp, terms, channel } = frame;
  if (!isPlaced(frame)) {
    return { channels: new Set(), adding: new Set(), tap: null, weights: new Set(), outputs: new Set() };
  }
  if (stamp) {
    const landing = stamp.entries[stamp.landed - 1];
    return {
      channels: new Set([stamp.input[3]]),
      adding: new Set([stamp.input[3]]),
      tap: null,
      weights: new Set(landing ? [String(landing.weight)] : []),
      outputs: new Set(landing?.output ? [String(landing.output)] : []),
    };
  }
  const term = currentTerm(frame);
  const tap = term === null ? null : terms[term].weight;
  const groups = lanes.map((cell) =>
    channelsOf(stage, readSide(stage), groupOf(stage, writtenSide(stage), cell[3])),
  );
  const all = groups.flatMap(({ first, count }) => Array.from({ length: count }, (_, i) => first + i));
  return {
    channels: new Set(all),
    adding: new Set(groups.map(({ first }) => first + channel)),
    tap: tap && [tap[0], tap[1]],
    weights: new Set(tap ? lanes.map((cell) => weightKey(stage, [tap[0], tap[1]], cell[3], channel)) : []),
    outputs: new Set(lanes.map(String)),
  };
}

/** The weight of a tap between the channel in hand and an output channel, both of one group. */
function weightKey(stage: Stage, tap: readonly [number, number], output: number, channel: number): string {
  if (stage.op === 'conv') return String([...tap, channel, output]);
  const { first } = channelsOf(stage, 'small', groupOf(stage, 'big', output));
  return String([...tap, output % stage.weightShape[2], first + channel]);
}
