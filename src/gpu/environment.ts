/** The few things of the host page that this room needs, gathered here so that tests can replace them. */
export interface Environment {
  /** null where there is no document. */
  createCanvas(): HTMLCanvasElement | null;
  /** Runs `callback` once after `milliseconds`; returns what cancels it. */
  later(callback: () => void, milliseconds: number): () => void;
  requestFrame(callback: (now: number) => void): void;
  /** A hidden document draws nothing. */
  hidden(): boolean;
  onVisibilityChange(listener: () => void): void;
  reportError(error: unknown): void;
}

export const pageEnvironment: Environment = {
  createCanvas: () => (typeof document === 'undefined' ? null : document.createElement('canvas')),
  later(callback, milliseconds) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  requestFrame: (callback) => void requestAnimationFrame(callback),
  hidden: () => typeof document !== 'undefined' && document.visibilityState === 'hidden',
  onVisibilityChange(listener) {
    if (typeof document !== 'undefined') document.addEventListener('visibilitychange', listener);
  },
  reportError(error) {
    if (typeof reportError === 'function') reportError(error);
    else console.error(error);
  },
};
