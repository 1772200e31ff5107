import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import {
  recipeOf,
  recipes,
  swapAll,
  type NetworkRow,
  type Recipe,
  type Swap,
} from '../../src/networks/index.js';
import {
  knobEffects,
  readKnobs,
  writeKnobs,
  type KnobSettings,
  type KnobValue,
} from '../../src/views/networks/knobs.js';
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
import { LayerTable } from './layer-table.js';
import { nameOf, renderEffects, renderSettings } from './settings.js';
import { renderShares } from './shares.js';
import { kindStyles, networkStyles } from './styles.js';
import { renderTotals } from './totals.js';

teach(networkEn);
teach(networkReadingEn);
teach(networkNotesEn);

const pictures = ['shares'] as const;
export type PictureName = (typeof pictures)[number];

/**
 * Real networks by cost: a table like a framework's summary, where parameters and multiply-adds go, and the knobs that papers
 * turned. Every row is derived by the same plan and counts as a single layer.
 *
 * @tag conv-network
 * @summary A network layer by layer, with what each layer costs.
 * @event {Event} change - A person chose a network, turned a knob, exchanged layers, or chose a row or a picture.
 * @csspart settings - The choice of the network and its knobs.
 * @csspart totals - What the whole network comes to.
 * @csspart picture - The picture beside the table.
 * @csspart table - The rows.
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
  ];

  /** Id of a network, e.g. `mobilenet-v1` or `resnet50`; what nobody has is MobileNet V1. */
  @property() network = 'mobilenet-v1';

  /** Knobs that are turned, `alpha=0.5 resolution=160`; without them the network is as published. */
  @property() knobs = '';

  /** All layers that can be are exchanged: `standard`, `separable`, or a number of groups; empty for none. */
  @property() swap = '';

  /** Picture beside the table. */
  @property() picture: PictureName = 'shares';

  /** Name of the chosen row. */
  @property() row = '';

  private readonly table = new LayerTable(this);
  private understood: UnderstoodNetwork = this.understand();

  /** Totals, rows and problems of the network as it is set. */
  get model(): UnderstoodNetwork {
    return this.understand();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (['network', 'knobs', 'swap'].some((name) => changed.has(name))) this.understood = this.understand();
  }

  private get recipe(): Recipe {
    return recipeOf(this.network) ?? recipeOf('mobilenet-v1') ?? recipes[0];
  }

  private get settings(): KnobSettings {
    return readKnobs(this.recipe, this.knobs);
  }

  private understand(): UnderstoodNetwork {
    return understoodNetwork(this.recipe.build(this.settings), (rows) => this.swaps(rows));
  }

  private swaps(rows: readonly NetworkRow[]): ReadonlyMap<string, Swap> {
    const groups = Number(this.swap);
    if (this.swap === 'standard' || this.swap === 'separable') return swapAll(rows, this.swap);
    return Number.isInteger(groups) && groups > 1 ? swapAll(rows, { groups }) : new Map();
  }

  private choose(id: string): void {
    [this.network, this.knobs, this.swap, this.row] = [id, '', '', ''];
    this.tell();
  }

  private turn(name: string, value: KnobValue): void {
    this.knobs = writeKnobs(this.recipe, { ...this.settings, [name]: value });
    this.tell();
  }

  private select(name: string): void {
    if (name === this.row) return;
    this.row = name;
    this.tell();
  }

  private renderPicture(): TemplateResult {
    const { surroundings: around, understood } = this;
    return html`<section class="side" part="picture" aria-label=${around.say('network.picture')}>
      ${renderSegments<PictureName>({
        name: 'picture',
        label: around.say('network.picture'),
        options: pictures.map((picture) => ({
          value: picture,
          label: around.say(`network.picture.${picture}`),
        })),
        value: this.picture,
        choose: (picture) => {
          this.picture = picture;
          this.tell();
        },
      })}
      ${guard([understood, around.language], () => renderShares(understood.rows, around))}
    </section>`;
  }

  override render(): TemplateResult {
    const { surroundings: around, understood, recipe } = this;
    const name = around.say(nameOf(recipe.id));
    const effects = knobEffects(recipe, this.settings, understood.totals);
    return html`<div class="lab laboratory" role="group" aria-label=${around.say('network.label')}>
      ${renderSettings({
        recipe,
        settings: this.settings,
        around,
        choose: (id) => this.choose(id),
        turn: (knob, value) => this.turn(knob, value),
        reset: () => {
          this.knobs = '';
          this.tell();
        },
      })}
      ${effects.length > 0 ? renderEffects(effects, around) : nothing} ${renderTotals(understood, around)}
      <div class="work">
        ${this.renderPicture()}
        ${this.table.render({
          network: understood,
          name,
          chosen: this.row,
          around,
          choose: (row) => this.select(row),
        })}
      </div>
    </div>`;
  }
}
