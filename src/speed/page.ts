import { spin, type Clock } from './probes.js';

/** The few things of the host page that a measurement needs, gathered here so that tests can replace them. */
export interface Page extends Clock {
  /** Milliseconds that a fixed sum takes in JavaScript: the same work, asked again and again, shows a device that slows down. */
  spin(): number;
  /** Lets the page draw and answer; resolves with the next turn of its event loop. */
  turn(): Promise<void>;
  hidden(): boolean;
  /** @returns the unsubscriber */
  onVisibilityChange(listener: () => void): () => void;
  /** Threads that the processor offers. */
  readonly threads: number;
}

export const browserPage: Page = {
  now: () => performance.now(),
  spin: () => spin(browserPage),
  turn: () => new Promise((resolve) => setTimeout(resolve)),
  hidden: () => document.visibilityState === 'hidden',
  onVisibilityChange(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
  get threads() {
    return navigator.hardwareConcurrency || 1;
  },
};

/** Resolves when the page is seen. @throws what the signal gives as its reason */
export async function whenVisible(page: Page, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (!page.hidden()) return;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (page.hidden() && !signal.aborted) return;
      stop();
      signal.removeEventListener('abort', look);
      resolve();
    };
    const stop = page.onVisibilityChange(look);
    signal.addEventListener('abort', look);
  });
  signal.throwIfAborted();
}
