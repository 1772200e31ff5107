/** Numbers that a sentence may ask for by name, as text. Indices count from 0. */
import { counts } from '../../src/math/counts.js';
import { overlap } from '../../src/math/overlap.js';
import { offsetOf } from '../../src/math/tensor.js';
import type { Index4, Stage, Tensor } from '../../src/math/types.js';
import { counted } from '../../src/speed/counted.js';
import type { Moment, StageView } from '../../src/timeline/types.js';
import { formatCount, formatNumber } from '../../src/words/numbers.js';
import { matrixQuantities } from './matrix-quantities.js';
import { stackQuantityNames, stackQuantityText } from './stack-quantity.js';

interface Asked {
  readonly moment: Moment;
  readonly view: StageView;
  readonly places: readonly number[];
}

type Quantity = (asked: Asked) => string | null;

const quantities: Readonly<Record<string, Quantity>> = {
  parameters: ({ moment }) => formatCount(counts(moment.plan).params),
  'multiply-adds': ({ moment }) => formatCount(counts(moment.plan).macs),
  'gather-multiply-adds': ({ moment }) => formatCount(counts(moment.plan).gatherMacs),
  'useful-multiply-adds': ({ moment }) => formatCount(counts(moment.plan).usefulMacs),
  'cell-multiply-adds': ({ moment }) => formatCount(moment.frame.terms.length),
  'bytes-moved': ({ moment }) => formatCount(counted(moment.plan).bytes),
  intensity: ({ moment }) => formatNumber(counted(moment.plan).intensity, { digits: 2 }),
  input: ({ view, places }) => cellsOf(view.input, places, view),
  output: ({ view, places }) => cellsOf(view.output, places, view),
  weights: ({ view, places }) => weightsOf(view.weights, places, view),
  bias: ({ view, places: [filter = 0] }) => valueOf(view.bias?.data[filter], view),
  'input-shape': ({ view }) => sizes(view.stage.input.slice(1)),
  'output-shape': ({ view }) => sizes(view.stage.output.slice(1)),
  'input-size': ({ view }) => sizes(view.stage.input.slice(1, 3)),
  'output-size': ({ view }) => sizes(view.stage.output.slice(1, 3)),
  'filter-shape': ({ view }) => sizes(view.stage.weightShape.slice(0, 3)),
  'weight-shape': ({ view }) => sizes(view.stage.weightShape),
  'kernel-size': ({ view }) => sizes(view.stage.kernel),
  rows: ({ view }) => formatCount(view.stage.output[1]),
  columns: ({ view }) => formatCount(view.stage.output[2]),
  channels: ({ view }) => formatCount(view.stage.output[3]),
  cells: ({ view: { stage } }) => formatCount(stage.output[1] * stage.output[2] * stage.output[3]),
  window: ({ moment, places: [channel = 0] }) => underSlice(moment, moment.values?.input, channel),
  'window-weights': ({ moment, places: [channel = 0] }) => underSlice(moment, moment.values?.weight, channel),
  stamp: ({ moment, view }) => stampOf(moment, view),
  read: ({ moment, view, places: [term] }) => valueOf(moment.values?.input[term], view),
  product: ({ moment, view, places: [term] }) => valueOf(moment.values?.product[term], view),
  partial: ({ moment, view, places: [channel = 0] }) => {
    const { frame, values } = moment;
    return valueOf(values?.channelSum[(channel + 1) * frame.taps - 1], view);
  },
  sum: ({ moment, view }) => valueOf(moment.values?.sum, view),
  overlap: ({ view, places }) => cellsOf(overlapOf(view.stage), places, view),
  ...Object.fromEntries(
    Object.entries(matrixQuantities).map(([name, quantity]) => [name, ({ view }: Asked) => quantity(view)]),
  ),
};

/** The names that `of` may have. */
export const quantityNames: readonly string[] = [...Object.keys(quantities), ...stackQuantityNames];

/**
 * The text of a quantity, e.g. 'output 0 2' or 'multiply-adds', or of a stack that is written out, which is the same at every
 * moment: 'field 3 3/2'; null where there is none of that name, or not yet.
 * A tensor without all its indices is a list: rows apart by ' / ', channels by ' | '.
 *
 * @param stageIndex by default the last stage; for the input the first
 */
