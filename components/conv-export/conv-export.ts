import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { exportEn } from '../../src/words/parts/export.js';
import { filmEn } from '../../src/words/parts/film.js';
import { formatBytes } from '../../src/words/amounts.js';
import { teach, type WordKey } from '../../src/words/say.js';
import { ConvElement } from '../shared/conv-element.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { mayDropDownloads, saveFile, type MadeFile } from './file.js';
import { FilmDesk } from './film-desk.js';
import { renderFilm } from './film-section.js';
import type { Wish } from './make.js';
import { exportStyles } from './styles.js';

teach(exportEn);
teach(filmEn);

const scales = [1, 2, 4] as const;
const drawings = ['grid', 'matrix', 'formula'] as const;
const tensors = ['input', 'weights', 'output'] as const;

/** What became of the last wish. */
interface Outcome {
  readonly text: string;
  readonly refused: boolean;
  /** Shown on the page, because it is wanted or cannot be saved. */
  readonly shown: MadeFile | null;
  /** Address of a shown picture. */
  readonly address: string | null;
}

/**
 * Saves what a lab shows: the scene as a picture or a film, tables, matrix and formula as drawings, tensors as .npy arrays or CSV,
 * the layer with all its numbers as JSON. Files are made when they are asked for, and nothing leaves the page. Where a
 * frame does not let files be saved, their content is shown.
 *
 * @tag conv-export
 * @summary Saves pictures, films and numbers of a lab.
 *
 * @csspart panel - All buttons and what became of the last wish.
 */
export class ConvExport extends ConvElement {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, controlStyles, exportStyles];

  @query('textarea') private readonly content?: HTMLTextAreaElement;
  @state() private stage = 0;
  @state() private outcome: Outcome | null = null;
  @state() private asText = false;
  @state() private busy = false;
  /** Was the focus on the button of the film before this update? */
  private wasActing = false;
  private readonly film = new FilmDesk(this, () => this.lab.lab);

  protected override willUpdate(): void {
    this.wasActing = this.shadowRoot?.activeElement?.matches('.act button') === true;
  }

  /** The button that starts a film gives way to the one that ends it, and back, which takes over its focus. */
  protected override updated(): void {
    const { activeElement } = this.shadowRoot!;
    if (this.wasActing && !activeElement) this.shadowRoot!.querySelector<HTMLElement>('.act button')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  /** Lets the last file go. */
  private forget(): void {
    const address = this.outcome?.address;
    if (address) URL.revokeObjectURL(address);
    this.outcome = null;
  }

  private async make(wish: Wish): Promise<void> {
    const { lab } = this.lab;
    const moment = lab?.session.moment;
    if (!lab || !moment || this.busy) return;
    this.forget();
    this.busy = true;
    try {
      const { makeFile } = await import('./make.js');
      this.give(await makeFile(lab, moment, this.stageIn(moment.stages.length), wish));
    } catch (error) {
      this.outcome = { text: this.reasonOf(error), refused: true, shown: null, address: null };
    } finally {
      this.busy = false;
    }
  }

  private reasonOf(error: unknown): string {
    const reason = error instanceof Error ? error.message : String(error);
    return reason || this.lab.say('export.waiting');
  }

  private give(file: MadeFile): void {
    const dropped = mayDropDownloads();
    const isShown = this.asText || dropped;
    if (!this.asText) saveFile(file);
    const told = dropped ? 'export.sandbox' : 'export.saved';
    const isPicture = file.blob.type.startsWith('image/png');
    this.outcome = {
      text: this.asText ? '' : this.lab.say(told, { name: file.name, size: formatBytes(file.blob.size) }),
      refused: false,
      shown: isShown ? file : null,
      address: isShown && isPicture ? URL.createObjectURL(file.blob) : null,
    };
  }

  /** The clipboard may be absent or refused; then the text is selected for the reader's own keys. */
  private async copy(): Promise<void> {
    const { content, outcome } = this;
    if (!content || !outcome) return;
    content.select();
    const { clipboard } = navigator as { clipboard?: Clipboard };
    const copied = await Promise.resolve(clipboard?.writeText(content.value).then(() => true)).catch(
      () => false,
    );
    this.outcome = { ...outcome, text: this.lab.say(copied ? 'export.copied' : 'export.not-copied') };
  }

  /** The chosen stage, while the layer has it. */
  private stageIn(count: number): number {
    return this.stage < count ? this.stage : 0;
  }

  private renderChoice(heading: WordKey, buttons: readonly (readonly [string, Wish])[]): TemplateResult {
    const id = heading.replaceAll('.', '-');
    return html`<div class="choice" role="group" aria-labelledby=${id}>
      <span id=${id}>${this.lab.say(heading)}</span>
      <div class="buttons">
        ${buttons.map(
          ([name, wish]) =>
            html`<button ?disabled=${this.busy} @click=${() => void this.make(wish)}>${name}</button>`,
        )}
      </div>
    </div>`;
  }

  private renderStages(count: number): TemplateResult | typeof nothing {
    if (count < 2) return nothing;
    const chosen = this.stageIn(count);
    return html`<label class="stage">
      ${this.lab.say('export.stage')}
      <select
        @change=${(event: Event) => {
          this.stage = (event.target as HTMLSelectElement).selectedIndex;
        }}
      >
        ${Array.from({ length: count }, (_, i) => html`<option ?selected=${i === chosen}>${i + 1}</option>`)}
      </select>
    </label>`;
  }

  private renderShown({ shown, address }: Outcome): TemplateResult | typeof nothing {
    if (!shown) return nothing;
    const { name, text } = shown;
    if (address) return html`<img src=${address} alt=${name} />`;
    if (text === null) return html`<p class="help">${this.lab.say('export.binary', { name })}</p>`;
    return html`<textarea
        readonly
        rows="8"
        spellcheck="false"
        aria-label=${this.lab.say('export.text', { name })}
        .value=${text}
      ></textarea>
      <button @click=${() => void this.copy()}>${this.lab.say('export.copy')}</button>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { lab, outcome } = this;
    const moment = lab.session?.moment;
    if (!lab.lab || !moment) return nothing;
    const stages = moment.stages.length;
    const named = (kind: 'npy' | 'csv') =>
      tensors.map((tensor) => [lab.say(`export.${tensor}`), { kind, tensor }] as const);
    return html`<div class="panel" part="panel" role="group" aria-label=${lab.say('export.label')}>
      <p class="help">${lab.say('export.intro')}</p>
      ${this.renderChoice(
        'export.picture',
        scales.map((scale) => [lab.say('export.picture.scale', { scale }), { kind: 'picture', scale }]),
      )}
      ${this.renderStages(stages)}
      ${this.renderChoice(
        'export.drawing',
        drawings.map((kind) => [lab.say(`export.drawing.${kind}`), { kind }]),
      )}
      ${this.renderChoice('export.array', named('npy'))} ${this.renderChoice('export.table', named('csv'))}
      ${this.renderChoice('export.all', [[lab.say('export.all.save'), { kind: 'json' }]])}
      <label class="as-text">
        <input
          type="checkbox"
          .checked=${this.asText}
          @change=${(event: Event) => {
            this.asText = (event.target as HTMLInputElement).checked;
          }}
        />
        ${lab.say('export.as-text')}
      </label>
      <div role="status">
        ${
          outcome && outcome.text !== ''
            ? html`<p class=${outcome.refused ? 'refusal' : 'told'}>${outcome.text}</p>`
            : nothing
        }
      </div>
      ${outcome ? this.renderShown(outcome) : nothing} ${renderFilm(lab.lab, this.film, moment)}
    </div>`;
  }
}
