import type { LayerFields } from '../../src/variants/types.js';

/** Numbers of groups that divide the input's channels and the filters, smallest first. */
export function groupStops({ input, filters = 1 }: LayerFields): readonly number[] {
  const channels = Number(input?.at(-1) ?? 1);
  const most = Math.min(channels, filters);
  return Array.from({ length: most }, (_, index) => index + 1).filter(
    (groups) => channels % groups === 0 && filters % groups === 0,
  );
}
