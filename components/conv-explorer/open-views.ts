/** Which views stand open: those that the person, or the link, wants, and the one that the variant lends. */
import type { VariantName } from '../../src/variants/types.js';
import type { ExplorerView } from './page-address.js';

export interface OpenViews {
  /** Wanted by the person or by the link. */
  readonly chosen: ReadonlySet<ExplorerView>;
  /** Opened by the variant itself: it closes with the variant, unless it is wanted too. */
  readonly lent: ExplorerView | null;
}

/** Views that a variant opens by itself, because its point is made there. */
const ownViews: Readonly<Partial<Record<VariantName, ExplorerView>>> = {
  grouped: 'channels',
  transposed: 'matrix',
};

/** What a visitor sees whose link says nothing of views. */
export const firstViews: OpenViews = { chosen: new Set(['grid']), lent: null };

export function openViews({ chosen, lent }: OpenViews): ReadonlySet<ExplorerView> {
  return lent ? new Set([...chosen, lent]) : chosen;
}

/** Another variant came: what the last one lent goes, what this one lends comes. */
export function lentTo(views: OpenViews, variant: VariantName | undefined): OpenViews {
  return { ...views, lent: (variant && ownViews[variant]) ?? null };
}

/** Opens a view, or closes it wherever it came from. */
export function toggled(views: OpenViews, view: ExplorerView): OpenViews {
  const chosen = new Set(views.chosen);
  if (!openViews(views).has(view)) return { ...views, chosen: chosen.add(view) };
  chosen.delete(view);
  return { chosen, lent: views.lent === view ? null : views.lent };
}
