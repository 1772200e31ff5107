import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { matrixEntries } from '../../src/math/counts.js';
import type { CellOrder } from '../../src/math/matrix-places.js';
import type { Moment, ViewIntent } from '../../src/timeline/types.js';
import { canUnroll } from '../../src/views/matrix/draw-unroll.js';
import { activationNames } from '../../src/views/matrix/formula.js';
import { MatrixView } from '../../src/views/matrix/matrix-view.js';
import { widestSheet } from '../../src/views/matrix/geometry.js';
import { hasMinimap } from '../../src/views/matrix/minimap.js';
import { matrixModel, type MatrixModel } from '../../src/views/matrix/model.js';
import { isDrawable, matrixName, mostEntries, type Place } from '../../src/views/matrix/sheet.js';
import { placeSentence } from '../../src/views/matrix/words.js';
import type { Say } from '../../src/views/say.js';
import { formatCount, formatNumber } from '../../src/words/numbers.js';
import { ConvElement } from '../shared/conv-element.js';
import { ConvIntentEvent } from '../shared/events.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { MatrixNumbers } from './numbers.js';
import { paintLegend, renderCounters, renderFed, renderIdentity, renderLegend } from './render-facts.js';
import { renderLine, renderTable } from './render-line.js';
import { renderTools } from './render-tools.js';
import { matrixStyles, tableStyles } from './styles.js';
import { scaleEn } from '../../src/words/parts/scale.js';
import { matrixEn } from '../../src/words/parts/matrix.js';
import { teach } from '../../src/words/say.js';

teach(matrixEn);
teach(scaleEn);

/** Numbers that fit on the button that feeds them. */
const mostOnButton = 4;

/** A sheet of so many rows, and so many times as many as columns, has room for words at its side. */
const tall = { rows: 12, ratio: 4 };

/**
 * The layer as one sparse matrix: a row for every output cell, a column for every input cell, the vector going in above
 * the columns, the vector coming out left of the rows. It can be turned over into its transpose, zoomed and moved.
 * Arrow keys go from place to place, Enter pins, Escape lets go.
 *
 * @tag conv-matrix
 * @summary A convolution as a sparse matrix.
 * @event {ConvIntentEvent} conv-intent - A person points at an entry or a cell, pins it or lets go.
 * @csspart map - The picture, which takes the keyboard's focus.
 * @csspart sentence - The row or column in focus in words.
 * @csspart formula - The row or column in focus with its numbers.
 * @csspart counters - Entries, density, rank, wasted products.
 * @csspart legend - What the colours mean.
 * @csspart table - The row or column in focus, entry by entry.
 * @cssprop --conv-matrix-height - The most that the map may take.
 * @cssprop --conv-number-font - Font of the numbers.
 */
