import { html, nothing, type TemplateResult } from 'lit';
import type { ConvFigure } from '../conv-figure/conv-figure.js';
import { icon } from '../shared/icons.js';
import type { Lab } from '../shared/lab.js';

interface WayOut {
  /** Address of the explorer; without one there is no link. */
  readonly explorer: string | undefined;
  readonly words: string;
  /** What is to be opened; null before it is there. */
  readonly shown: () => { readonly figure: ConvFigure | null; readonly lab: Lab | null };
}

/**
 * A link that opens the figure in the explorer as it stands. What writes its address is fetched when the link is about to be used; a
 * click that comes before is answered as soon as it is here.
 */
export function renderWayOut({ explorer, words, shown }: WayOut): TemplateResult | typeof nothing {
  if (explorer === undefined) return nothing;
  const lead = async ({ currentTarget }: Event): Promise<void> => {
    const link = currentTarget as HTMLAnchorElement;
    const { explorerAddress } = await import('./explorer-address.js');
    const { figure, lab } = shown();
    if (figure && lab) link.href = explorerAddress(explorer, figure, lab);
  };
  const go = async (event: MouseEvent): Promise<void> => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const link = event.currentTarget as HTMLAnchorElement;
    await lead(event).catch(() => undefined);
    document.location.assign(link.href);
  };
  return html`<a
    class="out"
    href=${explorer}
    aria-label=${words}
    title=${words}
    @pointerenter=${lead}
    @focus=${lead}
    @click=${go}
    >${icon('open')}</a
  >`;
}
