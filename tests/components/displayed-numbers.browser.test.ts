/** What is displayed: random layers at random steps, numbers read back from the page, plain loops that know nothing of `src/math`. */
import { describe, expect, it } from 'vitest';
import '../../components/conv-counts/define.js';
import '../../components/conv-figure/define.js';
import '../../components/conv-formula/define.js';
import '../../components/conv-grid/define.js';
import '../../components/conv-lab/define.js';
import '../../components/conv-matrix/define.js';
import type { ConvElement } from '../../components/shared/conv-element.js';
import {
  outputOf,
  scattered,
  termsOfCell,
  turnedWeights,
  type Image,
  type PlainNumbers,
  type PlainStage,
} from '../fixtures/plain-loops.js';
import { randomLayer, variantNames, type RandomLayer } from '../fixtures/random-layer.js';
import {
  isLanes,
  isMixing,
  orderOf,
  productsEach,
  sizeOf,
  standing,
  stepsOf,
  type Standing,
  type Walk,
} from '../fixtures/plain-run.js';
import { mulberry32 } from '../fixtures/random-spec.js';
import { Page } from './displayed-page.js';
import {
  counterOf,
  expectAddsUp,
  expectCell,
  expectPrinted,
  formulaLabel,
  formulaLines,
  matrixLine,
  printed,
  tableOf,
} from './displayed.js';
import { computed, mount, until } from './figures.js';

/** Another seed: VITE_SEED=7 npx vitest … */
const firstSeed = Number(import.meta.env.VITE_SEED ?? 1);
const layersEach = 3;
const stepsEach = 3;

/** What a layer does, stage by stage. */
interface Expected {
  readonly stage: PlainStage;
  readonly input: Image;
  readonly numbers: PlainNumbers;
  readonly output: Image;
}

function expectedOf({ layer, stages, input, numbers }: RandomLayer): Expected[] {
  const made: Expected[] = [];
  for (const [index, stage] of stages.entries()) {
    const { weights, bias } = numbers[index];
    const acting = { weights: layer.turned ? turnedWeights(weights) : weights, bias };
    const read = made.at(-1)?.output ?? input;
    made.push({ stage, input: read, numbers: acting, output: outputOf(stage, read, acting) });
  }
  return made;
}

const near = (terms: readonly number[]): number => terms.reduce((sum, each) => sum + each, 0) + 0;

function expectTable(
  shown: ReadonlyMap<string, string>,
  image: Image,
  isMade: (cell: string) => boolean,
  where: string,
): void {
  expect(shown.size, where).toBe(image.flat(2).length);
  for (const [key, text] of shown) {
    const [channel, row, column] = key.split(',').map(Number);
    const at = `${where}, channel ${channel}, row ${row}, column ${column}`;
    expectCell(text, isMade(key) ? image[row][column][channel] : null, at);
  }
}

const placeIn = ([rows, columns]: readonly number[], [row, column, channel]: readonly number[]): number =>
  (channel * rows + row) * columns + column;

/** One output cell in the matrix: a row of W, of what a transposed convolution multiplies by a row of Wᵀ. */
function expectRow(
  page: Page,
  { stage, input, numbers, output }: Expected,
  done: number,
  cell: readonly number[],
): void {
  const { axis, index, places, weights, values, products, bias, result } = matrixLine(
    page.view('conv-matrix'),
  );
  expect([axis, index]).toEqual(['row', placeIn(stage.output, cell)]);
  const entries = termsOfCell(stage, input, numbers, cell)
    .flatMap(({ from, ...factors }) => (from ? [{ place: placeIn(stage.input, from), ...factors }] : []))
    .sort((one, other) => one.place - other.place);
  expect(places).toEqual(entries.map(({ place }) => place));
  expect(weights).toEqual(entries.map(({ w }) => w));
  entries.forEach(({ x, w }, i) => {
    expectPrinted(values[i], x, `entry ${i}`);
    expectPrinted(products[i], x * w, `product ${i}`);
  });
  expect(bias).toBe(stage.hasBias ? String(numbers.bias[cell[2]]).replace('-', '−') : null);
  const [row, column, map] = cell;
  if (done > orderOf(stage).findIndex((each) => String(each) === String(cell))) {
    expectPrinted(result!, output[row][column][map], 'the result of the row');
    if (stage.activation === 'none' && entries.every(({ x }) => Number.isInteger(x))) {
      const sum = near([...products.map(printed), bias === null ? 0 : printed(bias)]);
      expect(sum, 'the row adds up').toBe(printed(result!));
    }
  } else expect(result).toBe('…');
}

