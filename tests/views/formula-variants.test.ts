import { describe, expect, it } from 'vitest';
import { tensor } from '../../src/math/tensor.js';
import type { Activation } from '../../src/math/types.js';
import type { Moment } from '../../src/timeline/types.js';
import { formulaOf, type Formula } from '../../src/views/formula/formula.js';
import { laneText } from '../../src/views/formula/lanes.js';
import { sizeRules } from '../../src/views/formula/sizes.js';
import { toText, type LineKind, type ProductNode } from '../../src/views/formula/tree.js';
import {
  chinese,
  depthwiseMoment,
  dilatedMoment,
  english,
  groupedMoment,
  momentOf,
  pointwiseMoment,
  separableMoment,
  standardMoment,
  standardWeights,
  stridedMoment,
  threeTextures,
  transposedMoment,
} from './moments.js';

const textOf = (formula: Formula, kind: LineKind): string | undefined => {
  const line = formula.lines.find((each) => each.kind === kind);
  return line && toText(line.nodes);
};
const productsOf = (formula: Formula): readonly ProductNode[] =>
  formula.lines.flatMap((line) => line.nodes).filter((node) => node.kind === 'product');

describe('lanes', () => {
  const lanes = (moment: Moment): string =>
    formulaOf(moment)
      .lanes.map((lane) => laneText(lane, english))
      .join(' | ');

  it('stand side by side and are not added', () => {
    expect(lanes(depthwiseMoment(9))).toBe('channel 1: … = 10 | channel 2: … | channel 3: …');
    expect(lanes(depthwiseMoment(27))).toBe('channel 1: … = 10 | channel 2: … = 5 | channel 3: … = 3');
    expect(lanes(separableMoment(54))).toBe('channel 1: … = −5 | channel 2: … = 10 | channel 3: … = 3');
    const formula = formulaOf(depthwiseMoment(27));
    expect(textOf(formula, 'total')).toBeUndefined();
    expect(formula.lines.map(({ nodes }) => toText(nodes)).join()).not.toMatch(/10 \+ 5/);
  });

  it('spell the products of the first lane in hand, or of the one that is pointed at', () => {
    const step = 9 + 18;
    expect(textOf(formulaOf(depthwiseMoment(step)), 'products')).toMatch(/ = 5$/);
    expect(formulaOf(depthwiseMoment(step)).lines.find(({ kind }) => kind === 'products')!.channel).toBe(1);
    const selection = { stage: 0, tensor: 'output', index: [0, 0, 0, 2], pinned: false } as const;
    const pointed = formulaOf(depthwiseMoment(step, { selection }));
    expect(textOf(pointed, 'products')).toMatch(/ = 3$/);
    expect(textOf(pointed, 'write')).toBe('y[1,1,3] = 3');
  });
});

describe('a 1 × 1 kernel', () => {
  it('has the products of all channels in one line, and no channel sums', () => {
    const place = 11 * 12;
    const formula = formulaOf(pointwiseMoment(place + 6));
    expect(textOf(formula, 'products')).toBe('4·2 + 1·(−2) + 2·1 = 8');
    expect(textOf(formula, 'total')).toBeUndefined();
    expect(textOf(formulaOf(separableMoment(243 + 6)), 'products')).toBe('10·2 + 5·(−2) + 3·1 = 13');
    expect(formulaOf(pointwiseMoment(place + 2)).running).toBe('5');
  });
});

describe('groups', () => {
  it('leave channels out of the total', () => {
    const total = (groups: number, map: number) =>
      formulaOf(groupedMoment(groups, map * 9 * (36 / groups) + 36 / groups));
    expect(textOf(total(1, 0), 'total')).toBe('−13 + (−3) + 33 + (−6) = 11');
    expect(textOf(total(2, 0), 'total')).toBe('−13 + (−3) = −16');
    expect(total(2, 0).dropped).toEqual([2, 3]);
    expect(textOf(total(2, 3), 'total')).toBe('−13 + 7 = −6');
    expect(total(2, 3).dropped).toEqual([0, 1]);
    expect(total(1, 0).dropped).toEqual([]);
  });
});

