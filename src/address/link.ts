/** A page's address with what is shown there. */
import type { HideName } from './hiding.js';
import type { PageState } from './page-state.js';
import { writeAddress } from './write-address.js';

export interface Link {
  readonly address: string;
  /** Numbers that a person gave are not in it. */
  readonly leftOut: boolean;
}

/**
 * A link for a person: what is shown stands in the hash, which is not sent to the server.
 *
 * @param page address of the site; its own query and hash are dropped
 * @param hidden parts that the page leaves out: an author's setting, so they stand in the query
 */
export function linkTo(page: string, state: PageState, hidden: readonly HideName[]): Link {
  const { text, leftOut } = writeAddress({ ...state, hidden: undefined });
  const query = hidden.length === 0 ? '' : `hide=${hidden.join()}`;
  return { address: addressOf(page, query, text), leftOut };
}

/** Characters of a query that every server takes. */
const longestQuery = 2000;

/** The same as an author's setting, in the query: what a reader does comes after it. A query too long for servers is a hash. */
export function settingOf(page: string, state: PageState, hidden: readonly HideName[]): Link {
  const { text, leftOut } = writeAddress({ ...state, hidden });
  const isLong = text.length > longestQuery;
  return { address: addressOf(page, isLong ? '' : text, isLong ? text : ''), leftOut };
}

function addressOf(page: string, query: string, hash: string): string {
  const site = page.replace(/[?#].*$/s, '');
  return `${site}${query === '' ? '' : `?${query}`}${hash === '' ? '' : `#${hash}`}`;
}
