import axe from 'axe-core';
import { decodeQR } from 'qr/decode.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../components/conv-lab/define.js';
import '../../components/conv-share/define.js';
import type { ConvLab } from '../../components/conv-lab/conv-lab.js';
import type { ConvShare } from '../../components/conv-share/conv-share.js';
import { computed, inside, mount, shownText, until } from './figures.js';

afterEach(() => {
  document.body.innerHTML = '';
  document.documentElement.lang = 'en';
  vi.restoreAllMocks();
});

async function share(
  attributes = '',
  layer = 'variant="dilated" dilation="3" sample="disc"',
): Promise<ConvShare> {
  const lab = mount<ConvLab>(
    `<conv-lab ${layer}><conv-share page="https://example.org/scope/?old=1#old" ${attributes}></conv-share></conv-lab>`,
  );
  await computed(lab);
  const element = lab.querySelector('conv-share')!;
  await element.updateComplete;
  return element;
}

const field = (element: ConvShare, kind: string) =>
  inside(element, `[data-kind=${kind}] textarea`) as HTMLTextAreaElement;
const told = (element: ConvShare, kind: string) =>
  inside(element, `[data-kind=${kind}] [role=status]`).textContent;
const link = 'https://example.org/scope/#v=1&variant=dilated&dilation=3&sample=disc';
const framed = 'https://example.org/scope/embed.html?v=1&variant=dilated&dilation=3&sample=disc';

describe('<conv-share>', () => {
  test('has a link, a frame and a tag of what is shown', async () => {
    const element = await share();
    expect(element.link).toBe(link);
    expect(field(element, 'link').value).toBe(link);
    expect(field(element, 'tag').value).toBe(
      '<script type="module" src="convscope.js"></script>\n' +
        '<conv-figure variant="dilated" dilation="3" sample="disc"></conv-figure>',
    );
    const frame = document.createElement('template');
    frame.innerHTML = field(element, 'frame').value;
    const made = frame.content.firstElementChild as HTMLIFrameElement;
    expect([made.src, made.title, made.getAttribute('loading'), made.allowFullscreen]).toEqual([
      framed,
      'Convscope: Dilated convolution',
      'lazy',
      true,
    ]);
    expect(made.allow).toBe('fullscreen; clipboard-write; camera');
  });

  test.each([
    ['lab/', new URL('lab/', document.baseURI).href],
    ['http://[', location.href.replace(/[?#].*$/, '')],
  ])('takes a page as it is written on the page around it: %s', async (page, expected) => {
    const lab = mount<ConvLab>(`<conv-lab><conv-share page="${page}"></conv-share></conv-lab>`);
    await computed(lab);
    const element = lab.querySelector('conv-share')!;
    await element.updateComplete;
    expect(field(element, 'link').value.replace(/[?#].*$/, '')).toBe(expected);
    expect(field(element, 'frame').value).toContain(new URL('embed.html', expected).href);
  });

  test('leaves out of the link and the frame what a person chooses', async () => {
    const element = await share('hide="code nonsense settings"');
    const box = inside(element, 'input[name=examples]') as HTMLInputElement;
    expect((inside(element, 'input[name=code]') as HTMLInputElement).checked).toBe(true);
    box.focus();
    await userEvent.keyboard(' ');
    await element.updateComplete;
    expect(element.link).toBe(link.replace('#', '?hide=examples,settings,code#'));
    expect(inside(element, 'a.preview').getAttribute('href')).toBe(element.link);
    expect(field(element, 'frame').value).toContain('disc&amp;hide=examples,settings,code"');
    expect(field(element, 'tag').value).not.toContain('hide');
  });

  test('says what a tag cannot hold, and shows what the page gives it', async () => {
    const element = await share();
    element.state = {
      layer: { variant: 'transposed' },
      weights: [{ generator: { kind: 'random', seed: 4 } }],
      views: ['matrix', 'compare'],
      step: 5,
      theme: 'board',
    };
    await element.updateComplete;
    expect(element.link).toBe(
      'https://example.org/scope/#v=1&variant=transposed&weights=random-4&step=5&views=matrix,compare&theme=board',
    );
    expect(field(element, 'frame').value).toContain(`src="${element.link.replaceAll('&', '&amp;')}"`);
    expect(field(element, 'tag').value).toContain(
      '<conv-figure variant="transposed" step="5" theme="board" views="scene formula counts matrix">',
    );
    expect(shownText(inside(element, '[data-kind=tag]'))).toContain('not in the tag');
  });

  test('copies, and leaves the text selected where the page may not copy', async () => {
    const element = await share();
    const copied: string[] = [];
    const clipboard = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
      copied.push(text);
    });
    inside(element, '[data-kind=tag] button').click();
    await until(() => told(element, 'tag') === 'Copied');
    expect(copied).toEqual([field(element, 'tag').value]);
    clipboard.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    vi.spyOn(document, 'execCommand').mockReturnValue(false);
    inside(element, '[data-kind=link] button').click();
    await until(() => told(element, 'link')!.includes('selected'));
    const { selectionStart, selectionEnd } = field(element, 'link');
    expect([selectionStart, selectionEnd, told(element, 'tag')]).toEqual([0, link.length, '']);
    expect(element.shadowRoot!.activeElement).toBe(field(element, 'link'));
  });

  test('draws a code that a camera reads, follows the link, and shows it large', async () => {
    const element = await share();
    inside(element, '.show').click();
    await until(() => element.shadowRoot!.querySelector('.code > svg') !== null, 'the code');
    expect(await readCode(inside(element, '.code > svg') as unknown as SVGSVGElement)).toBe(link);
    element.hide = 'code';
    const path = () => inside(element, '.code > svg path').getAttribute('d');
    const first = path();
    await until(() => path() !== first, 'the code of the other link');
    expect(await readCode(inside(element, '.code > svg') as unknown as SVGSVGElement)).toBe(element.link);
    const dialog = inside(element, 'dialog') as HTMLDialogElement;
    inside(element, '.large').click();
    expect(dialog.open).toBe(true);
    expect(shownText(dialog)).toContain(element.link);
    await userEvent.keyboard('{Escape}');
    expect(dialog.open).toBe(false);
  });

  test('says that a link is too long for a code', async () => {
    const element = await share();
    const data = Float32Array.from({ length: 400 }, (_, place) => Math.sin(place));
    element.state = {
      layer: { variant: 'standard', input: [20, 20, 1] },
      source: { kind: 'data', tensor: { shape: [20, 20, 1], data }, label: '' },
    };
    inside(element, '.show').click();
    await until(() => shownText(element).includes('too long for a QR code'), 'the reason');
    expect(shownText(inside(element, '[data-kind=link]'))).not.toContain('too many');
  });

  test('speaks Chinese, and axe finds nothing', async () => {
    document.documentElement.lang = 'zh-Hans';
    document.title = 'share';
    const element = await share();
    inside(element, '.show').click();
    await until(() => element.shadowRoot!.querySelector('.large:not(:disabled)') !== null, 'the code');
    await until(() => shownText(element).includes('复制链接'), 'Chinese words');
    const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`)).toEqual([]);
  });
});

/** What another program reads from the drawing, as a camera would: its pixels alone. */
async function readCode(drawing: SVGSVGElement): Promise<string> {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const side = 4 * drawing.viewBox.baseVal.width;
  for (const name of ['width', 'height']) copy.setAttribute(name, String(side));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.drawImage(image, 0, 0);
  return decodeQR({ width: side, height: side, data: context.getImageData(0, 0, side, side).data });
}
