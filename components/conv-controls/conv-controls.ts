import { settingsEn } from '../../src/words/parts/settings.js';
import { loadLanguage, teach } from '../../src/words/say.js';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Field } from '../../src/math/fields.js';
import type { Problem } from '../../src/math/types.js';
import type { Session } from '../../src/session/session.js';
import { layerFieldOf } from '../../src/variants/fields.js';
import type { LayerField, LayerFields } from '../../src/variants/types.js';
import { formatCount } from '../../src/words/numbers.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { ConvElement } from '../shared/conv-element.js';
import { ConvLayerEvent } from '../shared/events.js';
import { groupStops } from '../shared/group-stops.js';
import { renderSegments, segmentedStyles } from '../shared/segmented.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { choiceWords, helpOf, labelOf, renderName } from './field-words.js';
import { renderHistory } from './history.js';
import { renderOutputRulers } from './output-ruler.js';
import { renderPadding } from './padding-control.js';
import { renderSlider, type Slider } from './slider.js';
import { controlsStyles } from './styles.js';
import { askedFields, pairOf, plainest, valueOf, variantOfSession } from './values.js';
import { renderWeightsEditor } from './weights-editor.js';

teach(settingsEn);

const axes = ['rows', 'columns'] as const;
/** More choices than this make a menu. */
const mostSegments = 3;
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

  private renderField(session: Session, name: LayerField): TemplateResult {
    const field = layerFieldOf(name);
    const problems = session.problems.filter((problem) => problem.field === name);
    const helpId = `help-${name}`;
    return html`<div class="field" data-field=${name} role="group" aria-describedby=${helpId}>
      ${this.renderControl(session, field)}
      <p id=${helpId} class=${this.explained ? 'help' : 'visually-hidden'}>${this.help(session, field)}</p>
      ${problems.length > 0 ? this.renderProblems(problemId(name), problems) : nothing}
    </div>`;
  }

  private renderProblems(id: string, problems: readonly Problem[]): TemplateResult {
    return html`<div id=${id}>
      ${problems.map((each) => html`<p class="problem">${problemSentence(this.lab.language, each)}</p>`)}
    </div>`;
  }

  private renderControl(session: Session, field: Field<LayerField>): TemplateResult {
    const { lab } = this;
    if (field.name === 'groups') return this.renderGroups(session, field);
    if (field.name === 'outputSize')
      return html`${renderName(this.lab, field, this.label(session, field))}
      ${renderOutputRulers({
        session,
        lab,
        describedBy: this.problemOf(session, field.name),
        choose: (fields) => this.setFields(session, fields),
      })}`;
    if (field.type === 'flag') return this.renderFlag(session, field);
    if (field.type === 'choice') return this.renderChoice(session, field);
    if (field.type === 'pair') return this.renderPair(session, field);
    if (field.type === 'sides-or-mode')
      return renderPadding({
        session,
        lab,
        field,
        name: renderName(this.lab, field, this.label(session, field)),
        help: this.help(session, field),
        describedBy: this.problemOf(session, field.name),
        set: (value) => this.set(session, field, value),
      });
    const value = valueOf(session, field.name) as number;
    const label = this.label(session, field);
    return this.renderSlider(session, {
      field,
      label,
      value,
      set: (wanted) => this.set(session, field, wanted),
    });
  }

  private renderFlag(session: Session, field: Field<LayerField>): TemplateResult {
    return html`<label class="flag" title=${this.help(session, field)}>
      <input
        type="checkbox"
        .checked=${valueOf(session, field.name) === true}
        @change=${(event: Event) => this.set(session, field, (event.target as HTMLInputElement).checked)}
      />
      ${renderName(this.lab, field, this.label(session, field))}
    </label>`;
  }

  private renderChoice(session: Session, field: Field<LayerField>): TemplateResult {
    const { name, choices } = field;
    const label = this.label(session, field);
    const value = String(valueOf(session, name));
    const options = choices.map((choice) => ({ value: choice, label: choiceWords(this.lab, name, choice) }));
    const describedBy = this.problemOf(session, name);
    if (choices.length <= mostSegments)
      return html`<div class="row" title=${this.help(session, field)}>
        <span class="name" aria-hidden="true">${renderName(this.lab, field, label)}</span>
        ${renderSegments({
          name,
          label,
          options,
          value,
          describedBy,
          disabled: !this.matters(session, name),
          choose: (wanted) => this.set(session, field, wanted),
        })}
      </div>`;
    return html`<label class="row" title=${this.help(session, field)}>
      ${renderName(this.lab, field, label)}
      <select
        aria-describedby=${describedBy ?? nothing}
        @change=${(event: Event) => this.set(session, field, (event.target as HTMLSelectElement).value)}
      >
        ${options.map(
          (option) =>
            html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
        )}
      </select>
    </label>`;
  }

  /** Where a bias or an activation stands is asked only when there is one. */
  private matters(session: Session, name: LayerField): boolean {
    if (name === 'biases') return valueOf(session, 'bias') === true;
    if (name === 'activations') return valueOf(session, 'activation') !== 'none';
    return true;
  }

  private renderGroups(session: Session, field: Field<LayerField>): TemplateResult {
    const fields = askedFields(session);
    const stops = groupStops(fields);
    return html`${this.renderSlider(session, {
      field,
      label: this.label(session, field),
      value: valueOf(session, 'groups') as number,
      stops,
      set: (value) => this.set(session, field, value),
    })}
    ${stops.length > 0 ? this.renderStops(stops, fields) : nothing}`;
  }

  private renderStops(stops: readonly number[], { input, filters = 1 }: LayerFields): TemplateResult {
    const told = { channels: formatCount(input?.at(-1) ?? 1), filters: formatCount(filters) };
    return html`<div class="stops" aria-hidden="true">${stops.map((stop) => html`<span>${stop}</span>`)}</div>
      <p class="help">${this.lab.say('groups.stops', told)}</p>`;
  }

  private renderPair(session: Session, field: Field<LayerField>): TemplateResult {
    const pair = pairOf(valueOf(session, field.name));
    const apart = this.split.has(field.name) || pair[0] !== pair[1];
    const label = this.label(session, field);
    return html`<fieldset class="pair">
      <legend class="visually-hidden">${label}</legend>
      ${
        apart
          ? axes.map((axis, i) =>
              this.renderSlider(session, {
                field,
                label: `${label}, ${this.lab.say(`field.${axis}`)}`,
                value: pair[i],
                set: (value) => this.set(session, field, i === 0 ? [value, pair[1]] : [pair[0], value]),
              }),
            )
          : this.renderSlider(session, {
              field,
              label,
              value: pair[0],
              set: (value) => this.set(session, field, [value, value]),
            })
      }
      <label class="square">
        <input
          type="checkbox"
          .checked=${!apart}
          @change=${(event: Event) => this.join(session, field, pair, (event.target as HTMLInputElement).checked)}
        />
        ${this.lab.say('controls.square')}
      </label>
    </fieldset>`;
  }

  private renderSlider(session: Session, slider: Slider): TemplateResult {
    return renderSlider(session, slider, {
      name: renderName(this.lab, slider.field, slider.label),
      help: this.help(session, slider.field),
      describedBy: this.problemOf(session, slider.field.name),
    });
  }

  private label(session: Session, field: Field<LayerField>): string {
    return labelOf(this.lab, session, field);
  }

  private help(session: Session, field: Field<LayerField>): string {
    return helpOf(this.lab, session, field);
  }

  /** Id of the reasons why a field is refused. */
  private problemOf(session: Session, name: LayerField): string | undefined {
    return session.problems.some(({ field }) => field === name) ? problemId(name) : undefined;
  }

  private join(
    session: Session,
    field: Field<LayerField>,
    [rows]: readonly [number, number],
    joined: boolean,
  ): void {
    const split = new Set(this.split);
    if (joined) split.delete(field.name);
    else split.add(field.name);
    this.split = split;
    if (joined) this.set(session, field, [rows, rows]);
  }

  private set(session: Session, { name }: Field<LayerField>, value: unknown): void {
    const size = name === 'outputPadding' ? { outputSize: undefined } : {};
    this.setFields(session, { [name]: plainest(value), ...size } as LayerFields);
  }

  private setFields(session: Session, fields: LayerFields): void {
    session.setLayer(fields);
    this.told();
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
      return html`${found.map((name) => this.renderField(session, name))}
        <p class="help" role="status">${found.length === 0 ? this.lab.say('controls.none') : nothing}</p>`;
    }
    const [knobs, moreKnobs] = [names.slice(0, inSight), names.slice(inSight)];
    const isMoreRefused = session.problems.some(({ field }) =>
      (moreKnobs as readonly string[]).includes(field),
    );
    return html`${knobs.map((name) => this.renderField(session, name))}
      <details ?open=${isMoreRefused}>
        <summary>${this.lab.say('controls.more')}</summary>
        ${moreKnobs.map((name) => this.renderField(session, name))}
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
        ${elsewhere.length > 0 ? this.renderProblems('problem-elsewhere', elsewhere) : nothing}
        ${session.problems.length > 0 ? html`<p class="stays">${this.lab.say('figure.stays')}</p>` : nothing}
      </div>
      ${this.renderWeights(session)}
    </div>`;
  }
}

function problemId(name: LayerField): string {
  return `problem-${name}`;
}
