import { activationNames } from './activation-names.js';
import { noteSentences, reachSentence, type StageNotes } from './note-sentence.js';
import { say, type Language, type WordKey } from './say.js';
import { countWord, listOf, spoken, spokenList, withCommas } from './spoken.js';
import { stampBeatSentence, type StampFacts } from './stamp-sentence.js';
import type { Activation } from '../math/types.js';

/** What a sentence about one frame is made of. Everything counts from 1. */
export interface FrameFacts {
  readonly beat:
    | 'start'
    | 'spread'
    | 'insert'
    | 'filter'
    | 'place'
    | 'lift'
    | 'weigh'
    | 'add'
    | 'merge'
    | 'bias'
    | 'activate'
    | 'write'
    | 'glue'
    | 'stamp'
    | 'press';
  /** The last beat of the last cell is over. */
  readonly ended: boolean;
  readonly image: number;
  readonly images: number;
  /** The stage that runs, of how many. */
  readonly stage: number;
  readonly stages: number;
  readonly filter: number;
  /** Group of the filter; null where all channels are one. */
  readonly group: number | null;
  readonly row: number;
  readonly column: number;
  readonly filters: number;
  /** Printed sizes, e.g. '5×5×3'. */
  readonly inputSize: string;
  readonly outputSize: string;
  /** Bench row in hand, and how many of its products are added. */
  readonly channel: number;
  readonly added: number;
  readonly taps: number;
  /** Products of the cell, and how many of them meet padding. */
  readonly products: number;
  readonly zeros: number;
  /** Sum of the products that are added of the row in hand. */
  readonly channelSum: number;
  /** Every channel's finished sum, in order. */
  readonly partials: readonly number[];
  /** Sum of all products; with the bias; and after the activation. */
  readonly sum: number;
  readonly bias: number | null;
  readonly biased: number;
  readonly activation: Activation;
  readonly output: number;
  /** Lanes that run in step, and what they have made at this place; null where channels are added. */
  readonly lanes: LaneFacts | null;
  /** One place of all channels that a 1×1 kernel mixes; null elsewhere. */
  readonly mixed: MixFacts | null;
  /** Of a transposed convolution along its outputs. */
  readonly gathered: GatherFacts | null;
  /** Of a transposed convolution along its inputs. */
  readonly stamp: StampFacts | null;
  /** Weights of all stages, and of the one convolution that they stand for; null for a single stage. */
  readonly chain: { readonly weights: number; readonly standard: number } | null;
  readonly layers: readonly LayerFacts[];
  /** Decimals of numbers that are not whole; absent: up to four significant digits. */
  readonly decimals?: number | undefined;
}

/** A stage as it is announced. */
export interface LayerFacts {
  readonly filters: number;
  /** '3×3×3', of a slice '3×3'. */
  readonly kernelSize: string;
  /** Slices for each channel where channels are not added; null elsewhere. */
  readonly slices: number | null;
  readonly notes: StageNotes;
}

export interface LaneFacts {
  /** Channels that are read, each in its own lanes. */
  readonly channels: number;
  /** Channels read by the lanes in hand. */
  readonly inHand: readonly [first: number, last: number];
  /** Channel by channel the maps made at this place so far. */
  readonly made: readonly { readonly channel: number; readonly outputs: readonly number[] }[];
  /** All lanes of the place are made. */
  readonly complete: boolean;
}

export interface MixFacts {
  readonly values: readonly number[];
  /** Outputs of the place made so far. */
  readonly outputs: readonly number[];
  readonly complete: boolean;
}

export interface GatherFacts {
  /** Products of real cells: weight and value. */
  readonly products: readonly (readonly [weight: number, value: number])[];
  /** Of the stage: products, and those of real cells. */
  readonly dense: number;
  readonly useful: number;
  /** Size of the grid with its zeros, its cells, and how many of them are zeros. */
  readonly grid: { readonly size: string; readonly cells: number; readonly zeros: number };
}

/** One sentence for what is true now. */
export function sentenceOf(language: Language, facts: FrameFacts): string {
  if (facts.beat === 'start') return startSentence(language, facts);
  const now = inStage(language, facts, beatSentence(language, facts));
  return facts.ended ? say(language, endKeyOf(facts), { ...plain(facts), now }) : now;
}

