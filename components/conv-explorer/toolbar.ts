import { html, type TemplateResult } from 'lit';
import type { SessionController } from '../shared/session-controller.js';
import { openViews, type OpenViews } from './open-views.js';
import { explorerViews, type ExplorerView } from './page-address.js';

/** A transposed convolution can be seen as stamps and as a window, both at once on one cursor. */
export function hasTwoRoads(lab: SessionController): boolean {
  const { stages } = lab.session?.moment?.plan ?? { stages: [] };
  return stages.some(({ op }) => op === 'transposed');
}

/** A button for each view that this layer has. */
export function renderViewToggles(
  lab: SessionController,
  views: OpenViews,
  toggle: (view: ExplorerView) => void,
): TemplateResult {
  const open = openViews(views);
  return html`<div class="toggles" role="group" aria-label=${lab.say('views.label')}>
    ${explorerViews
      .filter((view) => view !== 'road' || hasTwoRoads(lab))
      .map(
        (view) =>
          html`<button aria-pressed=${open.has(view)} @click=${() => toggle(view)}>
            ${lab.say(`views.${view}`)}
          </button>`,
      )}
  </div>`;
}
