/** A row's function as a curve, with the function that it stands in for, and the numbers that it is given. */
import { nonlinear, type Nonlinearity } from '../../math/plain/nonlinearity.js';
import type { Tensor } from '../../math/types.js';

/** Functions that were made to be cheaper than others, by those others. */
const standsFor: Readonly<Partial<Record<Nonlinearity, Nonlinearity>>> = {
  'h-swish': 'swish',
  'hard-sigmoid': 'sigmoid',
};

/** Numbers shown on either side of 0. */
const reach = 7;
const steps = 140;
/** Room above the curve, and below it for numbers and marks. */
const room = { above: 6, below: 26 };
/** From an axis, or from the height of a number, to the number. */
const toNumber = { down: 13, right: 5, half: 4 };

/** A number beside an axis, with the place of its line of text. */
export interface Tick {
  readonly axis: 'x' | 'y';
  readonly value: number;
  readonly x: number;
  readonly y: number;
}

export interface Curve {
  readonly width: number;
  readonly height: number;
  /** SVG paths. */
  readonly line: string;
  /** Null where it stands in for no other function. */
  readonly beside: { readonly name: Nonlinearity; readonly line: string } | null;
  /** The axes through 0. */
  readonly axes: string;
  /** A stroke for each number that comes in, as far as it is in sight. */
  readonly marks: string;
  /** Whole numbers beside both axes. */
  readonly ticks: readonly Tick[];
}

/**
 * @param input what the row reads
 * @param size of the picture, in its own units
 */
export function curveOf(
  name: Nonlinearity,
  input: Tensor | null,
  [width, height]: readonly [number, number],
): Curve {
  const xs = Array.from({ length: steps + 1 }, (_, step) => -reach + (2 * reach * step) / steps);
  const other = standsFor[name];
  const values = [name, ...(other ? [other] : [])].flatMap((each) => xs.map((x) => nonlinear(each, x)));
  const [least, most] = [Math.min(0, ...values), Math.max(...values)];
  const tall = height - room.above - room.below;
  const xAt = (x: number): number => round(((x + reach) / (2 * reach)) * width);
  const yAt = (y: number): number => round(room.above + ((most - y) / (most - least)) * tall);
  const besideX = (value: number): Tick => ({
    ...{ axis: 'x', value },
    ...{ x: xAt(value), y: yAt(0) + toNumber.down },
  });
  const besideY = (value: number): Tick => ({
    ...{ axis: 'y', value },
    ...{ x: xAt(0) + toNumber.right, y: yAt(value) + toNumber.half },
  });
  const lineOf = (each: Nonlinearity): string =>
    `M${xs.map((x) => `${xAt(x)} ${yAt(nonlinear(each, x))}`).join('L')}`;
  const seen = [...(input?.data ?? [])].filter((x) => Math.abs(x) <= reach);
  return {
    width,
    height,
    line: lineOf(name),
    beside: other ? { name: other, line: lineOf(other) } : null,
    axes: `M0 ${yAt(0)}H${width}M${xAt(0)} 0V${height}`,
    marks: seen.map((x) => `M${xAt(x)} ${height}v-7`).join(''),
    ticks: [...[-6, -3, 3, 6].map(besideX), besideY(most > 2 ? 6 : 1)],
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
