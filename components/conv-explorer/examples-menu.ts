import { html, type TemplateResult } from 'lit';
import { presetGroups, type Preset } from '../../src/variants/presets.js';
import { presetsEn } from '../../src/words/parts/presets.js';
import { isWordKey, teach } from '../../src/words/say.js';
import type { SessionController } from '../shared/session-controller.js';

teach(presetsEn);

/** Distance of the list from its button, and from the edges of the window, in pixels. */
const gap = 6;

/** A button that opens the worked examples. Each is a link of its own; a plain click loads it in place. */
export function renderExamplesMenu(
  lab: SessionController,
  current: string | null,
  load: (preset: Preset) => void,
): TemplateResult {
  return html`<button class="examples" popovertarget="examples" aria-haspopup="true">
      ${lab.say('examples.label')} <span aria-hidden="true">▾</span>
    </button>
    <div
      id="examples"
      class="menu sheet"
      popover
      role="group"
      aria-label=${lab.say('examples.label')}
      @beforetoggle=${(event: ToggleEvent) => place(event)}
    >
      <p>${lab.say('examples.intro')}</p>
      <div class="columns">
        ${presetGroups.map(
          ({ id, presets: examples }) =>
            html`<section>
              <h3>${lab.say(`examples.group.${id}`)}</h3>
              <ul>
                ${examples.map((preset) => renderLink(lab, preset, preset.id === current, load))}
              </ul>
            </section>`,
        )}
      </div>
    </div>`;
}

function renderLink(
  lab: SessionController,
  preset: Preset,
  isCurrent: boolean,
  load: (preset: Preset) => void,
): TemplateResult {
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]')?.hidePopover();
    load(preset);
  };
  return html`<li>
    <a href=${`?preset=${preset.id}`} aria-current=${isCurrent ? 'true' : 'false'} @click=${open}
      >${titleOf(lab, preset)}</a
    >
  </li>`;
}

/** What a preset is called. */
export function titleOf(lab: SessionController, { id }: Preset): string {
  const key = `preset.${id}`;
  return isWordKey(key) ? lab.say(key) : id;
}

/** Below its button, inside the window. */
function place(event: ToggleEvent): void {
  if (event.newState !== 'open') return;
  const menu = event.target as HTMLElement;
  menu.removeAttribute('style');
  if (menu.closest('.sheets')) return;
  const { left, bottom } = menu.previousElementSibling!.getBoundingClientRect();
  menu.style.insetBlockStart = `${bottom + gap}px`;
  menu.style.insetInlineStart = `min(${Math.max(left, gap)}px, 100vw - min(52rem, 100vw - ${2 * gap}px) - ${2 * gap}px)`;
  menu.style.maxBlockSize = `max(12rem, 100vh - ${bottom + 2 * gap}px)`;
}
