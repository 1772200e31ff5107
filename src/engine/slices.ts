/** A rectangle of texels of a target. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Cuts a target into regions of at most `texels` texels: whole rows where that many fit, else nearly square tiles,
 * because a GPU works on blocks and wastes most of a single row. Asks for `texels` anew before each region, so that
 * a measurement can change it.
 */
export function* regionsOf(width: number, height: number, texels: () => number): Generator<Region> {
  for (let y = 0; y < height;) {
    const most = Math.max(1, texels());
    const rows = Math.min(height - y, Math.floor(Math.max(Math.sqrt(most), most / width)));
    for (let x = 0; x < width;) {
      const columns = Math.min(width - x, Math.max(1, Math.floor(texels() / rows)));
      yield { x, y, width: columns, height: rows };
      x += columns;
    }
    y += rows;
  }
}

/**
 * Up to so many multiply-adds a draw is never cut, so that its result comes within the task that asked for it and the next
 * frame shows it: 16×16×16 with 32 filters of 7×7, or the longest table of terms that a figure asks for. Without a GPU
 * that many take a tenth of a second or two.
 */
export const undividedTerms = 2 ** 23;

/** A slice and the wait for it should take this long, so that a frame and an input come through between two. */
const targetMilliseconds = 16;
/**
 * Terms of a slice: cautious at first, and bounded however slow or fast a measurement was. Others who use the GPU meanwhile
 * make every slice look slow: below the fewest, smaller ones would only make the waits more.
 */
const exactFirst = 2 ** 17;
const [exactFewest, most] = [2 ** 12, 2 ** 32];

/** How much work a slice may hold, learnt from the slices before. */
export class SliceSize {
  /** Multiply-adds. */
  terms: number;
  private readonly fewest: number;

  constructor(first = exactFirst, fewest = exactFewest) {
    this.terms = first;
    this.fewest = fewest;
  }

  /** Doubles or halves at most: one lucky slice must not make the next one long. */
  measured(terms: number, milliseconds: number): void {
    // The last slice of a job may be a small rest, which tells nothing.
    if (terms < this.terms / 2) return;
    const factor = Math.min(Math.max(targetMilliseconds / milliseconds, 1 / 2), 2);
    this.terms = Math.min(Math.max(this.terms * factor, this.fewest), most);
  }
}
