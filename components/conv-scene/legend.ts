import { html, type TemplateResult } from 'lit';
import { axesOf, meetings, NOWHERE } from '../../src/math/incidence.js';
import type { Stage } from '../../src/math/types.js';
import type { Moment } from '../../src/timeline/types.js';
import { paletteRamp } from '../../src/views/palette.js';
import type { Road } from '../../src/views/scene/choreography/choreography.js';
import { readPlaces } from '../../src/views/scene/layout/taps.js';
import { formatNumber } from '../../src/words/numbers.js';
import type { WordKey } from '../../src/words/say.js';
import type { SessionController } from '../shared/session-controller.js';

const steps = 9;
const tensors = ['input', 'weights', 'output'] as const;

/**
 * What the colours mean: one scale centred on 0 for each tensor, fixed to its final range for the whole run; and what the
 * signs on cells mean.
 *
 * @param road of a transposed convolution; null: as the walk goes
 */
export function renderLegend(
  lab: SessionController,
  { stages, frame, selection }: Moment,
  road: Road | null,
): TemplateResult {
  const view = stages[frame.stage];
  const { stage } = view;
  const signs = signsOf(stage, road ?? (frame.walk === 'input' ? 'scatter' : 'gather'));
  return html`<div class="legend" role="group" aria-label=${lab.say('legend.label')}>
    ${tensors.map((tensor) => {
      const { range, note } = lab.lab?.scaleLegend?.(view, tensor, selection, lab.lab.say) ?? {
        range: view.ranges[tensor],
        note: '',
      };
      const [low, high] = [-range, range].map((end) =>
        formatNumber(end, { digits: 3, decimals: view.decimals }),
      );
      return html`<span class="scale">
        <span>${lab.say(`legend.${tensor}`)}</span>
        <span class="end">${low}</span>
        ${ramp()}
        <span class="end">${high}</span>
        ${note}
      </span>`;
    })}
    ${signs.map((sign) => html`<span>${lab.say(sign)}</span>`)}
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

/**
 * What signs on cells mean, of those that this stage can show. The padding of a transposed convolution is no ring of
 * zeros: it crops.
 */
function signsOf(stage: Stage, road: Road): WordKey[] {
  const isPadded = stage.padding.some((side) => side > 0);
  if (stage.op === 'conv')
    return [
      ...(isPadded ? (['legend.padding'] as const) : []),
      ...(leavesCells(stage) ? (['legend.unread'] as const) : []),
    ];
  if (road === 'scatter')
    return [
      ...(isPadded ? (['legend.cropped'] as const) : []),
      ...(hasBareCells(stage) ? (['legend.bare'] as const) : []),
    ];
  const border = ([0, 1] as const).flatMap((axis) =>
    [0, 1].map((end) => stage.effectiveKernel[axis] - 1 - stage.padding[axis * 2 + end]),
  );
  const hasZeros = stage.stride.some((step) => step > 1) || border.some((width) => width > 0);
  const isCut = border.some((width) => width < 0);
  return [...(hasZeros ? (['legend.zeros'] as const) : []), ...(isCut ? (['legend.cropped'] as const) : [])];
}

/** Are there output rows or columns that no stamp reaches? */
function hasBareCells(stage: Stage): boolean {
  return axesOf(stage).some((axis) =>
    Array.from({ length: axis.big }, (_, place) => meetings(axis, 'big', place)).some((met) =>
      met.every(({ other }) => other === NOWHERE),
    ),
  );
}

/** Are there rows or columns that no window reads? */
function leavesCells(stage: Stage): boolean {
  return readPlaces(stage, 0).includes(false) || readPlaces(stage, 1).includes(false);
}
