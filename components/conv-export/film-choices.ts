/** What a film may be like, and how long one becomes. */
import { evenSize } from '../../src/media/animation/encoder.js';
import type { AnimationFormat, PictureSize } from '../../src/media/animation/types.js';
import { boundsOf, frameCount, type Footage, type Stretch } from '../../src/timeline/footage.js';
import type { Moment } from '../../src/timeline/types.js';
import type { Lab } from '../shared/lab.js';

export const sizes = { '360': [640, 360], '720': [1280, 720], '1080': [1920, 1080] } as const;
export type SizeName = keyof typeof sizes | 'page';
export const rates = [10, 15, 25, 30, 60] as const;
export const speeds = [0.25, 0.5, 1, 2, 4, 8] as const;

/** A film is kept in memory until it is saved, and a GIF of more pictures opens nowhere quickly. */
export const mostFrames = 3000;

export interface FilmChoices {
  readonly format: AnimationFormat;
  readonly size: SizeName;
  readonly framesPerSecond: number;
  readonly stretch: Stretch;
  readonly speed: number;
  /** Null: as the reader's system wishes. */
  readonly still: boolean | null;
  readonly hold: boolean;
  readonly caption: boolean;
}

export const firstChoices: FilmChoices = {
  format: 'gif',
  size: '360',
  framesPerSecond: 15,
  stretch: 'run',
  speed: 1,
  still: null,
  hold: true,
  caption: false,
};

/** In pixels; as on the page where there is a scene. */
export function sizeOf(lab: Lab, name: SizeName): PictureSize {
  if (name !== 'page') return { width: sizes[name][0], height: sizes[name][1] };
  const [[width, height] = [0, 0]] = [...lab.pictures].map(({ pictureSize }) => pictureSize);
  return evenSize({ width, height });
}

export interface Length {
  readonly footage: Footage;
  readonly frames: number;
  /** Of the whole film. */
  readonly seconds: number;
  readonly problem: 'too-long' | 'at-end' | null;
}

/** Remembers its last answer: a long run takes a while to add up. */
export class LengthMeter {
  private key: readonly unknown[] = [];
  private known: Length | null = null;

  /** @param step where the run stands, in the frame's own order */
  of({ plan, frame }: Moment, step: number, choices: FilmChoices): Length {
    const { stretch, speed, framesPerSecond, hold } = choices;
    const bounds = boundsOf(plan, step, stretch, frame.walk);
    const key = [plan, frame.walk, bounds.from, bounds.to, speed, framesPerSecond, hold];
    if (this.known && key.every((each, i) => each === this.key[i])) return this.known;
    const footage: Footage = {
      ...{ ...bounds, walk: frame.walk, speed, framesPerSecond },
      hold: hold ? framesPerSecond : 0,
    };
    const frames = frameCount(plan, footage);
    const problem = bounds.from >= bounds.to ? 'at-end' : frames > mostFrames ? 'too-long' : null;
    this.key = key;
    this.known = { footage, frames, seconds: frames / framesPerSecond, problem };
    return this.known;
  }
}
