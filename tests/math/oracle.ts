/** A second, independent way to each answer, in double precision: build the dense picture, then add it up. */

import { offsetOf, sizeOf } from '../../src/math/tensor.js';
import type { Stage, StageTensors, Tensor } from '../../src/math/types.js';

/** A tensor made cell by cell from its index. */
export function build(shape: readonly number[], value: (...index: number[]) => number): Tensor {
  const data = new Float32Array(sizeOf(shape));
  const visit = (index: number[]): void => {
    if (index.length === shape.length) {
      data[offsetOf(shape, index)] = value(...index);
      return;
    }
    for (let next = 0; next < shape[index.length]; next++) visit([...index, next]);
  };
  visit([]);
  return { shape, data };
}

/** The value of a cell, 0 outside the tensor and between its cells. */
export function at({ shape, data }: Tensor, ...index: number[]): number {
  const inside = index.every((position, axis) => {
    return Number.isInteger(position) && position >= 0 && position < shape[axis];
  });
  return inside ? data[offsetOf(shape, index)] : 0;
}

/** One stage by scattering: every small cell and every tap in turn, no inverse of the relation anywhere. */
export function scatter(stage: Stage, input: Tensor, { weights, bias }: StageTensors): Tensor {
  const sums = new Float64Array(sizeOf(stage.output));
  const [batches, rows, columns, smallChannels] = stage.small;
  const [kernelRows, kernelColumns, bigPerGroup] = stage.weightShape;
  const smallPerGroup = smallChannels / stage.groups;
  for (let n = 0; n < batches; n++)
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++)
        for (let s = 0; s < smallChannels; s++)
          for (let i = 0; i < kernelRows; i++)
            for (let j = 0; j < kernelColumns; j++)
              for (let b = 0; b < bigPerGroup; b++) {
                const y = r * stage.stride[0] + i * stage.dilation[0] - stage.padding[0];
                const x = c * stage.stride[1] + j * stage.dilation[1] - stage.padding[2];
                if (y < 0 || x < 0 || y >= stage.big[1] || x >= stage.big[2]) continue;
                const channel = Math.floor(s / smallPerGroup) * bigPerGroup + b;
                const [small, big] = [
                  [n, r, c, s],
                  [n, y, x, channel],
                ];
                const [from, to] = stage.op === 'conv' ? [big, small] : [small, big];
                sums[offsetOf(stage.output, to)] += at(input, ...from) * at(weights, i, j, b, s);
              }
  return build(
    stage.output,
    (n, r, c, f) => sums[offsetOf(stage.output, [n, r, c, f])] + (bias?.data[f] ?? 0),
  );
}
