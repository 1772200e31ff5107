import { describe, expect, it } from 'vitest';
import { tensor } from '../../src/math/tensor.js';
import { frameAt } from '../../src/timeline/frame.js';
import { gridModel } from '../../src/views/grid/model.js';
import type { Moment, Selection } from '../../src/timeline/types.js';
import type { GridCell, GridGroup, GridPanel } from '../../src/views/grid/types.js';
import {
  board,
  chinese,
  english,
  momentOf,
  paper,
  separableMoment,
  standardMoment,
  stridedMoment,
} from './moments.js';

const options = { theme: paper, say: english };
const rowsOf = (panel: GridPanel): string =>
  panel.cells.map((row) => row.map((cell) => cell.text).join(' ')).join(' / ');
const marked = (panel: GridPanel, mark: GridCell['marks'][number]): string[] =>
  panel.cells.flat().flatMap((cell) => (cell.marks.includes(mark) ? [`${cell.row},${cell.column}`] : []));
const group = (groups: readonly GridGroup[], tensor: GridGroup['tensor']): GridGroup =>
  groups.find((each) => each.tensor === tensor)!;

describe('the tables of a standard convolution', () => {
  it('show the input, the slices of the filter in hand and the output, one table a channel', () => {
    const [input, weights, output] = gridModel(standardMoment(108 * 9), options);
    expect(input.title).toBe('Input 5 × 5 × 3');
    expect(input.panels.map(rowsOf)).toEqual([
      '0 1 2 1 0 / 1 3 4 2 0 / 2 4 4 1 0 / 1 2 1 0 1 / 0 0 0 1 2',
      '0 1 2 3 4 / 0 1 2 3 4 / 0 1 2 3 4 / 0 1 2 3 4 / 0 1 2 3 4',
      '4 4 4 4 4 / 3 3 3 3 3 / 2 2 2 2 2 / 1 1 1 1 1 / 0 0 0 0 0',
    ]);
    expect(weights.title).toBe('Filter 4 of 4 · 3 × 3 × 3');
    expect(output.title).toBe('Output 3 × 3 × 4');
    expect(output.panels.map(rowsOf)).toEqual([
      '18 8 4 / 14 3 5 / 8 5 14',
      '30 16 3 / 32 21 11 / 23 17 9',
      '−12 −21 −30 / −7 −16 −27 / −4 −13 −22',
      '−9 −3 12 / −6 2 15 / 4 12 22',
    ]);
    expect(output.legend.marks.flatMap(({ mark, present }) => (present ? [mark] : []))).toEqual(['current']);
  });

  it('show the slices D of filter 1 while it is in hand', () => {
    const weights = group(gridModel(standardMoment(5), options), 'weights');
    expect(weights.panels.map(rowsOf)).toEqual([
      '−1 0 1 / −2 0 2 / −1 0 1',
      '0 1 0 / 1 1 1 / 0 1 0',
      '1 0 0 / 0 −1 0 / 0 0 1',
    ]);
    expect(weights.panels.map((panel) => panel.current)).toEqual([true, false, false]);
    expect(marked(weights.panels[0], 'current')).toEqual(['1,1']);
  });

  it('name every cell from 1', () => {
    const groups = gridModel(standardMoment(27), options);
    expect(group(groups, 'input').panels[1].cells[0][2].name).toBe(
      'Input, channel 2, row 1, column 3: 2, in the window',
    );
    expect(group(groups, 'weights').panels[0].cells[1][0].name).toBe(
      'Filter 1, slice 1, row 2, column 1: −2',
    );
    expect(group(groups, 'output').panels[0].cells[0][0].name).toBe('Output, channel 1, row 1, column 1: 18');
    expect(group(groups, 'output').panels[0].cells[0][1].name).toBe(
      'Output, channel 1, row 1, column 2: not computed yet',
    );
    const inChinese = gridModel(standardMoment(27), { theme: paper, say: chinese });
    expect(group(inChinese, 'output').panels[0].cells[0][0].name).toBe('输出，通道 1，第 1 行第 1 列：18');
  });

  it('leave an output empty and without colour until it is computed', () => {
    const before = group(gridModel(standardMoment(26), options), 'output').panels[0];
    expect(before.cells[0][0]).toMatchObject({
      value: null,
      text: '',
      fill: '',
      marks: ['pending', 'current'],
    });
    const after = group(gridModel(standardMoment(27), options), 'output').panels[0];
    expect(after.cells[0][0]).toMatchObject({ value: 18, text: '18', marks: ['current'] });
    expect(after.cells[0][0].fill).toMatch(/^#/);
    expect(marked(after, 'pending')).toHaveLength(8);
  });

  it('mark the window in every channel that is read, and the term in hand in one', () => {
    const window = ['0,0', '0,1', '0,2', '1,0', '1,1', '1,2', '2,0', '2,1', '2,2'];
    const input = group(gridModel(standardMoment(14), options), 'input');
    expect(input.panels.map((panel) => marked(panel, 'window'))).toEqual([window, window, window]);
    expect(input.panels.map((panel) => marked(panel, 'current'))).toEqual([[], ['1,1'], []]);
    expect(input.panels.map((panel) => panel.current)).toEqual([false, true, false]);
    const start = group(gridModel(standardMoment(0), options), 'input');
    expect(marked(start.panels[0], 'window')).toEqual([]);
  });

  it('mark what is pointed at and what is pinned', () => {
    const selection = { stage: 0, tensor: 'output', index: [0, 1, 2, 0], pinned: true } as const;
    const moment = {
      ...standardMoment(27, { selection }),
      highlight: { stage: 0, input: [[0, 4, 4, 2]], output: [[0, 1, 2, 0]], weights: [[2, 2, 2, 0]] },
    } as const;
    const [input, weights, output] = gridModel(moment, options);
    expect(marked(output.panels[0], 'pinned')).toEqual(['1,2']);
    expect(marked(output.panels[0], 'highlighted')).toEqual(['1,2']);
    expect(marked(input.panels[2], 'highlighted')).toEqual(['4,4']);
    expect(marked(weights.panels[2], 'highlighted')).toEqual(['2,2']);
  });

  it('show the filter of the output cell, the weight or the bias that is selected, else the one that runs', () => {
    const weightsFor = (selection?: Selection) =>
      group(gridModel(standardMoment(5, selection ? { selection } : {}), options), 'weights');
    const of = (tensor: Selection['tensor'], index: readonly number[], atStage = 0) =>
      weightsFor({ stage: atStage, tensor, index, pinned: false });
    expect(weightsFor().title).toContain('Filter 1 of 4');
    expect(of('input', [0, 1, 1, 2]).title).toContain('Filter 1 of 4');
    expect(of('output', [0, 1, 2, 1], 7).title).toContain('Filter 1 of 4');
    const second = of('output', [0, 1, 2, 1]);
    expect(second.title).toContain('Filter 2 of 4');
    expect(second.panels.map(rowsOf)[0]).toBe('2 2 2 / 0 1 2 / −2 0 2');
    expect(second.panels[1].cells[0][0]).toMatchObject({ index: [0, 0, 1, 1] });
    expect(second.panels[1].cells[0][0].name).toMatch(/^Filter 2, slice 2, row 1, column 1:/);
    expect(second.panels.map((panel) => panel.current)).toEqual([false, false, false]);
    expect(of('weights', [0, 0, 1, 2]).title).toContain('Filter 3 of 4');
    expect(of('bias', [3]).title).toContain('Filter 4 of 4');
  });

  it('show the slices of a transposed filter in the group of the selected channel', () => {
    const moment = momentOf({
      spec: { op: 'transposed', input: [2, 2, 4], filters: 4, kernel: 2, groups: 2 },
      input: tensor([1, 2, 2, 4], 1),
      tensors: {
        weights: tensor(
          [2, 2, 2, 4],
          Array.from({ length: 32 }, (_, i) => i),
        ),
      },
      step: 1,
      selection: { stage: 0, tensor: 'weights', index: [0, 0, 1, 2], pinned: true },
    });
    const weights = group(gridModel(moment, options), 'weights');
    expect(weights.title).toContain('Filter 4 of 4');
    expect(weights.panels.map((panel) => panel.cells[0][0].index)).toEqual([
      [1, 1, 1, 2],
      [1, 1, 1, 3],
    ]);
  });

  it('show the biases, and mark the one that is added', () => {
    const moment = standardMoment(250, { bias: true });
    const adding = { ...moment, frame: { ...moment.frame, beat: 'bias' } } as const;
    const bias = group(gridModel(adding, options), 'bias');
    expect(bias.panels.map(rowsOf)).toEqual(['1 −2 0 3']);
    expect(bias.panels[0].cells[0][1]).toMatchObject({
      index: [1],
      name: 'Bias of filter 2: −2',
      marks: ['current'],
    });
    expect(group(gridModel(standardMoment(250), options), 'bias')).toBeUndefined();
  });

  it('let a person edit what is given, and nothing that is computed', () => {
    const editable = (moment: Moment, stage?: number) =>
      gridModel(moment, { ...options, stage }).map(({ tensor: name, panels }) => [
        name,
        new Set(panels.flatMap(({ cells }) => cells.flat().map((cell) => cell.editable))),
      ]);
    expect(editable(standardMoment(27, { bias: true }))).toEqual([
      ['input', new Set([true])],
      ['weights', new Set([true])],
      ['bias', new Set([true])],
      ['output', new Set([false])],
    ]);
    expect(editable(separableMoment(300))).toEqual([
      ['input', new Set([false])],
      ['weights', new Set([true])],
      ['output', new Set([false])],
    ]);
    const padded = group(gridModel(stridedMoment(1, 9), options), 'input').panels[0];
    expect(padded.cells[0][0].editable).toBe(false);
  });

  it('name the ends of each colour scale, with 0 in the middle of an odd number of samples', () => {
    for (const theme of [paper, board]) {
      const legend = group(gridModel(standardMoment(0), { theme, say: english }), 'output').legend;
      expect([legend.low, legend.high]).toEqual(['−32', '32']);
      expect(legend.swatches.length % 2).toBe(1);
    }
  });
});

describe('stride and padding', () => {
  it('hatch what a stride of 2 never reads', () => {
    const panel = group(gridModel(stridedMoment('valid', 0), options), 'input').panels[0];
    const lastRow = [0, 1, 2, 3, 4, 5].map((column) => `5,${column}`);
    const lastColumn = [0, 1, 2, 3, 4].map((row) => `${row},5`);
    expect(new Set(marked(panel, 'unread'))).toEqual(new Set([...lastRow, ...lastColumn]));
    expect(panel.cells[5][0].name).toBe('Input, channel 1, row 6, column 1: 31, never read');
  });

  it('put the padding of SAME below and at the right, as zeros without an index', () => {
    const panel = group(gridModel(stridedMoment('same', 0), options), 'input').panels[0];
    expect(panel.rows.positions).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(panel.columns.positions).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(panel.cells[6][0]).toMatchObject({ index: null, text: '0', name: 'Padding around channel 1: 0' });
    expect(marked(panel, 'unread')).toEqual([]);
  });

  it('hatch the bottom and the right of a ring that stride 2 does not reach', () => {
    const panel = group(gridModel(stridedMoment(1, 9), options), 'input').panels[0];
    expect(panel.rows.positions).toEqual([-1, 0, 1, 2, 3, 4, 5, 6]);
    expect(marked(panel, 'unread')).toContain('6,-1');
    expect(marked(panel, 'unread')).toContain('-1,6');
    expect(marked(panel, 'unread')).not.toContain('5,5');
    expect(marked(panel, 'window')).toEqual([
      '-1,-1',
      '-1,0',
      '-1,1',
      '0,-1',
      '0,0',
      '0,1',
      '1,-1',
      '1,0',
      '1,1',
    ]);
  });
});

describe('big tensors', () => {
  const moment = (step: number) =>
    momentOf({
      spec: { input: [40, 30, 8], filters: 6, padding: 'same' },
      input: tensor(
        [1, 40, 30, 8],
        Array.from({ length: 9600 }, (_, i) => (i % 17) / 7),
      ),
      tensors: { weights: tensor([3, 3, 8, 6], 0.25) },
      step,
    });

  it('show some cells around the window, a picture of the whole, and how many channels are left out', () => {
    const cell = 20 * 30 + 15;
    const [input, , output] = gridModel(moment(72 * cell + 30), options);
    expect(input.panels).toHaveLength(3);
    expect(input.more).toBe('Show 5 more');
    expect(output.more).toBe('Show 4 more');
    expect(input.panels.map((panel) => panel.channel)).toEqual([2, 3, 4]);
    const [panel] = input.panels;
    expect([panel.rows.positions.length, panel.columns.positions.length]).toEqual([8, 8]);
    expect(marked(panel, 'window')).toHaveLength(9);
    expect(panel.overview).toMatchObject({ height: 40, width: 30, window: [19, 14, 3, 3] });
    expect(panel.name).toMatch(/rows \d+–\d+, columns \d+–\d+ of 40 × 30$/);
  });

  it('keep the whole window in sight at every step of the map', () => {
    const first = moment(0);
    for (let cell = 0; cell < 1200; cell += 37) {
      const later = { ...first, frame: frameAt(first.plan, 72 * cell + 30) };
      const input = group(gridModel(later, options), 'input');
      expect(marked(input.panels[0], 'window'), `cell ${cell}`).toHaveLength(9);
    }
  });

  it('show all channels of a tensor that a person asks for, up to as many as stay quick to draw', () => {
    const all = gridModel(moment(0), { ...options, expanded: new Set(['input'] as const) });
    expect(all[0].panels.map((panel) => panel.channel)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(all[0]).toMatchObject({ more: 'Show fewer', expanded: true, note: '' });
    expect(all[2].panels).toHaveLength(2);
    const deep = momentOf({
      spec: { input: [3, 3, 100], filters: 1 },
      input: tensor([1, 3, 3, 100], 1),
      tensors: { weights: tensor([3, 3, 100, 1], 1) },
      step: 0,
    });
    expect(group(gridModel(deep, options), 'input').more).toBe('Show 60 more');
    const [input] = gridModel(deep, { ...options, expanded: new Set(['input'] as const) });
    expect(input.panels).toHaveLength(64);
    expect(input.note).toBe('36 more are not shown');
  });

  it('keep the focused cell in sight', () => {
    const focus = { tensor: 'input', channel: 7, row: 39, column: 0 } as const;
    const input = group(gridModel(moment(0), { ...options, focus }), 'input');
    expect(input.panels.map((panel) => panel.channel)).toContain(7);
    expect(input.panels[0].rows.positions).toContain(39);
    expect(input.panels[0].columns.positions).toContain(0);
  });

  it('print three digits and say seven', () => {
    const panel = group(gridModel(moment(0), options), 'input').panels[0];
    const cell = panel.cells
      .flat()
      .find((each) => each.index !== null && each.value !== null && !Number.isInteger(each.value))!;
    expect(cell.text).toBe('1.14');
    expect(cell.name).toContain('1.142857');
  });
});