/** The products and sums of the cell in hand. */
function expectFormula(page: Page, made: Expected, cell: readonly number[], within: number): void {
  const { stage, input, numbers, output } = made;
  const formula = page.view('conv-formula');
  const lines = formulaLines(formula);
  const terms = termsOfCell(stage, input, numbers, cell);
  const isWhole = terms.every(({ x }) => Number.isInteger(x));
  const taps = stage.kernel[0] * stage.kernel[1];
  const label = /Channel (\d+)$/.exec(formulaLabel(formula));
  const channels = terms.length / taps;
  const group = Math.floor(cell[2] / (stage.output[2] / stage.groups));
  const slice = label ? Number(label[1]) - 1 - group * channels : 0;
  expect(slice, 'a channel of the group').toBe(label ? Math.max(Math.ceil(within / taps) - 1, 0) : 0);
  const section = label ? terms.slice(slice * taps, (slice + 1) * taps) : terms;
  const line = lines.find((each) => each.includes('·'));
  expect(line, lines.join('\n')).toBeDefined();
  const [left, right] = line!.split(/ [=≈] /);
  const shown = left.split(' + ').filter((each) => each !== '⋯');
  if (section.length <= 9) {
    expect(shown.length, line).toBe(section.length);
    section.forEach(({ from, x, w }, i) => {
      if (stage.transposed && !from) return expect(shown[i], line).toBe('·');
      const [first, second] = stage.transposed ? [w, x] : [x, w];
      const factors = shown[i].split('·').map((each) => each.replace(/[()]/g, ''));
      expectPrinted(factors[0], first, line!);
      expectPrinted(factors[1], second, line!);
    });
    const isAdded = within >= (label ? (slice + 1) * taps : terms.length);
    expect(right !== undefined, `${line} is complete`).toBe(isAdded);
    if (isAdded) expectPrinted(right, near(section.map(({ x, w }) => x * w)), line!);
  }
  if (isWhole) for (const each of lines) expectAddsUp(each);
  if (within < terms.length) return;
  const [row, column, map] = cell;
  const name = `y[${[row, column, map].map((each) => each + 1).join()}]`;
  const written = lines.find((each) => each.startsWith(name));
  expect(written, lines.join('\n')).toBeDefined();
  expectWorkedOut(written!.slice(name.length), made, cell);
  expectPrinted(written!.split(/ [=≈] /).at(-1)!, output[row][column][map], name);
}

/** What stands behind a name: '= ReLU(18 + 1) = 19', with the sum, the bias and the activation that the cell has. */
function expectWorkedOut(text: string, { stage, input, numbers }: Expected, cell: readonly number[]): void {
  const [, call, before, bias] =
    /^ = (?:(ReLU6?|h-swish)\()?([^\s()=≈]+)(?: \+ \(?([^\s()]+)\)?)?\)? [=≈] \S+$/.exec(text) ?? [];
  const [isCalled, isBiased] = [stage.activation !== 'none', stage.hasBias];
  if (!isCalled && !isBiased) return expect(text).toMatch(/^ [=≈] \S+$/);
  expect(call?.toLowerCase(), text).toBe(isCalled ? stage.activation : undefined);
  expectPrinted(before, near(termsOfCell(stage, input, numbers, cell).map(({ x, w }) => x * w)), text);
  expect(bias !== undefined, text).toBe(isBiased);
  if (isBiased) expectPrinted(bias, numbers.bias[cell[2]], text);
}

