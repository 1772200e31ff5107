/** A page whose clock only moves when work is done, and a bench whose layers take known times. */
import { EngineError } from '../../src/engine/errors.js';
import { counts } from '../../src/math/counts.js';
import type { Bench, Subject } from '../../src/speed/bench.js';
import type { Page } from '../../src/speed/page.js';
import { layerSet } from '../../src/speed/layer-sets.js';
import type { Ceilings, Report, Spread, Way } from '../../src/speed/types.js';
import type { Plan } from '../../src/math/types.js';

export class FakePage implements Page {
  readonly threads = 4;
  /** Milliseconds; `now` tells it in whole steps. */
  time = 0;
  readonly step: number;
  private readonly listeners = new Set<() => void>();
  private isHidden = false;
  turns = 0;
  /** Called at each turn of the event loop. */
  onTurn: () => void = () => undefined;

  constructor(step = 0.1) {
    this.step = step;
  }

  now = (): number => {
    // Even asking takes time, else who waits for the clock to move would wait for ever.
    this.time += 0.004;
    return Math.floor(this.time / this.step) * this.step;
  };

  /** Milliseconds of the fixed sum. */
  sum = 1;

  spin(): number {
    this.time += this.sum;
    return this.sum;
  }

  turn(): Promise<void> {
    this.turns += 1;
    this.onTurn();
    return Promise.resolve();
  }

  hidden(): boolean {
    return this.isHidden;
  }

  setHidden(hidden: boolean): void {
    this.isHidden = hidden;
    for (const listener of [...this.listeners]) listener();
  }

  onVisibilityChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get watchers(): number {
    return this.listeners.size;
  }
}

interface FakeBenchOptions {
  /** Milliseconds of one evaluation. */
  readonly time: (way: Way, plan: Plan) => number;
  readonly budget?: number;
  readonly missing?: readonly Way[];
  readonly gpu?: Ceilings;
  readonly tellsTime?: boolean;
  /** What is reached of the ceilings, 0 … 1, each time that they are measured. */
  readonly reached?: readonly number[];
  /** Called before each evaluation, by its number. */
  readonly before?: (step: number) => void;
}

export class FakeBench implements Bench {
  readonly budget: number;
  readonly renderer = 'a renderer';
  changes = 0;
  readonly log: string[] = [];
  live = 0;
  mostLive = 0;
  steps = 0;
  /** How often the ceilings were measured. */
  private looks = 0;
  /** Where everything is computed from now on. */
  moved: Way | null = null;
  private readonly page: FakePage;
  private readonly options: FakeBenchOptions;

  constructor(page: FakePage, options: FakeBenchOptions) {
    this.page = page;
    this.options = options;
    this.budget = options.budget ?? Infinity;
  }

  bytesOf(plan: Plan): number {
    return counts(plan).activationBytes;
  }

  load(way: Way, plan: Plan): Promise<Subject | null> {
    if (this.options.missing?.includes(way)) return Promise.resolve(null);
    this.live += 1;
    this.mostLive = Math.max(this.live, this.mostLive);
    const pending: number[] = [];
    const wayNow = (): Way => this.moved ?? way;
    return Promise.resolve({
      get way() {
        return wayNow();
      },
      step: () => {
        this.steps += 1;
        this.options.before?.(this.steps);
        pending.push(this.options.time(way, plan));
        return Promise.resolve();
      },
      timedStep: () => Promise.resolve(this.options.tellsTime ? 0.9 * this.options.time(way, plan) : null),
      finished: () => {
        for (const time of pending.splice(0)) this.page.time += time;
        this.log.push(`${way} ${counts(plan).macs}`);
        return Promise.resolve();
      },
      dispose: () => {
        this.live -= 1;
      },
    });
  }

  ceilings(): Promise<Report['ceilings']> {
    const share = this.options.reached?.[this.looks] ?? 1;
    this.looks += 1;
    const reached = ({ multiplyAdds, bytes }: Ceilings): Ceilings => ({
      multiplyAdds: share * multiplyAdds,
      bytes: share * bytes,
    });
    const { gpu } = this.options;
    return Promise.resolve({
      gpu: gpu ? reached(gpu) : null,
      javascript: reached({ multiplyAdds: 1e9, bytes: 4e9 }),
    });
  }

  dispose(): void {}

  whenReady(): Promise<void> {
    return Promise.resolve();
  }
}

export function contextLost(): EngineError {
  return new EngineError('context-lost', 'lost');
}

export function spread(median: number, around = 0.1 * median): Spread {
  return { median, lower: median - around, upper: median + around, outliers: [] };
}

/** The CIFAR pair where every layer takes a time of its own. */
export function cifarReport(time: (multiplyAdds: number, stages: number) => number): Report {
  const set = layerSet('cifar');
  return {
    set,
    ways: ['fast', 'javascript'],
    rounds: 7,
    spreads: set.layers.map(({ plan }) => {
      const median = time(counts(plan).macs, plan.stages.length);
      return [spread(median), spread(20 * median)];
    }),
    onGpu: set.layers.map(() => [0.5, null]),
    launch: [0.05, 0.001],
    ceilings: {
      gpu: { multiplyAdds: 1e10, bytes: 1e9 },
      javascript: { multiplyAdds: 1e9, bytes: 4e9 },
    },
    conditions: [{ kind: 'software', ratio: 4.2 }],
    device: 'A device',
  };
}
