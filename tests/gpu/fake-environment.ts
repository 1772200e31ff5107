import type { Environment } from '../../src/gpu/environment.js';

/** An environment with hand-driven frames, timers and visibility. */
export class FakeEnvironment implements Environment {
  readonly reported: unknown[] = [];
  isHidden = false;
  framesAsked = 0;
  private frameCallbacks: ((now: number) => void)[] = [];
  private timers: { callback: () => void; due: number }[] = [];
  private visibilityListeners: (() => void)[] = [];
  private time = 0;

  createCanvas(): HTMLCanvasElement | null {
    return typeof document === 'undefined' ? null : document.createElement('canvas');
  }

  later(callback: () => void, milliseconds: number): () => void {
    const timer = { callback, due: this.time + milliseconds };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  requestFrame(callback: (now: number) => void): void {
    this.framesAsked += 1;
    this.frameCallbacks.push(callback);
  }

  hidden(): boolean {
    return this.isHidden;
  }

  onVisibilityChange(listener: () => void): void {
    this.visibilityListeners.push(listener);
  }

  reportError(error: unknown): void {
    this.reported.push(error);
  }

  /** Lets time pass and runs the timers that fall due. */
  pass(milliseconds: number): void {
    this.time += milliseconds;
    const due = this.timers.filter((timer) => timer.due <= this.time);
    this.timers = this.timers.filter((timer) => timer.due > this.time);
    for (const timer of due) timer.callback();
  }

  /** Runs what was asked for the next animation frame. */
  frame(now = 0): void {
    const callbacks = this.frameCallbacks;
    this.frameCallbacks = [];
    for (const callback of callbacks) callback(now);
  }

  setHidden(hidden: boolean): void {
    this.isHidden = hidden;
    for (const listener of this.visibilityListeners) listener();
  }
}
