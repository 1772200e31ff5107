import { ALL_FORMATS, BlobSource, Input, VideoSampleSink } from 'mediabunny';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../components/conv-export/define.js';
import { makeFilm, type FilmWish, type Watcher } from '../../components/conv-export/film.js';
import '../../components/conv-lab/define.js';
import '../../components/conv-scene/define.js';
import type { ConvScene } from '../../components/conv-scene/conv-scene.js';
import type { ConvElement } from '../../components/shared/conv-element.js';
import type { Lab } from '../../components/shared/lab.js';
import { LabRequestEvent } from '../../components/shared/lab-request.js';
import { gpuStatistics } from '../../src/gpu/context.js';
import { canEncode } from '../../src/media/animation/encoder.js';
import { Session } from '../../src/session/session.js';
import { stepsOfFrames, type Footage } from '../../src/timeline/footage.js';
import { startOfCellAt } from '../../src/timeline/position.js';
import { readGif } from '../media/gif-blocks.js';
import { computed, mount, shownText, until } from './figures.js';

/** As small as a scene has words in. */
const size = { width: 320, height: 240 };

afterEach(() => {
  document.body.innerHTML = '';
  vi.restoreAllMocks();
});

interface Set {
  readonly lab: Lab;
  readonly scene: ConvScene;
  readonly panel: ConvElement;
}

/** A lab of a layer of one cell of four terms, with a scene of the films' size. */
async function set(attributes = 'input="2x2x1" kernel="2" filters="1"'): Promise<Set> {
  const holder = mount<ConvElement>(
    `<conv-lab lang=en ${attributes}><conv-scene camera=front></conv-scene><conv-export></conv-export></conv-lab>`,
  );
  await computed(holder);
  const [scene, panel] = [holder.querySelector('conv-scene')!, holder.querySelector('conv-export')!];
  const stage = scene.shadowRoot!.querySelector<HTMLElement>('.stage')!;
  Object.assign(stage.style, { width: `${size.width}px`, height: `${size.height}px` });
  await until(() => labelsOf(scene) > 0 && scene.pictureSize.join() === '320,240', 'the scene');
  return { lab: LabRequestEvent.ask(panel)!, scene, panel };
}

const labelsOf = (scene: ConvScene): number =>
  scene.shadowRoot!.querySelectorAll('.labels span:not([hidden])').length;

const footage: Footage = { walk: 'output', from: 0, to: 4, speed: 8, framesPerSecond: 10, hold: 2 };
const wish = (change: Partial<FilmWish> = {}): FilmWish => ({
  ...{ format: 'gif', size, footage, still: false, caption: false },
  ...change,
});

const never = new AbortController().signal;
const make = (lab: Lab, asked: FilmWish, progressed: Watcher['progressed'] = () => undefined) =>
  makeFilm(lab, asked, { signal: never, progressed });
const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

function pixels(picture: CanvasImageSource): Uint8ClampedArray {
  const context = new OffscreenCanvas(size.width, size.height).getContext('2d')!;
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, size.width, size.height).data;
}

/** Mean distance of two pictures, and the share of values that are further apart than a codec may bring them; 0 … 255. */
function distance(one: Uint8ClampedArray, other: Uint8ClampedArray): { mean: number; far: number } {
  const differences = Array.from(one, (value, i) => Math.abs(value - other[i]));
  const sum = differences.reduce((total, each) => total + each, 0);
  return { mean: sum / one.length, far: differences.filter((each) => each > 48).length / one.length };
}

/** The picture of a step on the page, as it would be saved; there is none between a seek and its drawing. */
async function pngOf({ lab, scene }: Set, step: number): Promise<Uint8ClampedArray> {
  lab.session.seek(step);
  await scene.updateComplete;
  let picture: HTMLCanvasElement | null = null;
  while (!picture) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    picture = await scene.picture(1);
  }
  return pixels(picture);
}

/** Pictures of a GIF, each as often as it has frames of a tenth of a second. */
async function framesOfGif(blob: Blob): Promise<Uint8ClampedArray[]> {
  const decoder = new ImageDecoder({ type: 'image/gif', data: await blob.arrayBuffer() });
  await decoder.tracks.ready;
  const frames: Uint8ClampedArray[] = [];
  for (let frameIndex = 0; frameIndex < decoder.tracks.selectedTrack!.frameCount; frameIndex += 1) {
    const { image } = await decoder.decode({ frameIndex });
    const shown = pixels(image);
    for (let i = 0; i < Math.round(image.duration! / 1e5); i += 1) frames.push(shown);
    image.close();
  }
  decoder.close();
  return frames;
}

