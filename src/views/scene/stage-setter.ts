import type { Moment } from '../../timeline/types.js';
import type { Choreography, Circumstances, Facts, Setting } from './choreography/choreography.js';
import { choreographyFor } from './choreography/choose.js';
import { factsOf, sameFacts } from './choreography/facts.js';
import type { Glide } from './glide.js';
import type { Staging } from './staging.js';

export interface StageSetterEvents {
  /** A choreography that a moment waited for has come. */
  onLoaded(): void;
  /** The scene is set up elsewhere than before, and what is seen moves there. */
  onMove(): void;
}

/** What something that is shown looks like. */
export interface Staged<Shown = Moment> {
  readonly setting: Setting<Shown>;
  /** What is to be drawn now; it may still be on its way from the layer before. */
  readonly drawn: Staging;
}

/** Keeps the scene set up for what is shown. */
export interface Setter<Shown> {
  readonly setting: Setting<Shown> | null;
  /** Of what is shown, at its place. */
  readonly staging: Staging | null;
  /** Is the picture still on its way from what was shown before? */
  readonly gliding: boolean;
  /**
   * @param still what changes is cut to, not moved to
   * @param now milliseconds
   * @returns null while something that it needs is being loaded
   */
  stage(shown: Shown, around: Circumstances, still: boolean, now: number): Staged<Shown> | null;
  /** Resolves when all is here with which something is staged. */
  load(shown: Shown, around: Circumstances): Promise<void>;
  /** Fetches what later changes need, after the first picture. */
  fetchGlide(): void;
}

/** Keeps the scene set up for the moment that is shown, and loads the choreography that it needs. */
export class StageSetter implements Setter<Moment> {
  setting: Setting | null = null;
  /** Of the moment, at its place. */
  staging: Staging | null = null;
  private readonly events: StageSetterEvents;
  private facts: Facts | null = null;
  private drawn: Staging | null = null;
  private loading: Promise<Choreography> | null = null;
  private glide: Glide | null = null;
  private glideAsked = false;

  constructor(events: StageSetterEvents) {
    this.events = events;
  }

  /** Is the picture still on its way from the layer before? */
  get gliding(): boolean {
    return this.glide?.moving === true;
  }

  /**
   * @param still what changes is cut to, not moved to
   * @param now milliseconds
   * @returns null while the choreography is still being loaded
   */
  stage(moment: Moment, around: Circumstances, still: boolean, now: number): Staged | null {
    const setting = this.settingFor(moment, around, still);
    if (!setting) return null;
    this.staging = setting.stage(moment, still);
    if (still) this.glide?.stop();
    this.drawn = this.glide?.at(now, this.staging) ?? this.staging;
    return { setting, drawn: this.drawn };
  }

  /** Resolves when what a moment is staged with is here. */
  async load(moment: Moment, around: Circumstances): Promise<void> {
    await choreographyFor(factsOf(moment, around));
  }

  /** Needed from the second layer on: until it is here, a change of the layer is a cut. */
  fetchGlide(): void {
    if (this.glideAsked) return;
    this.glideAsked = true;
    import('./glide.js').then(
      (module) => (this.glide = new module.Glide()),
      () => (this.glideAsked = false),
    );
  }

  private settingFor(moment: Moment, around: Circumstances, still: boolean): Setting | null {
    const { facts: before } = this;
    const facts = factsOf(moment, around);
    if (this.setting && before && sameFacts(facts, before)) return this.setting;
    const choreography = choreographyFor(facts);
    if (choreography instanceof Promise) {
      this.wait(choreography);
      return null;
    }
    if (before && !still) this.moveOn(before, facts);
    this.facts = facts;
    this.setting = choreography(facts);
    return this.setting;
  }

  /**
   * Within a plan the camera follows to the next stage, for which tensors make room, and comes nearer at the end; to another layer over
   * the same cells everything glides.
   */
  private moveOn(before: Facts, after: Facts): void {
    const isElsewhere = before.stage !== after.stage || before.isOver !== after.isOver;
    if (before.plan === after.plan && isElsewhere) this.events.onMove();
    const isNextStage = before.plan === after.plan && before.stage !== after.stage;
    if (!this.glide || !this.drawn || !(isNextStage || isAnotherLayer(before, after))) return;
    this.glide.begin(this.drawn);
    this.events.onMove();
  }

  /** What cannot be loaded is tried again with the next moment. */
  private wait(loading: Promise<Choreography>): void {
    if (this.loading === loading) return;
    this.loading = loading;
    loading.then(
      () => this.events.onLoaded(),
      () => (this.loading = null),
    );
  }
}

/** Another plan, or another road, over an input of the same size. */
function isAnotherLayer(before: Facts, after: Facts): boolean {
  const isOther = before.road !== after.road || !isSame(before.plan.stages, after.plan.stages);
  return isOther && isSame(before.plan.stages[0].input, after.plan.stages[0].input);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
