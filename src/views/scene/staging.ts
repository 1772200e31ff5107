/** What the choreography hands to the drawing: plain lists of things in cell units, the same for the same moment. */
import type { TensorRole } from '../../timeline/types.js';
import type { Comb } from './layout/comb.js';
import type { Vector } from './layout/space.js';

/** Colours by meaning; the theme says which. Order = index in the shaders. */
export const tones = ['line', 'input', 'kernel', 'output', 'bias', 'accent', 'muted', 'ink'] as const;
export type Tone = (typeof tones)[number];

/** Where things stand; a camera shows some and leaves out others. Order = bit in the shaders. */
export const stations = ['input', 'bench', 'sum', 'rack', 'output', 'link'] as const;
export type Station = (typeof stations)[number];

/** solid: filled by its value; dashed: padding, an outline; plain: blank with an outline; mark: only its sign. */
export const tileKinds = ['solid', 'dashed', 'plain', 'mark'] as const;
export type TileKind = (typeof tileKinds)[number];

/** The cell that a tile stands for, for pointing at it. */
export interface Target {
  readonly tensor: TensorRole;
  readonly index: readonly number[];
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

/** How the cells of a volume look at this moment; arithmetic on the cell's place, no list of cells. */
export interface LatticeState {
  /** Channels in front of this one turn to glass. */
  readonly glassBefore: number;
  /** Cells (repeats, for the rack) whose order number is below this have their value; the others are empty outlines. */
  readonly done: number;
  /** Order number of a cell = offset + place · stride. */
  readonly order: { readonly offset: number; readonly strides: readonly [number, number, number] };
  /** Channel whose empty cells are outlined more strongly, else −1. */
  readonly making: number;
  /** Lit cells; all others step back. */
  readonly lit: Comb | null;
  /** Filter of the rack whose block is away on the bench, else −1. */
  readonly ghost: number;
}

export interface Staging {
  readonly tiles: readonly Tile[];
  readonly lines: readonly Line[];
  /** Lines from station to station. */
  readonly links: readonly Line[];
  readonly input: LatticeState;
  readonly output: LatticeState;
  readonly rack: LatticeState;
}
