import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Problem } from '../../src/math/types.js';
import { drawMap } from '../../src/views/gridding/draw.js';
import { layOutMap, pixelAt, type MapLayout } from '../../src/views/gridding/layout.js';
import { touchedAfter } from '../../src/views/gridding/model.js';
import {
  limits,
  rateProblems,
  readKernel,
  readRates,
  specsOf,
  usualKernel,
  writeRates,
} from '../../src/views/gridding/rates.js';
import { mostOf } from '../../src/views/gridding/scale.js';
import { griddingSentence } from '../../src/views/gridding/sentence.js';
import type { Rates, Touched } from '../../src/views/gridding/types.js';
import { griddingEn } from '../../src/words/parts/gridding.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { teach } from '../../src/words/say.js';
import { renderSegments, segmentedStyles } from '../shared/segmented.js';
import { statusStyles } from '../shared/status.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { Laboratory } from '../shared/laboratory.js';
import { themeStyles } from '../shared/theme.js';
import { watchSize } from '../shared/watch-size.js';
import { renderLegend } from './legend.js';
import { renderFacts, renderRow, rowSentence } from './panel.js';
import { renderRates } from './rates-editor.js';
import { griddingStyles } from './styles.js';

teach(griddingEn);

/** One stack in full and as far as it is counted. */
interface Panel {
  readonly stack: 1 | 2;
  readonly rates: Rates;
  readonly whole: Touched;
  readonly counted: Touched;
}

/**
 * Which pixels of its field a stack of dilated layers touches, and by how many paths, beside a second stack on the same scale.
 * Dilations of 2, 2, 2 touch 7 of 13 positions of an axis, 29.0 % of the plane; 1, 2, 3 touch all of the same field with as
 * many weights. The layers can be counted one by one, and a chosen row is read out pixel by pixel.
 *
 * @tag conv-gridding
 * @summary Holes in the receptive field of dilated layers.
 * @event {Event} change - A person changed a stack or the kernel, chose a row, or counted more or fewer layers.
 * @csspart controls - The kernel and the layers that are counted.
 * @csspart legend - The scale of both maps.
 * @csspart panel - One stack: its dilations, map, numbers and sentence.
 * @csspart map - The map, which takes the keyboard's focus.
 * @csspart facts - The numbers of a stack.
 * @csspart sentence - The sentence that says them all.
 * @csspart row - The table of the chosen row.
 * @cssproperty --conv-kernel-color - The frame of the chosen row.
 */
