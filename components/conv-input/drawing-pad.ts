import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { ref, createRef } from 'lit/directives/ref.js';
import type { Tensor } from '../../src/math/types.js';
import { formatNumber } from '../../src/words/numbers.js';
import type { SessionController } from '../shared/session-controller.js';
import { cleared, firstImage, lineOfCells, padSide, painted, type PadCell } from './pad-image.js';
import { drawPreview } from './preview.js';

/** Pixels of the canvas a cell, so that the cursor can be drawn around it. */
const cellPixels = 12;

/**
 * A sheet of the input's size to draw on, by pointer or by keys. It shows the session's input, and gives it a new one
 * after each stroke, which is one entry of the history.
 */
export class DrawingPad implements ReactiveController {
  open = false;
  private readonly host: ReactiveControllerHost;
  private readonly lab: SessionController;
  private readonly use: (image: Tensor) => void;
  private readonly canvas = createRef<HTMLCanvasElement>();
  /** The image with the stroke in hand; null: the session's input. */
  private stroke: Tensor | null = null;
  private last: PadCell | null = null;
  private cursor: PadCell = [0, 0];
  private brush: number | null = null;
  private erasing = false;
  private channel: number | null = null;
  private said = '';

  constructor(host: ReactiveControllerHost, lab: SessionController, use: (image: Tensor) => void) {
    this.host = host;
    this.lab = lab;
    this.use = use;
    host.addController(this);
  }

  hostUpdated(): void {
    const { value: canvas } = this.canvas;
    const image = this.image();
    if (canvas && image) this.draw(canvas, image);
  }

  hostDisconnected(): void {
    this.stroke = null;
    this.last = null;
  }

  toggle(): void {
    this.open = !this.open;
    this.said = '';
    this.host.requestUpdate();
  }

  private image(): Tensor | null {
    const input = this.lab.session?.moment?.stages[0].input;
    return this.stroke ?? (input ? firstImage(input) : null);
  }

  /** One where nothing was chosen: the largest value that is there, so that a stroke shows beside it. */
  private brushOver(image: Tensor): number {
    return this.brush ?? (image.data.reduce((most, value) => Math.max(most, value), 0) || 1);
  }

  /** The chosen channel, where the input has it. */
  private channelOf({ shape }: Tensor): number | null {
    return this.channel !== null && this.channel < shape[2] ? this.channel : null;
  }

  private paint(cells: readonly PadCell[], value: number | null = null): void {
    const image = this.image();
    if (!image) return;
    const ink = value ?? (this.erasing ? 0 : this.brushOver(image));
    this.stroke = painted(image, cells, this.channelOf(image), ink);
    this.host.requestUpdate();
  }

  /** Ends a stroke. */
  private give(): void {
    const { stroke } = this;
    this.stroke = null;
    this.last = null;
    if (stroke) this.use(stroke);
  }

  private cellAt(event: PointerEvent): PadCell {
    const canvas = event.currentTarget as HTMLCanvasElement;
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const [rows, columns] = [canvas.height / cellPixels, canvas.width / cellPixels];
    return [
      Math.floor(((event.clientY - top) / height) * rows),
      Math.floor(((event.clientX - left) / width) * columns),
    ];
  }

