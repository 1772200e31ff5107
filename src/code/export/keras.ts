import type { Tensor } from '../../math/types.js';
import { noSides, pairText, type LayerFacts, type StageFacts } from './facts.js';
import { nestedText } from './numbers.js';
import { stuffed, stuffedSize } from './stuffed.js';

const activations = { none: '', relu: 'relu', relu6: 'relu6', 'h-swish': 'hard_silu' } as const;

/** Statements that carry `x` from layer to layer, and those that fill the layers. */
interface Script {
  readonly lines: string[];
  readonly fill: string[];
}

/** Keras' functional form; tensors are [N, H, W, C], weights in Keras' own order, which is ours. */
export function kerasCode(facts: LayerFacts): string {
  const { stages, input, inputShape } = facts;
  const script: Script = { lines: [], fill: [] };
  const [first, second] = stages;
  if (stages.length === 2 && isSeparable(first, second)) addSeparable(first, second, script);
  else for (const stage of stages) addStage(stage, facts, script);
  return [
    'import numpy as np',
    'import keras',
    'from keras import layers',
    '',
    `x = inputs = keras.Input(shape=(${inputShape.slice(1).join(', ')}))`,
    ...script.lines,
    'model = keras.Model(inputs, x)',
    ...script.fill,
    '',
    '# [N, H, W, C]',
    input
      ? `image = np.array(${nestedText(input)}, dtype="float32")`
      : `image = np.random.rand(${inputShape.join(', ')}).astype("float32")`,
    'print(model.predict(image, verbose=0))',
  ].join('\n');
}

/** Keras has one layer for both stages: a single bias and a single activation, at the end. */
function isSeparable(first: StageFacts, second: StageFacts): boolean {
  const isMixing =
    !second.isDepthwise &&
    !second.isTransposed &&
    second.groups === 1 &&
    second.kernel.every((size) => size === 1);
  const isPlain = !second.isStrided && !second.isPadded && !first.bias && first.activation === 'none';
  return first.isDepthwise && isMixing && isPlain && !isDecomposed(first);
}

/** Strides that Keras, or an older one, refuses: the layer runs with stride 1, and every s-th result is kept. */
function isDecomposed({ isTransposed, isDepthwise, isStrided, isDilated, stride }: StageFacts): boolean {
  return !isTransposed && ((isStrided && isDilated) || (isDepthwise && stride[0] !== stride[1]));
}

function addSeparable(first: StageFacts, second: StageFacts, script: Script): void {
  const padding = addPadding(first, script, false);
  const call = callText('SeparableConv2D', [
    `${second.filters}`,
    ...sizesOf(first),
    padding,
    first.multiplier > 1 ? `depth_multiplier=${first.multiplier}` : '',
    ...endingsOf(second),
  ]);
  script.lines.push(`separable = ${call}`, 'x = separable(x)');
  if (!first.tensors || !second.tensors) return;
  const [depthwise, pointwise] = [depthwiseWeights(first, first.tensors.weights), second.tensors.weights];
  addWeights(script, 'separable', [
    depthwise,
    pointwise,
    ...(second.tensors.bias ? [second.tensors.bias] : []),
  ]);
}

function addStage(stage: StageFacts, facts: LayerFacts, script: Script): void {
  if (stage.isTransposed) addTransposed(stage, facts, script);
  else addConvolution(stage, facts, script);
}

function addConvolution(stage: StageFacts, { comment }: LayerFacts, script: Script): void {
  const { index, isDepthwise, tensors, stride, groups, filters, multiplier } = stage;
  const isSliced = isDecomposed(stage);
  if (isSliced) script.lines.push(`# ${comment('comment.keras-stride')}`);
  const padding = addPadding(stage, script, isSliced);
  const name = isDepthwise ? 'DepthwiseConv2D' : 'Conv2D';
  const call = callText(name, [
    ...(isDepthwise ? [] : [`${filters}`]),
    ...sizesOf(isSliced ? { ...stage, isStrided: false } : stage),
    padding,
    isDepthwise && multiplier > 1 ? `depth_multiplier=${multiplier}` : '',
    !isDepthwise && groups > 1 ? `groups=${groups}` : '',
    ...endingsOf(stage),
  ]);
  script.lines.push(`conv${index} = ${call}`, `x = conv${index}(x)`);
  if (isSliced) script.lines.push(`x = x[:, ::${stride[0]}, ::${stride[1]}, :]`);
  if (!tensors) return;
  const weights = isDepthwise ? depthwiseWeights(stage, tensors.weights) : tensors.weights;
  addWeights(script, `conv${index}`, [weights, ...(tensors.bias ? [tensors.bias] : [])]);
}

/** Four sides need a layer of their own in front. */
function addPadding(
  { padding, paddingMode, isPadded }: StageFacts,
  { lines }: Script,
  isCounted: boolean,
): string {
  if (!isPadded) return '';
  if (paddingMode === 'same' && !isCounted) return 'padding="same"';
  const [top, bottom, left, right] = padding;
  lines.push(`x = layers.ZeroPadding2D(((${top}, ${bottom}), (${left}, ${right})))(x)`);
  return '';
}

