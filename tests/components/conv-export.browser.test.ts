import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../components/conv-export/define.js';
import type { ConvExport } from '../../components/conv-export/conv-export.js';
import '../../components/conv-lab/define.js';
import '../../components/conv-scene/define.js';
import type { ConvScene } from '../../components/conv-scene/conv-scene.js';
import type { ConvElement } from '../../components/shared/conv-element.js';
import { LabRequestEvent } from '../../components/shared/lab-request.js';
import { parseNumbers } from '../../src/media/numbers.js';
import { readNpy } from '../../src/media/npy.js';
import { readSaved } from '../../src/session/read-saved.js';
import type { Session } from '../../src/session/session.js';
import { giveWeights } from '../../src/session/give-weights.js';
import { computed, mount, shownText, until } from './figures.js';

afterEach(() => {
  document.body.innerHTML = '';
  vi.restoreAllMocks();
});

interface Desk {
  readonly panel: ConvExport;
  readonly session: Session;
  readonly text: () => string;
  /** Presses a button under a heading. */
  readonly press: (heading: string, name: string) => Promise<void>;
  /** What was offered to be saved, in order. */
  readonly saved: { readonly name: string; readonly blob: Blob }[];
}

async function desk(attributes: string, views = ''): Promise<Desk> {
  const lab = mount<ConvElement>(
    `<conv-lab lang=en ${attributes}>${views}<conv-export></conv-export></conv-lab>`,
  );
  await computed(lab);
  const panel = lab.querySelector('conv-export')!;
  await panel.updateComplete;
  const blobs = new Map<string, Blob>();
  const makeAddress = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const address = makeAddress(blob);
    blobs.set(address, blob as Blob);
    return address;
  });
  const saved: { name: string; blob: Blob }[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: blobs.get(this.href)! });
  });
  const press = async (heading: string, name: string): Promise<void> => {
    const group = [...panel.shadowRoot!.querySelectorAll('.choice')].find((each) =>
      each.textContent.trim().startsWith(heading),
    )!;
    const button = [...group.querySelectorAll('button')].find((each) => each.textContent.trim() === name)!;
    await userEvent.click(button);
    await until(
      () => !button.disabled && panel.shadowRoot!.querySelector('.told, .refusal, textarea, img') !== null,
    );
  };
  const text = (): string => shownText(panel).replace(/\s+/g, ' ');
  return { panel, session: LabRequestEvent.ask(panel)!.session, text, press, saved };
}

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

describe('numbers', () => {
  test('.npy and CSV hold what is shown, and weights of a true convolution as they are given', async () => {
    const here = await desk('variant="strided" input="5x5x2" filters="3" turned');
    const [view] = here.session.moment!.stages;
    for (const name of ['Input', 'Weights', 'Output']) await here.press('Array', name);
    await here.press('Table', 'Output');
    expect(here.saved.map(({ name }) => name)).toEqual([
      ...['convscope-strided-input.npy', 'convscope-strided-weights.npy', 'convscope-strided-output.npy'],
      'convscope-strided-output.csv',
    ]);
    const [input, weights, output] = await Promise.all(
      here.saved.slice(0, 3).map(async ({ blob }) => readNpy(await bytesOf(blob))),
    );
    expect([input, output]).toEqual([view.input, view.output]);
    giveWeights(here.session, 0, { weights });
    await until(() => here.session.status === 'ready');
    expect(here.session.moment!.stages[0].weights).toEqual(view.weights);
    const table = parseNumbers(await here.saved[3].blob.text());
    expect(table.ok && [...table.tensor.data]).toEqual([...view.output.data]);
    expect(here.text()).toMatch(/convscope-strided-output.csv is ready: \d+ B\./);
  });

  test('the saved layer opens again; settings that cannot run are not saved', async () => {
    const here = await desk('variant="dilated"');
    await here.press('Layer', 'Save');
    const result = readSaved(await here.saved[0].blob.text());
    expect(result.ok && result.document).toMatchObject({ layer: here.session.layer });
    here.session.setLayer({ kernel: 40 });
    await here.press('Layer', 'Save');
    await until(() => here.text().includes('The present settings cannot run'));
    expect(here.saved).toHaveLength(1);
  });

  test('of the chosen stage', async () => {
    const here = await desk('variant="separable"');
    await userEvent.selectOptions(here.panel.shadowRoot!.querySelector('select')!, '2');
    await here.press('Array', 'Weights');
    const { shape } = readNpy(await bytesOf(here.saved[0].blob));
    expect(shape).toEqual(here.session.plan.stages[1].weightShape);
  });
});

