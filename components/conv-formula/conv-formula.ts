import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ViewIntent } from '../../src/timeline/types.js';
import { formulaOf, type Formula } from '../../src/views/formula/formula.js';
import { chunksOf } from '../../src/views/formula/chunks.js';
import { reserveOf, type FormulaReserve } from '../../src/views/formula/reserve.js';
import { toText, type FormulaLine, type FormulaNode, type LineKind } from '../../src/views/formula/tree.js';
import { ConvElement } from '../shared/conv-element.js';
import { ConvIntentEvent } from '../shared/events.js';
import { loadMathFont } from '../shared/math-font.js';
import { baseStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { mathOf } from './math.js';
import { formulaStyles } from './styles.js';

/** Lines that stand in one row, in the order in which the beats fill them. */
const rows = {
  numbers: ['names', 'window', 'products'],
  results: ['total', 'bias', 'write'],
} as const satisfies Record<string, LineKind[]>;
type Row = keyof typeof rows;

/**
 * The formula of the cell in the making: the numbers of the current beat, the total, and the rule in symbols. Lines
 * break between the products; only a rule that is too wide for its view scrolls. Pointing at a product points at the
 * cell that it reads.
 *
 * @tag conv-formula
 * @summary The sum behind one output cell, with its numbers.
 * @event {ConvIntentEvent} conv-intent - A person points at a product, or leaves it.
 * @csspart formula - The rows of the formula.
 * @cssprop --conv-math-font - Family of the formula's font.
 */
export class ConvFormula extends ConvElement {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, formulaStyles];

  private formula: Formula | null = null;
  private reserve: FormulaReserve | null = null;
  private resizes: ResizeObserver | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void loadMathFont();
    this.resizes = new ResizeObserver(() => this.fit());
    this.resizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizes?.disconnect();
  }

  /** The shown lines as plain text, one a line. */
  get text(): string {
    return this.formula?.lines.map((line) => toText(line.nodes)).join('\n') ?? '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const moment = this.lab.session?.moment;
    this.formula = moment ? formulaOf(moment) : null;
    this.reserve = moment ? reserveOf(moment.stages[moment.frame.stage]) : null;
  }

  protected override updated(): void {
    this.fit();
  }

  /** A rule that does not fit can be scrolled by keyboard too. */
  private fit(): void {
    const rule = this.renderRoot.querySelector('.rule .content');
    if (rule && rule.scrollWidth > rule.clientWidth) rule.setAttribute('tabindex', '0');
    else rule?.removeAttribute('tabindex');
  }

  private point(target: EventTarget | null): void {
    const moment = this.lab.session?.moment;
    const term = target instanceof Element ? target.closest('[data-term]')?.getAttribute('data-term') : null;
    if (!moment) return;
    const { terms, stage } = moment.frame;
    const index = term ? terms[Number(term)]?.input : null;
    if (index) this.tell({ kind: 'hover', stage, tensor: 'input', index });
    else if (moment.selection && !moment.selection.pinned) this.leave();
  }

  private leave(): void {
    const stage = this.lab.session?.moment?.frame.stage ?? 0;
    this.tell({ kind: 'leave', stage, tensor: 'input', index: [] });
  }

  private tell(intent: ViewIntent): void {
    this.dispatchEvent(new ConvIntentEvent(intent));
    this.lab.session?.intend(intent);
  }

  private renderRow(row: Row): TemplateResult {
    const formula = this.formula;
    const lines =
      formula?.lines.filter((line) => (rows[row] as readonly LineKind[]).includes(line.kind)) ?? [];
    const end = row === 'results' ? this.renderRunning(formula?.running ?? '') : this.renderWaiting();
    const label = end === nothing && lines.length === 0 ? '' : this.rowLabel(row, lines);
    const named = label || this.lab.say('formula.label');
    return html`<div class="row ${row}">
      <span class="label">${label}</span>
      <div class="stack">
        <div class="content" role="group" aria-label=${named}>
          ${lines.map((line) => renderLine(line))} ${end}
        </div>
        ${guard([this.reserve, this.lab.language], () => this.renderReserve(row))}
      </div>
    </div>`;
  }

  /** The longest rows that can come, unseen in the same place: the row is as high as the highest of them. */
  private renderReserve(row: Row): readonly TemplateResult[] {
    const alternatives = this.reserve?.[row] ?? [];
    return alternatives.map(
      ({ lines, running }) =>
        html`<div class="content reserve" aria-hidden="true">
          ${lines.map(({ nodes }) => html`<span class="line">${chunksMath(nodes)}</span>`)}
          ${this.renderRunning(running)}
        </div>`,
    );
  }

  private renderRule(): TemplateResult {
    const rule = this.formula?.lines.filter((line) => line.kind === 'rule') ?? [];
    const label = this.lab.say('formula.rule');
    return html`<div class="row rule">
      <span class="label">${label}</span>
      <div class="content" role="group" aria-label=${label}>${rule.map((line) => renderLine(line))}</div>
    </div>`;
  }

  private rowLabel(row: Row, [first]: readonly FormulaLine[]): string {
    if (row === 'results') return this.lab.say('formula.total');
    if (!first || first.kind === 'names') return '';
    const key = first.kind === 'window' ? 'formula.window' : 'formula.products';
    return this.lab.say(key, { channel: (first.channel ?? 0) + 1 });
  }

  private renderWaiting(): TemplateResult | typeof nothing {
    if (!this.formula?.waiting) return nothing;
    return html`<span class="running">${this.lab.say('formula.waiting')}</span>`;
  }

  private renderRunning(value: string): TemplateResult | typeof nothing {
    if (value === '') return nothing;
    return html`<span class="running">${this.lab.say('formula.running', { value })}</span>`;
  }

  /** Room for the sentence is kept where some cell of the stage reads padding. */
  private renderNote(): TemplateResult | typeof nothing {
    if (!this.reserve?.padding) return nothing;
    return html`<p class="note">${this.formula?.padding ? this.lab.say('formula.padding') : nothing}</p>`;
  }

  override render(): TemplateResult {
    return html`<div
      class="rows"
      part="formula"
      role="group"
      aria-label=${this.lab.say('formula.label')}
      @pointerover=${(event: PointerEvent) => this.point(event.target)}
      @pointerleave=${() => this.leave()}
    >
      ${this.renderRow('numbers')} ${this.renderRow('results')} ${this.renderNote()} ${this.renderRule()}
    </div>`;
  }
}

function renderLine({ nodes }: FormulaLine): TemplateResult {
  return html`<span class="line" role="math" aria-label=${toText(nodes)}>${chunksMath(nodes)}</span>`;
}

/** One formula as several, so that the browser can break the line between them. */
function chunksMath(nodes: readonly FormulaNode[]): readonly TemplateResult[] {
  return chunksOf(nodes).map(
    (chunk) =>
      html`<span class="chunk"><math aria-hidden="true" displaystyle="true">${mathOf(chunk)}</math></span
        ><wbr />`,
  );
}
