import { settingsEn } from '../../src/words/parts/settings.js';
import { siteEn } from '../../src/words/parts/site.js';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { runsInLanes } from '../../src/timeline/cells.js';
import type { Session } from '../../src/session/session.js';
import type { Preset } from '../../src/variants/presets.js';
import type { LayerSpec, VariantName } from '../../src/variants/types.js';
import { languageOf, loadLanguage, say, type Language, teach } from '../../src/words/say.js';
import type { ConvInput } from '../conv-input/conv-input.js';
import { ConvElement } from '../shared/conv-element.js';
import { describeLayer, nameOfLayer } from '../shared/describe.js';
import { handleStepKey } from '../shared/keys.js';
import { segmentedStyles } from '../shared/segmented.js';
import { isViewName, loadView } from '../shared/load-view.js';
import { renderSentence } from '../shared/sentence.js';
import { renderFailure, statusStyles } from '../shared/status.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { renderComparison } from './comparison-panel.js';
import { comparisonsOf, type ComparisonId } from './comparisons.js';
import { renderExamplesMenu } from './examples-menu.js';
import { renderHeader, tagOf } from './header.js';
import { renderNotices } from './notices.js';
import {
  explorerViews,
  readPageAddress,
  writePageAddress,
  type ExplorerView,
  type LinkNotice,
} from './page-address.js';
import { explorerStyles } from './styles.js';
import { renderVariantPicker } from './variant-picker.js';
import '../conv-scene/define.js';
import '../conv-timeline/define.js';

teach(settingsEn);
teach(siteEn);

/** Views that a variant opens by itself, because its point is made there. */
const ownViews: Readonly<Partial<Record<VariantName, ExplorerView>>> = {
  grouped: 'channels',
  transposed: 'matrix',
};

