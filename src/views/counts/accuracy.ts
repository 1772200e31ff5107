import { formatCount, formatNumber } from '../../words/numbers.js';
import type { Say } from '../say.js';

/** How far what is shown is from the reference. */
export interface AccuracyReading {
  /** Largest absolute difference. */
  readonly largestDifference: number;
  /** Output values compared, of how many. */
  readonly compared: number;
  readonly of: number;
  /** All values were compared. */
  readonly complete: boolean;
}
export type BackendName = 'webgl2' | 'webgl2-exact' | 'cpu';

/** Which engine computed what is shown; '' before there is one. */
export function backendText(backend: BackendName | null, say: Say): string {
  return backend === null ? '' : say(`accuracy.${backend}`);
}

/** How the shown numbers compare with the reference. */
export function accuracyText(accuracy: AccuracyReading | null, say: Say): string {
  if (!accuracy) return say('accuracy.waiting');
  const { largestDifference, compared, of, complete } = accuracy;
  const places = { compared: formatCount(compared), of: formatCount(of) };
  if (largestDifference === 0) return say(complete ? 'accuracy.equal' : 'accuracy.equal-sample', places);
  const difference = formatNumber(largestDifference);
  return say(complete ? 'accuracy.different' : 'accuracy.different-sample', { ...places, difference });
}
