import { html, type TemplateResult } from 'lit';
import type { Session } from '../../src/session/session.js';
import { icon } from '../shared/icons.js';
import type { SessionController } from '../shared/session-controller.js';

interface History {
  readonly session: Session;
  readonly lab: SessionController;
  /** Are the settings explained where they stand? */
  readonly explained: boolean;
  readonly explain: () => void;
  readonly reset: () => void;
  /** Tells that the layer was changed. */
  readonly changed: () => void;
}

/** Back, forward, to the start; and whether the settings are explained. */
export function renderHistory(history: History): TemplateResult {
  const { session, lab, explained, explain, reset } = history;
  return html`<div class="history" role="group" aria-label=${lab.say('edit.label')}>
    ${renderStep('undo', session.canUndo, history)} ${renderStep('redo', session.canRedo, history)}
    <button class="reset" @click=${reset}>${lab.say('controls.reset')}</button>
    <button class="explain" aria-pressed=${explained} @click=${explain}>
      ${lab.say('controls.explain')}
    </button>
  </div>`;
}

function renderStep(name: 'undo' | 'redo', can: boolean, { session, lab, changed }: History): TemplateResult {
  const label = lab.say(`edit.${name}`);
  return html`<button
    title=${label}
    ?disabled=${!can}
    @click=${() => {
      session[name]();
      changed();
    }}
  >
    ${icon(name)}<span class="visually-hidden">${label}</span>
  </button>`;
}
