/** What the page's one WebGL2 context promises to its clients (compute and three.js). */

/** A client of the shared context. It is told when GL state may have been changed by somebody else. */
export interface GpuClient {
  readonly name: string;
  /** Runs when another client owned the state before: set every state that you rely on. */
  takeOver(gl: WebGL2RenderingContext): void;
}

/** A WebGL2 context whose state is handed from client to client and whose loss is told to all of them. */
export interface GpuAccess {
  readonly gl: WebGL2RenderingContext;
  /** Counts restores; objects of an older generation are gone and must be rebuilt. */
  readonly generation: number;
  readonly lost: boolean;
  /** Makes `client` the owner of the GL state, then runs `work` synchronously. Throws GpuLostError while lost. */
  enter<Result>(client: GpuClient, work: () => Result): Result;
  /** Events: 'lost', 'restored', 'gone' (lost for good: the page goes on without a GPU). Returns the unsubscriber. */
  on(event: GpuEvent, listener: () => void): () => void;
}

export type GpuEvent = 'lost' | 'restored' | 'gone';

/** The page's one WebGL2 context, shared in time. Two copies of the package on one page get the same object. */
export interface SharedGpu extends GpuAccess {
  /** Never attached to the page; figures copy its pixels into 2-D canvases. */
  readonly canvas: HTMLCanvasElement;
}

/** Something that draws itself when it is visible and dirty, e.g. one figure's scene. */
export interface Drawable {
  /** Off-screen or zero-sized drawables are skipped and stay dirty. */
  readonly visible: boolean;
  /**
   * @param now milliseconds, as requestAnimationFrame gives them
   * @returns true to be drawn again in the next frame (still moving)
   */
  draw(now: number): boolean;
}

/** What the page's GPU room did and holds, for tests and a diagnostics view. */
export interface GpuStatistics {
  /** Shared contexts alive now: 0 or 1. */
  readonly contexts: number;
  readonly contextsMade: number;
  readonly holders: number;
  /** Animation frames in which the scheduler ran, and drawables drawn in them, since the page was opened. */
  readonly frames: number;
  readonly draws: number;
  /** Textures of all pools, in use or kept for the next job, and their bytes. */
  readonly liveTextures: number;
  readonly liveBytes: number;
}
