import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { recipeOf, swapAll, type NetworkRow, type Recipe, type Swap } from '../../src/networks/index.js';
import { measures, type Measure } from '../../src/views/networks/groups.js';
import {
  knobEffects,
  readKnobs,
  writeKnobs,
  type KnobSettings,
  type KnobValue,
} from '../../src/views/networks/knobs.js';
import { networkProblemSentence } from '../../src/views/networks/report-sentence.js';
import { understoodNetwork, type UnderstoodNetwork } from '../../src/views/networks/understood.js';
import { networkEn } from '../../src/words/parts/network.js';
import { networkNotesEn } from '../../src/words/parts/network-notes.js';
import { networkReadingEn } from '../../src/words/parts/network-reading.js';
import { teach } from '../../src/words/say.js';
import { Laboratory } from '../shared/laboratory.js';
import { renderSegments, segmentedStyles } from '../shared/segmented.js';
import { statusStyles } from '../shared/status.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { renderBlockLink } from './block-link.js';
import { FlowPicture } from './flow-picture.js';
import { kindStyles } from './kind-styles.js';
import { LayerFigure } from '../shared/layer-figure.js';
import { watchSize } from '../shared/watch-size.js';
import { LayerTable } from './layer-table.js';
import { OwnNetwork } from './own-network.js';
import type { PictureOptions } from './picture-options.js';
import { pictureStyles } from './picture-styles.js';
import { renderRow } from './row-details.js';
import { rowStyles } from './row-styles.js';
import { renderScatter } from './scatter.js';
import { nameOf, renderEffects, renderSettings } from './settings.js';
import { renderShares } from './shares.js';
import { networkStyles } from './styles.js';
import { readSwap, renderSwapAll, renderSwapOne, type SwapText } from './swaps.js';
import { tableStyles } from './table-styles.js';
import { TimeEstimate } from './time-estimate.js';
import { renderTotals } from './totals.js';
import { TrainingPicture } from './training-picture.js';
import { renderTreemap } from './treemap.js';

teach(networkEn);
teach(networkReadingEn);
teach(networkNotesEn);

const pictures = ['shares', 'treemap', 'flow', 'scatter', 'training'] as const;
export type NetworkPicture = (typeof pictures)[number];

/**
 * Real networks by cost: a table like a framework's summary, pictures of where parameters and multiply-adds go, the knobs that
 * papers turned, and layers exchanged for cheaper ones. Every row is derived by the same plan and counts as a single layer, and
 * opens in the figure. A network of the reader's own is read from a Keras summary, a print of PyTorch, JSON or an ONNX file.
 *
 * @tag conv-network
 * @summary A network layer by layer, with what each layer costs.
 * @dependency conv-figure
 * @event {Event} change - A person chose or read a network, turned a knob, exchanged layers, or chose a row or a picture.
 * @csspart settings - The choice of the network and its knobs.
 * @csspart own - Where a network of the reader's own is read.
 * @csspart swap - The choice of what all layers become.
 * @csspart totals - What the whole network comes to.
 * @csspart estimate - The time that it might take on this device.
 * @csspart picture - The picture beside the table.
 * @csspart table - The rows.
 * @csspart row - Everything about the chosen row.
 * @csspart figure - The chosen row's layer in the figure.
 */
