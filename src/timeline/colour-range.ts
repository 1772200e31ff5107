/** What a colour scale spans: the one place that every view asks. */
import type { Ranges, StageView } from './types.js';

/**
 * Largest absolute value that the colours of a tensor span.
 *
 * @param channel place along the tensor's last axis; without it, or where channels have no ranges of their own, the tensor's
 */
export function rangeOf(
  { ranges, scale }: Pick<StageView, 'ranges' | 'scale'>,
  tensor: keyof Ranges,
  channel = -1,
): number {
  return scale?.channels?.[tensor]?.[channel] ?? (scale?.ranges ?? ranges)[tensor];
}
