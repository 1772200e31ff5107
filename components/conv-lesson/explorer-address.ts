/** Where the explorer shows what a lesson's figure shows. Fetched when somebody is about to go there. */
import { linkTo } from '../../src/address/link.js';
import { cameras, explorerViews, type LinkedView } from '../../src/address/page-state.js';
import { stateOf } from '../../src/address/session-state.js';
import { wayBackName, wayBackTo } from '../../src/address/way-back.js';
import type { ConvFigure } from '../conv-figure/conv-figure.js';
import type { Lab } from '../shared/lab.js';

/** Views of a figure that have to be named in a link; the usual ones are shown by themselves. */
function linkedViews({ views }: ConvFigure): readonly LinkedView[] | undefined {
  const shown = views.split(/[\s,]+/);
  const named: LinkedView[] = explorerViews.filter((view) => shown.includes(view));
  if (named.length === 0) return undefined;
  return shown.includes('scene') ? named : [...named, 'no-scene'];
}

/** @param explorer its address, seen from the lesson */
export function explorerAddress(explorer: string, figure: ConvFigure, { session, language }: Lab): string {
  const state = stateOf(session, {
    camera: cameras.find((name) => name === figure.camera),
    views: linkedViews(figure),
    language,
    theme: figure.theme === 'auto' ? undefined : figure.theme,
  });
  const address = new URL(linkTo(new URL(explorer, document.baseURI).href, state, []).address);
  const back = wayBackTo(new URL(document.location.href));
  if (back !== null) address.search = `${wayBackName}=${back}`;
  return address.href;
}
