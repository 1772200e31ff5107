import type { LayerFacts, StageFacts } from './facts.js';
import { nestedText } from './numbers.js';

const convolve = `def convolve(x, w, stride, dilation, padding, groups):
    """x [N, H, W, C], w [kh, kw, C / groups, filters], padding (top, bottom, left, right)"""
    top, bottom, left, right = padding
    x = np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)))
    kh, kw, depth, filters = w.shape
    rows = (x.shape[1] - (kh - 1) * dilation[0] - 1) // stride[0] + 1
    columns = (x.shape[2] - (kw - 1) * dilation[1] - 1) // stride[1] + 1
    y = np.zeros((x.shape[0], rows, columns, filters), np.float32)
    own = filters // groups
    for i in range(kh):
        for j in range(kw):
            r, c = i * dilation[0], j * dilation[1]
            seen = x[:, r : r + rows * stride[0] : stride[0], c : c + columns * stride[1] : stride[1]]
            for g in range(groups):
                to = slice(g * own, (g + 1) * own)
                y[..., to] += seen[..., g * depth : (g + 1) * depth] @ w[i, j, :, to]
    return y`;

const stamp = `def convolve_transposed(x, w, stride, dilation, crop, output_padding, groups):
    """x [N, H, W, C], w [kh, kw, filters / groups, C], crop (top, bottom, left, right)"""
    kh, kw, depth, channels = w.shape
    n, height, width, _ = x.shape
    rows, columns = (height - 1) * stride[0] + 1, (width - 1) * stride[1] + 1
    tall = rows + (kh - 1) * dilation[0] + output_padding[0]
    wide = columns + (kw - 1) * dilation[1] + output_padding[1]
    y = np.zeros((n, tall, wide, depth * groups), np.float32)
    own = channels // groups
    for i in range(kh):
        for j in range(kw):
            r, c = i * dilation[0], j * dilation[1]
            for g in range(groups):
                part = x[..., g * own : (g + 1) * own] @ w[i, j, :, g * own : (g + 1) * own].T
                y[:, r : r + rows : stride[0], c : c + columns : stride[1], g * depth : (g + 1) * depth] += part
    top, bottom, left, right = crop
    return y[:, top : tall - bottom, left : wide - right]`;

const activations: Readonly<Record<StageFacts['activation'], string>> = {
  none: '',
  relu: 'x = np.maximum(x, 0)',
  relu6: 'x = np.clip(x, 0, 6)',
  'h-swish': 'x = x * np.clip(x + 3, 0, 6) / 6',
};

/** NumPy alone: a slice of the input for every tap; [N, H, W, C]. */
export function numpyCode({ stages, input, inputShape }: LayerFacts): string {
  const functions = [
    ...(stages.some(({ isTransposed }) => !isTransposed) ? [convolve, '', ''] : []),
    ...(stages.some(({ isTransposed }) => isTransposed) ? [stamp, '', ''] : []),
  ];
  return [
    'import numpy as np',
    '',
    '',
    ...functions,
    `x = ${input ? arrayText(nestedText(input)) : randomText(inputShape)}`,
    ...stages.flatMap(stageLines),
    'print(x)',
  ].join('\n');
}

function arrayText(numbers: string): string {
  return `np.array(${numbers}, np.float32)`;
}

function randomText(shape: readonly number[]): string {
  return `np.random.rand(${shape.join(', ')}).astype(np.float32)`;
}

function stageLines(stage: StageFacts): string[] {
  const { index, tensors, weightShape, filters, isTransposed, stride, dilation, padding, groups } = stage;
  const weights = tensors ? arrayText(nestedText(tensors.weights)) : randomText(weightShape);
  const bias = tensors?.bias ? arrayText(nestedText(tensors.bias)) : randomText([filters]);
  const sizes = [stride, dilation, padding].map((numbers) => `(${numbers.join(', ')})`).join(', ');
  const extra = isTransposed ? `, (${stage.outputPadding.join(', ')})` : '';
  const name = isTransposed ? 'convolve_transposed' : 'convolve';
  const activation = activations[stage.activation];
  return [
    `w${index} = ${weights}`,
    `x = ${name}(x, w${index}, ${sizes}${extra}, ${groups})`,
    ...(stage.bias ? [`b${index} = ${bias}`, `x = x + b${index}`] : []),
    ...(activation === '' ? [] : [activation]),
  ];
}
