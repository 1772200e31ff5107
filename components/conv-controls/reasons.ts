import { html, type TemplateResult } from 'lit';
import type { Problem } from '../../src/math/types.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import type { SessionController } from '../shared/session-controller.js';

/** Why settings are refused, a sentence each, under an id by which controls point at them. */
export function renderReasons(
  { language }: SessionController,
  id: string,
  problems: readonly Problem[],
): TemplateResult {
  return html`<div id=${id}>
    ${problems.map((each) => html`<p class="problem">${problemSentence(language, each)}</p>`)}
  </div>`;
}
