import { afterEach, describe, expect, it } from 'vitest';
import { acquireGpu, gpuStatistics, releaseGpu } from '../../src/gpu/context.js';
import type { Moment, ViewIntent } from '../../src/timeline/types.js';
import type { SceneLabel } from '../../src/views/scene/labels.js';
import type { SceneOptions } from '../../src/views/scene/scene-options.js';
import { SceneView } from '../../src/views/scene/scene-view.js';
import { bookkeeping } from './scene-bookkeeping.js';
import { addresses, smallIntegers, stepIn, threeTextures } from './scene-moment.js';
import { boardTheme, paperTheme } from './scene-themes.js';

const example = threeTextures();
const views: SceneView[] = [];

afterEach(() => {
  for (const view of views.splice(0)) view.dispose();
  document.body.replaceChildren();
});

interface Figure {
  readonly view: SceneView;
  readonly canvas: HTMLCanvasElement;
  readonly labels: () => readonly SceneLabel[];
  /** Shows a moment and waits for its picture. */
  show(moment: Moment): Promise<Uint8ClampedArray>;
  drawn(): Promise<Uint8ClampedArray>;
  /** The picture as it is. */
  pixels(): Uint8ClampedArray;
}

function figure(options: Partial<SceneOptions> = {}, width = 480, height = 300): Figure {
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  let labels: readonly SceneLabel[] = [];
  let arrived = () => {};
  const view = new SceneView(canvas, {
    theme: paperTheme,
    reducedMotion: true,
    adaptive: false,
    ...options,
    onLabels(list) {
      labels = list;
      arrived();
    },
  });
  views.push(view);
  view.resize(width, height, 1);
  const pixels = () => canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
  const drawn = async () => {
    await new Promise<void>((resolve) => (arrived = resolve));
    return pixels();
  };
  return {
    view,
    canvas,
    labels: () => labels,
    drawn,
    pixels,
    show(moment) {
      view.show(moment);
      return drawn();
    },
  };
}

/** Pixels that differ by more than a little; `least` is the sum over red, green and blue. */
function different(a: Uint8ClampedArray, b: Uint8ClampedArray, least = 24): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 4) {
    if (Math.abs(a[i] - b[i]) + Math.abs(a[i + 1] - b[i + 1]) + Math.abs(a[i + 2] - b[i + 2]) > least)
      count++;
  }
  return count;
}

function coloured(pixels: Uint8ClampedArray): number {
  return different(
    pixels,
    pixels.map((_, i) => pixels[i % 4]),
  );
}

const frames = async (count: number) => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

describe('a picture', () => {
  it('is there: background, and a good part of it covered', async () => {
    const { show } = figure();
    const pixels = await show(example.at(stepIn(example.plan, 'add', 0.5)));
    const share = coloured(pixels) / (pixels.length / 4);
    expect([...pixels.subarray(0, 3)]).toEqual([0xfb, 0xfa, 0xf7]);
    expect(share).toBeGreaterThan(0.12);
    expect(share).toBeLessThan(0.7);
  });

  it('is the same for the same moment, whatever was shown before', async () => {
    const { show } = figure();
    const first = await show(example.at(9));
    await show(example.at(400));
    expect(different(await show(example.at(9)), first)).toBe(0);
  });

  it('shows the palette’s exact colour on a front face', async () => {
    const { show, view, canvas } = figure({}, 960, 540);
    view.setCamera('front');
    const pixels = await show(example.at(972));
    const target = { found: false };
    for (let i = 0; i < pixels.length; i += 4)
      if (pixels[i] === 0x0b && pixels[i + 1] === 0x3a && pixels[i + 2] === 0x78) target.found = true;
    expect(target.found).toBe(true);
    expect(canvas.width).toBe(960);
  });

  it('changes with the theme', async () => {
    const { show, view, drawn } = figure();
    const paper = await show(example.at(27));
    view.setTheme(boardTheme);
    expect(different(await drawn(), paper)).toBeGreaterThan(paper.length / 8);
  });

  it('changes when one output value changes', async () => {
    const { show } = figure();
    const moment = example.at(27 * 9);
    const before = await show(moment);
    const data = moment.stages[0].output.data.slice();
    data[0] += 1;
    const changed = { ...moment.stages[0], output: { ...moment.stages[0].output, data } };
    const after = await show({ ...moment, stages: [changed] });
    expect(different(after, before, 4)).toBeGreaterThan(30);
  });

  it.each([
    ['output', [0, 1, 1, 0]],
    ['input', [0, 2, 2, 0]],
    ['weights', [0, 0, 0, 1]],
  ] as const)('changes when an %s cell is pointed at', async (tensor, index) => {
    const { show } = figure();
    const before = await show(example.at(972));
    const after = await show(example.at(972, { stage: 0, tensor, index, pinned: false }));
    expect(different(after, before)).toBeGreaterThan(200);
  });

  it('differs in every beat', async () => {
    const { show } = figure({ reducedMotion: false });
    let last = await show(example.at(0));
    for (const beat of ['filter', 'place', 'lift', 'weigh', 'add', 'merge', 'write'] as const) {
      const now = await show(example.at(stepIn(example.plan, beat, 0.5)));
      expect(different(now, last), beat).toBeGreaterThan(100);
      last = now;
    }
  });
});

