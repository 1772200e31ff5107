import type { Tensor } from '../../math/types.js';
import { fullSizeOf, type LayerFacts, type StageFacts } from './facts.js';
import { flatText } from './numbers.js';
import { stuffed, stuffedSize } from './stuffed.js';

/** What is done to `x` after the sum; in TensorFlow.js' operations h-swish is put together. */
const activations: Readonly<Record<StageFacts['activation'], readonly string[]>> = {
  none: [],
  relu: ['x = tf.relu(x);'],
  relu6: ['x = tf.relu6(x);'],
  'h-swish': ['x = tf.div(tf.mul(x, tf.clipByValue(tf.add(x, 3), 0, 6)), 6);'],
};

/** TensorFlow.js' operations, which take their weights as tensors; [N, H, W, C]. */
export function tfjsCode(facts: LayerFacts): string {
  const { stages, input, inputShape } = facts;
  return [
    "import * as tf from '@tensorflow/tfjs';",
    '',
    `let x = ${tensorText(input, inputShape)};`,
    ...stages.flatMap((stage) => ['', ...stageLines(stage, facts)]),
    '',
    'x.print();',
  ].join('\n');
}

function tensorText(tensor: Tensor | undefined, shape: readonly number[]): string {
  const sizes = `[${shape.join(', ')}]`;
  return tensor ? `tf.tensor(${flatText(tensor)}, ${sizes})` : `tf.randomNormal(${sizes})`;
}

function stageLines(stage: StageFacts, facts: LayerFacts): string[] {
  const { index, bias, filters, tensors, activation } = stage;
  return [
    ...(stage.isTransposed ? transposedLines(stage, facts) : convolutionLines(stage, facts)),
    ...(bias
      ? [`const b${index} = ${tensorText(tensors?.bias, [filters])};`, `x = tf.add(x, b${index});`]
      : []),
    ...activations[activation],
  ];
}

/** Stride with dilation is refused: the layer runs with stride 1, and every s-th result is kept. */
function convolutionLines(stage: StageFacts, { comment }: LayerFacts): string[] {
  const {
    index,
    padding,
    isPadded,
    isDepthwise,
    isStrided,
    isDilated,
    groups,
    stride,
    dilation,
    multiplier,
  } = stage;
  const isSliced = (isStrided && isDilated) || (isDepthwise && stride[0] !== stride[1]);
  const [top, bottom, left, right] = padding;
  const [height, width, depth, small] = stage.weightShape;
  const shape = isDepthwise ? [height, width, groups, multiplier] : [height, width, depth, small];
  const steps = isSliced ? '[1, 1]' : `[${stride.join(', ')}]`;
  const run = (operation: string, x: string, w: string): string =>
    `tf.${operation}(${x}, ${w}, ${steps}, 'valid', 'NHWC', [${dilation.join(', ')}])`;
  const isGrouped = groups > 1 && !isDepthwise;
  return [
    `const w${index} = ${tensorText(stage.tensors?.weights, shape)};`,
    ...(isPadded ? [`x = tf.pad(x, [[0, 0], [${top}, ${bottom}], [${left}, ${right}], [0, 0]]);`] : []),
    ...(isSliced ? [`// ${comment('comment.tfjs-stride')}`] : []),
    ...(isGrouped
      ? groupLines(stage, run('conv2d', 'part', 'parts[g]'), 3, comment('comment.tfjs-groups'))
      : [`x = ${run(isDepthwise ? 'depthwiseConv2d' : 'conv2d', 'x', `w${index}`)};`]),
    ...(isSliced ? [`x = tf.stridedSlice(x, [0, 0, 0, 0], x.shape, [1, ${stride.join(', ')}, 1]);`] : []),
  ];
}

/** One operation a group, side by side. */
function groupLines({ index, groups }: StageFacts, run: string, axis: number, comment: string): string[] {
  return [
    `// ${comment}`,
    `const parts${index} = tf.split(w${index}, ${groups}, ${axis});`,
    `x = tf.concat(tf.split(x, ${groups}, 3).map((part, g) => ${run.replaceAll('parts[', `parts${index}[`)}), 3);`,
  ];
}

/** No dilation and no groups; the output is made whole, and what is cropped is cut off it. */
function transposedLines(stage: StageFacts, { comment }: LayerFacts): string[] {
  const { index, padding, isPadded, groups, kernel, dilation, stride, tensors, output, outputPadding } =
    stage;
  const [, , , channels] = stage.weightShape;
  // More rows than the stride are uncovered by zeros at the kernel's end.
  const more = outputPadding.some((extra, axis) => extra >= stride[axis]) ? outputPadding : ([0, 0] as const);
  const [height, width] = stuffedSize(kernel, dilation, more);
  const isStuffed = height !== kernel[0] || width !== kernel[1];
  const filters = stage.filters / groups;
  const weights = tensors && (isStuffed ? stuffed(tensors.weights, stage, more) : tensors.weights);
  const [batch, rows, columns] = output;
  const whole = [batch, ...fullSizeOf(stage), filters].join(', ');
  const run = (x: string, w: string): string =>
    `tf.conv2dTranspose(${x}, ${w}, [${whole}], [${stride.join(', ')}], 'valid')`;
  return [
    ...(isStuffed ? [`// ${comment('comment.tfjs-dilation')}`] : []),
    `const w${index} = ${tensorText(weights, [height, width, filters, channels])};`,
    ...(groups > 1
      ? groupLines(stage, run('part', 'parts[g]'), 3, comment('comment.tfjs-groups'))
      : [`x = ${run('x', `w${index}`)};`]),
    ...(isPadded
      ? [
          `x = tf.slice(x, [0, ${padding[0]}, ${padding[2]}, 0], [${[batch, rows, columns, stage.filters].join(', ')}]);`,
        ]
      : []),
  ];
}
