/** What the page can show beside the layer itself. To add one is one line in a list below, and its words. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LaboratoryName } from '../../src/address/page-state.js';
import type { WordKey } from '../../src/words/say.js';
import { loadLaboratory } from '../shared/load-laboratory.js';
import { loadPanel } from '../shared/load-panel.js';
import { loadView } from '../shared/load-view.js';
import type { SessionController } from '../shared/session-controller.js';
import { renderDisplay, type DisplayChoices } from './display-panel.js';
import { sheetIds } from './sheets.js';

/** Something that is fetched when it is first opened. */
export interface SitePart<Id extends string = string> {
  readonly id: Id;
  readonly title: WordKey;
  /** Registers the elements that `render` names. */
  readonly load: () => Promise<unknown>;
  readonly render: (lab: SessionController) => TemplateResult;
}

/** A part that may also change how numbers are shown. */
export interface Panel extends Omit<SitePart, 'render'> {
  readonly render: (lab: SessionController, display: DisplayChoices) => TemplateResult;
}

/** Panels below the settings, in their order. */
export const panels: readonly Panel[] = [
  { id: 'input', title: 'app.input', load: () => loadView('input'), render: renderInput },
  {
    id: 'display',
    title: 'display.title',
    load: () => Promise.resolve(),
    render: renderDisplay,
  },
  {
    id: 'code',
    title: 'app.code',
    load: () => loadPanel('code'),
    render: () => html`<conv-code></conv-code>`,
  },
  {
    id: 'export',
    title: 'app.export',
    load: () => loadPanel('export'),
    render: () => html`<conv-export></conv-export>`,
  },
];

/** Experiments that take the place of the stage, in the order of their menu. */
export const laboratories: readonly SitePart<LaboratoryName>[] = [
  laboratory('receptive-field', () => html`<conv-receptive-field></conv-receptive-field>`),
  laboratory('gridding', () => html`<conv-gridding></conv-gridding>`),
  laboratory('checkerboard', () => html`<conv-checkerboard></conv-checkerboard>`),
  laboratory('padding-table', () => html`<conv-padding-table></conv-padding-table>`),
  laboratory('factorisation', () => html`<conv-factorisation></conv-factorisation>`),
  laboratory('filter', () => html`<conv-filter></conv-filter>`),
  laboratory('speed', () => html`<conv-speed></conv-speed>`),
  laboratory('network', () => html`<conv-network></conv-network>`),
  laboratory('block', () => html`<conv-block></conv-block>`),
];

function laboratory(id: LaboratoryName, render: () => TemplateResult): SitePart<LaboratoryName> {
  return { id, title: `laboratory.${id}`, load: () => loadLaboratory(id), render };
}

function renderInput(lab: SessionController): TemplateResult {
  return html`<p class="note">${lab.say('app.invitation')}</p>
    <conv-input></conv-input>`;
}

/** Which panels are open; those that are here but false were, and keep what was typed into them. */
export type Folds = ReadonlyMap<string, boolean>;

/** A panel under its title. Nothing of it is made before it is opened. */
export function renderPanel(
  { lab, display }: { readonly lab: SessionController; readonly display: DisplayChoices },
  panel: Panel,
  folds: Folds,
  fold: (id: string, open: boolean) => void,
): TemplateResult {
  const { id, title, render } = panel;
  return html`<details
    class="panel"
    data-panel=${id}
    ?open=${folds.get(id) === true}
    @toggle=${(event: ToggleEvent) => fold(id, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>${lab.say(title)}</summary>
    ${folds.has(id) ? render(lab, display) : nothing}
  </details>`;
}

/** A laboratory in place of stage and side panel, and the way back. */
export function renderLaboratory(
  lab: SessionController,
  laboratory: SitePart,
  { sheets, leave }: { readonly sheets: boolean; readonly leave: () => void },
): TemplateResult {
  return html`<main class="laboratory" tabindex="-1">
    <div class="heading">
      <h2>${lab.say(laboratory.title)}</h2>
      ${sheets ? html`<button popovertarget=${sheetIds.more}>${lab.say('sheets.more')}</button>` : nothing}
      <button @click=${leave}>${lab.say('laboratories.leave')}</button>
    </div>
    ${laboratory.render(lab)}
  </main>`;
}