describe('another layer', () => {
  const rates = [2, 3].map((dilation) => addresses({ input: [7, 7, 1], dilation }));

  /** Pixels in which the first picture of the other layer is not yet the last one. */
  async function stillToCome(options: Partial<SceneOptions>): Promise<number> {
    const [before, after] = rates.map((each) => each.at(0));
    const { show, drawn, pixels } = figure(options);
    // The first picture waits for its choreography, the second one comes when the way to glide is known.
    await show(before);
    await import('../../src/views/scene/glide.js');
    await show(before);
    const first = await show(after);
    const last = await figure().show(after);
    // On a slow machine the glide may be over by now, and nothing more is drawn.
    let picture = pixels();
    while (different(picture, last) > 0) picture = await drawn();
    return different(first, last);
  }

  it('is glided to, and then stands as if it had always been there', async () => {
    expect(await stillToCome({ reducedMotion: false })).toBeGreaterThan(0);
  });

  it('is cut to where less motion is asked for', async () => {
    expect(await stillToCome({ reducedMotion: true })).toBe(0);
  });
});

describe('cameras', () => {
  it('presets differ, and a reset brings the preset back', async () => {
    const { show, view, drawn } = figure();
    const pictures = [await show(example.at(400))];
    for (const preset of ['front', 'kernel', 'output'] as const) {
      view.setCamera(preset);
      pictures.push(await drawn());
    }
    for (const [i, a] of pictures.entries())
      for (const b of pictures.slice(i + 1)) expect(different(a, b)).toBeGreaterThan(1000);
    view.orbit(80, 30);
    view.zoom(1.5);
    const turned = await drawn();
    expect(different(turned, pictures[3])).toBeGreaterThan(1000);
    expect(view.describeView().horizontal).not.toBe('back');
    view.resetCamera();
    expect(different(await drawn(), pictures[3])).toBe(0);
  });

  it('tells when hands have turned a preset', async () => {
    let told = 0;
    const { show, view } = figure({ onCamera: () => told++ });
    await show(example.at(27));
    expect(view.turned).toBe(false);
    view.orbit(30, 0);
    expect([view.turned, told]).toEqual([true, 1]);
    view.resetCamera();
    expect([view.turned, told]).toEqual([false, 2]);
    view.zoom(2);
    expect(view.turned).toBe(true);
    view.setCamera('front');
    expect(view.turned).toBe(false);
  });

  it('is never black: background before the first picture, every pixel covered by the panes', async () => {
    const { show, canvas } = figure({ theme: paperTheme }, 341, 287);
    const corner = canvas.getContext('2d')!.getImageData(5, 5, 1, 1).data;
    expect([...corner]).toEqual([0xfb, 0xfa, 0xf7, 255]);
    const pixels = await show(example.at(27));
    for (const x of [0, 170, 171, 340])
      for (let y = 0; y < 287; y++) {
        const at = (y * 341 + x) * 4;
        expect(pixels[at] + pixels[at + 1] + pixels[at + 2], `${x}, ${y}`).toBeGreaterThan(60);
      }
  });

  it('narrow figures name input, bench and output in their panes', async () => {
    const { show, labels } = figure({}, 320, 480);
    await show(example.at(27));
    const keys = new Set(labels().map(({ key }) => key));
    for (const key of ['input', 'output', 'window', 'sum'] as const) expect(keys).toContain(key);
    for (const { x, y } of labels()) {
      expect(x >= 0 && x <= 320 && y >= -6 && y <= 480).toBe(true);
    }
  });
});

