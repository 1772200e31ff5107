/** What of a page's views a figure has. */
import { isHidden } from './hiding.js';
import type { ExplorerView, PageState } from './page-state.js';

/** Views of the site that a figure has too, in the order of the figure. */
const figureViews: readonly ExplorerView[] = ['channels', 'matrix', 'grid'];

/** What a figure shows by itself. */
export const usualFigureViews = 'scene formula counts';

/** The views of a link as the attribute `views` of a figure. */
export function figureViewsOf({ views = [], hidden }: PageState): string {
  const named = figureViews.filter((view) => views.includes(view));
  const scene = views.includes('no-scene') && named.length > 0 ? [] : ['scene'];
  const panels = (['formula', 'counts'] as const).filter((panel) => !isHidden(hidden, panel));
  return [...scene, ...panels, ...named].join(' ');
}

/** Does the page show what no figure shows: a laboratory, or layers side by side? */
export function exceedsFigure({ views = [], laboratory }: PageState): boolean {
  return laboratory !== undefined || views.includes('compare') || views.includes('road');
}
