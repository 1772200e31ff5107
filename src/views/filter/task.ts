/** A picture through one kernel, as a plan with its tensors. */
import { plan } from '../../math/plan.js';
import { tensor } from '../../math/tensor.js';
import type { Activation, ConvSpec, Plan, SingleStageTensors, Tensor } from '../../math/types.js';

/** A picture as numbers. */
export interface Picture {
  /** [height, width, channels]; 1 channel of grey, or red, green and blue. */
  readonly tensor: Tensor;
  /** The number that is full light. */
  readonly white: number;
}

export interface FilterSettings {
  readonly stride: number;
  readonly dilation: number;
  readonly padding: 'valid' | 'same';
  /** Added to every sum; 0 is none. */
  readonly bias: number;
  readonly activation: Activation;
}

export interface FilterTask {
  readonly picture: Picture;
  /** [kh, kw] */
  readonly kernel: Tensor;
  readonly plan: Plan;
  readonly tensors: SingleStageTensors;
}

/**
 * What an engine runs. In colour it is a depthwise convolution: as many groups as channels, with the same slice in each, so that
 * no channel sees another. Problems of the settings are in the plan.
 * @param kernel [kh, kw]
 */
export function taskOf(picture: Picture, kernel: Tensor, settings: FilterSettings): FilterTask {
  const [height, width, channels] = picture.tensor.shape;
  const planned = plan({
    ...specOf(kernel, settings, channels),
    padding: settings.padding,
    input: [height, width, channels],
  });
  return {
    picture,
    kernel,
    plan: planned,
    tensors: {
      input: { shape: [1, height, width, channels], data: picture.tensor.data },
      ...weightsOf(kernel, settings.bias, channels),
    },
  };
}

/** All of the spec but its size and its padding. */
export function specOf(
  { shape: [rows, columns] }: Tensor,
  { stride, dilation, bias, activation }: FilterSettings,
  channels: number,
): ConvSpec {
  return {
    filters: channels,
    groups: channels,
    kernel: [rows, columns],
    stride,
    dilation,
    bias: bias !== 0,
    activation,
  };
}

/** The slice once for each channel, [kh, kw, 1, channels], and the bias as often. */
export function weightsOf(
  { shape: [rows, columns], data }: Tensor,
  bias: number,
  channels: number,
): { readonly weights: Tensor; readonly bias?: Tensor } {
  const repeated = Float32Array.from(
    { length: data.length * channels },
    (_, i) => data[Math.floor(i / channels)],
  );
  const weights = tensor([rows, columns, 1, channels], repeated);
  return bias === 0 ? { weights } : { weights, bias: tensor([channels], bias) };
}
