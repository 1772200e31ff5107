import { variants } from '../variants/variants.js';
import { lookParameters } from './look-parameters.js';
import type { PageLook, PageState } from './page-state.js';
import { addressVersion, textOf, type Entry } from './parameters.js';
import { writeContent } from './write-content.js';

/** Characters of the longest link that we make: servers and messengers carry it. */
export const longestAddress = 2 ** 13;

export interface WrittenAddress {
  /** Without `#` or `?`; '' for a page that says nothing. */
  readonly text: string;
  /**
   * What a person gave is missing: numbers too many for a link, or for which the layer as it is set has no place, or the settings of
   * a laboratory, too long.
   */
  readonly leftOut: boolean;
}

/**
 * The state as the text of a hash or a query. What is as the page has it by itself is not written.
 * @param given what the query says already: only what differs from it is written
 */
export function writeAddress(state: PageState, given: PageState = {}): WrittenAddress {
  const all = write(state, given, true);
  if (isShort(all)) return all;
  const without = write(state, given, false);
  const least = isShort(without) ? without : write({ ...state, laboratorySettings: undefined }, given, false);
  return { ...least, leftOut: true };
}

function isShort({ text }: WrittenAddress): boolean {
  return text.length <= longestAddress;
}

function write(state: PageState, given: PageState, numbers: boolean): WrittenAddress {
  const own = writeContent(contentIn(state), { numbers });
  const before = writeContent(contentIn(given), { numbers: true }).entries;
  const content = isSame(own.entries, before) ? [] : named(own.entries);
  const entries = [...content, ...lookEntries(state, given)];
  const version: Entry[] = entries.length === 0 ? [] : [['v', String(addressVersion)]];
  return { text: textOf([...version, ...entries]), leftOut: own.leftOut };
}

function contentIn({ preset, layer, source, weights, walk }: PageState): PageState {
  return { preset, layer, source, weights, walk };
}

function isSame(one: readonly Entry[], other: readonly Entry[]): boolean {
  return textOf(one) === textOf(other);
}

/** What takes the place of something else must be named, even the first variant as it is preset. */
function named(entries: readonly Entry[]): readonly Entry[] {
  return entries.length > 0 ? entries : [['variant', variants[0].name]];
}

/** What the query says of how a laboratory is set is not said of another one. */
function lookEntries(state: PageLook, query: PageLook): Entry[] {
  const isSameLaboratory = state.laboratory === query.laboratory;
  const given = isSameLaboratory ? query : { ...query, laboratorySettings: undefined };
  return lookParameters.flatMap(({ name, field, usual, write: text }): Entry[] => {
    const [own, before] = [state[field], given[field]].map((value) =>
      value === undefined ? usual : text(value),
    );
    return own === before ? [] : [[name, own]];
  });
}
