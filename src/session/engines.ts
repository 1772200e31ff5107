/** The page's one engine, shared by all sessions. */
import { createEngine } from '../engine/engine.js';
import type { Engine } from '../engine/types.js';

export type EngineFactory = () => Promise<Engine>;

let factory: EngineFactory = () => createEngine();
let shared: Promise<Engine> | null = null;
let holders = 0;

/** Takes a share in the page's engine; every call is answered by one {@link releaseEngine}. */
export function acquireEngine(): Promise<Engine> {
  holders += 1;
  shared ??= factory();
  return shared;
}

/** Gives the share back; the last one disposes of the engine. */
export function releaseEngine(): void {
  holders = Math.max(holders - 1, 0);
  if (holders > 0 || !shared) return;
  const leaving = shared;
  shared = null;
  leaving.then(
    (engine) => engine.dispose(),
    () => undefined,
  );
}

/** Replaces how engines are made, for tests that change an engine's answers. Takes effect with the next engine. */
export function setEngineFactory(replacement: EngineFactory): void {
  factory = replacement;
}
