import {
  html,
  nothing,
  type CSSResult,
  type LitElement,
  type ReactiveController,
  type TemplateResult,
} from 'lit';
import type { Preset } from '../../src/variants/presets.js';
import { loadLanguage } from '../../src/words/say.js';
import type { SessionController } from '../shared/session-controller.js';
import { renderGalleryShell } from './gallery-shell.js';

interface GalleryOverlay {
  readonly lab: SessionController;
  readonly sheets: boolean;
  /** Id of the example that is shown. */
  readonly current: string | null;
  readonly load: (preset: Preset) => void;
}

/** Gallery and help: each is fetched, with its styles, when it is first opened. */
export class Overlays implements ReactiveController {
  private readonly host: LitElement;
  private galleryModule: typeof import('./gallery.js') | null = null;
  private help: typeof import('./help.js') | null = null;
  private isGalleryOpen = false;
  /** What is looked for among the examples. */
  private query = '';

  constructor(host: LitElement) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.isGalleryOpen = false;
  }

  /** The button that opens the gallery, its frame, and the examples while they are to be seen. */
  renderGallery({ lab, sheets, current, load }: GalleryOverlay): TemplateResult {
    const { query } = this;
    const gallery = this.isGalleryOpen ? this.galleryModule : null;
    return renderGalleryShell({
      ...{ lab, sheets, query },
      search: (sought) => {
        this.query = sought;
        this.host.requestUpdate();
      },
      turn: (open) => this.turnGallery(open),
      content: gallery?.renderGallery({ lab, current, query, load }) ?? nothing,
    });
  }

  private turnGallery(open: boolean): void {
    this.isGalleryOpen = open;
    this.host.requestUpdate();
    if (open && !this.galleryModule) void this.loadGallery();
  }

  /** A search finds in both languages, so both are needed. */
  private async loadGallery(): Promise<void> {
    const [gallery] = await Promise.all([import('./gallery.js'), loadLanguage('zh').catch(() => undefined)]);
    if (!this.galleryModule) this.adopt(gallery.galleryStyles);
    this.galleryModule = gallery;
    this.host.requestUpdate();
  }

  /** A question mark opens the help, unless it is being typed. */
  takeKey(event: KeyboardEvent): boolean {
    const isAsked = event.key === '?' && !event.defaultPrevented && !isTyping(event);
    if (isAsked) this.openHelp();
    return isAsked;
  }

  openHelp(): void {
    void this.loadHelp().then(() => {
      if (this.dialog?.open === false) this.dialog.showModal();
    });
  }

  private async loadHelp(): Promise<void> {
    const help = await import('./help.js');
    if (!this.help) this.adopt(help.helpStyles);
    this.help = help;
    this.host.requestUpdate();
    await this.host.updateComplete;
  }

  /** @param reference address of the reference, for those who embed figures */
  renderHelp(lab: SessionController, reference?: string): TemplateResult | typeof nothing {
    if (!this.help) return nothing;
    return html`<dialog class="help" aria-labelledby="help-title">
      ${this.help.renderHelp(lab, () => this.dialog?.close(), reference)}
    </dialog>`;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector<HTMLDialogElement>('dialog.help');
  }

  private adopt({ styleSheet }: CSSResult): void {
    const root = this.host.renderRoot as ShadowRoot;
    if (styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  }
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
