/** How picture and result are shown, and what the colours mean. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FilterScale } from '../../src/views/filter/pixels.js';
import { paletteRamp, type PaletteTheme } from '../../src/views/palette.js';
import type { Say } from '../../src/views/say.js';
import { formatNumber } from '../../src/words/numbers.js';
import { renderRamp } from '../shared/ramp.js';
import { renderSegments } from '../shared/segmented.js';
import type { Choice } from './controls.js';

export interface Look {
  readonly say: Say;
  readonly colour: boolean;
  readonly scale: 'auto' | FilterScale;
  /** What 'auto' comes to for this kernel. */
  readonly chosenScale: FilterScale;
  readonly layout: 'wipe' | 'beside';
  /** In colour: the channel that is shown with sign and read, from 0. */
  readonly shown: number;
  /** End of the signed colours, or what is white. */
  readonly range: number;
  readonly theme: PaletteTheme;
  readonly choose: (change: Choice) => void;
}

export function renderLook(look: Look): TemplateResult {
  const { say, colour, chosenScale, layout, shown, choose } = look;
  return html`<div class="look" part="look">
    ${renderSegments({
      name: 'layout',
      label: say('filter.layout'),
      options: (['wipe', 'beside'] as const).map((value) => ({
        value,
        label: say(`filter.layout.${value}`),
      })),
      value: layout,
      choose: (value) => choose({ layout: value }),
    })}
    ${renderSegments({
      name: 'colour',
      label: say('filter.colour'),
      options: (['grey', 'rgb'] as const).map((value) => ({ value, label: say(`filter.colour.${value}`) })),
      value: colour ? 'rgb' : 'grey',
      choose: (value) => choose({ colour: value === 'rgb' }),
    })}
    ${renderSegments({
      name: 'scale',
      label: say('filter.scale'),
      options: (['picture', 'signed'] as const).map((value) => ({
        value,
        label: say(`filter.scale.${value}`),
      })),
      value: chosenScale,
      choose: (value) => choose({ scale: value }),
    })}
    ${
      colour
        ? renderSegments({
            name: 'shown',
            label: say('filter.shown'),
            options: ([0, 1, 2] as const).map((channel) => ({
              value: String(channel),
              label: say(`filter.channel.${channel}`),
            })),
            value: String(shown),
            choose: (value) => choose({ shown: Number(value) }),
          })
        : nothing
    }
    ${renderLegend(look)}
  </div>`;
}

function renderLegend({ say, chosenScale, range, theme }: Look): TemplateResult {
  const isSigned = chosenScale === 'signed';
  const [low, high] = [isSigned ? -range : 0, range].map((value) => formatNumber(value, { digits: 3 }));
  const ramp = isSigned
    ? paletteRamp(theme, 13)
    : Array.from({ length: 13 }, (_, i) => `hsl(0 0% ${(i * 100) / 12}%)`);
  return html`<p class="legend">
    <span class="visually-hidden">${say('filter.legend', { low, high })}</span>
    <span aria-hidden="true">≤ ${low}</span>
    ${renderRamp(ramp)}
    <span aria-hidden="true">≥ ${high}</span>
  </p>`;
}
