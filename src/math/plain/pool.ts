import { axesOf, meetings, NOWHERE } from '../incidence.js';
import { zeros } from '../tensor.js';
import type { Stage, Tensor } from '../types.js';

/**
 * The largest value, or the mean, of each window of each channel. What lies on the padding is neither compared nor counted
 * (TensorFlow's SAME; PyTorch's count_include_pad=False). A mean is a float32 sum, row by row, that is divided at the end.
 *
 * @param stage the depthwise stage with the pool's window; a window as large as the plane pools globally
 * @param input [N, H, W, C]
 * @returns [N, H′, W′, C]
 */
export function pool(stage: Stage, { data }: Tensor, kind: 'max' | 'average'): Tensor {
  const output = zeros(stage.output);
  const [images, rows, columns, channels] = stage.output;
  const [, height, width] = stage.input;
  const [rowAxis, columnAxis] = axesOf(stage);
  const read = (axis: typeof rowAxis, position: number): number[] =>
    meetings(axis, 'small', position)
      .map(({ other }) => other)
      .filter((other) => other !== NOWHERE);
  let cell = 0;
  for (let image = 0; image < images; image++) {
    for (let row = 0; row < rows; row++) {
      const readRows = read(rowAxis, row);
      for (let column = 0; column < columns; column++) {
        const readColumns = read(columnAxis, column);
        const places = readRows.flatMap((y) => readColumns.map((x) => (image * height + y) * width + x));
        for (let channel = 0; channel < channels; channel++) {
          output.data[cell++] = reduce(
            places.map((place) => data[place * channels + channel]),
            kind,
          );
        }
      }
    }
  }
  return output;
}

function reduce(values: readonly number[], kind: 'max' | 'average'): number {
  if (kind === 'max') return Math.max(...values);
  return values.reduce((sum, value) => Math.fround(sum + value), 0) / values.length;
}