function startSentence(language: Language, { layers, inputSize: input }: FrameFacts): string {
  const kernels = layers.map(({ filters, kernelSize: kernel, slices }) => {
    const parts = { filters, kernel, slices: slices ?? 1 };
    if (slices !== null) return say(language, 'sentence.slices', parts);
    return say(language, filters === 1 ? 'sentence.filters-one' : 'sentence.filters', parts);
  });
  const notes = new Set(layers.flatMap((layer) => noteSentences(language, layer.notes)));
  const what = kernels.join(say(language, 'sentence.then'));
  return joined(language, [
    say(language, 'sentence.start', { kernels: what, input }),
    ...notes,
    say(language, 'sentence.play'),
  ]);
}

/** Numbers that a sentence takes as they are. */
function plain(facts: FrameFacts): Record<string, number | string> {
  const { gathered, inputSize, outputSize } = facts;
  return {
    filters: facts.filters,
    input: inputSize,
    size: outputSize,
    useful: gathered?.useful ?? 0,
    dense: gathered?.dense ?? 0,
  };
}

function endKeyOf({ lanes, gathered, stamp, filters, stages }: FrameFacts): WordKey {
  if (stamp) return 'sentence.end-stamps';
  if (gathered) return 'sentence.end-gather';
  if (lanes && stages === 1) return 'sentence.end-lanes';
  return filters > 1 && stages === 1 ? 'sentence.end' : 'sentence.end-plain';
}

function beatSentence(language: Language, facts: FrameFacts): string {
  const { beat, stamp, lanes, gathered, mixed } = facts;
  if (beat === 'write') return cellSentence(language, facts);
  if (stamp && ['place', 'lift', 'weigh', 'stamp', 'press'].includes(beat)) {
    return stampBeatSentence(language, beat as 'place', stamp);
  }
  const many = stamp !== null || (lanes !== null && lanes.inHand[0] !== lanes.inHand[1]);
  const value = (number: number): string => spoken(language, number, facts);
  return say(language, beatKeyOf(facts, many), {
    ...plain(facts),
    filter: facts.filter,
    row: facts.row,
    column: facts.column,
    channel: facts.channel,
    channels: lanes ? lanes.inHand.join('–') : facts.partials.length,
    lanes: lanes?.channels ?? 1,
    done: facts.added,
    taps: facts.taps,
    values: mixed ? withCommas(language, mixed.values.map(value)) : '',
    partials: spokenList(language, facts.partials, facts),
    bias: value(facts.bias ?? 0),
    activation: activationNames[facts.activation],
    before: value(facts.biased),
    output: value(beat === 'bias' ? facts.biased : facts.output),
    sum: value(beat === 'add' ? facts.channelSum : facts.sum),
    grid: gathered?.grid.size ?? '',
    cells: gathered?.grid.cells ?? 0,
    zeros: gathered?.grid.zeros ?? 0,
  });
}

function beatKeyOf({ beat, lanes, mixed }: FrameFacts, many: boolean): WordKey {
  if (many && (beat === 'bias' || beat === 'activate')) return `sentence.${beat}-all`;
  if (lanes && (beat === 'filter' || beat === 'place' || beat === 'weigh' || (beat === 'add' && many)))
    return `sentence.${beat}-lanes`;
  if (mixed && ['filter', 'place', 'weigh', 'add', 'merge'].includes(beat))
    return `sentence.${beat as 'add'}-mix`;
  return `sentence.${beat as 'add'}`;
}

/** What a finished cell is, e.g. 'Filter 1, output row 1, column 1: channel sums 10, 5 and 3 add up to 18.' */
function cellSentence(language: Language, facts: FrameFacts): string {
  const { lanes, mixed, bias, activation, chain } = facts;
  const { reach } = facts.layers[facts.stage - 1].notes;
  const parts: string[] = [];
  if (reach) parts.push(reachSentence(language, reach));
  if (lanes) parts.push(laneSentence(language, facts, lanes));
  else if (mixed) parts.push(mixSentence(language, facts, mixed));
  else {
    parts.push(sumSentence(language, facts));
    if (bias !== null) {
      const output = spoken(language, facts.biased, facts);
      parts.push(say(language, 'sentence.cell.bias', { bias: spoken(language, bias, facts), output }));
    }
    if (activation !== 'none') {
      const output = spoken(language, facts.output, facts);
      parts.push(
        say(language, 'sentence.cell.activation', { activation: activationNames[activation], output }),
      );
    }
  }
  if (chain && facts.stage === facts.stages) parts.push(say(language, 'sentence.chain', chain));
  return joined(language, parts);
}

