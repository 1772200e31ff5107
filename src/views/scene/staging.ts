/** What the choreography hands to the drawing: plain lists of things in cell units, the same for the same moment. */
import type { Tensor } from '../../math/types.js';
import type { Pair, TensorRole } from '../../timeline/types.js';
import type { Comb } from './layout/comb.js';
import type { Lattice, Places } from './layout/lattice.js';
import type { Vector } from './layout/space.js';

/** Colours by meaning; the theme says which. Order = index in the shaders. */
export const tones = ['line', 'input', 'kernel', 'output', 'bias', 'accent', 'muted', 'ink'] as const;
export type Tone = (typeof tones)[number];

/**
 * Where things stand; a camera shows some and leaves out others. The first six belong to the stage in hand, 'aside' is
 * what belongs to the other stages and to the whole. Order = bit in the shaders.
 */
export const stations = ['input', 'bench', 'sum', 'rack', 'output', 'link', 'aside'] as const;
export type Station = (typeof stations)[number];

/**
 * solid: filled by its value; dashed: padding, an outline; plain: blank with an outline; mark: only its sign; glass: a
 * see-through pane of its tone, as strong as its opacity says; bar: filled by its tone, a count drawn as a length.
 */
export const tileKinds = ['solid', 'dashed', 'plain', 'mark', 'glass', 'bar'] as const;
export type TileKind = (typeof tileKinds)[number];

/** The cell that a tile stands for, for pointing at it. */
export interface Target {
  readonly stage: number;
  readonly tensor: TensorRole;
  readonly index: readonly number[];
  /** A product: one use of the weight. */
  readonly pair?: Pair;
}

/** A small box that may move. */
export interface Tile {
  readonly station: Station;
  readonly kind: TileKind;
  readonly centre: Vector;
  readonly size: Vector;
  /** Value divided by the range of its tensor, −1 … 1, for the colour; NaN for what is not finite. */
  readonly shade: number;
  readonly text: string;
  readonly tone: Tone;
  /** 0 … 1 */
  readonly opacity: number;
  /** 0 … 1: how strongly its outline is lit. */
  readonly glow: number;
  readonly target?: Target;
  /** What it stays when the layer changes, where its target does not say so: the place of a canvas, an edge of a mount. */
  readonly identity?: string;
}

/** A straight line of a given thickness; dashes are in cell units, 0 for none. */
export interface Line {
  readonly station: Station;
  readonly from: Vector;
  readonly to: Vector;
  readonly thickness: number;
  readonly tone: Tone;
  readonly opacity: number;
  readonly dash: number;
  /** 0 … 1: how strongly it is shown where something stands in front of it. */
  readonly behind: number;
}

/** How the cells of a volume stand and look at this moment; arithmetic on the cell's place, no list of cells. */
export interface VolumeState {
  /** Where it is now: a volume may slide apart into lanes, or make room for zeros. */
  readonly lattice: Lattice;
  /** Shown instead of the tensor that the volume stands for: sums that are not finished yet. Of its shape, or of one image. */
  readonly values?: Tensor;
  /** Cells outside it turn to glass; null: none do. */
  readonly solid: Comb | null;
  /** Opacity of one glass cell's front; by default all layers of glass in front of the solid cells share a little. */
  readonly glass?: number;
  /** Cells (repeats, for the rack) whose order number is below this have their value; the others are empty outlines. */
  readonly done: number;
  /** Order number of a cell = offset + place · stride. */
  readonly order: { readonly offset: number; readonly strides: Places };
  /** Channels (places in depth) whose empty cells are outlined more strongly. */
  readonly making: readonly [first: number, last: number];
  /** Lit cells; all others step back. */
  readonly lit: Comb | null;
  /** Filters of the rack whose blocks are away on the bench. */
  readonly ghosts: readonly [first: number, last: number];
}

/** No place at all, for ranges of places. */
export const nowhere: readonly [first: number, last: number] = [-1, -1];

export interface Staging {
  readonly tiles: readonly Tile[];
  readonly lines: readonly Line[];
  /** Lines from station to station. */
  readonly links: readonly Line[];
  /** One for each volume of the layout, by its id. */
  readonly volumes: Readonly<Record<string, VolumeState>>;
}
