import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { figureViewsOf } from '../../src/address/figure-views.js';
import { linkTo } from '../../src/address/link.js';
import type { LinkNotice } from '../../src/address/notices.js';
import type { PageState } from '../../src/address/page-state.js';
import { readDecimals } from '../../src/session/display-setting.js';
import { embedEn } from '../../src/words/parts/embed.js';
import { siteEn } from '../../src/words/parts/site.js';
import { languageOf, teach } from '../../src/words/say.js';
import { ConvFigure } from '../conv-figure/conv-figure.js';
import { AddressController } from '../shared/address-controller.js';
import { copyFrom } from '../shared/copy.js';
import { icon } from '../shared/icons.js';
import { tagOf } from '../shared/languages.js';
import { renderNotices } from '../shared/notices.js';
import { controlStyles } from '../shared/styles.js';
import { FrameMessages } from './frame-messages.js';
import { embedStyles } from './styles.js';

teach(embedEn);
teach(siteEn);

/**
 * The figure that the page's address asks for, for a page that stands in a frame on somebody else's page: it takes the links of the
 * site, tells the page around the frame its height, and leads to where it is seen large. What it does not know of a link it says.
 *
 * @tag conv-embed
 * @summary The figure that a link asks for, for a frame on another page.
 * @dependency conv-scene
 * @dependency conv-formula
 * @dependency conv-timeline
 * @dependency conv-counts
 * @dependency conv-grid
 * @dependency conv-matrix
 * @dependency conv-channels
 *
 * @slot caption - A caption below the figure.
 * @event play - The run begins to move.
 * @event pause - The run stands still.
 * @event ended - The run came to its end.
 * @event {ConvStepEvent} conv-step - The run stands at another step.
 * @csspart large - The link that leads to where the figure is seen large.
 */
export class ConvEmbed extends ConvFigure {
  static override styles: CSSResultGroup = [ConvFigure.styles, controlStyles, embedStyles];

  /** Address of the site, where the figure opens with everything around it; without it, it opens by itself, as large as a window. */
  @property() site?: string;

  @query('textarea') private readonly field!: HTMLTextAreaElement | null;
  @state() private notices: readonly LinkNotice[] = [];
  /** The address that the frame was not allowed to open. */
  @state() private refused: string | null = null;
  @state() private isCopied = false;
  /** The example that is shown as it was given. */
  private example: string | undefined;
  private asked: PageState = {};
  private readonly address = new AddressController(this, {
    session: () => this.lab.session,
    // A frame's history is that of the page around it: Back is not for walking through the frame.
    keepsHistory: false,
    surroundings: () => {
      const { camera, views, language, theme, dialect, colourRange, decimals } = this.asked;
      return { preset: this.example, camera, views, language, theme, dialect, colourRange, decimals };
    },
    take: (asked, notices) => this.take(asked, notices),
  });

  constructor() {
    super();
    this.addController(new FrameMessages(this));
    for (const type of ['conv-layer', 'conv-edit'] as const)
      this.addEventListener(type, () => {
        this.example = undefined;
      });
  }

  /** What the address says beyond the session. */
  private take(asked: PageState, notices: readonly LinkNotice[]): void {
    const { theme = 'auto', dialect = 'keras', colourRange = 'tensor', decimals = 'auto' } = asked;
    this.asked = asked;
    this.notices = notices;
    this.example = asked.layer ? undefined : asked.preset;
    this.views = figureViewsOf(asked);
    this.controls = this.address.isHidden('transport') ? 'none' : 'basic';
    this.camera = asked.camera;
    this.dataset.hide = this.address.hidden.join(' ');
    Object.assign(this, { theme, dialect, colourRange, decimals: readDecimals(decimals) });
    document.documentElement.lang = tagOf(asked.language ?? languageOf(navigator.language));
  }

  private get isFramed(): boolean {
    return window.parent !== window;
  }

  /** A file beside a site opens by itself: browsers load no module of the site from there. */
  private get leadsToSite(): boolean {
    return this.site !== undefined && /^https?:$/.test(location.protocol);
  }

  /** The page where the figure is seen large. */
  private get page(): string {
    return new URL(this.leadsToSite ? (this.site ?? '') : location.href, document.baseURI).href;
  }

  /** Address where the figure is seen large, as it stands. */
  get large(): string {
    return linkTo(this.page, this.address.state ?? {}, this.address.hidden).address;
  }

  /** Where the run stands is asked for late: the link would else be written anew with every picture. */
  private readonly pointOut = (event: Event): void => {
    (event.currentTarget as HTMLAnchorElement).href = this.large;
  };

  /** A sandbox may forbid windows, and does not say so before one has been tried. */
  private readonly open = (event: Event): void => {
    this.pointOut(event);
    if (self.origin !== 'null') return;
    event.preventDefault();
    const opened = window.open(this.large, '_blank');
    if (opened) opened.opener = null;
    else this.refused = this.large;
  };

  private async copy(): Promise<void> {
    if (this.field) this.isCopied = await copyFrom(this.field);
  }

  private renderRefused(): TemplateResult | typeof nothing {
    if (this.refused === null) return nothing;
    return html`<div class="blocked">
      <label
        >${this.lab.say('embed.refused')}<textarea readonly rows="2" .value=${this.refused}></textarea></label
      ><button @click=${() => void this.copy()}>
        ${this.lab.say(this.isCopied ? 'embed.copied' : 'embed.copy')}
      </button>
    </div>`;
  }

  private renderFooter(): TemplateResult | typeof nothing {
    const isUseful = this.isFramed ? /^(https?|file):$/.test(location.protocol) : this.leadsToSite;
    if (!isUseful) return nothing;
    const words = this.isFramed ? 'embed.large' : 'embed.explorer';
    return html`<footer>
      <a
        part="large"
        href=${this.page}
        target=${this.isFramed ? '_blank' : nothing}
        rel="noopener"
        @pointerenter=${this.pointOut}
        @focus=${this.pointOut}
        @click=${this.open}
        >${icon('open')}${this.lab.say(words)}</a
      >${this.renderRefused()}
    </footer>`;
  }

  override render(): TemplateResult {
    const notices = renderNotices(this.lab, this.notices, () => {
      this.notices = [];
    });
    return html`${notices} ${super.render()} ${this.renderFooter()}`;
  }
}