/** Bias and activation are shown in the beats before the cell is written. */
async function expectEnding(page: Page, made: Expected, { first, lanes }: Standing): Promise<void> {
  const { stage, input, numbers } = made;
  const cell = orderOf(stage)[first];
  const [row, column, map] = cell;
  const sum = near(termsOfCell(stage, input, numbers, cell).map(({ x, w }) => x * w));
  const whole = sum + (stage.hasBias ? numbers.bias[map] : 0);
  const isLast = first + lanes === sizeOf(stage.output);
  const back = async (): Promise<string> => {
    page.lab.previous('beat');
    await page.settle();
    return formulaLines(page.view('conv-formula')).at(-1)!;
  };
  // Behind the last place lanes are glued together.
  if (isLast && isLanes(stage)) await back();
  if (stage.activation !== 'none') {
    const line = await back();
    expectWorkedOut(` = ${line}`, made, cell);
    expectPrinted(line.split(/ [=≈] /).at(-1)!, made.output[row][column][map], line);
  }
  if (stage.hasBias) {
    const line = await back();
    const [, before, bias, after] = /^([^\s·]+) \+ \(?([^\s·()]+)\)? [=≈] ([^\s·]+)$/.exec(line) ?? [];
    expect(before, line).toBeDefined();
    expectPrinted(before, sum, line);
    expectPrinted(bias, numbers.bias[map], line);
    expectPrinted(after, whole, line);
  }
}

function expectCounters(
  page: Page,
  all: readonly Expected[],
  at: { stage: number; local: number; walk: Walk },
): void {
  const counts = page.view('conv-counts');
  const { stage, input, numbers } = all[at.stage];
  const before = all.slice(0, at.stage).map((each) => stepsOf(each.stage, at.walk));
  const total = near(all.map((each) => stepsOf(each.stage, at.walk)));
  const [so, of] = counterOf(counts, 'progress').value.split(' / ');
  expect(printed(of)).toBe(total);
  expect(printed(so), 'so far').toBe(near(before) + at.local);
  const parameters = all.map(({ numbers: { weights, bias } }) => weights.flat(3).length + bias.length);
  expect(printed(counterOf(counts, 'weights').value)).toBe(near(parameters));
  const shape = counterOf(counts, 'shape').value.split(' × ').map(printed);
  expect(shape, 'of the layer').toEqual(all.at(-1)!.stage.output);
  const { value, terms } = counterOf(counts, 'cell');
  const along = stage.transposed ? at.walk : 'output';
  const shares = along === 'output' && (isLanes(stage) || isMixing(stage));
  expect(printed(value)).toBe(productsEach(stage, along) * (shares ? stage.output[2] : 1));
  const claim = /^(.*) = ([\d,]+)$/.exec(terms[0])!;
  expect(sizeOf(claim[1].split(/·| × /).map(printed)), terms[0]).toBe(printed(value));
  if (along === 'input') return;
  // Products of real cells are counted one by one.
  const useful = all
    .flatMap((each) =>
      orderOf(each.stage).map((cell) => termsOfCell(each.stage, each.input, each.numbers, cell)),
    )
    .flat()
    .filter(({ from }) => from !== null).length;
  const note = counterOf(counts, 'progress').terms.find((each) => each.includes('on real cells'));
  const noted = note ? printed(/^([\d,]+) of/.exec(note)![1]) : total;
  expect(noted, 'products of real cells').toBe(useful);
  const ownTerms = termsOfCell(stage, input, numbers, orderOf(stage)[standing(stage, at.local).first]);
  const real = ownTerms.filter(({ from }) => from !== null).length * (shares ? stage.output[2] : 1);
  const own = terms.find((each) => each.includes('on real cells'));
  expect(own ? printed(/^([\d,]+) on/.exec(own)![1]) : printed(value), 'real products in hand').toBe(real);
}

