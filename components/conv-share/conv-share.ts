import { html, nothing, svg, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { hideNames, type HideName } from '../../src/address/hiding.js';
import { linkTo, type Link } from '../../src/address/link.js';
import type { PageState } from '../../src/address/page-state.js';
import { stateOf } from '../../src/address/session-state.js';
import { shareEn } from '../../src/words/parts/share.js';
import { teach } from '../../src/words/say.js';
import { absolute, addressOfPage } from '../shared/address.js';
import { ConvElement } from '../shared/conv-element.js';
import { nameOfLayer } from '../shared/describe.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import type { Code } from './code.js';
import { copyFrom } from '../shared/copy.js';
import { exceedsTag, framedIn, frameFor, tagFor } from './snippets.js';
import { shareStyles } from './styles.js';

teach(shareEn);

type Kind = 'link' | 'tag' | 'frame';

/** A code, that there is none because the link is too long, or that its module did not come. */
type DrawnCode = Code | 'too-long' | 'failed';

/**
 * Gives away what a lab shows: a link, a tag, a frame with chosen parts left out, and a QR code of the link, large on request for
 * a projector.
 *
 * @tag conv-share
 * @summary Link, tag, frame and QR code of what is shown.
 *
 * @csspart code - The QR code.
 */
export class ConvShare extends ConvElement {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, controlStyles, shareStyles];

  /** All that the page shows; without it the layer, the numbers and the step of the lab. */
  @property({ attribute: false }) state: PageState | null = null;

  /** Address of the site that the link leads to; by default this page. */
  @property() page?: string;

  /** Address of the page for frames, seen from the site. */
  @property() embed = 'embed.html';

  /** Address of the script that the tag loads. */
  @property() script = 'convscope.js';

  /** What the page that is linked leaves out, e.g. `settings examples`; a person may choose others. */
  @property() hide = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @state() private told: { readonly kind: Kind; readonly isCopied: boolean } | null = null;
  @state() private code: { readonly link: string; readonly drawn: DrawnCode } | null = null;
  /** Does the person want to see the code? It then follows the link. */
  @state() private wantsCode = false;

  /** The link to what is shown now. */
  get link(): string {
    return this.linked.address;
  }

  private get hiddenParts(): readonly HideName[] {
    const names = this.hide.split(/[\s,]+/);
    return hideNames.filter((name) => names.includes(name));
  }

  private get shown(): PageState {
    const { session } = this.lab;
    return this.state ?? (session ? stateOf(session) : {});
  }

  private get site(): string {
    return addressOfPage(this.page);
  }

  private get linked(): Link {
    return linkTo(this.site, this.shown, this.hiddenParts);
  }

  /** The page for frames lies beside the site. */
  private get frame(): string {
    const embed = absolute(this.embed, this.site) ?? this.site;
    return frameFor(
      framedIn(this.site, embed, this.shown, this.hiddenParts),
      this.lab.say('share.frame-title', { layer: nameOfLayer(this.lab) }),
    );
  }

  protected override updated(): void {
    if (this.wantsCode && this.code?.link !== this.link) void this.draw(this.link);
  }

  private async draw(link: string): Promise<void> {
    const drawn = await import('./code.js').then(
      ({ codeOf }): DrawnCode => codeOf(link) ?? 'too-long',
      (): DrawnCode => 'failed',
    );
    if (link === this.link) this.code = { link, drawn };
  }

  private async copy(kind: Kind, event: Event): Promise<void> {
    const row = (event.currentTarget as HTMLElement).closest('.row');
    const field = row?.querySelector('textarea');
    if (field) this.told = { kind, isCopied: await copyFrom(field) };
  }

  private choose(name: HideName, isHidden: boolean): void {
    const chosen = hideNames.filter((each) => (each === name ? isHidden : this.hiddenParts.includes(each)));
    this.hide = chosen.join(' ');
  }

  private renderRow(kind: Kind, text: string, note: string): TemplateResult {
    const { told, lab } = this;
    const message = told?.kind !== kind ? '' : lab.say(told.isCopied ? 'share.copied' : 'share.select');
    return html`<div class="row" data-kind=${kind}>
      <label
        >${lab.say(`share.${kind}`)}<textarea readonly rows="2" spellcheck="false" .value=${text}></textarea>
      </label>
      <button @click=${(event: Event) => void this.copy(kind, event)}>
        ${lab.say(`share.copy.${kind}`)}
      </button>
      ${note === '' ? nothing : html`<p class="note">${note}</p>`}
      <p class="told" role="status">${message}</p>
    </div>`;
  }

  private renderHiding(): TemplateResult {
    const { hiddenParts } = this;
    return html`<fieldset>
      <legend>${this.lab.say('share.hide')}</legend>
      ${hideNames.map(
        (name) =>
          html`<label
            ><input
              type="checkbox"
              name=${name}
              .checked=${hiddenParts.includes(name)}
              @change=${(event: Event) => this.choose(name, (event.target as HTMLInputElement).checked)}
            />${this.lab.say(`share.hide.${name}`)}</label
          >`,
      )}
      <a class="preview" href=${this.link} target="_blank" rel="noopener">${this.lab.say('share.preview')}</a>
    </fieldset>`;
  }

  private renderCode(): TemplateResult {
    const { lab, code } = this;
    if (!this.wantsCode)
      return html`<div class="code">
        <button class="show" @click=${() => (this.wantsCode = true)}>${lab.say('share.qr.show')}</button>
      </div>`;
    const drawn = code?.drawn;
    if (drawn === 'too-long' || drawn === 'failed')
      return html`<p class="note" role="status">${lab.say(`share.qr.${drawn}`)}</p>`;
    return html`<div class="code">
      ${drawn ? this.renderDrawing(drawn) : nothing}
      <button class="large" ?disabled=${!drawn} @click=${() => this.dialog.showModal()}>
        ${lab.say('share.qr.large')}
      </button>
      <dialog aria-label=${lab.say('share.qr')}>
        ${drawn ? this.renderDrawing(drawn) : nothing}
        <p>${code?.link}</p>
        <button @click=${() => this.dialog.close()}>${lab.say('share.qr.close')}</button>
      </dialog>
    </div>`;
  }

  private renderDrawing({ path, viewBox }: Code): TemplateResult {
    return html`<svg part="code" role="img" aria-label=${this.lab.say('share.qr.alt')} viewBox=${viewBox}>
      ${svg`<path d=${path}></path>`}
    </svg>`;
  }

  override render(): TemplateResult {
    const { lab, shown } = this;
    const { address, leftOut } = this.linked;
    const lost = leftOut ? lab.say('share.left-out') : '';
    return html`<div class="share">
      ${this.renderRow('link', address, lost)} ${this.renderHiding()}
      <section aria-label=${lab.say('share.qr')}>${this.renderCode()}</section>
      ${this.renderRow('frame', this.frame, '')}
      ${this.renderRow('tag', tagFor(this.script, shown), exceedsTag(shown) ? lab.say('share.tag-numbers') : '')}
    </div>`;
  }
}
