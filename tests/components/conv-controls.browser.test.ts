import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../components/conv-controls/define.js';
import type { ConvControls } from '../../components/conv-controls/conv-controls.js';
import { LabRequestEvent } from '../../components/shared/lab-request.js';
import type { ConvElement } from '../../components/shared/conv-element.js';
import '../../components/conv-counts/define.js';
import '../../components/conv-lab/define.js';
import type { Session } from '../../src/session/session.js';
import { variants } from '../../src/variants/variants.js';
import { computed, mount, shownText, until } from './figures.js';

afterEach(() => {
  document.body.innerHTML = '';
});

interface Desk {
  readonly controls: ConvControls;
  readonly session: Session;
  /** The controls of one setting. */
  readonly field: (name: string) => HTMLElement;
  /** All that settings and counters show. */
  readonly text: () => string;
}

/** A lab with its settings and counters. */
async function desk(attributes: string): Promise<Desk> {
  const lab = mount<ConvElement>(
    `<conv-lab ${attributes}><conv-controls></conv-controls><conv-counts></conv-counts></conv-lab>`,
  );
  await computed(lab);
  const controls = lab.querySelector('conv-controls')!;
  await controls.updateComplete;
  return {
    controls,
    session: LabRequestEvent.ask(controls)!.session,
    field: (name) => controls.shadowRoot!.querySelector<HTMLElement>(`[data-field="${name}"]`)!,
    text: () => [...lab.children].map(shownText).join(' ').replace(/\s+/g, ' '),
  };
}

function input(parent: HTMLElement, selector: string): HTMLInputElement {
  return parent.querySelector<HTMLInputElement>(selector)!;
}

/** Types a number into a box and leaves it. */
async function type(box: HTMLInputElement, value: string): Promise<void> {
  await userEvent.fill(box, value);
  await userEvent.tab();
}

function named(parent: ParentNode, text: string): HTMLElement {
  const found = [...parent.querySelectorAll<HTMLElement>('button, label')].find((each) =>
    each.textContent.trim().startsWith(text),
  );
  if (!found) throw new Error(`nothing is called ${text}`);
  return found;
}

