import { formatCount } from '../../words/numbers.js';
import type { Say } from '../say.js';
import type { Checkerboard, CheckerSetting, CountMap } from './model.js';
import { ratioText } from './pairs.js';

/** Whether the stride divides the kernel, and what follows for the counts. */
export function verdict(board: Checkerboard, setting: CheckerSetting, say: Say): string {
  const { kernel, stride } = setting;
  const reasons =
    kernel[0] === kernel[1] && stride[0] === stride[1]
      ? reason(kernel[0], stride[0], say)
      : say('checker.both', {
          rows: reason(kernel[0], stride[0], say),
          columns: reason(kernel[1], stride[1], say),
        });
  const { spread, uniform } = board.transposed;
  const { least, most } = spread;
  const key = uniform ? 'checker.even' : least === 0 ? 'checker.holes' : 'checker.uneven';
  const counts = { least: formatCount(least), most: formatCount(most), ratio: ratioText(spread) };
  return say('checker.verdict', { reasons, counts: say(key, counts) });
}

function reason(kernel: number, stride: number, say: Say): string {
  if (stride > kernel) return say('checker.larger', { kernel, stride });
  return say(kernel % stride === 0 ? 'checker.divides' : 'checker.divides-not', { kernel, stride });
}

/** What the cure does to the counts. */
export function cureSentence(
  { resized }: Checkerboard,
  { stride, layers }: CheckerSetting,
  say: Say,
): string {
  const block = `${stride[0]}×${stride[1]}`;
  const count = formatCount(resized.spread.most);
  return say(layers === 1 ? 'checker.cure' : 'checker.cure.layers', { block, count, layers });
}

/** A map in one sentence, for those who do not see it. */
export function mapLabel(map: CountMap, name: string, say: Say): string {
  const [rows, columns] = map.axes;
  const { least, most } = map.spread;
  const size = { rows: rows.size, columns: columns.size };
  return say('checker.map', { name, ...size, least: formatCount(least), most: formatCount(most) });
}
