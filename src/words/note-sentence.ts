/** What is peculiar to a stage, a sentence each: groups, holes, stride, padding, what a transposed one crops. */
import { say, type Language } from './say.js';
import { countWord, linesOf, listOf, ordinalWord, rangeOf, withCommas } from './spoken.js';

/** Facts of a stage that are told before it runs. What is ordinary is null or false. */
export interface StageNotes {
  readonly groups: GroupFacts | null;
  readonly reach: ReachFacts | null;
  readonly padding: PaddingFacts | null;
  /** Of a transposed convolution. */
  readonly spread: { readonly stride: readonly [number, number]; readonly size: string } | null;
  /** Rows and columns that a transposed convolution crops, and that its output padding uncovers below and at the right. */
  readonly crop: readonly [number, number, number, number] | null;
  readonly uncovered: readonly [rows: number, columns: number] | null;
  readonly turned: boolean;
}

export interface GroupFacts {
  /** Filters and the input channels that they see, group by group; counted from 1. */
  readonly members: readonly {
    readonly filters: readonly [first: number, last: number];
    readonly channels: readonly [first: number, last: number];
  }[];
  readonly weights: number;
  /** Of the same layer without groups. */
  readonly ungrouped: number;
}

export interface ReachFacts {
  readonly rate: readonly [number, number];
  readonly taps: number;
  readonly reach: readonly [rows: number, columns: number];
}

export interface PaddingFacts {
  readonly stride: readonly [number, number];
  readonly same: boolean;
  readonly sides: readonly [top: number, bottom: number, left: number, right: number];
  /** Rows and columns, padding included, that no window reaches. */
  readonly unread: readonly [rows: number, columns: number];
}

/** Groups that are told one by one. */
const mostGroups = 3;

export function noteSentences(language: Language, notes: StageNotes): readonly string[] {
  const { groups, reach, padding, spread, crop, uncovered, turned } = notes;
  const lines = uncovered && {
    rows: linesOf(language, 'row', uncovered[0]),
    columns: linesOf(language, 'column', uncovered[1]),
  };
  return [
    groups && groupSentence(language, groups),
    reach && reachSentence(language, reach),
    padding && paddingSentence(language, padding),
    spread && say(language, 'note.spread', { stride: strideOf(spread.stride), size: spread.size }),
    crop && say(language, 'note.crop', { sides: sidesOf(language, crop) }),
    lines && say(language, 'note.uncovered', lines),
    turned && say(language, 'note.turned'),
  ].filter((sentence) => typeof sentence === 'string');
}

function groupSentence(language: Language, { members, weights, ungrouped }: GroupFacts): string {
  const seen = members.slice(0, mostGroups).map(({ filters, channels }) =>
    say(language, 'note.group', {
      filters: rangeOf(language, 'filter', filters),
      channels: rangeOf(language, 'channel', channels),
      verb: filters[0] === filters[1] ? 'sees' : 'see',
    }),
  );
  const rest = members.length - seen.length;
  if (rest > 0) seen.push(say(language, 'note.group-rest', { count: rest }));
  const count = language === 'zh' ? members.length : capital(countWord(language, members.length));
  const list = seen.join(say(language, 'note.separator'));
  return say(language, 'note.groups', { count, list, weights, ungrouped });
}

/** 'Rate 2: nine taps reach over 5 by 5 cells, every second one.' */
export function reachSentence(language: Language, { rate, taps: count, reach }: ReachFacts): string {
  const taps = language === 'zh' ? count : countWord(language, count);
  const parts = { taps, rows: reach[0], columns: reach[1], rate: rate[0] };
  if (rate[0] !== rate[1]) return say(language, 'note.reach-uneven', { ...parts, rate: rate.join('×') });
  const every = language === 'zh' ? countWord(language, rate[0] - 1) : ordinalWord(rate[0]);
  return say(language, 'note.reach', { ...parts, every });
}

function paddingSentence(language: Language, { stride: steps, same, sides, unread }: PaddingFacts): string {
  const stride = strideOf(steps);
  const lines = [
    ...(unread[0] > 0 ? [linesOf(language, 'row', unread[0])] : []),
    ...(unread[1] > 0 ? [linesOf(language, 'column', unread[1])] : []),
  ];
  const rest = lines.length > 0 ? say(language, 'note.unread', { what: listOf(language, lines) }) : '';
  if (sides.every((size) => size === 0)) return say(language, 'note.stride-valid', { stride, rest });
  const isStrided = steps.some((step) => step > 1);
  const key = `note.${isStrided ? 'stride-' : ''}${same ? 'same' : 'padding'}` as const;
  return say(language, key, { stride, sides: sidesOf(language, sides, true), rest });
}

function strideOf(steps: readonly [number, number]): string {
  return steps[0] === steps[1] ? `${steps[0]}` : steps.join('×');
}

/** 'one padded row below and one column at the right; none above or left', 'one on every side', 'one row above, …' */
function sidesOf(
  language: Language,
  [top, bottom, left, right]: readonly [number, number, number, number],
  padded = false,
): string {
  if (top === bottom && left === right && top === left) {
    return say(language, 'note.ring', { count: countWord(language, top) });
  }
  if (padded && top === 0 && left === 0 && bottom > 0 && right > 0) {
    const columns = linesOf(language, 'column', right);
    return say(language, 'note.end-only', { rows: linesOf(language, 'row', bottom, true), columns });
  }
  const sides = { top, bottom, left, right };
  const some = Object.entries(sides).flatMap(([side, size]) => {
    const axis = side === 'top' || side === 'bottom' ? 'row' : 'column';
    return size > 0 ? [say(language, `note.${side as 'top'}`, { what: linesOf(language, axis, size) })] : [];
  });
  return withCommas(language, some);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