/**
 * Keras' transposed convolution has no groups, no stride with dilation, and an output padding below the stride only: the
 * first becomes one layer a group, the others zeros written into the kernel.
 */
function addTransposed(stage: StageFacts, { comment }: LayerFacts, script: Script): void {
  const { index, groups, filters, kernel, dilation, stride, outputPadding, effectiveKernel, tensors, input } =
    stage;
  const isStuffed =
    (stage.isStrided && stage.isDilated) || outputPadding.some((extra, axis) => extra >= stride[axis]);
  const more = isStuffed ? outputPadding : ([0, 0] as const);
  const { mode, extra, crop } = isStuffed
    ? { mode: '', extra: '', crop: stage.padding }
    : marginsOf(stage, effectiveKernel);
  if (isStuffed) script.lines.push(`# ${comment('comment.keras-stuffed')}`);
  const call = callText('Conv2DTranspose', [
    `${filters / groups}`,
    pairText(isStuffed ? stuffedSize(kernel, dilation, more) : kernel),
    stage.isStrided ? `strides=${pairText(stride)}` : '',
    mode,
    isStuffed ? stuffedPadding(stage, more) : extra,
    stage.isDilated && !isStuffed ? `dilation_rate=${pairText(dilation)}` : '',
    ...endingsOf(stage),
  ]);
  const weights = tensors && (isStuffed ? stuffed(tensors.weights, stage, more) : tensors.weights);
  if (groups === 1) {
    script.lines.push(`conv${index} = ${call}`, `x = conv${index}(x)`);
    if (weights) addWeights(script, `conv${index}`, [weights, ...(tensors?.bias ? [tensors.bias] : [])]);
  } else {
    const own = input[3] / groups;
    script.lines.push(
      `# ${comment('comment.keras-groups')}`,
      `convs${index} = [${call} for _ in range(${groups})]`,
      `parts = [x[..., g * ${own} : (g + 1) * ${own}] for g in range(${groups})]`,
      `x = layers.Concatenate()([conv(part) for conv, part in zip(convs${index}, parts)])`,
    );
    if (weights) addGroupWeights(script, stage, weights, tensors?.bias);
  }
  const [top, bottom, left, right] = crop;
  if (crop.some((side) => side > 0)) {
    script.lines.push(`x = layers.Cropping2D(((${top}, ${bottom}), (${left}, ${right})))(x)`);
  }
}

/** SAME is Keras' own; anything else is cut off the whole output, whose size the output padding decides. */
function marginsOf({ paddingMode, stride, outputPadding, padding }: StageFacts, reach: StageFacts['kernel']) {
  if (paddingMode === 'same') return { mode: 'padding="same"', extra: '', crop: noSides };
  // Left alone, Keras fills up to n·s where the stride is larger than the kernel.
  const isDerived = outputPadding.every((extra, axis) => extra === Math.max(stride[axis] - reach[axis], 0));
  const extra = isDerived ? '' : `output_padding=${pairText(outputPadding)}`;
  return { mode: '', extra, crop: padding };
}

/** The stuffed kernel holds its output padding; where the stride is still larger, Keras must be told to add nothing. */
function stuffedPadding({ kernel, dilation, stride }: StageFacts, more: StageFacts['kernel']): string {
  const size = stuffedSize(kernel, dilation, more);
  return stride.some((step, axis) => step > size[axis]) ? 'output_padding=0' : '';
}

function addGroupWeights(
  { fill }: Script,
  { index, groups }: StageFacts,
  weights: Tensor,
  bias?: Tensor,
): void {
  fill.push(`w = np.split(np.array(${nestedText(weights)}, dtype="float32"), ${groups}, axis=3)`);
  if (bias) fill.push(`b = np.split(np.array(${nestedText(bias)}, dtype="float32"), ${groups})`);
  fill.push(
    `for g in range(${groups}):`,
    `    convs${index}[g].set_weights(${bias ? '[w[g], b[g]]' : '[w[g]]'})`,
  );
}

/** [kh, kw, C, multiplier]: the same numbers in the same order as ours with C groups. */
function depthwiseWeights({ input, multiplier }: StageFacts, { shape, data }: Tensor): Tensor {
  return { shape: [shape[0], shape[1], input[3], multiplier], data };
}

function addWeights({ fill }: Script, name: string, tensors: readonly Tensor[]): void {
  const arrays = tensors.map((tensor) => `    np.array(${nestedText(tensor, '    ')}, dtype="float32"),`);
  fill.push(`${name}.set_weights([`, ...arrays, '])');
}

function sizesOf({ kernel, stride, dilation, isStrided, isDilated }: StageFacts): string[] {
  return [
    pairText(kernel),
    isStrided ? `strides=${pairText(stride)}` : '',
    isDilated ? `dilation_rate=${pairText(dilation)}` : '',
  ];
}

function endingsOf({ activation, bias }: StageFacts): string[] {
  const name = activations[activation];
  return [name === '' ? '' : `activation="${name}"`, bias ? '' : 'use_bias=False'];
}

function callText(name: string, parts: readonly string[]): string {
  return `layers.${name}(${parts.filter(Boolean).join(', ')})`;
}
