/** PyTorch and Paddle: the same modules in the same order, with other names. */
import type { StageTensors, Tensor } from '../../math/types.js';
import { pairText, type LayerFacts, type StageFacts } from './facts.js';
import { nestedText, permuted } from './numbers.js';

/** What differs between the two. */
export interface NnWords {
  readonly conv: string;
  readonly transposed: string;
  readonly activations: Readonly<Record<Exclude<StageFacts['activation'], 'none'>, string>>;
  /** The bias is there by default; what takes it away. */
  readonly noBias: string;
  /** Settings that a convolution has beside sizes, and modules in front of it and behind it. */
  padding(stage: StageFacts): {
    readonly argument: string;
    readonly before?: string;
    readonly after?: string;
  };
  /** Statements that fill a module's parameters, `name` the module. */
  fill(name: string, tensors: StageTensors): readonly string[];
}

/** A module and, where it has any, its numbers. */
interface Module {
  readonly text: string;
  readonly tensors?: StageTensors | undefined;
}

/** The statement that makes the layer, and those that fill its parameters. */
export function nnLayer(
  { stages }: LayerFacts,
  words: NnWords,
): { readonly make: string; readonly fill: readonly string[] } {
  const modules = stages.flatMap((stage) => modulesOf(stage, words));
  if (modules.length === 1) {
    const [{ text, tensors }] = modules;
    return { make: `layer = ${text}`, fill: tensors ? words.fill('layer', tensors) : [] };
  }
  const lines = modules.map(({ text }) => `    ${text},\n`).join('');
  return {
    make: `layer = nn.Sequential(\n${lines})`,
    fill: modules.flatMap(({ tensors }, index) => (tensors ? words.fill(`layer[${index}]`, tensors) : [])),
  };
}

function modulesOf(stage: StageFacts, words: NnWords): Module[] {
  const { argument, before, after } = words.padding(stage);
  const activation =
    stage.activation === 'none' ? [] : [{ text: `nn.${words.activations[stage.activation]}()` }];
  return [
    ...(before === undefined ? [] : [{ text: before }]),
    { text: convText(stage, argument, words), tensors: stage.tensors },
    ...(after === undefined ? [] : [{ text: after }]),
    ...activation,
  ];
}

function convText(stage: StageFacts, padding: string, words: NnWords): string {
  const { kernel, stride, dilation, groups, input, filters, isTransposed, outputPadding } = stage;
  const parts = [
    `${input[3]}`,
    `${filters}`,
    `kernel_size=${pairText(kernel)}`,
    stage.isStrided ? `stride=${pairText(stride)}` : '',
    padding,
    outputPadding.some((extra) => extra > 0) ? `output_padding=${pairText(outputPadding)}` : '',
    stage.isDilated ? `dilation=${pairText(dilation)}` : '',
    groups > 1 ? `groups=${groups}` : '',
    stage.bias ? '' : words.noBias,
  ].filter(Boolean);
  return `nn.${isTransposed ? words.transposed : words.conv}(${parts.join(', ')})`;
}

/** Weights as these two keep them: [small, big / groups, kh, kw], out first for a convolution and in first for a transposed one. */
export function channelsFirstWeights(weights: Tensor, indent: string): string {
  return nestedText(permuted(weights, [3, 2, 0, 1]), indent);
}

/** An image as these two take it: [N, C, H, W]. */
export function channelsFirstImage(image: Tensor, indent = ''): string {
  return nestedText(permuted(image, [0, 3, 1, 2]), indent);
}
