import { describe, expect, it } from 'vitest';
import { parseLayer } from '../../src/code/parse-layer.js';
import type { LayerSpec } from '../../src/variants/types.js';
import { plan } from '../../src/variants/plan-layer.js';

const keysOf = (list: readonly { readonly key: string }[]): string[] => list.map(({ key }) => key);

/** The fields that a test names, of the layer that a text makes without any problem. */
function fieldsOf(
  text: string,
  names: readonly (keyof LayerSpec)[],
  current?: LayerSpec,
): Partial<LayerSpec> {
  const { layer, problems } = parseLayer(text, current);
  expect(problems).toEqual([]);
  return Object.fromEntries(names.map((name) => [name, layer?.[name]]));
}

describe('a pasted call', () => {
  it('sets the channels, and keeps the size of the input', () => {
    const current: LayerSpec = { variant: 'standard', input: [9, 11, 2] };
    const { layer, notes } = parseLayer('nn.Conv2d(4, 8, 3)', current);
    expect(layer?.input).toEqual([9, 11, 4]);
    expect(notes).toContainEqual({ key: 'code.note.size-kept', parameters: { rows: 9, columns: 11 } });
  });

  it.each([
    ['layers.Conv2D(8, 3, input_shape=(28, 30, 1))', [28, 30, 1]],
    ['layers.Conv2D(8, 3, input_shape=(None, 30, 1))', [5, 30, 1]],
    ['layers.Conv2D(8, 3, data_format="channels_first", input_shape=(1, 28, 30))', [28, 30, 1]],
    ['layers.Conv2D(8, 3, batch_input_shape=(None, 28, 30, 1))', [28, 30, 1]],
    ['model = keras.Sequential([keras.Input(shape=(6, 7, 2)), layers.Conv2D(8, 3)])', [6, 7, 2]],
    ['x = torch.randn(1, 3, 8, 9)\ny = nn.Conv2d(3, 8, 3)(x)', [8, 9, 3]],
    ['layers.Conv1D(8, 3, input_shape=(30, 2))', [1, 30, 2]],
    ['nn.Conv1d(2, 8, 3)', [1, 5, 2]],
  ])('takes the input from %s', (text, input) => expect(parseLayer(text).layer?.input).toEqual(input));

  it.each([
    ['nn.Conv2d(3, 8, 3)', 'standard'],
    ['nn.Conv2d(3, 8, 3, stride=(2, 1))', 'strided'],
    ['nn.Conv2d(3, 8, 3, dilation=2, stride=2)', 'dilated'],
    ['nn.Conv2d(4, 8, 3, groups=2)', 'grouped'],
    ['nn.Conv2d(4, 8, 3, groups=4)', 'depthwise'],
    ['nn.Conv2d(4, 8, 1)', 'pointwise'],
    ['nn.ConvTranspose2d(4, 8, 1)', 'transposed'],
    ['layers.DepthwiseConv2D(3)', 'depthwise'],
    ['tf.keras.layers.SeparableConv2D(8, 3)', 'separable'],
    ['paddle.nn.Conv2DTranspose(3, 8, 3)', 'transposed'],
    [
      'tf.layers.conv2dTranspose({ filters: 8, kernelSize: [3, 3], strides: 2 }); // JavaScript',
      'transposed',
    ],
    ['nn.Sequential(nn.Conv2d(3, 6, 3, groups=3), nn.ReLU(), nn.Conv2d(6, 8, 1), nn.ReLU())', 'separable'],
    ['a = nn.Conv2d(3, 8, 1)\nb = nn.Conv2d(8, 8, 3, groups=8)', 'separable'],
    ['layers.Conv2D(8, 1)(layers.DepthwiseConv2D(3)(x))', 'separable'],
    ['nn.Conv2d(3, 3, (3, 1), groups=3)\nnn.Conv2d(3, 3, (1, 3), groups=3)', 'spatially-separable'],
    ['nn.Conv2d(3, 8, 3)\nnn.Conv2d(8, 8, 3)', 'standard'],
  ])('%s is %s', (text, variant) => {
    const { layer, problems } = parseLayer(text);
    expect(problems).toEqual([]);
    expect(layer?.variant).toBe(variant);
    expect(plan(layer!).problems).toEqual([]);
  });

  it('of Keras and of Paddle is told apart by its module, by imports, or by its arguments', () => {
    const inputOf = (text: string): unknown => parseLayer(text).layer?.input?.at(-1);
    expect(inputOf('from paddle.nn import Conv2D\nConv2D(7, 8, 3)')).toBe(7);
    expect(inputOf('nn.Conv2D(7, 8, 3)')).toBe(7);
    expect(inputOf('Conv2D(in_channels=7, out_channels=8, kernel_size=3)')).toBe(7);
    expect(inputOf('layers.Conv2D(7, 8, 3)')).toBe(3);
    expect(keysOf(parseLayer('Conv2D(7, 8, 3)').notes)).toContain('code.note.guessed');
  });

  it('may use names, sums, comments and any line breaks', () => {
    const text = `k = (3, 1)  # rows, columns
c = 2 ** 3
self.conv = (
    nn.Conv2d(3, c // 2, # out
      kernel_size = k, padding = -1 + 2,
    ))`;
    expect(fieldsOf(text, ['filters', 'kernel', 'padding'])).toEqual({
      filters: 4,
      kernel: [3, 1],
      padding: [1, 1, 1, 1],
    });
  });

  it('is two layers in one where biases and activations allow it', () => {
    const text = 'nn.Sequential(nn.Conv2d(3, 6, 3, groups=3), nn.ReLU6(), nn.Conv2d(6, 8, 1), nn.ReLU6())';
    const names = ['multiplier', 'filters', 'biases', 'activation', 'activations'] as const;
    const every = { multiplier: 2, filters: 8, biases: 'every', activation: 'relu6', activations: 'every' };
    expect(fieldsOf(text, names)).toEqual(every);
    const uneven = parseLayer(text.replace('groups=3', 'groups=3, bias=False').replace(', nn.ReLU6())', ')'));
    expect(uneven.layer).toMatchObject({ bias: true, biases: 'once', activation: 'none' });
    expect(keysOf(uneven.problems)).toEqual(['code.problem.uneven-pair']);
  });

  it('takes a padding layer in front, and names what is no part of it', () => {
    const text =
      'nn.Sequential(nn.ZeroPad2d((1, 2, 3, 4)), nn.Conv2d(3, 8, 3, padding=1), nn.BatchNorm2d(8))';
    const { layer, notes } = parseLayer(text);
    expect(layer?.padding).toEqual([4, 5, 2, 3]);
    expect(notes).toContainEqual({ key: 'code.note.left-out', parameters: { names: 'BatchNorm2d' } });
  });
});

