/** What is given away: a link, a tag, a frame, each as text. */
import { hasContent } from '../../src/address/content-document.js';
import { exceedsFigure, figureViewsOf, usualFigureViews } from '../../src/address/figure-views.js';
import type { HideName } from '../../src/address/hiding.js';
import { linkTo, settingOf } from '../../src/address/link.js';
import type { PageState } from '../../src/address/page-state.js';
import { parametersIn } from '../../src/address/parameters.js';
import { writeAddress } from '../../src/address/write-address.js';

/** Names of a link that are no attributes of a figure. */
const noAttributes: readonly string[] = [
  ...['v', 'values', 'weights', 'bias-values', 'select', 'views', 'hide'],
  ...['lab', 'set'],
];

/** A figure of the layer, with the line that loads it. Typed numbers have no place in it. */
export function tagFor(script: string, state: PageState): string {
  const views = figureViewsOf({ views: state.views });
  const attributes = [...parametersIn(writeAddress(state).text)].filter(
    ([name]) => !noAttributes.includes(name),
  );
  if (views !== usualFigureViews) attributes.push(['views', views]);
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

/** What stands in the frame, and how high it is before it says so itself. */
interface Framed {
  readonly address: string;
  readonly height: number;
}

/**
 * A single figure has a page of its own for frames, which is one file and runs in any sandbox; what only the site can show is shown by
 * the site.
 *
 * @param site address of the site
 * @param embed address of the page for frames
 */
export function framedIn(site: string, embed: string, state: PageState, hidden: readonly HideName[]): Framed {
  if (exceedsFigure(state)) return { address: linkTo(site, state, hidden).address, height: 720 };
  return { address: settingOf(embed, state, hidden).address, height: 640 };
}

/** Other hosts allow a frame nothing by itself; without a title it has no name for a screen reader. */
export function frameFor({ address, height }: Framed, title: string): string {
  return (
    `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy" ` +
    `allow="fullscreen; clipboard-write; camera" allowfullscreen></iframe>`
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
