/** Wrong answers against numbers that were worked out by hand, or that the papers print. */
import { describe, expect, test } from 'vitest';
import { askOf, type QuizKind } from '../../components/conv-quiz/ask.js';
import { tensor, zeros } from '../../src/math/tensor.js';
import { answersTo } from '../../src/quiz/answers.js';
import {
  ideaNames,
  isIdeaName,
  misconceptions,
  hintOf,
  topicOf,
  type IdeaName,
} from '../../src/quiz/misconceptions.js';
import { plan } from '../../src/variants/plan-layer.js';
import type { LayerSpec } from '../../src/variants/types.js';
import { english } from '../english.js';
import { momentOf } from '../views/moments.js';

interface Numbers {
  readonly input?: readonly number[];
  readonly weights?: readonly number[];
  readonly kind?: QuizKind;
}

/** Right answer and wrong ones of a layer; numbers that are not given are 0. */
function ask(layer: LayerSpec, of: string, ideas: readonly IdeaName[], numbers: Numbers = {}): string[] {
  const { stages } = plan(layer);
  const { input, weights, kind = 'choice' } = numbers;
  const tensors = stages.map(({ weightShape, bias, filters }, index) => ({
    weights: weights && index === 0 ? tensor(weightShape, weights) : zeros(weightShape),
    ...(bias ? { bias: tensor([filters], 1) } : {}),
  }));
  const moment = momentOf({
    spec: layer,
    input: input ? tensor(stages[0].input, input) : zeros(stages[0].input),
    tensors,
    step: 0,
  });
  return answersTo({ of, moment, ask: askOf(kind) }, ideas)!.map(({ text }) => text);
}

const counting = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const stamps = { input: [1, 2, 3, 5], weights: counting };
const transposed: LayerSpec = { variant: 'transposed', input: [2, 2, 1], kernel: 3, stride: 2 };
const single: LayerSpec = { variant: 'standard', input: [3, 3, 1], filters: 1 };

