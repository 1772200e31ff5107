import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../src/math/types.js';
import type { ParsedLayer } from '../../src/code/types.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import type { SessionController } from '../shared/session-controller.js';

/** What became of a pasted text: whether the layer is set and can run, how it was read, and what was not taken over. */
export function renderAnswer(
  lab: SessionController,
  { layer, notes, problems }: ParsedLayer,
  refusals: readonly Problem[],
): TemplateResult {
  const verdict = !layer ? 'code.kept' : refusals.length > 0 ? 'code.applied.refused' : 'code.applied';
  const reasons = refusals.map((problem) => problemSentence(lab.language, problem));
  const left = problems.map(({ key, parameters, line, column }) =>
    lab.say('code.place', { line, column, reason: lab.say(key, parameters) }),
  );
  const sentences = notes.map(({ key, parameters }) => lab.say(key, parameters));
  return html`<div class="answer" part="answer">
    <p class=${verdict === 'code.applied' ? 'verdict' : 'verdict warned'}>${lab.say(verdict)}</p>
    ${renderList(null, reasons, 'list warned')} ${renderList(lab.say('code.problems'), left, 'list warned')}
    ${renderList(lab.say('code.notes'), sentences, 'list')}
  </div>`;
}

function renderList(
  heading: string | null,
  sentences: readonly string[],
  kind: string,
): TemplateResult | typeof nothing {
  if (sentences.length === 0) return nothing;
  return html`<div class=${kind}>
    ${heading === null ? nothing : html`<h4>${heading}</h4>`}
    <ul>
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </div>`;
}
