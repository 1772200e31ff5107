/** The step that the page's address names. */

/** The step that the address names, if it is one of these. */
export function stepInAddress<Step extends Element>(steps: readonly Step[]): Step | undefined {
  const id = idInAddress();
  return id === '' ? undefined : steps.find((step) => step.id === id);
}

/** '' where there is none. */
function idInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** Without a new entry in the history: Back leaves the lesson, and coming back returns to where the reader was. */
export function rememberInAddress(id: string): void {
  try {
    history.replaceState(history.state, '', `#${encodeURIComponent(id)}`);
  } catch {
    // A browser that limits how often an address changes, or a page without one of its own: the lesson goes on.
  }
}

/** How a lesson is presented; '' is the page as one reads it. */
export const ways = ['', 'slides', 'console'] as const;
export type Way = (typeof ways)[number];

/** What the address asks for: `?present`, `?presenter`. */
export function presentingInAddress(): Way {
  const asked = new URLSearchParams(location.search);
  return asked.has('presenter') ? 'console' : asked.has('present') ? 'slides' : '';
}

/** Takes that out of the address, so that the page loaded anew is one to read. */
export function forgetPresenting(): void {
  const address = new URL(location.href);
  address.searchParams.delete('present');
  address.searchParams.delete('presenter');
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // As above: the page goes on without.
  }
}
