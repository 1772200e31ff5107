import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Moment, ViewIntent } from '../../src/timeline/types.js';
import { fieldsOf } from '../../src/variants/plan-layer.js';
import { variantOf } from '../../src/variants/variants.js';
import { drawChannelMap, squareAt } from '../../src/views/channels/map.js';
import { ChannelMemory } from '../../src/views/channels/memory.js';
import { channelSentence, groupStops } from '../../src/views/channels/sentence.js';
import { tableSize, weightOf, type Square } from '../../src/views/channels/slices.js';
import { cellSums } from '../../src/views/channels/sums.js';
import { channelTable, type ChannelTable } from '../../src/views/channels/table.js';
import { printAxes, weightLayout } from '../../src/views/weight-axes.js';
import { formatCount } from '../../src/words/numbers.js';
import { ConvElement } from '../shared/conv-element.js';
import { ConvIntentEvent, ConvLayerEvent } from '../shared/events.js';
import { renderSegments, segmentedStyles } from '../shared/segmented.js';
import { sliceStyles } from '../shared/slice.js';
import { baseStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { watchSize } from '../shared/watch-size.js';
import { placeAfterKey } from './roving.js';
import { channelStyles } from './styles.js';
import { renderSums } from './sums.js';
import { renderTable, type TableEvents } from './table.js';
import { compareEn } from '../../src/words/parts/compare.js';
import { teach } from '../../src/words/say.js';

teach(compareEn);

/**
 * Filters against input channels, every square a slice of the weights. With more groups the squares beside the blocks fall
 * out and the weights with them; at as many groups as channels the layer is a depthwise convolution. Arrow keys go from
 * square to square, Enter pins, Escape lets go. A layer of several stages has a table for each.
 *
 * @tag conv-channels
 * @summary Which filter reads which channel, with the dial of the groups.
 * @event {ConvIntentEvent} conv-intent - A person points at a slice, pins it or lets go.
 * @event {ConvLayerEvent} conv-layer - A person chose another number of groups.
 * @csspart stage - One stage: its table, counter and sentence.
 * @csspart table - The table of the slices.
 * @csspart weights - The counter of the weights.
 * @csspart sums - What each channel gives to the cell in hand; dropped channels are struck out.
 * @cssprop --conv-kernel-color - Edge of the squares in hand.
 */
export class ConvChannels extends ConvElement {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    segmentedStyles,
    sliceStyles,
    channelStyles,
  ];

  @state() private room = 320;
  /** Pixels that a table may be high; null where the page sets no limit. */
  @state() private height: number | null = null;
  @state() private rem = 16;
  /** The square that Tab reaches, by stage. */
  private readonly tabStops = new Map<number, Square>();
  private readonly memory = new ChannelMemory();

  constructor() {
    super();
    watchSize(this, (width) => {
      this.room = Math.round(width);
      this.height = this.measureHeight();
      this.rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const moment = this.lab.session?.moment;
    if (moment) this.memory.note(moment);
  }

  protected override updated(): void {
    const moment = this.lab.session?.moment;
    const { theme } = this.lab;
    if (!moment || !theme) return;
    for (const canvas of this.renderRoot.querySelectorAll<HTMLCanvasElement>('canvas.map')) {
      drawChannelMap(canvas, moment.stages[Number(canvas.dataset.stage)], theme);
    }
  }

  /** What a `max-block-size` of this element leaves for the one table when everything else of it has its room. */
  private measureHeight(): number | null {
    const most = Number.parseFloat(getComputedStyle(this).maxBlockSize);
    const [stages, table] = ['.stages', 'table'].map((part) =>
      this.renderRoot.querySelector<HTMLElement>(part),
    );
    if (Number.isNaN(most) || !stages || !table || this.lab.session?.moment?.stages.length !== 1) return null;
    return Math.round(most - (stages.offsetHeight - table.offsetHeight));
  }

  private intend(intent: ViewIntent): void {
    this.dispatchEvent(new ConvIntentEvent(intent));
    this.lab.session?.intend(intent);
  }

  /** Points at one weight of a square; where there is none, at nothing. */
  private point(kind: 'hover' | 'pin', stage: number, square: Square, row: number, column: number): void {
    const view = this.lab.session?.moment?.stages[stage];
    const index = view ? weightOf(view.stage, square, row, column) : null;
    if (index && kind === 'hover' && this.isPointedAt(stage, index)) return;
    if (index) this.intend({ kind, stage, tensor: 'weights', index });
    else if (kind === 'hover') this.leave(stage);
  }

  private isPointedAt(stage: number, index: readonly number[]): boolean {
    const selection = this.lab.session?.selection;
    const isWeight = selection?.tensor === 'weights' && selection.stage === stage;
    return isWeight && String(selection.index) === String(index);
  }

  private leave(stage: number): void {
    this.intend({ kind: 'leave', stage, tensor: 'weights', index: [] });
  }

  private readonly events: TableEvents = {
    point: (kind, stage, square, tap) => this.point(kind, stage, square, ...tap),
    leave: (stage) => this.leave(stage),
    visit: (stage, square) => {
      this.tabStops.set(stage, square);
      this.requestUpdate();
    },
    press: (event, table, square) => this.press(event, table, square),
  };

  private press(event: KeyboardEvent, table: ChannelTable, square: Square): void {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const middle = [table.kernel[0] >> 1, table.kernel[1] >> 1] as const;
    if (event.key === 'Escape') {
      if (!this.lab.session?.clearSelection()) return;
    } else if (event.key === 'Enter') {
      this.point('pin', table.stage, square, ...middle);
    } else {
      const next = placeAfterKey(table, square, event.key, event.ctrlKey);
      if (!next) return;
      this.tabStops.set(table.stage, next);
      this.renderRoot
        .querySelector<HTMLElement>(`[data-stage="${table.stage}"] [data-key="${next.output}:${next.input}"]`)
        ?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private chooseGroups(groups: number): void {
    this.lab.session?.setLayer({ groups });
    this.dispatchEvent(new ConvLayerEvent());
  }

  /** The dial stands only where the layer has groups to choose; its stops divide both sides' channels. */
  private renderDial(table: ChannelTable): TemplateResult | typeof nothing {
    const layer = this.lab.session?.layer;
    const variant = variantOf(layer?.variant ?? 'standard');
    if (!layer || !variant || ![...variant.knobs, ...variant.moreKnobs].includes('groups')) return nothing;
    const stops = groupStops(table);
    if (stops.length < 2) return nothing;
    const asked = fieldsOf(variant, layer).groups ?? 1;
    const label = this.lab.say('channels.groups.label');
    return html`<div class="dial">
      <span aria-hidden="true">${label}</span>
      ${renderSegments({
        name: `groups-${table.stage}`,
        label,
        options: stops.map((groups) => ({ value: String(groups), label: String(groups) })),
        value: String(asked),
        choose: (groups) => this.chooseGroups(Number(groups)),
      })}
    </div>`;
  }

  private renderWeights(table: ChannelTable, moment: Moment): TemplateResult {
    const layout = weightLayout(moment.stages[table.stage].stage, this.lab.dialect);
    return html`<p class="weights" part="weights">
      <span>${this.lab.say('channels.weights')}</span>
      <b>${formatCount(table.count)}</b>
      <span class="terms">${table.weights}</span>
      <span class="terms">${layout.layer} ${printAxes(layout)}</span>
    </p>`;
  }

  private renderMap(moment: Moment, { stage, outputs, inputs }: ChannelTable): TemplateResult {
    const view = moment.stages[stage];
    const at = (event: MouseEvent): Square => {
      const box = (event.currentTarget as Element).getBoundingClientRect();
      const across = (event.clientX - box.left) / box.width;
      return squareAt(view, across, (event.clientY - box.top) / box.height);
    };
    const middle = [view.stage.kernel[0] >> 1, view.stage.kernel[1] >> 1] as const;
    return html`<canvas
      class="map"
      data-stage=${stage}
      role="img"
      aria-label=${this.lab.say('channels.map', { filters: outputs, channels: inputs })}
      .style=${`aspect-ratio: ${inputs} / ${outputs}`}
      @pointermove=${(event: PointerEvent) => this.point('hover', stage, at(event), ...middle)}
      @pointerleave=${() => this.leave(stage)}
      @click=${(event: MouseEvent) => this.point('pin', stage, at(event), ...middle)}
    ></canvas>`;
  }

  private renderStage(moment: Moment, index: number): TemplateResult {
    const { lab } = this;
    const say = lab.say.bind(lab);
    const table = channelTable(moment, index, { say, memory: this.memory });
    const stages = moment.stages.length;
    return html`<section part="stage" data-stage=${index}>
      ${stages > 1 ? html`<h3>${say('channels.stage', { stage: index + 1, stages })}</h3>` : nothing}
      <div class="head">
        ${stages === 1 ? this.renderDial(table) : nothing} ${this.renderWeights(table, moment)}
      </div>
      ${table.thinned ? this.renderMap(moment, table) : nothing}
      ${renderTable(table, {
        say,
        theme: lab.theme!,
        view: moment.stages[index],
        room: this.room,
        height: this.height,
        rem: this.rem,
        tabStop: this.tabStopOf(table),
        events: this.events,
      })}
      ${moment.frame.stage === index ? renderSums(cellSums(moment, this.memory), moment.stages[index], say) : nothing}
      <p class="sentence">${channelSentence(table, say)}</p>
    </section>`;
  }

  /** Where the focus was, else the first square in hand, else the first of all. */
  private tabStopOf({ stage, rows }: ChannelTable): Square {
    const squares = rows.flatMap((row) => row.squares);
    const visited = this.tabStops.get(stage);
    const known = squares.find(({ output, input }) => output === visited?.output && input === visited.input);
    return known ?? squares.find(({ lit }) => lit) ?? squares[0];
  }

  override render(): TemplateResult {
    const moment = this.lab.session?.moment;
    const ready = moment && this.lab.theme && tableSize(moment.stages[0].stage).outputs > 0;
    return html`<div class="stages" role="group" aria-label=${this.lab.say('channels.label')}>
      ${
        ready
          ? moment.stages.map((_, index) => this.renderStage(moment, index))
          : html`<p class="sentence">${this.lab.say('compare.waiting')}</p>`
      }
    </div>`;
  }
}
