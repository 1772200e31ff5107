/** What stands around a layer: paddings, activations and inputs, taken into the layer that they belong to. */
import type { Activation, Sides } from '../math/types.js';
import type { Draft } from './draft.js';
import type { Call, Program, Value } from './expressions.js';
import { frameworkNames, signatureOf } from './frameworks/frameworks.js';
import { activationOf, lastName, wholeNumbers } from './readers.js';
import type { Report } from './report.js';
import { readCall, type Settle } from './signature.js';

/** A layer and the rules of its framework that need the size of its input. */
export interface Piece {
  readonly draft: Draft;
  readonly settle: Settle;
}

/** [left, right, top, bottom], as PyTorch and Paddle write it, to our order. */
function fromLastAxis(value: Value): Sides | null {
  const numbers = wholeNumbers(value);
  if (numbers?.length === 1) return [numbers[0], numbers[0], numbers[0], numbers[0]];
  if (numbers?.length !== 4) return null;
  const [left, right, top, bottom] = numbers;
  return [top, bottom, left, right];
}

/** One number, one an axis, or a pair an axis: Keras' ZeroPadding2D. */
function byAxis(value: Value): Sides | null {
  const numbers = wholeNumbers(value);
  if (numbers && numbers.length <= 2) {
    const [rows, columns = rows] = numbers;
    return [rows, rows, columns, columns];
  }
  const pairs = value.kind === 'list' ? value.items.map(wholeNumbers) : [];
  if (pairs.length !== 2 || pairs.some((pair) => pair?.length !== 2)) return null;
  return pairs.flatMap((pair) => pair ?? []) as unknown as Sides;
}

const negative = (sides: Sides | null): Sides | null =>
  sides && (sides.map((side) => -side) as unknown as Sides);

/** Layers that add zeros round a tensor, or cut cells off (negative). */
const paddings: Readonly<Record<string, (value: Value) => Sides | null>> = {
  ZeroPad2d: fromLastAxis,
  ZeroPad2D: fromLastAxis,
  ZeroPadding2D: byAxis,
  zeroPadding2d: byAxis,
  Cropping2D: (value) => negative(byAxis(value)),
};

/** Calls that say how large the input is; `batched` where the images are counted first. */
const inputs: Readonly<Record<string, { readonly batched: boolean; readonly channelsFirst?: boolean }>> = {
  Input: { batched: false },
  InputLayer: { batched: false },
  input: { batched: false },
  randn: { batched: true, channelsFirst: true },
  rand: { batched: true, channelsFirst: true },
};

/** Names in capitals that hold layers, and are none. */
const containers = new Set('Sequential ModuleList Model Parameter ParamAttr Tensor Net Flatten'.split(' '));

/** The layers of a program in their order, each with what was written before and behind it. */
export function piecesOf(calls: readonly Call[], program: Program, report: Report): readonly Piece[] {
  const pieces: Piece[] = [];
  const leftOut = new Set<string>();
  let padding: Sides | null = null;
  let shape: { sizes: readonly (number | null)[]; channelsFirst: boolean } | null = null;
  for (const call of calls) {
    const name = lastName(call);
    const signature = signatureOf(call, program, report);
    const last = pieces.at(-1)?.draft;
    if (signature) {
      if (!last) report.note('code.note.read-as', { framework: frameworkNames[signature.framework], name });
      const draft = readCall(call, signature, report);
      if (padding) addPadding(draft, padding, leftOut);
      if (shape && pieces.length === 0 && shape.sizes.length === draft.axes + 1) {
        draft.inputShape = shape.sizes;
        draft.channelsFirst = shape.channelsFirst || draft.channelsFirst;
      }
      padding = null;
      pieces.push({ draft, settle: signature.settle });
    } else if (Object.hasOwn(paddings, name)) {
      const sides = paddingIn(call, paddings[name]);
      const crops = sides?.every((side) => side <= 0) ?? false;
      if (!sides || (crops && !last)) leftOut.add(name);
      else if (crops && last) crop(last, sides, name, leftOut);
      else padding = sides;
    } else if (activationOf(name) !== undefined && last)
      useActivation(last, activationOf(name), name, leftOut);
    else if (Object.hasOwn(inputs, name)) shape ??= shapeIn(call, inputs[name]);
    else if (isLayerName(call) && !isPartOf(call, calls)) leftOut.add(name);
  }
  if (leftOut.size > 0 && pieces.length > 0)
    report.note('code.note.left-out', { names: [...leftOut].join(', ') });
  return pieces;
}

function paddingIn({ positional, keywords }: Call, sidesOf: (value: Value) => Sides | null): Sides | null {
  const value = positional[0] ?? keywords.find(({ name }) => name !== 'name')?.value;
  return value ? sidesOf(value) : null;
}

/** Zeros in front of a convolution are its padding, as long as that is counted in cells. */
function addPadding(draft: Draft, sides: Sides, leftOut: Set<string>): void {
  const own = draft.padding === 'valid' ? ([0, 0, 0, 0] as const) : draft.padding;
  if (typeof own === 'string' || draft.op === 'transposed') leftOut.add('padding');
  else draft.padding = own.map((side, index) => side + sides[index]) as unknown as Sides;
}

/** Cells cut off behind a transposed convolution are its padding. */
function crop(draft: Draft, sides: Sides, name: string, leftOut: Set<string>): void {
  if (draft.op === 'transposed') addCrop(draft, sides, name, leftOut);
  else leftOut.add(name);
}

function addCrop(draft: Draft, sides: Sides, name: string, leftOut: Set<string>): void {
  const own = draft.padding === 'valid' ? ([0, 0, 0, 0] as const) : draft.padding;
  if (typeof own === 'string') leftOut.add(name);
  else draft.padding = own.map((side, index) => side - sides[index]) as unknown as Sides;
}

function useActivation(
  draft: Draft,
  activation: Activation | undefined,
  name: string,
  leftOut: Set<string>,
): void {
  if (activation && draft.activation === 'none') draft.activation = activation;
  else leftOut.add(name);
}

function shapeIn(
  { positional, keywords }: Call,
  { batched, channelsFirst = false }: { readonly batched: boolean; readonly channelsFirst?: boolean },
): { sizes: readonly (number | null)[]; channelsFirst: boolean } | null {
  const named = keywords.find(({ name }) => /shape$/i.test(name));
  const [first] = positional;
  const items =
    named?.value.kind === 'list' ? named.value.items : first?.kind === 'list' ? first.items : positional;
  const sizes = items.map((item) => (item.kind === 'number' ? item.value : null));
  const isBatched = batched || /^batch/i.test(named?.name ?? '');
  return sizes.length > 1 ? { sizes: sizes.slice(isBatched ? 1 : 0), channelsFirst } : null;
}

/** A layer of another kind is named by a class, or stands among the layers of TensorFlow.js. */
function isLayerName(call: Call): boolean {
  const name = lastName(call);
  return (/^[A-Z]/.test(name) || /\blayers\.\w+$/.test(call.callee)) && !containers.has(name);
}

/** Is the call an argument of a layer, such as an initialiser? */
function isPartOf(call: Call, calls: readonly Call[]): boolean {
  return calls.some(({ keywords }) => keywords.some(({ value }) => value.place === call.place));
}
