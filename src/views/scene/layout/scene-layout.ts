/** What a scene holds and where it is; each choreography makes one, cameras, picking and drawing read it. */
import type { Angles } from '../camera.js';
import type { Station, Tone } from '../staging.js';
import type { Lattice } from './lattice.js';
import { unite, type Box } from './space.js';

/** A tensor, or a part of one, that stands in the scene as cells. */
export interface Volume {
  /** Key of its state in a staging. */
  readonly id: string;
  readonly station: Station;
  /** The stage whose input, weights or output it shows, and that pointing at it means. */
  readonly stage: number;
  /** Of its edges. */
  readonly tone: Tone;
  /** At rest; a staging says where it is at a moment. */
  readonly lattice: Lattice;
  /** Which columns and rows any window reads; the others are hatched. */
  readonly read?: { readonly columns: readonly boolean[]; readonly rows: readonly boolean[] };
}

/**
 * What the picture has too little of. 'low': height, so rows stand close and sheets give way to the bench; 'narrow': on a phone,
 * width as well, so columns do too.
 */
export type Room = 'ample' | 'low' | 'narrow';

export interface SceneLayout {
  /** In the order of drawing: glass is blended over what comes before it. */
  readonly volumes: readonly Volume[];
  /** What each station takes up in all its states; a camera fits in the ones that it shows. */
  readonly bounds: Readonly<Partial<Record<Exclude<Station, 'aside'>, Box>>>;
  /** What else is to be seen where everything is: each box is fitted in by itself. */
  readonly asides?: readonly Box[];
  /** What a close-up fits in, with all else still in the picture; without it a close-up shows the bench alone. */
  readonly closeUp?: readonly Box[];
  /** Each row of the bench has its input and its output beside it: on a phone all three are one flat picture. */
  readonly isLevel?: boolean;
  /** Angles of the overview where the standard ones would hide something. */
  readonly overview?: Angles;
  /** Angles of the front, likewise. */
  readonly front?: Angles;
  /** Names beside the bench, for which cameras leave room. */
  readonly names: {
    /** Cell units from the name of a column to the next one. */
    readonly columnPitch: number;
    /** Rows have names at their left. */
    readonly rows: boolean;
  };
}

export function boxOfAll({ bounds, asides = [] }: Pick<SceneLayout, 'bounds' | 'asides'>): Box {
  return unite([...Object.values(bounds), ...asides]);
}