export function quantityText(of: string, moment: Moment, stageIndex?: number): string | null {
  const [name, ...places] = of.trim().split(/[\s,]+/);
  if (stackQuantityNames.includes(name)) return stackQuantityText(of);
  const usual = name.startsWith('input') ? 0 : moment.stages.length - 1;
  const view = moment.stages[stageIndex ?? usual];
  const quantity = Object.hasOwn(quantities, name) ? quantities[name] : undefined;
  const numbers = places.map(Number);
  if (!quantity || !view || numbers.some((place) => !Number.isInteger(place) || place < 0)) return null;
  return quantity({ moment, view, places: numbers });
}

/** What an author is told who asks for what there is not. */
export function nothingCalled(of: string): string {
  return `There is no number called “${of}” here.`;
}

function valueOf(value: number | undefined, { decimals }: StageView): string | null {
  return value === undefined ? null : formatNumber(value, { decimals });
}

function sizes(shape: readonly number[]): string {
  return shape.map((size) => formatCount(size)).join('×');
}

/** [row, column, channel] of the first image; where places are left out, all that they could be. */
function cellsOf(
  tensor: Tensor,
  [row, column, channel]: readonly number[],
  { decimals }: StageView,
): string | null {
  const [, height, width, channels] = tensor.shape;
  const at = (r: number, c: number, k: number): number => tensor.data[offsetOf(tensor.shape, [0, r, c, k])];
  const single = channel ?? (column === undefined ? undefined : 0);
  return listed(
    [
      [channels, single],
      [height, row],
      [width, column],
    ],
    (k, r, c) => formatNumber(at(r, c, k), { decimals }),
  );
}

/** [row, column, channel of the slice, filter]; where places are left out, all that they could be of the first filter. */
function weightsOf(
  tensor: Tensor,
  [row, column, channel, filter = 0]: readonly number[],
  { decimals }: StageView,
): string | null {
  const [height, width, depth] = tensor.shape;
  const single = channel ?? (column === undefined ? undefined : 0);
  return listed(
    [
      [depth, single],
      [height, row],
      [width, column],
    ],
    (k, r, c) => formatNumber(tensor.data[offsetOf(tensor.shape, [r, c, k, filter])], { decimals }),
  );
}

/** Of what the cell in hand reads, or weighs it with, the part of one slice of the kernel as it lies on the input, row by row. */
function underSlice(
  { frame: { stage, taps }, stages }: Moment,
  ofTerms: ArrayLike<number> | undefined,
  channel: number,
): string | null {
  const part = Array.from(ofTerms ?? []).slice(channel * taps, (channel + 1) * taps);
  return part.length > 0 ? inRows(part, stages[stage]) : null;
}

/** The input cell in hand times every weight of the first filter that it meets. */
function stampOf({ frame: { stamp } }: Moment, view: StageView): string | null {
  const { input, weights } = view;
  if (!stamp) return null;
  const value = input.data[offsetOf(input.shape, stamp.input)];
  const entries = stamp.entries.filter(({ channel }) => channel === stamp.entries[0].channel);
  const products = entries.map(({ weight }) => value * weights.data[offsetOf(weights.shape, weight)]);
  return inRows(products.map(Math.fround), view);
}

function inRows(values: readonly number[], { stage, decimals }: StageView): string {
  const width = stage.kernel[1];
  const rows = Array.from({ length: Math.ceil(values.length / width) }, (_, row) =>
    values.slice(row * width, (row + 1) * width),
  );
  return rows.map((row) => row.map((value) => formatNumber(value, { decimals })).join(' ')).join(' / ');
}

type Extent = readonly [size: number, only: number | undefined];

function listed(
  [channels, rows, columns]: readonly [Extent, Extent, Extent],
  textAt: (channel: number, row: number, column: number) => string,
): string | null {
  const range = ([size, only]: Extent): number[] =>
    only === undefined ? Array.from({ length: size }, (_, place) => place) : only < size ? [only] : [];
  const row = (k: number, r: number): string =>
    range(columns)
      .map((c) => textAt(k, r, c))
      .join(' ');
  const slice = (k: number): string =>
    range(rows)
      .map((r) => row(k, r))
      .join(' / ');
  const text = range(channels).map(slice).join(' | ');
  return text === '' ? null : text;
}

/** How many stamps land on each output cell, or how many real cells each window has. */
function overlapOf(stage: Stage): Tensor {
  const { op, input, kernel, stride, dilation, padding, outputPadding } = stage;
  const transposedOnly = op === 'transposed' ? { outputPadding } : {};
  const one = [1, input[1], input[2], 1] satisfies Index4;
  const found = overlap({ op, input: one, kernel, stride, dilation, padding, ...transposedOnly });
  return { shape: [1, ...found.shape, 1], data: Float32Array.from(found.counts) };
}