/** The same frames for the same times. A sample on an edge may fall on either side where GL draws on several threads. */
async function expectSame(one: Blob, other: Blob): Promise<void> {
  const delays = async (blob: Blob) => readGif(await bytesOf(blob)).frames.map(({ delay }) => delay);
  expect(await delays(one)).toEqual(await delays(other));
  const [frames, others] = [await framesOfGif(one), await framesOfGif(other)];
  for (const [i, frame] of frames.entries()) {
    const { mean, far } = distance(frame, others[i]);
    expect(mean, `frame ${i}`).toBeLessThan(0.05);
    expect(far, `frame ${i}`).toBe(0);
  }
}

interface Video {
  readonly times: readonly number[];
  readonly durations: readonly number[];
  readonly frames: readonly Uint8ClampedArray[];
}

async function readVideo(blob: Blob): Promise<Video> {
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(blob) });
  const track = (await input.getPrimaryVideoTrack())!;
  const [times, durations, frames]: [number[], number[], Uint8ClampedArray[]] = [[], [], []];
  for await (const sample of new VideoSampleSink(track).samples()) {
    expect([sample.displayWidth, sample.displayHeight]).toEqual([size.width, size.height]);
    times.push(sample.timestamp);
    durations.push(sample.duration);
    const canvas = new OffscreenCanvas(size.width, size.height);
    sample.draw(canvas.getContext('2d')!, 0, 0);
    frames.push(pixels(canvas));
    sample.close();
  }
  return { times, durations, frames };
}

describe('a film', () => {
  test('as a GIF: every frame is the picture of its step, and a second film is the same', async () => {
    const here = await set();
    const told: number[] = [];
    const file = await make(here.lab, wish(), (frames) => told.push(frames));
    const steps = [...stepsOfFrames(here.lab.session.moment!.plan, footage)];
    expect(told).toEqual(steps.map((_, i) => i + 1));
    const gif = readGif(await bytesOf(file.blob));
    expect(gif).toMatchObject({ ...size, repeats: 0 });
    expect(gif.frames.reduce((sum, { delay }) => sum + delay, 0)).toBe(steps.length * 10);
    const frames = await framesOfGif(file.blob);
    expect(frames).toHaveLength(steps.length);
    const pictures: Uint8ClampedArray[] = [];
    for (const step of steps) pictures.push(await pngOf(here, step));
    for (const [i, frame] of frames.entries()) {
      const { mean, far } = distance(frame, pictures[i]);
      expect(mean, `frame ${i}`).toBeLessThan(0.6);
      expect(far, `frame ${i}`).toBeLessThan(0.0005);
    }
    const others = steps.flatMap((step, i) => (i > 0 && step > steps[i - 1] ? [i] : []));
    expect(others.length).toBeGreaterThan(2);
    for (const i of others)
      expect(distance(frames[i], pictures[i - 1]).mean).toBeGreaterThan(
        distance(frames[i], pictures[i]).mean,
      );
    const again = await make(here.lab, wish());
    await expectSame(again.blob, file.blob);
  });

  test.each(['webm', 'mp4'] as const)('as %s: frames, times, size, pictures', async (format) => {
    expect(await canEncode(format, size)).toBe(true);
    const here = await set();
    const { blob, name } = await make(here.lab, wish({ format }));
    expect([name, blob.type]).toEqual([`convscope-standard.${format}`, `video/${format}`]);
    const steps = [...stepsOfFrames(here.lab.session.moment!.plan, footage)];
    const { times, durations, frames } = await readVideo(blob);
    expect(times).toHaveLength(steps.length);
    times.forEach((time, i) => expect(time).toBeCloseTo(i / 10, 2));
    expect(times.at(-1)! + durations.at(-1)!).toBeCloseTo(steps.length / 10, 2);
    for (const i of [0, 2, steps.length - 1]) {
      const { mean, far } = distance(frames[i], await pngOf(here, steps[i]));
      expect(mean, `frame ${i}`).toBeLessThan(3);
      expect(far, `frame ${i}`).toBeLessThan(0.003);
    }
  });

  test('moves in a time of its own, and leaves the run of the page where it was', async () => {
    const here = await set('variant="separable" input="3x3x2" filters="1"');
    here.lab.session.seek(3);
    const { plan } = here.lab.session.moment!;
    const border = startOfCellAt(plan, 1, 0);
    const flight = { ...footage, from: border - 1, to: border + 1 };
    const films: Blob[] = [];
    for (const still of [false, false, true])
      films.push((await make(here.lab, wish({ still, footage: flight }))).blob);
    const [one, other, cut] = films;
    await expectSame(other, one);
    const [moving, cutting] = [readGif(await bytesOf(one)), readGif(await bytesOf(cut))];
    expect(moving.frames.length).toBeGreaterThan(cutting.frames.length);
    expect(here.lab.session.step).toBe(3);
  });

  test('has a line of words below when it is wanted', async () => {
    const here = await set();
    const short = { ...footage, from: 4, hold: 0 };
    const [bare, captioned] = await Promise.all(
      [false, true].map((caption) => make(here.lab, wish({ caption, footage: short }))),
    );
    const [[one], [other]] = [await framesOfGif(bare.blob), await framesOfGif(captioned.blob)];
    const shades = (frame: Uint8ClampedArray) => new Set(frame.slice(-28 * size.width * 4)).size;
    expect(shades(other)).toBeGreaterThan(shades(one));
  });
});

