import type { Plan } from '../math/types.js';
import { stepInWalk } from '../timeline/in-walk.js';
import { clampStep, stepsOf } from '../timeline/position.js';
import { nextStop, previousStop } from '../timeline/stops.js';
import { advance } from '../timeline/tempo.js';
import type { Grain, Walk } from '../timeline/types.js';
import { Player, type Clock } from './player.js';

export interface RunEvents {
  changed(): void;
  /** Playing began, stopped, or came to the end. */
  told(event: 'play' | 'pause' | 'ended'): void;
}

/** Where the run of the shown plan stands, and whether it plays. */
export class Run {
  private readonly events: RunEvents;
  private readonly player: Player;
  private plan: Plan | null = null;
  private walk: Walk = 'output';
  private at = 0;
  /** Step at which the next plan opens; null: where the run stands, or at the start. */
  private opening: number | null = null;
  private speed = 1;
  loop = false;

  constructor(events: RunEvents, clock?: Clock) {
    this.events = events;
    this.player = new Player((milliseconds) => this.tick(milliseconds), clock);
  }

  get step(): number {
    return this.at;
  }

  get steps(): number {
    return this.plan ? stepsOf(this.plan, this.walk) : 0;
  }

  get paused(): boolean {
    return !this.player.playing;
  }

  get playbackRate(): number {
    return this.speed;
  }

  set playbackRate(rate: number) {
    this.speed = Number.isFinite(rate) ? Math.min(Math.max(rate, 0.25), 8) : 1;
    this.events.changed();
  }

  set seen(seen: boolean) {
    this.player.seen = seen;
  }

  /**
   * A finished run stays finished; one in the middle goes on where its cells are the same, else it starts again.
   * @param isNewest false for a plan that another one will replace at once, which alone opens where it was told to
   */
  follow(plan: Plan, isNewest: boolean): void {
    const { plan: before } = this;
    const opening = isNewest ? this.opening : null;
    const isFinished = before !== null && this.at >= this.steps;
    this.plan = plan;
    if (isNewest) this.opening = null;
    if (opening !== null) this.at = clampStep(plan, opening, this.walk);
    else if (before === null || hasSameCells(before, plan)) this.at = clampStep(plan, this.at, this.walk);
    else this.at = isFinished ? this.steps : 0;
  }

  /** Opens the newest plan, when it comes, at a step; null: as {@link follow} has it. */
  openAt(step: number | null): void {
    this.opening = step;
  }

  /** Goes another way through the same products; the one in hand stays in hand. */
  turnTo(walk: Walk): void {
    if (this.plan && walk !== this.walk) this.at = stepInWalk(this.plan, this.at, this.walk, walk);
    this.walk = walk;
  }

  seek(step: number): void {
    const wanted = Math.max(step, 0) || 0;
    if (this.opening !== null) this.opening = wanted;
    this.at = this.plan ? clampStep(this.plan, wanted, this.walk) : wanted;
    this.events.changed();
  }

  next(grain: Grain): void {
    if (this.plan) this.seek(nextStop(this.plan, this.at, grain, this.walk));
  }

  previous(grain: Grain): void {
    if (this.plan) this.seek(previousStop(this.plan, this.at, grain, this.walk));
  }

  /** Plays on, or from the start when at the end. */
  play(): void {
    if (this.player.playing) return;
    if (this.plan && this.at >= this.steps) this.at = 0;
    this.player.play();
    this.events.told('play');
    this.events.changed();
  }

  pause(): void {
    if (!this.player.playing) return;
    this.player.pause();
    this.events.told('pause');
    this.events.changed();
  }

  private tick(milliseconds: number): boolean {
    if (!this.plan) return true;
    this.at = advance(this.plan, this.at, milliseconds * this.speed, this.walk);
    const ended = this.at >= this.steps;
    if (ended && this.loop) this.at = 0;
    this.events.changed();
    if (!ended || this.loop) return true;
    this.events.told('pause');
    this.events.told('ended');
    return false;
  }
}

/** Do two plans go over the same cells and products? Biases and activations come after those. */
function hasSameCells(one: Plan, other: Plan): boolean {
  return one === other || placesOf(one) === placesOf(other);
}

function placesOf({ stages }: Plan): string {
  return JSON.stringify(stages.map(({ bias: _bias, activation: _activation, ...places }) => places));
}
