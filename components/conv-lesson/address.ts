/** The step that the page's address names. */

/** Id in the address, '' where there is none. */
export function idInAddress(): string {
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
