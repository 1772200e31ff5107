import type { Moment } from '../../timeline/types.js';
import type { Choreography, Facts, Road, Setting } from './choreography/choreography.js';
import { choreographyFor } from './choreography/choose.js';
import { factsOf, sameFacts } from './choreography/facts.js';

export interface StageSetterEvents {
  /** A choreography that a moment waited for has come. */
  onLoaded(): void;
  /** The same plan goes on with another stage. */
  onNextStage(): void;
}

/** Keeps the scene set up for the moment that is shown, and loads the choreography that it needs. */
export class StageSetter {
  setting: Setting | null = null;
  private readonly events: StageSetterEvents;
  private facts: Facts | null = null;
  private loading: Promise<Choreography> | null = null;

  constructor(events: StageSetterEvents) {
    this.events = events;
  }

  /** @returns null while the choreography is still being loaded */
  settingFor(moment: Moment, road: Road | null): Setting | null {
    const facts = factsOf(moment, road);
    if (this.setting && this.facts && sameFacts(facts, this.facts)) return this.setting;
    const choreography = choreographyFor(facts);
    if (choreography instanceof Promise) {
      this.wait(choreography);
      return null;
    }
    if (this.facts?.plan === facts.plan && this.facts.stage !== facts.stage) this.events.onNextStage();
    this.facts = facts;
    this.setting = choreography(facts);
    return this.setting;
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
