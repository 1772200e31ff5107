/** The first counter: what is spent on what is in hand. */
import { channelsPerGroup, readSide, writtenSide } from '../../math/incidence.js';
import type { Stage } from '../../math/types.js';
import { mixesOnePlace, runsInLanes } from '../../timeline/cells.js';
import type { Frame } from '../../timeline/types.js';
import { formatCount } from '../../words/numbers.js';
import type { WordKey } from '../../words/say.js';
import type { Counter, Printing } from './types.js';

/** A cell; a place where all channels of it are made of the same values, or beside each other; a stamp. */
export function cellCounter(stage: Stage, frame: Frame, { say, factor, unit }: Printing): Counter {
  const { label, terms, made, real, note } = inHand(stage, frame);
  const product = timesFactor(terms.join('·'), factor, '·');
  const total = terms.reduce((all, each) => all * each, 1) * made * factor;
  const value = formatCount(total);
  const count = real * made * factor;
  return {
    key: 'cell',
    label: say(label),
    value,
    unit,
    terms: [
      `${made === 1 ? product : `${product} × ${formatCount(made)}`} = ${value}`,
      ...(count < total ? [say(note, { count: formatCount(count), rest: formatCount(total - count) })] : []),
    ],
  };
}

interface InHand {
  readonly label: WordKey;
  /** Factors of the products of one of its cells. */
  readonly terms: readonly number[];
  /** Cells that are made of them. */
  readonly made: number;
  /** Products of a real cell that end in a real cell, of one of its cells. */
  readonly real: number;
  /** Says what became of the others. */
  readonly note: WordKey;
}

function inHand(stage: Stage, { stamp, terms }: Frame): InHand {
  if (stamp) {
    const maps = channelsPerGroup(stage, writtenSide(stage));
    const real = stamp.entries.filter(({ output }) => output !== null).length;
    const shape = maps === 1 ? stage.kernel : [...stage.kernel, maps];
    return { label: 'counts.stamp', terms: shape, made: 1, real, note: 'counts.useful-stamp' };
  }
  const shared = {
    terms: [...stage.kernel, channelsPerGroup(stage, readSide(stage))],
    real: terms.filter(({ input }) => input !== null).length,
    note: stage.op === 'conv' ? 'counts.useful-cell' : 'counts.useful-gather',
  } as const;
  if (runsInLanes(stage)) return { ...shared, label: 'counts.position', made: stage.filters };
  if (mixesOnePlace(stage)) return { ...shared, label: 'counts.place', made: stage.filters };
  return { ...shared, label: 'counts.cell', made: 1 };
}

export function timesFactor(text: string, factor: number, times: string): string {
  return factor === 1 ? text : `${factor}${times}${text}`;
}
