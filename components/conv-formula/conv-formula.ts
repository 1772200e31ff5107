import { formulaEn } from '../../src/words/parts/formula.js';
import { countsEn } from '../../src/words/parts/counts.js';
import { teach } from '../../src/words/say.js';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Moment, ViewIntent } from '../../src/timeline/types.js';
import { formulaOf, toldMoment, type Formula } from '../../src/views/formula/formula.js';
import { laneText, type Lane } from '../../src/views/formula/lanes.js';
import { reserveOf, type FormulaReserve } from '../../src/views/formula/reserve.js';
import type { StampPlace } from '../../src/views/formula/scatter.js';
import { sizeRules } from '../../src/views/formula/sizes.js';
import { toText, type FormulaLine, type LineKind } from '../../src/views/formula/tree.js';
import { ConvElement } from '../shared/conv-element.js';
import { ConvIntentEvent } from '../shared/events.js';
import { loadMathFont } from '../shared/math-font.js';
import { baseStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { chunksMath, productAfterKey, productAt, renderLine } from './lines.js';
import { formulaStyles } from './styles.js';

teach(formulaEn);
teach(countsEn);

/** Lines that stand in one row, in the order in which the beats fill them. */
const rows = {
  numbers: ['names', 'window', 'products', 'stamp'],
  results: ['total', 'entry', 'collected', 'bias', 'activate', 'write'],
} as const satisfies Record<string, LineKind[]>;
type Row = keyof typeof rows;

/** Dropped channels that are named one by one. */
const mostDropped = 6;

/**
 * The formula of the cell in the making: the numbers of the current beat, the total, the rule in symbols, and the rules of
 * the sizes where they are not obvious. Lines break between the products; only a rule that is too wide for its view scrolls.
 * Pointing at a product, or going to it by arrow keys, points at the cells that it joins; Enter or a click pins them. While an
 * output cell is pinned or pointed at, the formula is that cell's.
 *
 * @tag conv-formula
 * @summary The sum behind one output cell, with its numbers.
 * @event {ConvIntentEvent} conv-intent - A person points at a product, pins it, or leaves it.
 * @csspart formula - The rows of the formula.
 * @cssprop --conv-math-font - Family of the formula's font.
 */
export class ConvFormula extends ConvElement {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, formulaStyles];

  /** What is told: see {@link toldMoment}. */
  private moment: Moment | null = null;
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
    const { formula } = this;
    if (!formula) return '';
    const lines = formula.lines.map((line) => toText(line.nodes));
    if (formula.stamp) lines.push(this.stampText(formula.stamp));
    if (formula.lanes.length > 0) lines.push(this.lanesText(formula.lanes));
    return lines.join('\n');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const shown = this.lab.session?.moment;
    const moment = shown ? toldMoment(shown) : null;
    this.moment = moment;
    this.formula = moment && formulaOf(moment);
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

  /** A product of padding joins no cells: pointing at it points at nothing. */
  private point(target: EventTarget | null, kind: 'hover' | 'pin' = 'hover'): void {
    const { moment } = this;
    const product = productAt(target)?.product;
    if (!moment) return;
    const { stage } = moment.frame;
    if (product?.pair) {
      this.tell({ kind, stage, tensor: 'weights', index: product.weight, pair: product.pair });
    } else if (moment.selection && !moment.selection.pinned) this.leave();
  }

  private leave(): void {
    const stage = this.moment?.frame.stage ?? 0;
    this.tell({ kind: 'leave', stage, tensor: 'input', index: [] });
  }

  private tell(intent: ViewIntent): void {
    this.dispatchEvent(new ConvIntentEvent(intent));
    this.lab.session?.intend(intent);
  }

  private press(event: KeyboardEvent): void {
    const product = productAt(event.target);
    if (!product || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = productAfterKey(product, event.key);
    if (next) next.focus();
    else if (event.key === 'Enter' || event.key === ' ') this.point(product, 'pin');
    else if (event.key !== 'Escape' || !this.lab.session?.clearSelection()) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private stampText({ value, rows: [top, bottom], columns: [left, right], cropped }: StampPlace): string {
    const { lab } = this;
    const range = (axis: 'row' | 'column', first: number, last: number): string =>
      lab.say(`formula.${axis}-${first === last ? 'one' : 'range'}`, { first, last });
    const place = lab.say('formula.stamp', {
      value,
      rows: range('row', top, bottom),
      columns: range('column', left, right),
    });
    return cropped > 0 ? `${place} ${lab.say('formula.stamp-cropped', { count: cropped })}` : place;
  }

  private lanesText(lanes: readonly Lane[]): string {
    return lanes.map((lane) => laneText(lane, this.lab.say.bind(this.lab))).join(' | ');
  }

  private renderRow(row: Row): TemplateResult {
    const { formula, lab } = this;
    const lines =
      formula?.lines.filter((line) => (rows[row] as readonly LineKind[]).includes(line.kind)) ?? [];
    const end =
      row === 'results'
        ? [this.renderRunning(formula?.running ?? ''), this.renderPending()]
        : [this.renderWaiting()];
    const extra = row === 'results' ? this.renderLanes(formula?.lanes ?? []) : this.renderStamp();
    const isEmpty = [...end, extra].every((part) => part === nothing) && lines.length === 0;
    const label = isEmpty ? '' : this.rowLabel(row, lines);
    return html`<div class="row ${row}">
      <span class="label">${label}</span>
      <div class="stack">
        <div class="content" role="group" aria-label=${label || lab.say('formula.label')}>
          ${row === 'numbers' ? extra : nothing} ${lines.map((line) => renderLine(line, lab.say.bind(lab)))}
          ${row === 'results' ? [this.renderDropped(lines), extra] : nothing} ${end}
        </div>
        ${guard([this.reserve, lab.language], () => this.renderReserve(row))}
      </div>
    </div>`;
  }

  /** The longest rows that can come, unseen in the same place: the row is as high as the highest of them. */
  private renderReserve(row: Row): readonly TemplateResult[] {
    const alternatives = this.reserve?.[row] ?? [];
    const stamp = { value: '0', rows: [0, 1], columns: [0, 1], cropped: 0 } as const;
    return alternatives.map(
      ({ lines, running, lanes }) =>
        html`<div class="content reserve" aria-hidden="true">
          ${
            row === 'numbers' && this.reserve?.stamp
              ? html`<span class="line">${this.stampText(stamp).replaceAll(/\d/g, '0')}</span>`
              : nothing
          }
          ${lines.map(({ nodes }) => html`<span class="line">${chunksMath(nodes)}</span>`)}
          ${row === 'results' ? this.droppedChannels(Array.from({ length: this.reserve?.dropped ?? 0 }, () => -1)) : nothing}
          ${lanes.length > 0 ? html`<span class="lanes">${this.lanesText(lanes)}</span>` : nothing}
          ${this.renderRunning(running)}
        </div>`,
    );
  }

  private renderLanes(lanes: readonly Lane[]): TemplateResult | typeof nothing {
    if (lanes.length === 0) return nothing;
    const say = this.lab.say.bind(this.lab);
    return html`<span class="lanes" role="math" aria-label=${this.lanesText(lanes)}
      >${lanes.map((lane) => html`<span class="lane ${lane.current ? 'in-hand' : ''}">${laneText(lane, say)}</span>`)}</span
    >`;
  }

  private renderStamp(): TemplateResult | typeof nothing {
    const stamp = this.formula?.stamp;
    return stamp ? html`<span class="line stamp">${this.stampText(stamp)}</span>` : nothing;
  }

  /** Channels that are not in the group of the cell in hand, struck out beside the total. */
  private renderDropped(lines: readonly FormulaLine[]): TemplateResult | typeof nothing {
    const dropped = this.formula?.dropped ?? [];
    if (dropped.length === 0 || !lines.some(({ kind }) => kind === 'total')) return nothing;
    const channels = dropped.map((channel) => channel + 1).join(', ');
    const label = this.lab.say('formula.dropped', { channels });
    return html`<span role="img" aria-label=${label}>${this.droppedChannels(dropped)}</span>`;
  }

  private droppedChannels(dropped: readonly number[]): TemplateResult | typeof nothing {
    if (dropped.length === 0) return nothing;
    const names = dropped.slice(0, mostDropped).map((channel) => channel + 1);
    return html`<span class="dropped"
      >${names.map((channel) => html`<s>${this.lab.say('formula.dropped-one', { channel })}</s> `)}
      ${dropped.length > names.length ? '…' : nothing}</span
    >`;
  }

  private renderRule(): TemplateResult {
    const rule = this.formula?.lines.filter((line) => line.kind === 'rule') ?? [];
    const say = this.lab.say.bind(this.lab);
    const label = say('formula.rule');
    return html`<div class="row rule">
      <span class="label">${label}</span>
      <div class="meaning">
        <div class="content" role="group" aria-label=${label}>
          ${rule.map((line) => renderLine(line, say))}
        </div>
        ${this.renderLetters()}
      </div>
    </div>`;
  }

  /** What the letters of the rule are, in the colours of the scene. */
  private renderLetters(): TemplateResult | typeof nothing {
    const { moment } = this;
    if (!moment) return nothing;
    const { stage } = moment.stages[moment.frame.stage];
    const gathers = stage.op === 'transposed' && moment.frame.walk === 'output';
    const say = this.lab.say.bind(this.lab);
    const letters = [
      ['x', 'input'],
      ['w', 'weights'],
      ...(stage.bias ? ([['b', 'bias']] as const) : []),
      ['y', 'output'],
    ] as const;
    return html`<p class="letters" aria-label=${say('formula.legend')}>
      ${letters.map(([letter, role]) => html`<span class=${role}><i>${letter}</i> ${say(`formula.${role}`)}</span>`)}
      ${gathers ? html`<span><i>·</i> ${say('formula.inserted')}</span>` : nothing}
    </p>`;
  }

  private renderSizes(): readonly TemplateResult[] {
    const { moment } = this;
    const say = this.lab.say.bind(this.lab);
    const rules = moment ? sizeRules(moment.stages[moment.frame.stage].stage, say) : [];
    return rules.map(
      ({ label, texts }) =>
        html`<div class="row size">
          <span class="label">${say(label)}</span>
          <div class="content">${texts.map((text) => html`<span class="size-rule">${text}</span>`)}</div>
        </div>`,
    );
  }

  private rowLabel(row: Row, [first]: readonly FormulaLine[]): string {
    const { formula, lab, moment } = this;
    if (row === 'results') {
      if (first?.kind === 'entry' || first?.kind === 'collected') return lab.say(`formula.${first.kind}`);
      return lab.say(formula && formula.lanes.length > 0 ? 'formula.lanes' : 'formula.total');
    }
    const stages = moment?.plan.stages.length ?? 1;
    const stage = stages > 1 ? lab.say('formula.stage', { stage: (moment?.frame.stage ?? 0) + 1 }) : '';
    return [this.askedLabel(), stage, this.linesLabel(first)].filter(Boolean).join(' · ');
  }

  /** Why the formula is not that of the cell in the making. */
  private askedLabel(): string {
    const { selection, reading } = this.moment ?? {};
    if (!reading) return '';
    const isPointed = selection?.tensor === 'output' && !selection.pinned;
    if (isPointed) return this.lab.say('formula.pointed');
    const pin = selection?.pinned ? selection : this.lab.session?.pinned;
    return this.lab.say(pin?.declared ? 'formula.marked' : 'formula.pinned');
  }

  private linesLabel(first: FormulaLine | undefined): string {
    const { lab } = this;
    if (this.formula?.stamp) return lab.say('formula.stamp-label');
    if (!first || first.kind === 'names') return '';
    if (first.channel === null) return lab.say('formula.channels');
    const key = first.kind === 'window' ? 'formula.window' : 'formula.products';
    return lab.say(key, { channel: first.channel + 1 });
  }

  private renderWaiting(): TemplateResult | typeof nothing {
    const { formula, lab, moment } = this;
    const isBefore = moment?.frame.beat === 'start' && !moment.reading;
    if (!formula?.waiting && !isBefore) return nothing;
    return html`<span class="running">${lab.say(isBefore ? 'formula.coming' : 'formula.waiting')}</span>`;
  }

  private renderPending(): TemplateResult | typeof nothing {
    const cell = this.formula?.pending ?? '';
    return cell === ''
      ? nothing
      : html`<span class="running">${this.lab.say('formula.pending', { cell })}</span>`;
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
      @click=${(event: MouseEvent) => this.point(productAt(event.target), 'pin')}
      @focusin=${(event: FocusEvent) => this.point(event.target)}
      @focusout=${() => this.leave()}
      @keydown=${(event: KeyboardEvent) => this.press(event)}
    >
      ${this.renderRule()} ${this.renderSizes()} ${this.renderRow('numbers')} ${this.renderRow('results')}
      ${this.renderNote()}
    </div>`;
  }
}