describe('what a film held', () => {
  test.each(['gif', 'webm'] as const)('is given back when a %s is cancelled', async (format) => {
    const here = await set();
    const before = gpuStatistics();
    const disconnected = vi.spyOn(Session.prototype, 'disconnect');
    const controller = new AbortController();
    const film = makeFilm(here.lab, wish({ format }), {
      signal: controller.signal,
      progressed: (frames) => frames === 2 && controller.abort(),
    });
    await expect(film).rejects.toThrow(/abort/i);
    const { holders, liveTextures, contexts } = gpuStatistics();
    expect({ holders, liveTextures, contexts }).toEqual({
      holders: before.holders,
      liveTextures: before.liveTextures,
      contexts: before.contexts,
    });
    expect(disconnected).toHaveBeenCalledTimes(1);
    expect(document.body.children).toHaveLength(1);
  });
});

describe('the section', () => {
  async function opened() {
    const here = await set();
    const root = here.panel.shadowRoot!;
    await userEvent.click(root.querySelector('.film summary')!);
    await until(() => root.querySelector('.film .start') !== null);
    const choose = (which: number, value: string) =>
      userEvent.selectOptions(root.querySelectorAll<HTMLSelectElement>('.choices select')[which], value);
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    const text = (): string => shownText(here.panel).replace(/\s+/g, ' ');
    return { ...here, root, choose, saved, text };
  }

  test('tells the length, makes a film, saves it, and offers it once more', async () => {
    const { root, choose, text, saved, panel } = await opened();
    await choose(1, 'page');
    await choose(2, '10');
    await choose(4, '8');
    await until(() => /\d+ pictures, [\d.]+ s\./.test(text()));
    const frames = Number(/(\d+) pictures/.exec(text())![1]);
    root.querySelector<HTMLElement>('.start')!.focus();
    await userEvent.keyboard('{Enter}');
    await until(() => root.querySelector('progress') !== null);
    await panel.updateComplete;
    expect(root.activeElement).toBe(root.querySelector('.cancel'));
    await until(() => text().includes('is ready'));
    expect(text()).toContain(`convscope-standard.gif is ready: ${frames} pictures`);
    expect(saved).toEqual(['convscope-standard.gif']);
    const link = root.querySelector<HTMLAnchorElement>('.film a')!;
    const gif = readGif(await bytesOf(await (await fetch(link.href)).blob()));
    expect(gif).toMatchObject(size);
    expect(root.activeElement).toBe(root.querySelector('.start'));
  });

  test('is cancelled by its button', async () => {
    const { root, text, saved } = await opened();
    await userEvent.click(root.querySelector('.start')!);
    await until(() => root.querySelector('.cancel') !== null);
    root.querySelector<HTMLElement>('.cancel')!.click();
    await until(() => text().includes('Cancelled. Nothing was saved.'));
    expect([saved, root.querySelector('progress')]).toEqual([[], null]);
  });

  test('refuses what is too long, and explains', async () => {
    const { root, choose, lab, text } = await opened();
    lab.session.setLayer({ input: [12, 12, 1], filters: 8 });
    await until(() => lab.session.status === 'ready');
    await choose(2, '60');
    await choose(4, '0.25');
    await until(() => /a film has at most 3,000/.test(text()));
    expect(root.querySelector<HTMLButtonElement>('.start')!.disabled).toBe(true);
  });

  test('names the formats that the browser cannot encode', async () => {
    vi.stubGlobal('VideoEncoder', undefined);
    const { root, text } = await opened();
    await until(() => text().includes('no encoder for WebM, MP4'));
    const options = [...root.querySelectorAll<HTMLOptionElement>('.choices option')].slice(0, 3);
    expect(options.map(({ disabled }) => disabled)).toEqual([false, true, true]);
    vi.unstubAllGlobals();
  });
});
