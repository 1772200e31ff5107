import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../src/math/types.js';
import type { ParsedLayer } from '../../src/code/types.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import type { SessionController } from '../shared/session-controller.js';

/** What became of a pasted text: whether the layer is set, how it was read, and what was not taken over. */
export function renderAnswer(
  lab: SessionController,
  { layer, notes, problems }: ParsedLayer,
  refusals: readonly Problem[],
): TemplateResult {
  const reasons = [
    ...problems.map(({ key, parameters, line, column }) =>
      lab.say('code.place', { line, column, reason: lab.say(key, parameters) }),
    ),
    ...refusals.map((problem) => problemSentence(lab.language, problem)),
  ];
  const sentences = notes.map(({ key, parameters }) => lab.say(key, parameters));
  return html`<div class="answer" part="answer">
    <p class=${layer ? 'verdict' : 'verdict warned'}>${lab.say(layer ? 'code.applied' : 'code.kept')}</p>
    ${renderList(lab.say('code.problems'), reasons, 'list warned')}
    ${renderList(lab.say('code.notes'), sentences, 'list')}
  </div>`;
}

function renderList(
  heading: string,
  sentences: readonly string[],
  kind: string,
): TemplateResult | typeof nothing {
  if (sentences.length === 0) return nothing;
  return html`<div class=${kind}>
    <h4>${heading}</h4>
    <ul>
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </div>`;
}
