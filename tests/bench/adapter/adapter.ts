/**
 * What an engine must offer to be measured. The short names are those of an interchange format: a bundle that exports
 * `createAdapter` can be given to any harness that speaks it.
 */

/** One layer, one image. Data are NHWC. */
export interface Case {
  readonly id: string;
  /** 'dw': depthwise, 'tr': transposed. */
  readonly op: 'conv' | 'dw' | 'tr';
  /** Input: height, width, channels. */
  readonly H: number;
  readonly W: number;
  readonly C: number;
  /** Output. */
  readonly OH: number;
  readonly OW: number;
  readonly OC: number;
  /** Kernel. */
  readonly KH: number;
  readonly KW: number;
  /** Stride and dilation, the same on both axes. */
  readonly s: number;
  readonly d: number;
  /** TensorFlow's meaning of both words. */
  readonly pad: 'same' | 'valid';
  /** Rows above and columns to the left: of padding, or cut from the full result of a transposed convolution. */
  readonly pt: number;
  readonly pl: number;
  /** Output channels per input channel of a depthwise convolution. */
  readonly mult?: number;
  /** Of a standard convolution; default 1. */
  readonly groups?: number;
  /** conv [KH, KW, C / groups, OC], depthwise [KH, KW, C, mult], transposed [KH, KW, OC, C]. */
  readonly wShape: readonly number[];
  /** Multiply-adds, taps on padding included. */
  readonly madds: number;
}

/** One case, ready to run again and again. */
export interface Session {
  /** Hands in one evaluation; input and result stay where the engine computes. */
  step(): void | Promise<void>;
  /** Waits until all that was handed in is done. */
  sync(): void | Promise<void>;
  /**
   * Input in, evaluation, whole result out.
   *
   * @param wantOut the result is looked at: NHWC. Without it, it may have the engine's own layout.
   */
  roundtrip(x: Float32Array, wantOut?: boolean): Float32Array | Promise<Float32Array>;
  dispose(): void | Promise<void>;
}

export interface Adapter {
  readonly name: string;
  supports?(layer: Case): boolean;
  /** Called before this adapter's turn, e.g. to make its backend the current one. */
  activate?(): Promise<void>;
  prepare(layer: Case, x: Float32Array, w: Float32Array): Promise<Session>;
  dispose(): void;
}
