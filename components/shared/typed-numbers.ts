/** Numbers that an author types into an attribute. */
import type { Stage } from '../../src/math/types.js';
import { isKernelId, kernel, kernelIds } from '../../src/media/kernels.js';
import type { TensorValues } from '../../src/variants/presets.js';
import { unknown } from './unknown.js';

/** Bars and slashes are there for the eye only. */
function readList(text: string): readonly number[] | null {
  const numbers = text
    .replaceAll('−', '-')
    .split(/[\s,;/|]+/)
    .filter((part) => part !== '')
    .map(Number);
  return numbers.length > 0 && numbers.every(Number.isFinite) ? numbers : null;
}

/** As many as are wanted: a single number stands for all of them. */
function filling(numbers: readonly number[], count: number): readonly number[] | null {
  if (numbers.length === 1) return Array.from({ length: count }, () => numbers[0]);
  return numbers.length === count ? numbers : null;
}

/** The input, channel by channel, in a channel row by row; null where the count does not fit. */
export function inputValues(
  { input: [, height, width, channels] }: Stage,
  text: string,
): TensorValues | null {
  const shape = [height, width, channels];
  const numbers = filling(readList(text) ?? [], height * width * channels);
  if (!numbers) return null;
  const values = Array.from({ length: numbers.length }, (_, offset) => {
    const place = Math.floor(offset / channels);
    return numbers[(offset % channels) * height * width + place];
  });
  return { shape, values };
}

/** The weights: the name of a kernel, or numbers, filter by filter, slice by slice, in a slice row by row. */
export function weightValues({ weightShape: shape }: Stage, text: string): TensorValues | null {
  const name = text.trim();
  if (isKernelId(name)) return { shape, values: [...kernel(name, shape).data] };
  const [height, width, depth, filters] = shape;
  const numbers = filling(readList(text) ?? [], height * width * depth * filters);
  if (!numbers) return null;
  const values = Array.from({ length: numbers.length }, (_, offset) => {
    const filter = offset % filters;
    const slice = Math.floor(offset / filters) % depth;
    const place = Math.floor(offset / (filters * depth));
    return numbers[(filter * depth + slice) * height * width + place];
  });
  return { shape, values };
}

/** Why typed values are not the input's. */
export function valuesFault(text: string): string {
  return `The values do not fill the input: ${text}`;
}

/** Why what was typed are no weights. */
export function weightsFault(text: string): string {
  return /^[a-z][\w-]*$/i.test(text.trim())
    ? unknown('kernel', text.trim(), kernelIds)
    : `The weights do not fill the kernel: ${text}`;
}