describe('<conv-controls>', () => {
  test.each(variants.map(({ name }) => name))('offers every knob of %s by its name', async (variant) => {
    const { field } = await desk(`variant="${variant}"`);
    const { knobs, moreKnobs } = variants.find(({ name }) => name === variant)!;
    for (const knob of [...knobs, ...moreKnobs]) {
      expect(field(knob), knob).not.toBeNull();
      expect(shownText(field(knob)), knob).toMatch(/\p{L}{3}/u);
      expect(field(knob).querySelector('input, select, button'), knob).not.toBeNull();
    }
  });

  test('the groups stop only where they divide channels and filters; another number is explained', async () => {
    const { field, session, text } = await desk('variant="grouped" input="5x5x8" filters="12"');
    const range = input(field('groups'), 'input[type=range]');
    expect(shownText(field('groups'))).toMatch(/1 +2 +4/);
    const reached = [];
    for (let place = 0; place <= Number(range.max); place += 1) {
      range.value = String(place);
      range.dispatchEvent(new Event('input'));
      reached.push(session.layer.groups);
    }
    expect(reached).toEqual([1, 2, 4]);
    await until(() => text().includes('3·3·2·12 = 216'));
    await type(input(field('groups'), 'input[type=number]'), '3');
    await until(() => shownText(field('groups')).includes('8 mod 3 = 2'));
    expect(shownText(field('groups'))).toContain('1, 2, 4 is allowed');
    expect(text()).toContain('3·3·2·12 = 216');
    expect(text()).toContain('The last setting that works is shown.');
    expect(session.moment!.plan.stages[0].groups).toBe(4);
  });

  test('the ruler gives the output padding of a legal size and refuses the others with the formula', async () => {
    const { field, session, text } = await desk('variant="transposed"');
    const ruler = field('outputSize');
    const sizes = [...ruler.querySelectorAll('button')].map((button) => [button.innerText, button.className]);
    expect(sizes).toEqual([
      ['4', 'illegal'],
      ['5', 'legal'],
      ['6', 'legal'],
      ['7', 'illegal'],
      ['8', 'illegal'],
    ]);
    await userEvent.click(named(ruler, '6'));
    expect(session.layer).toMatchObject({ outputPadding: 1 });
    await until(() => text().includes('6 × 6 × 1'));
    await type(input(ruler, 'input'), '7');
    await until(() => shownText(ruler).includes('7 − ((2 − 1)·2 + 3 − 0) = 2 ≥ max(2, 1)'));
    expect(text()).toContain('6 × 6 × 1');
    await userEvent.click(named(ruler, '5'));
    await until(() => text().includes('5 × 5 × 1'));
    expect(session.problems).toEqual([]);
    expect(session.layer.outputPadding).toBe(0);
  });

  test('an impossible width marks the columns alone, and the size that is shown stays marked', async () => {
    const { field, session } = await desk('variant="transposed" output-size="6x5"');
    const rulers = () => [...field('outputSize').querySelectorAll<HTMLElement>('.ruler')];
    const marks = () =>
      rulers().map((ruler) => [
        input(ruler, 'input').getAttribute('aria-invalid'),
        ruler.querySelector('[aria-pressed=true]')?.textContent.trim(),
        ruler.querySelector('.asked')?.textContent.trim(),
      ]);
    expect(marks()).toEqual([['false', '6', undefined], ['false', '5', undefined]]); // prettier-ignore
    await userEvent.click(named(rulers()[1], '8'));
    await until(() => session.problems.length > 0);
    await until(() => marks()[1][0] === 'true');
    expect(marks()).toEqual([['false', '6', undefined], ['true', '5', '8']]); // prettier-ignore
  });

  test('choices stand side by side, and what has no effect cannot be chosen', async () => {
    const { field, text } = await desk('variant="separable"');
    const places = () => [...field('biases').querySelectorAll('input')].map(({ disabled }) => disabled);
    expect(places()).toEqual([true, true]);
    await userEvent.click(input(field('bias'), 'input'));
    await until(() => !places()[0]);
    await userEvent.click(named(field('order'), 'pointwise first'));
    await until(() => text().includes('12 + 36 = 48'));
  });

  test('padding words say what they mean in numbers here', async () => {
    const { field, session } = await desk('variant="padded"');
    expect(shownText(field('padding'))).toContain('top 0, bottom 1, left 0, right 1');
    await userEvent.selectOptions(field('padding').querySelector('select')!, 'symmetric');
    await until(() => shownText(field('padding')).includes('top 1, bottom 1, left 1, right 1'));
    await userEvent.selectOptions(field('padding').querySelector('select')!, 'explicit');
    expect(session.layer.padding).toEqual([1, 1, 1, 1]);
  });

  test.each([
    ['keras', ['strides', 'dilation_rate', 'padding="same"']],
    ['pytorch', ['stride', 'dilation', 'F.pad(x, (0, 1, 0, 1))']],
    ['paddle', ['stride', 'dilation', 'padding="SAME"']],
  ])('names the arguments of %s', async (dialect, names) => {
    const { controls } = await desk(`variant="padded" dialect="${dialect}"`);
    const codes = [...controls.shadowRoot!.querySelectorAll('code')].map((code) => code.textContent);
    expect(codes).toEqual(expect.arrayContaining(names));
  });

  test('kernels, random weights with their seed, undo and redo', async () => {
    const { controls, session } = await desk('variant="strided"');
    const root = controls.shadowRoot!;
    const weights = () => session.moment!.stages[0].weights.data.join(' ');
    const example = weights();
    const select = root.querySelector<HTMLSelectElement>('.weights select')!;
    await userEvent.selectOptions(select, 'sobel-x');
    await until(() => weights() === '-1 0 1 -2 0 2 -1 0 1');
    await controls.updateComplete;
    expect(select.value).toBe('sobel-x');
    await userEvent.click(named(root, 'Random weights'));
    await until(() => !['-1 0 1 -2 0 2 -1 0 1', example].includes(weights()));
    const random = weights();
    const seed = input(root.querySelector('.random')!, 'input');
    expect(seed.value).toBe('1');
    await type(seed, '7');
    await until(() => weights() !== random);
    await type(seed, '1');
    await until(() => weights() === random);
    for (let press = 0; press < 4; press += 1) await userEvent.click(named(root, 'Undo'));
    await until(() => weights() === example);
    await controls.updateComplete;
    expect((named(root, 'Undo') as HTMLButtonElement).disabled).toBe(true);
    await userEvent.click(named(root, 'Redo'));
    await until(() => weights() === '-1 0 1 -2 0 2 -1 0 1');
  });

  test('a whole drag of a slider is undone at once', async () => {
    const { controls, field, session } = await desk('variant="standard"');
    const range = input(field('filters'), 'input[type=range]');
    for (const value of ['5', '6', '7']) {
      range.value = value;
      range.dispatchEvent(new Event('input'));
    }
    range.dispatchEvent(new Event('change'));
    range.value = '8';
    range.dispatchEvent(new Event('input'));
    await userEvent.click(named(controls.shadowRoot!, 'Undo'));
    expect(session.layer.filters).toBe(7);
    await userEvent.click(named(controls.shadowRoot!, 'Undo'));
    expect(session.layer.filters).toBeUndefined();
  });
});

