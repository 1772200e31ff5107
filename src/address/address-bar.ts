/** When the address in the browser follows what is shown. No DOM: the browser's part is handed in. */

/** What of the browser is needed; any of it may throw, as in a sandboxed frame. */
export interface BrowserAddress {
  readonly search: string;
  readonly hash: string;
  /** @param hash with its `#`, or '' */
  replace(hash: string): void;
  push(hash: string): void;
}

/** Where time comes from; a test gives its own. */
export interface Timer {
  /** Milliseconds. */
  now(): number;
  after(milliseconds: number, act: () => void): number;
  cancel(handle: number): void;
}

/** What is shown, to be written when its time comes. */
export interface Shown {
  /** What Back and Forward walk through: another value is another entry of the browser's history. */
  readonly place: string;
  /** The hash without its `#`; asked for only when it is written. */
  readonly text: () => string;
}

/** Milliseconds between two writings. Safari throws after 100 of them in 30 seconds. */
const shortestWait = 1000;

/**
 * Writes what is shown into the hash: another place at once, as a new entry of the history; everything else in its place, at most
 * once a second, the last state always. A browser that refuses is asked again with the next change.
 */
export class AddressBar {
  private readonly browser: BrowserAddress;
  private readonly timer: Timer;
  private place: string | null = null;
  private waiting: Shown | null = null;
  private handle: number | null = null;
  private lastWriting = -Infinity;
  /** The address as it was last read or written: anything else has come from the person or the browser. */
  private known = '';

  constructor(browser: BrowserAddress, timer: Timer) {
    this.browser = browser;
    this.timer = timer;
  }

  /** The address that a page has come to; '' where the browser does not tell. */
  read(): { readonly query: string; readonly hash: string } {
    try {
      const { search, hash } = this.browser;
      return { query: search, hash };
    } catch {
      return { query: '', hash: '' };
    }
  }

  /** Has the address become another one than was read and written here? What still waited belonged to the one before. */
  arrive(): boolean {
    const now = this.current;
    if (now === this.known) return false;
    this.known = now;
    this.forget();
    this.place = null;
    return true;
  }

  /** Something may have changed. */
  show(shown: Shown): void {
    const isElsewhere = this.place !== null && shown.place !== this.place;
    this.place = shown.place;
    if (isElsewhere) {
      this.flush();
      this.write(shown.text(), 'push');
      return;
    }
    this.waiting = shown;
    const wait = this.lastWriting + shortestWait - this.timer.now();
    if (wait <= 0) this.flush();
    else this.handle ??= this.timer.after(wait, () => this.flush());
  }

  /** Writes what waits now, as before a page is left. */
  flush(): void {
    const { waiting } = this;
    this.forget();
    if (waiting) this.write(waiting.text(), 'replace');
  }

  private forget(): void {
    if (this.handle !== null) this.timer.cancel(this.handle);
    this.handle = null;
    this.waiting = null;
  }

  private write(text: string, how: 'push' | 'replace'): void {
    const hash = text === '' ? '' : `#${text}`;
    if (how === 'replace' && hash === this.read().hash) return;
    this.lastWriting = this.timer.now();
    try {
      this.browser[how](hash);
    } catch {
      return;
    }
    this.known = this.current;
  }

  private get current(): string {
    const { query, hash } = this.read();
    return `${query}${hash}`;
  }
}
