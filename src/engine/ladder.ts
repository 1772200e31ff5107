import { acquireGpu, gpuIsGone, guardContext, releaseGpu } from '../gpu/context.js';
import { page } from '../gpu/page.js';
import type { GpuAccess } from '../gpu/types.js';
import type { Backend, Job, LoadedRun } from './backend.js';
import { CpuBackend } from './cpu-backend.js';
import { Device } from './device.js';
import { EngineError } from './errors.js';
import { GpuBackend } from './gpu-backend.js';
import { selfTest } from './self-test.js';
import type { FastPath } from './fast/fast-path.js';
import type { BackendName, ComputePath, EngineOptions, FallbackReason } from './types.js';

/** A context, and how to let go of it. */
interface Hold {
  readonly access: GpuAccess;
  release(): void;
}

/** One way to compute for as long as its context lives. */
export interface Rung {
  readonly path: ComputePath;
  load(job: Job): LoadedRun;
  /** False once its context is lost. */
  isStanding(): boolean;
}

/**
 * The rungs: WebGL2 fast and exact, WebGL2 exact, then the CPU. The GPU has to earn its place with a self-test at the start
 * and after every restore, the fast path with one of its own when it is first asked for; what has fallen stays down.
 */
export class Ladder {
  /** Of the exact path, or the CPU's; null between the loss of a context and what comes of it. */
  backend: Backend | null = null;
  /** The last one while there is none. */
  backendName: BackendName = 'cpu';
  fallbackReason: FallbackReason | null = null;
  fallbackCause: unknown = null;
  readonly listeners = new Set<() => void>();
  private hold: Hold | null = null;
  private device: Device | null = null;
  private wantsFast = false;
  /** Of this device, once somebody has asked. */
  private fast: Promise<FastPath | null> | null = null;
  private readonly cpu = new CpuBackend();
  private earlierDraws = 0;
  private settled: Promise<void> = Promise.resolve();
  private settle = () => {};

  /** Climbs as high as the options and the machine allow. */
  async start({ gl, prefer }: EngineOptions): Promise<void> {
    if (prefer === 'cpu') return this.standOnCpu(null);
    this.wantsFast = prefer !== 'webgl2-exact';
    this.hold = gl ? guarded(gl) : shared(this);
    if (!this.hold) return this.standOnCpu(gpuIsGone() ? 'context-lost' : 'gpu-unavailable');
    const { access } = this.hold;
    access.on('lost', () => this.handleLost());
    access.on('restored', () => void this.climb());
    access.on('gone', () => this.standOnCpu('context-lost'));
    this.unsettle();
    if (!access.lost) await this.climb();
    return this.settled;
  }

  get draws(): number {
    return this.earlierDraws + (this.device?.draws ?? 0);
  }

  /** Resolves when there is a backend. */
  whenReady(): Promise<void> {
    // The browser tells of a loss later than GL calls feel it.
    if (this.device?.lost) this.handleLost();
    return this.settled;
  }

  /**
   * The fast path, or null where it cannot be had or trusted; its code is fetched when it is first asked for.
   * @throws EngineError 'context-lost'
   */
  async fastPath(): Promise<FastPath | null> {
    const { device } = this;
    if (!device || !this.wantsFast) return null;
    this.fast ??= import('./fast/fast-path.js').then(({ makeFastPath }) => makeFastPath(device));
    const fast = await this.fast.catch((error: unknown) => {
      if (device.lost) throw error;
      this.fallbackCause = error;
      return null;
    });
    if (!fast && this.wantsFast && device === this.device) {
      this.dropFast('fast-inexact');
      this.tell();
    }
    return fast;
  }

  /** The rung for a path at this moment: the path itself, or the next one below that can be had. */
  async rungFor(path: ComputePath): Promise<Rung> {
    await this.whenReady();
    const { device } = this;
    if (path === 'cpu' || !device) {
      return { path: 'cpu', load: (job) => this.cpu.load(job), isStanding: () => true };
    }
    const isStanding = () => device === this.device && !device.lost;
    const fast = path === 'fast' ? await this.fastPath() : null;
    if (fast) return { path, load: (job) => fast.load(job), isStanding };
    return { path: 'exact', load: (job) => this.standing.load(job), isStanding };
  }

  /** @throws EngineError 'context-lost' */
  get standing(): Backend {
    if (this.backend) return this.backend;
    throw new EngineError('context-lost', 'The WebGL2 context is lost; whenReady() tells when to try again.');
  }

  /** Leaves the ladder: nothing is held and no event is told any more. */
  leave(): void {
    this.listeners.clear();
    this.standOnCpu(this.fallbackReason);
  }

  private async climb(): Promise<void> {
    const { hold } = this;
    if (!hold) return;
    let device: Device | null = null;
    try {
      device = new Device(hold.access, page().ledger);
      this.device = device;
      const backend = new GpuBackend(device);
      const reason = await selfTest(device, backend);
      if (device !== this.device) return;
      if (reason) return this.standOnCpu(reason);
      this.backend = backend;
      if (this.wantsFast && !device.capabilities.floatTargets) this.dropFast('float-targets-missing');
      this.backendName = this.wantsFast ? 'webgl2' : 'webgl2-exact';
      this.arrive();
    } catch (error) {
      // A loss tells its own story through the events of the context; what else fails here is no fit GPU.
      if (this.hold !== hold || this.device !== device || hold.access.lost) return;
      this.fallbackCause = error;
      this.standOnCpu('gpu-unavailable');
    }
  }

  private handleLost(): void {
    if (!this.hold || !this.device) return;
    this.closeDevice();
    this.backend = null;
    this.unsettle();
    this.tell();
  }

  private standOnCpu(reason: FallbackReason | null): void {
    this.closeDevice();
    this.hold?.release();
    this.hold = null;
    this.fallbackReason = reason;
    this.backend = this.cpu;
    this.backendName = 'cpu';
    this.arrive();
  }

  private closeDevice(): void {
    this.earlierDraws = this.draws;
    this.device?.dispose();
    this.device = null;
    this.fast = null;
  }

  private dropFast(reason: FallbackReason): void {
    this.wantsFast = false;
    this.backendName = 'webgl2-exact';
    this.fallbackReason = reason;
  }

  private unsettle(): void {
    this.settle();
    this.settled = new Promise((resolve) => (this.settle = resolve));
  }

  private arrive(): void {
    this.settle();
    this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

function guarded(gl: WebGL2RenderingContext): Hold {
  const access = guardContext(gl);
  return { access, release: () => access.close() };
}

function shared(holder: object): Hold | null {
  const access = acquireGpu(holder);
  return access && { access, release: () => releaseGpu(holder) };
}
