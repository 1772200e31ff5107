import { edit } from '../../src/session/edit.js';
import { scaleEn } from '../../src/words/parts/scale.js';
import { tablesEn } from '../../src/words/parts/tables.js';
import { countsEn } from '../../src/words/parts/counts.js';
import { teach } from '../../src/words/say.js';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { GridView, type CellNumber } from '../../src/views/grid/grid-view.js';
import { gridModel } from '../../src/views/grid/model.js';
import type { CellPlace, GridTensor } from '../../src/views/grid/types.js';
import type { ViewIntent } from '../../src/timeline/types.js';
import { ConvElement } from '../shared/conv-element.js';
import { ConvEditEvent, ConvIntentEvent } from '../shared/events.js';
import { baseStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { editorStyles } from './editor-styles.js';
import { legendStyles } from './legend-styles.js';
import { cellStyles, gridStyles } from './styles.js';

teach(tablesEn);
teach(countsEn);
teach(scaleEn);

/**
 * The numbers as tables: input, weights in hand, biases and output, one table a channel; of several stages the one that
 * runs, or one that is asked for. A full equal of the 3-D scene. Arrow keys go from cell to cell, Enter pins a cell, Escape
 * lets it go. A second Enter, a double click or a digit opens a cell of the input, a weight or a bias to be changed: Enter
 * takes the number, Escape brings back the old one, arrow keys nudge it. Of many channels some are shown; a button shows all.
 *
 * @tag conv-grid
 * @summary The tensors of a convolution as real tables, cell by cell.
 * @event {ConvIntentEvent} conv-intent - A person points at a cell, pins it or lets go.
 * @event {ConvEditEvent} conv-edit - A person gave a cell another number.
 * @csspart stages - The choice of the stage, where there are several.
 * @csspart input - The tables of the input.
 * @csspart weights - The slices of the filter in hand.
 * @csspart bias - The biases, where there are some.
 * @csspart output - The tables of the output.
 * @cssprop --conv-input-color - Edges of the input's cells in the window.
 * @cssprop --conv-kernel-color - Edge of the weight in hand.
 * @cssprop --conv-output-color - Edge of the output cell in the making.
 * @cssprop --conv-bias-color - Edge of the bias in hand.
 * @cssprop --conv-number-font - Font of the numbers.
 */
export class ConvGrid extends ConvElement {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    gridStyles,
    cellStyles,
    editorStyles,
    legendStyles,
  ];

  @query('.groups') private readonly root!: HTMLElement;

  private view: GridView | null = null;
  private kept: CellPlace | null = null;
  private readonly expanded = new Set<GridTensor>();
  /** The stage that a person asked for; null follows the run. */
  private asked: number | null = null;

  protected override updated(): void {
    this.view ??= new GridView(this.root, {
      intend: (intent) => this.intend(intent),
      keepInSight: (place) => this.keepInSight(place),
      letGo: () => this.letGo(),
      toggleAll: (tensor) => this.toggleAll(tensor),
      edit: (cell) => this.edit(cell),
      settle: () => this.lab.session?.settle(),
    });
    this.drawTables();
  }

  /** The stage whose tables are shown. */
  private get stage(): number {
    const moment = this.lab.session?.moment;
    if (!moment) return 0;
    return this.asked !== null && this.asked < moment.stages.length ? this.asked : moment.frame.stage;
  }

  private drawTables(): void {
    const moment = this.lab.session?.moment;
    const { theme } = this.lab;
    if (!moment || !theme) return;
    const say = this.lab.say.bind(this.lab);
    const { stage, kept: focus, expanded } = this;
    const groups = gridModel(moment, { theme, say, focus, expanded, stage });
    this.view?.draw({ groups, stage, theme, say });
  }

  private intend(intent: ViewIntent): void {
    this.dispatchEvent(new ConvIntentEvent(intent));
    this.lab.session?.intend(intent);
  }

  private edit(cell: CellNumber): void {
    this.dispatchEvent(new ConvEditEvent(cell));
    if (this.lab.session) edit(this.lab.session, cell);
  }

  private keepInSight(place: CellPlace | null): void {
    this.kept = place;
    this.drawTables();
  }

  private letGo(): boolean {
    const { session } = this.lab;
    const had = session?.clearSelection() ?? false;
    if (had) {
      this.dispatchEvent(
        new ConvIntentEvent({ kind: 'leave', stage: this.stage, tensor: 'input', index: [] }),
      );
    }
    return had;
  }

  private toggleAll(tensor: GridTensor): void {
    if (!this.expanded.delete(tensor)) this.expanded.add(tensor);
    this.drawTables();
  }

  private choose(stage: number | null): void {
    this.asked = stage;
    this.requestUpdate();
  }

  /** The stage that runs, or one of them all the time. */
  private renderStages(): TemplateResult | typeof nothing {
    const moment = this.lab.session?.moment;
    const stages = moment?.stages.length ?? 1;
    if (!moment || stages < 2) return nothing;
    const { lab } = this;
    const name = (stage: number): string => lab.say('counts.stage', { stage: stage + 1 });
    const choices = [null, ...Array.from({ length: stages }, (_, stage) => stage)];
    return html`<fieldset class="stages" part="stages">
      <legend class="visually-hidden">${lab.say('grid.stage')}</legend>
      ${choices.map(
        (stage) =>
          html`<label
            ><input
              type="radio"
              name="stage"
              .checked=${stage === this.asked}
              @change=${() => this.choose(stage)}
            />${stage === null ? lab.say('grid.stage-running', { stage: name(moment.frame.stage) }) : name(stage)}</label
          >`,
      )}
    </fieldset>`;
  }

  override render(): TemplateResult {
    return html`${this.renderStages()}
      <div class="groups" role="group" aria-label=${this.lab.say('grid.label')} aria-describedby="hint"></div>
      <p class="hint" id="hint">${this.lab.say('grid.hint')}</p>`;
  }
}
