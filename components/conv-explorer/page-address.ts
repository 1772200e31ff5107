/** What a link to the site asks for, beyond the settings of the layer. */
import { sampleIds } from '../../src/media/samples.js';
import type { Session } from '../../src/session/session.js';
import { presetOf } from '../../src/variants/presets.js';
import { variants } from '../../src/variants/variants.js';
import { dialects, type Dialect } from '../../src/words/dialect.js';
import type { Parameters, WordKey } from '../../src/words/say.js';
import { layerLinkNames, readLayerLink, writeLayerLink, type LayerLink } from '../shared/layer-link.js';

/** Something in a link that was not understood. */
export interface LinkNotice {
  readonly key: WordKey;
  readonly parameters: Parameters;
}

export interface PageAddress extends Pick<LayerLink, 'layer'> {
  /** Words that the page knows; absent where the link does not say them, or says others. */
  readonly words: Readonly<Partial<Record<PageWord, string>>>;
  readonly step: number | null;
  readonly views: readonly ExplorerView[] | null;
  readonly notices: readonly LinkNotice[];
}

/** Views that can be opened and closed. */
export const explorerViews = ['channels', 'matrix', 'road', 'grid', 'compare'] as const;
export type ExplorerView = (typeof explorerViews)[number];

/** Names whose value is one of a list. */
const wordLists = {
  walk: ['output', 'input'],
  camera: ['overview', 'front', 'kernel', 'output'],
  theme: ['auto', 'paper', 'board'],
  dialect: dialects.map(({ id }) => id),
  sample: sampleIds,
} as const satisfies Record<string, readonly string[]>;

type PageWord = keyof typeof wordLists | 'preset' | 'lang';

const wordNames = Object.keys(wordLists) as (keyof typeof wordLists)[];
const names: readonly string[] = [...layerLinkNames, ...wordNames, 'preset', 'lang', 'step', 'views'];
/** What other sites hang onto a link. */
const foreign = /^(utm_\w+|fbclid|gclid|ref)$/;

/** Reads the query of the page. Never throws; what it cannot use becomes a notice. */
export function readPageAddress(query: URLSearchParams): PageAddress {
  const notices: LinkNotice[] = [];
  const refuse = (name: string, value: string, allowed: string): void => {
    notices.push({ key: 'link.value', parameters: { name, value, allowed } });
  };
  for (const name of new Set(query.keys()))
    if (!names.includes(name) && !foreign.test(name))
      notices.push({ key: 'link.unknown', parameters: { name } });

  const { layer, unknownVariant } = readLayerLink(query);
  if (unknownVariant !== null)
    refuse('variant', unknownVariant, variants.map((variant) => variant.name).join(', '));

  const words: Partial<Record<PageWord, string>> = {};
  for (const name of wordNames) {
    const value = query.get(name);
    const allowed: readonly string[] = wordLists[name];
    if (value !== null && allowed.includes(value)) words[name] = value;
    else if (value !== null) refuse(name, value, allowed.join(', '));
  }
  const lang = query.get('lang');
  if (lang !== null) words.lang = lang;
  const preset = query.get('preset');
  if (preset !== null && presetOf(preset)) words.preset = preset;
  else if (preset !== null) notices.push({ key: 'examples.unknown', parameters: { id: preset } });

  return { layer, words, notices, step: readStep(query, refuse), views: readViews(query, refuse) };
}

type Refuse = (name: string, value: string, allowed: string) => void;

function readStep(query: URLSearchParams, refuse: Refuse): number | null {
  const text = query.get('step');
  if (text === null) return null;
  const step = Number(text);
  if (text.trim() !== '' && step >= 0 && Number.isFinite(step)) return step;
  refuse('step', text, '0, 1, 2, …');
  return null;
}

function readViews(query: URLSearchParams, refuse: Refuse): ExplorerView[] | null {
  const text = query.get('views');
  if (text === null) return null;
  const wanted = text.split(/[\s,]+/).filter(Boolean);
  for (const view of wanted)
    if (view !== 'scene' && !isExplorerView(view))
      refuse('views', view, ['scene', ...explorerViews].join(', '));
  return wanted.filter(isExplorerView);
}

function isExplorerView(name: string): name is ExplorerView {
  return (explorerViews as readonly string[]).includes(name);
}

/**
 * A link to what is set now; numbers that were typed or drawn are not in it.
 *
 * @param page id of the example that is shown as it was given, or null; and the names in use
 */
export function writePageAddress(
  { layer, source, walk, step }: Session,
  { example, dialect }: { readonly example: string | null; readonly dialect: Dialect },
): URLSearchParams {
  const link = example === null ? writeLayerLink(layer) : new URLSearchParams({ preset: example });
  if (example === null && source.kind === 'sample') link.set('sample', source.name);
  if (walk === 'input') link.set('walk', walk);
  if (step > 0) link.set('step', String(Math.round(step)));
  if (dialect !== 'keras') link.set('dialect', dialect);
  return link;
}
