import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { LinkNotice } from '../../src/address/notices.js';
import type { Camera, LaboratoryName, PageState } from '../../src/address/page-state.js';
import { readDecimals } from '../../src/session/display-setting.js';
import type { Session } from '../../src/session/session.js';
import { presetOf, type Preset } from '../../src/variants/presets.js';
import type { VariantName } from '../../src/variants/types.js';
import { settingsEn } from '../../src/words/parts/settings.js';
import { siteEn } from '../../src/words/parts/site.js';
import { teach } from '../../src/words/say.js';
import type { ConvInput } from '../conv-input/conv-input.js';
import { AddressController } from '../shared/address-controller.js';
import { ConvElement } from '../shared/conv-element.js';
import { handleStepKey } from '../shared/keys.js';
import { isViewName, loadView } from '../shared/load-view.js';
import { renderNotices } from '../shared/notices.js';
import { PictureDrop } from '../shared/picture-drop.js';
import { ComparisonChoice } from './comparison-choice.js';
import { renderComparison } from './comparison-panel.js';
import { FullScreen } from './full-screen.js';
import { renderHeader, renderLook, type PageChoices } from './header.js';
import { LaboratoryLink } from './laboratory-link.js';
import { renderLaboratoryMenu } from './laboratory-menu.js';
import { renderMoreSheet } from './more-sheet.js';
import {
  firstViews,
  lentTo,
  openViews,
  toggled,
  viewsForLink,
  viewsOfLink,
  type OpenViews,
  type StageView,
} from './open-views.js';
import { Overlays } from './overlays.js';
import { PageLanguage } from './page-language.js';
import { PanelFolds } from './panel-folds.js';
import { SheetMode } from './sheets.js';
import { renderShareMenu } from './share-menu.js';
import { renderSidePanel } from './side-panel.js';
import { laboratories, renderLaboratory, type SitePart } from './site-parts.js';
import { renderSkipLink } from './skip-link.js';
import { renderStage } from './stage.js';
import { explorerStyles } from './styles.js';
import { renderViewToggles } from './toolbar.js';
import { renderVariantPicker } from './variant-picker.js';
import '../conv-scene/define.js';
import '../conv-timeline/define.js';

teach(settingsEn);
teach(siteEn);

/**
 * The whole site: one layer of any variant with everything adjustable, its picture, formula, counts and tables, worked
 * examples, and further views on request. Pictures can be dropped anywhere on it. The page's address follows all of it
 * and brings it back: settings stand there by the names of the attributes.
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
 * @dependency conv-code
 * @dependency conv-export
 * @dependency conv-share
 * @dependency conv-receptive-field
 * @dependency conv-gridding
 * @dependency conv-checkerboard
 * @dependency conv-padding-table
 * @dependency conv-factorisation
 * @dependency conv-filter
 * @dependency conv-speed
 *
 * @event play - The run begins to move.
 * @event pause - The run stands still.
 * @event ended - The run came to its end.
 * @event {ConvStepEvent} conv-step - The run stands at another step.
 * @csspart sentence - The sentence that says what is seen.
 */
export class ConvExplorer extends ConvElement {
  static override styles: CSSResultGroup = explorerStyles;
  protected static override readonly holdsLab = true;

  /** Address of lessons that the header leads to; without it the header has no link. */
  @property() lessons?: string;

  /** Address of the reference that the help leads to. */
  @property() reference?: string;

  /** Id of the laboratory that stands in place of the layer; without it the layer is shown. */
  @property() laboratory?: LaboratoryName;

