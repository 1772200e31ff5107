/** Parts that the descriptors share. */
import type { ConvSpec } from '../math/types.js';
import type { ResolvedFields } from './types.js';

/** One stage that takes every field of a spec from the layer. */
export function stageOf(layer: ResolvedFields): ConvSpec {
  const { multiplier: _m, order: _o, biases: _b, activations: _a, turned: _t, ...spec } = layer;
  return spec;
}

/** Channels of the input as asked for; 1 where none can be read, and the plan says what is wrong with it. */
export function channelsOfInput({ input }: ResolvedFields): number {
  return countOf(Array.isArray(input) ? input.at(-1) : undefined);
}

/** A number of channels to reckon with; 1 for what is none. */
export function countOf(value: unknown): number {
  return Number.isSafeInteger(value) ? Math.max(value as number, 1) : 1;
}

/** A stage in which every channel is read alone and makes `multiplier` channels. */
export function depthwiseStage(layer: ResolvedFields, channels = channelsOfInput(layer)): ConvSpec {
  const { multiplier = 1 } = layer;
  return { ...stageOf(layer), filters: channels * multiplier, groups: channels };
}

/** Bias and activation of the stages of a layer that has several: at the end, or in every one. */
export function endings(layer: ResolvedFields, isLast: boolean): Pick<ConvSpec, 'bias' | 'activation'> {
  const { bias = false, biases = 'once', activation = 'none', activations = 'once' } = layer;
  return {
    // What is no yes or no goes on as it is, so that the plan explains it.
    bias: bias === true ? isLast || biases === 'every' : bias,
    activation: isLast || activations === 'every' ? activation : 'none',
  };
}
