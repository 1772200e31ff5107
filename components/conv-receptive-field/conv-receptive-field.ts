import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ReceptiveField } from '../../src/math/receptive-field.js';
import type { Pair, Problem } from '../../src/math/types.js';
import { fieldOf, litGrids } from '../../src/views/receptive-field/cells.js';
import { readStack, writeStack, type LayerDraft } from '../../src/views/receptive-field/drafts.js';
import { stackPresets, type StackPreset } from '../../src/views/receptive-field/presets.js';
import { layerName, sizeText, stackSentence } from '../../src/views/receptive-field/sentence.js';
import {
  layOutSheets,
  outlineIn,
  type Box,
  type SheetPicture,
} from '../../src/views/receptive-field/sheets.js';
import { firstLayers, outputOf, understand, type Stack } from '../../src/views/receptive-field/stack.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { receptiveFieldEn } from '../../src/words/parts/receptive-field.js';
import { settingsEn } from '../../src/words/parts/settings.js';
import { teach } from '../../src/words/say.js';
import { statusStyles } from '../shared/status.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { Laboratory } from '../shared/laboratory.js';
import { themeStyles } from '../shared/theme.js';
import { watchSize } from '../shared/watch-size.js';
import { renderEditor, type FocusAfter } from './editor.js';
import { cellAfterKey, depthAfterKey } from './keys.js';
import { cellUnder, growPicture, renderPicture } from './picture.js';
import { receptiveFieldStyles } from './styles.js';
import { tableStyles } from './table-styles.js';
import { renderTable } from './table.js';

teach(receptiveFieldEn);

teach(settingsEn);

/**
 * What one output of a stack of layers sees of the input: field, jump and start after every layer, and the grids as sheets
 * above each other with exactly the cells lit that feed the chosen output. The stack is a line such as `3 3/2 3d2`: layers are
 * parted by spaces; `3x5` is 3 rows × 5 columns, `/2` the stride, `d2` the dilation rate, `p1` the padding (also `p1x0`,
 * `p0,1,0,1` for top, bottom, left, right, or `same`), `+1` the output padding; `pool2` is a pooling layer, `t4/2p1` a
 * transposed convolution. What cannot be understood stays in its field and is explained there.
 *
 * @tag conv-receptive-field
 * @summary How the receptive field of a stack of layers grows.
 * @event {Event} change - A person changed the stack or the input, chose an output, or showed more or fewer layers.
 * @csspart presets - The ready-made stacks.
 * @csspart editor - The list of the layers.
 * @csspart table - The numbers of every layer.
 * @csspart picture - The sheets, which take the keyboard's focus.
 * @csspart sentence - The sentence that says it all.
 * @cssproperty --conv-input-color - Lit cells of the input.
 * @cssproperty --conv-output-color - The chosen output.
 */
