import type { Pair } from '../../src/math/types.js';
import type { Session } from '../../src/session/session.js';
import { cropAround, cut } from '../../src/views/filter/place.js';
import type { FilterTask } from '../../src/views/filter/task.js';

/** Makes a pixel's window with its surroundings the layer of a session, with the kernel, and pins its output cell. Can be undone. */
export function openAsCells(
  session: Session,
  { plan, picture, tensors }: FilterTask,
  cell: Pair,
  channel: number,
): void {
  const [stage] = plan.stages;
  const crop = cropAround(stage, cell);
  const tensor = cut(picture.tensor, crop);
  const isGrey = tensor.shape[2] === 1;
  const { kernel, stride, dilation, bias, activation } = stage;
  session.open({
    layer: {
      ...(isGrey ? { variant: 'standard', filters: 1 } : { variant: 'depthwise', multiplier: 1 }),
      ...{ input: tensor.shape, kernel, stride, dilation, padding: 'valid', bias, activation },
    },
    input: { kind: 'data', tensor, label: '' },
    weights: [{ generator: { kind: 'example' }, weights: tensors.weights, bias: tensors.bias }],
    walk: 'output',
  });
  session.intend({ kind: 'pin', stage: 0, tensor: 'output', index: [0, ...crop.cell, channel] });
}
