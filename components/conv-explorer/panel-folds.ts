import type { LitElement } from 'lit';
import { panels, type Folds } from './site-parts.js';
import { sheetIds } from './sheets.js';

/** Which panels stand open; what is in one is fetched when it is first opened. */
export class PanelFolds {
  folds: Folds = new Map();
  private readonly host: LitElement;

  constructor(host: LitElement) {
    this.host = host;
  }

  fold(id: string, open: boolean): void {
    if (this.folds.get(id) === open || (!open && !this.folds.has(id))) return;
    this.folds = new Map(this.folds).set(id, open);
    this.host.requestUpdate();
    void panels.find((panel) => panel.id === id)?.load();
    // What unfolds below the edge of the side panel would seem to be nothing.
    if (open) void this.host.updateComplete.then(() => this.panelOf(id)?.scrollIntoView({ block: 'start' }));
  }

  /** Opens a panel, out of the sheet in which it may lie and from under what lies over it, with the focus on its title. */
  async reveal(id: string): Promise<void> {
    const { renderRoot: root } = this.host;
    for (const open of root.querySelectorAll<HTMLElement>(':popover-open')) open.hidePopover();
    root.querySelector<HTMLElement>(`#${sheetIds.settings}[popover]`)?.showPopover();
    this.fold(id, true);
    await this.host.updateComplete;
    const panel = this.panelOf(id);
    panel?.querySelector('summary')?.focus();
    panel?.scrollIntoView({ block: 'start' });
  }

  private panelOf(id: string): Element | null {
    return this.host.renderRoot.querySelector(`[data-panel='${id}']`);
  }
}