/**
 * The whole site: one layer of any variant with everything adjustable, its picture, formula, counts and tables, worked
 * examples, and further views on request. Pictures can be dropped anywhere on it. It reads the page's address: settings by
 * the names of the attributes, `preset`, `views`, `camera` and `lang`.
 *
 * @tag conv-explorer
 * @summary The exploration site as an element.
 * @dependency conv-scene
 * @dependency conv-formula
 * @dependency conv-timeline
 * @dependency conv-counts
 * @dependency conv-grid
 * @dependency conv-channels
 * @dependency conv-matrix
 * @dependency conv-compare
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
    segmentedStyles,
    statusStyles,
    explorerStyles,
  ];
  protected static override readonly holdsLab = true;

  /** Address of lessons that the header leads to; without it the header has no link. */
  @property() lessons?: string;

  @query('conv-input') private readonly inputPanel!: ConvInput;
  @state() private dragging = false;
  /** Views that the person, or the link, wants open. */
  @state() private chosen: ReadonlySet<ExplorerView> = new Set(['grid']);
  /** The view that the variant has opened by itself: it closes with the variant, unless the person wants it too. */
  @state() private lent: ExplorerView | null = null;
  @state() private notices: readonly LinkNotice[] = [];
  @state() private camera: string | null = null;
  /** Id of the example that is shown as it was given. */
  @state() private example: string | null = null;
  @state() private comparison: ComparisonId | null = null;
  /** The last layer that could run. */
  private legal: LayerSpec = {};
  @state() private told: 'link.copied' | 'link.failed' | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.readAddress();
    window.addEventListener('paste', this.onPaste);
    window.addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('paste', this.onPaste);
    window.removeEventListener('keydown', this.onKey);
  }

  private readAddress(): void {
    const { layer, words, step, views, notices } = readPageAddress(new URLSearchParams(location.search));
    const { lang, camera, ...given } = words;
    Object.assign(this, layer, given, step === null ? {} : { step });
    if (views) this.chosen = new Set(views);
    else this.openOwnView(layer?.variant);
    this.camera = camera ?? null;
    this.example = layer ? null : (given.preset ?? null);
    this.notices = notices;
    this.speak(languageOf(lang ?? navigator.language));
  }

  protected override firstUpdated(): void {
    for (const view of ['formula', 'counts', 'controls', 'input'] as const) void loadView(view);
  }

  /** What only some readers open is fetched when it is opened; the browser upgrades it in place. */
  protected override updated(): void {
    for (const view of this.opened) if (isViewName(view)) void loadView(view);
  }

  private get opened(): ReadonlySet<ExplorerView> {
    return this.lent ? new Set([...this.chosen, this.lent]) : this.chosen;
  }

  private openOwnView(variant: VariantName | undefined): void {
    this.lent = (variant && ownViews[variant]) ?? null;
  }

  private speak(code: Language): void {
    document.documentElement.lang = tagOf(code);
    void loadLanguage(code).then(() => {
      document.title = `${say(code, 'app.name')} – ${say(code, 'app.tagline')}`;
    });
  }

  /** The site is one figure: its keys work from anywhere on the page. */
  private readonly onKey = (event: KeyboardEvent): void => {
    const { session } = this.lab;
    if (session) handleStepKey(event, session);
  };

  private readonly onPaste = (event: ClipboardEvent): void => {
    const file = event.clipboardData?.files[0];
    if (!file) return;
    event.preventDefault();
    void this.readFile(file);
  };

  private async readFile(file: File): Promise<void> {
    await loadView('input');
    await this.inputPanel.readFile(file);
  }

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
    void this.readFile(file);
  };

  /** The address held a link to something else; from now on it would mislead. */
  private readonly onChanged = (): void => {
    this.example = null;
    this.told = null;
    if (location.search !== '') history.replaceState(null, '', location.pathname);
  };

  private chooseVariant(session: Session, name: VariantName): void {
    this.onChanged();
    session.setVariant(name);
    this.openOwnView(name);
  }

  private load(session: Session, preset: Preset): void {
    session.load(preset);
    this.onChanged();
    this.example = preset.id;
    this.openOwnView(preset.layer.variant);
    history.replaceState(null, '', `?preset=${preset.id}`);
  }

  private async copyLink(session: Session): Promise<void> {
    const { example, dialect } = this;
    const link = `${location.pathname}?${writePageAddress(session, { example, dialect }).toString()}`;
    history.replaceState(null, '', link);
    try {
      await navigator.clipboard.writeText(new URL(link, location.href).href);
      this.told = 'link.copied';
    } catch {
      this.told = 'link.failed';
    }
  }

  private toggleView(view: ExplorerView): void {
    const isOpen = this.opened.has(view);
    const chosen = new Set(this.chosen);
    if (isOpen) chosen.delete(view);
    else chosen.add(view);
    this.chosen = chosen;
    if (isOpen && this.lent === view) this.lent = null;
  }

  private renderHeading(session: Session): TemplateResult {
    const { lab } = this;
    const about = `variant.about.${session.layer.variant ?? 'standard'}` as const;
    return html`<div class="heading">
      <div>
        <h2>${nameOfLayer(lab)}</h2>
        <p class="about">${lab.say(about)}</p>
      </div>
      <div class="tools">
        ${renderExamplesMenu(lab, this.example, (preset) => this.load(session, preset))}
        <button @click=${() => void this.copyLink(session)}>${lab.say('link.copy')}</button>
        <span class="told" role="status">${this.told === null ? '' : lab.say(this.told)}</span>
        ${this.renderViewToggles()}
      </div>
    </div>`;
  }

  private renderViewToggles(): TemplateResult {
    return html`<div class="toggles" role="group" aria-label=${this.lab.say('views.label')}>
      ${explorerViews
        .filter((view) => view !== 'road' || this.hasTwoRoads)
        .map(
          (view) =>
            html`<button aria-pressed=${this.opened.has(view)} @click=${() => this.toggleView(view)}>
              ${this.lab.say(`views.${view}`)}
            </button>`,
        )}
    </div>`;
  }

  /** A transposed convolution can be seen as stamps and as a window, both at once on one cursor. */
  private get hasTwoRoads(): boolean {
    const { stages } = this.lab.session?.moment?.plan ?? { stages: [] };
    return stages.some(({ op }) => op === 'transposed');
  }

  private renderOtherRoad(session: Session): TemplateResult | typeof nothing {
    if (!this.opened.has('road') || !this.hasTwoRoads) return nothing;
    const road = session.walk === 'input' ? 'gather' : 'scatter';
    return html`<section class="view" aria-labelledby="road-title">
      <h3 id="road-title">${this.lab.say(`views.road.${road}`)}</h3>
      <conv-scene road=${road}></conv-scene>
    </section>`;
  }

  private renderStage(session: Session): TemplateResult {
    const isPair = this.opened.has('channels') || this.opened.has('matrix');
    const stages = session.moment?.plan.stages ?? session.plan.stages;
    const isTall = stages.length > 1 || stages.some(runsInLanes);
    return html`<section
      class=${classMap({ stage: true, pair: isPair, tall: isTall })}
      data-stage
      aria-label=${describeLayer(this.lab)}
    >
      ${this.renderHeading(session)}
      <conv-scene camera=${this.camera ?? nothing}></conv-scene>
      <conv-timeline></conv-timeline>
      ${this.renderOtherRoad(session)} ${renderFailure(this.lab)} ${renderSentence(this.lab)}
      <conv-formula></conv-formula>
      ${session.layer.turned ? nothing : html`<p class="note">${this.lab.say('figure.note.correlation')}</p>`}
      <conv-counts></conv-counts>
      ${this.renderBeside()}
    </section>`;
  }

  private renderPanels(): TemplateResult {
    return html`<aside class="panels">
      <section aria-labelledby="settings-title">
        <h2 id="settings-title">${this.lab.say('app.settings')}</h2>
        <conv-controls></conv-controls>
      </section>
      <section aria-labelledby="input-title">
        <h2 id="input-title">${this.lab.say('app.input')}</h2>
        <p class="note">${this.lab.say('app.invitation')}</p>
        <conv-input></conv-input>
      </section>
    </aside>`;
  }

  /** Views that stand beside the scene where there is room. */
  private renderBeside(): TemplateResult | typeof nothing {
    const { lab, opened } = this;
    if (!opened.has('channels') && !opened.has('matrix')) return nothing;
    return html`<div class="beside">
      ${
        opened.has('channels')
          ? html`<section class="view" aria-label=${lab.say('views.channels.title')}>
              <conv-channels></conv-channels>
            </section>`
          : nothing
      }
      ${
        opened.has('matrix')
          ? html`<section class="view" aria-label=${lab.say('views.matrix.title')}>
              <conv-matrix></conv-matrix>
            </section>`
          : nothing
      }
    </div>`;
  }

  private renderTables(): TemplateResult | typeof nothing {
    if (!this.opened.has('grid')) return nothing;
    return html`<section class="view" aria-labelledby="tables-title">
      <h2 id="tables-title">${this.lab.say('app.numbers')}</h2>
      <conv-grid></conv-grid>
    </section>`;
  }

  private renderComparison(session: Session): TemplateResult | typeof nothing {
    if (!this.opened.has('compare')) return nothing;
    return html`<section class="view" aria-labelledby="compare-title">
      <h2 id="compare-title">${this.lab.say('views.compare.title')}</h2>
      ${renderComparison({
        lab: this.lab,
        session,
        theme: this.theme,
        comparisons: comparisonsOf(this.legal),
        chosen: this.comparison,
        choose: (id) => {
          this.comparison = id;
        },
      })}
    </section>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this.lab;
    if (!session) return nothing;
    if (session.problems.length === 0) this.legal = session.layer;
    return html`<div
      class=${this.dragging ? 'page dragging' : 'page'}
      data-drop=${this.lab.say('input.drop')}
      @dragover=${this.onDragOver}
      @dragleave=${this.onDragLeave}
      @drop=${this.onDrop}
      @conv-layer=${this.onChanged}
      @conv-edit=${this.onChanged}
    >
      ${renderHeader({
        lab: this.lab,
        theme: this.theme,
        dialect: this.dialect,
        lessons: this.lessons,
        chooseLanguage: (code) => this.speak(code),
        chooseTheme: (theme) => {
          this.theme = theme;
        },
        chooseDialect: (dialect) => {
          this.dialect = dialect;
        },
      })}
      ${renderVariantPicker(this.lab, session, (name) => this.chooseVariant(session, name))}
      ${renderNotices(this.lab, this.notices, () => {
        this.notices = [];
      })}
      <main>
        <div class="content">${this.renderStage(session)}</div>
        ${this.renderPanels()}
        <div class="more">${this.renderComparison(session)} ${this.renderTables()}</div>
      </main>
      <footer><p>${this.lab.say('app.source')}</p></footer>
    </div>`;
  }
}
