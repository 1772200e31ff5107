/** The clock of a run: turns elapsed time into steps. Asks for frames only while it plays and may be seen. */

/** Where time comes from; a test gives its own. */
export interface Clock {
  request(callback: (now: number) => void): number;
  cancel(handle: number): void;
}

/** The browser's frames; without a browser nothing ever comes. */
export const frameClock: Clock = {
  request: (callback) => (typeof requestAnimationFrame === 'function' ? requestAnimationFrame(callback) : 0),
  cancel: (handle) => {
    if (typeof cancelAnimationFrame === 'function') cancelAnimationFrame(handle);
  },
};

/**
 * Milliseconds. After a longer gap (a sleeping tab) a run goes on where it was instead of leaping; a shorter one is a slow
 * machine, which shows fewer pictures but keeps time.
 */
const longestFrame = 350;

export class Player {
  private readonly tick: (milliseconds: number) => boolean;
  private readonly clock: Clock;
  private handle: number | null = null;
  private before: number | null = null;
  private isPlaying = false;
  private isSeen = true;

  /** @param tick receives the milliseconds since the last frame; returns false to stop */
  constructor(tick: (milliseconds: number) => boolean, clock: Clock = frameClock) {
    this.tick = tick;
    this.clock = clock;
  }

  get playing(): boolean {
    return this.isPlaying;
  }

  /** A figure out of sight keeps playing in name, but its clock stands still. */
  set seen(seen: boolean) {
    this.isSeen = seen;
    this.update();
  }

  play(): void {
    this.isPlaying = true;
    this.update();
  }

  pause(): void {
    this.isPlaying = false;
    this.update();
  }

  private update(): void {
    const runs = this.isPlaying && this.isSeen;
    if (runs && this.handle === null) {
      this.before = null;
      this.handle = this.clock.request(this.onFrame);
    } else if (!runs && this.handle !== null) {
      this.clock.cancel(this.handle);
      this.handle = null;
    }
  }

  private readonly onFrame = (now: number): void => {
    this.handle = null;
    const elapsed = this.before === null ? 0 : Math.min(now - this.before, longestFrame);
    this.before = now;
    if (!this.tick(elapsed)) this.isPlaying = false;
    if (this.isPlaying && this.isSeen) this.handle = this.clock.request(this.onFrame);
  };
}