describe('an idea gives the answer that its believers give', () => {
  test('a kernel that is gathered without turning it gives 9 at the corner, not 1', () => {
    expect(ask(transposed, 'output 0 0', ['turned-kernel'], stamps)).toEqual(['1', '9']);
  });

  test('true convolution pairs the last weight with the first cell', () => {
    const numbers = { input: [1, 0, 0, 0, 0, 0, 0, 0, 0], weights: counting };
    expect(ask(single, 'output 0 0', ['turned-kernel'], numbers)).toEqual(['1', '9']);
  });

  test('output padding with padding 1 is no row of zeros; without padding it looks like one, and nothing is left to ask', () => {
    const padded = { ...transposed, padding: 1, outputPadding: 1 };
    expect(ask(padded, 'output 3', ['zero-row'], stamps)).toEqual(['24 62 40 45', '0 0 0 0']);
    expect(ask({ ...transposed, outputPadding: 1 }, 'output 5', ['zero-row'], stamps)).toEqual([
      '0 0 0 0 0 0',
    ]);
  });

  test('padding round the input of a transposed layer makes it larger: (4 − 1)·2 + 3 = 9', () => {
    const layer = { ...transposed, padding: 1 };
    expect(ask(layer, 'output-size', ['padded-input', 'no-padding'])).toEqual(['3×3', '9×9', '5×5']);
  });

  test('a convolution would give back what was stamped', () => {
    const input = [
      1, 2, 5, 4, 6, 4, 5, 14, 10, 12, 10, 14, 37, 26, 33, 12, 15, 38, 25, 30, 21, 24, 62, 40, 45,
    ];
    const layer: LayerSpec = { variant: 'strided', input: [5, 5, 1], filters: 1, stride: 2 };
    const answers = ask(layer, 'output', ['undone'], { input, weights: counting });
    expect(answers).toEqual(['660 973 / 1397 1804', '1 2 / 3 5']);
    const other = { input: input.with(0, 0), weights: counting };
    expect(ask(layer, 'output', ['undone'], other)).toHaveLength(1);
  });

  test('a stamp replaces the one below: 2 where 3 + 2 = 5', () => {
    const line: LayerSpec = { variant: 'transposed', input: [1, 3, 1], kernel: [1, 3], stride: [1, 2] };
    const numbers = { input: [1, 2, 3], weights: [1, 2, 3] };
    expect(ask(line, 'output', ['overwritten'], numbers)).toEqual(['1 2 5 4 9 6 9', '1 2 2 4 3 6 9']);
  });

  test('filters of one slice', () => {
    const layer: LayerSpec = { variant: 'standard', input: [5, 5, 3], filters: 4 };
    expect(ask(layer, 'parameters', ['one-channel', 'shared-slice', 'input-channels-ignored'])).toEqual([
      '108',
      '36',
    ]);
    const point: LayerSpec = { variant: 'standard', input: [1, 1, 3], kernel: 1, filters: 1 };
    const numbers = { input: [1, 10, 100], weights: [2, 3, 4] };
    expect(ask(point, 'output 0 0', ['one-channel', 'shared-slice', 'summed-channels'], numbers)).toEqual([
      '432',
      '2',
      '222',
      '111',
    ]);
  });

  test('filters that make the map larger instead of deeper', () => {
    const layer: LayerSpec = { variant: 'standard', input: [5, 5, 1], filters: 4 };
    expect(ask(layer, 'output-size', ['filters-as-size'])).toEqual(['3×3', '12×12']);
    expect(ask(layer, 'channels', ['filters-as-size'])).toEqual(['4', '1']);
    expect(ask(layer, 'parameters', ['all-filters-share'])).toEqual(['36', '9']);
  });

  test('weights in the holes of a dilated kernel', () => {
    const layer: LayerSpec = { variant: 'dilated', input: [7, 7, 1], filters: 1, dilation: 2 };
    expect(ask(layer, 'parameters', ['dilated-cost'])).toEqual(['9', '25']);
    const cells = ask(layer, 'output 0,0', ['dense-field'], { kind: 'cells' });
    expect(cells.map((text) => text.split(' ').length)).toEqual([9, 25]);
  });

  test('SAME with stride 2 as if both sides were padded alike', () => {
    const layer: LayerSpec = { variant: 'strided', input: [4, 4, 1], filters: 1, stride: 2, padding: 'same' };
    const input = Array.from({ length: 16 }, (_, place) => place + 1);
    const weights = [0, 0, 0, 0, 1, 0, 0, 0, 0];
    expect(ask(layer, 'output', ['symmetric-same'], { input, weights })).toEqual([
      '6 8 / 14 16',
      '1 3 / 9 11',
    ]);
  });

  test('bias, stride and padding left out', () => {
    const layer: LayerSpec = {
      variant: 'standard',
      input: [7, 7, 3],
      filters: 4,
      stride: 2,
      padding: 1,
      bias: true,
    };
    expect(ask(layer, 'parameters', ['forgot-bias'])).toEqual(['112', '108']);
    expect(ask(layer, 'output-size', ['forgot-stride', 'no-padding'])).toEqual(['4×4', '7×7', '3×3']);
  });

  test('counts of separable layers: one bias or two (283, 286), mixed or not, operations', () => {
    const separable: LayerSpec = { variant: 'separable', input: [32, 32, 3], filters: 64, bias: true };
    expect(ask(separable, 'parameters', ['per-channel-bias'])).toEqual(['283', '286']);
    const depthwise: LayerSpec = { variant: 'depthwise', input: [5, 5, 3] };
    expect(ask(depthwise, 'parameters', ['standard-count'])).toEqual(['27', '81']);
    expect(ask(depthwise, 'multiply-adds', ['flops', 'standard-count'])).toEqual(['243', '486', '729']);
    expect(ask({ ...depthwise, multiplier: 2 }, 'channels', ['multiplier-as-width'])).toEqual(['6', '3']);
    expect(ask({ ...depthwise, multiplier: 2 }, 'output-size', ['multiplier-as-width'])).toEqual([
      '3×3',
      '6×6',
    ]);
  });

  test('a depthwise layer as if it added its channels', () => {
    const layer: LayerSpec = { variant: 'depthwise', input: [1, 1, 3], kernel: 1 };
    const numbers = { input: [1, 10, 100], weights: [1, 2, 3] };
    expect(ask(layer, 'output 0 0 0', ['summed-channels'], numbers)).toEqual(['1', '321']);
  });

  test('the axes of the channels of a transposed layer', () => {
    const layer: LayerSpec = { ...transposed, input: [2, 2, 4], filters: 2 };
    expect(ask(layer, 'weight-shape', ['swapped-axes'])).toEqual(['3×3×2×4', '3×3×4×2']);
  });

  test('stacks: 7 of 13 positions are read; a field is more than its last layer', () => {
    expect(ask(single, 'touched 3d2 3d2 3d2', ['dense-field'])).toEqual(['7', '13']);
    expect(ask(single, 'field 3 3/2 3d2', ['one-layer-field', 'forgot-stride'])).toEqual(['13', '5', '9']);
  });

  test('one more and one less, in the way the right answer is written', () => {
    expect(ask(transposed, 'output 0 2', ['neighbour'], stamps)).toEqual(['5', '6', '4']);
    expect(ask(single, 'output-size', ['neighbour'])).toEqual(['1×1', '2×2']);
    expect(ask({ variant: 'standard' }, 'multiply-adds', ['neighbour'])).toEqual(['972', '973', '971']);
  });
});

