import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  blockNamed,
  blocks,
  understoodBlock,
  type Block,
  type BlockSettings,
  type UnderstoodBlock,
} from '../../src/blocks/index.js';
import type { Tensor } from '../../src/math/types.js';
import type { ViewIntent } from '../../src/timeline/types.js';
import { shortName } from '../../src/views/blocks/row-words.js';
import { readKnobs, writeKnobs } from '../../src/views/networks/knobs.js';
import { outputText } from '../../src/views/networks/row-text.js';
import { paletteRamp } from '../../src/views/palette.js';
import { isWide, placesOf, type BlockPlaces } from '../../src/views/scene/block/layout.js';
import { cellsOf, type BlockShown } from '../../src/views/scene/block/setting.js';
import type { Cells } from '../../src/views/scene/pictured.js';
import type { CameraPreset } from '../../src/views/scene/panes.js';
import { formatNumber } from '../../src/words/numbers.js';
import { blockEn } from '../../src/words/parts/block.js';
import { networkEn } from '../../src/words/parts/network.js';
import { networkNotesEn } from '../../src/words/parts/network-notes.js';
import { teach } from '../../src/words/say.js';
import { labelStyles } from '../conv-scene/styles.js';
import { wholeOf, wordOf } from '../shared/converters.js';
import { Laboratory } from '../shared/laboratory.js';
import { LayerFigure } from '../shared/layer-figure.js';
import { renderRamp } from '../shared/ramp.js';
import { segmentedStyles } from '../shared/segmented.js';
import { renderNotice, statusStyles } from '../shared/status.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { blockViews, renderControls, type BlockView } from './controls.js';
import { renderCost } from './cost.js';
import { renderRow, rowTitle } from './row-details.js';
import { renderRowList } from './row-list.js';
import { blockName, renderSettings, type KnobValue } from './settings.js';
import { BlockStage } from './stage.js';
import { blockStyles, rowStyles } from './styles.js';
import { BlockWork } from './work.js';

teach(networkEn);
teach(networkNotesEn);
teach(blockEn);

const blockIds = blocks.map(({ id }) => id);
const usualBlock = 'inverted-residual';
const cameras: Readonly<Record<BlockView, CameraPreset>> = {
  whole: 'overview',
  row: 'kernel',
  front: 'front',
};
/** Milliseconds that a row is in hand while the block plays. */
const rowTime = 1600;
/** Pixels of a drag that a press of a button amounts to. */
const turnStep = 60;
const mostSeeds = 9999;
const rampSteps = 9;

/**
 * A block of a known network on real numbers: every row's output stands as cells in three dimensions, computed by the engine and by
 * plain stages, and can be walked row by row. Its knobs are those of its paper; what it costs is counted in the paper's size.
 *
 * @tag conv-block
 * @summary A block of a network in three dimensions, row by row.
 * @dependency conv-figure
 * @event {Event} change - A person chose a block, a row, a view or other numbers, or turned a knob.
 * @csspart settings - The choice of the block and its knobs.
 * @csspart stage - The picture, which takes the keyboard's focus.
 * @csspart controls - The buttons below the picture.
 * @csspart row - What the row in hand does.
 * @csspart curve - The function of an activation.
 * @csspart list - All rows.
 * @csspart cost - What the block costs.
 * @csspart figure - The layer of the row in hand in the figure.
 * @cssproperty --conv-scene-height - Height of the picture.
 */
