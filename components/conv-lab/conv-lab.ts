import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { ConvElement } from '../shared/conv-element.js';
import { baseStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';

/**
 * Holds one layer, its numbers and one playback for the views inside it, which then show the same cell at the same
 * time. It draws nothing itself.
 *
 * @tag conv-lab
 * @summary One layer shared by the views inside it.
 *
 * @slot - Views, e.g. `<conv-scene>` and `<conv-grid>`, and any other content.
 * @event play - The run begins to move.
 * @event pause - The run stands still.
 * @event ended - The run came to its end.
 * @event {ConvStepEvent} conv-step - The run stands at another step.
 */
export class ConvLab extends ConvElement {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    css`
      :host {
        background: var(--_background);
      }
    `,
  ];
  protected static override readonly holdsLab = true;

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
