import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../components/conv-input/define.js';
import type { ConvInput } from '../../components/conv-input/conv-input.js';
import '../../components/conv-lab/define.js';
import type { ConvElement } from '../../components/shared/conv-element.js';
import { LabRequestEvent } from '../../components/shared/lab-request.js';
import { writeNpy } from '../../src/media/npy.js';
import { save } from '../../src/session/save.js';
import type { Session } from '../../src/session/session.js';
import { htmlText, pngClaiming, pngFile, svgText } from '../media/fixtures.js';
import { computed, inside, mount, shownText, until } from './figures.js';

afterEach(() => {
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

interface Desk {
  readonly panel: ConvInput;
  readonly session: Session;
  readonly text: () => string;
  readonly click: (name: string) => Promise<void>;
  readonly choose: (label: string, option: string) => Promise<void>;
}

async function desk(attributes: string, language = 'en'): Promise<Desk> {
  const lab = mount<ConvElement>(
    `<conv-lab lang=${language} ${attributes}><conv-input></conv-input></conv-lab>`,
  );
  await computed(lab);
  const panel = lab.querySelector('conv-input')!;
  await panel.updateComplete;
  const root = panel.shadowRoot!;
  const named = (selector: string, name: string): HTMLElement => {
    const found = [...root.querySelectorAll<HTMLElement>(selector)].find((each) =>
      each.textContent.trim().startsWith(name),
    );
    if (!found) throw new Error(`no ${selector} is called ${name}`);
    return found;
  };
  return {
    panel,
    session: LabRequestEvent.ask(panel)!.session,
    text: () => shownText(panel).replace(/\s+/g, ' '),
    click: (name) => userEvent.click(named('button, summary', name)),
    choose: (label, option) =>
      userEvent.selectOptions(named('label', label).querySelector('select')!, option),
  };
}

async function paste({ panel, click }: Desk, numbers: string): Promise<void> {
  panel.shadowRoot!.querySelector('details')!.open = true;
  await userEvent.fill(inside(panel, 'textarea'), numbers);
  await click('Use these numbers');
}

const file = (content: BlobPart, name: string, type = ''): File => new File([content], name, { type });
const numbered = (shape: readonly number[]) => ({
  shape,
  data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i),
});
const red = [255, 0, 0];

async function settled({ session, panel }: Desk): Promise<void> {
  await until(() => session.status === 'ready');
  await panel.updateComplete;
}

describe('files', () => {
  test('a .npy array is the input, the guess is told, and the other reading is one press away', async () => {
    const here = await desk('input="4x4x1"');
    await here.panel.readFile(file(writeNpy(numbered([3, 5, 12])), 'x.npy'));
    await settled(here);
    expect(here.session.plan.stages[0].input).toEqual([1, 5, 12, 3]);
    expect(here.text()).toContain('Your numbers: 5×12×3. Read as channels × rows × columns, because');
    await here.click('Read as rows × columns × channels instead');
    await until(() => here.session.plan.stages[0].input[1] === 3);
    await settled(here);
    expect(here.text()).toContain('Your numbers: 3×5×12. Read as rows × columns × channels, as you chose.');
  });

  test('a saved layer opens with its numbers', async () => {
    const here = await desk('variant="dilated"');
    const text = save(here.session.document, here.session.plan);
    here.session.setVariant('transposed');
    await here.panel.readFile(file(text, 'layer.json'));
    await settled(here);
    expect(here.session.layer.variant).toBe('dilated');
    expect(here.text()).toContain('The saved layer is open, with all its numbers.');
  });

  const whole = pngFile([[...red, ...red]], 3);
  const cut = whole.slice(0, -6);
  // Inside the pixels' chunk, so that its checksum is wrong.
  const twisted = whole.map((byte, i) => (i === 50 ? byte ^ 1 : byte));
  test.each([
    ['empty', file('', 'a.png'), 'The file is empty.'],
    ['HTML as PNG', file(htmlText, 'a.png', 'image/png'), 'This is not an image.'],
    ['SVG', file(svgText, 'a.svg', 'image/svg+xml'), 'SVG drawings are not opened'],
    ['oversized', file(pngClaiming(8192, 8192), 'a.png'), '8192 × 8192 pixels; at most 16 MP'],
    ['truncated', file(cut, 'a.png'), 'The PNG file ends too early.'],
    ['corrupt', file(twisted, 'a.png'), 'The PNG file is damaged.'],
    ['truncated array', file(writeNpy(numbered([4])).slice(0, -1), 'a.npy'), 'The NPY file ends too early.'],
    ['no array', file('hello', 'a.npy'), 'The NPY file is damaged.'],
    ['not ours', file('{}', 'a.json'), 'The file was not saved by Convscope. Nothing was changed.'],
    ['NaN', file('1 2\n3 NaN', 'a.csv'), 'At row 2, column 2: “NaN” is not a finite number'],
    ['1e400', file('[[1, 1e400]]', 'a.json'), 'At row 1, column 2: “1e400” is not a finite number'],
    ['ragged', file('1,2\n3', 'a.csv'), 'At row 2, column 2: this row has 1 values, the others have 2.'],
  ])('%s: one sentence, and what was there stays', async (_, bad, sentence) => {
    const here = await desk('');
    const { document: before } = here.session;
    await here.panel.readFile(bad);
    await here.panel.updateComplete;
    expect(here.text()).toContain(sentence);
    expect(here.session.document).toBe(before);
  });
});

describe('numbers for a stage', () => {
  test('weights as PyTorch prints them', async () => {
    const here = await desk('variant="strided" input="5x5x1" filters="2"');
    await here.choose('Numbers are for', 'the weights');
    const slice = (first: number): string => `[[[${first}., 2., 3.], [4., 5., 6.], [7., 8., 9.]]]`;
    await paste(here, `tensor([${slice(1)}, ${slice(10)}])`);
    await until(() => here.text().includes('Your weights'));
    await settled(here);
    const { weights } = here.session.moment!.stages[0];
    expect([...weights.data.slice(0, 4)]).toEqual([1, 10, 2, 2]);
    expect(here.text()).toContain('Your weights: 3×3×1×2. Read as filters × channels');
  });

  test('weights of another shape are refused with both that fit', async () => {
    const here = await desk('variant="separable"');
    await here.choose('Numbers are for', 'the weights of stage 2');
    await paste(here, '1 2 3 4 5');
    await until(() => here.text().includes('The previous weights stay.'));
    expect(here.text()).toMatch(/These are 1 × 5 values; this stage takes 1 × 1 × 3 × \d+ \(HWIO\)/);
  });

  test('biases', async () => {
    const here = await desk('filters="2" bias');
    await here.choose('Numbers are for', 'the biases');
    await paste(here, '[0.5, -3]');
    await until(() => here.text().includes('Your biases: 2'));
    await settled(here);
    expect([...here.session.moment!.stages[0].bias!.data]).toEqual([0.5, -3]);
  });
});

describe('the camera', () => {
  /** A stream whose picture is all red. */
  function redStream(): MediaStream {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 64, height: 64 });
    const context = canvas.getContext('2d')!;
    context.fillStyle = 'rgb(255 0 0)';
    context.fillRect(0, 0, 64, 64);
    return canvas.captureStream(30);
  }

  const video = ({ panel }: Desk): HTMLVideoElement | null => panel.shadowRoot!.querySelector('video');

  test('a picture becomes the input, and the camera is let go', async () => {
    const stream = redStream();
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
    const here = await desk('');
    await here.click('Camera');
    await until(() => (video(here)?.videoWidth ?? 0) > 0, 'the live picture');
    await here.click('Take picture');
    await until(() => here.session.source.kind === 'data', 'the picture');
    await settled(here);
    const [reds, greens] = here.session.moment!.stages[0].input.data;
    expect([reds > 200, greens < 60]).toEqual([true, true]);
    expect(stream.getTracks().map(({ readyState }) => readyState)).toEqual(['ended']);
    expect(video(here)).toBeNull();
  });

  test('leaving the page lets it go, also while the person is still asked', async () => {
    const [early, late] = [redStream(), redStream()];
    const asked = vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValueOnce(early);
    const here = await desk('');
    await here.click('Camera');
    await until(() => video(here) !== null);
    here.panel.remove();
    expect(early.getTracks()[0].readyState).toBe('ended');
    let answer: (stream: MediaStream) => void = () => undefined;
    asked.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const again = await desk('');
    await again.click('Camera');
    await until(() => again.text().includes('The browser asks'));
    again.panel.remove();
    answer(late);
    await until(() => late.getTracks()[0].readyState === 'ended');
  });

  test.each([
    ['NotAllowedError', 'The camera was not allowed'],
    ['NotFoundError', 'No camera was found.'],
    ['NotReadableError', 'The camera cannot be started'],
  ])('%s is explained', async (name, sentence) => {
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException('', name));
    const here = await desk('');
    await here.click('Camera');
    await until(() => here.text().includes(sentence));
    expect(video(here)).toBeNull();
  });

  test('a page without https, and a browser without a camera, are explained', async () => {
    const here = await desk('');
    vi.stubGlobal('isSecureContext', false);
    await here.click('Camera');
    await until(() => here.text().includes('for pages with an https address only'));
    vi.stubGlobal('isSecureContext', true);
    vi.spyOn(navigator, 'mediaDevices', 'get').mockReturnValue(undefined as never);
    await here.click('Camera');
    await until(() => here.text().includes('This browser offers no camera to pages.'));
  });

  test('in Chinese', async () => {
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException('', 'NotFoundError'));
    const here = await desk('', 'zh');
    await until(() => here.text().includes('摄像头'));
    await here.click('摄像头');
    await until(() => here.text().includes('没有找到摄像头。'));
  });
});

