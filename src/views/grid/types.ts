/** The 2-D equal of the scene as data: what every cell of every table says and how it looks. Counted from 0. */

/** Tensors that are shown as tables. */
export type GridTensor = 'input' | 'weights' | 'bias' | 'output';

/**
 * What is true of a cell beside its value.
 * window: read for the cell in the making; current: in hand now; pending: not computed yet; padding: a zero around
 * the input; inserted: a zero between and round the cells that a transposed convolution reads; cropped: cut off by its
 * padding; bare: an output that no stamp reaches; unread: no output reads it; highlighted: lit by what is pointed at;
 * pinned: chosen to stay.
 */
export type CellMark =
  | 'window'
  | 'current'
  | 'pending'
  | 'padding'
  | 'inserted'
  | 'cropped'
  | 'bare'
  | 'unread'
  | 'highlighted'
  | 'pinned';

/** A place in a table: of padding too, where rows and columns lie outside the tensor. */
export interface CellPlace {
  readonly tensor: GridTensor;
  /** Panel of the group: input channel, slice of the filter, or output channel; 0 for the biases. */
  readonly channel: number;
  readonly row: number;
  readonly column: number;
}

export interface GridCell extends CellPlace {
  /** Index in the tensor, as in `Selection`; null for padding. */
  readonly index: readonly number[] | null;
  /** null while it is not computed. */
  readonly value: number | null;
  /** As printed; '' while it is not computed. */
  readonly text: string;
  /** Said by a screen reader, counted from 1. */
  readonly name: string;
  readonly marks: readonly CellMark[];
  /** A person may give it another number. */
  readonly editable: boolean;
  /** Products that lie on it, in a scatter walk; else 0. */
  readonly layers: number;
  /** CSS colours; '' where the cell has none of its own. */
  readonly fill: string;
  readonly ink: string;
}

/** Positions of an axis that are shown, in order; negative before the tensor, `size` and more behind it. */
export interface ShownAxis {
  /** Cells of the tensor along the axis. */
  readonly size: number;
  readonly positions: readonly number[];
  /** First and last position that could be shown, padding included. */
  readonly first: number;
  readonly last: number;
  /** Positions that are not shown, padding included. */
  readonly hidden: number;
  /** What a position is called; without it inside the tensor its number, from 1, and nothing outside. */
  readonly label?: ((position: number) => string) | undefined;
}

/** A small picture of a whole map, beside the part of it that is shown as a table. */
export interface Overview {
  readonly height: number;
  readonly width: number;
  /** The map's numbers; with the key it says whether the picture would differ: same data and key, same pixels. */
  readonly data: Float32Array;
  readonly key: string;
  /** CSS colour of a cell; '' where there is none yet. */
  readonly colour: (row: number, column: number) => string;
  /** Frames of the shown part and of the window: [row, column, height, width] in cells. */
  readonly shown: Frame4;
  readonly window: Frame4 | null;
}
export type Frame4 = readonly [row: number, column: number, height: number, width: number];

/** One channel, slice or map: one table. */
export interface GridPanel {
  readonly key: string;
  readonly tensor: GridTensor;
  readonly channel: number;
  readonly title: string;
  /** Name of the table for a screen reader: the tensor's and its own. */
  readonly name: string;
  /** In hand now: its row of the sum, or the map in the making. */
  readonly current: boolean;
  readonly rows: ShownAxis;
  readonly columns: ShownAxis;
  readonly cells: readonly (readonly GridCell[])[];
  readonly overview: Overview | null;
}

export interface LegendMark {
  readonly mark: CellMark;
  readonly text: string;
  /** Some shown cell carries it; else only its room is kept, because it comes and goes with the pointer. */
  readonly present: boolean;
}
/** What the colours of one tensor mean. */
export interface GridLegend {
  /** Names the scale for a screen reader. */
  readonly name: string;
  readonly low: string;
  readonly high: string;
  /** What is not usual about the scale; '' mostly. */
  readonly note: string;
  /** CSS colours from the lowest to the highest value. */
  readonly swatches: readonly string[];
  readonly marks: readonly LegendMark[];
}

/** One tensor: its panels, what is left out, and its legend. */
export interface GridGroup {
  readonly tensor: GridTensor;
  readonly title: string;
  /** Channels, slices or maps in all; `panels` may hold fewer. */
  readonly channels: number;
  /** What the button for the other tables says, e.g. 'Show 60 more'; '' where there are none. */
  readonly more: string;
  /** A person asked for the other tables. */
  readonly expanded: boolean;
  /** e.g. that the kernel is turned; '' where there is nothing to add. */
  readonly note: string;
  /** The tables are so wide that what follows should stand beside the last of them, not below all. */
  readonly wide: boolean;
  /** Characters that a cell needs, the same all through a run. */
  readonly textWidth: number;
  readonly panels: readonly GridPanel[];
  readonly legend: GridLegend;
}
