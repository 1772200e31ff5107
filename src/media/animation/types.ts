/** Moving pictures as files, picture by picture and exact to the frame. */

export const animationFormats = ['gif', 'webm', 'mp4'] as const;
export type AnimationFormat = (typeof animationFormats)[number];
export type VideoFormat = Exclude<AnimationFormat, 'gif'>;

/** Pixels; both even, as video wants them. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Takes one picture after the other from the canvas that it was opened with. After `finish` or `cancel` it is used up. */
export interface AnimationEncoder {
  /** Adds what the canvas shows now, for one frame. Resolves when the canvas may change. */
  add(): Promise<void>;
  finish(): Promise<Blob>;
  /** Frees what the encoder holds. */
  cancel(): Promise<void>;
}

/** The browser has no encoder for the format at this size. */
export class NoEncoder extends Error {}
