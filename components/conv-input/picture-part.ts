import { html, type TemplateResult } from 'lit';
import type { SessionController } from '../shared/session-controller.js';

/** How a picture becomes numbers. */
export interface PictureChoices {
  /** Longest side of the input, in cells. */
  readonly side: number;
  readonly channels: 1 | 3;
}

const sides = [8, 12, 16, 24, 32, 48, 64];

/** Size and channels of an input that is made from a picture. */
export function renderPictureChoices(
  lab: SessionController,
  choices: PictureChoices,
  chosen: (choices: PictureChoices) => void,
): TemplateResult {
  const valueOf = (event: Event): number => Number((event.target as HTMLSelectElement).value);
  return html`<span class="choices">
    <label>
      ${lab.say('input.image.side')}
      <select @change=${(event: Event) => chosen({ ...choices, side: valueOf(event) })}>
        ${sides.map((side) => html`<option value=${side} ?selected=${side === choices.side}>${side}</option>`)}
      </select>
    </label>
    <label>
      ${lab.say('input.image.channels')}
      <select @change=${(event: Event) => chosen({ ...choices, channels: valueOf(event) === 1 ? 1 : 3 })}>
        <option value="3" ?selected=${choices.channels === 3}>${lab.say('input.image.rgb')}</option>
        <option value="1" ?selected=${choices.channels === 1}>${lab.say('input.image.grey')}</option>
      </select>
    </label>
  </span>`;
}
