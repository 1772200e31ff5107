import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { GridView } from '../../src/views/grid/grid-view.js';
import { gridModel } from '../../src/views/grid/model.js';
import type { CellPlace, GridTensor } from '../../src/views/grid/types.js';
import type { ViewIntent } from '../../src/timeline/types.js';
import { ConvElement } from '../shared/conv-element.js';
import { ConvIntentEvent } from '../shared/events.js';
import { baseStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { cellStyles, gridStyles, legendStyles } from './styles.js';

/**
 * The numbers as tables: input, filter in hand and output, one table a channel. A full equal of the 3-D scene. Arrow
 * keys go from cell to cell, Enter pins a cell, Escape lets it go. Of many channels some are shown; a button shows all.
 *
 * @tag conv-grid
 * @summary The tensors of a convolution as real tables, cell by cell.
 * @event {ConvIntentEvent} conv-intent - A person points at a cell, pins it or lets go.
 * @csspart input - The tables of the input.
 * @csspart weights - The slices of the filter in hand.
 * @csspart output - The tables of the output.
 * @cssprop --conv-input-color - Edges of the input's cells in the window.
 * @cssprop --conv-kernel-color - Edge of the weight in hand.
 * @cssprop --conv-output-color - Edge of the output cell in the making.
 * @cssprop --conv-number-font - Font of the numbers.
 */
export class ConvGrid extends ConvElement {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, gridStyles, cellStyles, legendStyles];

  @query('.groups') private readonly root!: HTMLElement;

  private view: GridView | null = null;
  private kept: CellPlace | null = null;
  private readonly expanded = new Set<GridTensor>();

  protected override updated(): void {
    this.view ??= new GridView(this.root, {
      intend: (intent) => this.intend(intent),
      keepInSight: (place) => this.keepInSight(place),
      letGo: () => this.letGo(),
      toggleAll: (tensor) => this.toggleAll(tensor),
    });
    this.drawTables();
  }

  private drawTables(): void {
    const moment = this.lab.session?.moment;
    const { theme } = this.lab;
    if (!moment || !theme) return;
    const options = { theme, say: this.lab.say.bind(this.lab), focus: this.kept, expanded: this.expanded };
    this.view?.draw(gridModel(moment, options), moment.frame.stage, theme);
  }

  private intend(intent: ViewIntent): void {
    this.dispatchEvent(new ConvIntentEvent(intent));
    this.lab.session?.intend(intent);
  }

  private keepInSight(place: CellPlace | null): void {
    this.kept = place;
    this.drawTables();
  }

  private letGo(): boolean {
    const { session } = this.lab;
    const stage = session?.moment?.frame.stage ?? 0;
    const had = session?.clearSelection() ?? false;
    if (had) this.dispatchEvent(new ConvIntentEvent({ kind: 'leave', stage, tensor: 'input', index: [] }));
    return had;
  }

  private toggleAll(tensor: GridTensor): void {
    if (!this.expanded.delete(tensor)) this.expanded.add(tensor);
    this.drawTables();
  }

  override render(): TemplateResult {
    return html`<div class="groups" role="group" aria-label=${this.lab.say('grid.label')}></div>`;
  }
}