export class ConvGridding extends Laboratory {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    controlStyles,
    segmentedStyles,
    statusStyles,
    griddingStyles,
  ];

  /** Rows and columns of every kernel, 2 to 7. */
  @property() kernel = `${usualKernel}`;

  /** Layers that are counted, first ones first; without it all. */
  @property({ type: Number }) layers?: number;

  /** The row that is read out: 0 is the middle one, −1 the one above it. */
  @property({ type: Number }) row = 0;

  @state() private stacks: readonly [Rates, Rates] = [readRates('2 2 2'), readRates('1 2 3')];
  /** CSS pixels for a map. */
  @state() private room = 320;

  constructor() {
    super();
    watchSize(this, () => this.measure());
  }

  /** Dilation rates of the stack, first layer first: `2 2 2`. What is no rate stays and is explained in its place. */
  @property()
  get rates(): string {
    return writeRates(this.stacks[0]);
  }

  set rates(line: string | null) {
    this.stacks = [readRates(line ?? ''), this.stacks[1]];
  }

  /** Dilation rates of the stack beside it; empty for none. */
  @property()
  get against(): string {
    return writeRates(this.stacks[1]);
  }

  set against(line: string | null) {
    this.stacks = [this.stacks[0], readRates(line ?? '')];
  }

  /** Why a layer of the first stack cannot be, `stage` is the layer from 0; or the kernel, −1. */
  get problems(): readonly Problem[] {
    const { problem } = readKernel(this.kernel);
    return [...(problem ? [problem] : []), ...rateProblems(this.stacks[0])];
  }

  protected override updated(): void {
    const { panels } = this;
    const { theme } = this.surroundings;
    if (!theme) return;
    const most = mostOf(panels.map(({ whole }) => whole));
    for (const panel of panels) {
      const { stack, counted } = panel;
      const canvas = this.renderRoot.querySelector<HTMLCanvasElement>(`[data-stack="${stack}"] canvas`);
      if (!canvas) continue;
      const layout = this.layoutOf(panel, panels);
      canvas.style.setProperty('inline-size', `${layout.side}px`);
      drawMap(canvas, {
        touched: counted,
        layout,
        most,
        row: this.rowOf(counted),
        theme,
        density: Math.min(devicePixelRatio || 1, 3),
      });
    }
  }

  private measure(): void {
    const map = this.renderRoot.querySelector('[part="map"]');
    if (map) this.room = Math.max(Math.floor(map.clientWidth), 160);
  }

  private get panels(): readonly Panel[] {
    const { kernel } = readKernel(this.kernel);
    const shown = this.stacks.filter((rates, index) => index === 0 || rates.length > 0);
    return shown.map((rates, index) => {
      const specs = specsOf(rates, kernel);
      const [whole, counted] = [specs.length, this.counted].map((layers) => touchedAfter(specs, layers));
      return { stack: index === 0 ? 1 : 2, rates, whole, counted };
    });
  }

  /** Layers that are counted, of the longer stack. */
  private get counted(): number {
    const all = Math.min(Math.max(...this.stacks.map((rates) => rates.length)), limits.layers);
    const wanted = Math.trunc(this.layers ?? all);
    return Number.isFinite(wanted) ? Math.min(Math.max(wanted, 0), all) : all;
  }

  private layoutOf({ whole, counted }: Panel, panels: readonly Panel[]): MapLayout {
    return layOutMap(
      counted.size,
      whole.size,
      Math.max(...panels.map((panel) => panel.whole.size)),
      this.room,
    );
  }

  /** The chosen row of a field, from 0. */
  private rowOf({ size }: Touched): number {
    return Math.trunc(this.row || 0) + ((size - 1) >> 1);
  }

  private change(stack: 1 | 2, rates: Rates): void {
    this.stacks = stack === 1 ? [rates, this.stacks[1]] : [this.stacks[0], rates];
    this.layers = undefined;
    this.tell();
  }

  private count(layers: number): void {
    const { counted } = this;
    this.layers = layers;
    this.layers = this.counted;
    if (this.layers !== counted) this.tell();
  }

  private choose(row: number, { size }: Touched): void {
    const chosen = Math.min(Math.max(row, 0), size - 1) - ((size - 1) >> 1);
    if (chosen === this.row) return;
    this.row = chosen;
    this.tell();
  }

  private press(event: KeyboardEvent, touched: Touched): void {
    if (event.altKey || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const row = this.rowOf(touched);
    const acts: Readonly<Record<string, () => void>> = {
      ArrowUp: () => this.choose(row - 1, touched),
      ArrowDown: () => this.choose(row + 1, touched),
      Home: () => this.choose(0, touched),
      End: () => this.choose(Infinity, touched),
      ArrowLeft: () => this.count(this.counted - 1),
      ArrowRight: () => this.count(this.counted + 1),
    };
    if (!Object.hasOwn(acts, event.key)) return;
    acts[event.key]();
    event.preventDefault();
    event.stopPropagation();
  }

  private renderControls(): TemplateResult {
    const { surroundings: around, counted } = this;
    const { kernel, problem } = readKernel(this.kernel);
    const [least, largest] = limits.kernel;
    const sizes = Array.from({ length: largest - least + 1 }, (_, i) => least + i);
    const most = Math.min(Math.max(...this.stacks.map((rates) => rates.length)), limits.layers);
    const steps = Array.from({ length: most + 1 }, (_, layers) => layers);
    return html`<div class="controls" part="controls">
      <div class="dial">
        <span aria-hidden="true">${around.say('gridding.kernel')}</span>
        ${renderSegments({
          name: 'kernel',
          label: around.say('gridding.kernel'),
          options: sizes.map((size) => ({
            value: `${size}`,
            label: around.say('gridding.kernel.size', { size }),
          })),
          value: `${kernel}`,
          choose: (size) => {
            this.kernel = size;
            this.tell();
          },
        })}
      </div>
      <div class="dial">
        <span aria-hidden="true">${around.say('gridding.layers')}</span>
        ${renderSegments({
          name: 'layers',
          label: around.say('gridding.layers'),
          options: steps.map((layers) => ({ value: `${layers}`, label: `${layers}` })),
          value: `${counted}`,
          choose: (layers) => this.count(Number(layers)),
        })}
      </div>
      ${problem ? html`<p class="status" role="alert">${problemSentence(around.language, problem)}</p>` : nothing}
    </div>`;
  }

  private renderPanel(panel: Panel, panels: readonly Panel[]): TemplateResult {
    const { stack, rates, counted } = panel;
    const { surroundings: around } = this;
    const { kernel } = readKernel(this.kernel);
    const sentence = griddingSentence(around.language, counted, rates, kernel);
    const point = (event: PointerEvent): void => {
      const box = (event.currentTarget as Element).getBoundingClientRect();
      const layout = this.layoutOf(panel, panels);
      const pixel = pixelAt(layout, counted.size, event.clientX - box.left, event.clientY - box.top);
      if (pixel) this.choose(pixel.row, counted);
    };
    return html`<section part="panel" data-stack=${stack} aria-label=${around.say(`gridding.stack.${stack}`)}>
      ${renderRates({
        stack,
        rates,
        problems: rateProblems(rates),
        around,
        change: (changed) => this.change(stack, changed),
      })}
      ${renderFacts(counted, around.say)}
      <div
        part="map"
        tabindex="0"
        role="group"
        aria-label=${sentence}
        aria-description=${around.say('gridding.keys')}
        @keydown=${(event: KeyboardEvent) => this.press(event, counted)}
      >
        <canvas role="presentation" @pointermove=${point} @pointerdown=${point}></canvas>
      </div>
      <p class="sentence" part="sentence">${sentence}</p>
      <div class="visually-hidden" role="status" aria-live="polite">
        ${sentence} ${rowSentence(counted, this.rowOf(counted), around.say)}
      </div>
      ${renderRow(counted, this.rowOf(counted), around.say)}
    </section>`;
  }

  override render(): TemplateResult {
    const { surroundings: around, panels } = this;
    return html`<div class="lab" role="group" aria-label=${around.say('gridding.label')}>
      <p class="lead">${around.say('gridding.lead')}</p>
      ${this.renderControls()}
      ${renderLegend(
        panels.map(({ whole }) => whole),
        around,
      )}
      <div class="panels">${panels.map((panel) => this.renderPanel(panel, panels))}</div>
    </div>`;
  }
}
