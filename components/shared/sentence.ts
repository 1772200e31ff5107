import { html, type TemplateResult } from 'lit';
import { pointedSentence } from '../../src/views/pointed.js';
import { sentenceFor } from '../../src/views/speech.js';
import type { SessionController } from './session-controller.js';

/** What is pointed at, else the moment, in one sentence; '' while there is none. */
export function sentenceOfLab(lab: SessionController): string {
  const moment = lab.session?.moment;
  if (!moment) return '';
  return pointedSentence(moment, lab.language) || sentenceFor(moment, lab.language);
}

/**
 * The moment in one sentence: always to be read, and said politely when a person steps; nothing is said while it
 * plays.
 */
export function renderSentence(lab: SessionController): TemplateResult {
  const sentence = sentenceOfLab(lab);
  const said = lab.session?.paused ? sentence : '';
  return html`<p class="sentence" part="sentence">${sentence}</p>
    <div class="visually-hidden" role="status" aria-live="polite">${said}</div>`;
}
