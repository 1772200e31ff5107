/** How long numbers print, to keep room for them before they come. */
import type { StageView } from '../../timeline/types.js';
import { fixed, formatNumber, type NumberFormat } from '../../words/numbers.js';

/** Numbers that are looked at to learn how long they print. */
const mostMeasured = 4096;

/** The longest printed number, with its brackets. */
export function longest(data: Float32Array, format: NumberFormat = {}): string {
  const texts = Array.from(data.subarray(0, mostMeasured), (value) => formatNumber(value, format));
  return texts.reduce((most, text) => (room(text) > room(most) ? text : most), '0');
}

/** Characters of a number with its brackets. */
function room(text: string): number {
  return text.length + (text.startsWith('−') ? 2 : 0);
}

/** Lines break at other places in slices of nearly the same length: two stand for all. */
const slicesMeasured = 2;

/** Printed weights, tap by tap; in memory the slices of one tap lie side by side. */
export function longestSlices(data: Float32Array, taps: number, format: NumberFormat = {}): string[][] {
  const slices = data.length / taps;
  const texts = Array.from({ length: Math.min(slices, mostMeasured / taps) }, (_, slice) =>
    Array.from({ length: taps }, (_tap, tap) => formatNumber(data[tap * slices + slice], format)),
  );
  const length = (slice: readonly string[]): number => slice.reduce((whole, text) => whole + room(text), 0);
  return texts.sort((a, b) => length(b) - length(a)).slice(0, slicesMeasured);
}

/** No printed number that is not whole is much longer. */
const fraction = '−0.0000';

/** The sum of one channel, of all of them, the same with its bias, and the value after the activation: at most so long. */
export function longestSums(
  { stage, input, weights, bias, ranges, decimals }: StageView,
  channels: number,
): Readonly<Record<'partial' | 'total' | 'biased' | 'output', string>> {
  const whole = [input, weights, ...(bias ? [bias] : [])].every(({ data }) =>
    data.subarray(0, mostMeasured).every(Number.isInteger),
  );
  const text = (bound: number, isWhole = whole): string => {
    if (!isWhole && decimals !== undefined) return fixed(-bound, decimals);
    const printed = formatNumber(-bound);
    return isWhole || printed.length > fraction.length ? printed : fraction;
  };
  const partial = stage.kernel[0] * stage.kernel[1] * ranges.products;
  const largestBias = bias?.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0) ?? 0;
  const isPlain = stage.activation === 'none';
  const total = isPlain ? Math.min(partial * channels, ranges.output + largestBias) : partial * channels;
  return {
    partial: text(partial),
    total: text(total),
    biased: text(isPlain ? ranges.output : total + largestBias),
    output: text(ranges.output, whole && stage.activation !== 'h-swish'),
  };
}
