import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../components/conv-figure/define.js';
import '../../components/conv-lab/define.js';
import type { ConvFigure } from '../../components/conv-figure/conv-figure.js';
import { ConvFigure as ConvFigureClass } from '../../components/conv-figure/conv-figure.js';
import { define } from '../../components/shared/define.js';
import { LAYER_FIELDS } from '../../src/variants/fields.js';
import { createEngine } from '../../src/engine/engine.js';
import type { Engine } from '../../src/engine/types.js';
import { setEngineFactory } from '../../src/session/engines.js';
import { computed, inside, mount, shownText, until } from './figures.js';

afterEach(() => {
  document.body.innerHTML = '';
  document.documentElement.lang = 'en';
});

async function figure(attributes = ''): Promise<ConvFigure> {
  const element = mount<ConvFigure>(`<conv-figure ${attributes}></conv-figure>`);
  await computed(element);
  return element;
}

/** The pixels of the scene once it has drawn. */
async function picture(element: ConvFigure): Promise<string> {
  const canvas = inside(inside(element, 'conv-scene'), 'canvas') as HTMLCanvasElement;
  await until(
    () => canvas.width > 0 && canvas.getContext('2d')!.getImageData(5, 5, 1, 1).data[0] > 0,
    'a picture',
  );
  for (let frame = 0; frame < 4; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  return canvas.toDataURL();
}

describe('<conv-figure>', () => {
  test('begins with the standard example, standing still at its start', async () => {
    const element = await figure();
    expect(element).toMatchObject({ paused: true, step: 0, steps: 972, playbackRate: 1, loop: false });
    await until(() => shownText(element).includes('0 / 972'), 'the counts');
  });

  test('a poster stands in its place until the first numbers, and what it falls back to is not shown', async () => {
    const element = mount<ConvFigure>(
      '<conv-figure><b slot="poster">Poster</b><b slot="fallback">Fallback</b></conv-figure>',
    );
    const seen = () => [...element.children].map((child) => child.getClientRects().length > 0);
    await element.updateComplete;
    expect(seen()).toEqual([true, false]);
    await computed(element);
    await until(() => !seen()[0], 'the figure itself');
    expect(seen()).toEqual([false, false]);
  });

  test('a page that centres its slides or indents its paragraphs does neither to the text inside', async () => {
    const page = mount<HTMLElement>(
      '<p style="text-align: center; text-indent: 3em"><conv-figure></conv-figure></p>',
    );
    const element = page.querySelector('conv-figure')!;
    await computed(element);
    const { textAlign, textIndent } = getComputedStyle(inside(element, '.sentence'));
    expect({ textAlign, textIndent }).toEqual({ textAlign: 'start', textIndent: '0px' });
  });

  test('attributes set the layer', async () => {
    const element = await figure('input="6x7x2" kernel="3x2" filters="2" stride="2" padding="same" bias');
    await until(() => shownText(element).includes('3 × 4 × 2'), 'the counts');
  });

  test('numbers of one’s own fill the input and the kernel, and what does not fit is told', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const element = await figure(
      'input="3x3x1" filters="1" values="1 2 3 / 4 5 6 / 7 8 9" weights="sobel-x" views="grid"',
    );
    // (3 − 1) + 2 (6 − 4) + (9 − 7)
    await until(() => shownText(element).includes('8'), 'the sum');
    element.weights = '1';
    element.step = element.steps;
    await until(() => shownText(element).includes('45'), 'the sum of all');
    expect(warn).not.toHaveBeenCalled();
    element.values = '1 2';
    await until(() => warn.mock.calls.length > 0, 'a warning');
    expect(warn.mock.calls.flat()).toEqual(['<conv-figure>: The values do not fill the input: 1 2']);
    expect(element.steps).toBe(9);
    warn.mockRestore();
  });

  test('before the first cell the formula says what will stand there', async () => {
    const element = await figure('views="formula"');
    const coming = 'Here stand the numbers of each cell.';
    await until(() => shownText(element).includes(coming), 'the words');
    element.step = 9;
    await until(() => !shownText(element).includes(coming), 'the numbers');
  });

  test('properties are attributes, and changing one computes again', async () => {
    const element = await figure();
    element.filters = 2;
    await until(() => element.steps === 486);
    element.setAttribute('filters', '1');
    await until(() => element.steps === 243);
  });

  test('every setting of a layer is an attribute under its own name', () => {
    const known = [...ConvFigureClass.elementProperties].map(([name, { attribute }]) => [name, attribute]);
    for (const { name, attribute } of LAYER_FIELDS)
      expect(
        known.map(([property, given]) => `${String(property)} ${String(given ?? String(property))}`),
      ).toContain(`${name} ${attribute}`);
  });

  test('a variant brings its own settings and numbers, and other attributes change them', async () => {
    const element = await figure('variant="transposed" output-size="6" walk="input" step="9"');
    await until(() => shownText(element).includes('6 × 6 × 1'), 'the counts');
    expect(element).toMatchObject({ steps: 36, step: 9, walk: 'input' });
    element.variant = 'depthwise';
    element.outputSize = undefined;
    await until(() => element.steps === 243);
    expect(inside(element, 'figure').getAttribute('aria-label')).toContain(
      'Depthwise convolution: input 5×5×3',
    );
  });

  test('a preset is an example with its numbers; a name that nobody has is told', async () => {
    const element = await figure('preset="sixteen-conv" views="grid"');
    await until(() => element.steps === 36);
    element.step = 36;
    const cells = () =>
      [
        ...(inside(element, 'conv-grid').shadowRoot?.querySelectorAll('[data-tensor="output"] tbody td') ??
          []),
      ]
        .map((cell) => cell.textContent.trim())
        .join(' ');
    await until(() => cells() === '−56 −61 −76 −81', 'the printed numbers');
    element.preset = 'no-such-thing';
    await until(() => shownText(element).includes('No example is called “no-such-thing”.'));
    expect(element.steps).toBe(36);
  });

  test('settings that cannot run from the start are explained over the variant as it is', async () => {
    const element = await figure('variant="grouped" groups="3"');
    await until(() => shownText(element).includes('4 mod 3 = 1'));
    expect(element.steps).toBe(648);
    element.groups = 4;
    await until(() => element.steps === 324);
  });

  test('views that it does not show are not fetched; the others come when asked for', async () => {
    const element = await figure();
    for (const view of ['matrix', 'channels']) {
      element.views = `scene ${view}`;
      await element.updateComplete;
      await customElements.whenDefined(`conv-${view}`);
      expect(inside(element, `conv-${view}`).shadowRoot).not.toBeNull();
    }
  });

  test('arrows step with the focus on a button inside it, and not with the focus outside', async () => {
    const element = await figure('kernel="1"');
    const play = inside(inside(element, 'conv-timeline'), '[part=play]');
    await userEvent.keyboard('{ArrowRight}');
    expect(element.step).toBe(0);
    play.focus();
    await userEvent.keyboard('{End}');
    expect(element.step).toBe(element.steps);
    await userEvent.keyboard('{Home}.');
    expect(element.step).toBe(1);
  });

  test('Ctrl+Z takes back the last change, Ctrl+Y brings it again', async () => {
    const element = await figure();
    element.filters = 2;
    await until(() => element.steps === 486);
    inside(inside(element, 'conv-scene'), '.stage').focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    await until(() => element.steps === 972);
    await userEvent.keyboard('{Control>}y{/Control}');
    await until(() => element.steps === 486);
  });

  test('playback mirrors a media element', async () => {
    const element = await figure();
    const events: string[] = [];
    for (const type of ['play', 'pause', 'ended']) element.addEventListener(type, () => events.push(type));
    element.playbackRate = 8;
    element.step = 960;
    element.play();
    expect(element.paused).toBe(false);
    await until(() => element.paused);
    expect(element.step).toBe(972);
    expect(events).toEqual(['play', 'pause', 'ended']);
  });

  test('next and previous go by the grain that is asked for', async () => {
    const element = await figure();
    element.next('cell');
    expect(element.step).toBe(27);
    element.next('term');
    expect(element.step).toBe(28);
    element.previous('cell');
    expect(element.step).toBe(27);
  });

  test('playback set before the element has a session holds afterwards', async () => {
    const element = document.createElement('conv-figure');
    element.step = 54;
    element.loop = true;
    element.playbackRate = 2;
    document.body.replaceChildren(element);
    await computed(element);
    expect(element).toMatchObject({ step: 54, loop: true, playbackRate: 2 });
  });

  test('a bad attribute is explained with its numbers, a legal one takes over again', async () => {
    const element = await figure();
    element.setAttribute('kernel', '7');
    await until(() => shownText(element).includes('kernel'));
    expect(element.problems[0]).toMatchObject({ kind: 'kernel-larger-than-input' });
    expect(shownText(element)).toContain('The last setting that works is shown.');
    expect(element.steps).toBe(972);
    element.setAttribute('kernel', 'seven');
    await until(() => element.problems[0]?.kind === 'invalid-value');
    element.kernel = 2;
    await until(() => element.problems.length === 0);
  });

  test('it speaks the language around it, and follows a change', async () => {
    document.body.innerHTML = '<div lang="zh-Hans"><conv-figure></conv-figure></div>';
    const element = document.querySelector('conv-figure')!;
    await computed(element);
    expect(shownText(element)).toContain('播放');
    element.lang = 'en';
    await until(() => shownText(element).includes('Play'));
  });

  test('the page overrides a colour by a custom property', async () => {
    const element = await figure('theme="board"');
    element.style.setProperty('--conv-ink', 'rgb(255, 0, 0)');
    expect(getComputedStyle(element).color).toBe('rgb(255, 0, 0)');
  });
});

