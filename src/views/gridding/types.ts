/** The dilation of each layer as typed, first layer first. */
export type Rates = readonly string[];

/** What a stack of layers touches of the field of one output. */
export interface Touched {
  /** Layers that are counted. */
  readonly layers: number;
  /** Rows, and columns, of the field. */
  readonly size: number;
  /** Paths from each position of an axis; a pixel has the product of its row's and its column's. */
  readonly paths: readonly number[];
  /** Positions of an axis with a path. */
  readonly touched: number;
  readonly touched2d: number;
  /** Share of the field's pixels with a path, 0 … 1. */
  readonly coverage: number;
  /** Most paths from one pixel. */
  readonly most: number;
  /** Weights of one slice of all kernels together. */
  readonly weights: number;
}