describe('drawings', () => {
  test.each(['Tables', 'Matrix', 'Formula'])('%s: a file that a browser opens', async (name) => {
    const here = await desk('input="4x4x1"');
    await here.press('Drawing', name);
    const drawing = new DOMParser().parseFromString(await here.saved[0].blob.text(), 'image/svg+xml');
    expect(drawing.documentElement.localName).toBe('svg');
    expect(drawing.querySelector('title')!.textContent).toMatch(/^Standard convolution. Input 4×4×1, output/);
  });

  test('a matrix of too many entries is refused with both numbers', async () => {
    const here = await desk('input="64x64x1"');
    await here.press('Drawing', 'Matrix');
    expect(here.text()).toMatch(/The matrix has [\d,]+ entries; a drawing holds at most 20,000\./);
    expect(here.saved).toEqual([]);
  });
});

describe('shown instead of saved', () => {
  test('the content can be copied, and is selected where the clipboard is refused', async () => {
    const here = await desk('');
    await userEvent.click(here.panel.shadowRoot!.querySelector('input[type=checkbox]')!);
    await here.press('Table', 'Input');
    const content = here.panel.shadowRoot!.querySelector('textarea')!;
    expect(content.value).toMatch(/^0,1,2,1,0\n/);
    expect(here.saved).toEqual([]);
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
    await userEvent.click(here.panel.shadowRoot!.querySelector('textarea + button')!);
    await until(() => here.text().includes('the text is selected'));
    expect([content.selectionStart, content.selectionEnd]).toEqual([0, content.value.length]);
  });
});

describe('the picture', () => {
  const scene = '<conv-scene></conv-scene>';

  async function drawn(attributes: string): Promise<Desk> {
    const here = await desk(attributes, scene);
    const view = document.querySelector<ConvScene>('conv-scene')!;
    await until(
      () => view.shadowRoot!.querySelectorAll('.labels span:not([hidden])').length > 0,
      'the scene',
    );
    return here;
  }

  async function pixelsOf(blob: Blob): Promise<ImageData> {
    const bitmap = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  }

  test('has the size asked for, the words over it, and a caption below', async () => {
    const here = await drawn('');
    const view = document.querySelector<ConvScene>('conv-scene')!;
    const [width, height] = view.pictureSize;
    for (const scale of ['1×', '2×']) await here.press('Picture', scale);
    const [one, two] = await Promise.all(here.saved.map(({ blob }) => pixelsOf(blob)));
    expect([one.width, one.height]).toEqual([width, height + 28]);
    expect([two.width, two.height]).toEqual([2 * width, 2 * (height + 28)]);
    const span = view.shadowRoot!.querySelector<HTMLElement>('.labels span:not([hidden])')!;
    const from = view.shadowRoot!.querySelector('.labels')!.getBoundingClientRect();
    const at = span.getBoundingClientRect();
    const shades = (left: number, top: number, right: number, bottom: number): number => {
      const seen = new Set<number>();
      for (let y = Math.ceil(top); y < bottom; y += 1)
        for (let x = Math.ceil(left); x < right; x += 1) seen.add(two.data[(y * two.width + x) * 4]);
      return seen.size;
    };
    const label = [at.left - from.left, at.top - from.top, at.right - from.left, at.bottom - from.top];
    expect(shades(...(label.map((side) => side * 2) as [number, number, number, number]))).toBeGreaterThan(4);
    expect(shades(0, two.height - 50, two.width / 4, two.height - 6)).toBeGreaterThan(4);
  });

  test('too large, and no scene, are refused with a sentence', async () => {
    const here = await drawn('');
    const view = document.querySelector<ConvScene>('conv-scene')!;
    vi.spyOn(view, 'pictureSize', 'get').mockReturnValue([2400, 1200]);
    await here.press('Picture', '4×');
    expect(here.text()).toContain('The picture would have 9600 × 4800 pixels; at most 16 megapixels');
    view.remove();
    await here.press('Picture', '1×');
    await until(() => here.text().includes('There is no scene here'));
    expect(here.saved).toEqual([]);
  });
});
