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
    // What unfolds below the edge of the side panel would seem to be nothing.
    if (open) void this.show(id);
  }

  /** Opens a panel, out of the sheet in which it may lie and from under what lies over it, with the focus on its title. */
  async reveal(id: string): Promise<void> {
    const { renderRoot: root } = this.host;
    for (const open of root.querySelectorAll<HTMLElement>(':popover-open')) open.hidePopover();
    root.querySelector<HTMLElement>(`#${sheetIds.settings}[popover]`)?.showPopover();
    this.fold(id, true);
    await this.host.updateComplete;
    this.panelOf(id)?.querySelector('summary')?.focus();
    await this.show(id);
  }

  /** Scrolls to a panel once what is in it has its size. */
  private async show(id: string): Promise<void> {
    await Promise.all([panels.find((panel) => panel.id === id)?.load(), this.host.updateComplete]);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    this.panelOf(id)?.scrollIntoView({ block: 'start' });
  }

  private panelOf(id: string): Element | null {
    return this.host.renderRoot.querySelector(`[data-panel='${id}']`);
  }
}
