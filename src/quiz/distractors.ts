/** Wrong answers, each computed from a wrong idea about the same layer and the same numbers. */
import { turned } from '../math/turned.js';
import type { Stage } from '../math/types.js';
import type { Moment, StageView } from '../timeline/types.js';
import { formatCount, parsePrinted } from '../words/numbers.js';
import { imagine, redescribe, withOutput, type Idea } from './imagined.js';
import type { IdeaName } from './misconceptions.js';
import * as tensors from './tensors.js';

/** Reads an answer off a layer: the text of a quantity, or null where there is none. */
export type Ask = (of: string, moment: Moment) => string | null;

/** What is asked, of which layer at which moment. */
export interface Question {
  /** A quantity as of `<conv-value>`, or what a kind of question adds to these, such as `matrix`. */
  readonly of: string;
  readonly moment: Moment;
  readonly ask: Ask;
}

/** The answers that an idea leads to; one that leads nowhere here gives none. */
type Distractor = (question: Question) => readonly (string | null)[];

/** The same question to a layer with an idea put in. */
const thinking =
  (idea: Idea): Distractor =>
  ({ of, moment, ask }) => {
    const imagined = imagine(moment, idea);
    return [imagined && ask(of, imagined)];
  };

/** The same question to a layer that is described otherwise. */
const describing =
  (describe: (stage: Stage) => Partial<Stage>): Distractor =>
  ({ of, moment, ask }) => [ask(of, redescribe(moment, describe))];

const either =
  (...distractors: readonly Distractor[]): Distractor =>
  (question) =>
    distractors.flatMap((distractor) => distractor(question));

/** Another question to the same layer. */
const asking =
  (other: (of: string) => string): Distractor =>
  ({ of, moment, ask }) => [ask(other(of), moment)];

const lastOf = ({ stages }: Moment): StageView => stages[stages.length - 1];

const flatFilters = describing((stage) => ({
  weightShape: stage.weightShape.with(stage.op === 'conv' ? 2 : 3, 1) as unknown as Stage['weightShape'],
}));

const isDepthwise = ({ groups, input }: Stage): boolean => groups > 1 && groups === input[3];