/** Size of the matrix, and its entries counted one by one. */
function expectMatrix(page: Page, { stage, input, numbers }: Expected): void {
  const root = page.view('conv-matrix').shadowRoot!;
  const [rows, columns] = [sizeOf(stage.output), sizeOf(stage.input)];
  const name = stage.transposed ? 'Wᵀ' : 'W';
  expect(root.querySelector('h3')!.textContent).toBe(
    `${name} · ${rows.toLocaleString('en')} rows × ${columns.toLocaleString('en')} columns`,
  );
  const counter = (key: string): string => root.querySelector(`[data-counter="${key}"] .value`)!.textContent;
  const met = orderOf(stage)
    .flatMap((cell) => termsOfCell(stage, input, numbers, cell))
    .filter(({ from }) => from !== null).length;
  expect(printed(counter('entries'))).toBe(met);
  expect(printed(counter('blank'))).toBe(rows * columns - met);
  expectPrinted(counter('density'), met / (rows * columns), 'density');
}

/** A step along outputs: tables, formula, counters and the matrix's row. */
async function expectGather(page: Page, all: readonly Expected[], step: number): Promise<void> {
  let stage = 0;
  let before = 0;
  while (step > before + stepsOf(all[stage].stage, 'output')) before += stepsOf(all[stage++].stage, 'output');
  const made = all[stage];
  const order = orderOf(made.stage);
  const at = standing(made.stage, step - before);
  const { done, first, within, local } = at;
  await page.seek(before + local);
  const grid = page.view('conv-grid');
  const finished = new Set(order.slice(0, done).map(([row, column, map]) => [map, row, column].join()));
  tableOf(grid, 'output');
  await grid.updateComplete;
  expectTable(
    tableOf(grid, 'output'),
    made.output,
    (cell) => finished.has(cell),
    `output after ${local} of stage ${stage + 1}`,
  );
  if (!made.stage.transposed) {
    tableOf(grid, 'input');
    await grid.updateComplete;
    expectTable(tableOf(grid, 'input'), made.input, () => true, `input of stage ${stage + 1}`);
  }
  expectCounters(page, all, { stage, local, walk: 'output' });
  expectMatrix(page, made);
  expectFormula(page, made, order[first], within);
  expectRow(page, made, done, order[first]);
  if (within === productsEach(made.stage, 'output')) await expectEnding(page, made, at);
}

/** A whole step along inputs of a transposed layer. */
async function expectScatter(page: Page, made: Expected, step: number): Promise<void> {
  await page.seek(step);
  const { stage, input, numbers, output } = made;
  const each = productsEach(stage, 'input');
  const isOver = step === stepsOf(stage, 'input');
  const sums = scattered(stage, input, numbers, step);
  const shown = tableOf(page.view('conv-grid'), 'output');
  expect(shown.size).toBe(sizeOf(stage.output));
  for (const [key, text] of shown) {
    const [channel, row, column] = key.split(',').map(Number);
    const value = isOver ? output[row][column][channel] : sums[row]?.[column]?.[channel];
    const where = `after ${step} products: channel ${channel}, row ${row}, column ${column}`;
    expectCell(text, value ?? null, where);
  }
  expectCounters(page, [made], { stage: 0, local: step, walk: 'input' });
  for (const line of formulaLines(page.view('conv-formula'))) expectAddsUp(line);
  const ordinal = Math.max(Math.ceil(step / each) - 1, 0);
  const [rows, columns] = stage.input;
  const cell = [
    Math.floor(ordinal / columns) % rows,
    ordinal % columns,
    Math.floor(ordinal / (rows * columns)),
  ];
  const entries = orderOf(stage).flatMap((to) =>
    termsOfCell(stage, input, numbers, to).flatMap(({ from, w }) =>
      String(from) === String(cell) ? [{ place: placeIn(stage.output, to), w }] : [],
    ),
  );
  entries.sort((one, other) => one.place - other.place);
  const value = input[cell[0]][cell[1]][cell[2]];
  const line = matrixLine(page.view('conv-matrix'));
  expect([line.axis, line.index]).toEqual(['column', placeIn(stage.input, cell)]);
  expect(line.places).toEqual(entries.map(({ place }) => place));
  expect(line.weights).toEqual(entries.map(({ w }) => w));
  await until(
    () => !matrixLine(page.view('conv-matrix')).products.includes('…'),
    'the products of the column',
  );
  matrixLine(page.view('conv-matrix')).products.forEach((text, i) =>
    expectPrinted(text, value * entries[i].w, `product ${i}`),
  );
}