export class ConvMatrix extends ConvElement {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    controlStyles,
    matrixStyles,
    tableStyles,
  ];

  /** Turned over: Wᵀ of a convolution, W of a transposed convolution. */
  @property({ type: Boolean, reflect: true }) transposed = false;

  /** Order of the cells along rows and columns: `channel` after channel, or `pixel` after pixel. */
  @property({ attribute: 'cell-order' }) cellOrder: CellOrder = 'channel';

  /** The stage that is shown, counted from 1; without it the one that runs. */
  @property({ type: Number }) stage?: number;

  @query('.map') private readonly map!: HTMLElement | null;

  /** The result of the run stands above the turned sheet. */
  @state() private feeding = false;
  @state() private looked: Place | null = null;
  @state() private identityOpen = false;
  @state() private tableOpen = false;

  /** A person has turned the sheet over from how the page gave it. */
  private turnedByHand = false;
  /** Of the layer shown last: its variant and the kinds of its stages; the sizes of those. */
  private kind = '';
  private sizesShown = '';

  private view: MatrixView | null = null;
  private model: MatrixModel | null = null;
  private readonly numbers = new MatrixNumbers(() => this.requestUpdate());
  /** In the next frame: drawing changes the height of what is observed. */
  private readonly sizes = new ResizeObserver(() => requestAnimationFrame(() => this.requestUpdate()));

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forgetView();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('transposed')) this.feeding = false;
    const moment = this.lab.session?.moment;
    if (moment) this.startClean(moment);
    this.model =
      moment && isDrawable(moment.stages[this.stageIn(moment)].stage) ? this.modelOf(moment) : null;
  }

  /** What a person did to another layer's sheet does not hold for this one. */
  private startClean({ plan }: Moment): void {
    const { stages } = plan;
    const layer = this.lab.session?.layer;
    const kind = [layer?.variant ?? 'standard', ...stages.map(({ op }) => op)].join();
    const sizes = stages.map(({ input, output }) => `${input} ${output}`).join();
    if (kind === this.kind && sizes === this.sizesShown) return;
    this.feeding = false;
    this.looked = null;
    if (kind !== this.kind && this.turnedByHand) {
      this.transposed = !this.transposed;
      this.turnedByHand = false;
      this.forgetView();
    }
    this.kind = kind;
    this.sizesShown = sizes;
  }

  private turn(): void {
    this.transposed = !this.transposed;
    this.turnedByHand = !this.turnedByHand;
  }

  protected override updated(changed: PropertyValues): void {
    const { map, model } = this;
    const { theme, session, reducedMotion } = this.lab;
    if (!map || !model || !theme || !session?.moment) return this.forgetView();
    const before = this.view;
    const view = before ?? this.openView(map);
    const acting = model.sheet.turned ? this.modelOf(session.moment, false) : model;
    const twin = model.sheet.turned && reducedMotion;
    view.show({ model, acting, theme, twin });
    paintLegend(this.renderRoot, theme);
    if (before && changed.has('transposed') && !reducedMotion) view.turn();
  }

  private openView(map: HTMLElement): MatrixView {
    const find = (name: string): HTMLCanvasElement =>
      this.renderRoot.querySelector<HTMLCanvasElement>(`canvas.${name}`)!;
    this.view = new MatrixView(
      { map, canvas: find('sheet'), minimap: find('minimap'), twin: find('twin') },
      {
        intend: (intent) => this.intend(intent),
        letGo: () => this.letGo(),
        look: (place) => {
          this.looked = place;
        },
        zoomed: () => this.requestUpdate(),
      },
    );
    this.sizes.observe(map);
    return this.view;
  }

  private forgetView(): void {
    this.view?.dispose();
    this.view = null;
    this.sizes.disconnect();
  }

  /** The stage shown, counted from 0. */
  private stageIn({ frame, stages }: Moment): number {
    const { stage } = this;
    return stage !== undefined && stage >= 1 && stage <= stages.length ? stage - 1 : frame.stage;
  }

  private modelOf(moment: Moment, turned = this.transposed): MatrixModel {
    const stage = this.stageIn(moment);
    const order = this.cellOrder === 'pixel' ? 'pixel' : 'channel';
    const fed = turned && this.feeding ? this.numbers.fed(moment.stages[stage]) : null;
    return matrixModel(moment, { stage, turned, order, fed });
  }

  private intend(intent: ViewIntent): void {
    this.dispatchEvent(new ConvIntentEvent(intent));
    this.lab.session?.intend(intent);
  }

  private letGo(): boolean {
    const stage = this.model?.sheet.stage.index ?? 0;
    const had = this.lab.session?.clearSelection() ?? false;
    if (had) this.dispatchEvent(new ConvIntentEvent({ kind: 'leave', stage, tensor: 'input', index: [] }));
    return had;
  }

  private readonly say: Say = (key, parameters) => this.lab.say(key, parameters);

  private renderTools(model: MatrixModel, stages: number): TemplateResult {
    const { stage } = model.sheet;
    return renderTools(
      {
        turnTo: matrixName(stage, !this.transposed),
        turned: this.transposed,
        stages,
        stage: this.stage,
        order: Math.max(stage.input[3], stage.output[3]) > 1 ? model.sheet.rows.order : null,
        unrolls: canUnroll(model) && !this.lab.reducedMotion,
        zoomable: this.view?.zoomable ?? { in: true, out: false },
      },
      {
        unroll: () => this.view?.unroll(),
        turn: () => this.turn(),
        chooseStage: (chosen) => (this.stage = chosen),
        chooseOrder: (order) => (this.cellOrder = order),
        zoom: (step) => this.view?.zoomStep(step),
      },
      this.say,
    );
  }

  private renderSlot(model: MatrixModel): TemplateResult {
    const { say, feeding } = this;
    const { data } = model.view.output;
    const numbers = Array.from(data.subarray(0, mostOnButton), (value) =>
      formatNumber(value, model.view),
    ).join(', ');
    const feed = data.length <= mostOnButton ? say('matrix.feed.numbers', { numbers }) : say('matrix.feed');
    return html`<p class="slot">
      <button class=${feeding ? 'feed' : 'feed primary'} @click=${() => (this.feeding = !feeding)}>
        ${feeding ? say('matrix.unfeed') : feed}
      </button>
      ${renderFed(model, feeding, say)}
    </p>`;
  }

  private renderMap(model: MatrixModel): TemplateResult {
    const { say } = this;
    const { sheet } = model;
    const name = matrixName(sheet.stage, sheet.turned);
    const size = { name, rows: sheet.rows.cells, columns: sheet.columns.cells };
    const both = sheet.turned && this.lab.reducedMotion;
    const isTall = !both && size.rows >= tall.rows && size.rows >= tall.ratio * size.columns;
    const shape = !isTall ? '' : this.view?.zoomable.out ? 'tall' : 'tall beside';
    return html`<div class=${`view ${shape}`} .style=${`--_sheet: ${widestSheet(size.columns)}px`}>
      <div class=${both ? 'maps both' : 'maps'}>
        <canvas class="twin" aria-hidden="true" ?hidden=${!both}></canvas>
        <div
          class="map"
          part="map"
          role="application"
          tabindex="0"
          aria-label=${say('matrix.map', size)}
          aria-description=${say('matrix.keys')}
        >
          <canvas class="sheet" aria-hidden="true"></canvas>
        </div>
      </div>
      ${both ? html`<p class="note">${say('matrix.pairs', { name: matrixName(sheet.stage, false), other: name })}</p>` : nothing}
      <div class="below">
        <div class="words">
          <p class="readout" role="status">
            ${this.looked ? placeSentence(model, this.looked, say) : nothing}
          </p>
          ${renderLine(model, say)}
        </div>
        <canvas
          class="minimap"
          role="img"
          aria-label=${say('matrix.minimap')}
          ?hidden=${!hasMinimap(sheet)}
        ></canvas>
      </div>
    </div>`;
  }

  private renderIdentity(model: MatrixModel): TemplateResult {
    return html`<details
      class="adjoint"
      @toggle=${(event: Event) => {
        this.identityOpen = (event.target as HTMLDetailsElement).open;
      }}
    >
      <summary>${this.say('matrix.adjoint')}</summary>
      ${this.identityOpen ? renderIdentity(model, this.numbers.identity(model.view), this.say) : nothing}
    </details>`;
  }

  override render(): TemplateResult {
    const { model, say } = this;
    const moment = this.lab.session?.moment;
    if (!moment) return html``;
    if (!model) return this.renderTooLarge(moment);
    const { sheet } = model;
    const name = matrixName(sheet.stage, sheet.turned);
    const [rows, columns] = [sheet.rows.cells, sheet.columns.cells].map(formatCount);
    const sum = `${name} x${model.beyond ? ' + b' : ''}`;
    const activation = activationNames[sheet.stage.activation];
    const equation = sheet.turned
      ? `z = ${name} y`
      : `y = ${activation === '' ? sum : `${activation}(${sum})`}`;
    return html`<section class="matrix" aria-label=${say('matrix.label')}>
      <div class="head">
        <h3>${say('matrix.title', { name, rows, columns })}</h3>
        <span class="equation">${equation}</span>
      </div>
      ${this.renderTools(model, moment.stages.length)} ${this.transposed ? this.renderSlot(model) : nothing}
      ${this.renderMap(model)} ${renderCounters(model, say)} ${renderLegend(model, moment.selection, say)}
      <details
        class="entries"
        @toggle=${(event: Event) => {
          this.tableOpen = (event.target as HTMLDetailsElement).open;
        }}
      >
        <summary>${say('matrix.table.show', { line: say(`matrix.table.line.${model.line.axis}`) })}</summary>
        ${this.tableOpen ? renderTable(model, this.numbers.ofLine(model, moment), say) : nothing}
      </details>
      ${this.renderIdentity(model)}
    </section>`;
  }

  private renderTooLarge(moment: Moment): TemplateResult {
    const { stage } = moment.stages[this.stageIn(moment)];
    const count = formatCount(matrixEntries(stage));
    return html`<p class="note">
      ${this.say('matrix.too-large', { count, most: formatCount(mostEntries) })}
    </p>`;
  }
}
