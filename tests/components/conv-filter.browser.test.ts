import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-filter/define.js';
import '../../components/conv-lab/define.js';
import type { ConvFilter } from '../../components/conv-filter/conv-filter.js';
import type { ConvLab } from '../../components/conv-lab/conv-lab.js';
import { LabRequestEvent } from '../../components/shared/lab-request.js';
import { createEngine } from '../../src/engine/engine.js';
import { acquireGpu, releaseGpu } from '../../src/gpu/context.js';
import { plan, reference, tensor } from '../../src/math/index.js';
import { kernel as namedKernel } from '../../src/media/kernels.js';
import { scene } from '../../src/media/scenery.js';
import { setEngineFactory } from '../../src/session/engines.js';
import { colourOf } from '../../src/views/palette.js';
import { pngFile } from '../media/fixtures.js';
import { computed, mount, until } from './figures.js';
import { findings, show, textOf, textsOf, type Shown } from './laboratories.js';

afterEach(async () => {
  document.body.innerHTML = '';
  vi.restoreAllMocks();
  await page.viewport(414, 896);
});

const result = (shadow: ShadowRoot): HTMLCanvasElement => shadow.querySelector('.result canvas')!;

/** Rows and columns of the result as they are told, e.g. 'Result: 16 rows, 16 columns'. */
const told = (shadow: ShadowRoot): string => textOf(shadow, '.facts span');

async function settled({ view, shadow }: Pick<Shown<ConvFilter>, 'view' | 'shadow'>): Promise<void> {
  await view.updateComplete;
  await until(
    () =>
      shadow.querySelector('.result:not(.none)') !== null &&
      shadow.querySelector('.frame')!.getAttribute('aria-busy') === 'false',
    'the result',
  );
  await view.updateComplete;
}

async function open(attributes = 'side="16"'): Promise<Shown<ConvFilter>> {
  const shown = await show<ConvFilter>('conv-filter', attributes);
  await settled(shown);
  return shown;
}