describe('views of one lab', () => {
  test('show the same cell', async () => {
    const lab = mount('<conv-lab><conv-formula></conv-formula><conv-counts></conv-counts></conv-lab>');
    await computed(lab);
    lab.step = 27;
    await until(() => shownText(lab.querySelector('conv-counts')!).includes('27 / 972'));
    await until(() =>
      shownText(lab.querySelector('conv-formula')!).replace(/\s+/g, '').includes('10+5+3=18'),
    );
  });

  test('a view alone makes its own session from its attributes', async () => {
    const counts = mount('<conv-counts filters="8"></conv-counts>');
    await computed(counts);
    expect(counts.steps).toBe(27 * 9 * 8);
  });
});

/** An engine that answers 1 too much for output row 1, column 1 of filter 1, and for the last sum of that cell. */
async function wrongByOne(): Promise<Engine> {
  const engine = await createEngine();
  const run = engine.run.bind(engine) as (...parameters: unknown[]) => Promise<unknown>;
  const termTable = engine.termTable.bind(engine);
  return Object.assign(Object.create(engine) as Engine, {
    dispose: () => engine.dispose(),
    run: async (...parameters: unknown[]) => {
      const result = (await run(...parameters)) as { data: Float32Array }[];
      result[0].data[0] += 1;
      return result;
    },
    termTable: async (...parameters: Parameters<Engine['termTable']>) => {
      const table = await termTable(...parameters);
      table.runningSum[table.terms - 1] += 1;
      return table;
    },
  });
}

