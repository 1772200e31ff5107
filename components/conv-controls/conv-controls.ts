import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { fieldOf, type Field } from '../../src/math/fields.js';
import type { Problem, SpecField } from '../../src/math/types.js';
import type { Session } from '../../src/session/session.js';
import type { LayerSpec } from '../../src/variants/types.js';
import { variantOf, variants } from '../../src/variants/variants.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { isWordKey } from '../../src/words/say.js';
import { ConvElement } from '../shared/conv-element.js';
import { ConvLayerEvent } from '../shared/events.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { controlsStyles } from './styles.js';

const axes = ['rows', 'columns'] as const;
const sides = ['top', 'bottom', 'left', 'right'] as const;

/**
 * The knobs of the layer's variant, made from the field table. An illegal setting is explained in place and the last
 * legal picture stays.
 *
 * @tag conv-controls
 * @summary Settings of a lab's layer.
 *
 * @event {ConvLayerEvent} conv-layer - A person changed a setting.
 */
export class ConvControls extends ConvElement {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, controlStyles, controlsStyles];

  /** Fields whose rows and columns are set apart. */
  @state() private split: ReadonlySet<SpecField> = new Set();

  private renderField(session: Session, name: SpecField): TemplateResult {
    const field = fieldOf(name);
    const problems = session.problems.filter((problem) => problem.field === name);
    return html`<div class="field" data-field=${name}>
      ${this.renderControl(session, field)} ${problems.map((problem) => this.renderProblem(problem))}
    </div>`;
  }

  private renderProblem(problem: Problem): TemplateResult {
    return html`<p class="problem" id=${`problem-${problem.field}`}>
      ${problemSentence(this.lab.language, problem)}
    </p>`;
  }

  private renderControl(session: Session, field: Field): TemplateResult {
    if (field.type === 'flag') return this.renderFlag(session, field);
    if (field.type === 'pair') return this.renderPair(session, field);
    if (field.type === 'sides-or-mode') return this.renderPadding(session, field);
    const value = valueOf(session, field.name) as number;
    return this.renderSlider(field, this.label(field), value, (wanted) => this.set(session, field, wanted));
  }

  private renderFlag(session: Session, field: Field): TemplateResult {
    return html`<label class="flag" title=${this.help(field)}>
      <input
        type="checkbox"
        .checked=${valueOf(session, field.name) === true}
        @change=${(event: Event) => this.set(session, field, (event.target as HTMLInputElement).checked)}
      />
      ${this.label(field)}
    </label>`;
  }

  private renderPair(session: Session, field: Field): TemplateResult {
    const pair = pairOf(valueOf(session, field.name));
    const apart = this.split.has(field.name) || pair[0] !== pair[1];
    const label = this.label(field);
    return html`<fieldset>
      <legend class="visually-hidden">${label}</legend>
      ${
        apart
          ? axes.map((axis, i) =>
              this.renderSlider(field, `${label}, ${this.lab.say(`field.${axis}`)}`, pair[i], (value) =>
                this.set(session, field, i === 0 ? [value, pair[1]] : [pair[0], value]),
              ),
            )
          : this.renderSlider(field, label, pair[0], (value) => this.set(session, field, [value, value]))
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

  private renderPadding(session: Session, field: Field): TemplateResult {
    const value = valueOf(session, field.name);
    const mode = typeof value === 'string' ? value : 'explicit';
    const resolved = session.moment?.stages[0]?.stage.padding ?? [0, 0, 0, 0];
    const numbers = typeof value === 'string' ? resolved : sidesOf(value);
    return html`<fieldset>
      <label class="row" title=${this.help(field)}>
        <span>${this.label(field)}</span>
        <select
          @change=${(event: Event) => {
            const wanted = (event.target as HTMLSelectElement).value;
            this.set(session, field, wanted === 'explicit' ? [...resolved] : wanted);
          }}
        >
          ${[...field.choices, 'explicit'].map(
            (choice) =>
              html`<option value=${choice} ?selected=${choice === mode}>${this.choice(choice)}</option>`,
          )}
        </select>
      </label>
      ${mode === 'explicit' ? this.renderSides(session, field, numbers) : nothing}
    </fieldset>`;
  }

  private renderSides(session: Session, field: Field, numbers: readonly number[]): TemplateResult {
    return html`<div class="sides">
      ${sides.map(
        (side, i) =>
          html`<label>
            ${this.lab.say(`field.${side}`)}
            <input
              type="number"
              min=${field.minimum}
              max=${field.maximum}
              .value=${String(numbers[i])}
              @change=${(event: Event) =>
                this.set(
                  session,
                  field,
                  numbers.map((old, j) => (j === i ? numberIn(event, old) : old)),
                )}
            />
          </label>`,
      )}
    </div>`;
  }

  private renderSlider(
    field: Field,
    label: string,
    value: number,
    set: (value: number) => void,
  ): TemplateResult {
    const { minimum, maximum } = field;
    return html`<div class="slider" title=${this.help(field)}>
      <span class="name" aria-hidden="true">${label}</span>
      <input
        type="range"
        aria-label=${label}
        min=${minimum}
        max=${Math.max(maximum, value)}
        .value=${String(value)}
        @input=${(event: Event) => set(numberIn(event, value))}
      />
      <input
        type="number"
        aria-label=${label}
        min=${minimum}
        .value=${String(value)}
        @change=${(event: Event) => set(numberIn(event, value))}
      />
    </div>`;
  }

  private label(field: Field): string {
    return isWordKey(field.labelKey) ? this.lab.say(field.labelKey) : field.name;
  }

  private help(field: Field): string {
    return isWordKey(field.helpKey) ? this.lab.say(field.helpKey) : '';
  }

  private choice(choice: string): string {
    const key = `padding.${choice}`;
    return isWordKey(key) ? this.lab.say(key) : choice;
  }

  private join(session: Session, field: Field, [rows]: readonly [number, number], joined: boolean): void {
    const split = new Set(this.split);
    if (joined) split.delete(field.name);
    else split.add(field.name);
    this.split = split;
    if (joined) this.set(session, field, [rows, rows]);
  }

  private reset(session: Session): void {
    this.split = new Set();
    session.reset();
    this.dispatchEvent(new ConvLayerEvent());
  }

  private set(session: Session, { name }: Field, value: unknown): void {
    session.setLayer({ [name]: plainest(value) } as Partial<LayerSpec>);
    this.dispatchEvent(new ConvLayerEvent());
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this.lab;
    if (!session) return nothing;
    const { knobs, moreKnobs } = variantOf(session.layer.variant ?? '') ?? variants[0];
    const shown = [...knobs, ...moreKnobs] as readonly string[];
    const elsewhere = session.problems.filter((problem) => !shown.includes(problem.field));
    return html`<div role="group" aria-label=${this.lab.say('controls.label')}>
      ${knobs.map((name) => this.renderField(session, name))}
      <details
        ?open=${session.problems.some((problem) => (moreKnobs as readonly string[]).includes(problem.field))}
      >
        <summary>${this.lab.say('controls.more')}</summary>
        ${moreKnobs.map((name) => this.renderField(session, name))}
      </details>
      <button class="reset" @click=${() => this.reset(session)}>${this.lab.say('controls.reset')}</button>
      <div aria-live="polite">
        ${elsewhere.map((problem) => this.renderProblem(problem))}
        ${session.problems.length > 0 ? html`<p class="stays">${this.lab.say('figure.stays')}</p>` : nothing}
      </div>
    </div>`;
  }
}

/** What the layer asks for, else what its variant or the field table presets. */
function valueOf(session: Session, name: SpecField): unknown {
  const { layer } = session;
  const variant = variantOf(layer.variant ?? '') ?? variants[0];
  return layer[name] ?? variant.defaults[name] ?? fieldOf(name).default;
}

/** Equal rows and columns as one number, as a person thinks and as a message prints them. */
function plainest(value: unknown): unknown {
  return Array.isArray(value) && value.length === 2 && value[0] === value[1] ? value[0] : value;
}

function pairOf(value: unknown): [number, number] {
  if (Array.isArray(value)) return [Number(value[0]), Number(value[1] ?? value[0])];
  return [Number(value), Number(value)];
}

function sidesOf(value: unknown): number[] {
  if (!Array.isArray(value)) return [value, value, value, value].map(Number);
  return value.length === 2 ? [value[0], value[0], value[1], value[1]].map(Number) : value.map(Number);
}

/** The number in a control. One that was emptied, or holds no number, gets the old one back. */
function numberIn(event: Event, old: number): number {
  const control = event.target as HTMLInputElement;
  if (control.value !== '' && !Number.isNaN(control.valueAsNumber)) return control.valueAsNumber;
  control.value = String(old);
  return old;
}
