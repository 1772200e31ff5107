/** What a reader is told about a link: words by their keys, so that they can be said in any language. */
import type { Parameters, WordKey } from '../words/say.js';

/** Something in a link that was not understood, was changed, or was left out. */
export interface LinkNotice {
  readonly key: WordKey;
  readonly parameters: Parameters;
}

/** Notices that are kept one by one; of what comes after them only the number is told. */
const mostNotices = 12;
/** Characters of a link that a notice repeats. */
const longestQuote = 60;

/** Gathers the notices of one link. */
export class Notices {
  private readonly kept: LinkNotice[] = [];
  private further = 0;

  add(key: WordKey, parameters: Parameters = {}): void {
    if (this.kept.length < mostNotices) this.kept.push({ key, parameters: quoted(parameters) });
    else this.further += 1;
  }

  /** A value that its name does not take. */
  refuse(name: string, value: string, allowed: string): void {
    this.add('link.value', { name, value, allowed });
  }

  get all(): readonly LinkNotice[] {
    if (this.further === 0) return this.kept;
    return [...this.kept, { key: 'link.more', parameters: { count: this.further } }];
  }
}

/** What came with the link, short enough to be shown. The lists of what is allowed are ours and stay whole. */
function quoted(parameters: Parameters): Parameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      name !== 'allowed' && String(value).length > longestQuote
        ? `${String(value).slice(0, longestQuote)}…`
        : value,
    ]),
  );
}
