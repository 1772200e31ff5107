import { acquireGpu, gpuIsGone, guardContext, releaseGpu } from '../gpu/context.js';
import { page } from '../gpu/page.js';
import type { GpuAccess } from '../gpu/types.js';
import type { Backend } from './backend.js';
import { CpuBackend } from './cpu-backend.js';
import { Device } from './device.js';
import { EngineError } from './errors.js';
import { GpuBackend } from './gpu-backend.js';
import { selfTest } from './self-test.js';
import type { FastPath } from './fast/fast-path.js';
import type { BackendName, EngineOptions, FallbackReason } from './types.js';

/** A context, and how to let go of it. */
interface Hold {
  readonly access: GpuAccess;
  release(): void;
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
  /** What computes on the GPU at this moment. */
  device: Device | null = null;
  /** No reason is known against the fast path. */
  allowsFast = false;
  /** The device's, once somebody has asked; see on-demand.ts. */
  fast: Promise<FastPath | null> | null = null;
  private earlierDraws = 0;
  private settled: Promise<void> = Promise.resolve();
  private settle = () => {};

  /** Climbs as high as the options and the machine allow. */
  async start({ gl, prefer }: EngineOptions): Promise<void> {
    if (prefer === 'cpu') return this.standOnCpu(null);
    this.allowsFast = prefer !== 'webgl2-exact';
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
      if (this.allowsFast && !device.capabilities.floatTargets) this.dropFast('float-targets-missing');
      this.backendName = this.allowsFast ? 'webgl2' : 'webgl2-exact';
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
    this.backend = new CpuBackend();
    this.backendName = 'cpu';
    this.arrive();
  }

  private closeDevice(): void {
    this.earlierDraws = this.draws;
    this.device?.dispose();
    this.device = null;
    this.fast = null;
  }

  /** Steps down from the fast path for good. */
  dropFast(reason: FallbackReason, cause: unknown = null): void {
    this.allowsFast = false;
    this.backendName = 'webgl2-exact';
    this.fallbackReason = reason;
    this.fallbackCause = cause;
  }

  private unsettle(): void {
    this.settle();
    this.settled = new Promise((resolve) => (this.settle = resolve));
  }

  private arrive(): void {
    this.settle();
    this.tell();
  }

  tell(): void {
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
