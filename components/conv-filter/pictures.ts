/** The picture that is filtered: a sample of any size, a file, or a frame of the camera. */
import type { ReactiveControllerHost } from 'lit';
import { maxSide, readImage, tensorOfPixels, type ReadImageResult } from '../../src/media/image.js';
import { isSampleId, sample, sampleIds, type SampleId } from '../../src/media/samples.js';
import { isSceneName, scene, sceneNames, type SceneName } from '../../src/media/scenery.js';
import type { Picture } from '../../src/views/filter/task.js';

/** Samples that the menu offers: pictures first, then patterns of few numbers. */
export const sampleNames = [
  'landscape',
  'test-chart',
  'disc',
  'triangle',
  'digit-3',
  'gradient-radial',
  'stripes',
  'checkerboard',
  'impulse',
] as const satisfies readonly (SampleId | SceneName)[];

/** What may be asked for by name. */
export const allSamples: readonly string[] = [...sceneNames, ...sampleIds];

export type Given =
  | { readonly kind: 'sample' }
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'frame'; readonly frame: ImageData };

export interface Wanted {
  /** Name of a sample; the landscape where there is none of it. */
  readonly sample: string;
  /** Rows and columns of a sample. */
  readonly side: number;
  readonly channels: 1 | 3;
}

/** Full light of a file and of a camera, whose numbers are bytes. */
const byteWhite = 255;

/** Keeps what was given, and the picture that was made of it as it is wanted. */
export class Pictures {
  given: Given = { kind: 'sample' };
  picture: Picture | null = null;
  /** The size that a file had, and has; null while the picture is of no file. */
  file: ReadImageResult | null = null;
  /** Why the last file was refused; what was there before stays. */
  refusal: unknown = null;
  private readonly host: ReactiveControllerHost;
  private made: { readonly given: Given; readonly wanted: string } | null = null;
  private reading: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
  }

  give(given: Given): void {
    this.given = given;
    this.refusal = null;
    this.host.requestUpdate();
  }

  /** Makes the picture as it is wanted now; a file's comes later. */
  follow(wanted: Wanted): void {
    const { given } = this;
    const text = given.kind === 'sample' ? Object.values(wanted).join() : String(wanted.channels);
    if (this.made?.given === given && this.made.wanted === text) return;
    this.made = { given, wanted: text };
    this.reading?.abort();
    if (given.kind === 'file') void this.read(given.file, wanted.channels);
    else this.show(given.kind === 'sample' ? sampleOf(wanted) : pictureOf(given.frame, wanted.channels));
  }

  private show(picture: Picture, file: ReadImageResult | null = null): void {
    this.picture = picture;
    this.file = file;
  }

  private async read(file: File, channels: 1 | 3): Promise<void> {
    const reading = new AbortController();
    this.reading = reading;
    try {
      const result = await readImage(file, { size: { maxSide }, channels, signal: reading.signal });
      this.show({ tensor: result.tensor, white: byteWhite }, result);
      this.refusal = null;
    } catch (error) {
      if (reading.signal.aborted) return;
      this.given = { kind: 'sample' };
      this.refusal = error;
    }
    this.host.requestUpdate();
  }
}

/** A frame of the camera as numbers. */
export function pictureOf({ data, width, height }: ImageData, channels: 1 | 3): Picture {
  return { tensor: tensorOfPixels(data, { width, height }, channels), white: byteWhite };
}

function sampleOf({ sample: name, side, channels }: Wanted): Picture {
  if (isSceneName(name) || !isSampleId(name)) {
    return {
      tensor: scene(isSceneName(name) ? name : 'landscape', [side, side, channels]),
      white: byteWhite,
    };
  }
  const { tensor } = sample(name, [side, side, channels]);
  return { tensor, white: tensor.data.reduce((most, value) => Math.max(most, value), 1) };
}
