/** What is said below the input: how far a spread-out kernel reaches, and that what is hatched is never read. */
import type { Stage } from '../../../../../math/types.js';
import { ringOf } from '../../../layout/ring.js';
import { tapPlace } from '../../../layout/taps.js';
import type { PlacedLabel } from '../../../labels.js';
import type { Vector } from '../../../layout/space.js';
import type { Detail } from '../detail.js';

/** Cell units below the input and its padding: for a line of words, and from there to the words. */
export const captionRoom = 1.5;
const gap = 0.4;

export const captions: Detail = {
  labels: (layout, stage) => {
    const { min, max } = layout.bounds.input;
    const at: Vector = [(min[0] + max[0]) / 2, min[1] + captionRoom - gap, max[2]];
    const place = { anchor: 'below', station: 'input', at } as const;
    return [
      ...(isSpread(stage) ? [{ ...place, ...reachOf(stage) }] : []),
      ...(leavesRest(stage) ? [{ ...place, key: 'unread', family: 'unread' } as const] : []),
    ];
  },
};

export function isCaptioned(stage: Stage): boolean {
  return isSpread(stage) || leavesRest(stage);
}

export function isSpread({ dilation }: Stage): boolean {
  return dilation[0] > 1 || dilation[1] > 1;
}

/** Reach = k + (k − 1)(d − 1). */
function reachOf({
  kernel,
  effectiveKernel,
  dilation,
}: Stage): Pick<PlacedLabel, 'key' | 'family' | 'parameters' | 'active'> {
  const same = kernel[0] === kernel[1] && dilation[0] === dilation[1];
  return {
    key: same ? 'reach' : 'reachBoth',
    family: 'reach',
    parameters: {
      ...{ reach: effectiveKernel[0], kernel: kernel[0], gaps: kernel[0] - 1, holes: dilation[0] - 1 },
      ...{ height: effectiveKernel[0], width: effectiveKernel[1] },
    },
    active: true,
  };
}

/** Rows (axis 0) or columns that some window reads, counted from the first one of the input; padding is outside it. */
export function placesRead(stage: Stage, axis: 0 | 1): ReadonlySet<number> {
  const places = Array.from({ length: stage.output[axis + 1] }, (_, place) => place);
  const taps = Array.from({ length: stage.kernel[axis] }, (_, tap) => tap);
  return new Set(places.flatMap((place) => taps.map((tap) => tapPlace(stage, axis, place, tap))));
}

/** Are there rows or columns, of the input or of its padding, that no window reads? */
function leavesRest(stage: Stage): boolean {
  const [top, bottom, left, right] = ringOf(stage);
  const sizes = [top + bottom + stage.input[1], left + right + stage.input[2]] as const;
  return ([0, 1] as const).some((axis) => placesRead(stage, axis).size < sizes[axis]);
}
