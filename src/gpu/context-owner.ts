import { ContextAccess, type LossRecord } from './access.js';
import type { Environment } from './environment.js';
import type { SharedGpu } from './types.js';

/** The page's context as figures see it. */
class SharedContext extends ContextAccess implements SharedGpu {
  readonly canvas: HTMLCanvasElement;

  constructor(
    canvas: HTMLCanvasElement,
    gl: WebGL2RenderingContext,
    environment: Environment,
    record: LossRecord,
  ) {
    super(gl, { environment, record });
    this.canvas = canvas;
  }
}

/**
 * Drawing buffers are copied into 2-D canvases in the same task, so they need not be preserved; smoothing is the
 * scene's own multisampled target. Software GL is welcome: no `failIfMajorPerformanceCaveat`.
 */
const contextAttributes: WebGLContextAttributes = {
  alpha: true,
  antialias: false,
  depth: true,
  stencil: false,
  premultipliedAlpha: true,
  preserveDrawingBuffer: false,
};

/** Makes the one context when somebody first holds it and drops it a tick after nobody does. */
export class ContextOwner {
  readonly record: LossRecord = { losses: 0, gone: false };
  readonly holders = new Set<object>();
  contextsMade = 0;
  private shared: SharedContext | null = null;
  private readonly environment: Environment;

  constructor(environment: Environment) {
    this.environment = environment;
  }

  get contexts(): number {
    return this.shared ? 1 : 0;
  }

  acquire(holder: object): SharedGpu | null {
    if (this.record.gone) return null;
    this.shared ??= this.make();
    if (this.shared) this.holders.add(holder);
    return this.shared;
  }

  /** Deferred by a tick: an element moved in the page leaves and comes back at once. */
  release(holder: object): void {
    if (!this.holders.delete(holder) || this.holders.size > 0) return;
    this.environment.later(() => {
      if (this.holders.size === 0) this.drop();
    }, 0);
  }

  private make(): SharedContext | null {
    const canvas = this.environment.createCanvas();
    const gl = canvas?.getContext('webgl2', contextAttributes);
    if (!canvas || !gl) return null;
    this.contextsMade += 1;
    return new SharedContext(canvas, gl, this.environment, this.record);
  }

  /** Only losing a context frees its slot among the browser's sixteen. */
  private drop(): void {
    const { shared } = this;
    if (!shared) return;
    this.shared = null;
    shared.close();
    shared.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }
}