describe('nothing is typed in', () => {
  test('an engine that is wrong by one changes every view of that cell', async () => {
    const attributes = 'views="scene formula counts grid" step="27"';
    const honest = await figure(attributes);
    const before = { picture: await picture(honest), text: shownText(honest) };
    const sentence = inside(honest, '.sentence').textContent;
    honest.remove();
    setEngineFactory(wrongByOne);
    try {
      const wrong = await figure(attributes);
      expect(await picture(wrong)).not.toBe(before.picture);
      expect(inside(wrong, '.sentence').textContent).toBe(sentence.replace('18', '19'));
      const plain = (element: HTMLElement): string => shownText(element).replace(/\s+/g, '');
      expect(plain(inside(wrong, 'conv-formula'))).toContain('19');
      expect(plain(inside(wrong, 'conv-formula'))).not.toContain('18');
      const cell = inside(wrong, 'conv-grid').shadowRoot!.querySelector('[data-tensor="output"] tbody td');
      expect(cell?.textContent.trim()).toBe('19');
      expect(plain(inside(wrong, 'conv-counts'))).toMatch(/difference.*1/i);
    } finally {
      setEngineFactory(() => createEngine());
    }
  });
});

describe('the keyboard', () => {
  test('plays, steps and rewinds while the picture has the focus, and Tab leaves it', async () => {
    const element = await figure();
    const stage = inside(inside(element, 'conv-scene'), '.stage');
    stage.focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(element.step).toBe(27);
    await userEvent.keyboard('..');
    expect(element.step).toBe(29);
    await userEvent.keyboard(',');
    expect(element.step).toBe(28);
    await userEvent.keyboard('{End}');
    expect(element.step).toBe(972);
    await userEvent.keyboard('{Home} ');
    expect(element.paused).toBe(false);
    await userEvent.keyboard(' ');
    expect(element.paused).toBe(true);
    await userEvent.keyboard('{Tab}');
    expect(inside(element, 'conv-scene').shadowRoot!.activeElement).not.toBe(stage);
  });

  test('a key that is used does not reach the page, others do', async () => {
    const element = await figure();
    const heard: string[] = [];
    document.addEventListener('keydown', (event) => heard.push(event.key));
    inside(inside(element, 'conv-scene'), '.stage').focus();
    await userEvent.keyboard('{ArrowRight}x');
    expect(heard).toEqual(['x']);
  });
});

describe('accessibility', () => {
  test.each([
    ['en', 'paper'],
    ['en', 'board'],
    ['zh-Hans', 'paper'],
    ['zh-Hans', 'board'],
  ])('axe finds nothing in %s on %s', async (language, theme) => {
    document.documentElement.lang = language;
    const element = await figure(
      `theme="${theme}" views="scene formula counts grid" controls="full" step="30"`,
    );
    const { violations } = await axe.run(element, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual(
      [],
    );
  });

  test('a step by hand is said politely, playing is silent', async () => {
    const element = await figure();
    const said = inside(element, '[role="status"]');
    element.next('cell');
    await until(() => said.textContent.includes('channel sums 10, 5 and 3 add up to 18'));
    element.play();
    await until(() => said.textContent === '');
    element.pause();
  });
});

describe('registration', () => {
  test('a second definition is ignored, another version is named', async () => {
    const warnings: unknown[] = [];
    const { warn } = console;
    console.warn = (...parameters: unknown[]) => warnings.push(parameters.join(' '));
    try {
      define('conv-figure', ConvFigureClass);
      expect(warnings).toEqual([]);
      define('conv-figure', class extends HTMLElement {});
      expect(customElements.get('conv-figure')).toBe(ConvFigureClass);
      Object.defineProperty(ConvFigureClass, 'convscopeVersion', { value: '9.9.9', configurable: true });
      define('conv-figure', class extends HTMLElement {});
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain('9.9.9');
    } finally {
      console.warn = warn;
    }
  });
});
