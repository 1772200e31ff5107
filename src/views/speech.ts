import { groupOf, writtenSide } from '../math/incidence.js';
import type { CellValues, Frame, Moment } from '../timeline/types.js';
import type { Language } from '../words/say.js';
import { sentenceOf } from '../words/sentence.js';
import { chainFacts, gatherFacts, laneFacts, layerFacts, mixFacts } from './speech/facts.js';
import { stampFacts } from './speech/stamp-facts.js';

/** The moment in one sentence; '' while the numbers are on their way. */
export function sentenceFor(moment: Moment, language: Language): string {
  const { frame, values, plan } = moment;
  if (!values) return '';
  const view = moment.stages[frame.stage];
  const { stage } = view;
  const [image, row, column, filter] = frame.cell;
  const mixed = mixFacts(moment, values);
  return sentenceOf(language, {
    beat: frame.beat,
    ended: frame.step >= frame.steps,
    image: image + 1,
    images: stage.output[0],
    stage: frame.stage + 1,
    stages: plan.stages.length,
    filter: filter + 1,
    group: stage.groups === 1 ? null : groupOf(stage, writtenSide(stage), filter) + 1,
    row: row + 1,
    column: column + 1,
    filters: stage.filters,
    inputSize: sizeOf(plan.stages[0].input),
    outputSize: sizeOf(stage.output),
    ...added(frame, values, mixed !== null),
    products: frame.terms.length,
    zeros: frame.terms.filter(({ input }) => input === null).length,
    partials: partialsOf(frame, values),
    sum: values.runningSum[values.runningSum.length - 1],
    bias: values.bias,
    biased: values.sum,
    activation: stage.activation,
    output: values.output,
    lanes: laneFacts(moment),
    mixed,
    gathered: gatherFacts(view, frame, values),
    stamp: frame.stamp && stampFacts(view, frame, frame.stamp),
    chain: chainFacts(plan),
    layers: moment.stages.map((each) => layerFacts(each)),
    decimals: view.decimals,
  });
}

/** The row in hand, how many of its products are added, and their sum: of one channel, or of one place of all channels. */
function added(
  { term, terms, taps, channel }: Frame,
  { channelSum, runningSum }: CellValues,
  mixes: boolean,
): { readonly channel: number; readonly added: number; readonly taps: number; readonly channelSum: number } {
  const first = mixes ? 0 : channel * taps;
  const count = term - first;
  const sums = mixes ? runningSum : channelSum;
  return {
    channel: channel + 1,
    added: count,
    taps: mixes ? terms.length : taps,
    channelSum: count > 0 ? sums[first + count - 1] : 0,
  };
}

function partialsOf({ channels, taps }: Frame, { channelSum }: CellValues): number[] {
  return Array.from({ length: channels }, (_, channel) => channelSum[(channel + 1) * taps - 1]);
}

function sizeOf(shape: readonly number[]): string {
  return shape.slice(1).join('×');
}
