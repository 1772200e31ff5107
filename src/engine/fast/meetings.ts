/** Who meets whom along the columns of one fragment, as tables of numbers that the shaders of one shape are unfolded from. */

import { bigPosition, smallPosition, type Axis } from '../../math/incidence.js';
import type { Operation } from '../../math/types.js';
import { lanes } from './layout.js';

/** A tap through which the written position `pixel` meets the read position `offset`, both counted from a fragment's first. */
export interface Meeting {
  readonly pixel: number;
  readonly tap: number;
  readonly offset: number;
}

/** All meetings of `count` consecutive written positions of which the first is a multiple of `count`, tap by tap. */
export function meetingsOf(op: Operation, axis: Axis, count: number): Meeting[] {
  return Array.from({ length: axis.kernel }, (_, tap) =>
    Array.from({ length: count }, (_, pixel) => ({ pixel, tap, offset: offsetAt(op, axis, pixel, tap) })),
  )
    .flat()
    .filter(({ offset }) => Number.isInteger(offset));
}

function offsetAt(op: Operation, axis: Axis, pixel: number, tap: number): number {
  return op === 'conv' ? bigPosition(axis, pixel, tap) : smallPosition(axis, pixel, tap);
}

/** Read positions from one fragment's first to the next one's; whole where `count` suits the stride. */
export function stepOf(op: Operation, { stride }: Axis, count: number): number {
  return op === 'conv' ? count * stride : count / stride;
}

/** Places that are read, in order, and for each whether it can lie outside what is stored. */
export interface Slots {
  readonly offsets: readonly number[];
  readonly isGuarded: (offset: number) => boolean;
}

/**
 * @param step from one fragment's places to the next one's
 * @param fragments along the axis
 * @param stored places that exist, zeros beyond the last column included
 */
export function slotsOf(offsets: readonly number[], step: number, fragments: number, stored: number): Slots {
  return {
    offsets: [...new Set(offsets)].sort((a, b) => a - b),
    isGuarded: (offset) => offset < 0 || (fragments - 1) * step + offset >= stored,
  };
}

/** Function-like macros that call others with numbers: how tables come into GLSL, which cannot paste names together. */
export function slotMacro({ offsets, isGuarded }: Slots, perTexel = 1): string {
  const calls = offsets.map((offset, slot) => {
    const texel = Math.floor(offset / perTexel);
    const places = [slot, offset, texel, offset - texel * perTexel];
    return `f(${places.join(', ')}, ${isGuarded(offset) ? 'GUARDED' : 'FREE'})`;
  });
  return `#define EACH_SLOT(f) ${calls.join(' ')}\n`;
}

export function meetingMacro(meetings: readonly Meeting[], { offsets }: Slots): string {
  const calls = meetings.map(({ pixel, tap, offset }, place) => {
    const opens = meetings[place - 1]?.tap !== tap;
    return `${opens ? `f(${tap}) ` : ''}g(${pixel}, ${offsets.indexOf(offset)})`;
  });
  return `#define EACH_MEETING(f, g) ${calls.join(' ')}\n`;
}

/** For four columns a texel: the texel and the lane of a column. */
function texelAndLane(offset: number): [texel: number, lane: number] {
  const texel = Math.floor(offset / lanes);
  return [texel, offset - texel * lanes];
}

/** The texels, counted from a fragment's own, that hold the columns which four consecutive ones meet. */
export function texelOffsets(axis: Axis): number[] {
  return meetingsOf('conv', axis, lanes).map(({ offset }) => texelAndLane(offset)[0]);
}

/** The steps of a fragment of `neighbours` rows of four columns. */
export function stepMacro(rows: Axis, columns: Axis, neighbours: number, { offsets }: Slots): string {
  const vertical = meetingsOf('conv', rows, neighbours);
  const horizontal = meetingsOf('conv', columns, lanes);
  const gather = (tap: number) =>
    horizontal
      .filter((meeting) => meeting.tap === tap)
      .map(({ offset }) => texelAndLane(offset))
      .map(([texel, lane]) => `${offsets.indexOf(texel)}, ${lane}`)
      .join(', ');
  const taps = Array.from({ length: columns.kernel }, (_, tap) => tap);
  const readRows = [...new Set(vertical.map(({ offset }) => offset))].sort((a, b) => a - b);
  const steps = readRows.map((row) => {
    const met = vertical.filter(({ offset }) => offset === row);
    const adds = (column: number) =>
      met.map(({ pixel, tap }) => `h(${pixel}, ${tap * columns.kernel + column})`).join(' ');
    const texel = Math.floor(row / neighbours);
    const places = `${row}, ${texel}, ${row - texel * neighbours}`;
    return `f(${places}) ${taps.map((tap) => `g(${gather(tap)}) ${adds(tap)}`).join(' ')} end`;
  });
  return `#define EACH_STEP(f, end, g, h) ${steps.join(' ')}\n`;
}

/** f(0) f(1) … */
export function countMacro(name: string, count: number, parameters = ''): string {
  const calls = Array.from({ length: count }, (_, index) => `f(${parameters}${index})`);
  return `#define ${name}(f) ${calls.join(' ')}\n`;
}
