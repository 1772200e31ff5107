import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../src/session/session.js';
import type { SessionController } from '../shared/session-controller.js';
import type { StageView } from './open-views.js';

export interface Tiles {
  readonly lab: SessionController;
  readonly session: Session;
  /** Where the scene looks from at first. */
  readonly camera: string | null;
  /** Is the room of a view too small for more than one look? */
  readonly small: boolean;
  /** Layers beside this one. */
  readonly comparison: () => TemplateResult;
}

/** One view in its frame. */
export function renderTile(view: StageView, tiles: Tiles): TemplateResult {
  return html`<section class=${`tile ${view}`} aria-label=${tiles.lab.say(titles[view])}>
    ${contents[view](tiles)}
  </section>`;
}

const titles = {
  scene: 'views.scene',
  road: 'views.road',
  channels: 'views.channels.title',
  matrix: 'views.matrix.title',
  grid: 'app.numbers',
  compare: 'views.compare.title',
} as const;

const contents: Readonly<Record<StageView, (tiles: Tiles) => TemplateResult>> = {
  scene: ({ camera, small }) =>
    html`<conv-scene camera=${camera ?? (small ? 'overview' : nothing)}></conv-scene>`,
  road: ({ lab, session, small }) => {
    const road = session.walk === 'input' ? 'gather' : 'scatter';
    return html`<h3>${lab.say(`views.road.${road}`)}</h3>
      <conv-scene road=${road} camera=${small ? 'overview' : nothing}></conv-scene>`;
  },
  channels: () => html`<conv-channels></conv-channels>`,
  matrix: () => html`<conv-matrix></conv-matrix>`,
  grid: ({ lab }) =>
    html`<h2>${lab.say('app.numbers')}</h2>
      <conv-grid></conv-grid>`,
  compare: ({ lab, comparison }) =>
    html`<h2>${lab.say('views.compare.title')}</h2>
      ${comparison()}`,
};
