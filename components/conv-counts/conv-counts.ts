import { countsEn } from '../../src/words/parts/counts.js';
import { teach } from '../../src/words/say.js';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { accuracyText, backendText } from '../../src/views/counts/accuracy.js';
import { countersOf, type Counter, type CountUnit } from '../../src/views/counts/model.js';
import type { Moment } from '../../src/timeline/types.js';
import { ConvElement } from '../shared/conv-element.js';
import { baseStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { countsStyles } from './styles.js';

teach(countsEn);

const units = ['multiply-adds', 'flops'] as const satisfies readonly CountUnit[];

/**
 * Four counters with the terms they are made of: multiply-adds of what is in hand, so far of the total, weights and
 * biases, output shape. Several stages are added up beside the one convolution that they replace. Below them the unit, and
 * which engine computed the numbers and how exactly.
 *
 * @tag conv-counts
 * @summary What a layer costs, counted while it runs.
 * @event {Event} change - A person chose another unit.
 * @csspart counters - The list of the counters.
 * @csspart terms - What a counter is the sum or the product of.
 * @csspart notes - What it says beyond that: the framework's own order, products with padding.
 * @csspart chain - What several stages cost together.
 * @csspart unit - The switch of the unit.
 * @csspart accuracy - Which engine computed what is shown, and the largest difference from the reference.
 */
export class ConvCounts extends ConvElement {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, countsStyles];

  /** `multiply-adds`, or `flops`, which are twice as many. */
  @property() unit: CountUnit = 'multiply-adds';

  /** One counter a line, for a narrow column. */
  @property({ type: Boolean }) compact = false;

  /** Fetched when a layer of several stages comes: most have one. */
  private chain: typeof import('./chain.js') | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const stages = this.lab.session?.moment?.plan.stages.length ?? 0;
    if (stages > 1 && !this.chain) {
      void import('./chain.js').then((chain) => {
        this.chain = chain;
        this.requestUpdate();
      });
    }
  }

  private choose(unit: CountUnit): void {
    this.unit = unit;
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  /** Lines break between terms, not inside a product or a shape. */
  private renderCounter({ key, label, value, unit, terms }: Counter): TemplateResult {
    return html`<div data-counter=${key}>
      <dt>${label}</dt>
      <dd>
        <span class="value">${value}</span> ${unit === '' ? nothing : html`<span class="unit">${unit}</span>`}
        ${terms.map((line, place) => {
          const text = line.replaceAll(' × ', '\u00a0×\u00a0');
          return html`<div class="terms" part=${place === 0 ? 'terms' : 'notes'}>${text}</div>`;
        })}
      </dd>
    </div>`;
  }

  private renderChain(moment: Moment | null | undefined): TemplateResult | typeof nothing {
    if (!this.chain || !moment || moment.plan.stages.length < 2) return nothing;
    return this.chain.renderChain(moment.plan, { say: this.lab.say.bind(this.lab), unit: this.unit });
  }

  private renderUnits(): TemplateResult {
    return html`<fieldset part="unit">
      <legend class="visually-hidden">${this.lab.say('counts.unit')}</legend>
      ${units.map(
        (unit) =>
          html`<label
            ><input
              type="radio"
              name="unit"
              value=${unit}
              .checked=${unit === this.unit}
              @change=${() => this.choose(unit)}
            />${this.lab.say(unit === 'flops' ? 'counts.unit.flops' : 'counts.unit.macs')}</label
          >`,
      )}
    </fieldset>`;
  }

  private renderAccuracy(): TemplateResult {
    const { session } = this.lab;
    const say = this.lab.say.bind(this.lab);
    const reason = session?.fallbackReason;
    const parts = [
      backendText(session?.backend ?? null, say),
      reason ? say(`badge.reason.${reason}`) : '',
      accuracyText(session?.accuracy ?? null, say),
    ];
    return html`<p class="accuracy" part="accuracy">
      <span class="visually-hidden">${say('accuracy.label')}</span> ${parts.filter(Boolean).join(' · ')}
    </p>`;
  }

  override render(): TemplateResult {
    const moment = this.lab.session?.moment;
    const { unit, lab } = this;
    const options = { say: lab.say.bind(lab), unit, dialect: lab.dialect };
    const counters = moment ? countersOf(moment, options) : [];
    return html`<dl part="counters" aria-label=${this.lab.say('counts.label')}>
        ${counters.map((counter) => this.renderCounter(counter))}
      </dl>
      ${this.renderChain(moment)}
      <div class="foot">
        ${this.renderUnits()}
        <span class="flops-note">${this.lab.say('counts.flops-note')}</span>
        ${this.renderAccuracy()}
      </div>`;
  }
}
