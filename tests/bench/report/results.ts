/** What a run found, as it is kept in results.json: all samples in milliseconds, one section after the other. */
import type { Ceilings } from '../engine/ceilings.js';
import type { Measured } from '../engine/measure.js';
import type { CallCounts } from '../page/count-calls.js';
import type { Leftovers } from '../page/mounts.js';
import type { SceneTimes } from '../scene/page.js';
import type { Timed } from '../calls/in-turns.js';

/** Where and with what a section was measured. */
export interface Setting {
  /** Year, month and day. */
  readonly date: string;
  readonly commit: string;
  readonly quick: boolean;
  readonly system: string;
  readonly cores: number;
  readonly renderer: string;
  readonly browser: string;
  /** By package name. */
  readonly versions: Readonly<Record<string, string>>;
}

/** A measurement, and the share of the machine that other work took meanwhile. */
export interface Watched<Result> {
  readonly result: Result;
  readonly foreignLoad: number;
}

export interface EngineCase {
  readonly id: string;
  readonly engines: readonly Measured[];
}

export interface EngineSection {
  readonly setting: Setting;
  /** Of every wasm engine. */
  readonly threads: number;
  readonly ceilings: Ceilings | null;
  readonly cases: readonly Watched<EngineCase>[];
}

export interface CallsSection {
  readonly setting: Setting;
  readonly calls: Watched<readonly Timed[]>;
}

export interface SceneSection {
  readonly setting: Setting;
  readonly volumes: readonly Watched<readonly SceneTimes[]>[];
}

export interface PageSection {
  readonly setting: Setting;
  readonly figures: number;
  /** Seconds. */
  readonly watched: number;
  readonly counts: CallCounts;
  /** Milliseconds of every frame while the figures were scrolled through. */
  readonly scrolled: Watched<readonly number[]>;
  readonly leftovers: Leftovers;
}

export interface Results {
  readonly engine?: EngineSection;
  readonly calls?: CallsSection;
  readonly scene?: SceneSection;
  readonly page?: PageSection;
}
