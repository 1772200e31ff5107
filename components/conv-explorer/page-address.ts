/** What a link to the site asks for, in the words of the elements' properties. */
import { readAddress } from '../../src/address/read-address.js';
import type { LinkNotice } from '../../src/address/notices.js';
import { explorerViews, type ExplorerView } from '../../src/address/page-state.js';
import { writeAddress } from '../../src/address/write-address.js';
import type { Session } from '../../src/session/session.js';
import type { LayerSpec } from '../../src/variants/types.js';
import type { Dialect } from '../../src/words/dialect.js';

export { explorerViews, type ExplorerView, type LinkNotice };

type PageWord = 'preset' | 'walk' | 'camera' | 'lang' | 'theme' | 'dialect' | 'sample';

export interface PageAddress {
  readonly layer: LayerSpec | null;
  /** Words that the page knows; absent where the link does not say them, or says others. */
  readonly words: Readonly<Partial<Record<PageWord, string>>>;
  readonly step: number | null;
  readonly views: readonly ExplorerView[] | null;
  readonly notices: readonly LinkNotice[];
}

/** Reads the query of the page. Never throws; what it cannot use becomes a notice. */
export function readPageAddress(query: URLSearchParams): PageAddress {
  const { state, notices } = readAddress({ query: query.toString() });
  const { preset, layer, source, walk, camera, language, theme, dialect, step, views } = state;
  const sample = source?.kind === 'sample' ? source.name : undefined;
  const words = { preset, walk, camera, lang: language, theme, dialect, sample };
  return {
    layer: layer ? { variant: 'standard', ...layer } : null,
    words: Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined)),
    step: step ?? null,
    views: views ?? null,
    notices,
  };
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
  const sample = source.kind === 'sample' ? { source } : {};
  const content = example === null ? { layer, ...sample, walk } : { preset: example, walk };
  return new URLSearchParams(writeAddress({ ...content, step: Math.round(step), dialect }).text);
}