export class ConvNetwork extends Laboratory {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    controlStyles,
    segmentedStyles,
    statusStyles,
    kindStyles,
    networkStyles,
    pictureStyles,
    tableStyles,
    rowStyles,
  ];

  /** Id of a network, e.g. `mobilenet-v1` or `resnet50`; `own` for one that the reader gives. Anything else is MobileNet V1. */
  @property() network = 'mobilenet-v1';

  /** Knobs that are turned, `alpha=0.5 resolution=160`; without them the network is as published. */
  @property() knobs = '';

  /** What all layers that can be are exchanged for: `standard`, `separable`, or a number of groups; empty for none. */
  @property() swap = '';

  /** Picture beside the table: `shares`, `treemap`, `flow`, `scatter` or `training`. */
  @property() picture: NetworkPicture = 'shares';

  /** What the treemap measures: `params` or `macs`. */
  @property() measure: Measure = 'macs';

  /** Name of the chosen row; empty for none. */
  @property() row = '';

  /** Layers that are not exchanged like all others, by the row that stays. */
  @state() private single: ReadonlyMap<string, SwapText> = new Map();
  /** Pixels across the picture, and of a line of text. */
  @state() private room = 480;
  @state() private line = 24;

  private readonly table = new LayerTable(this);
  private readonly flow = new FlowPicture(this);
  private readonly training = new TrainingPicture(this);
  private readonly figure = new LayerFigure(this);
  private readonly time = new TimeEstimate(this);
  private readonly own = new OwnNetwork(this, () => this.takeOwn());
  private understood: UnderstoodNetwork | null = null;
  /** The row that was chosen when the table was last looked at. */
  private shownRow = '';

  constructor() {
    super();
    watchSize(this, () => this.measureRoom());
  }

  /** Rows, totals, receptive fields and problems of the network as it is set. */
  get model(): UnderstoodNetwork {
    return (this.understood ??= this.understand());
  }

  /** Text of the reader's own network; setting it reads it and shows it. */
  @property({ attribute: false })
  get text(): string {
    return this.own.text;
  }

  set text(text: string) {
    this.network = 'own';
    this.own.take(text);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (['network', 'knobs', 'swap', 'single'].some((name) => changed.has(name))) this.understood = null;
  }

  protected override updated(): void {
    if (this.row === this.shownRow) return;
    this.shownRow = this.row;
    this.table.reveal(this.row, { network: this.model, around: this.surroundings });
    if (this.picture === 'flow') this.flow.reveal(this.row);
  }

  private measureRoom(): void {
    const side = this.renderRoot.querySelector('[part="picture"]');
    if (side) this.room = Math.max(Math.floor(side.clientWidth), 240);
    this.line = 1.5 * (parseFloat(getComputedStyle(this).fontSize) || 16);
  }

  /** Null for a network of the reader's own. */
  private get recipe(): Recipe | null {
    if (this.network === 'own') return null;
    return recipeOf(this.network) ?? recipeOf('mobilenet-v1') ?? null;
  }

  private get settings(): KnobSettings {
    return this.recipe ? readKnobs(this.recipe, this.knobs) : {};
  }

  private understand(): UnderstoodNetwork {
    const spec = this.recipe ? this.recipe.build(this.settings) : this.own.read?.spec;
    return understoodNetwork(spec ?? { layers: [] }, (rows) => this.swaps(rows));
  }

  private swaps(rows: readonly NetworkRow[]): ReadonlyMap<string, Swap> {
    const all = readSwap(this.swap);
    const swaps = new Map(all === null ? [] : swapAll(rows, all));
    for (const [name, text] of this.single) {
      const to = readSwap(text);
      if (to === null) swaps.delete(name);
      else swaps.set(name, to);
    }
    return swaps;
  }

  private takeOwn(): void {
    this.understood = null;
    [this.row, this.single] = ['', new Map()];
    this.tell();
  }

  private chooseNetwork(id: string): void {
    [this.network, this.knobs, this.swap, this.row] = [id === '' ? 'own' : id, '', '', ''];
    this.single = new Map();
    this.tell();
  }

  private turn(knobs: KnobSettings): void {
    this.knobs = this.recipe ? writeKnobs(this.recipe, knobs) : '';
    this.tell();
  }

  private exchangeAll(swap: SwapText): void {
    [this.swap, this.single] = [swap, new Map()];
    this.tell();
  }

  private exchange(name: string, swap: SwapText): void {
    this.single = new Map([...this.single, [name, swap]]);
    this.row = name;
    this.tell();
  }

  private select(name: string): void {
    if (name === this.row) return;
    this.row = name;
    this.tell();
  }

  private show(picture: NetworkPicture): void {
    this.picture = picture;
    this.tell();
  }

  private renderHead(name: string): TemplateResult {
    const { surroundings: around, model, recipe, settings } = this;
    const effects = recipe ? knobEffects(recipe, settings, model.totals) : [];
    const isRead = model.rows.length > 0;
    return html`${renderSettings({
      recipe,
      settings,
      around,
      choose: (id) => this.chooseNetwork(id),
      turn: (knob: string, value: KnobValue) => this.turn({ ...settings, [knob]: value }),
      reset: () => this.turn({}),
    })}
    ${recipe ? this.renderProblems() : this.own.render(model.problems, model.rows.length, around)}
    ${isRead ? renderSwapAll({ network: model, swap: this.swap, around, choose: (swap) => this.exchangeAll(swap) }) : nothing}
    ${renderEffects(effects, around)}
    ${
      isRead
        ? html`<h3 class="visually-hidden">${name}</h3>
            ${renderTotals(model, around)} ${this.time.render(model.rows, around)}`
        : nothing
    }`;
  }

  private renderProblems(): TemplateResult | typeof nothing {
    const { problems } = this.model;
    if (problems.length === 0) return nothing;
    const sentences = problems.map((each) => networkProblemSentence(this.surroundings.language, each));
    return html`<p class="status" role="alert">${sentences.slice(0, 3).join(' ')}</p>`;
  }

  private renderPicture(options: PictureOptions): TemplateResult {
    const { around, network, room, line, chosen } = options;
    const { say, language, theme } = around;
    const drawn: unknown[] = [network, language, theme, room, line];
    const contents: Readonly<Record<NetworkPicture, () => unknown>> = {
      shares: () => guard(drawn, () => renderShares(network.rows, around)),
      treemap: () =>
        html`${this.renderMeasures()}
        ${guard([...drawn, chosen, this.measure], () => renderTreemap(options, this.measure))}`,
      flow: () => this.flow.render(options),
      scatter: () => guard(drawn, () => renderScatter(options)),
      training: () => this.training.render(options),
    };
    const picture = pictures.includes(this.picture) ? this.picture : 'shares';
    return html`<section class="side" part="picture" aria-label=${say('network.picture')}>
      ${renderSegments<NetworkPicture>({
        name: 'picture',
        label: say('network.picture'),
        options: pictures.map((value) => ({ value, label: say(`network.picture.${value}`) })),
        value: picture,
        choose: (value) => this.show(value),
      })}
      <div class="content" data-picture=${picture}>${contents[picture]()}</div>
    </section>`;
  }

  private renderMeasures(): TemplateResult {
    const { say } = this.surroundings;
    return renderSegments<Measure>({
      name: 'measure',
      label: say('network.measure'),
      options: measures.map((value) => ({ value, label: say(`network.measure.${value}`) })),
      value: this.measure,
      choose: (value) => {
        this.measure = value;
        this.tell();
      },
    });
  }

  private renderDetails(options: PictureOptions): TemplateResult {
    const { network, around, chosen } = options;
    const row = network.rows.find(({ name }) => name === chosen);
    const unit = [...network.swappable].find(([name, { rows }]) => name === chosen || rows.includes(chosen));
    const swap = unit
      ? renderSwapOne({
          name: unit[0],
          unit: unit[1],
          swap: this.single.get(unit[0]) ?? this.swapOf(unit[0]),
          around,
          choose: (to) => this.exchange(unit[0], to),
        })
      : nothing;
    const details = renderRow({
      ...options,
      swap,
      open: row ? this.figure.renderButton(row, around) : nothing,
      block: renderBlockLink(row, this.network, around),
    });
    return html`${details} ${row ? this.figure.render(row, around) : nothing}`;
  }

  /** What a layer became with all others, as text. */
  private swapOf(name: string): SwapText {
    const { before, rows, swappable } = this.model;
    const kind = rows.find((row) => row.name === name)?.kind;
    const isOther = before !== null && kind !== swappable.get(name)?.is;
    return isOther ? (this.swap as SwapText) : '';
  }

  override render(): TemplateResult {
    const { surroundings: around, model, recipe } = this;
    const name = around.say(recipe ? nameOf(recipe.id) : 'network.own.name');
    const options: PictureOptions = {
      network: model,
      name,
      chosen: this.row,
      room: this.room,
      line: this.line,
      around,
      choose: (row) => this.select(row),
    };
    return html`<div class="lab laboratory" role="group" aria-label=${around.say('network.label')}>
      ${this.renderHead(name)}
      ${
        model.rows.length === 0
          ? nothing
          : html`<div class="work">
              ${this.renderPicture(options)} ${this.table.render(options)} ${this.renderDetails(options)}
            </div>`
      }
    </div>`;
  }
}
