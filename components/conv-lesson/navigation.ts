import { html, nothing, type TemplateResult } from 'lit';
import type { WordKey } from '../../src/words/say.js';
import { icon } from '../shared/icons.js';
import type { Layout } from './layout.js';

/** The row of buttons above the figure, and what they do. */
export interface Navigation {
  readonly index: number;
  readonly count: number;
  readonly layout: Layout;
  readonly playing: boolean;
  /** News instead of the place, while there are some. */
  readonly told: string;
  readonly say: (key: WordKey) => string;
  readonly previous: () => void;
  readonly next: () => void;
  readonly restore: () => void;
  readonly togglePlay: () => void;
  readonly startSlides: () => void;
  readonly printHandout: () => void;
}

export function renderNavigation(navigation: Navigation): TemplateResult {
  const { index, count, layout, told, say } = navigation;
  return html`<nav aria-label=${say('lesson.steps')}>
    <button ?disabled=${index <= 0} @click=${() => navigation.previous()}>
      ${icon('previous')}<span class="words">${say('lesson.previous')}</span>
    </button>
    <button class="primary" ?disabled=${index >= count - 1} @click=${() => navigation.next()}>
      <span class="words">${say('lesson.next')}</span>${icon('next')}
    </button>
    <span class="place">${index < 0 ? nothing : say('lesson.place')}</span>
    <span role="status">${told}</span>
    ${layout === 'compact' ? renderPlay(navigation) : nothing}
    <button @click=${() => navigation.restore()}>
      ${icon('replay')}<span class="words">${say('lesson.again')}</span>
    </button>
    ${layout === 'compact' ? nothing : renderForClass(navigation)}
  </nav>`;
}

/** Where there is no room for the figure's own controls. */
function renderPlay({ playing, say, togglePlay }: Navigation): TemplateResult {
  const name = playing ? 'pause' : 'play';
  const label = say(`timeline.${name}`);
  return html`<button aria-label=${label} title=${label} @click=${togglePlay}>${icon(name)}</button>`;
}

function renderForClass({ say, startSlides, printHandout }: Navigation): TemplateResult {
  const [slides, handout] = [say('lesson.slides'), say('lesson.handout')];
  return html`<button aria-label=${slides} title=${slides} @click=${startSlides}>${icon('slides')}</button>
    <button aria-label=${handout} title=${handout} @click=${printHandout}>${icon('print')}</button>`;
}
