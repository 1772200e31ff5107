import type { Environment } from './environment.js';
import { GpuLostError } from './errors.js';
import type { GpuAccess, GpuClient, GpuEvent } from './types.js';

/** Losses so far, kept where all contexts of the page see it: the second one is final (the browser may ban the page). */
export interface LossRecord {
  losses: number;
  gone: boolean;
}

export interface AccessOptions {
  environment: Environment;
  record: LossRecord;
  /** Others touch the GL state behind our back, so every `enter` takes over anew. */
  foreign?: boolean;
}

/** How long a lost context may take to come back. */
export const restoreLimitMilliseconds = 3000;
const lossesAllowed = 1;

/**
 * Guards one WebGL2 context: hands its state from client to client and carries out the loss policy
 * lost → restored (a new generation), or lost → gone after the second loss or three seconds.
 */
export class ContextAccess implements GpuAccess {
  readonly gl: WebGL2RenderingContext;
  generation = 0;
  private readonly options: AccessOptions;
  private readonly listeners = {
    lost: new Set<() => void>(),
    restored: new Set<() => void>(),
    gone: new Set<() => void>(),
  };
  private waiting = false;
  /** Whoever set the GL state last, and whoever is inside `enter` now. */
  private owner: GpuClient | null = null;
  private inside: GpuClient | null = null;
  private cancelDeadline = () => {};

  constructor(gl: WebGL2RenderingContext, options: AccessOptions) {
    this.gl = gl;
    this.options = options;
    gl.canvas.addEventListener('webglcontextlost', this.handleLost);
    gl.canvas.addEventListener('webglcontextrestored', this.handleRestored);
    if (gl.isContextLost()) this.wait();
  }

  /** True from the moment of the loss, which may be before the browser's event. */
  get lost(): boolean {
    return this.waiting || this.options.record.gone || this.gl.isContextLost();
  }

  enter<Result>(client: GpuClient, work: () => Result): Result {
    if (this.lost) throw new GpuLostError();
    const outer = this.inside;
    this.handOver(client);
    this.inside = client;
    try {
      return work();
    } finally {
      this.inside = outer;
      if (outer && outer !== client && !this.lost) this.handOver(outer);
    }
  }

  on(event: GpuEvent, listener: () => void): () => void {
    this.listeners[event].add(listener);
    return () => this.listeners[event].delete(listener);
  }

  /** Forgets the context; no event is told any more. */
  close(): void {
    this.cancelDeadline();
    this.gl.canvas.removeEventListener('webglcontextlost', this.handleLost);
    this.gl.canvas.removeEventListener('webglcontextrestored', this.handleRestored);
    for (const listeners of Object.values(this.listeners)) listeners.clear();
  }

  private handOver(client: GpuClient): void {
    if (this.owner === client && !this.options.foreign) return;
    this.owner = null;
    client.takeOver(this.gl);
    this.owner = client;
  }

  private readonly handleLost = (event: Event): void => {
    event.preventDefault();
    if (!this.waiting && !this.options.record.gone) this.wait();
  };

  private readonly handleRestored = (): void => {
    if (!this.waiting || this.options.record.gone) return;
    this.cancelDeadline();
    this.waiting = false;
    this.generation += 1;
    this.tell('restored');
  };

  private wait(): void {
    const { record, environment } = this.options;
    this.waiting = true;
    this.owner = null;
    record.losses += 1;
    this.tell('lost');
    if (record.losses > lossesAllowed) this.giveUp();
    else this.cancelDeadline = environment.later(() => this.giveUp(), restoreLimitMilliseconds);
  }

  private giveUp(): void {
    this.options.record.gone = true;
    this.tell('gone');
  }

  private tell(event: GpuEvent): void {
    for (const listener of [...this.listeners[event]]) {
      try {
        listener();
      } catch (error) {
        this.options.environment.reportError(error);
      }
    }
  }
}
