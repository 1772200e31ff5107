/** Watches for what would make the times mean something else than they seem to. */
import type { Page } from './page.js';
import { medianOf } from './statistics.js';
import type { Condition, Report, Way } from './types.js';

/** Milliseconds; a finer clock and a quicker turn are nothing to speak of. */
const coarseStep = 1;
const slowTurn = 50;
/** The same sum takes so much longer near the end on a device that is throttled; other work alone rarely does that. */
const slowedBy = 1.25;
/** Fewer timings of the sum say nothing of a trend. */
const fewestSpins = 12;
/**
 * A GPU in software computes with the processor's own threads, four lanes at a time at best; one that multiplies and adds no faster
 * than that is taken for one.
 */
const lanesOfSoftware = 3;

export class Watch {
  private readonly page: Page;
  private readonly step: number;
  private readonly missing = new Set<Way>();
  private readonly turns: number[] = [];
  private readonly spins: number[] = [];
  private readonly unsubscribe: () => void;
  private times = 0;
  private losses = 0;
  /** The GPU's peak in that of one thread of JavaScript; null while unknown. */
  private ratio: number | null = null;

  /** @param step of the clock, milliseconds */
  constructor(page: Page, step: number) {
    this.page = page;
    this.step = step;
    this.unsubscribe = page.onVisibilityChange(() => {
      if (page.hidden()) this.times += 1;
    });
  }

  stop(): void {
    this.unsubscribe();
  }

  /** How often the page was hidden so far. */
  get hides(): number {
    return this.times;
  }

  lose(): void {
    this.losses += 1;
  }

  miss(way: Way): void {
    this.missing.add(way);
  }

  misses(way: Way): boolean {
    return this.missing.has(way);
  }

  compare({ gpu, javascript }: Report['ceilings']): void {
    this.ratio = gpu && javascript && gpu.multiplyAdds / javascript.multiplyAdds;
  }

  /** @param milliseconds that the fixed sum took */
  spun(milliseconds: number): void {
    this.spins.push(milliseconds);
  }

  async turn(): Promise<void> {
    const start = this.page.now();
    await this.page.turn();
    // A turn of a hidden page is as long as the browser likes.
    if (!this.page.hidden()) this.turns.push(this.page.now() - start);
  }

  get conditions(): readonly Condition[] {
    const { ratio, page, times, step, losses } = this;
    const turn = this.turns.length === 0 ? 0 : medianOf(this.turns);
    const slowed = this.slowedRatio;
    return [
      ...(ratio !== null && ratio < lanesOfSoftware * page.threads
        ? [{ kind: 'software', ratio } as const]
        : []),
      ...[...this.missing].map((way) => ({ kind: 'way-missing', way }) as const),
      ...(times > 0 ? [{ kind: 'hidden', times } as const] : []),
      ...(losses > 0 ? [{ kind: 'context-lost', times: losses } as const] : []),
      ...(step > coarseStep ? [{ kind: 'coarse-clock', step } as const] : []),
      ...(turn > slowTurn ? [{ kind: 'slow-turns', turn } as const] : []),
      ...(slowed > slowedBy ? [{ kind: 'slowed', ratio: slowed } as const] : []),
    ];
  }

  private get slowedRatio(): number {
    const quarter = Math.floor(this.spins.length / 4);
    if (this.spins.length < fewestSpins) return 1;
    return medianOf(this.spins.slice(-quarter)) / medianOf(this.spins.slice(0, quarter));
  }
}