test('a setting is found by any of its names, in both languages and all frameworks, and explained on request', async () => {
  const { controls, field } = await desk('variant="dilated"');
  const shadow = controls.shadowRoot!;
  const find = async (query: string): Promise<string[]> => {
    await userEvent.fill(shadow.querySelector<HTMLInputElement>('.search')!, query);
    await controls.updateComplete;
    return [...shadow.querySelectorAll<HTMLElement>('.field')].map(({ dataset }) => dataset.field!);
  };
  await find('dilation_rate');
  await until(() => shadow.querySelectorAll('.field').length === 1, 'one setting');
  expect(await find('atrous')).toEqual(['dilation']);
  expect(await find('膨胀率')).toEqual(['dilation']);
  expect(await find('out_channels')).toEqual(['filters']);
  expect(await find('nothing like it')).toEqual([]);
  expect(shownText(shadow.host)).toContain('No setting of this layer is called so.');
  expect((await find('')).length).toBeGreaterThan(4);
  const help = 'Cells from one tap to the next; 1 leaves no holes.';
  expect(shownText(field('dilation'))).not.toContain(help);
  await userEvent.click(named(shadow, 'Explain'));
  expect(shownText(field('dilation'))).toContain(help);
});

test('where few are wanted the reason for which a setting is refused comes into sight by itself', async () => {
  const { controls, session, field } = await desk('variant="dilated"');
  controls.few = true;
  Object.assign(controls.style, { display: 'block', blockSize: '12rem', overflow: 'auto' });
  await controls.updateComplete;
  session.setLayer({ kernel: 5 });
  await until(() => field('kernel').querySelector('.problem') !== null, 'a reason');
  const [reason, frame] = [field('kernel').querySelector('.problem')!, controls].map((each) =>
    each.getBoundingClientRect(),
  );
  expect(reason.bottom).toBeLessThanOrEqual(frame.bottom);
  expect(reason.top).toBeGreaterThanOrEqual(frame.top);
});

test('where few are wanted three knobs are in sight, and a refused one of the others opens them', async () => {
  const { controls, session } = await desk('variant="standard"');
  const shadow = controls.shadowRoot!;
  controls.few = true;
  await controls.updateComplete;
  const inSight = [...shadow.querySelectorAll<HTMLElement>('.field')].filter(
    (each) => !each.closest('details'),
  );
  expect(inSight.map(({ dataset }) => dataset.field)).toEqual(['kernel', 'stride', 'padding']);
  session.setLayer({ groups: 2 });
  await until(
    () => shadow.querySelector<HTMLDetailsElement>('details:not(.weights)')!.open,
    'further settings',
  );
});
