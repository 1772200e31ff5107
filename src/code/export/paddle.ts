import { pairText, type LayerFacts } from './facts.js';
import { channelsFirstImage, channelsFirstWeights, nnLayer, type NnWords } from './nn-modules.js';
import { nestedText } from './numbers.js';

/** Paddle takes four sides; its SAME would set the dilation to 1, so that the sides are always counted out. */
const words: NnWords = {
  conv: 'Conv2D',
  transposed: 'Conv2DTranspose',
  activations: { relu: 'ReLU', relu6: 'ReLU6', 'h-swish': 'Hardswish' },
  noBias: 'bias_attr=False',
  padding: ({ padding, isSymmetric, isPadded }) => {
    if (!isPadded) return { argument: '' };
    const sides = isSymmetric ? pairText([padding[0], padding[2]], '[', ']') : `[${padding.join(', ')}]`;
    return { argument: `padding=${sides}` };
  },
  fill: (name, { weights, bias }) => [
    `${name}.weight.set_value(paddle.to_tensor(${channelsFirstWeights(weights, '')}, dtype="float32"))`,
    ...(bias ? [`${name}.bias.set_value(paddle.to_tensor(${nestedText(bias)}, dtype="float32"))`] : []),
  ],
};

/** paddle.nn.Conv2D and its family; tensors are [N, C, H, W]. */
export function paddleCode(facts: LayerFacts): string {
  const { input, inputShape } = facts;
  const [batch, height, width, channels] = inputShape;
  const { make, fill } = nnLayer(facts, words);
  return [
    'import paddle',
    'from paddle import nn',
    '',
    make,
    ...fill,
    '',
    `# [N, C, H, W]`,
    input
      ? `x = paddle.to_tensor(${channelsFirstImage(input)}, dtype="float32")`
      : `x = paddle.randn([${[batch, channels, height, width].join(', ')}])`,
    'y = layer(x)',
    'print(y)',
  ].join('\n');
}