describe('the drawing pad', () => {
  const pad = ({ panel }: Desk): HTMLElement => inside(panel, '.pad canvas');
  const image = ({ session }: Desk): number[] => [...session.moment!.stages[0].input.data];

  test('keys move, paint and erase; each is one entry of the history', async () => {
    const here = await desk('input="3x3x1" sample="impulse"');
    await here.click('Draw');
    await until(() => here.text().includes('Clear'));
    await here.click('Clear');
    await settled(here);
    pad(here).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown} ');
    await settled(here);
    expect(image(here)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0]);
    expect(here.panel.shadowRoot!.querySelector('.pad [aria-live]')!.textContent).toBe('Row 2, column 2: 1');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{Enter}{Delete}');
    await settled(here);
    expect(image(here)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0]);
    here.session.undo();
    await settled(here);
    expect(image(here)).toEqual([0, 1, 0, 0, 1, 0, 0, 0, 0]);
  });

  test('a stroke of the pointer has no gaps, goes into the chosen channel with the chosen value', async () => {
    const here = await desk('input="4x4x2" sample="impulse"');
    await here.click('Draw');
    await until(() => here.text().includes('Clear'));
    await here.click('Clear');
    await settled(here);
    await here.choose('Draw into', 'channel 2');
    const brush = [...here.panel.shadowRoot!.querySelectorAll('label')].find((label) =>
      label.textContent.includes('Brush'),
    )!;
    await userEvent.fill(brush.querySelector('input')!, '2.5');
    await userEvent.tab();
    const canvas = pad(here);
    const { left, top, width } = canvas.getBoundingClientRect();
    const at = (type: string, row: number, column: number): void => {
      const [clientX, clientY] = [left + ((column + 0.5) * width) / 4, top + ((row + 0.5) * width) / 4];
      canvas.dispatchEvent(new PointerEvent(type, { clientX, clientY, pointerId: 1, button: 0 }));
    };
    vi.spyOn(canvas, 'setPointerCapture').mockReturnValue();
    at('pointerdown', 0, 0);
    at('pointermove', 3, 3);
    at('pointerup', 3, 3);
    await settled(here);
    const drawn = image(here);
    expect(drawn.filter((_, i) => i % 2 === 0).every((value) => value === 0)).toBe(true);
    const second = drawn.filter((_, i) => i % 2 === 1);
    expect(second).toEqual(second.map((_, cell) => (cell % 5 === 0 ? 2.5 : 0)));
    here.session.undo();
    await settled(here);
    expect(image(here).every((value) => value === 0)).toBe(true);
  });

  test('an input that is too large is explained', async () => {
    const here = await desk('variant="pointwise" input="70x4x1"');
    await here.click('Draw');
    await until(() => here.text().includes('up to 64 × 64; this one has 70 × 4'));
  });
});

test('each channel is shown', async () => {
  const here = await desk('input="5x5x3"');
  const canvases = [...here.panel.shadowRoot!.querySelectorAll<HTMLCanvasElement>('.preview canvas')];
  expect(canvases.map(({ width, height }) => [width, height])).toEqual(Array(4).fill([5, 5]));
  expect(here.text()).toContain('channel 1 channel 2 channel 3');
});
