/** Which lines of a long list are drawn: those in sight, and some on either side for a quick finger. */

export interface ListWindow {
  /** From 0; `end` is not drawn any more. */
  readonly start: number;
  readonly end: number;
  /** Pixels that stand for the lines before and behind. */
  readonly before: number;
  readonly behind: number;
}

/** Lines beyond either end of what is seen. */
const spare = 8;

/**
 * @param scrolled pixels above what is seen
 * @param seen height of what is seen, in pixels
 */
export function listWindow(lines: number, height: number, scrolled: number, seen: number): ListWindow {
  const clamped = (line: number): number => Math.min(Math.max(line, 0), lines);
  const start = clamped(Math.min(Math.floor(scrolled / height), lines - 1) - spare);
  const end = clamped(Math.ceil((scrolled + seen) / height) + spare);
  return { start, end, before: start * height, behind: (lines - end) * height };
}

/** Where to scroll so that a line is seen, as little as possible; the same place where it is seen already. */
export function scrolledTo(line: number, height: number, scrolled: number, seen: number): number {
  const [top, bottom] = [line * height, (line + 1) * height];
  if (top < scrolled) return top;
  return bottom > scrolled + seen ? bottom - seen : scrolled;
}
