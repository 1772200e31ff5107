import { describe, expect, it } from 'vitest';
import { tensor } from '../../src/math/tensor.js';
import { gridModel } from '../../src/views/grid/model.js';
import type { GridCell, GridGroup, GridPanel } from '../../src/views/grid/types.js';
import {
  depthwiseMoment,
  english,
  momentOf,
  paper,
  pointwiseMoment,
  separableMoment,
  transposedMoment,
} from './moments.js';

const options = { theme: paper, say: english };
const rowsOf = (panel: GridPanel): string =>
  panel.cells.map((row) => row.map((cell) => cell.text).join(' ')).join(' / ');
const marked = (panel: GridPanel, mark: GridCell['marks'][number]): string[] =>
  panel.cells.flat().flatMap((cell) => (cell.marks.includes(mark) ? [`${cell.row},${cell.column}`] : []));
const group = (groups: readonly GridGroup[], tensor: GridGroup['tensor']): GridGroup =>
  groups.find((each) => each.tensor === tensor)!;

describe('lanes', () => {
  it('show the slices of all channels, and mark what every lane in hand reads and makes', () => {
    const [input, weights, output] = gridModel(depthwiseMoment(9 + 10), options);
    expect(weights.title).toBe('3 slices, each for its own channel · 3 × 3 × 3');
    expect(weights.panels.map(rowsOf)[1]).toBe('0 1 0 / 1 1 1 / 0 1 0');
    expect(weights.panels.map((panel) => marked(panel, 'current'))).toEqual([[], ['1,1'], ['1,1']]);
    expect(weights.panels.map(({ current }) => current)).toEqual([false, true, true]);
    expect(input.panels.map((panel) => marked(panel, 'window').length)).toEqual([0, 9, 9]);
    expect(output.panels.map((panel) => marked(panel, 'current'))).toEqual([[], ['0,0'], ['0,0']]);
    expect(output.panels.map((panel) => panel.cells[0][0].text)).toEqual(['10', '', '']);
    expect(weights.panels[2].cells[0][0].name).toBe(
      'Slice of channel 3 for output channel 3, row 1, column 1: 1',
    );
  });
});

describe('a 1×1 kernel', () => {
  it('has one table: a row for each filter, a column for each channel', () => {
    const weights = group(gridModel(pointwiseMoment(5), options), 'weights');
    expect(weights.panels.map(rowsOf)).toEqual(['1 1 1 / 2 −2 1 / −1 1 2 / 1 2 −1']);
    expect(marked(weights.panels[0], 'window')).toEqual(['1,0', '1,1', '1,2']);
    expect(marked(weights.panels[0], 'current')).toEqual(['1,1']);
    expect(weights.panels[0].cells[1][2]).toMatchObject({
      index: [0, 0, 2, 1],
      name: 'Filter 2, weight of channel 3: 1',
    });
  });
});

describe('several stages', () => {
  it('show the one that runs, and any other when asked: finished, or not begun', () => {
    const running = gridModel(separableMoment(243 + 12), options);
    expect(group(running, 'input').panels.map(rowsOf)[0]).toBe('10 −5 −14 / 7 −9 −12 / 2 −6 −2');
    expect(group(running, 'output').panels.map((panel) => panel.cells[0][0].text)).toEqual([
      ...['18', '13', '1', '17'],
    ]);
    const first = gridModel(separableMoment(243 + 12), { ...options, stage: 0 });
    expect(group(first, 'output').panels.map(rowsOf)[2]).toBe('3 3 3 / 2 2 2 / 1 1 1');
    expect(marked(group(first, 'input').panels[0], 'window')).toEqual([]);
    const second = gridModel(separableMoment(27), { ...options, stage: 1 });
    expect(marked(group(second, 'output').panels[0], 'pending')).toHaveLength(9);
  });

  it('light a cell between two stages in both', () => {
    const selection = { stage: 0, tensor: 'output', index: [0, 1, 1, 2], pinned: true } as const;
    const second = gridModel(separableMoment(300, selection), options);
    const cell = group(second, 'input').panels[2].cells[1][1];
    expect(cell.marks).toEqual(expect.arrayContaining(['highlighted', 'pinned']));
    const first = gridModel(separableMoment(300, selection), { ...options, stage: 0 });
    expect(group(first, 'output').panels[2].cells[1][1].marks).toContain('pinned');
  });
});