describe('an activation', () => {
  it('has a beat of its own', () => {
    const clipped = momentOf({
      spec: { input: [5, 5, 3], filters: 4, bias: true, activation: 'relu6' },
      input: threeTextures(),
      tensors: { weights: standardWeights(), bias: tensor([4], [1, -2, 0, 3]) },
      step: 27,
    });
    const at = (beat: 'bias' | 'activate', progress = 1) =>
      formulaOf({ ...clipped, frame: { ...clipped.frame, beat, progress } });
    expect(textOf(at('bias'), 'bias')).toBe('18 + 1 = 19');
    expect(textOf(at('activate', 0.5), 'activate')).toBe('ReLU6(18 + 1) = …');
    expect(textOf(at('activate'), 'activate')).toBe('ReLU6(18 + 1) = 6');
    expect(textOf(formulaOf(clipped), 'write')).toBe('y[1,1,1] = ReLU6(18 + 1) = 6');
  });

  /** One number with a kernel of one weight. */
  const single = (value: number, activation: Activation) =>
    formulaOf(
      momentOf({
        spec: { input: [1, 1, 1], kernel: 1, activation },
        input: tensor([1, 1, 1, 1], value),
        tensors: { weights: tensor([1, 1, 1, 1], 1) },
        step: 1,
      }),
    );

  it.each<[number, Activation, string]>([
    [-2, 'none', 'y[1,1,1] = −2'],
    [-2, 'relu', 'y[1,1,1] = ReLU(−2) = 0'],
    [7, 'relu6', 'y[1,1,1] = ReLU6(7) = 6'],
    [1, 'h-swish', 'y[1,1,1] = h-swish(1) ≈ 0.6667'],
    [2 / 3, 'relu', 'y[1,1,1] = ReLU(0.6667) ≈ 0.6667'],
  ])('stands between the sum and the value: %d, %s', (value, activation, text) => {
    expect(textOf(single(value, activation), 'write')).toBe(text);
  });

  it('is named in lanes, with the bias of each', () => {
    const spec = { bias: true, activation: 'relu' } as const;
    const texts = (step: number) =>
      formulaOf(depthwiseMoment(step, spec)).lanes.map((lane) => laneText(lane, english));
    expect(texts(27)).toEqual([
      'channel 1: ReLU(… + 1) = 11',
      'channel 2: ReLU(… + (−2)) = 3',
      'channel 3: ReLU(… + 0) = 3',
    ]);
    expect(texts(9)).toEqual(['channel 1: ReLU(… + 1) = 11', 'channel 2: …', 'channel 3: …']);
    expect(textOf(formulaOf(depthwiseMoment(27, spec)), 'write')).toBe('y[1,1,2] = ReLU(5 + (−2)) = 3');
  });

  it('ends a walk along the outputs, and one along the inputs', () => {
    const spec = { bias: true, activation: 'relu6' } as const;
    const centre = { stage: 0, tensor: 'output', index: [0, 2, 2, 0], pinned: true } as const;
    expect(textOf(formulaOf(transposedMoment(13 * 9, 'output', spec)), 'write')).toBe(
      'y[3,3,1] = ReLU6(37 + 1) = 6',
    );
    const ended = formulaOf(transposedMoment(36, 'input', spec));
    expect(textOf(ended, 'write')).toBe('y[5,5,1] = ReLU6(45 + 1) = 6');
    const pointed = formulaOf(transposedMoment(36, 'input', { ...spec, selection: centre }));
    expect(textOf(pointed, 'collected')).toBe('9·1 + 7·2 + 3·3 + 1·5 = 37');
    expect(textOf(pointed, 'write')).toBe('y[3,3,1] = ReLU6(37 + 1) = 6');
    expect(textOf(formulaOf(transposedMoment(36, 'input', { bias: true })), 'write')).toBe(
      'y[5,5,1] = 45 + 1 = 46',
    );
    expect(textOf(formulaOf(transposedMoment(36, 'input')), 'write')).toBeUndefined();
  });

  it('has its beats along the inputs', () => {
    const moment = transposedMoment(36, 'input', { bias: true, activation: 'relu6' });
    const during = (beat: 'bias' | 'activate', progress: number) =>
      formulaOf({ ...moment, frame: { ...moment.frame, beat, progress, cellsDone: 3 } });
    expect(textOf(during('bias', 0.5), 'bias')).toBe('45 + 1 = …');
    expect(textOf(during('bias', 1), 'bias')).toBe('45 + 1 = 46');
    expect(textOf(during('activate', 0.5), 'activate')).toBe('ReLU6(45 + 1) = …');
  });
});

