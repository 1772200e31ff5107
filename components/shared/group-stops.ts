import type { LayerFields } from '../../src/variants/types.js';

/** More groups than this are not offered; nobody finds one of so many by a slider. */
const mostGroups = 4096;

/** Numbers of groups that divide the input's channels and the filters, smallest first; none where either is no size. */
export function groupStops({ input, filters = 1 }: LayerFields): readonly number[] {
  const channels: unknown = input === undefined ? 1 : Array.isArray(input) && input.at(-1);
  if (!isSize(channels) || !isSize(filters)) return [];
  const most = Math.min(channels, filters, mostGroups);
  return Array.from({ length: most }, (_, index) => index + 1).filter(
    (groups) => channels % groups === 0 && filters % groups === 0,
  );
}

function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
