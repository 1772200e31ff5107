/**
 * What a table of channels showed before: squares that fall out when the groups grow keep their face while they fall, and
 * a channel's sum that no longer counts is struck out, not forgotten. Engine's numbers only, and only while they hold.
 */
import { channelsOf, groupOf, readSide, writtenSide } from '../../math/incidence.js';
import type { CellValues, Frame, Moment, StageView } from '../../timeline/types.js';
import { keyOf, sliceValues, tableSize, type Square } from './slices.js';

/** Larger tables are not remembered. */
const mostSquares = 32 * 32;

export class ChannelMemory {
  private readonly slices = new Map<string, readonly number[]>();
  private readonly sums = new Map<string, { readonly basis: string; readonly sum: number }>();
  private seenWeights: unknown[] = [];

  /** Takes note of a moment's slices, and of the channel sums of its cell. */
  note({ stages, frame, values }: Moment): void {
    const weights = stages.map((view) => view.weights);
    if (weights.some((tensor, i) => tensor !== this.seenWeights[i]))
      stages.forEach((view) => this.noteSlices(view));
    this.seenWeights = weights;
    if (values) this.noteSums(stages[frame.stage], frame, values);
  }

  /** A square's slice as it was last there, or null. */
  slice(view: StageView, square: Square): readonly number[] | null {
    return this.slices.get(sliceKey(view, square)) ?? null;
  }

  /** What an input channel gave to a cell when its slice was there; null when it never was, or other numbers were. */
  sum(view: StageView, frame: Frame, input: number): number | null {
    const known = this.sums.get(sumKey(frame, input));
    return known && known.basis === this.basisOf(view, frame, input) ? known.sum : null;
  }

  private noteSlices(view: StageView): void {
    const { outputs, inputs } = tableSize(view.stage);
    if (outputs * inputs > mostSquares) return;
    for (let output = 0; output < outputs; output++) {
      for (let input = 0; input < inputs; input++) {
        const values = sliceValues(view, { output, input });
        if (values) this.slices.set(sliceKey(view, { output, input }), values);
      }
    }
  }

  private noteSums(view: StageView, frame: Frame, values: CellValues): void {
    const { stage } = view;
    const group = groupOf(stage, writtenSide(stage), frame.cell[3]);
    const { first, count } = channelsOf(stage, readSide(stage), group);
    if (count > mostSquares) return;
    for (let channel = 0; channel < count; channel++) {
      const sum = values.channelSum[(channel + 1) * frame.taps - 1];
      const basis = this.basisOf(view, frame, first + channel);
      this.sums.set(sumKey(frame, first + channel), { basis, sum });
    }
  }

  /** What a channel's sum hangs on: the geometry, the slice, and the channel's map. */
  private basisOf(view: StageView, { cell }: Frame, input: number): string {
    const { stride, dilation, padding } = view.stage;
    const slice = this.slice(view, { output: cell[3], input });
    return [stride, dilation, padding, slice, checksum(view, input)].join(';');
  }
}

function sliceKey({ stage }: StageView, square: Square): string {
  return `${stage.index};${stage.op};${stage.kernel};${keyOf(square)}`;
}

function sumKey({ stage, cell }: Frame, input: number): string {
  return `${stage};${cell};${input}`;
}

/** Numbers of a map in one number; other numbers of the same size give another one, for all that a person can type. */
function checksum({ input }: StageView, channel: number): number {
  const channels = input.shape.at(-1)!;
  let sum = input.data.length;
  for (let place = channel; place < input.data.length; place += channels) {
    sum = (sum * 31 + input.data[place] * 1.618) % 2_147_483_647;
  }
  return sum;
}
