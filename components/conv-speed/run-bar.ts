import { html, nothing, type TemplateResult } from 'lit';
import type { Progress } from '../../src/speed/measure.js';
import type { LayerSet } from '../../src/speed/types.js';
import type { Say } from '../../src/views/say.js';
import { fullNameOf } from '../../src/views/speed/names.js';
import { shareText } from '../../src/views/speed/units.js';
import type { Ending } from './work.js';

export interface RunBar {
  readonly say: Say;
  readonly set: LayerSet;
  readonly progress: Progress | null;
  readonly ending: Ending | null;
  /** Was this set measured before? */
  readonly isMeasured: boolean;
  /** Why nothing can be measured now; '' where it can. */
  readonly obstacle: string;
  /** Can it not be measured for a reason that is told elsewhere? */
  readonly isRefused: boolean;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** The button, the bar while it runs, and what came of it. */
export function renderRunBar(bar: RunBar): TemplateResult {
  const { say, progress, isMeasured, obstacle, isRefused } = bar;
  // One button in both states keeps the focus of who pressed it. The second press of a double click is no wish to cancel.
  const act = (event: MouseEvent): void => {
    if (!progress) bar.start();
    else if (event.detail < 2) bar.cancel();
  };
  return html`<div class="run" part="run">
    <button
      class=${progress ? 'cancel' : 'primary start'}
      ?disabled=${!progress && (obstacle !== '' || isRefused)}
      @click=${act}
    >
      ${say(progress ? 'speed.cancel' : isMeasured ? 'speed.again' : 'speed.start')}
    </button>
    ${
      progress
        ? html`<div class="bar">
            <progress aria-label=${say('speed.progress')} max="1" .value=${progress.share}></progress>
            <p class="now">${nowText(bar, progress)}</p>
          </div>`
        : html`<p class="now">${obstacle || (isMeasured ? '' : say('speed.visible'))}</p>`
    }
    <p class="visually-hidden" role="status">${announcement(bar)}</p>
    ${renderEnding(bar)}
  </div>`;
}

function nowText({ say, set }: RunBar, { layer, way, share }: Progress): string {
  const percent = say('speed.percent', { percent: shareText(share) });
  if (way === null) return say('speed.preparing');
  const doing =
    layer === null
      ? say('speed.preparing')
      : say('speed.measuring', {
          layer: fullNameOf(set, set.layers[layer], say),
          way: say(`speed.way.${way}`),
        });
  return `${percent} · ${doing}`;
}

/** For who does not see the bar: only every quarter, and the end. */
function announcement({ say, progress, ending }: RunBar): string {
  if (progress) return say('speed.percent', { percent: 25 * Math.floor(4 * progress.share) });
  return ending?.kind === 'done' ? say('speed.done') : '';
}

function renderEnding({ say, ending }: RunBar): TemplateResult | typeof nothing {
  if (ending === null || ending.kind === 'done') return nothing;
  const text =
    'message' in ending ? say('speed.failed', { message: ending.message }) : say('speed.cancelled');
  return html`<p class="status" role="alert">${text}</p>`;
}