  @query('conv-input') private readonly inputPanel!: ConvInput;
  @state() private views: OpenViews = firstViews;
  @state() private notices: readonly LinkNotice[] = [];
  @state() private camera: Camera | null = null;
  /** Id of the example that is shown as it was given. */
  @state() private example: string | null = null;
  @state() private sharing = false;
  /** Nothing was done yet by a visitor whose link says nothing. */
  @state() private isNew = false;
  private readonly address = new AddressController(this, {
    session: () => this.lab.session,
    surroundings: () => ({
      preset: this.example ?? undefined,
      camera: this.camera ?? undefined,
      views: viewsForLink(this.views, this.lab.session?.layer.variant),
      laboratory: this.laboratory,
      laboratorySettings: this.laboratoryLink.settings,
      language: this.language.chosen,
      theme: this.theme === 'auto' ? undefined : this.theme,
      dialect: this.dialect === 'keras' ? undefined : this.dialect,
      colourRange: this.colourRange === 'tensor' ? undefined : this.colourRange,
      decimals: this.decimals === 'auto' ? undefined : readDecimals(this.decimals),
    }),
    take: (state, notices) => this.take(state, notices),
  });
  private readonly laboratoryLink = new LaboratoryLink(
    this,
    () => this.laboratoryShown,
    (notices) => {
      this.notices = [...this.notices, ...notices];
    },
  );
  private readonly language = new PageLanguage(this);
  private readonly comparison = new ComparisonChoice(this, () => this.lab.session);
  private readonly fullScreen = new FullScreen(this);
  private readonly panels = new PanelFolds(this);
  private readonly sheets = new SheetMode(this);
  private readonly overlays = new Overlays(this);
  private readonly drop = new PictureDrop(this, (file) => void this.readFile(file));

