import { html, type TemplateResult } from 'lit';
import type { Moment } from '../../src/timeline/types.js';
import { paletteRamp } from '../../src/views/palette.js';
import { formatNumber } from '../../src/words/numbers.js';
import type { SessionController } from '../shared/session-controller.js';

const steps = 9;
const tensors = ['input', 'weights', 'output'] as const;

/**
 * What the colours mean: one scale centred on 0 for each tensor, fixed to its final range for the whole run; and how
 * padding and cells that are never read are drawn, where there are any.
 */
export function renderLegend(lab: SessionController, { stages, frame }: Moment): TemplateResult {
  const { stage, ranges } = stages[frame.stage];
  const isPadded = stage.padding.some((side) => side > 0);
  return html`<div class="legend" role="group" aria-label=${lab.say('legend.label')}>
    ${tensors.map(
      (tensor) =>
        html`<span class="scale">
          <span>${lab.say(`legend.${tensor}`)}</span>
          <span class="end">${formatNumber(-ranges[tensor], { digits: 3 })}</span>
          ${ramp()}
          <span class="end">${formatNumber(ranges[tensor], { digits: 3 })}</span>
        </span>`,
    )}
    ${isPadded ? html`<span>${lab.say('legend.padding')}</span>` : ''}
    ${hasUnreadCells(stage) ? html`<span>${lab.say('legend.unread')}</span>` : ''}
  </div>`;
}

/** Swatches; {@link paintLegend} colours them, because a style attribute would be blocked on strict pages. */
function ramp(): TemplateResult {
  return html`<span class="ramp" aria-hidden="true"
    >${Array.from({ length: steps }, () => html`<i></i>`)}</span
  >`;
}

/** Colours the swatches in an element for a theme. */
export function paintLegend(root: ParentNode, theme: { readonly dark: boolean }): void {
  const colours = paletteRamp(theme, steps);
  for (const scale of root.querySelectorAll('.legend .ramp')) {
    scale
      .querySelectorAll('i')
      .forEach((swatch, i) => swatch.style.setProperty('background-color', colours[i]));
  }
}

/** Rows or columns at the end that no window reaches. */
function hasUnreadCells({
  op,
  input,
  output,
  kernel,
  stride,
  dilation,
  padding,
}: Moment['stages'][0]['stage']): boolean {
  if (op !== 'conv') return false;
  return ([0, 1] as const).some((axis) => {
    const last =
      (output[axis + 1] - 1) * stride[axis] + (kernel[axis] - 1) * dilation[axis] - padding[axis * 2];
    return last < input[axis + 1] - 1;
  });
}
