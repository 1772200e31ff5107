/** Along one axis: which pixels of the network's input each place of a row sees, from the first to the last of them. */
import type { Stage } from '../math/types.js';

/**
 * Place o sees pixels first[o mod n] + ⌊o / n⌋ · shift up to last[o mod n] + ⌊o / n⌋ · shift, where n is the length of the
 * lists: 1 until a transposed layer treats neighbouring places differently. An empty field has first > last.
 */
export interface AxisField {
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** Pixels from a place to the one n places on. */
  readonly shift: number;
}

/** Each pixel sees itself. */
export const pixels: AxisField = { first: [0], last: [0], shift: 1 };

/** Which places an output reads: those of `read`, which repeat, `step` places further, every `period` outputs. */
interface Reading {
  readonly read: (output: number) => readonly number[];
  readonly period: number;
  readonly step: number;
}

/** How the windows of a stage, or its stamps, lie. */
export type Windows = Pick<Stage, 'op' | 'kernel' | 'stride' | 'dilation' | 'padding'>;

/** Through one stage. */
export function throughStage(field: AxisField, stage: Windows, axis: 0 | 1): AxisField {
  const [kernel, stride, dilation] = [stage.kernel[axis], stage.stride[axis], stage.dilation[axis]];
  const before = stage.padding[2 * axis];
  const taps = Array.from({ length: kernel }, (_, tap) => tap * dilation);
  if (stage.op === 'conv') {
    return through(field, {
      read: (output) => taps.map((tap) => output * stride - before + tap),
      period: 1,
      step: stride,
    });
  }
  const read = (output: number): number[] =>
    taps.map((tap) => (output + before - tap) / stride).filter((place) => Number.isInteger(place));
  return through(field, { read, period: stride, step: 1 });
}

/** Through cells repeated `factor` times. */
export function throughCopies(field: AxisField, factor: number): AxisField {
  return through(field, { read: (output) => [Math.floor(output / factor)], period: factor, step: 1 });
}

/** Through places put in before the first one, or with a negative number taken away. */
export function throughShift(field: AxisField, before: number): AxisField {
  return through(field, { read: (output) => [output - before], period: 1, step: 1 });
}

function through(field: AxisField, { read, period, step }: Reading): AxisField {
  // The reading repeats every `period` outputs, the field every n places: together after the least common multiple.
  const places = field.first.length;
  const repeats = places / greatestCommonDivisor(places, step);
  const length = period * repeats;
  const seen = Array.from({ length }, (_, output) => read(output).map((place) => at(field, place)));
  return reduced({
    first: seen.map((spans) => Math.min(...spans.map(([first]) => first))),
    last: seen.map((spans) => Math.max(...spans.map(([, last]) => last))),
    shift: ((repeats * step) / places) * field.shift,
  });
}

/** One place for all where all are alike but for their distance. */
function reduced(field: AxisField): AxisField {
  const { first, last, shift } = field;
  const jump = shift / first.length;
  const isEven = first.every((start, place) => {
    const offset = place * jump;
    return start === first[0] + offset && last[place] === last[0] + offset;
  });
  return isEven ? { first: [first[0]], last: [last[0]], shift: jump } : field;
}

/** What places see that read several rows alike; null where their places do not lie equally far apart. */
export function united(one: AxisField, other: AxisField): AxisField | null {
  if (jumpOf(one) !== jumpOf(other)) return null;
  const [n, m] = [one.first.length, other.first.length];
  const length = (n * m) / greatestCommonDivisor(n, m);
  const both = Array.from({ length }, (_, place) => [at(one, place), at(other, place)] as const);
  return reduced({
    first: both.map(([[a], [b]]) => Math.min(a, b)),
    last: both.map(([[, a], [, b]]) => Math.max(a, b)),
    shift: jumpOf(one) * length,
  });
}

/** Pixels from one place to the next. */
export function jumpOf({ first, shift }: AxisField): number {
  return shift / first.length;
}

/** Size and start of the first widest place, as `receptiveField` tells them. */
export function widest(field: AxisField): { size: number; start: number } {
  const sizes = field.first.map((first, place) => field.last[place] - first + 1);
  const size = Math.max(...sizes);
  const place = sizes.indexOf(size);
  return { size, start: field.first[place] - place * jumpOf(field) };
}

function at({ first, last, shift }: AxisField, place: number): readonly [first: number, last: number] {
  const period = Math.floor(place / first.length);
  const index = place - period * first.length;
  return [first[index] + period * shift, last[index] + period * shift];
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
