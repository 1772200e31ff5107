import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Session } from '../../src/session/session.js';
import { cellCount } from '../../src/timeline/cells.js';
import { startOfCellAt } from '../../src/timeline/position.js';
import type { Grain, Moment, Walk } from '../../src/timeline/types.js';
import { formatCount } from '../../src/words/numbers.js';
import { ConvElement } from '../shared/conv-element.js';
import { icon } from '../shared/icons.js';
import { renderSegments, segmentedStyles } from '../shared/segmented.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { timelineStyles } from './styles.js';

const speeds = [0.25, 0.5, 1, 2, 4, 8];
const walks = ['output', 'input'] as const satisfies readonly Walk[];
const grains = ['term', 'beat', 'cell'] as const satisfies readonly Grain[];

/**
 * Plays, pauses, steps and scrubs a run; a transposed convolution also chooses along what it walks.
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
    segmentedStyles,
    timelineStyles,
  ];

  /** In one line, for as long as there is room for one: on a phone what is used less is folded behind a button. */
  @property({ type: Boolean }) compact = false;

  /** Is what is used less to be seen where it is folded? */
  @state() private unfolded = false;
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
      ${icon(name)}<span class="caption">${this.lab.say(`timeline.${name}`)}</span>
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
    </div>`;
  }

  private renderGrain(): TemplateResult {
    return html`<div class="group">
      <label>
        <span class="caption">${this.lab.say('timeline.grain')}</span>
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

  private renderScrubber(session: Session, moment: Moment): TemplateResult {
    const { frame } = moment;
    const before = cellsBefore(moment, frame.stage);
    const cells = cellsBefore(moment, moment.plan.stages.length);
    const short = frame.stamp ? 'walk.short' : 'timeline.short';
    const where = this.lab.say(short, {
      cell: formatCount(Math.max(frame.ordinal + 1, frame.cellsDone)),
      cells: formatCount(frame.cells),
    });
    const stages = moment.plan.stages.length;
    return html`<div class="scrub">
      <input
        part="scrubber"
        type="range"
        min="0"
        max=${cells}
        step="1"
        aria-label=${this.lab.say('timeline.scrubber')}
        aria-valuetext=${this.position(moment)}
        .value=${String(before + frame.cellsDone)}
        @input=${(event: Event) => scrub(session, event)}
      />
      <span class="where" aria-hidden="true">
        ${stages > 1 ? this.lab.say('timeline.stage', { stage: frame.stage + 1, stages }) : nothing} ${where}
      </span>
    </div>`;
  }

  private position({ plan, frame }: Moment): string {
    const [, row, column, channel] = frame.stamp?.input ?? frame.cell;
    const stages = plan.stages.length;
    const position = this.lab.say(frame.stamp ? 'walk.position' : 'timeline.position', {
      cell: formatCount(frame.ordinal + 1),
      cells: formatCount(frame.cells),
      channel: channel + 1,
      row: row + 1,
      column: column + 1,
      done: formatCount(frame.stamp?.landed ?? frame.term),
      terms: formatCount(frame.stamp?.entries.length ?? frame.terms.length),
    });
    return stages > 1
      ? `${this.lab.say('timeline.stage', { stage: frame.stage + 1, stages })}: ${position}`
      : position;
  }

  /** Only a transposed convolution can be walked along its inputs. */
  private renderWalk(session: Session, moment: Moment): TemplateResult | typeof nothing {
    if (!moment.plan.stages.some(({ op }) => op === 'transposed')) return nothing;
    const label = this.lab.say('walk.label');
    return html`<div class="walk">
      <span class="caption" aria-hidden="true">${label}</span>
      ${renderSegments({
        name: 'walk',
        label,
        options: walks.map((value) => ({ value, label: this.lab.say(`walk.${value}`) })),
        value: session.walk,
        choose: (walk) => session.setWalk(walk),
      })}
    </div>`;
  }

  private renderSpeed(session: Session): TemplateResult {
    return html`<div class="group">
      <label>
        <span class="caption">${this.lab.say('timeline.speed')}</span>
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

  private renderFold(): TemplateResult {
    const label = this.lab.say('timeline.more');
    return html`<button
      class="fold"
      aria-label=${label}
      title=${label}
      aria-expanded=${this.unfolded}
      aria-controls="extras"
      @click=${() => {
        this.unfolded = !this.unfolded;
      }}
    >
      <span aria-hidden="true">⋯</span>
    </button>`;
  }

  private chooseGrain(event: Event): void {
    this.grain = (event.target as HTMLSelectElement).value as (typeof grains)[number];
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this.lab;
    if (!session) return nothing;
    const { moment } = session;
    return html`<div class="bar" role="group" aria-label=${this.lab.say('timeline.label')}>
      ${this.renderPlay(session)} ${this.renderSteps(session)}
      <div id="extras" class=${this.unfolded ? 'extras unfolded' : 'extras'}>
        ${this.renderGrain()} ${moment ? this.renderWalk(session, moment) : nothing}
        ${this.renderSpeed(session)}
      </div>
      ${moment ? this.renderScrubber(session, moment) : html`<div class="scrub"></div>`}
      ${this.compact ? this.renderFold() : nothing}
    </div>`;
  }
}

/** Stepping by hand stops the run first, so that it does not run away. */
function stopAndStep(session: Session, direction: 'next' | 'previous', grain: Grain): void {
  session.pause();
  session[direction](grain);
}

/** Cells of the stages before one. */
function cellsBefore({ plan, frame }: Moment, stage: number): number {
  return plan.stages.slice(0, stage).reduce((sum, each) => sum + cellCount(each, frame.walk), 0);
}

/** The scrubber counts cells through all stages, so that a long run still has a stop for every cell. */
function scrub(session: Session, event: Event): void {
  const { moment } = session;
  if (!moment) return;
  const cells = Number((event.target as HTMLInputElement).value);
  const { plan, frame } = moment;
  let stage = plan.stages.length - 1;
  while (stage > 0 && cellsBefore(moment, stage) >= cells) stage -= 1;
  session.seek(startOfCellAt(plan, stage, cells - cellsBefore(moment, stage), frame.walk));
}
