/** How fine a picture may be. Steps down where drawing is slow; a still picture is drawn finely once. */

export interface Quality {
  /** Share of the device pixels on each axis. */
  readonly scale: number;
  /** Multisampled edges. */
  readonly smooth: boolean;
}

/** Milliseconds of drawing beyond which motion stutters, and below which a finer level would still be fluent. */
const slow = 30;
const quick = 7;
/** Beyond this many the page all but stands still: it is not tried whether one level helps. */
const standstill = 120;
/** Measuring waits for the GPU, so it is done seldom once a level has proved itself. */
const framesBetween = { settling: 2, settled: 20 };
const measurementsToSettle = 4;
const measurementsToRecover = 6;
/** Device pixels of a smooth drawing buffer at any time. */
const smoothPixels = 5e6;

const largePixels = 4e6;
const verySlowLevel = 2;

/** Device pixels of a drawing buffer that is not smooth. */
const coarsePixels = 2e6;

/**
 * From fine to coarse; `most` is the largest drawing buffer in device pixels. Smoothing goes first, and resolution never
 * so far that digits on cells become mush: on slow machines a lower frame rate is the lesser evil.
 */
const levels: readonly { readonly scale: number; readonly smooth: boolean; readonly most: number }[] = [
  { scale: 1, smooth: true, most: Infinity },
  { scale: 1, smooth: false, most: coarsePixels },
  { scale: 0.85, smooth: false, most: coarsePixels },
  { scale: 0.72, smooth: false, most: coarsePixels },
];

export class QualityControl {
  level = 0;
  private begun = false;
  private frames = 0;
  private steady = 0;
  private easy = 0;

  /** True for the frames in motion whose drawing time shall be measured. */
  wantsMeasurement(): boolean {
    this.frames += 1;
    const settled = this.steady >= measurementsToSettle;
    return this.frames % (settled ? framesBetween.settled : framesBetween.settling) === 0;
  }

  /** @param milliseconds that drawing one frame took, the GPU's part included */
  measured(milliseconds: number): void {
    this.steady += 1;
    this.easy = milliseconds < quick ? this.easy + 1 : 0;
    if (milliseconds > slow) this.step(milliseconds > standstill ? 2 : 1);
    else if (this.easy >= measurementsToRecover) this.step(-1);
  }

  /** @param still nothing moves: take the time for a fine picture */
  for(width: number, height: number, still: boolean): Quality {
    this.begin(width * height);
    const { scale, smooth, most } = still ? this.stillLevel() : levels[this.level];
    const pixels = width * height * scale * scale;
    return { scale: scale * Math.min(1, Math.sqrt(most / pixels)), smooth: smooth && pixels <= smoothPixels };
  }

  /** May a still picture of this size have smoothed edges? */
  smoothAt(width: number, height: number): boolean {
    return width * height <= smoothPixels;
  }

  /** True where motion is drawn less finely than a still picture. */
  get reduced(): boolean {
    return this.level > 0;
  }

  /** Large pictures start capped and earn more. */
  private begin(pixels: number): void {
    if (this.begun) return;
    this.begun = true;
    if (pixels > largePixels) this.level = Math.max(this.level, 1);
  }

  /** Where even a coarse picture is slow, a huge fine one would hold up the page. */
  private stillLevel(): (typeof levels)[number] {
    return this.level >= verySlowLevel ? { ...levels[0], most: coarsePixels } : levels[0];
  }

  private step(by: number): void {
    const level = Math.min(Math.max(this.level + by, 0), levels.length - 1);
    // The coarsest level may stay slow: there is nothing to find out by measuring it often.
    if (level !== this.level) this.steady = 0;
    this.level = level;
    this.easy = 0;
  }
}
