/** What is to be said of the picture and of what is computed. */
import { html, nothing, type TemplateResult } from 'lit';
import { MediaError } from '../../src/media/media-error.js';
import type { Plan } from '../../src/math/types.js';
import type { Say } from '../../src/views/say.js';
import { fileSentence } from '../../src/words/media-sentence.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import type { Language } from '../../src/words/say.js';
import type { Live } from './live.js';
import type { Pictures } from './pictures.js';
import type { FilterWork } from './work.js';

export interface StatusLook {
  readonly say: Say;
  readonly language: Language;
  readonly pictures: Pictures;
  readonly live: Live;
  readonly work: FilterWork;
  /** Of the settings as they are. */
  readonly plan: Plan | null;
  readonly colour: boolean;
}

export function renderStatus(look: StatusLook): TemplateResult {
  const { say, work, plan, colour } = look;
  const [stage] = work.answer?.task.plan.stages ?? [];
  const size = stage && { rows: stage.output[1], columns: stage.output[2] };
  const told = [fileTold(look), ...refusals(look)].filter((text) => text !== '');
  return html`<div class="status">
    <div role="status">
      ${told.map((text, i) => html`<p class=${i === 0 && fileTold(look) !== '' ? 'told' : 'refusal'}>${text}</p>`)}
      ${look.live.camera.asking ? html`<p class="told">${say('camera.asking')}</p>` : nothing}
    </div>
    <p class="facts">
      ${size ? html`<span>${say('filter.size.result', size)}</span>` : nothing} ${renderFrames(look)}
      ${work.busy && !look.live.camera.stream ? html`<span class="computing">${say('filter.computing')}</span>` : nothing}
    </p>
    ${colour && plan ? html`<p class="small">${say('filter.colour.text')}</p>` : nothing}
  </div>`;
}

function renderFrames({ say, live, pictures }: StatusLook): TemplateResult | typeof nothing {
  if (!live.camera.stream || !pictures.picture || live.frameTime === 0) return nothing;
  const [rows, columns] = pictures.picture.tensor.shape;
  return html`<span
    >${say('filter.frames', { rows, columns, milliseconds: Math.round(live.frameTime) })}</span
  >`;
}

/** What became of a file. */
function fileTold({ say, pictures: { file, given } }: StatusLook): string {
  if (!file || given.kind !== 'file') return '';
  const { width, height, originalWidth, originalHeight } = file;
  const facts = { name: given.file.name, width, height, originalWidth, originalHeight };
  return say(width < originalWidth ? 'filter.file.reduced' : 'filter.file.whole', facts);
}

function refusals({ say, language, pictures, live, work, plan }: StatusLook): string[] {
  const { refusal } = pictures;
  const file =
    refusal === null
      ? ''
      : `${refusal instanceof MediaError ? fileSentence(language, refusal) : say('media.unreadable-file')} ${say('filter.kept')}`;
  const { problem } = live.camera;
  const failed = work.error instanceof Error ? say('filter.failed', { reason: work.error.message }) : '';
  return [
    file,
    problem ? say(problem) : '',
    ...(plan?.problems ?? []).map((each) => problemSentence(language, each)),
    failed,
  ];
}
