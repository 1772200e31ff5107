/** What is given away: a link, a tag, a frame, each as text. */
import { hasContent } from '../../src/address/content-document.js';
import type { HideName } from '../../src/address/hiding.js';
import type { PageState } from '../../src/address/page-state.js';
import { parametersIn } from '../../src/address/parameters.js';
import { writeAddress } from '../../src/address/write-address.js';

/** Views of the site that a figure has too. */
const figureViews: readonly string[] = ['channels', 'matrix', 'grid'];
/** What a figure shows by itself. */
const ownViews = 'scene formula counts';
/** Names of a link that are no attributes of a figure. */
const noAttributes: readonly string[] = [
  ...['v', 'values', 'weights', 'bias-values', 'select', 'views', 'hide'],
  ...['lab', 'set'],
];

export interface Link {
  readonly address: string;
  /** Numbers that a person gave are not in it. */
  readonly leftOut: boolean;
}

/**
 * @param page address of the site; its own query and hash are dropped
 * @param hidden parts that the page leaves out: an author's setting, so they stand in the query
 */
export function linkTo(page: string, state: PageState, hidden: readonly HideName[]): Link {
  const { text, leftOut } = writeAddress({ ...state, hidden: undefined });
  const site = page.replace(/[?#].*$/s, '');
  const query = hidden.length === 0 ? '' : `?hide=${hidden.join()}`;
  return { address: `${site}${query}${text === '' ? '' : `#${text}`}`, leftOut };
}

/** A figure of the layer, with the line that loads it. Typed numbers have no place in it. */
export function tagFor(script: string, state: PageState): string {
  const views = (state.views ?? []).filter((view) => figureViews.includes(view));
  const attributes = [...parametersIn(writeAddress(state).text)].filter(
    ([name]) => !noAttributes.includes(name),
  );
  if (views.length > 0) attributes.push(['views', [ownViews, ...views].join(' ')]);
  const list = attributes.map(([name, value]) =>
    value === 'true' ? ` ${name}` : ` ${name}="${escaped(value)}"`,
  );
  return `<script type="module" src="${escaped(script)}"></script>\n<conv-figure${list.join('')}></conv-figure>`;
}

/** Are there numbers or weights that a tag cannot hold? */
export function exceedsTag(state: PageState): boolean {
  const link = parametersIn(writeAddress(state).text);
  return hasContent(state) && ['values', 'weights', 'bias-values'].some((name) => link.has(name));
}

/** Other hosts allow a frame nothing by itself; without a title it has no name for a screen reader. */
export function frameFor(address: string, title: string): string {
  return (
    `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="720" loading="lazy" ` +
    `allow="fullscreen; clipboard-write; camera" allowfullscreen></iframe>`
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
