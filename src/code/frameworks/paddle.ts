import type { Pair, Sides } from '../../math/types.js';
import type { Draft } from '../draft.js';
import type { Value } from '../expressions.js';
import {
  biasAttribute,
  count,
  inert,
  layout,
  only,
  padding,
  sizes,
  symmetricSides,
  wholeNumbers,
  type Reader,
} from '../readers.js';
import type { Report } from '../report.js';
import type { Settle, Signature } from '../signature.js';

const conv =
  'in_channels out_channels kernel_size stride padding dilation groups padding_mode weight_attr bias_attr data_format';
const transposed =
  'in_channels out_channels kernel_size stride padding output_padding dilation groups weight_attr bias_attr data_format';
/** The 1-D one alone has its groups first. */
const transposedOneAxis = transposed.replace('dilation groups', 'groups dilation');

/** Per axis a number, or one before and one after; also a pair for every axis of the tensor, batch and channels included. */
function paddleSides(value: Value, draft: Draft): Sides | null {
  const symmetric = symmetricSides(value, draft);
  if (symmetric || value.kind !== 'list') return symmetric;
  const { axes, channelsFirst } = draft;
  const flat = wholeNumbers(value);
  if (flat) return flat.length === 2 * axes ? (onBothAxes(flat) as Sides) : null;
  const pairs = value.items.map((item) => (item.kind === 'list' ? wholeNumbers(item) : null));
  if (pairs.length !== axes + 2 || pairs.some((pair) => pair?.length !== 2)) return null;
  const spatial = channelsFirst ? pairs.slice(2) : pairs.slice(1, -1);
  return onBothAxes(spatial.flatMap((pair) => pair ?? [])) as Sides;
}

function onBothAxes(numbers: readonly number[]): readonly number[] {
  return numbers.length === 2 ? [0, 0, ...numbers] : numbers;
}

const readers: Readonly<Record<string, Reader>> = {
  // First, because the order of the axes decides how a nested padding is read.
  data_format: layout,
  in_channels: count('inChannels'),
  out_channels: count('filters'),
  kernel_size: sizes('kernel'),
  stride: sizes('stride'),
  padding: padding(
    { valid: 'valid', same: 'same' },
    paddleSides,
    '0, 1, 2, … | [1, 1] | [0, 1, 0, 1] | "SAME" | "VALID"',
  ),
  output_padding: sizes('outputPadding'),
  dilation: sizes('dilation'),
  groups: count('groups'),
  padding_mode: only('zeros'),
  weight_attr: inert,
  bias_attr: biasAttribute,
};

/** Paddle's SAME reckons with the kernel without its holes, and sets the dilation to 1. */
const settle: Settle = (draft, size, report) => {
  if (draft.padding !== 'same') return;
  if (draft.dilation.some((rate) => rate > 1)) {
    draft.dilation = [1, 1];
    report.note('code.note.paddle-same-dilation');
  }
  if (draft.op === 'transposed') cropLikeConvolution(draft, size, report);
};

/** A transposed convolution crops what a convolution of the same input would have padded. */
function cropLikeConvolution(draft: Draft, size: Pair, report: Report): void {
  const [rows, columns] = ([0, 1] as const).map((axis) => {
    const { [axis]: step } = draft.stride;
    const total = (Math.ceil(size[axis] / step) - 1) * step + draft.kernel[axis] - size[axis];
    const before = Math.floor(Math.max(total, 0) / 2);
    return [before, Math.max(total, 0) - before];
  });
  const sides = [...rows, ...columns] as unknown as Sides;
  draft.padding = sides;
  report.note('code.note.same-sides', { sides: sides.join(', ') });
}

function layer(axes: 1 | 2, isTransposed: boolean): Signature {
  const order = !isTransposed ? conv : axes === 1 ? transposedOneAxis : transposed;
  const positional = order.split(' ');
  return {
    ...{ framework: 'paddle', axes, positional, settle, kind: 'plain' },
    name: `Conv${axes}D${isTransposed ? 'Transpose' : ''}`,
    op: isTransposed ? 'transposed' : 'conv',
    required: positional.slice(0, 3),
    readers: Object.fromEntries(Object.entries(readers).filter(([name]) => positional.includes(name))),
    defaults: { bias: true, outputPadding: [0, 0], channelsFirst: true },
  };
}

/** paddle.nn.Conv2D and its family. */
export const paddle: readonly Signature[] = ([1, 2] as const).flatMap((axes) => [
  layer(axes, false),
  layer(axes, true),
]);