  private readonly onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLCanvasElement).setPointerCapture(event.pointerId);
    this.last = this.cellAt(event);
    this.cursor = this.last;
    this.paint([this.last]);
  };

  private readonly onPointerMove = (event: PointerEvent): void => {
    if (!this.last) return;
    const cell = this.cellAt(event);
    this.paint(lineOfCells(this.last, cell));
    this.last = cell;
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const image = this.image();
    if (!image || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (step) {
      const [rows, columns] = image.shape;
      this.cursor = [clamp(this.cursor[0] + step[0], rows), clamp(this.cursor[1] + step[1], columns)];
    } else if (event.key === ' ' || event.key === 'Enter') this.paint([this.cursor]);
    else if (event.key === 'Delete' || event.key === 'Backspace') this.paint([this.cursor], 0);
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.tell(this.image() ?? image);
    this.give();
    this.host.requestUpdate();
  };

  private tell({ shape, data }: Tensor): void {
    const [row, column] = this.cursor;
    const first = (row * shape[1] + column) * shape[2];
    const decimals = this.lab.session?.moment?.stages[0].decimals;
    const values = Array.from(data.subarray(first, first + shape[2]), (value) =>
      formatNumber(value, { decimals }),
    );
    this.said = this.lab.say('pad.at', { row: row + 1, column: column + 1, values: values.join(', ') });
  }

  private draw(canvas: HTMLCanvasElement, image: Tensor): void {
    const [rows, columns] = image.shape;
    const small = document.createElement('canvas');
    const channel = this.channelOf(image);
    drawPreview(small, { shape: [1, ...image.shape], data: image.data }, channel);
    Object.assign(canvas, { width: columns * cellPixels, height: rows * cellPixels });
    const context = canvas.getContext('2d');
    if (!context) return;
    context.imageSmoothingEnabled = false;
    context.drawImage(small, 0, 0, canvas.width, canvas.height);
    const [row, column] = [clamp(this.cursor[0], rows), clamp(this.cursor[1], columns)];
    // Two rings, so that one of them shows on any cell.
    for (const [colour, inset] of [
      ['black', 0.5],
      ['white', 1.5],
    ] as const) {
      const side = cellPixels - 2 * inset;
      context.strokeStyle = colour;
      context.strokeRect(column * cellPixels + inset, row * cellPixels + inset, side, side);
    }
  }

  render(): TemplateResult | typeof nothing {
    const image = this.image();
    if (!this.open || !image) return nothing;
    const [rows, columns] = image.shape;
    const { lab } = this;
    if (Math.max(rows, columns) > padSide) {
      return html`<p class="help">${lab.say('pad.too-large', { most: padSide, rows, columns })}</p>`;
    }
    return html`<div class="pad">
      <canvas
        ${ref(this.canvas)}
        tabindex="0"
        role="application"
        aria-label=${lab.say('pad.label', { rows, columns })}
        aria-describedby="pad-keys"
        @pointerdown=${this.onPointerDown}
        @pointermove=${this.onPointerMove}
        @pointerup=${() => this.give()}
        @pointercancel=${() => this.give()}
        @keydown=${this.onKey}
      ></canvas>
      ${this.renderTools(image)}
      <p class="help" id="pad-keys">${lab.say('pad.keys')}</p>
      <div class="visually-hidden" aria-live="polite">${this.said}</div>
    </div>`;
  }

  private renderTools(image: Tensor): TemplateResult {
    const { lab } = this;
    const channels = image.shape[2];
    const chosen = this.channelOf(image);
    return html`<div class="random">
      <label
        >${lab.say('pad.brush')}
        <input
          type="number"
          step="any"
          .value=${String(this.brushOver(image))}
          @change=${(event: Event) => {
            const value = Math.fround((event.target as HTMLInputElement).valueAsNumber);
            if (Number.isFinite(value)) this.brush = value;
            this.host.requestUpdate();
          }}
        />
      </label>
      <button
        aria-pressed=${this.erasing}
        @click=${() => {
          this.erasing = !this.erasing;
          this.host.requestUpdate();
        }}
      >
        ${lab.say('pad.erase')}
      </button>
      <button @click=${() => this.use(cleared(image, chosen))}>${lab.say('pad.clear')}</button>
      ${channels > 1 ? this.renderChannels(channels, chosen) : nothing}
    </div>`;
  }

  private renderChannels(channels: number, chosen: number | null): TemplateResult {
    const { lab } = this;
    return html`<label
      >${lab.say('pad.channel')}
      <select
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          this.channel = value === '' ? null : Number(value);
          this.host.requestUpdate();
        }}
      >
        <option value="" ?selected=${chosen === null}>${lab.say('pad.all')}</option>
        ${Array.from(
          { length: channels },
          (_, channel) =>
            html`<option value=${channel} ?selected=${channel === chosen}>
              ${lab.say('input.channel', { channel: channel + 1 })}
            </option>`,
        )}
      </select>
    </label>`;
  }
}

const steps: Readonly<Record<string, PadCell | undefined>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function clamp(place: number, size: number): number {
  return Math.min(Math.max(place, 0), size - 1);
}
