/**
 * Resizes along one axis: every new cell is the mean of what it covers, cells on its edges by the part that it covers. The same
 * numbers in every browser, unlike a canvas's own smoothing; an exact enlargement repeats cells.
 * @param data [outer, from, inner], row-major
 * @returns [outer, to, inner]
 */
export function areaMeanAlong(
  data: ArrayLike<number>,
  outer: number,
  from: number,
  inner: number,
  to: number,
): Float64Array {
  const result = new Float64Array(outer * to * inner);
  const span = from / to;
  for (let block = 0; block < outer; block++) {
    for (let target = 0; target < to; target++) {
      const start = target * span;
      const end = Math.min(from, start + span);
      const write = (block * to + target) * inner;
      for (let source = Math.floor(start); source < end; source++) {
        const share = (Math.min(source + 1, end) - Math.max(source, start)) / span;
        const read = (block * from + source) * inner;
        for (let channel = 0; channel < inner; channel++)
          result[write + channel] += share * data[read + channel];
      }
    }
  }
  return result;
}

/** `data` is [height, width, channels]; the result is [toHeight, toWidth, channels]. */
export function areaMean(
  data: ArrayLike<number>,
  [height, width, channels]: readonly [number, number, number],
  [toHeight, toWidth]: readonly [number, number],
): Float64Array {
  const narrowed = areaMeanAlong(data, height, width, channels, toWidth);
  return areaMeanAlong(narrowed, 1, height, toWidth * channels, toHeight);
}