/** Pixels of a canvas, four bytes each. */
function pixelsOf(canvas: HTMLCanvasElement): number[] {
  return [...canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data];
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const sobel = [-1, 0, 1, -2, 0, 2, -1, 0, 1];

/** Plain loops: same size, zeros around. */
function filtered(data: ArrayLike<number>, side: number, weights: readonly number[]): number[] {
  return Array.from({ length: side * side }, (_, place) => {
    let sum = 0;
    for (let tap = 0; tap < 9; tap++) {
      const row = Math.floor(place / side) + Math.floor(tap / 3) - 1;
      const column = (place % side) + (tap % 3) - 1;
      if (row >= 0 && column >= 0 && row < side && column < side)
        sum += data[row * side + column] * weights[tap];
    }
    return sum;
  });
}

/** Holds a pixel of the result, counted from 0, by keyboard: from the middle with the arrow keys. */
async function hold({ view, shadow }: Shown<ConvFilter>, down: number, right: number): Promise<void> {
  shadow.querySelector<HTMLElement>('.frame')!.focus();
  const keys = (name: string, times: number): string => `{${name}}`.repeat(Math.max(times, 0));
  const moves =
    keys('ArrowDown', down) + keys('ArrowUp', -down) + keys('ArrowRight', right) + keys('ArrowLeft', -right);
  await userEvent.keyboard(`{ArrowUp}${moves}{Enter}`);
  await view.updateComplete;
  await until(() => shadow.querySelector('.loupe .sum') !== null, 'the numbers of the pixel');
}

describe('the result', () => {
  it('has the palette’s colours of plain loops’ numbers', async () => {
    const { shadow, view } = await open();
    const { data } = scene('landscape', [16, 16, 1]);
    const expected = filtered(data, 16, sobel);
    // One number in 200 may lie beyond the ends: of 256 the largest.
    const sizes = expected.map(Math.abs).sort((one, other) => other - one);
    const end = Number(textOf(shadow, '.legend').match(/≥ (\d+)/)![1]);
    expect(end).toBeGreaterThanOrEqual(sizes[1]);
    expect(end).toBeLessThanOrEqual(sizes[0] + 1);
    const dark = view.dataset.scheme === 'board';
    const shown = pixelsOf(result(shadow));
    const byte = (hex: string, place: number): number =>
      parseInt(hex.slice(1 + 2 * place, 3 + 2 * place), 16);
    expected.forEach((value, place) => {
      const { fill } = colourOf(value, end, { dark });
      for (const channel of [0, 1, 2]) {
        // The end is printed with three digits, which moves a colour by a step of the scale at most.
        expect(Math.abs(shown[place * 4 + channel] - byte(fill, channel))).toBeLessThan(8);
      }
    });
  });

  it('as a picture is what the reference gives, channel by channel', async () => {
    const { shadow } = await open('side="12" kernel="box" colour padding="valid" stride="2"');
    const spec = { input: [12, 12, 3], filters: 3, groups: 3, stride: 2 };
    const { data } = reference(plan(spec), {
      input: { ...scene('landscape', [12, 12, 3]), shape: [1, 12, 12, 3] },
      weights: tensor([3, 3, 1, 3], 1),
    });
    expect([result(shadow).width, told(shadow)]).toEqual([5, 'Result: 5 rows, 5 columns']);
    const bytes = Uint8ClampedArray.from(data, (value) => value / 9);
    expect(pixelsOf(result(shadow)).filter((_, i) => i % 4 < 3)).toEqual([...bytes]);
    expect(textOf(shadow, '.status')).toContain('depthwise convolution with 3 groups');
    expect(textOf(shadow, '.legend')).toContain('≥ 2295');
  });

  it('stays on the GPU: nothing of it is read back', async () => {
    const shown = await open('side="16" kernel="box"');
    const reads = [
      vi.spyOn(WebGL2RenderingContext.prototype, 'readPixels'),
      vi.spyOn(WebGL2RenderingContext.prototype, 'getBufferSubData'),
    ];
    shown.view.kernel = 'identity';
    await settled(shown);
    shown.view.scale = 'signed';
    await settled(shown);
    expect(reads.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    const { fill } = colourOf(1, 1, { dark: shown.view.dataset.scheme === 'board' });
    const brightest = scene('landscape', [16, 16, 1]).data.reduce(
      (best, value, place, all) => (value > all[best] ? place : best),
      0,
    );
    const [red, green, blue] = pixelsOf(result(shown.shadow)).slice(brightest * 4);
    expect(`#${[red, green, blue].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`).toBe(fill);
  });

  it('comes again after a lost context, and from the CPU where there is no GPU', async () => {
    const shown = await open('side="12" kernel="sharpen"');
    const { shadow } = shown;
    const before = pixelsOf(result(shadow));
    const { gl } = acquireGpu(shown)!;
    const loss = gl.getExtension('WEBGL_lose_context')!;
    const wipe = () => result(shadow).getContext('2d')!.clearRect(0, 0, 12, 12);
    loss.loseContext();
    await nextTask();
    wipe();
    loss.restoreContext();
    await until(() => String(pixelsOf(result(shadow))) === String(before), 'the result again');
    releaseGpu(shown);
    shown.view.remove();
    setEngineFactory(() => createEngine({ prefer: 'cpu' }));
    onTestFinished(() => setEngineFactory(() => createEngine()));
    const slow = await open('side="12" kernel="sharpen"');
    expect(pixelsOf(result(slow.shadow))).toEqual(before);
  });

  it('follows what is typed into the grid, and a middle that grows', async () => {
    const shown = await open('side="16" kernel="identity"');
    const { shadow, view } = shown;
    await userEvent.fill(shadow.querySelector('[aria-label="Weight in row 2, column 2"]')!, '0.5');
    await settled(shown);
    expect([view.kernel, view.values]).toEqual(['own', '0 0 0\n0 0.5 0\n0 0 0']);
    expect(textOf(shadow, '.controls')).toContain('The weights add up to 0.5.');
    view.scale = 'picture';
    await hold(shown, 1, 2);
    const { data } = scene('landscape', [16, 16, 1]);
    expect(textOf(shadow, '.sum')).toContain(`the output is ${data[9 * 16 + 10] / 2}.`);
    await userEvent.click(shadow.querySelector('input[name="size"][value="5"]')!);
    await settled(shown);
    expect(view.values.split('\n')[2]).toBe('0 0 0.5 0 0');
  });

  it('says why a setting cannot be, and leaves the last result', async () => {
    const shown = await open('side="8"');
    shown.view.padding = 'valid';
    shown.view.dilation = 9;
    await shown.view.updateComplete;
    expect(textOf(shown.shadow, '.refusal')).toContain('19');
    expect(told(shown.shadow)).toBe('Result: 8 rows, 8 columns');
  });
});

describe('a pixel', () => {
  it('shows window, weights, sum and output as plain loops have them', async () => {
    const shown = await open('side="16" bias="-3" activation="relu"');
    const { shadow } = shown;
    await hold(shown, -3, 2);
    const { data } = scene('landscape', [16, 16, 1]);
    const window = sobel.map((_, tap) => data[(4 + Math.floor(tap / 3)) * 16 + 9 + (tap % 3)]);
    const sum = window.reduce((total, value, tap) => total + value * sobel[tap], 0);
    expect(textsOf(shadow, '.taps b').map(Number)).toEqual(window);
    expect(
      textsOf(shadow, '.taps span').map((text) => Number(text.replace('× ', '').replace('−', '-'))),
    ).toEqual(sobel);
    const minus = (value: number): string => String(value).replace('-', '−');
    expect(textOf(shadow, '.sum')).toBe(
      `Row 6, column 11: the 9 products add up to ${minus(sum)}, the bias is −3, then comes ReLU, the output is ${Math.max(sum - 3, 0)}.`,
    );
    await userEvent.keyboard('{Escape}');
    await until(() => shadow.querySelector('.marker') === null);
  });

  it('is pointed at by the pointer and held by a click; padding is marked', async () => {
    const { shadow, view } = await open();
    const pane = shadow.querySelector('.original')!;
    const { left, top } = pane.getBoundingClientRect();
    const at = { clientX: left + 1, clientY: top + 1, bubbles: true };
    pane.dispatchEvent(new PointerEvent('pointermove', at));
    await until(() => textOf(shadow, '.sum').startsWith('Row 1, column 1:'), 'the first pixel');
    expect(shadow.querySelectorAll('.taps .padding')).toHaveLength(5);
    pane.dispatchEvent(new MouseEvent('click', at));
    pane.dispatchEvent(new PointerEvent('pointerleave'));
    await view.updateComplete;
    expect(shadow.querySelector('.marker.pinned')).not.toBeNull();
    expect(textsOf(shadow, '.loupe button')).toEqual(['Let go']);
  });

  it('opens as cells: the lab’s layer is its window with the kernel, and its cell is pinned', async () => {
    const lab = mount<ConvLab>(
      '<conv-lab variant="dilated"><conv-filter side="16" kernel="emboss"></conv-filter></conv-lab>',
    );
    await computed(lab);
    const view = lab.querySelector('conv-filter')!;
    const shown = { view, shadow: view.shadowRoot!, told: () => 0 };
    const opened = vi.fn<(event: Event) => void>();
    lab.addEventListener('conv-open-window', opened);
    await until(() => shown.shadow.querySelector('.frame') !== null, 'the picture');
    await settled(shown);
    await hold(shown, 2, -4);
    const output = Number(/output is (.*)\.$/.exec(textOf(shown.shadow, '.sum'))![1].replace('−', '-'));
    await userEvent.click(shown.shadow.querySelector('.loupe button.primary')!);
    const { session } = LabRequestEvent.ask(view)!;
    await until(
      () => session.status === 'ready' && session.moment?.plan.stages[0].input[1] === 9,
      'the layer',
    );
    expect(opened).toHaveBeenCalledOnce();
    const [stage] = session.moment!.stages;
    expect([...stage.weights.data]).toEqual([...namedKernel('emboss', [3, 3, 1, 1]).data]);
    const { index, pinned } = session.selection!;
    expect([pinned, stage.output.data[index[1] * 7 + index[2]]]).toEqual([true, output]);
    expect(session.canUndo).toBe(true);
  });

  it('may use a slice of the lab’s weights', async () => {
    const lab = mount<ConvLab>(
      '<conv-lab variant="standard"><conv-filter side="16" kernel="layer" channel="1"></conv-filter></conv-lab>',
    );
    await computed(lab);
    const { shadowRoot } = lab.querySelector('conv-filter')!;
    await until(() => textsOf(shadowRoot!, '.controls .name').includes('Channel'), 'the choice of a slice');
    const fields = [...shadowRoot!.querySelectorAll<HTMLInputElement>('.weights input')];
    expect(fields.map(({ value }) => Number(value))).toEqual([0, 1, 0, 1, 1, 1, 0, 1, 0]);
  });
});

describe('the wipe', () => {
  it('is a slider for keys', async () => {
    const { shadow, view, told: events } = await open('side="16" wipe="30"');
    const slider = shadow.querySelector<HTMLElement>('[role="slider"]')!;
    expect(slider.getAttribute('aria-valuenow')).toBe('30');
    slider.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{PageUp}{ArrowLeft}');
    await view.updateComplete;
    expect([view.wipe, events(), slider.getAttribute('aria-valuetext')]).toEqual([
      41,
      4,
      'The result begins at 41 % of the width',
    ]);
    expect(getComputedStyle(shadow.querySelector('.result')!).clipPath).toBe('inset(0px 0px 0px 41%)');
    await userEvent.keyboard('{End}{ArrowRight}');
    expect(view.wipe).toBe(100);
    view.layout = 'beside';
    await view.updateComplete;
    expect(shadow.querySelector('[role="slider"]')).toBeNull();
  });

  it('follows a pointer that drags its grip', async () => {
    const { shadow, view } = await open();
    const box = shadow.querySelector('.frame')!.getBoundingClientRect();
    await userEvent.dragAndDrop(shadow.querySelector('.grip')!, shadow.querySelector('.frame')!, {
      targetPosition: { x: box.width * 0.75, y: box.height * 0.9 },
    });
    expect(Math.abs(view.wipe - 75)).toBeLessThan(2);
  });
});

describe('pictures', () => {
  const striped = (width: number, height: number): File => {
    const row = Array.from({ length: width }, (_, x) => (x % 2 === 0 ? [255, 255, 255] : [0, 0, 0])).flat();
    return new File(
      [
        pngFile(
          Array.from({ length: height }, () => row),
          3,
        ),
      ],
      'stripes.png',
      { type: 'image/png' },
    );
  };

  it('are kept at their size, and one that is too large is scaled down, with a sentence', async () => {
    const shown = await open();
    shown.view.readFile(striped(24, 10));
    await until(() => told(shown.shadow) === 'Result: 10 rows, 24 columns', 'the small picture');
    expect(textOf(shown.shadow, '.told')).toBe('stripes.png: 24 × 10 pixels.');
    shown.view.readFile(striped(2048, 4));
    await until(() => told(shown.shadow) === 'Result: 2 rows, 1024 columns', 'the large picture');
    expect(textOf(shown.shadow, '.told')).toContain('2048 × 4 pixels, scaled down to 1024 × 2');
  });

  it('that are none are refused, and the sample stays', async () => {
    const { shadow } = await open();
    const transfer = new DataTransfer();
    transfer.items.add(new File(['no picture'], 'a.png', { type: 'image/png' }));
    shadow.host.dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
    await until(() => textOf(shadow, '.refusal').startsWith('This is not an image.'), 'the refusal');
    expect(told(shadow)).toBe('Result: 16 rows, 16 columns');
  });
});

describe('the camera', () => {
  const press = (shadow: ShadowRoot, name: string): void => {
    [...shadow.querySelectorAll<HTMLElement>('button')]
      .find((each) => each.textContent.trim() === name)!
      .click();
  };

  it('that is not allowed is explained', async () => {
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(
      new DOMException('', 'NotAllowedError'),
    );
    const { shadow } = await open();
    press(shadow, 'Camera');
    await until(() => textOf(shadow, '.refusal').startsWith('The camera was not allowed'), 'the explanation');
    expect(shadow.querySelector('video')).toBeNull();
  });

  it('is filtered frame by frame, held on request, and let go with the element', async () => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 64, height: 48 });
    const context = canvas.getContext('2d')!;
    const streams = [canvas.captureStream(30), canvas.captureStream(30)];
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(() =>
      Promise.resolve(streams.pop()!),
    );
    const [second, first] = streams;
    const { shadow, view } = await open('side="16" kernel="identity"');
    press(shadow, 'Camera');
    await until(() => shadow.querySelector('video') !== null, 'the camera');
    const painting = setInterval(() => {
      context.fillStyle = 'rgb(200 200 200)';
      context.fillRect(0, 0, 64, 48);
    }, 50);
    await until(
      () => told(shadow) === 'Result: 48 rows, 64 columns' && pixelsOf(result(shadow))[0] > 190,
      'a frame',
    );
    await until(() => textOf(shadow, '.facts').includes('Camera at 64 × 48'), 'the size of the frames');
    press(shadow, 'Hold the picture');
    await until(() => shadow.querySelector('video') === null, 'the held picture');
    expect([first.getTracks()[0].readyState, told(shadow)]).toEqual(['ended', 'Result: 48 rows, 64 columns']);
    press(shadow, 'Camera');
    await until(() => shadow.querySelector('video') !== null, 'the camera again');
    view.remove();
    clearInterval(painting);
    expect(second.getTracks()[0].readyState).toBe('ended');
  });
});

describe('everywhere', () => {
  it.each([360, 1920])('fits %d px', async (width) => {
    await page.viewport(width, 800);
    for (const layout of ['wipe', 'beside']) {
      const { view } = await open(`side="16" kernel="gaussian" size="7" colour layout="${layout}"`);
      expect(view.scrollWidth).toBeLessThanOrEqual(width);
    }
  });

  it.each([
    ['en', 'paper'],
    ['zh', 'board'],
  ])('axe finds nothing: %s, %s', async (language, scheme) => {
    expect(await findings('conv-filter', 'side="16"', language, scheme)).toEqual([]);
    expect(
      await findings('conv-filter', 'side="16" layout="beside" colour size="5"', language, scheme),
    ).toEqual([]);
  });
});
