import type { Moment } from '../timeline/types.js';
import type { Language } from '../words/say.js';
import { sentenceOf } from '../words/sentence.js';

/** The moment in one sentence; '' while the numbers are on their way. */
export function sentenceFor(moment: Moment, language: Language): string {
  const { frame, values } = moment;
  if (!values) return '';
  const { stage } = moment.stages[frame.stage];
  const [image, row, column, filter] = frame.cell;
  const partials = Array.from(
    { length: frame.channels },
    (_, channel) => values.channelSum[(channel + 1) * frame.taps - 1],
  );
  const added = frame.term - frame.channel * frame.taps;
  const lastInChannel = frame.channel * frame.taps + Math.max(added, 1) - 1;
  return sentenceOf(language, {
    beat: frame.beat,
    ended: frame.step >= frame.steps,
    image: image + 1,
    images: stage.output[0],
    filter: filter + 1,
    row: row + 1,
    column: column + 1,
    filters: stage.filters,
    kernelSize: [...stage.kernel, frame.channels].join('×'),
    inputSize: stage.input.slice(1).join('×'),
    channel: frame.channel + 1,
    added,
    taps: frame.taps,
    channelSum: added > 0 ? values.channelSum[lastInChannel] : 0,
    partials,
    sum: values.runningSum[values.runningSum.length - 1],
    bias: values.bias,
    output: values.output,
  });
}