describe('a padding', () => {
  it.each([
    ['paddle.nn.Conv2D(3, 8, 3, padding=[1, 2])', [1, 1, 2, 2]],
    ['paddle.nn.Conv2D(3, 8, 3, padding=[0, 1, 2, 3])', [0, 1, 2, 3]],
    ['paddle.nn.Conv2D(3, 8, 3, padding=[[0, 0], [0, 0], [0, 1], [2, 3]])', [0, 1, 2, 3]],
    ['paddle.nn.Conv2D(3, 8, 3, padding=[[0, 0], [0, 1], [2, 3], [0, 0]], data_format="NHWC")', [0, 1, 2, 3]],
    ['paddle.nn.Conv2D(3, 8, 3, padding="Same")', 'same'],
    ['Conv(kernel_shape=[3, 3], pads=[0, 2, 1, 3])', [0, 1, 2, 3]],
    ['Conv(kernel_shape=[3], pads=[2, 3])', [0, 0, 2, 3]],
    ['Conv(kernel_shape=[2, 2], auto_pad="SAME_LOWER")', [1, 0, 1, 0]],
    ['Conv(kernel_shape=[2, 2], auto_pad="SAME_UPPER")', 'same'],
    ['layers.Conv1D(8, 3, padding="causal")', [0, 0, 2, 0]],
    ['nn.Conv2d(3, 8, 2, padding="same")', 'same'],
  ])('of %s', (text, padding) => expect(fieldsOf(text, ['padding'])).toEqual({ padding }));

  it('of Paddle in the word SAME loses the dilation', () => {
    const { layer, notes } = parseLayer('paddle.nn.Conv2D(3, 8, 3, padding="SAME", dilation=2)');
    expect(layer?.dilation).toEqual([1, 1]);
    expect(keysOf(notes)).toContain('code.note.paddle-same-dilation');
  });
});