export class ConvBlock extends Laboratory {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    controlStyles,
    segmentedStyles,
    statusStyles,
    labelStyles,
    blockStyles,
    rowStyles,
  ];

  /**
   * `inception`, `five-by-five`, `to-separable`, `xception`, `mobilenet-v1`, `inverted-residual`, `bneck`, `bottleneck` or
   * `head`.
   */
  @property({ converter: wordOf<string>(blockIds, usualBlock) }) block = usualBlock;

  /** Knobs that are turned, e.g. `stride=2 expansion=4`. */
  @property() knobs = '';

  /** Name of the row in hand; without it the last one, and the whole block is filled. */
  @property() row = '';

  /** `whole`: the block; `row`: the row in hand and what it reads; `front`: flat. Empty: what fits the width. */
  @property({ converter: wordOf<BlockView | ''>([...blockViews, ''], '') }) view: BlockView | '' = '';

  /** Of the numbers, 1 to 9999. */
  @property({ converter: wholeOf(1, mostSeeds, 1) }) seed = 1;

  @state() private pointed: ViewIntent | null = null;
  @state() private isPlaying = false;
  private understood: UnderstoodBlock | null = null;
  private places: BlockPlaces | null = null;
  private cells: { readonly outputs: readonly Tensor[]; readonly each: readonly Cells[] } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly work = new BlockWork(this);
  private readonly stage = new BlockStage(this, {
    point: (intent) => this.point(intent),
    key: (event) => this.press(event),
  });
  private readonly figure = new LayerFigure(this);

  /** The block as it is set: its rows in both sizes, and what they cost. */
  get model(): UnderstoodBlock {
    return (this.understood ??= understoodBlock(this.recipe, this.settings));
  }

  /** The output of each row, [1, H, W, C]; null until the engine has answered. */
  get outputs(): readonly Tensor[] | null {
    return this.work.outputs;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('block') || changed.has('knobs')) {
      [this.understood, this.places, this.pointed] = [null, null, null];
    }
    this.work.ask(this.model.rows, this.seed);
  }

  protected override updated(): void {
    const { theme, reducedMotion, say } = this.surroundings;
    this.stage.draw({
      shown: this.shown,
      theme,
      reducedMotion,
      camera: this.view === '' ? null : cameras[this.view],
      nameOf: (index, lines) => {
        const row = this.model.rows[index];
        const parts = row ? [`${index + 1} ${shortName(row, say)}`, outputText(row.output)] : [];
        return parts.join(lines === 1 ? ', ' : '\n');
      },
    });
  }

  private get recipe(): Block {
    return blockNamed(this.block) ?? blocks[0];
  }

  /** Of what the knobs say, what they offer. */
  private get settings(): BlockSettings {
    const read = readKnobs(this.recipe, this.knobs);
    const offered = this.recipe.knobs.filter(({ name, choices }) => choices.includes(read[name]));
    return Object.fromEntries(offered.map(({ name }) => [name, read[name]]));
  }

  /** Index of the row in hand. */
  private get hand(): number {
    const { rows } = this.model;
    const index = rows.findIndex(({ name }) => name === this.row);
    return index < 0 ? rows.length - 1 : index;
  }

  private get shown(): BlockShown | null {
    const { outputs } = this.work;
    if (!outputs) return null;
    return {
      places: this.standing,
      stages: this.cellsNow,
      frame: { stage: this.hand },
      pointed: this.pointed,
    };
  }

  private get standing(): BlockPlaces {
    return (this.places ??= placesOf(this.model.rows));
  }

  /** Of each row that has its numbers. */
  private get cellsNow(): readonly Cells[] {
    const { outputs } = this.work;
    if (!outputs) return [];
    if (this.cells?.outputs !== outputs) this.cells = { outputs, each: outputs.map(cellsOf) };
    return this.cells.each;
  }

  private choose(id: string): void {
    this.pause();
    [this.block, this.knobs, this.row] = [id, '', ''];
    this.tell();
  }

  private turn(name: string, value: KnobValue): void {
    this.pause();
    this.knobs = writeKnobs(this.recipe, { ...this.settings, [name]: value });
    this.tell();
  }

  private take(index: number): void {
    const { rows } = this.model;
    this.row = rows[Math.min(Math.max(index, 0), rows.length - 1)].name;
    this.tell();
  }

  private step(by: number): void {
    this.pause();
    this.take(this.hand + by);
  }

  /** From the first row where the last one is in hand. */
  private play(): void {
    if (this.isPlaying) {
      this.pause();
      return;
    }
    const last = this.model.rows.length - 1;
    if (this.hand === last) this.take(0);
    this.isPlaying = true;
    const next = (): void => {
      this.take(this.hand + 1);
      if (this.hand === last) this.pause();
      else this.timer = setTimeout(next, rowTime);
    };
    this.timer = setTimeout(next, rowTime);
  }

  private pause(): void {
    clearTimeout(this.timer);
    this.isPlaying = false;
  }

  private point(intent: ViewIntent | null): void {
    this.pointed = intent;
    if (intent?.kind === 'pin') {
      this.pause();
      this.take(intent.stage);
    }
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const last = this.model.rows.length - 1;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => this.step(-1),
      ArrowRight: () => this.step(1),
      Home: () => this.step(-this.hand),
      End: () => this.step(last - this.hand),
      ' ': () => this.play(),
    };
    const act = actions[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  private get viewNow(): BlockView {
    const { camera } = this.stage;
    return this.view || (blockViews.find((view) => cameras[view] === camera) ?? 'whole');
  }

  private look(view: BlockView): void {
    this.view = view;
    this.tell();
  }

  private drawOthers(): void {
    this.seed = (this.seed % mostSeeds) + 1;
    this.tell();
  }

  private renderPicture(): TemplateResult {
    const { surroundings: around, model, hand, work } = this;
    const { say } = around;
    const label = say('block.picture', {
      name: blockName(this.recipe.id, say),
      sentence: rowTitle(model, hand, around),
    });
    const waiting = work.outputs || work.failure !== '' ? '' : say('block.waiting');
    return html`<div class="picture">
      ${this.stage.render({ label, keys: say('block.picture.keys'), waiting, isFlat: isWide(this.standing) })}
      ${this.renderCell()}
      ${renderControls({
        around,
        hand,
        rows: model.rows.length,
        isPlaying: this.isPlaying,
        view: this.viewNow,
        step: (by) => this.step(by),
        play: () => this.play(),
        look: (view) => this.look(view),
        turn: (direction) => this.stage.turn(direction * turnStep),
        reset: () => this.stage.reset(),
        others: () => this.drawOthers(),
      })}
    </div>`;
  }

  /** The number of the cell that is pointed at, and what colours mean. */
  private renderCell(): TemplateResult {
    const { say, theme } = this.surroundings;
    const range = this.cellsNow[this.hand]?.ranges.output;
    const ends = range === undefined ? null : [-range, range].map((end) => formatNumber(end, { digits: 3 }));
    return html`<div class="cell">
      <span data-cell>${this.cellSentence()}</span>
      ${
        ends && theme
          ? html`<span class="scale">
              ${say('block.scale')} ${ends[0]} ${renderRamp(paletteRamp(theme, rampSteps))} ${ends[1]}
            </span>`
          : nothing
      }
    </div>`;
  }

  private cellSentence(): string {
    const { say } = this.surroundings;
    const { pointed, outputs } = this;
    const output = pointed && outputs?.[pointed.stage];
    if (!output) return say('block.cell.none');
    const [, row, column, channel] = pointed.index;
    const [, height, width, channels] = output.shape;
    const value = formatNumber(output.data[(row * width + column) * channels + channel]);
    const isList = height * width === 1;
    return say(isList ? 'block.cell.list' : 'block.cell', {
      ...{ row: row + 1, column: column + 1, channel: channel + 1 },
      value,
    });
  }

  override render(): TemplateResult {
    const { surroundings: around, model, hand, work, recipe } = this;
    const { say } = around;
    const paper = model.paper[hand];
    return html`<div class="lab laboratory" role="group" aria-label=${say('block.label')}>
      ${renderSettings({
        block: recipe,
        settings: this.settings,
        around,
        choose: (id) => this.choose(id),
        turn: (name, value) => this.turn(name, value),
      })}
      <p class="about">
        ${say(`block.about.${recipe.id}` as 'block.about.head')}
        <span class="note">${say('block.source', { source: recipe.source })}</span>
      </p>
      ${work.failure === '' ? nothing : renderNotice(say('block.failed', { message: work.failure }))}
      ${this.renderPicture()}
      ${renderRow({
        block: model,
        hand,
        outputs: work.outputs,
        around,
        open: this.figure.renderButton(paper, around),
      })}
      ${this.figure.render(paper, around)}
      <div class="tables">
        ${renderRowList(model, hand, around, (index) => {
          this.pause();
          this.take(index);
        })}
        ${renderCost(model, around)}
      </div>
    </div>`;
  }
}
