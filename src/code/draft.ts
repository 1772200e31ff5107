import type { Activation, Operation, Pair, Sides } from '../math/types.js';
import type { Place } from './tokens.js';
import type { Framework } from './types.js';

/** A padding as frameworks say it. `same-lower` has its odd row first; `causal` has all of it first. */
export type DraftPadding = Sides | 'valid' | 'same' | 'same-lower' | 'causal';

/** One call as far as it is understood: the framework's defaults, and over them what was written. */
export interface Draft {
  readonly framework: Framework;
  /** Name of the layer without its module, e.g. 'Conv2d'. */
  readonly name: string;
  readonly place: Place;
  /** Axes that the kernel slides along; 1-D is a single row. */
  readonly axes: 1 | 2;
  readonly op: Operation;
  readonly kind: 'plain' | 'depthwise' | 'separable';
  /** Undefined where the call does not say, as in Keras and ONNX. */
  inChannels?: number;
  filters?: number;
  kernel: Pair;
  stride: Pair;
  dilation: Pair;
  groups: number;
  multiplier: number;
  padding: DraftPadding;
  /** Null: the framework derives it. */
  outputPadding: Pair | null;
  /** The wanted height and width of the output, where the call has it (ONNX' output_shape). */
  outputSize?: Pair;
  /** Undefined where the call does not say (ONNX). */
  bias?: boolean;
  activation: Activation;
  /** Size of the input without its batch, as written; null for a size left open. */
  inputShape?: readonly (number | null)[];
  channelsFirst: boolean;
}

/** A setting per axis from the numbers of a call; a 1-D layer has one row. */
export function onAxes({ axes }: Pick<Draft, 'axes'>, sizes: readonly number[], single: number): Pair {
  if (axes === 1) return [single, sizes[0]];
  return sizes.length === 1 ? [sizes[0], sizes[0]] : [sizes[0], sizes[1]];
}
