import { html, nothing, type TemplateResult } from 'lit';
import type { SessionController } from '../shared/session-controller.js';
import type { Camera } from './camera.js';

/** The camera's live picture, or why there is none; nothing while nobody asked for it. */
export function renderCamera(
  lab: SessionController,
  { stream, asking, problem }: Camera,
  take: () => void,
): TemplateResult {
  return html`<div class="camera">
    ${
      stream
        ? html`<video autoplay playsinline .muted=${true} aria-label=${lab.say('camera.live')}></video>
            <button class="primary" @click=${take}>${lab.say('camera.take')}</button>`
        : nothing
    }
    <div role="status">
      ${asking ? html`<p class="help">${lab.say('camera.asking')}</p>` : nothing}
      ${problem ? html`<p class="refusal">${lab.say(problem)}</p>` : nothing}
    </div>
  </div>`;
}
