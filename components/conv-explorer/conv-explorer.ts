import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { languageOf, loadLanguage, say, type Language } from '../../src/words/say.js';
import type { ConvInput } from '../conv-input/conv-input.js';
import { ConvElement } from '../shared/conv-element.js';
import { renderSentence } from '../shared/sentence.js';
import { renderFailure, statusStyles } from '../shared/status.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles, type ThemeName } from '../shared/theme.js';
import { explorerStyles } from './styles.js';
import '../conv-controls/define.js';
import '../conv-counts/define.js';
import '../conv-formula/define.js';
import '../conv-grid/define.js';
import '../conv-input/define.js';
import '../conv-scene/define.js';
import '../conv-timeline/define.js';

const languages: readonly { readonly code: Language; readonly tag: string; readonly name: string }[] = [
  { code: 'en', tag: 'en', name: 'English' },
  { code: 'zh', tag: 'zh-Hans', name: '中文' },
];
const themes = ['auto', 'paper', 'board'] as const satisfies readonly ThemeName[];

/**
 * The whole site: one layer with everything adjustable, its picture, formula, counts and tables. Pictures can be
 * dropped anywhere on it.
 *
 * @tag conv-explorer
 * @summary The exploration site as an element.
 * @dependency conv-scene
 * @dependency conv-formula
 * @dependency conv-timeline
 * @dependency conv-counts
 * @dependency conv-grid
 * @dependency conv-controls
 * @dependency conv-input
 *
 * @event play - The run begins to move.
 * @event pause - The run stands still.
 * @event ended - The run came to its end.
 * @event {ConvStepEvent} conv-step - The run stands at another step.
 * @csspart sentence - The sentence that says what is seen.
 */
export class ConvExplorer extends ConvElement {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    controlStyles,
    statusStyles,
    explorerStyles,
  ];
  protected static override readonly holdsLab = true;

  @query('conv-input') private readonly inputPanel!: ConvInput;
  @state() private dragging = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const wanted = new URLSearchParams(location.search);
    const theme = wanted.get('theme');
    if (theme === 'paper' || theme === 'board') this.theme = theme;
    this.speak(languageOf(wanted.get('lang') ?? navigator.language));
    window.addEventListener('paste', this.onPaste);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('paste', this.onPaste);
  }

  private speak(code: Language): void {
    const language = languages.find((each) => each.code === code) ?? languages[0];
    document.documentElement.lang = language.tag;
    void loadLanguage(code).then(() => {
      document.title = `${say(code, 'app.name')} – ${say(code, 'app.tagline')}`;
    });
  }

  private readonly onPaste = (event: ClipboardEvent): void => {
    const file = event.clipboardData?.files[0];
    if (!file) return;
    event.preventDefault();
    void this.inputPanel.readFile(file);
  };

  private readonly onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dragging = true;
  };

  private readonly onDragLeave = (event: DragEvent): void => {
    if (!this.contains(event.relatedTarget as Node | null)) this.dragging = false;
  };

  private readonly onDrop = (event: DragEvent): void => {
    this.dragging = false;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void this.inputPanel.readFile(file);
  };

  private renderHeader(): TemplateResult {
    return html`<header>
      <div class="title">
        <h1>${this.lab.say('app.name')}</h1>
        <p>${this.lab.say('app.tagline')}</p>
      </div>
      <div class="choices">
        <label>
          <span class="visually-hidden">${this.lab.say('app.language')}</span>
          <select
            @change=${(event: Event) => this.speak((event.target as HTMLSelectElement).value as Language)}
          >
            ${languages.map(
              ({ code, tag, name }) =>
                html`<option value=${code} lang=${tag} ?selected=${code === this.lab.language}>
                  ${name}
                </option>`,
            )}
          </select>
        </label>
        <label>
          <span class="visually-hidden">${this.lab.say('app.theme')}</span>
          <select
            @change=${(event: Event) => {
              this.theme = (event.target as HTMLSelectElement).value as ThemeName;
            }}
          >
            ${themes.map(
              (theme) =>
                html`<option value=${theme} ?selected=${theme === this.theme}>
                  ${this.lab.say(`app.theme.${theme}`)}
                </option>`,
            )}
          </select>
        </label>
      </div>
    </header>`;
  }

  private renderStage(): TemplateResult {
    return html`<section class="stage" data-stage aria-label=${this.lab.say('variant.standard')}>
      <div class="heading">
        <h2>${this.lab.say('variant.standard')}</h2>
        <p class="invitation">${this.lab.say('app.invitation')}</p>
      </div>
      <conv-scene></conv-scene>
      <conv-timeline></conv-timeline>
      ${renderFailure(this.lab)} ${renderSentence(this.lab)}
      <conv-formula></conv-formula>
      <p class="note">${this.lab.say('figure.note.correlation')}</p>
      <conv-counts></conv-counts>
    </section>`;
  }

  private renderPanels(): TemplateResult {
    return html`<aside class="panels">
      <section aria-labelledby="input-title">
        <h2 id="input-title">${this.lab.say('app.input')}</h2>
        <conv-input></conv-input>
      </section>
      <section aria-labelledby="settings-title">
        <h2 id="settings-title">${this.lab.say('app.settings')}</h2>
        <conv-controls></conv-controls>
      </section>
    </aside>`;
  }

  override render(): TemplateResult {
    return html`<div
      class=${this.dragging ? 'page dragging' : 'page'}
      data-drop=${this.lab.say('input.drop')}
      @dragover=${this.onDragOver}
      @dragleave=${this.onDragLeave}
      @drop=${this.onDrop}
    >
      ${this.renderHeader()}
      <main>
        ${this.renderStage()} ${this.renderPanels()}
        <section class="tables" aria-labelledby="tables-title">
          <h2 id="tables-title">${this.lab.say('app.numbers')}</h2>
          <conv-grid></conv-grid>
        </section>
      </main>
      <footer><p>${this.lab.say('app.source')}</p></footer>
    </div>`;
  }
}