export class ConvReceptiveField extends Laboratory {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    controlStyles,
    statusStyles,
    receptiveFieldStyles,
    tableStyles,
  ];

  /** Rows and columns of the input, `32` or `32x48`; without it one is chosen in which some fields lie whole. */
  @property() input = '';

  /** Layers that the picture shows, first ones first; without it all. 0 is the input alone. */
  @property({ type: Number }) depth?: number;

  /** Row of the chosen output, from 0; without it the middle one. What is out of range is clamped. */
  @property({ type: Number }) row?: number;

  /** Column of the chosen output, from 0; without it the middle one. What is out of range is clamped. */
  @property({ type: Number }) column?: number;

  @state() private layers: readonly LayerDraft[] = readStack(stackPresets[0].stack);
  /** Pixels for the picture, and of a line of text in it. */
  @state() private room = 320;
  @state() private line = 24;

  private understood: Stack = understand(this.layers);
  /** The layers in the picture. */
  private shown: Stack = this.understood;
  private picture: SheetPicture | null = null;
  /** Of the field in the picture. */
  private outline: Box | null = null;
  private focusAfter: FocusAfter | null = null;
  /** Layers in the picture before this update, and where its outline was. */
  private drawnBefore: { readonly layers: number; readonly outline: Box | null } = {
    layers: 0,
    outline: null,
  };

  constructor() {
    super();
    watchSize(this, () => this.measure());
  }

  /** The layers as one line, e.g. `3 3/2 3d2`; see the description of the element. */
  @property()
  get stack(): string {
    return writeStack(this.layers);
  }

  set stack(line: string | null) {
    this.layers = readStack(line ?? '');
  }

  /** Why a layer cannot be: `stage` is the layer from 0, −1 the input. The layers before it are shown. */
  get problems(): readonly Problem[] {
    return understand(this.layers, this.input).problems;
  }

  /** Field, jump, start and coverage of the stack, as `receptiveField` of the core gives them. */
  get field(): ReceptiveField {
    return understand(this.layers, this.input).field;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('layers') || changed.has('input')) this.understood = understand(this.layers, this.input);
    const { length } = this.understood.layers;
    this.shown = firstLayers(this.understood, clamp(this.depth ?? length, 0, length));
    this.drawnBefore = { layers: this.picture?.sheets.at(-1)?.level ?? 0, outline: this.outline };
  }

  protected override updated(): void {
    if (this.focusAfter) this.renderRoot.querySelector<HTMLElement>(this.focusAfter)?.focus();
    this.focusAfter = null;
    const drawn = this.renderRoot.querySelector('svg');
    const grown = this.shown.layers.length > this.drawnBefore.layers && this.drawnBefore.layers > 0;
    if (drawn && grown && !this.surroundings.reducedMotion)
      growPicture(drawn, this.drawnBefore.outline, this.outline);
  }

  private measure(): void {
    const stage = this.renderRoot.querySelector('[part="picture"]');
    if (stage) this.room = Math.max(Math.floor(stage.clientWidth), 160);
    this.line = 1.5 * (parseFloat(getComputedStyle(this).fontSize) || 16);
  }

  private cellOf(stack: Stack): Pair {
    const [rows, columns] = outputOf(stack);
    const near = (wanted: number | undefined, cells: number): number =>
      clamp(wanted ?? (cells - 1) >> 1, 0, cells - 1);
    return [near(this.row, rows), near(this.column, columns)];
  }

  private change(layers: readonly LayerDraft[], focus: FocusAfter | null = null): void {
    this.layers = layers;
    this.depth = undefined;
    this.focusAfter = focus;
    this.tell();
  }

  private choose({ stack, input }: StackPreset): void {
    this.input = input;
    this.row = this.column = undefined;
    this.change(readStack(stack));
  }

  private show(layers: number): void {
    this.depth = layers === this.understood.layers.length ? undefined : layers;
    this.tell();
  }

  private point([row, column]: Pair): void {
    const [oldRow, oldColumn] = this.cellOf(this.shown);
    if (row === oldRow && column === oldColumn) return;
    [this.row, this.column] = [row, column];
    this.tell();
  }

  private press(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const { shown } = this;
    const depth = depthAfterKey(event.key, shown.layers.length, this.understood.layers.length);
    const cell = cellAfterKey(event.key, this.cellOf(shown), outputOf(shown));
    if (depth === null && cell === null) return;
    if (depth !== null) this.show(depth);
    if (cell) this.point(cell);
    event.preventDefault();
    event.stopPropagation();
  }

  private renderPresets(): TemplateResult {
    const { surroundings: around } = this;
    const isChosen = ({ stack, input }: StackPreset): boolean => stack === this.stack && input === this.input;
    return html`<div
      class="presets"
      part="presets"
      role="group"
      aria-label=${around.say('receptive-field.presets')}
    >
      ${stackPresets.map(
        (preset) =>
          html`<button
            aria-pressed=${isChosen(preset) ? 'true' : 'false'}
            @click=${() => this.choose(preset)}
          >
            ${around.say(preset.words)}
          </button>`,
      )}
    </div>`;
  }

  private renderLines(): TemplateResult {
    const { surroundings: around, understood } = this;
    const wrong = understood.problems.filter(({ stage }) => stage === -1);
    const typed = (event: Event): string => (event.target as HTMLInputElement).value;
    return html`<div class="lines">
      <label class="text">
        <span class="name">${around.say('receptive-field.text')}</span>
        <input
          type="text"
          autocomplete="off"
          spellcheck="false"
          data-does="text"
          .value=${this.stack}
          aria-describedby="text-help"
          @change=${(event: Event) => this.change(readStack(typed(event)))}
        />
      </label>
      <label class="size">
        <span class="name">${around.say('receptive-field.input')}</span>
        <input
          type="text"
          autocomplete="off"
          spellcheck="false"
          data-does="input"
          title=${around.say('receptive-field.input.name')}
          aria-invalid=${wrong.length > 0 ? 'true' : nothing}
          aria-describedby=${wrong.length > 0 ? 'problem-input' : nothing}
          placeholder=${around.say('receptive-field.input.auto', { size: understood.input.join(' × ') })}
          .value=${this.input}
          @change=${(event: Event) => {
            this.input = typed(event);
            this.tell();
          }}
        />
      </label>
      <p class="note" id="text-help">${around.say('receptive-field.text.help')}</p>
      ${wrong.map((each) => html`<p class="status" id="problem-input">${problemSentence(around.language, each)}</p>`)}
    </div>`;
  }

  private nameOf(level: number): string {
    const { language, say } = this.surroundings;
    const { input, stages, layers, kinds } = this.understood;
    if (level === 0) {
      const field = sizeText(language, this.shown.field.size);
      return say('receptive-field.sheet.input', { size: sizeText(language, input), field });
    }
    return say('receptive-field.sheet', {
      layer: level,
      name: layerName(language, stages[level - 1], kinds[level - 1]),
      size: sizeText(language, layers[level - 1].output),
    });
  }

  private renderStage(shown: Stack): TemplateResult {
    const { surroundings: around, room, line } = this;
    const cell = this.cellOf(shown);
    const grids = litGrids(shown.stages, cell);
    const sentence = stackSentence(around.language, shown, cell, grids[0]);
    const sheets = Math.min(grids.length, 8);
    const height = Math.min(Math.max((0.6 + 0.13 * sheets) * room, 16 * line), 20 * line);
    const picture = layOutSheets(shown.input, shown.stages, grids, { width: room, height, line });
    const outline = grids.length > 1 ? outlineIn(picture, fieldOf(shown.stages, cell)) : null;
    [this.picture, this.outline] = [picture, outline?.box ?? null];
    const all = shown.layers.length + 1;
    return html`<div class="stage">
      <div
        part="picture"
        tabindex="0"
        role="group"
        aria-label=${sentence}
        aria-description=${around.say('receptive-field.keys')}
        @keydown=${(event: KeyboardEvent) => this.press(event)}
        @pointermove=${(event: PointerEvent) => this.follow(event, picture)}
        @pointerdown=${(event: PointerEvent) => this.follow(event, picture)}
      >
        ${renderPicture({
          picture,
          outline,
          nameOf: (level) => this.nameOf(level),
        })}
      </div>
      <p class="sentence" part="sentence">${sentence}</p>
      <p class="legend">
        <span>${around.say('receptive-field.hint')}</span>
        <span class="key lit">${around.say('receptive-field.legend.lit')}</span>
        <span class="key field">${around.say('receptive-field.legend.field')}</span>
        <span class="key padding">${around.say('receptive-field.legend.padding')}</span>
        ${
          picture.sheets.length < all
            ? html`<span
                >${around.say('receptive-field.hidden', { shown: picture.sheets.length, all })}</span
              >`
            : nothing
        }
      </p>
      <div class="visually-hidden" role="status" aria-live="polite">${sentence}</div>
    </div>`;
  }

  private follow(event: PointerEvent, picture: SheetPicture): void {
    const drawn = (event.currentTarget as Element).querySelector('svg');
    const cell = drawn && cellUnder(drawn, picture, event);
    if (cell) this.point(cell);
  }

  override render(): TemplateResult {
    const { surroundings: around, understood, shown } = this;
    const wrong = understood.problems.filter(({ stage }) => stage >= 0);
    const stays = wrong.length > 0 && understood.layers.length < this.layers.length;
    return html`<div class="lab" role="group" aria-label=${around.say('receptive-field.label')}>
      ${this.renderPresets()} ${this.renderStage(shown)}
      <div class="work">
        ${renderEditor(this.layers, {
          problems: wrong,
          around,
          change: (layers, focus) => this.change(layers, focus),
        })}
        ${this.renderLines()}
        ${
          stays
            ? html`<p class="status" role="alert">
                ${around.say('receptive-field.stays', { layer: understood.layers.length + 1 })}
              </p>`
            : nothing
        }
      </div>
      ${renderTable(understood, {
        shown: shown.layers.length,
        around,
        show: (layers) => this.show(layers),
      })}
    </div>`;
  }
}

function clamp(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), least), most) : most;
}
