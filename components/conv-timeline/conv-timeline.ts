import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Session } from '../../src/session/session.js';
import type { Frame, Grain } from '../../src/timeline/types.js';
import { startOfCellAt } from '../../src/timeline/position.js';
import { ConvElement } from '../shared/conv-element.js';
import { icon } from '../shared/icons.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';

const speeds = [0.25, 0.5, 1, 2, 4, 8];
const grains = ['term', 'beat', 'cell'] as const satisfies readonly Grain[];

/**
 * Plays, pauses, steps and scrubs a run.
 *
 * @tag conv-timeline
 * @summary Playback controls of a lab.
 *
 * @csspart play - The play button.
 * @csspart scrubber - The position slider.
 */
export class ConvTimeline extends ConvElement {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    controlStyles,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
      }
      .scrub {
        flex: 1 1 12rem;
        display: flex;
        align-items: center;
        gap: 0.6rem;
        min-inline-size: 0;
      }
      .where {
        font-variant-numeric: tabular-nums;
        color: var(--_muted);
        font-size: 0.875rem;
        white-space: nowrap;
      }
      .group {
        display: flex;
        align-items: center;
        gap: 0.35rem;
      }
      .play {
        min-inline-size: 5.75rem;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 0.35rem;
        font-size: 0.875rem;
        color: var(--_muted);
      }
    `,
  ];

  @state() private grain: (typeof grains)[number] = 'beat';

  private renderPlay(session: Session): TemplateResult {
    const atEnd = session.steps > 0 && session.step >= session.steps;
    const name = !session.paused ? 'pause' : atEnd ? 'replay' : 'play';
    return html`<button
      part="play"
      class="primary play"
      ?disabled=${session.steps === 0}
      @click=${() => (session.paused ? session.play() : session.pause())}
    >
      ${icon(name)}${this.lab.say(`timeline.${name}`)}
    </button>`;
  }

  private renderSteps(session: Session): TemplateResult {
    const grain = this.lab.say(`timeline.grain.${this.grain}`);
    const next = this.lab.say('timeline.next', { grain });
    const previous = this.lab.say('timeline.previous', { grain });
    return html`<div class="group">
      <button
        aria-label=${previous}
        title=${previous}
        @click=${() => stopAndStep(session, 'previous', this.grain)}
      >
        ${icon('previous')}
      </button>
      <button aria-label=${next} title=${next} @click=${() => stopAndStep(session, 'next', this.grain)}>
        ${icon('next')}
      </button>
      <label>
        <span>${this.lab.say('timeline.grain')}</span>
        <select @change=${(event: Event) => this.chooseGrain(event)}>
          ${grains.map(
            (name) =>
              html`<option value=${name} ?selected=${name === this.grain}>
                ${this.lab.say(`timeline.grain.${name}`)}
              </option>`,
          )}
        </select>
      </label>
    </div>`;
  }

  private renderScrubber(session: Session, frame: Frame): TemplateResult {
    const [, row, column, channel] = frame.cell;
    const position = this.lab.say('timeline.position', {
      cell: frame.ordinal + 1,
      cells: frame.cells,
      channel: channel + 1,
      row: row + 1,
      column: column + 1,
      done: frame.term,
      terms: frame.terms.length,
    });
    return html`<div class="scrub">
      <input
        part="scrubber"
        type="range"
        min="0"
        max=${frame.cells}
        step="1"
        aria-label=${this.lab.say('timeline.scrubber')}
        aria-valuetext=${position}
        .value=${String(frame.cellsDone)}
        @input=${(event: Event) => scrub(session, event)}
      />
      <span class="where" aria-hidden="true">
        ${this.lab.say('timeline.short', { cell: frame.ordinal + 1, cells: frame.cells })}
      </span>
    </div>`;
  }

  private renderSpeed(session: Session): TemplateResult {
    return html`<div class="group">
      <label>
        ${this.lab.say('timeline.speed')}
        <select
          @change=${(event: Event) => (session.playbackRate = Number((event.target as HTMLSelectElement).value))}
        >
          ${speeds.map(
            (speed) =>
              html`<option value=${speed} ?selected=${speed === session.playbackRate}>${speed}×</option>`,
          )}
        </select>
      </label>
      <button
        aria-label=${this.lab.say('timeline.loop')}
        title=${this.lab.say('timeline.loop')}
        aria-pressed=${session.loop}
        @click=${() => {
          session.loop = !session.loop;
          this.requestUpdate();
        }}
      >
        ${icon('loop')}
      </button>
    </div>`;
  }

  private chooseGrain(event: Event): void {
    this.grain = (event.target as HTMLSelectElement).value as (typeof grains)[number];
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this.lab;
    if (!session) return nothing;
    const frame = session.moment?.frame;
    return html`<div class="bar" role="group" aria-label=${this.lab.say('timeline.label')}>
      ${this.renderPlay(session)} ${this.renderSteps(session)}
      ${frame ? this.renderScrubber(session, frame) : html`<div class="scrub"></div>`}
      ${this.renderSpeed(session)}
    </div>`;
  }
}

/** Stepping by hand stops the run first, so that it does not run away. */
function stopAndStep(session: Session, direction: 'next' | 'previous', grain: Grain): void {
  session.pause();
  session[direction](grain);
}

/** The scrubber counts cells of the running stage, so that a long run still has a stop for every cell. */
function scrub(session: Session, event: Event): void {
  const { moment } = session;
  if (!moment) return;
  const cells = Number((event.target as HTMLInputElement).value);
  session.seek(startOfCellAt(moment.plan, moment.frame.stage, cells));
}