describe('pointing', () => {
  it('tells the cell under the pointer once, pins on a tap, and tells leaving', async () => {
    const intents: ViewIntent[] = [];
    const { show, canvas, view } = figure({ onIntent: (intent) => intents.push(intent) }, 960, 540);
    await show(example.at(972));
    // Asked for by the first picture; whoever asks later is answered later.
    await import('../../src/views/scene/hands.js');
    const box = canvas.getBoundingClientRect();
    const spot = findSpot(view, 'output');
    const event = (type: string) =>
      canvas.dispatchEvent(
        new PointerEvent(type, {
          pointerId: 1,
          button: 0,
          clientX: box.left + spot[0],
          clientY: box.top + spot[1],
          bubbles: true,
        }),
      );
    canvas.setPointerCapture = () => {};
    event('pointermove');
    event('pointermove');
    event('pointerdown');
    event('pointerup');
    event('pointerleave');
    expect(intents.map(({ kind }) => kind)).toEqual(['hover', 'pin', 'leave']);
    expect(intents[0]).toMatchObject({ tensor: 'output', stage: 0 });
  });

  function findSpot(view: SceneView, tensor: string): [number, number] {
    for (let y = 4; y < 540; y += 6)
      for (let x = 4; x < 960; x += 6) if (view.pick(x, y)?.tensor === tensor) return [x, y];
    throw new Error(`No ${tensor} cell is in sight.`);
  }

  it('leaves the wheel to the page unless Ctrl is held', async () => {
    const { show, canvas } = figure();
    await show(example.at(27));
    await import('../../src/views/scene/hands.js');
    const wheel = (ctrlKey: boolean) => {
      const event = new WheelEvent('wheel', { deltaY: 40, ctrlKey, cancelable: true });
      canvas.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect([wheel(false), wheel(true)]).toEqual([false, true]);
    expect(canvas.style.touchAction).toBe('pan-y');
  });
});

it('draws the same after another client of the context left its state in disorder', async () => {
  const { show } = figure();
  const before = await show(example.at(27));
  const gpu = acquireGpu(example)!;
  gpu.enter({ name: 'vandal', takeOver() {} }, () => {
    const { gl } = gpu;
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, true);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 8);
    gl.disable(gl.DEPTH_TEST);
    gl.depthMask(false);
    gl.colorMask(false, true, false, true);
    gl.enable(gl.SCISSOR_TEST);
    gl.scissor(0, 0, 3, 3);
    gl.viewport(5, 5, 7, 7);
    gl.useProgram(null);
    for (let unit = 0; unit < 8; unit++) {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, null);
    }
    gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
  });
  expect(different(await show(example.at(27)), before)).toBe(0);
  releaseGpu(example);
});

describe('cost', () => {
  it('draw calls do not depend on the number of cells', async () => {
    const calls: number[] = [];
    for (const side of [10, 70]) {
      const { show } = figure();
      const many = smallIntegers({ input: [side, side, 1] });
      await show(many.at(13));
      calls.push(bookkeeping().render.calls);
    }
    expect(calls[1]).toBe(calls[0]);
    expect(calls[0]).toBeLessThanOrEqual(10);
  });

  it('a first picture compiles each program once: what is seen through needs none for numbers', async () => {
    const { show } = figure();
    await show(smallIntegers({ input: [4, 4, 1] }).at(13));
    const names = (bookkeeping().programs ?? []).map(({ name }) => name);
    expect(names.sort()).toEqual(['copy', 'lattice', 'lattice', 'lattice', 'line', 'tile']);
  });

  it('nothing is drawn while nothing changes', async () => {
    const { show } = figure();
    await show(example.at(27));
    await frames(3);
    const { draws } = gpuStatistics();
    await frames(10);
    expect(gpuStatistics().draws).toBe(draws);
  });

  it('thirty figures share one context', async () => {
    const figures = Array.from({ length: 30 }, () => figure({}, 160, 100));
    await Promise.all(figures.map(({ show }, i) => show(example.at(i * 30))));
    expect(gpuStatistics().contexts).toBe(1);
    const rows = figures.map(({ canvas }) => canvas.getContext('2d')!.getImageData(0, 0, 160, 100).data);
    for (const pixels of rows) expect(coloured(pixels)).toBeGreaterThan(500);
  });

  it('dispose frees textures and geometries', async () => {
    const keeper = figure();
    await keeper.show(example.at(1));
    const { memory } = bookkeeping();
    const before = { ...memory };
    const other = figure();
    await other.show(example.at(30));
    expect(memory.textures).toBeGreaterThan(before.textures);
    other.view.dispose();
    expect({ ...memory }).toEqual(before);
    keeper.view.dispose();
    await frames(4);
    expect(gpuStatistics().holders).toBe(0);
  });

  it('an off-screen figure waits, and catches up when it is seen', async () => {
    const { show, view, drawn } = figure();
    await show(example.at(27));
    await frames(2);
    view.visible = false;
    const { draws } = gpuStatistics();
    view.show(example.at(54));
    await frames(4);
    expect(gpuStatistics().draws).toBe(draws);
    view.visible = true;
    await drawn();
    expect(gpuStatistics().draws).toBeGreaterThan(draws);
  });
});