describe('a transposed convolution along its outputs', () => {
  it('reads a grid with zeros between and round the cells, through the turned kernel', () => {
    const centre = 12 * 9;
    const [input, weights] = gridModel(transposedMoment(centre + 1, 'output'), options);
    expect(input.note).toBe('with inserted zeros 7 × 7');
    expect(rowsOf(input.panels[0])).toBe(
      [
        '· · · · · · ·',
        '· · · · · · ·',
        '· · 1 · 2 · ·',
        '· · · · · · ·',
        '· · 3 · 5 · ·',
        '· · · · · · ·',
        '· · · · · · ·',
      ].join(' / '),
    );
    expect(marked(input.panels[0], 'inserted')).toHaveLength(45);
    expect(marked(input.panels[0], 'window')).toEqual([
      ...['0,0', '0,1', '0,2', '1,0', '1,1', '1,2', '2,0', '2,1', '2,2'],
    ]);
    expect(marked(input.panels[0], 'current')).toEqual(['0,0']);
    expect(rowsOf(weights.panels[0])).toBe('9 8 7 / 6 5 4 / 3 2 1');
    expect(weights.note).toBe('turned by 180°');
    expect(marked(weights.panels[0], 'current')).toEqual(['0,0']);
    expect(weights.panels[0].cells[0][0]).toMatchObject({ index: [2, 2, 0, 0] });
  });

  it('cuts the grid where the padding is wider than the border', () => {
    const moment = momentOf({
      spec: { op: 'transposed', input: [3, 3, 1], stride: 2, padding: 3 },
      input: tensor([1, 3, 3, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9]),
      tensors: { weights: tensor([3, 3, 1, 1], 1) },
      step: 0,
    });
    const input = group(gridModel(moment, options), 'input');
    expect(rowsOf(input.panels[0])).toBe('1  2  3 /  · · ·  / 4 · 5 · 6 /  · · ·  / 7  8  9');
    expect(marked(input.panels[0], 'cropped')).toHaveLength(25 - 9);
    expect(marked(input.panels[0], 'inserted')).toHaveLength(8);
  });
});

describe('a transposed convolution along its inputs', () => {
  const output = (step: number, spec = {}) =>
    group(gridModel(transposedMoment(step, 'input', spec), options), 'output').panels[0];

  it('adds the stamps up, and counts the products on every cell', () => {
    expect(rowsOf(output(9)).split(' / ').slice(0, 3)).toEqual(['1 2 3  ', '4 5 6  ', '7 8 9  ']);
    expect(rowsOf(output(18)).split(' / ')[0]).toBe('1 2 5 4 6');
    const done = output(36);
    expect(rowsOf(done)).toBe('1 2 5 4 6 / 4 5 14 10 12 / 10 14 37 26 33 / 12 15 38 25 30 / 21 24 62 40 45');
    expect(done.cells.map((row) => row.map((cell) => cell.layers).join(' '))).toEqual([
      ...['1 1 2 1 1', '1 1 2 1 1', '2 2 4 2 2', '1 1 2 1 1', '1 1 2 1 1'],
    ]);
    expect(done.cells[2][2].name).toContain('37, 4 stamps lie here');
    expect(output(10).cells[0][2]).toMatchObject({ text: '5', layers: 2 });
  });

  it('shows the kernel as it is, and the input cell in hand', () => {
    const [input, weights] = gridModel(transposedMoment(11, 'input'), options);
    expect(marked(input.panels[0], 'current')).toEqual(['0,1']);
    expect(rowsOf(weights.panels[0])).toBe('1 2 3 / 4 5 6 / 7 8 9');
    expect([weights.note, marked(weights.panels[0], 'current')]).toEqual(['not turned', ['0,1']]);
  });

  it('strikes out what the padding crops, and keeps its numbers', () => {
    const cropped = output(36, { padding: 1 });
    expect(rowsOf(cropped)).toBe(
      '1 2 5 4 6 / 4 5 14 10 12 / 10 14 37 26 33 / 12 15 38 25 30 / 21 24 62 40 45',
    );
    expect(marked(cropped, 'cropped')).toHaveLength(25 - 9);
    const uncovered = output(36, { padding: 1, outputPadding: 1 });
    expect(marked(uncovered, 'cropped')).toHaveLength(25 - 16);
    expect(output(9, { padding: 1 }).cells[0].map(({ text }) => text)).toEqual(['1', '2', '3', '', '']);
  });

  it('marks outputs that no stamp reaches', () => {
    const bare = output(36, { outputPadding: 1 });
    expect(marked(bare, 'bare')).toHaveLength(11);
    expect(bare.cells[5][0]).toMatchObject({ text: '0', layers: 0 });
  });
});
