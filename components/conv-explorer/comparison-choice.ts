import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../../src/session/session.js';
import type { LayerSpec } from '../../src/variants/types.js';
import { comparisonsOf, type Comparison, type ComparisonId } from './comparisons.js';

/** What the layer can be held against, and which of that is shown. A layer that cannot run leaves what was there before it. */
export class ComparisonChoice implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly session: () => Session | null;
  /** The last layer that could run. */
  private legal: LayerSpec = {};
  private chosen: ComparisonId | null = null;

  constructor(host: ReactiveControllerHost, session: () => Session | null) {
    this.host = host;
    this.session = session;
    host.addController(this);
  }

  hostUpdate(): void {
    const session = this.session();
    if (session?.problems.length === 0) this.legal = session.layer;
  }

  /** The most telling one first; empty where the layer is worth none. */
  get offered(): readonly Comparison[] {
    return comparisonsOf(this.legal);
  }

  /** Of those that are offered: the one that a person chose, else the first. */
  currentOf(offered: readonly Comparison[]): Comparison | undefined {
    return offered.find(({ id }) => id === this.chosen) ?? offered[0];
  }

  choose(id: ComparisonId): void {
    this.chosen = id;
    this.host.requestUpdate();
  }
}
