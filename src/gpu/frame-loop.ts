import type { Environment } from './environment.js';
import type { Drawable } from './types.js';

/**
 * One animation-frame loop for the page. It runs only while something is dirty and visible;
 * a drawable that throws is reported, left clean, and does not stop the others.
 */
export class FrameLoop {
  frames = 0;
  draws = 0;
  private readonly environment: Environment;
  private readonly dirty = new Set<Drawable>();
  /** Taken out while a frame is being drawn: they are not put back, even if their draw asks for more. */
  private readonly forgotten = new Set<Drawable>();
  private pending = false;

  constructor(environment: Environment) {
    this.environment = environment;
    environment.onVisibilityChange(() => this.schedule());
  }

  request(drawable: Drawable): void {
    this.forgotten.delete(drawable);
    this.dirty.add(drawable);
    this.schedule();
  }

  becameVisible(drawable: Drawable): void {
    if (this.dirty.has(drawable)) this.schedule();
  }

  forget(drawable: Drawable): void {
    this.dirty.delete(drawable);
    this.forgotten.add(drawable);
    if (!this.pending) this.forgotten.clear();
  }

  private schedule(): void {
    if (this.pending || this.environment.hidden()) return;
    if (![...this.dirty].some((drawable) => drawable.visible)) return;
    this.pending = true;
    this.environment.requestFrame((now) => this.frame(now));
  }

  private frame(now: number): void {
    this.forgotten.clear();
    if (!this.environment.hidden()) {
      this.frames += 1;
      for (const drawable of [...this.dirty]) {
        if (this.dirty.has(drawable) && drawable.visible) this.draw(drawable, now);
      }
    }
    this.pending = false;
    this.forgotten.clear();
    this.schedule();
  }

  private draw(drawable: Drawable, now: number): void {
    this.dirty.delete(drawable);
    this.draws += 1;
    try {
      if (drawable.draw(now) && !this.forgotten.has(drawable)) this.dirty.add(drawable);
    } catch (error) {
      if (!isLoss(error)) this.environment.reportError(error);
    }
  }
}

/** A figure that meets a lost context keeps its last picture and asks again when the context is restored. */
function isLoss(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'context-lost';
}
