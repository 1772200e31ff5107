/** Moves something from 0 to 1, or back, in a given time; draws in every animation frame on the way. */
export class Motion {
  private readonly milliseconds: number;
  private readonly draw: () => void;
  private frame = 0;
  private start: number | null = null;
  private backwards = false;
  private share: number | null = null;

  constructor(milliseconds: number, draw: () => void) {
    this.milliseconds = milliseconds;
    this.draw = draw;
  }

  /** Between 0 and 1 while it moves, null while nothing does. */
  get progress(): number | null {
    if (this.share === null) return null;
    return this.backwards ? 1 - this.share : this.share;
  }

  run(backwards: boolean): void {
    this.stop();
    this.backwards = backwards;
    this.share = 0;
    this.frame = requestAnimationFrame((now) => this.step(now));
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.start = null;
    this.share = null;
  }

  private step(now: number): void {
    this.start ??= now;
    this.share = (now - this.start) / this.milliseconds;
    if (this.share >= 1) this.stop();
    else this.frame = requestAnimationFrame((later) => this.step(later));
    this.draw();
  }
}
