import {
  bias,
  count,
  inert,
  only,
  optional,
  padding,
  sizes,
  symmetricSides,
  type Reader,
} from '../readers.js';
import type { Settle, Signature } from '../signature.js';

const conv =
  'in_channels out_channels kernel_size stride padding dilation groups bias padding_mode device dtype';
const transposed =
  'in_channels out_channels kernel_size stride padding output_padding groups bias dilation padding_mode device dtype';

const shared: Readonly<Record<string, Reader>> = {
  in_channels: count('inChannels'),
  out_channels: count('filters'),
  kernel_size: sizes('kernel'),
  stride: sizes('stride'),
  dilation: sizes('dilation'),
  groups: count('groups'),
  bias,
  padding_mode: only('zeros'),
  device: inert,
  dtype: inert,
};

const convolution: Readonly<Record<string, Reader>> = {
  ...shared,
  padding: padding(
    { valid: 'valid', same: 'same' },
    symmetricSides,
    '0, 1, 2, … | (1, 1) | "same" | "valid"',
  ),
};

const transposition: Readonly<Record<string, Reader>> = {
  ...shared,
  padding: padding({}, symmetricSides, '0, 1, 2, … | (1, 1)'),
  output_padding: optional(sizes('outputPadding')),
};

/** PyTorch's SAME is TensorFlow's, but for stride 1 alone. */
const settle: Settle = ({ padding: given, stride, place }, _size, report) => {
  if (given === 'same' && stride.some((step) => step > 1)) report.refuse('code.problem.same-stride', place);
};

function layer(name: string, axes: 1 | 2, isTransposed: boolean): Signature {
  const isLazy = name.startsWith('Lazy');
  const positional = (isTransposed ? transposed : conv).split(' ').slice(isLazy ? 1 : 0);
  const { in_channels: _in, ...lazy } = isTransposed ? transposition : convolution;
  return {
    ...{ framework: 'pytorch', name, axes, positional, settle, kind: 'plain' },
    op: isTransposed ? 'transposed' : 'conv',
    required: positional.slice(0, isLazy ? 2 : 3),
    readers: isLazy ? lazy : isTransposed ? transposition : convolution,
    defaults: { bias: true, outputPadding: [0, 0], channelsFirst: true },
  };
}

/** nn.Conv2d and its family. */
export const pytorch: readonly Signature[] = ['', 'Lazy'].flatMap((lazy) =>
  ([1, 2] as const).flatMap((axes) => [
    layer(`${lazy}Conv${axes}d`, axes, false),
    layer(`${lazy}ConvTranspose${axes}d`, axes, true),
  ]),
);
