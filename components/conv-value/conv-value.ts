import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ConvElement } from '../shared/conv-element.js';
import { nothingCalled, quantityText } from './quantity.js';

/**
 * A number of a layer inside a sentence, from the engine. In a step of a lesson it is the number of the state that the step
 * declares, so that the sentence stays true whatever the reader does to the figure; elsewhere it belongs to the lab or figure
 * around it, and alone it makes a lab from its own attributes. Until the number is there, the text inside stands for it.
 *
 * @tag conv-value
 * @summary One live number in a sentence.
 *
 * @slot - What stands in the sentence until the number is there.
 */
export class ConvValue extends ConvElement {
  static override styles: CSSResultGroup = css`
    :host {
      display: inline;
      font-variant-numeric: tabular-nums;
    }
    :host([hidden]) {
      display: none;
    }
    .table {
      display: inline-table;
      text-align: end;
      vertical-align: middle;
    }
    .table + .table {
      margin-inline-start: 2em;
    }
    .row {
      display: table-row;
    }
    .row span {
      display: table-cell;
      padding-inline: 0.45em;
    }
    .said {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;

  /**
   * What is asked for, indices from 0: `output 0 2`, `input 1 1 2`, `weights 0 0 2 1`, `bias 1`, `output-shape`, `parameters`,
   * `multiply-adds`, `overlap 0`, or of the cell in the making `sum`, `partial 1`, `product 4`.
   */
  @property() of = '';

  /** Stage of a layer that has several, from 0; else the last, for the input the first. */
  @property({ type: Number }) stage?: number;

  /** Several rows are set as a small table in place of a line with slashes. */
  @property({ type: Boolean }) table = false;

  /** The number as text; '' until it is there. */
  get text(): string {
    const moment = this.lab.session?.moment;
    return (moment && quantityText(this.of, moment, this.stage)) ?? '';
  }

  /** What was asked for in vain, so that the author is told once. */
  private told: string | null = null;

  private tellAuthor(): void {
    const { of, told } = this;
    if (told === of || !this.lab.isReady) return;
    this.told = of;
    console.warn(`<conv-value of="${of}">: ${nothingCalled(of)}`);
  }

  /** Read out as the line that it stands for; each channel is a table of its own. */
  private renderTable(text: string): TemplateResult {
    const cells = (row: string) => row.split(' ').map((cell) => html`<span>${cell}</span>`);
    const rows = (channel: string) =>
      channel.split(' / ').map((row) => html`<span class="row">${cells(row)}</span>`);
    return html`<span class="said">${text}</span
      >${text.split(' | ').map((channel) => html`<span class="table" aria-hidden="true">${rows(channel)}</span>`)}`;
  }

  override render(): TemplateResult {
    const { text } = this;
    if (text === '') {
      this.tellAuthor();
      return html`<slot></slot>`;
    }
    return this.table ? this.renderTable(text) : html`${text}`;
  }
}
