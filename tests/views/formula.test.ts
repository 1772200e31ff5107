import { describe, expect, it } from 'vitest';
import { tensor } from '../../src/math/tensor.js';
import { plan } from '../../src/math/plan.js';
import type { ConvSpec } from '../../src/math/types.js';
import { frameAt } from '../../src/timeline/frame.js';
import type { Moment } from '../../src/timeline/types.js';
import { formulaOf, type Formula } from '../../src/views/formula/formula.js';
import { chunksOf } from '../../src/views/formula/chunks.js';
import { reserveOf } from '../../src/views/formula/reserve.js';
import { ruleNodes } from '../../src/views/formula/rule.js';
import { toText, type FormulaNode, type LineKind, type ProductNode } from '../../src/views/formula/tree.js';
import { laneText } from '../../src/views/formula/lanes.js';
import {
  depthwiseMoment,
  english,
  momentOf,
  pointwiseMoment,
  separableMoment,
  standardMoment,
  stridedMoment,
  transposedMoment,
} from './moments.js';

const textOf = (formula: Formula, kind: LineKind): string | undefined => {
  const line = formula.lines.find((each) => each.kind === kind);
  return line && toText(line.nodes);
};
const productsOf = (formula: Formula): readonly ProductNode[] =>
  formula.lines.flatMap((line) => line.nodes).filter((node) => node.kind === 'product');
const at = (step: number): Formula => formulaOf(standardMoment(step));

/** Steps of the first cell's beats, found by their names. */
const stepOf = (beat: Moment['frame']['beat'], bias = false): number => {
  const planned = standardMoment(0, { bias }).plan;
  for (let step = 0; step <= 27; step += 0.005) {
    const frame = frameAt(planned, step);
    if (frame.beat === beat && frame.progress > 0.9) return step;
  }
  throw new Error(`no beat ${beat}`);
};

describe('the formula of the first cell', () => {
  it('names the output cell and its window when the window is placed', () => {
    expect(textOf(at(stepOf('place')), 'names')).toBe('y[1,1,1] = Σ x[1…3,1…3,1…3]·w[1…3,1…3,1…3,1]');
    expect(at(0).lines.map((line) => line.kind)).toEqual(['rule']);
  });

  it('lists the window when it is lifted', () => {
    expect(textOf(at(stepOf('lift')), 'window')).toBe('0, 1, 2, 1, 3, 4, 2, 4, 4');
  });

  it('spells the products of the channel in hand and their partial sum', () => {
    const red = '0·(−1) + 1·0 + 2·1 + 1·(−2) + 3·0 + 4·2 + 2·(−1) + 4·0 + 4·1';
    expect(textOf(at(stepOf('weigh')), 'products')).toBe(red);
    expect(textOf(at(9), 'products')).toBe(`${red} = 10`);
    expect(textOf(at(18), 'products')).toMatch(/ = 5$/);
    expect(textOf(at(stepOf('merge')), 'products')).toMatch(/ = 3$/);
  });

  it('shows the other channels as partials', () => {
    expect(textOf(at(9), 'total')).toBe('10 + (…) + (…)');
    expect(textOf(at(18), 'total')).toBe('10 + 5 + (…)');
    expect(textOf(at(20), 'total')).toBe('10 + 5 + (…)');
  });

  it('adds the partials, then the bias, then names the value', () => {
    expect(textOf(at(27), 'total')).toBe('10 + 5 + 3 = 18');
    expect(textOf(at(27), 'write')).toBe('y[1,1,1] = 18');
    const biased = (step: number) => formulaOf(standardMoment(step, { bias: true }));
    expect(textOf(biased(stepOf('bias', true)), 'total')).toBe('10 + 5 + 3 = 18');
    expect(textOf(biased(stepOf('bias', true)), 'bias')).toBe('18 + 1 = …');
    expect(textOf(biased(27), 'write')).toBe('y[1,1,1] = 18 + 1 = 19');
  });

  it('shows the sum of the bias when its beat ends, a negative one in brackets', () => {
    const moment = standardMoment(27 * 9 + 26.99, { bias: true });
    const ended = { ...moment, frame: { ...moment.frame, beat: 'bias', progress: 1 } } as const;
    expect(textOf(formulaOf(ended), 'bias')).toBe('30 + (−2) = 28');
  });

  it('tells done, current and coming terms apart, and the sum so far', () => {
    const formula = at(4);
    expect(productsOf(formula).map((product) => product.state)).toEqual([
      ...['done', 'done', 'done', 'current', 'coming', 'coming', 'coming', 'coming', 'coming'],
    ]);
    expect(formula.running).toBe('0');
    expect(at(6).running).toBe('8');
    expect(at(9).running).toBe('');
  });

  it('the sum so far counts the channels before the one in hand, as the total that it stands beside', () => {
    expect(textOf(at(17), 'total')).toBe('10 + (…) + (…)');
    expect(at(17).running).toBe('15');
  });

  it('says the sentence of another cell with its own numbers', () => {
    const formula = at(27 * 9 * 2 + 27);
    expect(textOf(formula, 'write')).toBe('y[1,1,3] = −12');
  });

  it('shows the numbers that the engine gave, and no others', () => {
    const moment = standardMoment(9);
    moment.values!.channelSum[8] = 11;
    moment.values!.weight[1] = 5;
    expect(textOf(formulaOf(moment), 'products')).toMatch(/^0·\(−1\) \+ 1·5 .* ≈ 11$/);
  });

  it('waits for numbers that are not there yet, or that belong to another cell', () => {
    const moment = standardMoment(9);
    for (const values of [null, { ...moment.values!, cell: [0, 2, 2, 0] as const }]) {
      const formula = formulaOf({ ...moment, values });
      expect(formula.waiting).toBe(true);
      expect(formula.lines.map((line) => line.kind)).toEqual(['rule']);
    }
  });
});

