/** Which views stand open: those that the person, or the link, wants, and the one that the variant lends. */
import type { VariantName } from '../../src/variants/types.js';
import { explorerViews, type ExplorerView, type LinkedView } from '../../src/address/page-state.js';

/** The 3-D scene, and the views that a link can name. */
export type StageView = 'scene' | ExplorerView;
export const stageViews: readonly StageView[] = ['scene', ...explorerViews];

export interface OpenViews {
  /** Wanted by the person or by the link. */
  readonly chosen: ReadonlySet<StageView>;
  /** Opened by the variant itself: it closes with the variant, unless it is wanted too. */
  readonly lent: StageView | null;
}

/** Views that a variant opens by itself, because its point is made there. */
const ownViews: Readonly<Partial<Record<VariantName, StageView>>> = {
  grouped: 'channels',
  transposed: 'matrix',
};

/** What a visitor sees whose link says nothing of views. */
export const firstViews: OpenViews = { chosen: new Set(['scene', 'grid']), lent: null };

/** What a link asks for; without a word of it, what a page with this variant shows by itself. */
export function viewsOfLink(
  views: readonly LinkedView[] | undefined,
  variant: VariantName | undefined,
): OpenViews {
  if (!views) return lentTo(firstViews, variant);
  const named = views.filter((view) => view !== 'no-scene');
  const scene: StageView[] = views.includes('no-scene') && named.length > 0 ? [] : ['scene'];
  return { chosen: new Set([...scene, ...named]), lent: null };
}

/** What a link has to say to bring these views back; undefined where the variant has them by itself. */
export function viewsForLink(
  views: OpenViews,
  variant: VariantName | undefined,
): readonly LinkedView[] | undefined {
  const open = openViews(views);
  const usual = openViews(lentTo(firstViews, variant));
  if (stageViews.every((view) => open.has(view) === usual.has(view))) return undefined;
  const named = explorerViews.filter((view) => open.has(view));
  return open.has('scene') ? named : [...named, 'no-scene'];
}

export function openViews({ chosen, lent }: OpenViews): ReadonlySet<StageView> {
  return lent ? new Set([...chosen, lent]) : chosen;
}

/** Another variant came: what the last one lent goes, what this one lends comes. */
export function lentTo(views: OpenViews, variant: VariantName | undefined): OpenViews {
  return { ...views, lent: (variant && ownViews[variant]) ?? null };
}

/** Opens a view, or closes it wherever it came from. The last one stays: an empty stage would say nothing. */
export function toggled(views: OpenViews, view: StageView): OpenViews {
  const chosen = new Set(views.chosen);
  if (!openViews(views).has(view)) return { ...views, chosen: chosen.add(view) };
  if (openViews(views).size === 1) return views;
  chosen.delete(view);
  return { chosen, lent: views.lent === view ? null : views.lent };
}

/** Views that stand side by side on the stage. */
const besideEachOther: readonly StageView[] = ['scene', 'road', 'channels', 'matrix'];

/**
 * Where the views stand: side by side on the stage, or, because they are long, below it. Without any of the first kind
 * the others have the stage for themselves.
 */
export function placed(open: ReadonlySet<StageView>): {
  readonly stage: readonly StageView[];
  readonly below: readonly StageView[];
} {
  const shown = [...stageViews].filter((view) => open.has(view));
  const stage = besideEachOther.filter((view) => open.has(view));
  const below = shown.filter((view) => !besideEachOther.includes(view)).reverse();
  return stage.length > 0 ? { stage, below } : { stage: below, below: [] };
}
