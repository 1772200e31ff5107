import { ContextAccess } from './access.js';
import { pageEnvironment } from './environment.js';
import { page } from './page.js';
import type { GpuAccess, SharedGpu } from './types.js';

export { GpuLostError } from './errors.js';
export { gpuStatistics } from './page.js';

/**
 * The page's one WebGL2 context, made when first asked for.
 * @param holder keeps the context alive until it is given to `releaseGpu`
 * @returns null without WebGL2, and for good after the context was lost twice or not restored within three seconds
 */
export function acquireGpu(holder: object): SharedGpu | null {
  return page().contexts.acquire(holder);
}

/** The context is dropped a tick after its last holder left. Releasing twice does nothing. */
export function releaseGpu(holder: object): void {
  page().contexts.release(holder);
}

/** The page's context was lost for good: there will be no other. */
export function gpuIsGone(): boolean {
  return page().contexts.record.gone;
}

/**
 * The same guard for a context that belongs to the caller and whose state others change too.
 * `close` stops watching it; the context stays the caller's.
 */
export function guardContext(gl: WebGL2RenderingContext): GpuAccess & { close(): void } {
  return new ContextAccess(gl, {
    environment: pageEnvironment,
    record: { losses: 0, gone: false },
    foreign: true,
  });
}
