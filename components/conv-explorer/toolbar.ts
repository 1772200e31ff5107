import { html, nothing, type TemplateResult } from 'lit';
import type { SessionController } from '../shared/session-controller.js';
import { openViews, stageViews, type OpenViews, type StageView } from './open-views.js';
import { renderSheetHead, returnFocus, sheetIds } from './sheets.js';

/** A transposed convolution can be seen as stamps and as a window, both at once on one cursor. */
export function hasTwoRoads(lab: SessionController): boolean {
  const { stages } = lab.session?.moment?.plan ?? { stages: [] };
  return stages.some(({ op }) => op === 'transposed');
}

interface Toggles {
  readonly lab: SessionController;
  readonly views: OpenViews;
  /** Do they lie in a sheet of their own? */
  readonly sheets: boolean;
  readonly toggle: (view: StageView) => void;
}

/** A button for each view that this layer has. */
export function renderViewToggles({ lab, views, sheets, toggle }: Toggles): TemplateResult {
  const open = openViews(views);
  return html`<div
    id=${sheetIds.views}
    class="views sheet"
    popover=${sheets ? 'auto' : nothing}
    @toggle=${returnFocus}
    role="group"
    aria-label=${lab.say('views.label')}
  >
    ${sheets ? renderSheetHead(lab, 'views') : nothing}
    <div class="toggles">
      ${stageViews
        .filter((view) => view !== 'road' || hasTwoRoads(lab))
        .map(
          (view) =>
            html`<button aria-pressed=${open.has(view)} @click=${() => toggle(view)}>
              ${lab.say(`views.${view}`)}
            </button>`,
        )}
    </div>
  </div>`;
}
