import type { Pair } from '../math/types.js';
import { fieldsOf, plan } from '../variants/plan-layer.js';
import type { LayerSpec } from '../variants/types.js';
import { variantOf, variants } from '../variants/variants.js';
import { assemble, type Surroundings } from './assemble.js';
import type { Draft } from './draft.js';
import { parseProgram, type Unreadable } from './expressions.js';
import { callsOf } from './forms.js';
import { piecesOf, type Piece } from './pieces.js';
import { lastName } from './readers.js';
import { Report } from './report.js';
import type { ParsedLayer } from './types.js';

/** Characters that are read at most; the code of any layer with its tensors is shorter. */
const longest = 50_000;
/** Calls that are named at most where none of them makes a layer. */
const mostNamed = 5;
const start = { line: 1, column: 1 };

/**
 * Reads the call of a layer: PyTorch, Keras, Paddle, TensorFlow.js or an ONNX node, and two that make a separable layer.
 * What a call does not say, such as the size of the input in PyTorch, comes from the layer that is set at present. Never
 * throws, whatever the text: what could not be read is in `problems`, with its place.
 *
 * @param current the layer that is set at present; default: the standard convolution as it is preset
 */
export function parseLayer(text: string, current: LayerSpec = {}): ParsedLayer {
  const report = new Report();
  const layer = read(text, current, report);
  const { isRefused, notes } = report;
  const problems = report.problems.toSorted(
    (one, other) => one.line - other.line || one.column - other.column,
  );
  return isRefused ? { layer: null, notes: [], problems } : { layer, notes, problems };
}

function read(text: string, current: LayerSpec, report: Report): LayerSpec | null {
  if (text.trim() === '') report.refuse('code.problem.empty', start);
  else if (text.length > longest) report.refuse('code.problem.too-long', start, { most: longest });
  if (report.isRefused) return null;
  const program = parseProgram(text);
  const calls = callsOf(program);
  const pieces = piecesOf(calls, program, report);
  tellUnreadable(program.unreadable, pieces.length === 0, report);
  if (pieces.length > 0) return layerOf(pieces, current, report);
  const names = [...new Set(calls.map(lastName))].filter((name) => name !== '');
  const solid = calls.find((call) => /^(Lazy)?Conv\w*3d/i.test(lastName(call)));
  if (solid) report.refuse('code.problem.three-axes', solid.place, { call: lastName(solid) });
  else if (names.length > 0) {
    const parameters = { names: names.slice(0, mostNamed).join(', ') };
    report.refuse('code.problem.unknown-call', calls[0].place, parameters);
  } else if (report.problems.length === 0) report.refuse('code.problem.no-call', start);
  report.isRefused = true;
  return null;
}

/** Where no layer was found the first unreadable place is the likeliest reason; else the line was not a layer's. */
function tellUnreadable(places: readonly Unreadable[], isAll: boolean, report: Report): void {
  for (const unreadable of isAll ? places.slice(0, 1) : places) {
    const found = 'found' in unreadable ? unreadable.found : '';
    const key = found === '' && unreadable.reason === 'unexpected' ? 'ended' : unreadable.reason;
    report.problem(`code.problem.${key}`, unreadable.place, { found });
  }
}

function layerOf(pieces: readonly Piece[], current: LayerSpec, report: Report): LayerSpec {
  const [{ draft }] = pieces;
  const around = surroundingsOf(draft, current, report);
  let size: Pair = [around.input[0], around.input[1]];
  const used = pieces.slice(0, 2);
  for (const { draft: each, settle } of used) {
    settle(each, size, report);
    size = outputOf(each, size, around.input[2]);
  }
  return assemble(
    pieces.map((piece) => piece.draft),
    around,
    report,
  );
}

/** Height and width of a draft's output, for the paddings of the next; the input's own where it cannot run. */
function outputOf(
  { op, kernel, stride, dilation, padding, outputPadding }: Draft,
  [height, width]: Pair,
  channels: number,
): Pair {
  const spec = { op, kernel, stride, dilation, input: [height, width, channels] };
  const [stage] = plan({
    ...spec,
    ...(Array.isArray(padding) ? { padding } : padding === 'same' ? { padding: 'same' } : {}),
    ...(op === 'transposed' && outputPadding ? { outputPadding } : {}),
  } as LayerSpec).stages;
  return stage ? [stage.output[1], stage.output[2]] : [height, width];
}

/** The input of the first layer: what the call says, and for the rest what is set at present. */
function surroundingsOf(draft: Draft, current: LayerSpec, report: Report): Surroundings {
  const fields = fieldsOf(variantOf(current.variant ?? '') ?? variants[0], current);
  const [height, width, channels] = (fields.input ?? [5, 5, 3]).slice(-3);
  const last = plan({ variant: variants[0].name, ...current }).stages.at(-1);
  const shape = draft.inputShape;
  const spatial = shape && (draft.channelsFirst ? shape.slice(1) : shape.slice(0, -1));
  const [rows, columns] = draft.axes === 1 ? [1, spatial?.[0] ?? width] : (spatial ?? [height, width]);
  const input = [
    rows ?? height,
    columns ?? width,
    draft.inChannels ?? (draft.channelsFirst ? shape?.[0] : shape?.at(-1)) ?? channels,
  ] as const;
  tellKept(draft, input, report);
  return { input, filters: last?.filters ?? fields.filters ?? 1, bias: last?.bias ?? fields.bias ?? false };
}

function tellKept(draft: Draft, [rows, columns, channels]: Surroundings['input'], report: Report): void {
  const { inputShape, inChannels, framework, axes } = draft;
  if (axes === 1) report.note('code.note.one-axis');
  if (framework === 'onnx') report.note('code.note.onnx-tensors', { rows, columns, channels });
  else if (!inputShape || inputShape.includes(null)) {
    const isChannelless = inChannels === undefined && !inputShape;
    if (isChannelless) report.note('code.note.input-kept', { rows, columns, channels });
    else report.note('code.note.size-kept', { rows, columns });
  }
}