describe('a matrix', () => {
  const line: LayerSpec = { variant: 'standard', input: [1, 4, 1], kernel: [1, 3], filters: 1 };
  const numbers = { input: [1, 2, 3, 4], weights: [1, 2, 3], kind: 'matrix' } as const;

  test('has a row for each output cell; turned and transposed it is another', () => {
    expect(ask(line, 'matrix', ['turned-kernel', 'transpose'], numbers)).toEqual([
      '1 2 3 0 / 0 1 2 3',
      '3 2 1 0 / 0 3 2 1',
      '1 0 / 2 1 / 3 2 / 0 3',
    ]);
  });

  test('of a transposed layer stands upright', () => {
    const layer: LayerSpec = { variant: 'transposed', input: [1, 2, 1], kernel: [1, 3], stride: 1 };
    expect(ask(layer, 'matrix', [], { ...numbers, input: [1, 2] })).toEqual(['1 0 / 2 1 / 3 2 / 0 3']);
  });
});

describe('every idea', () => {
  test.each(ideaNames)('%s is harmless where it does not belong', (idea) => {
    for (const variant of ['standard', 'depthwise', 'separable', 'transposed', 'pointwise'] as const) {
      for (const of of ['output 0 0', 'parameters', 'output-size', 'sum']) {
        const answers = ask({ variant }, of, [idea]);
        expect(new Set(answers).size).toBe(answers.length);
        expect(answers.join()).not.toMatch(/NaN|undefined/);
      }
    }
  });

  test('and every misconception has a hint', () => {
    const stages = (['standard', 'depthwise', 'transposed', 'grouped'] as const).map(
      (variant) => plan({ variant }).stages[0],
    );
    const topics = [...ideaNames, ...misconceptions].flatMap((name) =>
      stages.map((stage) => hintOf(name, stage)),
    );
    expect(topics.filter((topic) => !Object.hasOwn(english, `quiz.hint.${topic}`))).toEqual([]);
    expect(topicOf('turned-kernel', stages[0])).toBe('M5');
    expect(topicOf('turned-kernel', stages[2])).toBe('M4');
    expect(stages.map((stage) => hintOf('M23', stage))).toEqual(['M23', 'M23', 'M23', 'groups']);
    expect(isIdeaName('nonsense')).toBe(false);
  });
});
