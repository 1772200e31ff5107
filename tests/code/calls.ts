/** Calls as people write them, and the layers that the frameworks themselves made of them; see record.mjs. */

export interface FrameworkCall {
  /** Which framework runs it. ONNX takes channels and filters from the weights, 3 and 4 here. */
  readonly framework: 'pytorch' | 'keras' | 'onnx';
  readonly text: string;
  /** [height, width, channels] of the layer that is set at present and of the image that the framework gets. */
  readonly input: readonly [number, number, number];
}

const pytorch: readonly [string, FrameworkCall['input']][] = [
  ['nn.Conv2d(3, 6, 3)', [7, 8, 3]],
  ['nn.Conv2d(4, 6, (3, 2), (2, 1), (1, 0), 2, 2, False)', [9, 9, 4]],
  [
    'torch.nn.Conv2d(in_channels=3, out_channels=5, kernel_size=[2, 4], padding="same", dilation=(1, 2))',
    [6, 7, 3],
  ],
  [
    'nn.Conv2d(3, 6, kernel_size=(3,\n    5),  # wide\n  stride=2, padding=(2), groups=3, dtype=None,)',
    [8, 9, 3],
  ],
  ['nn.Conv2d(2, 3, 5, padding=10)', [4, 4, 2]],
  ['nn.Conv2d(1, 1, 3, stride=9)', [4, 4, 1]],
  ['nn.Conv2d(3, 6, 3, stride=2, padding="same")', [7, 8, 3]],
  ['nn.Conv2d(3, 6, 3, stride=0)', [7, 8, 3]],
  ['nn.Conv2d(3, 6, 3, padding=-1)', [7, 8, 3]],
  ['nn.Conv2d(3, 7, 3, groups=3)', [7, 8, 3]],
  ['nn.Conv2d(3, 6, 5)', [4, 8, 3]],
  ['nn.ConvTranspose2d(4, 6, 3, 2, 1, 1, 2, True, 1)', [3, 5, 4]],
  ['nn.ConvTranspose2d(2, 3, (2, 3), stride=(3, 1), output_padding=(2, 0), bias=False)', [3, 3, 2]],
  ['nn.ConvTranspose2d(2, 3, 3, dilation=3, output_padding=2)', [3, 3, 2]],
  ['nn.ConvTranspose2d(2, 3, 3, stride=2, output_padding=2)', [3, 3, 2]],
  ['nn.ConvTranspose2d(2, 3, 3, padding=4)', [3, 3, 2]],
  ['nn.Conv1d(3, 4, 5, stride=2, padding=1, dilation=2)', [1, 20, 3]],
  ['nn.ConvTranspose1d(3, 4, 5, 2, 1, 1)', [1, 6, 3]],
  ['nn.Sequential(\n  nn.Conv2d(3, 6, 3, 2, 1, groups=3, bias=False),\n  nn.Conv2d(6, 8, 1),\n)', [7, 8, 3]],
  ['nn.Sequential(nn.ZeroPad2d((0, 1, 0, 2)), nn.Conv2d(3, 4, 3, stride=2))', [8, 8, 3]],
  ['nn.Conv2d(3, 2 * 4, kernel_size=3, padding=3 // 2)', [7, 8, 3]],
];

