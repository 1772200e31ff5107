/** Makes films of what a lab shows, picture by picture in a time of their own. Fetched when the first one is asked for. */
import { openEncoder } from '../../src/media/animation/encoder.js';
import {
  NoEncoder,
  type AnimationEncoder,
  type AnimationFormat,
  type PictureSize,
} from '../../src/media/animation/types.js';
import { Session } from '../../src/session/session.js';
import { settled, stillClock } from '../../src/session/settled.js';
import { stepsOfFrames, type Footage } from '../../src/timeline/footage.js';
import type { Moment } from '../../src/timeline/types.js';
import { say as sayIn } from '../../src/words/say.js';
import { SceneDouble } from '../conv-scene/double.js';
import type { Lab } from '../shared/lab.js';
import { captionOf } from './caption.js';
import { NoFile, type MadeFile } from './file.js';
import { captionHeight, paintCaption } from './picture.js';

/** Steps by which a sum of times may miss a whole step. */
const hair = 1e-6;

export interface FilmWish {
  readonly format: AnimationFormat;
  /** Of the whole picture, the line of words included. */
  readonly size: PictureSize;
  readonly footage: Footage;
  /** Cuts instead of motion. */
  readonly still: boolean;
  /** The layer and the step in a line below. */
  readonly caption: boolean;
}

export interface Watcher {
  readonly signal: AbortSignal;
  /** Told after each picture, 1 … all of them. */
  readonly progressed: (frames: number) => void;
}

/**
 * The same lab, view and wish give the same pictures. The lab's own run stays where it is.
 *
 * @throws NoFile; what the signal was aborted with
 */
export async function makeFilm(lab: Lab, wish: FilmWish, watcher: Watcher): Promise<MadeFile> {
  const { format, size } = wish;
  const stage = new FilmStage(lab, wish);
  let encoder: AnimationEncoder | null = null;
  try {
    stage.open();
    encoder = await openEncoder(format, stage.canvas, wish.footage.framesPerSecond);
    await film(stage, encoder, wish, watcher);
    const blob = await encoder.finish();
    watcher.signal.throwIfAborted();
    return { name: `convscope-${lab.session.layer.variant ?? 'layer'}.${format}`, blob, text: null };
  } catch (error) {
    await encoder?.cancel().catch(() => undefined);
    if (!(error instanceof NoEncoder)) throw error;
    throw new NoFile(lab.say('film.no-encoder', { format: lab.say(`film.format.${format}`), ...size }));
  } finally {
    stage.close();
  }
}

async function film(
  stage: FilmStage,
  encoder: AnimationEncoder,
  { footage }: FilmWish,
  { signal, progressed }: Watcher,
): Promise<void> {
  const { plan } = await stage.at(footage.from, signal);
  let frame = 0;
  for (const step of stepsOfFrames(plan, footage)) {
    await stage.paint(step, frame, signal);
    await encoder.add();
    frame += 1;
    progressed(frame);
    await nextTask();
    signal.throwIfAborted();
  }
}

/** A session and a scene that nobody else moves, and the canvas on which their pictures come together. */
class FilmStage {
  readonly canvas = document.createElement('canvas');
  private readonly context: CanvasRenderingContext2D;
  private readonly lab: Lab;
  private readonly theme: Lab['theme'];
  private readonly wish: FilmWish;
  private readonly session = new Session(stillClock);
  private readonly say: Lab['say'];
  private double: SceneDouble | null = null;
  private painted: number | null = null;
  private moves = false;

  constructor(lab: Lab, wish: FilmWish) {
    const { language, theme } = lab;
    this.lab = lab;
    this.theme = theme;
    this.wish = wish;
    this.say = (key, parameters) => sayIn(language, key, parameters);
    Object.assign(this.canvas, wish.size);
    // The pixels of a GIF are read back; those of a video go on as they are.
    const willReadFrequently = wish.format === 'gif';
    this.context = this.canvas.getContext('2d', { alpha: false, willReadFrequently })!;
  }

  /** @throws NoFile without a scene */
  open(): void {
    const { lab, say, session, theme } = this;
    const { size, still, caption, footage } = this.wish;
    const [source] = lab.pictures;
    const height = size.height - (caption ? captionHeight : 0);
    const model = source?.model ?? null;
    if (!model) throw new NoFile(say('film.no-scene'));
    this.double = new SceneDouble(model, { theme, width: size.width, height, still, say });
    session.open(lab.session.document, { anew: true, step: footage.from });
    session.connect();
  }

  close(): void {
    this.session.disconnect();
    this.double?.dispose();
    this.double = null;
  }

  /** @returns the moment of a step with all its numbers */
  at(step: number, signal: AbortSignal): Promise<Moment> {
    this.session.seek(step);
    return settled(this.session, signal);
  }

  /** A picture that would look like the one before is left as it stands. */
  async paint(step: number, frame: number, signal: AbortSignal): Promise<void> {
    const { context, session, say, wish, double } = this;
    if (step === this.painted && !this.moves) return;
    const moment = await this.at(step, signal);
    const now = (frame * 1000) / wish.footage.framesPerSecond;
    const moves = (await double?.draw(moment, now)) ?? null;
    if (moves === null) throw new NoFile(say('film.no-picture', { frame: frame + 1 }));
    double?.paint(context);
    if (wish.caption)
      paintCaption(context, captionOf(session, moment, say, Math.floor(step + hair)), 1, this.theme);
    this.painted = step;
    this.moves = moves;
  }
}

/** Lets the page draw and hear its reader; unlike a timer it is not held back while the page is in the background. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
