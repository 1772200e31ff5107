import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import type { ViewIntent } from '../../src/timeline/types.js';
import { formulaOf, type Formula } from '../../src/views/formula/formula.js';
import { toText, type FormulaLine, type LineKind } from '../../src/views/formula/tree.js';
import { ConvElement } from '../shared/conv-element.js';
import { ConvIntentEvent } from '../shared/events.js';
import { loadMathFont } from '../shared/math-font.js';
import { baseStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { mathOf } from './math.js';
import { formulaStyles } from './styles.js';

/** Lines that stand in one row, in the order in which the beats fill them. */
const rows = [
  ['rule'],
  ['names', 'window', 'products'],
  ['total', 'bias', 'write'],
] as const satisfies LineKind[][];

/**
 * The formula of the cell in the making: the rule in symbols, and the numbers of the current beat. Pointing at a
 * product points at the cell that it reads.
 *
 * @tag conv-formula
 * @summary The sum behind one output cell, with its numbers.
 * @event {ConvIntentEvent} conv-intent - A person points at a product, or leaves it.
 * @csspart formula - The rows of the formula; a long one scrolls sideways.
 * @cssprop --conv-math-font - Family of the formula's font.
 */
export class ConvFormula extends ConvElement {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, formulaStyles];

  private formula: Formula | null = null;
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
  }

  protected override updated(): void {
    this.fit();
  }

  /** Rows that do not fit can be scrolled by keyboard too, and show the product in hand. */
  private fit(): void {
    for (const row of this.renderRoot.querySelectorAll('.scroll')) {
      const tooLong = row.scrollWidth > row.clientWidth;
      if (tooLong) row.setAttribute('tabindex', '0');
      else row.removeAttribute('tabindex');
      const current = row.querySelector('.product.current');
      if (tooLong && current) scrollTo(row, current);
    }
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

  private renderRow(formula: Formula, kinds: readonly LineKind[]): TemplateResult {
    const lines = formula.lines.filter((line) => kinds.includes(line.kind));
    const label = this.rowLabel(kinds[0], lines);
    return html`<div class="row ${kinds[0]}">
      <span class="label">${label}</span>
      <div class="scroll" role="group" aria-label=${label || this.lab.say('formula.label')}>
        ${lines.map((line) => this.renderLine(line))} ${this.renderEnd(formula, kinds[0])}
      </div>
    </div>`;
  }

  private rowLabel(kind: LineKind, [first]: readonly FormulaLine[]): string {
    if (kind === 'rule') return this.lab.say('formula.rule');
    if (!first || first.kind === 'names') return '';
    if (kind === 'total') return this.lab.say('formula.total');
    const key = first.kind === 'window' ? 'formula.window' : 'formula.products';
    return this.lab.say(key, { channel: (first.channel ?? 0) + 1 });
  }

  private renderLine({ nodes }: FormulaLine): TemplateResult {
    return html`<span class="line" role="math" aria-label=${toText(nodes)}
      ><math aria-hidden="true" displaystyle="true">${mathOf(nodes)}</math></span
    >`;
  }

  /** What stands behind the lines of a row: the running sum, or why there are no numbers. */
  private renderEnd({ running, waiting }: Formula, kind: LineKind): TemplateResult | typeof nothing {
    if (kind === 'names' && waiting)
      return html`<span class="running">${this.lab.say('formula.waiting')}</span>`;
    if (kind !== 'total' || running === '') return nothing;
    return html`<span class="running">${this.lab.say('formula.running', { value: running })}</span>`;
  }

  override render(): TemplateResult {
    const formula = this.formula ?? { lines: [], running: '', padding: false, waiting: true };
    return html`<div
        class="rows"
        part="formula"
        role="group"
        aria-label=${this.lab.say('formula.label')}
        @pointerover=${(event: PointerEvent) => this.point(event.target)}
        @pointerleave=${() => this.leave()}
      >
        ${rows.map((kinds) => this.renderRow(formula, kinds))}
      </div>
      <p class="note">${formula.padding ? this.lab.say('formula.padding') : nothing}</p>`;
  }
}

/** Scrolls a row sideways until a part of it is in sight. */
function scrollTo(row: Element, part: Element): void {
  const [{ left, right }, frame] = [part.getBoundingClientRect(), row.getBoundingClientRect()];
  if (right > frame.right) row.scrollLeft += right - frame.right;
  else if (left < frame.left) row.scrollLeft -= frame.left - left;
}