const keras: readonly [string, FrameworkCall['input']][] = [
  ['layers.Conv2D(6, 3)', [7, 8, 3]],
  ['keras.layers.Conv2D(6, (3, 2), (2, 1), "same", None, 1, 3, "relu", False)', [7, 9, 3]],
  [
    'layers.Conv2D(filters=6, kernel_size=[4, 3], strides=3, padding="SAME", kernel_initializer="he_normal", name="c")',
    [8, 8, 3],
  ],
  ['layers.Conv2D(6, 3, dilation_rate=(2, 1), padding="same", activation=None)', [7, 8, 3]],
  ['layers.Conv2D(6, 3, strides=2, dilation_rate=2)', [9, 9, 3]],
  ['layers.Conv2D(6, 3, strides=(1, 2), dilation_rate=(2, 1))', [9, 9, 3]],
  ['layers.DepthwiseConv2D((3, 2), strides=2, depth_multiplier=3, padding="same")', [7, 8, 3]],
  ['layers.DepthwiseConv2D(3, strides=(2, 1), use_bias=False)', [7, 8, 3]],
  ['layers.DepthwiseConv2D(3, 2, "same", dilation_rate=2)', [9, 8, 3]],
  [
    'layers.SeparableConv2D(5, 3, strides=2, padding="same", depth_multiplier=2, pointwise_initializer="ones")',
    [7, 8, 3],
  ],
  ['layers.Conv2DTranspose(5, 2, strides=3)', [2, 4, 3]],
  ['layers.Conv2DTranspose(5, 2, strides=3, output_padding=0)', [2, 4, 3]],
  ['layers.Conv2DTranspose(5, 3, 2, "same", 1)', [2, 4, 3]],
  ['layers.Conv2DTranspose(5, 3, strides=2, padding="same", output_padding=0)', [2, 4, 3]],
  ['layers.Conv2DTranspose(5, 4, strides=2, padding="same", output_padding=0)', [2, 4, 3]],
  ['layers.Conv2DTranspose(5, 4, strides=2, padding="same", output_padding=(1, 1))', [2, 4, 3]],
  ['layers.Conv2DTranspose(5, 3, strides=2, output_padding=2)', [2, 4, 3]],
  ['layers.Conv2DTranspose(5, (5, 2), strides=(2, 3), padding="same")', [2, 4, 3]],
  ['layers.Conv2DTranspose(5, 3, dilation_rate=2, padding="same")', [4, 4, 3]],
  ['layers.Conv1D(4, 3, padding="causal", dilation_rate=2)', [1, 9, 3]],
  ['layers.Conv1DTranspose(4, 3, strides=2, padding="same")', [1, 9, 3]],
  ['layers.SeparableConv1D(4, 3, strides=2)', [1, 9, 3]],
];

const onnx: readonly [string, FrameworkCall['input']][] = [
  ['Conv(kernel_shape=[3,3], strides=[1,1], pads=[1,1,1,1], dilations=[1,1], group=1)', [5, 6, 3]],
  ['Conv(kernel_shape=[3, 2], strides=[2, 1], pads=[1, 0, 0, 2])', [7, 6, 3]],
  ['Conv(auto_pad="SAME_UPPER", kernel_shape=[2, 4], strides=[2, 2])', [5, 6, 3]],
  ['Conv(auto_pad="SAME_LOWER", kernel_shape=[2, 4], strides=[2, 2])', [5, 6, 3]],
  ['Conv(auto_pad="VALID", kernel_shape=[2, 2])', [5, 6, 3]],
  ['ConvTranspose(kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 0, 0], output_padding=[1, 0])', [3, 4, 3]],
  ['ConvTranspose(kernel_shape=[3, 3], strides=[2, 2], output_shape=[6, 8])', [3, 4, 3]],
  [
    'ConvTranspose(kernel_shape=[3, 3], strides=[2, 2], output_shape=[6, 8], auto_pad="SAME_UPPER")',
    [3, 4, 3],
  ],
  ['ConvTranspose(kernel_shape=[4, 3], strides=[2, 2], auto_pad="SAME_LOWER")', [3, 4, 3]],
  ['ConvTranspose(kernel_shape=[3, 3], strides=[2, 2], auto_pad="SAME_UPPER")', [3, 4, 3]],
  ['ConvTranspose(kernel_shape=[2, 3], strides=[3, 2], dilations=[1, 2])', [3, 4, 3]],
];

const of = (framework: FrameworkCall['framework'], list: typeof pytorch): FrameworkCall[] =>
  list.map(([text, input]) => ({ framework, text, input }));

export const calls: readonly FrameworkCall[] = [
  ...of('pytorch', pytorch),
  ...of('keras', keras),
  ...of('onnx', onnx),
];
