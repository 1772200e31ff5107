/** Runs measurements with the page's engine, one at a time, and keeps the last one of every set. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { EngineError } from '../../src/engine/errors.js';
import { acquireEngine, releaseEngine } from '../../src/session/engines.js';
import type { KnobName } from '../../src/speed/knobs.js';
import { engineBench } from '../../src/speed/engine-bench.js';
import { nearestOf, refusalOf, type DeviceLimits, type Refusal } from '../../src/speed/limits.js';
import { measure, type Progress, type Request } from '../../src/speed/measure.js';
import { browserPage } from '../../src/speed/page.js';
import type { LayerSet, Report } from '../../src/speed/types.js';

/** How the last measurement ended; null before the first, and while one runs. */
export type Ending =
  { readonly kind: 'done' | 'cancelled' } | { readonly kind: 'failed'; readonly message: string };

export class SpeedWork implements ReactiveController {
  progress: Progress | null = null;
  ending: Ending | null = null;
  /** Unknown before the first start: until then no engine is asked for. */
  private limits: DeviceLimits | null = null;
  private readonly host: ReactiveControllerHost;
  private readonly reports = new Map<string, Report>();
  private running: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /** What was measured of a set on this device. */
  reportOf(set: LayerSet): Report | null {
    return this.reports.get(keyOf(set)) ?? null;
  }

  /** Why a set cannot be measured here, as far as that is known by now. @param turned the knob that was turned last */
  refusalOf(set: LayerSet, turned: KnobName | null = null): Refusal | null {
    return this.limits && refusalOf(set, this.limits, turned);
  }

  /** The nearest size that fits, for layers that are too large to be planned. */
  nearestOf(set: LayerSet, turned: KnobName | null): Refusal['nearest'] {
    return nearestOf(set, this.limits, turned);
  }

  cancel(): void {
    this.running?.abort();
  }

  /** @returns whether there is a new report */
  async start(request: Request): Promise<boolean> {
    if (this.running) return false;
    const running = new AbortController();
    this.running = running;
    this.ending = null;
    this.show({ share: 0, layer: null, way: null });
    try {
      const report = await this.measured(request, running.signal);
      if (report) this.reports.set(keyOf(request.set), report);
      this.ending = report ? { kind: 'done' } : null;
      return report !== null;
    } catch (error) {
      this.ending = running.signal.aborted ? { kind: 'cancelled' } : failure(error);
      return false;
    } finally {
      this.running = null;
      this.show(null);
    }
  }

  /** Null for what this device cannot hold. */
  private async measured(request: Request, signal: AbortSignal): Promise<Report | null> {
    const engine = await acquireEngine();
    try {
      signal.throwIfAborted();
      this.limits = engine.limits;
      if (this.refusalOf(request.set)) return null;
      const bench = engineBench(engine);
      try {
        const progress = (now: Progress): void => this.show(now);
        return await measure(request, { bench, page: browserPage, signal, progress });
      } finally {
        bench.dispose();
      }
    } finally {
      releaseEngine();
    }
  }

  private show(progress: Progress | null): void {
    this.progress = progress;
    this.host.requestUpdate();
  }
}

function failure(error: unknown): Ending {
  const message = error instanceof EngineError || error instanceof Error ? error.message : String(error);
  return { kind: 'failed', message };
}

function keyOf({ id, knobs }: LayerSet): string {
  return id === 'own' ? `${id} ${Object.values(knobs).join()}` : id;
}
