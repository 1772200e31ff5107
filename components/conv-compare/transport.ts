import { html, type TemplateResult } from 'lit';
import type { Say } from '../../src/views/say.js';
import { icon } from '../shared/icons.js';

const speeds = [0.25, 0.5, 1, 2, 4, 8];

/** What the bar shows and does. */
export interface Transport {
  readonly say: Say;
  readonly tick: number;
  readonly ticks: number;
  readonly paused: boolean;
  readonly rate: number;
  play(): void;
  pause(): void;
  step(ticks: number): void;
  seek(tick: number): void;
  setRate(rate: number): void;
}

/** Plays, steps and scrubs by positions. */
export function renderTransport(bar: Transport): TemplateResult {
  const { say, tick, ticks, paused } = bar;
  const atEnd = ticks > 0 && tick >= ticks;
  const name = !paused ? 'pause' : atEnd ? 'replay' : 'play';
  const grain = say('compare.grain');
  const steps = [
    { words: say('timeline.previous', { grain }), picture: 'previous', by: -1 },
    { words: say('timeline.next', { grain }), picture: 'next', by: 1 },
  ] as const;
  const whole = Math.ceil(tick);
  return html`<div class="bar" role="group" aria-label=${say('timeline.label')}>
    <button
      part="play"
      class="primary play"
      ?disabled=${ticks === 0}
      @click=${() => (paused ? bar.play() : bar.pause())}
    >
      ${icon(name)}${say(`timeline.${name}`)}
    </button>
    ${steps.map(
      ({ words, picture, by }) =>
        html`<button aria-label=${words} title=${words} ?disabled=${ticks === 0} @click=${() => bar.step(by)}>
          ${icon(picture)}
        </button>`,
    )}
    <div class="scrub">
      <input
        part="scrubber"
        type="range"
        min="0"
        max=${ticks}
        step="1"
        aria-label=${say('compare.scrubber')}
        aria-valuetext=${say('compare.scrubbed', { tick: whole, ticks })}
        .value=${String(whole)}
        @input=${(event: Event) => bar.seek(Number((event.target as HTMLInputElement).value))}
      />
      <span class="where" aria-hidden="true">${say('compare.short', { tick: whole, ticks })}</span>
    </div>
    <label>
      ${say('timeline.speed')}
      <select @change=${(event: Event) => bar.setRate(Number((event.target as HTMLSelectElement).value))}>
        ${speeds.map(
          (speed) => html`<option value=${speed} ?selected=${speed === bar.rate}>${speed}×</option>`,
        )}
      </select>
    </label>
  </div>`;
}

/**
 * Does what a key means while the picture has the focus; the keys of the other figures, with positions for beats. A key
 * that did something goes no further.
 */
export function handleCompareKey(event: KeyboardEvent, bar: Transport, row: number): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (!act(event.key, bar, row)) return;
  event.preventDefault();
  event.stopPropagation();
}

function act(key: string, bar: Transport, row: number): boolean {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -row,
    ArrowDown: row,
  };
  if (key in steps) bar.step(steps[key]);
  else if (key === ' ') bar[bar.paused ? 'play' : 'pause']();
  else if (key === 'Home' || key === 'End') bar.seek(key === 'Home' ? 0 : bar.ticks);
  else if (['+', '=', '-', '−'].includes(key)) bar.setRate(bar.rate * (key === '+' || key === '=' ? 2 : 0.5));
  else return false;
  return true;
}
