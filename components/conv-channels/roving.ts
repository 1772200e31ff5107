import type { Square } from '../../src/views/channels/slices.js';
import type { ChannelTable } from '../../src/views/channels/table.js';

/** The square that a key leads to; null for other keys. Home and End go to the ends of the row, with Ctrl of the table. */
export function placeAfterKey(
  { rows, columns }: ChannelTable,
  { output, input }: Square,
  key: string,
  toEnds = false,
): Square | null {
  const outputs = rows.map((row) => row.output);
  const inputs = columns.map((column) => column.input);
  const go = (down: number, across: number): Square => ({
    output: near(outputs, output, down),
    input: near(inputs, input, across),
  });
  const ends = toEnds ? Infinity : 0;
  switch (key) {
    case 'ArrowUp':
      return go(-1, 0);
    case 'ArrowDown':
      return go(1, 0);
    case 'ArrowLeft':
      return go(0, -1);
    case 'ArrowRight':
      return go(0, 1);
    case 'Home':
      return go(-ends, -Infinity);
    case 'End':
      return go(ends, Infinity);
    default:
      return null;
  }
}

function near(channels: readonly number[], current: number, steps: number): number {
  const place = channels.indexOf(current) + steps;
  return channels[Math.min(Math.max(place, 0), channels.length - 1)];
}