describe(`displayed numbers, from seed ${firstSeed}`, () => {
  const cases = variantNames.flatMap((variant) =>
    Array.from({ length: layersEach }, (_, i) => [variant, firstSeed + i] as const),
  );

  it.each(cases)('%s, seed %i', async (variant, seed) => {
    const random = randomLayer(variant, seed);
    const all = expectedOf(random);
    const page = await Page.open(random);
    try {
      expect(page.lab.problems).toEqual([]);
      page.lab.walk = 'output';
      const roll = mulberry32(seed);
      const total = near(all.map(({ stage }) => stepsOf(stage, 'output')));
      expect(page.lab.steps).toBe(total);
      const anywhere = Array.from({ length: stepsEach }, () => 1 + Math.floor(roll() * total));
      // The last product of a cell, where its value is written.
      const last = all.at(-1)!.stage;
      const lanes = isLanes(last) ? last.output[2] : 1;
      const whole = productsEach(last, 'output') * lanes;
      const written = total - whole * Math.floor((roll() * sizeOf(last.output)) / lanes);
      for (const step of [...anywhere, written, total]) await expectGather(page, all, step);
      if (variant !== 'transposed') return;
      page.lab.walk = 'input';
      const stamped = stepsOf(all[0].stage, 'input');
      const some = Array.from({ length: stepsEach + 1 }, () => 1 + Math.floor(roll() * stamped));
      for (const step of [...some, stamped]) await expectScatter(page, all[0], step);
    } catch (error) {
      throw new Error(`${JSON.stringify(random.layer)}: ${(error as Error).message}`, { cause: error });
    }
  });

  it.each([
    ['kernel="5" input="3x4x1"', 'standard', '⌊(3 + 0 + 0 − 5) / 1⌋ + 1 = −1'],
    ['groups="3"', 'grouped', '4 mod 3 = 1'],
    ['dilation="4"', 'dilated', '⌊(7 + 0 + 0 − ((3 − 1) · 4 + 1)) / 1⌋ + 1 = −1'],
    ['padding="2,2,0,0" kernel="2"', 'transposed', '(2 − 1) · 2 + 2 − 2 − 2 + 0 = 0'],
    ['output-size="7"', 'transposed', '7 − ((2 − 1)·2 + 3 − 0) = 2 ≥ max(2, 1)'],
  ])(
    '%s of %s is explained with its numbers, and the last legal state stays',
    async (wrong, variant, why) => {
      const figure = mount(
        `<conv-figure variant="${variant}" views="scene formula counts grid"></conv-figure>`,
      );
      await computed(figure);
      const view = (tag: string): ConvElement => figure.shadowRoot!.querySelector<ConvElement>(tag)!;
      figure.step = figure.steps;
      const shown = async (): Promise<string> => {
        await until(
          () => (view('conv-grid').shadowRoot?.querySelectorAll('td').length ?? 0) > 0,
          'the tables',
        );
        await view('conv-grid').updateComplete;
        return [...tableOf(view('conv-grid'), 'output')].join(' ');
      };
      const before = await shown();
      expect(before).toMatch(/\d/);
      for (const [, name, value] of wrong.matchAll(/([\w-]+)="([^"]*)"/g)) figure.setAttribute(name, value);
      await until(() => figure.shadowRoot!.querySelector('[role="alert"]') !== null, 'the reason');
      expect(figure.shadowRoot!.querySelector('[role="alert"]')!.textContent).toContain(why);
      expect(await shown()).toBe(before);
    },
  );
});
