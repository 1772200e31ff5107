import { offsetOf } from '../../math/tensor.js';
import type { Index4 } from '../../math/types.js';
import type { Frame, Stamp, StageView } from '../../timeline/types.js';
import type { StampFacts } from '../../words/stamp-sentence.js';
import { layersBefore } from '../layers.js';

/** The input cell in hand: where its stamp lands, and how many layers lie there then. */
export function stampFacts(
  { stage, input, decimals }: StageView,
  { ordinal }: Frame,
  stamp: Stamp,
): StampFacts {
  const [, row, column, channel] = stamp.input;
  const kept = stamp.entries.flatMap(({ output }) => (output ? [output] : []));
  const [first] = kept;
  const map = kept.filter((output) => output[3] === first[3]);
  const layers = map.map((output) => layersBefore(stage, ordinal, output) + 1);
  const shared = map.filter((_, i) => layers[i] > 1);
  return {
    row: row + 1,
    column: column + 1,
    channel: channel + 1,
    channels: stage.input[3],
    value: input.data[offsetOf(stage.input, stamp.input)],
    decimals,
    rows: rangeAlong(map, 1),
    columns: rangeAlong(map, 2),
    products: stamp.entries.length,
    cropped: stamp.entries.length - kept.length,
    landed: stamp.landed,
    overlap: {
      cells: shared.length,
      most: Math.max(...layers, 0),
      even: new Set(layers.filter((count) => count > 1)).size === 1,
    },
    line: lineOf(map, shared),
  };
}

function rangeAlong(cells: readonly Index4[], axis: 1 | 2): [first: number, last: number] | null {
  const places = cells.map((cell) => cell[axis] + 1);
  return places.length === 0 ? null : [Math.min(...places), Math.max(...places)];
}

/** The one whole row or column of the landing place in which alone there are layers below; null for any other shape. */
function lineOf(map: readonly Index4[], shared: readonly Index4[]): StampFacts['line'] {
  if (shared.length === 0 || shared.length === map.length) return null;
  for (const [axis, along] of [
    ['column', 2],
    ['row', 1],
  ] as const) {
    const at = shared[0][along];
    const whole = map.filter((cell) => cell[along] === at).length;
    if (shared.length === whole && shared.every((cell) => cell[along] === at)) return { axis, at: at + 1 };
  }
  return null;
}
