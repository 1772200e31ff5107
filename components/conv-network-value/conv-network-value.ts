import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { RestoringElement } from '../shared/restoring-element.js';
import { networkQuantityText } from './quantity.js';

/**
 * A number of a whole network inside a sentence, from the network's recipe: parameters, multiply-adds, the share of a kind of layer.
 * Where there is none of that name, the text inside stands.
 *
 * @tag conv-network-value
 * @summary One number of a network in a sentence.
 *
 * @slot - What stands in the sentence where the network has no such number, and on a page without scripts.
 */
export class ConvNetworkValue extends RestoringElement {
  static override styles: CSSResultGroup = css`
    :host {
      display: inline;
      font-variant-numeric: tabular-nums;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  /** Id of a network, with settings after it: `mobilenet-v1`, `mobilenet-v1 alpha=0.5`, `mobilenet-v1 swap=standard`. */
  @property() network = '';

  /** The row or the module that the number is about; without it the whole network. */
  @property() within = '';

  /**
   * What is asked for: `parameters`, `weights` (without biases and norms), `multiply-adds`, `output-shape`;
   * `multiply-adds-share pointwise`, a kind's part in per cent; `parameters-ratio`, by the network as published.
   */
  @property() of = '';

  /** The number as text; '' where there is none. */
  get text(): string {
    return networkQuantityText(this) ?? '';
  }

  override render(): TemplateResult {
    const { text } = this;
    return text === '' ? html`<slot></slot>` : html`${text}`;
  }
}
