import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { runsInLanes } from '../../src/timeline/cells.js';
import type { SessionController } from '../shared/session-controller.js';
import { describeLayer, nameOfLayer } from '../shared/describe.js';
import { renderSentence } from '../shared/sentence.js';
import { renderFailure } from '../shared/status.js';
import { placed, type StageView } from './open-views.js';
import { renderTabs } from './sheets.js';
import { renderTile, type Tiles } from './tiles.js';
import { hasTwoRoads } from './toolbar.js';

interface Stage extends Tiles {
  readonly open: ReadonlySet<StageView>;
  /** Are the counts here, and not at the side? */
  readonly counts: boolean;
  /** Stands in place of the sentence about the variant. */
  readonly welcome: string | null;
  /** What stands beside the name of the layer. */
  readonly tools: TemplateResult;
}

/**
 * The layer at work: its name, its views, playback, and the moment in words and in signs, in one screen where there is
 * room; below it the views that are long.
 */
export function renderStage(stage: Stage): TemplateResult {
  const { lab, session, open, counts } = stage;
  const views = [...open].filter((view) => view !== 'road' || hasTwoRoads(lab));
  const places = placed(new Set(views));
  const tiles = { ...stage, small: stage.small || places.stage.length > 2 };
  return html`<section class="stage" data-stage aria-label=${describeLayer(lab)}>
    <div class=${`first of-${places.stage.length} ${isTall(lab) ? 'tall' : ''}`}>
      ${renderHeading(stage)}
      <div class=${`tiles of-${places.stage.length}`}>
        ${repeat(
          places.stage,
          (view) => view,
          (view) => renderTile(view, tiles),
        )}
      </div>
      <div class="dock">
        <conv-timeline compact></conv-timeline>
        ${renderTabs(lab)}
      </div>
      ${renderFailure(lab)}
      <div class="reading">
        ${renderSentence(lab)}
        <conv-formula></conv-formula>
        ${counts ? html`<conv-counts></conv-counts>` : nothing}
      </div>
    </div>
    ${repeat(
      places.below,
      (view) => view,
      (view) => renderTile(view, stage),
    )}
    ${session.layer.turned ? nothing : html`<p class="note">${lab.say('figure.note.correlation')}</p>`}
    <p class="source">${lab.say('app.source')}</p>
  </section>`;
}

/** Several stages, or lanes, stand one below the other: their picture needs height for its digits. */
function isTall({ session }: SessionController): boolean {
  const stages = session?.moment?.plan.stages ?? [];
  return stages.length > 1 || stages.some(runsInLanes);
}

function renderHeading({ lab, session, welcome, tools }: Stage): TemplateResult {
  const about = `variant.about.${session.layer.variant ?? 'standard'}` as const;
  return html`<div class="heading">
    <h2>${nameOfLayer(lab)}</h2>
    ${tools}
    <p class=${welcome === null ? 'about' : 'about welcome'}>${welcome ?? lab.say(about)}</p>
  </div>`;
}