describe('an ONNX node', () => {
  const wanted = { variant: 'strided', kernel: [3, 2], stride: [2, 1], padding: [1, 2, 0, 0] };

  it.each([
    'Conv(kernel_shape=[3, 2], strides=[2, 1], pads=[1, 0, 2, 0], group=1)',
    'helper.make_node("Conv", ["x", "w"], ["y"], kernel_shape=[3, 2], strides=[2, 1], pads=[1, 0, 2, 0])',
    'y = Conv <kernel_shape = [3, 2], strides: ints = [2, 1], pads = [1, 0, 2, 0]> (x, w)',
    'kernel_shape = [3, 2]\nstrides = [2, 1]\npads = [1, 0, 2, 0]',
    '"kernel_shape": [3, 2],\n"strides": [2, 1],\n"pads": [1, 0, 2, 0]',
    '{"op_type": "Conv", "kernel_shape": [3, 2], "strides": [2, 1], "pads": [1, 0, 2, 0]}',
    `{"opType": "Conv", "attribute": [{"name": "kernel_shape", "ints": ["3", "2"], "type": "INTS"},
      {"name": "strides", "ints": ["2", "1"]}, {"name": "pads", "ints": [1, 0, 2, 0]}, {"name": "group", "i": "1"}]}`,
  ])('is read from %s', (text) => {
    const { layer, problems } = parseLayer(text, { variant: 'standard', filters: 5 });
    expect(problems).toEqual([]);
    expect(layer).toMatchObject({ ...wanted, filters: 5, bias: false });
  });

  it('has a bias with a third input, and as JSON words in base 64', () => {
    expect(parseLayer('Conv <kernel_shape = [3, 3]> (x, w, b)').layer?.bias).toBe(true);
    const { layer } = parseLayer(
      '{"opType": "Conv", "attribute": [{"name": "kernel_shape", "ints": ["2", "2"]}, {"name": "auto_pad", "s": "U0FNRV9MT1dFUg=="}]}',
    );
    expect(layer?.padding).toEqual([1, 0, 1, 0]);
  });
});

describe('what cannot be taken over', () => {
  it.each([
    ['', 'empty', 1, 1],
    ['hello world', 'no-call', 1, 1],
    ['x = 3\ny = foo(1, bar())', 'unknown-call', 2, 12],
    ['nn.Conv3d(1, 2, 3)', 'three-axes', 1, 1],
    ['nn.Conv2d(3, 8, 3', 'unclosed', 1, 10],
    ['nn.Conv2d(3, 8,,3)', 'unexpected', 1, 16],
    ['nn.Conv2d(3,\n  8,\n  "three")', 'bad-value', 3, 3],
    ['nn.Conv2d(3, 8, 3.5)', 'bad-value', 1, 17],
    ['nn.Conv2d(3, 8, (3, 3, 3))', 'bad-value', 1, 17],
    ['nn.Conv2d(3, out, 3)', 'bad-value', 1, 14],
    ['nn.Conv2d(3, 8)', 'missing', 1, 1],
    ['nn.Conv2d(3, 8, 3, stride=1, stride=2)', 'twice', 1, 30],
    [
      'layers.DepthwiseConv2D(3, 1, "same", 1, None, 1, None, True, 1, 1, 1, 1, 1, 1, 1, 1)',
      'too-many',
      1,
      83,
    ],
    ['nn.Conv2d(3, 8, 3, 2, "same")', 'same-stride', 1, 1],
    ['layers.Conv2D(8, 3, strides=2, dilation_rate=2)', 'stride-dilation', 1, 1],
    ['Conv(kernel_shape=[3, 3], pads=[1, 1, 1, 1], auto_pad="VALID")', 'pads-twice', 1, 55],
    [`${'('.repeat(200)}1`, 'too-deep', 1, 52],
  ])('%s: %s', (text, key, line, column) => {
    const { layer, problems } = parseLayer(text);
    expect(layer).toBeNull();
    expect(problems[0]).toMatchObject({ key: `code.problem.${key}`, line, column });
  });

  it('is named, and the rest of the layer is set', () => {
    const { layer, notes, problems } = parseLayer(
      'nn.Conv2d(3, 8, 3, padding_mode="reflect", colour=1, dtype=torch.float16, device="cpu")',
    );
    expect(layer?.filters).toBe(8);
    expect(notes).toContainEqual({ key: 'code.note.no-effect', parameters: { arguments: 'device, dtype' } });
    expect(problems).toMatchObject([
      { key: 'code.problem.unsupported', column: 33, parameters: { given: '"reflect"', allowed: 'zeros' } },
      {
        key: 'code.problem.unknown-argument',
        column: 44,
        parameters: { argument: 'colour', call: 'Conv2d' },
      },
    ]);
  });

  it('of the activation is named too', () => {
    const { layer, problems } = parseLayer('layers.Conv2D(8, 3, activation="gelu")');
    expect(layer?.activation).toBe('none');
    expect(keysOf(problems)).toEqual(['code.problem.unsupported']);
  });
});
