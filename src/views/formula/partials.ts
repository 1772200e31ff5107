/** The partial sums of the channels, and their total. */
import type { CellValues, Frame } from '../../timeline/types.js';
import { formatNumber, sumSign, type NumberFormat } from '../../words/numbers.js';
import { joined, number, operator, type FormulaNode, type FormulaState } from './tree.js';

/** At most this many partials are spelled out. */
export const mostPartials = 9;

/** 10 + 5 + (…): a channel that is not added yet is a gap; the total follows when the partials have met. */
export function partialsNodes(frame: Frame, values: CellValues, format: NumberFormat): FormulaNode[] {
  const texts = Array.from({ length: frame.channels }, (_, channel) =>
    formatNumber(values.channelSum[(channel + 1) * frame.taps - 1], format),
  );
  const shown = shownChannels(frame);
  const nodes = shown.flatMap((channel, i): FormulaNode[] => {
    const skipped = i > 0 && channel > shown[i - 1] + 1;
    const partial = partialNode(frame, texts[channel], channel);
    return skipped ? [{ kind: 'gap', text: '⋯', state: partial.state }, partial] : [partial];
  });
  const sum = joined(nodes, '+');
  if (frame.term < frame.terms.length || frame.beat === 'add') return sum;
  if (frame.beat === 'merge' && frame.progress < 1) {
    return [...sum, operator('='), { kind: 'gap', text: '…', state: 'coming' }];
  }
  const text = formatNumber(values.runningSum[frame.terms.length - 1], format);
  return [
    ...sum,
    operator(
      sumSign(
        texts.map((each) => [each]),
        text,
      ),
    ),
    number(text, 'sum', 'done'),
  ];
}

function partialNode(
  frame: Frame,
  text: string,
  channel: number,
): FormulaNode & { readonly state: FormulaState } {
  const done = frame.term >= (channel + 1) * frame.taps;
  const state: FormulaState =
    frame.beat === 'add' && channel === frame.channel ? 'current' : done ? 'done' : 'coming';
  if (!done) return { kind: 'gap', text: '(…)', state };
  return number(text, 'sum', state, channel === 0);
}

/** All of a few channels; of many the first two, those around the one in hand, and the last. */
function shownChannels({ channels, channel }: Frame): readonly number[] {
  const all = Array.from({ length: channels }, (_, i) => i);
  if (channels <= mostPartials) return all;
  return all.filter((each) => each < 2 || Math.abs(each - channel) <= 1 || each === channels - 1);
}