const distractors: Readonly<Record<IdeaName, Distractor>> = {
  'turned-kernel': thinking({ weights: turned }),
  transpose: ({ of, moment, ask }) => {
    const imagined = imagine(moment, { weights: tensors.transposedSlices });
    return [ask(`transposed ${of}`, moment) ?? (imagined && ask(of, imagined))];
  },
  'zero-row': zeroRow,
  'padded-input': ({ of, moment, ask }) => {
    if (lastOf(moment).stage.op !== 'transposed') return [];
    const imagined = imagine(moment, {
      input: (input, { padding }) => tensors.framed(input, padding),
      spec: () => ({ padding: 0 }),
    });
    return [imagined && ask(of, imagined)];
  },
  undone: ({ of, moment, ask }) => {
    const { stage, input, weights } = lastOf(moment);
    const before = tensors.beforeStamping(stage, input, weights);
    return [before && ask(of, withOutput(moment, before))];
  },
  'one-channel': either(thinking({ weights: tensors.firstSlices }), flatFilters),
  'shared-slice': either(thinking({ weights: tensors.sharedSlices }), flatFilters),
  'input-channels-ignored': either(flatFilters, thinking({ weights: tensors.firstSlices })),
  'filters-as-size': describing(({ output: [n, rows, columns, filters] }) => ({
    output: [n, rows * filters, columns * filters, 1],
  })),
  'dilated-cost': thinking({ spec: ({ effectiveKernel }) => ({ kernel: effectiveKernel, dilation: 1 }) }),
  'dense-field': either(
    thinking({ spec: ({ effectiveKernel }) => ({ kernel: effectiveKernel, dilation: 1 }) }),
    asking((of) => of.replace(/^touched\b/, 'field')),
  ),
  'one-layer-field': either(
    asking((of) => of.replace(/^(\S+) .* (\S+)$/, '$1 $2')),
    asking((of) => of.replaceAll(/(?<=\d)d\d+/g, '')),
  ),
  'forgot-bias': thinking({ spec: () => ({ bias: false }) }),
  'forgot-stride': either(
    thinking({ spec: ({ op }) => ({ stride: 1, ...(op === 'transposed' ? { outputPadding: 0 } : {}) }) }),
    asking((of) => of.replaceAll(/(?<=\d)\/\d+/g, '/1')),
  ),
  'no-padding': thinking({ spec: () => ({ padding: 0 }) }),
  'symmetric-same': thinking({
    spec: ({ paddingMode, effectiveKernel: [height, width] }) =>
      paddingMode === 'same' ? { padding: [Math.floor((height - 1) / 2), Math.floor((width - 1) / 2)] } : {},
  }),
  'swapped-axes': either(
    thinking({ weights: tensors.swappedChannels }),
    describing(({ weightShape: [height, width, big, small] }) => ({
      weightShape: [height, width, small, big],
    })),
  ),
  flops: ({ of, moment, ask }) => {
    const count = of.includes('multiply-adds') ? ask(of, moment) : null;
    return [count && formatCount(2 * parsePrinted(count))];
  },
  'per-channel-bias': (question) =>
    lastOf(question.moment).stage.bias ? thinking({ spec: () => ({ bias: true }) })(question) : [],
  'standard-count': either(
    thinking({ spec: () => ({ groups: 1 }) }),
    describing(({ weightShape: [height, width, , small], input, output, op }) => ({
      weightShape: op === 'conv' ? [height, width, input[3], small] : [height, width, output[3], input[3]],
    })),
  ),
  'summed-channels': summedChannels,
  'all-filters-share': either(
    thinking({ weights: tensors.firstFilter }),
    describing((stage) => ({
      weightShape: stage.weightShape.with(stage.op === 'conv' ? 3 : 2, 1) as unknown as Stage['weightShape'],
    })),
  ),
  overwritten: ({ of, moment, ask }) => {
    const { stage, input, weights, bias } = lastOf(moment);
    if (stage.op !== 'transposed') return [];
    const output = tensors.overwrittenBy(stage, input, { weights, bias: bias ?? undefined });
    return [ask(of, withOutput(moment, output))];
  },
  neighbour: ({ of, moment, ask }) => neighboursOf(ask(of, moment)),
  'multiplier-as-width': describing((stage) => {
    const { weightShape, output, input, groups } = stage;
    if (!isDepthwise(stage)) return {};
    const multiplier = output[3] / groups;
    return {
      output: [output[0], output[1] * multiplier, output[2] * multiplier, input[3]],
      weightShape: [weightShape[0], weightShape[1], weightShape[2], weightShape[3] * multiplier],
    };
  }),
};

/** Output padding as zeros that are stuck on. */
function zeroRow({ of, moment, ask }: Question): readonly (string | null)[] {
  const { stage } = lastOf(moment);
  const [down, across] = stage.outputPadding;
  if (down + across === 0) return [];
  const bare = imagine(moment, { spec: () => ({ outputPadding: 0 }) });
  return [bare && ask(of, withOutput(bare, tensors.framed(lastOf(bare).output, [0, down, 0, across])))];
}

/** A depthwise stage that adds its channels; a pointwise one that does nothing else. */
function summedChannels({ of, moment, ask }: Question): readonly (string | null)[] {
  const { stage, output } = lastOf(moment);
  if (isDepthwise(stage)) return [ask(of, withOutput(moment, tensors.channelsAdded(output)))];
  const isPoint = ({ kernel: [height, width] }: Stage): boolean => height * width === 1;
  const imagined = imagine(moment, {
    weights: (weights, each) => (isPoint(each) ? tensors.ones(weights) : weights),
  });
  return [imagined && ask(of, imagined)];
}

/** One more and one less, of a single whole number or of both sides of a size. */
function neighboursOf(text: string | null): string[] {
  if (text === null || !/^[−\d,]+(?:×[\d,]+)?$/.test(text)) return [];
  const sizes = text.split('×').map(parsePrinted);
  return [1, -1]
    .map((more) => sizes.map((size) => size + more))
    .filter((moved) => sizes.length === 1 || moved.every((size) => size > 0))
    .map((moved) => moved.map(formatSame(text)).join('×'));
}

/** Counts have commas between thousands, values have none. */
function formatSame(text: string): (value: number) => string {
  const isGrouped = text.includes(',');
  return (value) => (isGrouped ? formatCount(value) : formatCount(value).replaceAll(',', ''));
}

/** The answers that a wrong idea leads to; those that say nothing are left out. */
export function answersOf(idea: IdeaName, question: Question): readonly string[] {
  return distractors[idea](question).flatMap((text) => (text === null || text.includes('NaN') ? [] : [text]));
}
