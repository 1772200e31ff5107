/** Sessions with a clock of their own, for tests without a browser. */
import { afterEach } from 'vitest';
import { createEngine } from '../../src/engine/engine.js';
import { setEngineFactory } from '../../src/session/engines.js';
import type { Clock } from '../../src/session/player.js';
import { Session } from '../../src/session/session.js';
import type { LayerFields, VariantName } from '../../src/variants/types.js';

/** Frames that come when the test says so. */
export class HandClock implements Clock {
  private waiting: ((now: number) => void) | null = null;
  private now = 0;

  request(callback: (now: number) => void): number {
    this.waiting = callback;
    return 1;
  }

  cancel(): void {
    this.waiting = null;
  }

  get asked(): boolean {
    return this.waiting !== null;
  }

  tick(milliseconds: number): void {
    this.now += milliseconds;
    const callback = this.waiting;
    this.waiting = null;
    callback?.(this.now);
  }
}

const open: Session[] = [];

export function start(clock = new HandClock()): Session {
  const session = new Session(clock);
  open.push(session);
  session.connect();
  return session;
}

/** Resolves when the session satisfies a condition. */
export function until(session: Session, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!condition()) return;
      session.removeEventListener('change', check);
      resolve();
    };
    session.addEventListener('change', check);
    check();
  });
}

/** Resolves when the newest numbers are shown. */
export function shown(session: Session): Promise<void> {
  return until(session, () => session.status === 'ready');
}

export async function ready(clock?: HandClock): Promise<Session> {
  const session = start(clock);
  await shown(session);
  return session;
}

/** A session that shows a variant with some fields of its own. */
export async function showing(variant: VariantName, fields: LayerFields = {}): Promise<Session> {
  const session = await ready();
  session.setVariant(variant);
  session.setLayer(fields);
  await shown(session);
  return session;
}

afterEach(() => {
  for (const session of open.splice(0)) session.disconnect();
  setEngineFactory(() => createEngine());
});
