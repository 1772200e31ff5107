import type { Tensor } from '../../math/types.js';
import type { LayerFacts, StageFacts } from './facts.js';
import { nestedText, permuted } from './numbers.js';

/** Operators of the default domain; a clip takes its bounds as inputs, and HardSwish came with version 14. */
const opset = 14;

const activations: Readonly<
  Record<Exclude<StageFacts['activation'], 'none'>, readonly [string, readonly string[]]>
> = {
  relu: ['Relu', []],
  relu6: ['Clip', ['zero', 'six']],
  'h-swish': ['HardSwish', []],
};

/** A model of Conv or ConvTranspose nodes, made with ONNX' own helpers; tensors are [N, C, H, W]. */
export function onnxCode(facts: LayerFacts): string {
  const { stages, inputShape } = facts;
  const output = stages[stages.length - 1].output;
  const nodes = nodesOf(stages);
  const bounds = stages.some(({ activation }) => activation === 'relu6')
    ? [constant('zero', 'np.float32(0)'), constant('six', 'np.float32(6)')]
    : [];
  return [
    'import numpy as np',
    'import onnx',
    'from onnx import TensorProto, helper, numpy_helper',
    '',
    'nodes = [',
    ...nodes.map((node) => `    ${node},`),
    ']',
    'initializers = [',
    ...[...stages.flatMap(initializersOf), ...bounds].map((each) => `    ${each},`),
    ']',
    'graph = helper.make_graph(',
    '    nodes,',
    '    "layer",',
    `    [helper.make_tensor_value_info("x", TensorProto.FLOAT, ${shapeText(inputShape)})],`,
    `    [helper.make_tensor_value_info("y", TensorProto.FLOAT, ${shapeText(output)})],`,
    '    initializers,',
    ')',
    `model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", ${opset})], ir_version=8)`,
    'onnx.checker.check_model(model)',
    ...inputOf(facts),
  ].join('\n');
}

function inputOf({ input, inputShape }: LayerFacts): string[] {
  const x = input
    ? `np.array(${nestedText(permuted(input, [0, 3, 1, 2]))}, dtype=np.float32)`
    : `np.random.rand(${shapeText(inputShape).slice(1, -1)}).astype(np.float32)`;
  return ['', '# [N, C, H, W]', `x = ${x}`];
}

/** [N, H, W, C] as [N, C, H, W]. */
function shapeText([batch, height, width, channels]: readonly number[]): string {
  return `[${[batch, channels, height, width].join(', ')}]`;
}

/** Nodes are joined by names: the last result is y. */
function nodesOf(stages: readonly StageFacts[]): string[] {
  const makers = stages.flatMap((stage) => {
    const conv = (from: string, to: string): string => convNode(stage, from, to);
    if (stage.activation === 'none') return [conv];
    const [name, more] = activations[stage.activation];
    const after = (from: string, to: string): string =>
      `helper.make_node("${name}", [${[from, ...more].map((each) => `"${each}"`).join(', ')}], ["${to}"])`;
    return [conv, after];
  });
  return makers.map((make, index) =>
    make(index === 0 ? 'x' : `h${index}`, index === makers.length - 1 ? 'y' : `h${index + 1}`),
  );
}

function convNode(stage: StageFacts, from: string, to: string): string {
  const { index, bias, kernel, stride, padding, dilation, groups, isTransposed, outputPadding } = stage;
  const inputs = [from, `w${index}`, ...(bias ? [`b${index}`] : [])].map((name) => `"${name}"`).join(', ');
  const [top, bottom, left, right] = padding;
  const attributes = [
    `kernel_shape=[${kernel.join(', ')}]`,
    `strides=[${stride.join(', ')}]`,
    `pads=[${[top, left, bottom, right].join(', ')}]`,
    `dilations=[${dilation.join(', ')}]`,
    `group=${groups}`,
    ...(isTransposed ? [`output_padding=[${outputPadding.join(', ')}]`] : []),
  ].join(', ');
  const name = isTransposed ? 'ConvTranspose' : 'Conv';
  return `helper.make_node("${name}", [${inputs}], ["${to}"], ${attributes})`;
}

function initializersOf({ index, weightShape, bias, filters, tensors }: StageFacts): string[] {
  const [height, width, big, small] = weightShape;
  const array = (tensor: Tensor): string => `np.array(${nestedText(tensor, '    ')}, dtype=np.float32)`;
  const random = (shape: readonly number[]): string =>
    `np.random.rand(${shape.join(', ')}).astype(np.float32)`;
  const weights = tensors
    ? array(permuted(tensors.weights, [3, 2, 0, 1]))
    : random([small, big, height, width]);
  const values = tensors?.bias ? array(tensors.bias) : random([filters]);
  return [constant(`w${index}`, weights), ...(bias ? [constant(`b${index}`, values)] : [])];
}

function constant(name: string, value: string): string {
  return `numpy_helper.from_array(${value}, "${name}")`;
}
