/** A typed stack understood: what each layer does to size, field, jump and start, or why it cannot be. */
import { termsPerOutput } from '../../math/incidence.js';
import { plan } from '../../math/plan.js';
import { problemOf } from '../../math/problem.js';
import { pixelsSeen, receptiveField } from '../../math/receptive-field.js';
import type { FieldStep, ReceptiveField } from '../../math/receptive-field.js';
import type { ConvSpec, Pair, Problem, Stage } from '../../math/types.js';
import type { LayerDraft, LayerKind } from './drafts.js';
import { limit, most, readPair, specOf, tooLarge } from './read-specs.js';

/** One understood layer. */
export interface StackLayerFacts extends FieldStep {
  /** Rows and columns that come out. */
  readonly output: Pair;
  /** Cells that one output of the layer reads; of a convolution, the weights of a slice. Dilation adds none. */
  readonly taps: number;
}

export interface Stack {
  /** Rows and columns of the input; chosen for the stack where none is given. */
  readonly input: Pair;
  /** The layers before the first that cannot be. */
  readonly layers: readonly StackLayerFacts[];
  readonly stages: readonly Stage[];
  /** What the stages were planned from; the first names the input. */
  readonly specs: readonly ConvSpec[];
  readonly kinds: readonly LayerKind[];
  /** Of the understood layers. */
  readonly field: ReceptiveField;
  /** `stage` is the layer, −1 the input. */
  readonly problems: readonly Problem[];
}

/** The longest field that is drawn. */
const longestField = 2048;
const smallestInput = 8;

/**
 * Understands a stack over an input.
 *
 * @param inputText rows and columns, '32' or '32x48'; '' for an input that just shows a few whole fields
 */
export function understand(drafts: readonly LayerDraft[], inputText = ''): Stack {
  const { input: given, problems: inputProblems } = readInput(inputText);
  const specs = drafts.map(specOf);
  const limited = drafts.length > most.layers ? [tooMany(drafts.length)] : [];
  const refused = [...specs.flatMap(tooLarge), ...limited];
  const wide = given ? planOf(specs, given, refused) : widePlan(specs, refused);
  const drawable = countDrawable(specs.slice(0, wide.stages.length));
  const input = given ?? roomFor(specs.slice(0, drawable.count));
  // What even a wide input could not take is refused with its reason, not with that of the small one.
  const impossible = wide.problems.filter(({ stage }) => stage === wide.stages.length);
  const { stages, problems } = planOf(specs, input, [
    ...without(impossible, refused),
    ...refused,
    ...drawable.problems,
  ]);
  const legal = withInput(specs.slice(0, stages.length), input);
  const field = receptiveField(legal);
  const layers = stages.map((stage, index) => ({
    ...field.steps[index],
    output: [stage.output[1], stage.output[2]] as const,
    taps: termsPerOutput(stage),
  }));
  const kinds = drafts.slice(0, stages.length).map(({ kind }) => kind);
  return { input, layers, stages, specs: legal, kinds, field, problems: [...inputProblems, ...problems] };
}

/** The first layers of a stack, over the same input. */
export function firstLayers(stack: Stack, count: number): Stack {
  if (count >= stack.layers.length) return stack;
  const specs = stack.specs.slice(0, count);
  const [stages, layers] = [stack.stages.slice(0, count), stack.layers.slice(0, count)];
  const kinds = stack.kinds.slice(0, count);
  return { ...stack, specs, stages, layers, kinds, field: receptiveField(specs) };
}

/** Rows and columns that come out of a stack. */
export function outputOf({ input, layers }: Stack): Pair {
  return layers.at(-1)?.output ?? input;
}

/** The stages before the first layer that cannot be, and what is wrong with every layer. */
function planOf(
  specs: readonly ConvSpec[],
  input: Pair,
  refused: readonly Problem[],
): { stages: readonly Stage[]; problems: readonly Problem[] } {
  if (specs.length === 0) return { stages: [], problems: refused };
  const { stages, problems } = plan(withInput(specs, input));
  const first = Math.min(specs.length, ...refused.map(({ stage }) => stage));
  // Behind a layer that is refused sizes mean nothing, but a field may still hold what is no number.
  const own = without(problems, refused).filter(({ stage, formula }) => stage < first || formula === '');
  const all = [...own, ...refused].sort((a, b) => a.stage - b.stage);
  return { stages: stages.slice(0, first), problems: all };
}

/** On an input so wide that no kernel is too large for it; a smaller one where transposed layers would make too much of it. */
function widePlan(specs: readonly ConvSpec[], refused: readonly Problem[]): ReturnType<typeof planOf> {
  const plans = [most.input, most.input / 8, most.input / 64].map((side) =>
    planOf(specs, [side, side], refused),
  );
  return plans.reduce((best, each) => (each.stages.length > best.stages.length ? each : best));
}

/** Problems of layers of which the others say nothing. */
function without(problems: readonly Problem[], others: readonly Problem[]): Problem[] {
  return problems.filter((problem) => !others.some(({ stage }) => stage === problem.stage));
}

function withInput(specs: readonly ConvSpec[], [height, width]: Pair): ConvSpec[] {
  return specs.map((spec, index) => (index === 0 ? { ...spec, input: [height, width, 1] } : spec));
}

/** Layers whose field is no longer than can be drawn; asked layer by layer, so that none is counted for long. */
function countDrawable(specs: readonly ConvSpec[]): { count: number; problems: Problem[] } {
  for (let index = 0; index < specs.length; index++) {
    const stack = specs.slice(0, index + 1);
    const finer = upsampling(stack);
    if (finer > most.stride) {
      return { count: index, problems: [limit('stride', index, `${finer}`, `≤ ${most.stride}`)] };
    }
    const spans = ([0, 1] as const).map((axis) => pixelsSeen(stack, axis, null, 0));
    const field = Math.max(...spans.map(({ first, last }) => last - first + 1));
    if (field > longestField) {
      return { count: index, problems: [limit('kernel', index, `${field}`, `≤ ${longestField}`)] };
    }
  }
  return { count: specs.length, problems: [] };
}

/** How many times finer than the input transposed layers make the grid, strides left aside. */
function upsampling(specs: readonly ConvSpec[]): number {
  const strides = specs.filter(({ op }) => op === 'transposed').map(({ stride = 1 }) => [stride].flat());
  return strides.reduce((product, stride) => product * Math.max(...stride), 1);
}

/** An input in which a few outputs see their whole field. */
function roomFor(specs: readonly ConvSpec[]): Pair {
  const { size, jump } = receptiveField(specs);
  const side = (axis: 0 | 1): number => {
    const room = size[axis] + 2 * Math.ceil(jump[axis]);
    return Math.min(Math.max(room, smallestInput), most.input);
  };
  return [side(0), side(1)];
}

function readInput(text: string): { input: Pair | null; problems: Problem[] } {
  if (text.trim() === '') return { input: null, problems: [] };
  const [rows, columns = rows] = [readPair(text)].flat();
  const isSide = (side: number): boolean => Number.isInteger(side) && side >= 1 && side <= most.input;
  if (isSide(rows) && isSide(columns)) return { input: [rows, columns], problems: [] };
  const claim = 'The input is a number of rows and columns';
  const parts = { claim, field: 'input', kind: 'invalid-value', given: text.trim(), stage: -1 } as const;
  return { input: null, problems: [problemOf({ ...parts, allowed: `1 … ${most.input} | 32x48` })] };
}

function tooMany(count: number): Problem {
  return limit('kernel', most.layers, `${count}`, `≤ ${most.layers}`);
}