describe('the formula of a pinned output cell', () => {
  const cell = (index: readonly number[], pinned = true, stage = 0) =>
    ({ stage, tensor: 'output', index, pinned }) as const;

  it('is its whole sum where the cell is made, whatever the run has in hand', () => {
    const first = formulaOf(standardMoment(40, { selection: cell([0, 0, 0, 0]) }));
    expect(textOf(first, 'products')).toMatch(/ = 3$/);
    expect(textOf(first, 'total')).toBe('10 + 5 + 3 = 18');
    expect(textOf(first, 'write')).toBe('y[1,1,1] = 18');
  });

  it('tells no value before the cell is made', () => {
    const last = formulaOf(standardMoment(40, { selection: cell([0, 2, 2, 3]) }));
    expect(productsOf(last).map(({ state }) => state)).toEqual(Array.from({ length: 9 }, () => 'coming'));
    expect(last.lines.map(({ nodes }) => toText(nodes)).join()).not.toMatch(/y\[3,3,4\]|= -?\d+$/);
    expect(last.pending).toBe('y[3,3,4]');
  });

  it('follows the run while the cell is in hand, and a pinned product of it', () => {
    const product = { input: [0, 0, 1, 0], output: [0, 0, 1, 0] } as const;
    const pinned = { stage: 0, tensor: 'weights', index: [0, 0, 0, 0], pair: product, pinned: true } as const;
    for (const selection of [cell([0, 0, 1, 0]), pinned])
      expect(formulaOf(standardMoment(40, { selection })).running).toBe(at(40).running);
    expect(textOf(formulaOf(standardMoment(972, { selection: pinned })), 'write')).toMatch(/^y\[1,2,1\]/);
  });

  it('may be of another stage if it is pinned, not if it is only pointed at', () => {
    const stage = (pinned: boolean): Formula => formulaOf(separableMoment(351, cell([0, 0, 0, 1], pinned)));
    expect(textOf(stage(true), 'write')).toBe('y[1,1,2] = 5');
    expect(textOf(stage(false), 'write')).toMatch(/^y\[3,3,4\]/);
  });
});

describe('where a line may break', () => {
  const chunksAt = (step: number, kind: LineKind) =>
    chunksOf(at(step).lines.find((each) => each.kind === kind)!.nodes).map(toText);

  it('is before plus and equals signs, behind commas and behind the sums', () => {
    expect(chunksAt(9, 'products').slice(0, 2)).toEqual(['0·(−1)', '+ 1·0']);
    expect(chunksAt(9, 'products').at(-1)).toBe('= 10');
    expect(chunksAt(27, 'write')).toEqual(['y[1,1,1] = 18']);
    expect(chunksAt(stepOf('lift'), 'window').slice(0, 2)).toEqual(['0,', '1,']);
    expect(chunksAt(9, 'rule')).toEqual([
      'y[r,c,f] = Σ(k = 1…3) Σ(i = 1…3) Σ(j = 1…3)',
      'x[r+i−1,c+j−1,k]·w[i,j,k,f]',
    ]);
  });

  it('loses nothing', () => {
    const { nodes } = at(9).lines.find((each) => each.kind === 'products')!;
    expect(chunksOf(nodes).flat()).toEqual(nodes);
  });
});