  override connectedCallback(): void {
    // A first visit: something is at work already. A link shows what it says, and nothing else.
    this.isNew = location.search === '' && location.hash === '';
    if (this.isNew) this.autoplay = true;
    super.connectedCallback();
    window.addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.onKey);
  }

  /** What the address says beyond the session. */
  private take(state: PageState, notices: readonly LinkNotice[]): void {
    const { views, camera, preset, layer, laboratory, language, theme = 'auto', dialect = 'keras' } = state;
    const { colourRange = 'tensor', decimals = 'auto' } = state;
    this.views = viewsOfLink(views, layer?.variant ?? presetOf(preset ?? '')?.layer.variant);
    this.camera = camera ?? null;
    this.example = layer ? null : (preset ?? null);
    this.laboratory = laboratory;
    this.laboratoryLink.ask(laboratory, state.laboratorySettings);
    this.notices = notices;
    Object.assign(this, { theme, dialect, colourRange, decimals });
    this.language.choose(language);
  }

  protected override firstUpdated(): void {
    for (const view of ['formula', 'counts', 'controls'] as const) void loadView(view);
  }

  /** What only some readers open is fetched when it is opened; the browser upgrades it in place. */
  protected override updated(): void {
    for (const view of openViews(this.views)) if (isViewName(view)) void loadView(view);
  }

  private get laboratoryShown(): SitePart<LaboratoryName> | undefined {
    return laboratories.find(({ id }) => id === this.laboratory);
  }

  /** The site is one figure: its keys work from anywhere on the page. */
  private readonly onKey = (event: KeyboardEvent): void => {
    const { session } = this.lab;
    if (event.key !== 'Tab' && event.key !== 'Shift') this.isNew = false;
    if (!this.overlays.takeKey(event) && session) handleStepKey(event, session);
  };

  private readonly onPress = (): void => void (this.isNew = false);

  private async readFile(file: File): Promise<void> {
    this.laboratory = undefined;
    this.panels.fold('input', true);
    await Promise.all([loadView('input'), this.updateComplete]);
    await this.inputPanel.readFile(file);
  }

  private readonly onChanged = (): void => void (this.example = null);

  /** A window of a picture was made the layer, which is to be seen. */
  private readonly onWindow = (): void => {
    this.onChanged();
    this.laboratory = undefined;
  };

  private chooseVariant(session: Session, name: VariantName): void {
    this.onChanged();
    this.laboratory = undefined;
    session.setVariant(name);
    this.views = lentTo(this.views, name);
  }

  private load(session: Session, preset: Preset): void {
    session.load(preset);
    this.onChanged();
    this.laboratory = undefined;
    this.example = preset.id;
    this.views = lentTo(this.views, preset.layer.variant);
  }

  /** Ways to other layers, and a link to this one. */
  private renderWays(session: Session): TemplateResult {
    const { lab } = this;
    const { on: sheets } = this.sheets;
    const gallery = this.overlays.renderGallery({
      ...{ lab, sheets, current: this.example },
      load: (preset) => this.load(session, preset),
    });
    return html`${gallery} ${sheets ? nothing : this.renderWaysOn()}`;
  }

  /** What has no room in the header of a phone. */
  private renderWaysOn(): TemplateResult {
    const { lab } = this;
    return html`${renderLaboratoryMenu(lab, laboratories, this.laboratoryShown, (id) => this.enter(id))}
    ${renderShareMenu({
      lab,
      address: this.sharing ? this.address : null,
      turn: (open) => {
        this.sharing = open;
      },
      save: this.laboratoryShown ? null : () => void this.panels.reveal('export'),
    })}`;
  }

  /** Back from a laboratory to the top of the layer: the button that was pressed is gone, and so is what was scrolled. */
  private leave(): void {
    this.laboratory = undefined;
    void this.updateComplete.then(() => {
      this.goToMain();
      this.scrollIntoView();
    });
  }

  /** Into a laboratory. A menu in a sheet goes away with it; one in the header keeps the focus, for the next arrow key. */
  private enter(id: LaboratoryName | undefined): void {
    this.laboratory = id;
    const sheet = this.renderRoot.querySelector<HTMLElement>('#more:popover-open');
    sheet?.hidePopover();
    if (sheet) void this.updateComplete.then(() => this.goToMain());
  }

  /** Where the skip link leads, and where the focus goes that would be lost. */
  private goToMain(): void {
    this.renderRoot.querySelector('main')?.focus();
  }

  private renderToggles(): TemplateResult {
    return renderViewToggles({
      lab: this.lab,
      views: this.views,
      sheets: this.sheets.on,
      toggle: (view) => {
        this.views = toggled(this.views, view);
        void this.showView(view);
      },
    });
  }

  /** What opens below the edge of the stage would seem to be nothing. */
  private async showView(view: StageView): Promise<void> {
    await Promise.all([isViewName(view) && loadView(view), this.updateComplete]);
    this.renderRoot.querySelector(`.tile.${view}`)?.scrollIntoView({ block: 'nearest' });
  }

  private get choices(): PageChoices {
    const { lab, theme, dialect } = this;
    return {
      lab,
      theme,
      dialect,
      chooseLanguage: (code) => this.language.choose(code),
      chooseTheme: (name) => {
        this.theme = name;
      },
      chooseDialect: (name) => {
        this.dialect = name;
      },
    };
  }

  /** The layer: its stage, and beside it what is set. */
  private renderLayer(session: Session): TemplateResult {
    const { lab, theme, camera, panels, comparison: choice } = this;
    const { on: sheets, low } = this.sheets;
    const counts = sheets || this.fullScreen.on;
    return html`<main tabindex="-1">
        ${renderStage({
          ...{ lab, session, camera, counts, small: low },
          open: openViews(this.views),
          welcome: this.isNew ? lab.say(lab.reducedMotion ? 'app.welcome.still' : 'app.welcome') : null,
          tools: this.renderToggles(),
          comparison: () => renderComparison({ lab, session, theme, display: this, choice }),
        })}
      </main>
      ${renderSidePanel({
        ...{ lab, sheets, folds: panels.folds, counts: !counts },
        display: {
          ...{ colourRange: this.colourRange, decimals: readDecimals(this.decimals) },
          choose: (chosen) => void Object.assign(this, chosen),
        },
        fold: (id, open) => panels.fold(id, open),
      })}`;
  }

  override render(): TemplateResult | typeof nothing {
    const { lab, choices, lessons } = this;
    const { session } = lab;
    if (!session) return nothing;
    const sheets = this.sheets.on;
    return html`<div
      class=${this.drop.dragging ? 'page dragging' : 'page'}
      data-drop=${lab.say('input.drop')}
      @pointerdown=${this.onPress}
      @conv-layer=${this.onChanged}
      @conv-edit=${this.onChanged}
      @conv-open-window=${this.onWindow}
    >
      ${renderSkipLink(lab.say('app.skip'), () => this.goToMain())}
      <div class=${sheets ? 'areas sheets' : 'areas roomy'} data-hide=${this.address.hidden.join(' ')}>
        ${renderHeader({ choices, lessons, tools: this.renderWays(session), roomy: !sheets, help: () => this.overlays.openHelp() })}
        ${renderVariantPicker(lab, this.laboratoryShown ? null : session, (name) => this.chooseVariant(session, name))}
        ${renderNotices(lab, this.notices, () => {
          this.notices = [];
        })}
        ${this.overlays.renderHelp(lab, this.reference)}
        ${sheets ? renderMoreSheet(lab, html`${this.renderWaysOn()} ${renderLook(choices)}`) : nothing}
        ${this.laboratoryShown ? renderLaboratory(lab, this.laboratoryShown, { sheets, leave: () => this.leave() }) : this.renderLayer(session)}
      </div>
    </div>`;
  }
}