describe('a transposed convolution along its outputs', () => {
  it('has a dot for every inserted zero, and the weight first', () => {
    const centre = formulaOf(transposedMoment(12 * 9 + 9, 'output'));
    expect(textOf(centre, 'products')).toBe('9·1 + · + 7·2 + · + · + · + 3·3 + · + 1·5 = 37');
    expect(textOf(formulaOf(transposedMoment(9, 'output')), 'products')).toBe(
      '· + · + · + · + · + · + · + · + 1·1 = 1',
    );
    expect(centre.padding).toBe(false);
    const [nine] = productsOf(centre);
    expect(nine).toMatchObject({
      weight: [2, 2, 0, 0],
      pair: { input: [0, 0, 0, 0], output: [0, 2, 2, 0] },
    });
  });
});

describe('a transposed convolution along its inputs', () => {
  const at = (step: number, selection?: Moment['selection']) =>
    formulaOf(transposedMoment(step, 'input', selection ? { selection } : {}));

  it('names where the stamp lands and lists its products', () => {
    expect(at(18).stamp).toEqual({ value: '2', rows: [1, 3], columns: [3, 5], cropped: 0 });
    expect(textOf(at(18), 'stamp')).toBe('2, 4, 6, 8, 10, 12, 14, 16, 18');
    const cropped = formulaOf(transposedMoment(18, 'input', { padding: 1 }));
    expect(cropped.stamp).toEqual({ value: '2', rows: [1, 2], columns: [2, 3], cropped: 5 });
  });

  it('adds each product to what lies there', () => {
    expect(textOf(at(10), 'entry')).toBe('y[1,3,1] = 3 + 1·2 = 5');
    expect(textOf(at(11), 'entry')).toBe('y[1,4,1] = 0 + 2·2 = 4');
  });

  it('says what a pointed-at output has collected', () => {
    const centre = { stage: 0, tensor: 'output', index: [0, 2, 2, 0], pinned: false } as const;
    expect(textOf(at(36, centre), 'collected')).toBe('9·1 + 7·2 + 3·3 + 1·5 = 37');
    expect(textOf(at(18, centre), 'collected')).toBe('9·1 + 7·2 + 3·3 + 1·5');
    expect(at(18, centre).running).toBe('23');
    expect(productsOf(at(18, centre)).map(({ state }) => state)).toEqual([
      'done',
      'done',
      'coming',
      'coming',
    ]);
  });
});

describe('the rules of the sizes', () => {
  const rules = (moment: Moment, say = english) =>
    sizeRules(moment.stages[0].stage, say).flatMap(({ texts }) => texts);
  it('say how far taps reach, and how the output gets its size', () => {
    expect(rules(dilatedMoment(0))).toEqual(['k + (k − 1)(d − 1) = 3 + 2·1 = 5']);
    expect(rules(stridedMoment('valid', 0))).toEqual(['⌊(6 + 0 − 3)/2⌋ + 1 = 2']);
    expect(rules(stridedMoment(1, 0))).toEqual(['⌊(6 + 2 − 3)/2⌋ + 1 = 3']);
    expect(rules(stridedMoment('same', 0))).toEqual([
      '⌈6/2⌉ = 3, padding (3 − 1)·2 + 3 − 6 = 1 → 0 before, 1 after',
    ]);
    expect(rules(stridedMoment('same', 0), chinese)).toEqual([
      '⌈6/2⌉ = 3，填充 (3 − 1)·2 + 3 − 6 = 1 → 前 0，后 1',
    ]);
    expect(rules(transposedMoment(0, 'input', { padding: 1, outputPadding: 1 }))).toEqual([
      '(2 − 1)·2 + 3 − 2·1 + 1 = 4',
    ]);
    expect(rules(standardMoment(0))).toEqual([]);
    expect(rules(stridedMoment([1, 0, 0, 0], 0))).toEqual([
      'rows ⌊(6 + 1 − 3)/2⌋ + 1 = 3',
      'columns ⌊(6 + 0 − 3)/2⌋ + 1 = 2',
    ]);
  });
});