describe('the room that is kept', () => {
  it.each<[string, (step: number) => Moment, number]>([
    ['separable', separableMoment, 351],
    ['pointwise', pointwiseMoment, 300],
    ['biased lanes', (step) => depthwiseMoment(step, { bias: true, activation: 'relu' }), 243],
    ['gather', (step) => transposedMoment(step, 'output', { bias: true, activation: 'h-swish' }), 225],
    ['along inputs', (step) => transposedMoment(step, 'input', { bias: true, activation: 'h-swish' }), 36],
    [
      'scatter',
      (step) =>
        transposedMoment(step, 'input', {
          bias: true,
          activation: 'relu6',
          selection: { stage: 0, tensor: 'output', index: [0, 2, 2, 0], pinned: true },
        }),
      36,
    ],
  ])('is at least that of every beat: %s', (_, run, steps) => {
    for (const step of [
      ...Array.from({ length: Math.ceil(steps / 3.3) }, (_step, i) => 0.1 + 3.3 * i),
      steps,
    ]) {
      const moment = run(step);
      const reserve = reserveOf(moment.stages[moment.frame.stage]);
      const shown = formulaOf(moment);
      for (const row of ['numbers', 'results'] as const) {
        const kinds: LineKind[] =
          row === 'numbers'
            ? ['names', 'window', 'products', 'stamp']
            : ['total', 'entry', 'collected', 'bias', 'activate', 'write'];
        const length = (lines: readonly { nodes: readonly FormulaNode[] }[]) =>
          lines.map(({ nodes }) => toText(nodes)).join('').length;
        const room = Math.max(...reserve[row].map(({ lines }) => length(lines)));
        const needed = length(shown.lines.filter(({ kind }) => kinds.includes(kind)));
        expect(needed, `${row} at ${step}`).toBeLessThanOrEqual(room);
      }
      const lanes = (all: Formula['lanes']) => all.map((lane) => laneText(lane, english)).join().length;
      expect(lanes(shown.lanes)).toBeLessThanOrEqual(
        Math.max(...reserve.results.map((each) => lanes(each.lanes))),
      );
    }
  });

  it('is at least that of every beat of every cell, and holds no number of the engine', () => {
    const moment = standardMoment(0);
    const reserve = reserveOf(moment.stages[0]);
    const length = (row: 'numbers' | 'results') =>
      Math.max(...reserve[row].map(({ lines }) => lines.map((each) => toText(each.nodes)).join('').length));
    const [numbers, results] = [length('numbers'), length('results')];
    for (let step = 0.1; step <= 972; step += 7.3) {
      const shown = formulaOf(standardMoment(step));
      const text = (kinds: readonly LineKind[]) => kinds.map((kind) => textOf(shown, kind) ?? '').join('');
      expect(text(['names', 'window', 'products']).length, `step ${step}`).toBeLessThanOrEqual(numbers);
      expect(text(['total', 'bias', 'write']).length, `step ${step}`).toBeLessThanOrEqual(results);
    }
    expect(
      JSON.stringify(reserve.numbers.flatMap(({ lines }) => lines.map((each) => toText(each.nodes)))),
    ).not.toMatch(/[1-9]/);
  });

  it('is kept for the note where a cell reads padding', () => {
    expect(reserveOf(stridedMoment(1, 0).stages[0]).padding).toBe(true);
    expect(reserveOf(standardMoment(0).stages[0]).padding).toBe(false);
  });
});

describe('padding', () => {
  it('counts as terms of 0 without a cell', () => {
    const formula = formulaOf(stridedMoment(1, 9));
    expect(textOf(formula, 'products')).toBe(
      '0·(−1) + 0·2 + 0·(−3) + 0·4 + 1·(−5) + 2·6 + 0·(−7) + 7·8 + 8·(−9) = −9',
    );
    expect(productsOf(formula).map((product) => product.pair === null)).toEqual([
      ...[true, true, true, true, false, false, true, false, false],
    ]);
    expect(formula.padding).toBe(true);
    expect(formulaOf(standardMoment(9)).padding).toBe(false);
  });

  it('leaves no total line where only one channel is read', () => {
    const formula = formulaOf(stridedMoment('valid', 9));
    expect(formula.lines.map((line) => line.kind)).toEqual(['rule', 'products', 'write']);
    expect(textOf(formula, 'write')).toBe('y[1,1,1] = −78');
  });
});