function sumSentence(language: Language, facts: FrameFacts): string {
  const { filter, filters, row, column, products, zeros, partials, gathered, group } = facts;
  const sum = spoken(language, facts.sum, facts);
  const place = { filter, row, column, products, zeros, sum, group: group ?? 1 };
  if (gathered) return gatherSentence(language, facts, gathered);
  if (partials.length === 1) {
    const dilated = facts.layers[facts.stage - 1].notes.reach !== null;
    if (dilated) return say(language, filters === 1 ? 'sentence.cell.is' : 'sentence.cell.is-of', place);
    return say(language, zeros > 0 ? 'sentence.cell.padded' : 'sentence.cell.one', place);
  }
  return say(language, group === null ? 'sentence.cell.many' : 'sentence.cell.group', {
    ...place,
    partials: spokenList(language, partials, facts),
    channels: countWord('zh', partials.length),
  });
}

/** 'Output row 3, column 3 collects 9·1, 7·2, 3·3 and 1·5: 37.' */
function gatherSentence(language: Language, facts: FrameFacts, { products }: GatherFacts): string {
  const { row, column, filter, filters } = facts;
  const place = say(language, filters === 1 ? 'sentence.output' : 'sentence.output-of', {
    row,
    column,
    filter,
  });
  if (products.length === 0) return say(language, 'sentence.gather-nothing', { place });
  const list = products.map(([weight, value]) =>
    say(language, 'sentence.product', {
      weight: spoken(language, weight, facts),
      value: spoken(language, value, facts),
    }),
  );
  return say(language, 'sentence.gather', {
    place,
    list: listOf(language, list),
    sum: spoken(language, facts.sum, facts),
  });
}

/** 'Row 1, column 1: channel 1 gives 10, channel 2 gives 5, channel 3 gives 3. They are not added.' */
function laneSentence(language: Language, facts: FrameFacts, { made, complete }: LaneFacts): string {
  const { row, column } = facts;
  const list = made.map(({ channel, outputs }) =>
    say(language, 'sentence.lane', { channel, outputs: spokenList(language, outputs, facts) }),
  );
  const gives = withCommas(language, list, say(language, 'note.separator'));
  const count = made.length;
  if (!complete) return say(language, 'sentence.lanes-alone', { row, column, gives });
  const all = count === 2 || count === 3 ? `${countWord('zh', count)}者` : '各通道';
  return say(language, 'sentence.lanes', { row, column, gives, all });
}

/** 'Row 3, column 2: values 4, 1, 2 are mixed into 7, 8, 1 and 4. Neighbours are not used.' */
function mixSentence(language: Language, facts: FrameFacts, { values, outputs, complete }: MixFacts): string {
  const { row, column, filter, stages } = facts;
  const read = (numbers: readonly number[]): string[] =>
    numbers.map((number) => spoken(language, number, facts));
  const place = { row, column, filter, values: withCommas(language, read(values)) };
  if (!complete)
    return say(language, 'sentence.mixing', { ...place, output: spoken(language, facts.output, facts) });
  if (stages > 1) {
    return say(language, 'sentence.become', { ...place, outputs: withCommas(language, read(outputs)) });
  }
  return say(language, 'sentence.mixed', { ...place, outputs: spokenList(language, outputs, facts) });
}

/** With the stage before it, and the image, where there are several. */
function inStage(language: Language, { stage, stages, image, images }: FrameFacts, sentence: string): string {
  const ordinal = language === 'zh' ? (stage === 2 ? '二' : countWord('zh', stage)) : stage;
  const now = sentence.replace(/^[A-Z][a-z]*\b/, (word) => word.toLowerCase());
  const staged = stages > 1 ? say(language, 'sentence.stage', { stage: ordinal, now }) : sentence;
  return images > 1 ? say(language, 'sentence.image', { image, cell: staged }) : staged;
}

/** Sentences one behind the other; Chinese needs no space between them. */
function joined(language: Language, sentences: readonly string[]): string {
  return sentences.join(language === 'zh' ? '' : ' ');
}
