import { pairText, type LayerFacts } from './facts.js';
import { channelsFirstImage, channelsFirstWeights, nnLayer, type NnWords } from './nn-modules.js';
import { nestedText } from './numbers.js';

/** PyTorch pads the same on both sides; more goes into a module of its own, which with negative numbers also crops. */
const words: NnWords = {
  conv: 'Conv2d',
  transposed: 'ConvTranspose2d',
  activations: { relu: 'ReLU', relu6: 'ReLU6', 'h-swish': 'Hardswish' },
  noBias: 'bias=False',
  padding: ({
    padding: [top, bottom, left, right],
    paddingMode,
    isTransposed,
    isSymmetric,
    isStrided,
    isPadded,
  }) => {
    if (!isPadded) return { argument: '' };
    if (paddingMode === 'same' && !isTransposed && !isStrided) return { argument: 'padding="same"' };
    if (isSymmetric) return { argument: `padding=${pairText([top, left])}` };
    const sides = [left, right, top, bottom].map((side) => (isTransposed && side > 0 ? -side : side));
    const module = `nn.ZeroPad2d((${sides.join(', ')}))`;
    return isTransposed ? { argument: '', after: module } : { argument: '', before: module };
  },
  fill: (name, { weights, bias }) => [
    `    ${name}.weight.copy_(torch.tensor(${channelsFirstWeights(weights, '    ')}))`,
    ...(bias ? [`    ${name}.bias.copy_(torch.tensor(${nestedText(bias, '    ')}))`] : []),
  ],
};

/** nn.Conv2d and its family; tensors are [N, C, H, W]. */
export function pytorchCode(facts: LayerFacts): string {
  const { input, inputShape, stages, comment } = facts;
  const [batch, height, width, channels] = inputShape;
  const { make, fill } = nnLayer(facts, words);
  const isUneven = stages.some((stage) => words.padding(stage).before ?? words.padding(stage).after);
  return [
    'import torch',
    'from torch import nn',
    '',
    ...(isUneven ? [`# ${comment('comment.pytorch-padding')}`] : []),
    make,
    ...(fill.length > 0 ? ['with torch.no_grad():', ...fill] : []),
    '',
    `# [N, C, H, W]`,
    input
      ? `x = torch.tensor(${channelsFirstImage(input)}, dtype=torch.float32)`
      : `x = torch.randn(${[batch, channels, height, width].join(', ')})`,
    'y = layer(x)',
    'print(y)',
  ].join('\n');
}