describe('big kernels and many channels', () => {
  const moment = (kernel: number, channels: number, step: number, value = 1) =>
    momentOf({
      spec: { input: [8, 8, channels], filters: 1, kernel },
      input: tensor(
        [1, 8, 8, channels],
        Array.from({ length: 64 * channels }, (_, i) => value * (1 + (i % 3))),
      ),
      tensors: { weights: tensor([kernel, kernel, channels, 1], 1) },
      step,
    });

  it('spell the kernel row in hand; before it stands the sum so far, after it a gap', () => {
    expect(textOf(formulaOf(moment(5, 1, 7)), 'products')).toBe('9 + 3·1 + 1·1 + 2·1 + 3·1 + 1·1 + ⋯');
    expect(textOf(formulaOf(moment(5, 1, 25)), 'products')).toMatch(
      /^\d+ \+ \d·1 \+ \d·1 \+ \d·1 \+ \d·1 \+ \d·1 = \d+$/,
    );
  });

  it('abbreviate a long list of partials around the channel in hand', () => {
    const text = textOf(formulaOf(moment(3, 20, 9 * 10)), 'total')!;
    expect(text).toMatch(/^\d+ \+ \d+ \+ ⋯ \+ \d+ \+ \d+ \+ \(…\) \+ ⋯ \+ \(…\)$/);
  });

  it('says ≈ where the printed numbers do not add up', () => {
    expect(textOf(formulaOf(moment(3, 1, 9, 1 / 7)), 'products')).toMatch(/ ≈ 2\.571$/);
    expect(textOf(formulaOf(moment(3, 1, 9, 0.5)), 'products')).toMatch(/= 9$/);
  });
});

describe('the rule in symbols', () => {
  const rule = (spec: ConvSpec) => toText(ruleNodes(plan(spec).stages[0]));
  it.each<[ConvSpec, string]>([
    [
      { input: [5, 5, 3], filters: 4 },
      'y[r,c,f] = Σ(k = 1…3) Σ(i = 1…3) Σ(j = 1…3) x[r+i−1,c+j−1,k]·w[i,j,k,f]',
    ],
    [
      { input: [6, 6, 1], stride: 2, padding: 1 },
      'y[r,c,f] = Σ(i = 1…3) Σ(j = 1…3) x[2r+i−3,2c+j−3,1]·w[i,j,1,f]',
    ],
    [
      { input: [7, 7, 1], dilation: 2, bias: true },
      'y[r,c,f] = Σ(i = 1…3) Σ(j = 1…3) x[r+2i−2,c+2j−2,1]·w[i,j,1,f] + b[f]',
    ],
    [
      { input: [7, 7, 1], bias: true, activation: 'relu6' },
      'y[r,c,f] = ReLU6(Σ(i = 1…3) Σ(j = 1…3) x[r+i−1,c+j−1,1]·w[i,j,1,f] + b[f])',
    ],
    [
      { op: 'transposed', input: [2, 2, 1], stride: 2, activation: 'h-swish' },
      'y[r,c,f] = h-swish(Σ(2p+i−2 = r) Σ(2q+j−2 = c) x[p,q,1]·w[i,j,f,1])',
    ],
    [{ input: [5, 5, 3], filters: 4, kernel: 1 }, 'y[r,c,f] = Σ(k = 1…3) x[r,c,k]·w[1,1,k,f]'],
    [
      { input: [5, 5, 3], filters: 3, groups: 3 },
      'y[r,c,f] = Σ(i = 1…3) Σ(j = 1…3) x[r+i−1,c+j−1,f]·w[i,j,1,f]',
    ],
    [
      { op: 'transposed', input: [2, 2, 1], stride: 2 },
      'y[r,c,f] = Σ(2p+i−2 = r) Σ(2q+j−2 = c) x[p,q,1]·w[i,j,f,1]',
    ],
  ])('%j', (spec, text) => expect(rule(spec)).toBe(text));
});
