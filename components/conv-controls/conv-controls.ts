import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Session } from '../../src/session/session.js';
import type { LayerField } from '../../src/variants/types.js';
import { settingsEn } from '../../src/words/parts/settings.js';
import { loadLanguage, teach } from '../../src/words/say.js';
import { ConvElement } from '../shared/conv-element.js';
import { ConvLayerEvent } from '../shared/events.js';
import { segmentedStyles } from '../shared/segmented.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { renderField } from './field-control.js';
import { renderHistory } from './history.js';
import { renderReasons } from './reasons.js';
import { settingOf, type SettingsPanel } from './setting.js';
import { controlsStyles } from './styles.js';
import { variantOfSession } from './values.js';
import { renderWeightsEditor } from './weights-editor.js';

teach(settingsEn);

/** Knobs in sight where there are few. */
const fewKnobs = 3;

/**
 * The knobs of the layer's variant, made from the field table, with undo and redo, and its weights: named kernels and
 * random ones. An illegal setting is explained in place and the last legal picture stays.
 *
 * @tag conv-controls
 * @summary Settings of a lab's layer.
 *
 * @event {ConvLayerEvent} conv-layer - A person changed a setting.
 * @csspart weights - Named kernels and random weights.
 */
export class ConvControls extends ConvElement {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    controlStyles,
    segmentedStyles,
    controlsStyles,
  ];

  /** Only the three knobs that matter most are in sight; the others are among the further settings. */
  @property({ type: Boolean }) few = false;

  /** Fields whose rows and columns are set apart. */
  @state() private split: ReadonlySet<LayerField> = new Set();

  /** Are the settings explained where they stand? */
  @state() private explained = false;
  /** A setting that is looked for. */
  @state() private sought = '';
  private find: typeof import('./find.js') | null = null;

  /** Was something refused when this was drawn last? */
  private refused = false;

  /** On the site the reason for which a setting is refused may lie below the edge of the panel, where it would seem to be nothing. */
  protected override updated(): void {
    const refused = (this.lab.session?.problems.length ?? 0) > 0;
    if (this.few && refused && !this.refused)
      this.renderRoot.querySelector('.problem')?.scrollIntoView({ block: 'nearest' });
    this.refused = refused;
  }

  private search(query: string): void {
    this.sought = query;
    if (this.find) return;
    void Promise.all([import('./find.js'), loadLanguage('zh').catch(() => undefined)]).then(([find]) => {
      this.find = find;
      this.requestUpdate();
    });
  }

  private settings(session: Session): SettingsPanel {
    return {
      session,
      lab: this.lab,
      split: this.split,
      setApart: (name, apart) => this.setApart(name, apart),
      setFields: (fields) => {
        session.setLayer(fields);
        this.told();
      },
    };
  }

  private setApart(name: LayerField, apart: boolean): void {
    const split = new Set(this.split);
    if (apart) split.add(name);
    else split.delete(name);
    this.split = split;
  }

  private renderFields(session: Session, names: readonly LayerField[]): TemplateResult[] {
    const settings = this.settings(session);
    return names.map((name) => renderField(settingOf(settings, name), this.explained));
  }

  private randomise(session: Session, seed: number): void {
    session.randomise('weights', seed);
    this.told();
  }

  private told(): void {
    this.dispatchEvent(new ConvLayerEvent());
  }

  private reset(session: Session): void {
    this.split = new Set();
    session.reset();
    this.told();
  }

  private renderHistory(session: Session): TemplateResult {
    return renderHistory({
      session,
      lab: this.lab,
      explained: this.explained,
      explain: () => {
        this.explained = !this.explained;
      },
      reset: () => this.reset(session),
      changed: () => this.told(),
    });
  }

  private renderSearch(): TemplateResult {
    const label = this.lab.say('controls.search');
    return html`<input
      class="search"
      type="search"
      autocomplete="off"
      aria-label=${label}
      placeholder=${label}
      .value=${this.sought}
      @input=${(event: Event) => this.search((event.target as HTMLInputElement).value)}
    />`;
  }

  /** The settings in sight, and the others behind a fold; or those that a search finds. */
  private renderKnobs(session: Session, names: readonly LayerField[], inSight: number): TemplateResult {
    if (this.find && this.sought.trim() !== '') {
      const found = this.find.findFields(this.sought, names);
      return html`${this.renderFields(session, found)}
        <p class="help" role="status">${found.length === 0 ? this.lab.say('controls.none') : nothing}</p>`;
    }
    const [knobs, moreKnobs] = [names.slice(0, inSight), names.slice(inSight)];
    const isMoreRefused = session.problems.some(({ field }) =>
      (moreKnobs as readonly string[]).includes(field),
    );
    return html`${this.renderFields(session, knobs)}
      <details ?open=${isMoreRefused}>
        <summary>${this.lab.say('controls.more')}</summary>
        ${this.renderFields(session, moreKnobs)}
      </details>`;
  }

  private renderWeights(session: Session): TemplateResult {
    const editor = renderWeightsEditor({
      session,
      lab: this.lab,
      randomise: (seed) => this.randomise(session, seed),
      changed: () => this.told(),
    });
    const title = this.lab.say('edit.weights');
    if (this.few)
      return html`<details class="weights" part="weights">
        <summary>${title}</summary>
        ${editor}
      </details>`;
    return html`<div class="weights" part="weights" role="group" aria-label=${title}>
      <h3>${title}</h3>
      ${editor}
    </div>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this.lab;
    if (!session) return nothing;
    const variant = variantOfSession(session);
    const shown: readonly LayerField[] = [...variant.knobs, ...variant.moreKnobs];
    const inSight = this.few ? fewKnobs : variant.knobs.length;
    const elsewhere = session.problems.filter(
      (problem) => !(shown as readonly string[]).includes(problem.field),
    );
    return html`<div role="group" aria-label=${this.lab.say('controls.label')}>
      ${this.renderHistory(session)} ${this.renderSearch()} ${this.renderKnobs(session, shown, inSight)}
      <div class="verdict" aria-live="polite">
        ${elsewhere.length > 0 ? renderReasons(this.lab, 'problem-elsewhere', elsewhere) : nothing}
        ${session.problems.length > 0 ? html`<p class="stays">${this.lab.say('figure.stays')}</p>` : nothing}
      </div>
      ${this.renderWeights(session)}
    </div>`;
  }
}
