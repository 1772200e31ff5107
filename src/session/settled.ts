import type { Moment } from '../timeline/types.js';
import { cellsInHand, mostLanes } from './numbers.js';
import type { Clock } from './player.js';
import type { Session } from './session.js';

/** For a session that is only ever sought, such as that of a film. */
export const stillClock: Clock = { request: () => 0, cancel: () => undefined };

/**
 * The session's moment, as soon as it is of the newest layer and no number of it is missing any more.
 *
 * @throws the engine's error where it refuses the layer; what the signal was aborted with
 */
export function settled(session: Session, signal: AbortSignal): Promise<Moment> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      session.removeEventListener('change', look);
      signal.removeEventListener('abort', look);
    };
    const look = (): void => {
      const { status, error } = session;
      const moment = status === 'ready' ? session.moment : null;
      if (signal.aborted) reject(signal.reason as Error);
      else if (status === 'failed') reject(error ?? new Error());
      else if (moment && isComplete(moment)) resolve(moment);
      else return;
      stop();
    };
    session.addEventListener('change', look);
    signal.addEventListener('abort', look);
    look();
  });
}

function isComplete({ frame, stages, values, alongside, partial, reading }: Moment): boolean {
  const cells = Math.min(cellsInHand(frame, stages[frame.stage].stage).length, mostLanes);
  const isRead = reading === null || reading.values !== null || reading.frame.stamp !== null;
  return values !== null && alongside.length >= cells && (frame.stamp === null || partial !== null) && isRead;
}
