import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Session } from '../../src/session/session.js';
import { runsInLanes } from '../../src/timeline/cells.js';
import { describeLayer, nameOfLayer } from '../shared/describe.js';
import { renderSentence } from '../shared/sentence.js';
import type { SessionController } from '../shared/session-controller.js';
import { renderFailure } from '../shared/status.js';
import { hasTwoRoads } from './toolbar.js';
import type { ExplorerView } from './page-address.js';

interface Stage {
  readonly lab: SessionController;
  readonly session: Session;
  readonly open: ReadonlySet<ExplorerView>;
  readonly camera: string | null;
  /** What stands beside the name of the layer. */
  readonly tools: TemplateResult;
}

/** The layer at work: its name, its views, playback, and the moment in words, in signs and in counts. */
export function renderStage({ lab, session, open, camera, tools }: Stage): TemplateResult {
  const isPair = open.has('channels') || open.has('matrix');
  const stages = session.moment?.plan.stages ?? session.plan.stages;
  const isTall = stages.length > 1 || stages.some(runsInLanes);
  return html`<section
    class=${classMap({ stage: true, pair: isPair, tall: isTall })}
    data-stage
    aria-label=${describeLayer(lab)}
  >
    ${renderHeading(lab, session, tools)}
    <conv-scene camera=${camera ?? nothing}></conv-scene>
    <conv-timeline></conv-timeline>
    ${open.has('road') ? renderOtherRoad(lab, session) : nothing} ${renderFailure(lab)} ${renderSentence(lab)}
    <conv-formula></conv-formula>
    ${session.layer.turned ? nothing : html`<p class="note">${lab.say('figure.note.correlation')}</p>`}
    <conv-counts></conv-counts>
    ${isPair ? renderBeside(lab, open) : nothing}
  </section>`;
}

function renderHeading(lab: SessionController, session: Session, tools: TemplateResult): TemplateResult {
  return html`<div class="heading">
    <div>
      <h2>${nameOfLayer(lab)}</h2>
      <p class="about">${lab.say(`variant.about.${session.layer.variant ?? 'standard'}`)}</p>
    </div>
    <div class="tools">${tools}</div>
  </div>`;
}

function renderOtherRoad(lab: SessionController, session: Session): TemplateResult | typeof nothing {
  if (!hasTwoRoads(lab)) return nothing;
  const road = session.walk === 'input' ? 'gather' : 'scatter';
  return html`<section class="view" aria-labelledby="road-title">
    <h3 id="road-title">${lab.say(`views.road.${road}`)}</h3>
    <conv-scene road=${road}></conv-scene>
  </section>`;
}

/** Views that stand beside the scene where there is room. */
function renderBeside(lab: SessionController, open: ReadonlySet<ExplorerView>): TemplateResult {
  return html`<div class="beside">
    ${
      open.has('channels')
        ? html`<section class="view" aria-label=${lab.say('views.channels.title')}>
            <conv-channels></conv-channels>
          </section>`
        : nothing
    }
    ${
      open.has('matrix')
        ? html`<section class="view" aria-label=${lab.say('views.matrix.title')}>
            <conv-matrix></conv-matrix>
          </section>`
        : nothing
    }
  </div>`;
}
