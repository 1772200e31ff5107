/** The range that a legend shows, and what it says of a colour scale that is not the usual one. */
import { rangeOf } from '../timeline/colour-range.js';
import type { Ranges, Selection, StageView } from '../timeline/types.js';
import type { Say } from './say.js';

export interface ScaleLegend {
  /** Largest absolute value that the shown colours span. */
  readonly range: number;
  /** 'each channel its own scale; shown: channel 2'; '' where the colours of the tensor span its own range. */
  readonly note: string;
}

/** Where each channel has its own scale, that of the channel that is pointed at is shown, else the widest. */
export function scaleLegend(
  view: StageView,
  tensor: keyof Ranges,
  selection: Selection | null,
  say: Say,
): ScaleLegend {
  const { scale } = view;
  if (!scale) return { range: view.ranges[tensor], note: '' };
  const channel = scale.channels && pointedChannel(view, tensor, selection);
  const note =
    scale.kind === 'channel' ? channelNote(view, tensor, channel, say) : say(`scale.${scale.kind}`);
  return {
    range: rangeOf(view, tensor, channel),
    note: scale.beyond.includes(tensor) ? `${note}; ${say('scale.beyond')}` : note,
  };
}

/** Place along the tensor's last axis; undefined where nothing of it is pointed at. A bias stands on the output's scale. */
function pointedChannel(
  { stage }: StageView,
  tensor: keyof Ranges,
  selection: Selection | null,
): number | undefined {
  if (selection?.stage !== stage.index) return undefined;
  const pointed = selection.tensor === 'bias' ? 'output' : selection.tensor;
  return pointed === tensor ? selection.index.at(-1) : undefined;
}

/** The last axis of the weights of a convolution are its filters, as are the channels of every output. */
function channelNote(
  { stage }: StageView,
  tensor: keyof Ranges,
  channel: number | undefined,
  say: Say,
): string {
  const isFilter = tensor === 'output' || (tensor === 'weights' && stage.op === 'conv');
  const axis = isFilter ? 'filter' : 'channel';
  return channel === undefined ? say(`scale.${axis}`) : say(`scale.${axis}.at`, { place: channel + 1 });
}
