import { ContextOwner } from './context-owner.js';
import { pageEnvironment, type Environment } from './environment.js';
import { FrameLoop } from './frame-loop.js';
import { TextureLedger, pageByteBudget } from './texture-ledger.js';
import type { GpuStatistics } from './types.js';

/** Everything of which a page has exactly one. */
export interface Page {
  readonly contexts: ContextOwner;
  readonly loop: FrameLoop;
  readonly ledger: TextureLedger;
}

export function createPage(environment: Environment = pageEnvironment): Page {
  return {
    contexts: new ContextOwner(environment),
    loop: new FrameLoop(environment),
    ledger: new TextureLedger(pageByteBudget()),
  };
}

/** The number is the major version of `Page`: copies of the package that agree on it share one object. */
const registryKey = Symbol.for('convscope.gpu.1');
const registry = globalThis as { [registryKey]?: Page };

/** The page's own object, made by whichever copy of the package comes first. */
export function page(): Page {
  return (registry[registryKey] ??= createPage());
}

/** Counters since the page was opened, and what is alive now. */
export function gpuStatistics({ contexts, loop, ledger }: Page = page()): GpuStatistics {
  return {
    contexts: contexts.contexts,
    contextsMade: contexts.contextsMade,
    holders: contexts.holders.size,
    frames: loop.frames,
    draws: loop.draws,
    liveTextures: ledger.textures,
    liveBytes: ledger.bytes,
  };
}
