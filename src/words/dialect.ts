/** How three frameworks call the settings of a layer: code, so the same in every language. */

/** Whose argument names and words are shown beside the settings. */
export type Dialect = 'keras' | 'pytorch' | 'paddle';

/** In menu order. */
export const dialects: readonly { readonly id: Dialect; readonly name: string }[] = [
  { id: 'keras', name: 'Keras' },
  { id: 'pytorch', name: 'PyTorch' },
  { id: 'paddle', name: 'Paddle' },
];

/** Is this one of our dialects? */
export function isDialect(name: unknown): name is Dialect {
  return dialects.some(({ id }) => id === name);
}

/**
 * Arguments of Conv2D, SeparableConv2D and Conv2DTranspose in Keras, of nn.Conv2d and nn.ConvTranspose2d in PyTorch, of
 * nn.Conv2D and nn.Conv2DTranspose in Paddle. A setting without an entry has no argument of its own there.
 */
const argumentNames: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  keras: {
    filters: 'filters',
    kernel: 'kernel_size',
    stride: 'strides',
    dilation: 'dilation_rate',
    padding: 'padding',
    outputPadding: 'output_padding',
    groups: 'groups',
    bias: 'use_bias',
    activation: 'activation',
    multiplier: 'depth_multiplier',
  },
  pytorch: {
    filters: 'out_channels',
    kernel: 'kernel_size',
    stride: 'stride',
    dilation: 'dilation',
    padding: 'padding',
    outputPadding: 'output_padding',
    outputSize: 'output_size',
    groups: 'groups',
    bias: 'bias',
    multiplier: 'out_channels',
  },
  paddle: {
    filters: 'out_channels',
    kernel: 'kernel_size',
    stride: 'stride',
    dilation: 'dilation',
    padding: 'padding',
    outputPadding: 'output_padding',
    outputSize: 'output_size',
    groups: 'groups',
    bias: 'bias_attr',
    multiplier: 'out_channels',
  },
};

/** The argument that a setting is in a dialect; '' where it has none. */
export function argumentName(dialect: Dialect, field: string): string {
  return argumentNames[dialect][field] ?? '';
}

/**
 * The padding as code: TensorFlow's words, PyTorch's numbers (its 'same' takes stride 1 only), Paddle's capitals; and
 * a call of its own where the argument cannot say it.
 *
 * @param mode 'valid', 'same', 'symmetric' or 'explicit'
 * @param sides top, bottom, left, right in cells
 * @param crops a transposed convolution cuts them off its output
 */
export function paddingArgument(
  dialect: Dialect,
  mode: string,
  sides: readonly number[],
  crops = false,
): string {
  const [top, bottom, left, right] = sides;
  const isNone = mode === 'valid' || sides.every((side) => side === 0);
  if (isNone && mode !== 'same') return `padding=${{ keras: '"valid"', pytorch: '0', paddle: '0' }[dialect]}`;
  if (mode === 'same' && dialect !== 'pytorch') return `padding=${dialect === 'keras' ? '"same"' : '"SAME"'}`;
  if (dialect === 'keras')
    return `${crops ? 'Cropping2D' : 'ZeroPadding2D'}(((${top}, ${bottom}), (${left}, ${right})))`;
  if (top === bottom && left === right) return `padding=${top === left ? top : `(${top}, ${left})`}`;
  if (dialect === 'paddle') return `padding=[${sides.join(', ')}]`;
  const around = [left, right, top, bottom].map((side) => (crops && side > 0 ? -side : side));
  return `F.pad(${crops ? 'y' : 'x'}, (${around.join(', ')}))`;
}
