import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/conv-code/define.js';
import type { ConvCode } from '../../components/conv-code/conv-code.js';
import { until } from './figures.js';

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.lang = 'en';
  vi.restoreAllMocks();
});

/** The panel of a lab of its own, with its first code. */
async function panel(
  attributes = '',
): Promise<{ element: ConvCode; shadow: ShadowRoot; code: () => string }> {
  const layer = attributes.includes('variant') ? '' : 'variant="standard" input="4x4x1" filters="1"';
  document.body.innerHTML = `<conv-code ${layer} ${attributes}></conv-code>`;
  const element = document.querySelector('conv-code')!;
  const shadow = element.shadowRoot!;
  const code = (): string => shadow.querySelector<HTMLTextAreaElement>('[part=code]')?.value ?? '';
  await until(() => /np\.array|torch\.tensor|paddle\.to_tensor/.test(code()));
  return { element, shadow, code };
}

const select = (shadow: ShadowRoot): HTMLSelectElement => shadow.querySelector('select')!;

describe('<conv-code>', () => {
  it('follows the dialect at first, and then what a person chooses', async () => {
    const { element, shadow, code } = await panel('dialect="pytorch"');
    expect(code()).toContain('nn.Conv2d(1, 1, kernel_size=3, bias=False)');
    element.dialect = 'paddle';
    await until(() => code().includes('paddle.nn') || code().includes('from paddle import nn'));
    await userEvent.selectOptions(select(shadow), 'onnx');
    await until(() => code().includes('helper.make_node("Conv"'));
    element.dialect = 'keras';
    await element.updateComplete;
    expect(code()).toContain('helper.make_node("Conv"');
  });

  it('sets the layer that is pasted, and says how it was read', async () => {
    const { element, shadow, code } = await panel('dialect="pytorch"');
    let told = 0;
    element.addEventListener('conv-layer', () => (told += 1));
    await userEvent.fill(
      shadow.querySelector<HTMLElement>('[part=paste]')!,
      'nn.Conv2d(2, 6, (2, 3), stride=2, groups=2, colour=3)',
    );
    await userEvent.click(shadow.querySelector<HTMLElement>('button.primary')!);
    await until(() => code().includes('nn.Conv2d(2, 6, kernel_size=(2, 3), stride=2, groups=2)'));
    expect(told).toBe(1);
    const answer = shadow.querySelector('[part=answer]')!.textContent.replace(/\s+/g, ' ');
    expect(answer).toContain('The layer is set.');
    expect(answer).toContain('Line 1, column 45: Conv2d has no argument colour; it was left out.');
    expect(answer).toContain('Read as Conv2d of PyTorch.');
    expect(answer).toContain('The code gives no height and width of the input: 4 × 4 stays.');
  });

  it('says that a pasted layer is set but cannot run, and why right there', async () => {
    const { element, shadow } = await panel();
    await element.apply('nn.Conv2d(1, 1, 9)');
    const [verdict, reason] = [...shadow.querySelector('[part=answer]')!.children].map((each) =>
      each.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(verdict).toBe('The layer is set, but it cannot run:');
    expect(reason).toMatch(/9.*4/);
    expect(shadow.textContent).not.toContain('What was not taken over');
    await element.apply('nn.Conv2d(1, 1, 3)');
    expect(shadow.querySelector('.verdict')!.textContent).toBe('The layer is set.');
  });

  it('leaves the layer as it is where a text is refused, in the language of the page', async () => {
    document.documentElement.lang = 'zh';
    const { element, shadow, code } = await panel();
    const before = code();
    await element.apply('nn.Conv2d(3, 8)');
    await until(() => shadow.textContent.includes('原来的层保持不变。'));
    expect(shadow.textContent).toContain('第 1 行第 1 列：Conv2d 需要 kernel_size。');
    expect(code()).toBe(before);
  });

  it('forgets settings that the pasted layer does not have', async () => {
    const { element, code } = await panel('variant="transposed" output-size="6" dialect="pytorch"');
    await element.apply('nn.ConvTranspose2d(1, 1, 3, stride=2)');
    await until(() => code().includes('nn.ConvTranspose2d(1, 1, kernel_size=3, stride=2)'));
    expect(code()).not.toContain('output_padding');
  });

  it('copies, or selects where the clipboard is out of reach', async () => {
    const { shadow, code } = await panel();
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
    const button = shadow.querySelector<HTMLElement>('.copy')!;
    await userEvent.click(button);
    await until(() => shadow.querySelector('.said')!.textContent === 'Copied.');
    expect(write).toHaveBeenCalledWith(code());
    write.mockRejectedValueOnce(new DOMException('denied', 'NotAllowedError'));
    await userEvent.click(button);
    await until(() =>
      shadow.querySelector('.said')!.textContent.startsWith('The page cannot reach the clipboard.'),
    );
    const text = shadow.querySelector<HTMLTextAreaElement>('[part=code]')!;
    expect([text.selectionStart, text.selectionEnd]).toEqual([0, code().length]);
    expect(shadow.activeElement).toBe(text);
  });

  it.each(['paper', 'board'])('passes axe, and fits 360 px, in the theme %s', async (theme) => {
    await page.viewport(360, 700);
    const { element } = await panel(`theme="${theme}"`);
    await element.apply('nn.Conv2d(3, 8, 3, padding_mode="reflect", device=None)');
    await element.updateComplete;
    // The panel stands on the page's ground, which goes with its theme.
    document.body.style.background = getComputedStyle(element).getPropertyValue('--_background');
    const { violations } = await axe.run(element);
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    document.body.style.background = '';
    await page.viewport(414, 896);
  });
});
