/** The page's address as what it asks for. Total: any string at all gives a state, and notices of what was not understood. */
import { documentOf, type Document } from '../session/document.js';
import { stepsOf } from '../timeline/position.js';
import type { Planned } from './content-document.js';
import { holdsCell, lookParameters } from './look-parameters.js';
import { Notices, type LinkNotice } from './notices.js';
import type { PageLook, PageState } from './page-state.js';
import { addressVersion, type LinkParameters } from './parameters.js';
import { parametersOf } from './read-parameters.js';
import { contentNames, readContent } from './read-content.js';
import { wayBackName } from './way-back.js';

export interface Address {
  /** As in `location.search`; settings of the author of a page. */
  readonly query?: string;
  /** As in `location.hash`; what a person did. It wins over the query. */
  readonly hash?: string;
}

export interface ReadAddress {
  readonly state: PageState;
  readonly notices: readonly LinkNotice[];
}

const names: readonly string[] = [
  'v',
  wayBackName,
  ...contentNames,
  ...lookParameters.map(({ name }) => name),
];

/** What other sites hang onto a link. */
const foreign = /^(utm_\w+|fbclid|gclid|ref)$/;

/** @param ground what the page shows by itself; a link that names neither a variant nor an example changes it */
export function readAddress(
  { query = '', hash = '' }: Address,
  ground: Document = documentOf(),
): ReadAddress {
  const notices = new Notices();
  const link = merged(parametersOf(query, notices), isAnchor(hash) ? new Map() : parametersOf(hash, notices));
  for (const name of link.keys())
    if (!names.includes(name) && !foreign.test(name)) notices.add('link.unknown', { name });
  readVersion(link, notices);
  const { content, planned } = readContent(link, notices, ground);
  const state = { ...content, ...withinPlan(readLook(link, notices), planned, notices) };
  return { state, notices: notices.all };
}

/** A place on the page, such as a skip link's `#content`: not ours. */
function isAnchor(hash: string): boolean {
  return !/[=&]/.test(hash) && !names.includes(hash.replace(/^#/, ''));
}

/**
 * A hash that names a variant or an example says all of the content, and one that names a laboratory how it is set; other names win
 * one by one.
 */
function merged(query: LinkParameters, hash: LinkParameters): LinkParameters {
  const said = [
    ...(hash.has('variant') || hash.has('preset') ? contentNames : []),
    ...(hash.has('lab') ? ['set'] : []),
  ];
  const kept = [...query].filter(([name]) => !said.includes(name));
  return new Map([...kept, ...hash]);
}

function readVersion(link: LinkParameters, notices: Notices): void {
  const text = link.get('v');
  if (text === undefined || text === String(addressVersion)) return;
  if (/^\d{1,9}$/.test(text) && Number(text) > addressVersion) notices.add('link.version', { version: text });
  else notices.refuse('v', text, String(addressVersion));
}

function readLook(link: LinkParameters, notices: Notices): PageLook {
  const look: Partial<Record<keyof PageLook, unknown>> = {};
  for (const { name, field, read } of lookParameters) {
    const text = link.get(name);
    if (text === undefined) continue;
    const reading = read(text, (value, allowed) => notices.refuse(name, value, allowed));
    if ('allowed' in reading) notices.refuse(name, text, reading.allowed);
    else if (reading.value !== undefined) look[field] = reading.value;
  }
  const { playbackRate, laboratory } = look as PageLook;
  if (!laboratory && look.laboratorySettings) {
    notices.add('link.alone', { name: 'set', other: 'lab' });
    delete look.laboratorySettings;
  }
  const asked = link.get('playback-rate');
  if (playbackRate !== undefined && playbackRate !== Number(asked))
    notices.add('link.clamped', { name: 'playback-rate', value: asked ?? '', used: playbackRate });
  return look as PageLook;
}

/** A step beyond the end is the end, and a cell that is not there is not pinned. Of a layer that cannot run nothing is known. */
function withinPlan(look: PageLook, planned: Planned, notices: Notices): PageLook {
  const { step, selection, ...rest } = look;
  if (step === undefined && !selection) return look;
  if (!planned.isLegal) return step === undefined ? rest : { ...rest, step };
  const { plan, document } = planned;
  const steps = stepsOf(plan, document.walk);
  if (step !== undefined && step > steps)
    notices.add('link.clamped', { name: 'step', value: step, used: steps });
  const isThere = selection !== undefined && holdsCell(plan, selection);
  if (selection && !isThere) notices.add('link.no-cell', { name: 'select' });
  return {
    ...rest,
    ...(step === undefined ? {} : { step: Math.min(step, steps) }),
    ...(isThere ? { selection } : {}),
  };
}
