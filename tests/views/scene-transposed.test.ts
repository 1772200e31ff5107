/** Scatter and gather: two pictures of one run, with the worked example’s numbers. */
import { describe, expect, it } from 'vitest';
import type { ConvSpec, Index4 } from '../../src/math/types.js';
import { startOfCellAt } from '../../src/timeline/position.js';
import type { Moment, Walk } from '../../src/timeline/types.js';
import type { Staging, Tile } from '../../src/views/scene/staging.js';
import { smallIntegers, stepIn, transposedExample } from './scene-moment.js';
import { settingOf, stagingOf as stage } from './transposed-staging.js';

/** What stands in the output's cells, row by row; '' where nothing is yet. */
function outputTexts({ tiles }: Staging, moment: Moment): string[][] {
  const [, height, width] = moment.stages[0].stage.output;
  const own = (cell: Index4) =>
    tiles.find(
      ({ target, kind }) =>
        target?.tensor === 'output' && kind !== 'mark' && String(target.index) === String(cell),
    );
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => own([0, row, column, 0])?.text ?? 'missing'),
  );
}

const isCorner = ({ tone, kind, size }: Tile) => tone === 'accent' && kind === 'plain' && size[0] < 0.5;

/** The kernel's tiles on the bench, in reading order. */
const kernelTiles = ({ tiles }: Staging) =>
  tiles.filter(
    ({ target, tone, kind, station }) =>
      station === 'bench' &&
      target?.tensor === 'weights' &&
      tone === 'kernel' &&
      kind === 'solid' &&
      !target.pair,
  );

/** How many layers lie on each cell, as it is printed. */
const layerTexts = ({ tiles }: Staging) =>
  tiles.filter(({ kind, target }) => kind === 'mark' && target?.tensor === 'output').map(({ text }) => text);

const rows = (text: string) => text.split(' / ').map((row) => row.split(' '));

function after(cells: number, walk: Walk, spec: Partial<ConvSpec> = {}): Moment {
  const example = transposedExample(spec);
  return example.at(startOfCellAt(example.plan, 0, cells, walk), null, walk);
}

describe('scatter', () => {
  it('lets the stamp of each input cell stand on the output, where overlaps add', () => {
    const first = after(1, 'input');
    expect(outputTexts(stage('scatter', first), first).slice(0, 3)).toEqual([
      ['1', '2', '3', '', ''],
      ['4', '5', '6', '', ''],
      ['7', '8', '9', '', ''],
    ]);
    const second = after(2, 'input');
    expect(outputTexts(stage('scatter', second), second)[0]).toEqual(['1', '2', '5', '4', '6']);
    const end = after(4, 'input');
    expect(outputTexts(stage('scatter', end), end)).toEqual(
      rows('1 2 5 4 6 / 4 5 14 10 12 / 10 14 37 26 33 / 12 15 38 25 30 / 21 24 62 40 45'),
    );
  });

  it('makes nine tiles of kernel × value for the second input cell, unturned', () => {
    const { at, plan } = transposedExample();
    const moment = at(stepIn(plan, 'weigh', 1, { ordinal: 1, walk: 'input' }), null, 'input');
    const stamp = stage('scatter', moment).tiles.filter(
      ({ target, tone }) => target?.tensor === 'weights' && tone === 'kernel',
    );
    const texts = stamp.map(({ text }) => text);
    expect(texts.slice(0, 9)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(texts.slice(9)).toEqual(['2', '4', '6', '8', '10', '12', '14', '16', '18']);
  });

  it('piles up a layer for every stamp that has landed: the checkerboard', () => {
    const end = after(4, 'input');
    const { tiles } = stage('scatter', end);
    const height = (row: number, column: number) =>
      tiles.find(
        ({ target }) => target?.tensor === 'output' && String(target.index) === `0,${row},${column},0`,
      )!.size[2];
    const layers = rows('1 1 2 1 1 / 1 1 2 1 1 / 2 2 4 2 2 / 1 1 2 1 1 / 1 1 2 1 1');
    for (const [row, line] of layers.entries())
      for (const [column, count] of line.entries())
        expect(height(row, column) > height(0, 0)).toBe(Number(count) > 1);
    expect(height(2, 2)).toBeGreaterThan(height(0, 2));
  });

  it('moves the stamp from the bench over its landing place, then down', () => {
    const { at, plan } = transposedExample();
    const tile = (share: number, beat: 'weigh' | 'stamp' | 'press') =>
      stage('scatter', at(stepIn(plan, beat, share, { ordinal: 3, walk: 'input' }), null, 'input'))
        .tiles.filter(({ target, tone }) => target?.tensor === 'weights' && tone === 'kernel')
        .at(-1) as Tile;
    expect(tile(1, 'weigh').station).toBe('bench');
    expect(tile(1, 'stamp').station).toBe('output');
    expect(tile(1, 'stamp').centre[0]).toBeGreaterThan(tile(1, 'weigh').centre[0]);
  });

  it('crops by a mount: cut-off cells stay legible, struck out; output padding uncovers computed cells', () => {
    const end = after(4, 'input', { padding: 1, outputPadding: 1 });
    const staging = stage('scatter', end);
    expect(outputTexts(staging, end)).toEqual(rows('5 14 10 12 / 14 37 26 33 / 15 38 25 30 / 24 62 40 45'));
    const struck = staging.tiles.filter(
      ({ station, target, kind }) => station === 'output' && !target && kind === 'solid',
    );
    expect(struck.map(({ text }) => text)).toEqual(['1', '2', '5', '4', '6', '4', '10', '12', '21']);
    const mount = staging.tiles.filter(({ kind, tone }) => kind === 'bar' && tone === 'accent');
    expect(mount).toHaveLength(4);
    expect(staging.lines.filter(({ tone }) => tone === 'accent')).toHaveLength(struck.length);
  });

  it('shows output padding beyond the canvas as the zeros that they are', () => {
    const end = after(4, 'input', { outputPadding: 1 });
    const texts = outputTexts(stage('scatter', end), end);
    expect(texts[5]).toEqual(['0', '0', '0', '0', '0', '0']);
    expect(texts[0][5]).toBe('0');
    const first = after(1, 'input', { outputPadding: 1 });
    expect(outputTexts(stage('scatter', first), first)[5]).toEqual(['0', '0', '0', '0', '0', '0']);
  });

  it('counts the layers as numbers, from 1 to 4', () => {
    const texts = layerTexts(stage('scatter', after(4, 'input')));
    expect(texts).toEqual(rows('1 1 2 1 1 / 1 1 2 1 1 / 2 2 4 2 2 / 1 1 2 1 1 / 1 1 2 1 1').flat());
    expect(layerTexts(stage('scatter', after(1, 'input')))).toHaveLength(9);
  });

  it('lets a stamp wait smaller than the cells that it will be added to', () => {
    const { at, plan } = transposedExample();
    const moment = at(stepIn(plan, 'stamp', 1, { ordinal: 3, walk: 'input' }), null, 'input');
    const waiting = stage('scatter', moment).tiles.filter(
      ({ station, target }) => station === 'output' && target?.pair,
    );
    expect(waiting.map(({ text }) => text)).toEqual(['5', '10', '15', '20', '25', '30', '35', '40', '45']);
    for (const { size } of waiting) expect(size[0]).toBeLessThan(0.6);
  });

  it('spells out what the pin collects as value × weight = product', () => {
    const { at, plan } = transposedExample();
    const moment = at(stepIn(plan, 'weigh', 1, { ordinal: 12 }));
    const list = stage('scatter', moment).tiles.filter(
      ({ station, target, centre }) =>
        station === 'bench' && target && target.tensor !== 'output' && centre[0] > 4,
    );
    expect(list.map(({ text }) => text)).toEqual([
      '1',
      '9',
      '9',
      '2',
      '7',
      '14',
      '3',
      '3',
      '9',
      '5',
      '1',
      '5',
    ]);
  });

  it('puts output channels below each other, level with their stamps', () => {
    const example = smallIntegers({ op: 'transposed', input: [2, 2, 1], filters: 2, stride: 2 });
    const moment = example.at(startOfCellAt(example.plan, 0, 4, 'input'), null, 'input');
    const { tiles } = stage('scatter', moment);
    const heightOf = (tensor: 'output' | 'weights', index: readonly number[]) =>
      tiles.find(({ target, station, kind }) => {
        const isOwn = target?.tensor === tensor && String(target.index) === String(index);
        return isOwn && kind === 'solid' && station === (tensor === 'output' ? 'output' : 'bench');
      })!.centre[1];
    const [first, second] = [0, 1].map((channel) => heightOf('output', [0, 2, 2, channel]));
    expect(second).toBeLessThan(first - 5);
    expect(first - second).toBeCloseTo(
      heightOf('weights', [1, 1, 0, 0]) - heightOf('weights', [1, 1, 1, 0]),
      6,
    );
  });

  it('along outputs, lets a pin pick one product of each stamp that it meets', () => {
    const { at, plan } = transposedExample();
    const moment = at(stepIn(plan, 'weigh', 1, { ordinal: 12 }));
    const picked = stage('scatter', moment).tiles.filter(
      ({ station, target }) => station === 'output' && target?.tensor === 'weights',
    );
    expect(picked.map(({ text }) => text)).toEqual(['9', '14', '9', '5']);
  });

  it('draws many cells as one volume that holds the sums so far', () => {
    const example = smallIntegers({ op: 'transposed', input: [16, 16, 2], filters: 3, stride: 2 });
    const moment = example.at(startOfCellAt(example.plan, 0, 40, 'input'), null, 'input');
    const staging = stage('scatter', moment);
    expect(staging.volumes['output'].values).toBe(moment.partial!.after);
    expect(staging.tiles.length).toBeLessThan(400);
  });
});

describe('scatter on a line', () => {
  const line: Partial<ConvSpec> = { input: [1, 3, 1], kernel: [1, 3], stride: [1, 2] };

  it('keeps every stamp in a row of its own above the columns that it was added to', () => {
    const moment = after(3, 'input', line);
    const staging = stage('scatter', moment);
    expect(outputTexts(staging, moment)).toEqual([['1', '2', '5', '4', '9', '6', '9']]);
    expect(layerTexts(staging)).toEqual(['1', '1', '2', '1', '2', '1', '1']);
    const products = staging.tiles.filter(({ station, target }) => station === 'output' && target?.pair);
    const stamps = [...new Set(products.map(({ centre }) => centre[1]))]
      .sort((a, b) => b - a)
      .map((row) => products.filter(({ centre }) => centre[1] === row).map(({ text }) => text));
    expect(stamps).toEqual([
      ['1', '2', '3'],
      ['2', '4', '6'],
      ['3', '6', '9'],
    ]);
    for (const { centre, target } of products) {
      const cell = staging.tiles.find(
        (tile) =>
          tile.kind === 'solid' &&
          tile.target?.tensor === 'output' &&
          String(tile.target.index) === String(target!.pair!.output),
      )!;
      expect(centre[0]).toBeCloseTo(cell.centre[0], 6);
    }
  });

  it('along outputs, shows only the column that is collected', () => {
    const { at, plan } = transposedExample(line);
    const moment = at(stepIn(plan, 'weigh', 1, { ordinal: 2 }));
    const column = stage('scatter', moment).tiles.filter(
      ({ station, target }) => station === 'output' && target?.pair,
    );
    expect(column.map(({ text }) => text)).toEqual(['3', '2']);
    expect(new Set(column.map(({ centre }) => centre[0])).size).toBe(1);
  });
});

describe('gather', () => {
  it('puts the cells apart and zeros as dots round and between them: 45 of 49 places', () => {
    const moment = after(1, 'output');
    const staging = stage('gather', moment);
    const { stretched, input } = staging.volumes;
    expect(stretched.lattice.pitch[0] / input.lattice.pitch[0]).toBeCloseTo(2, 6);
    const dots = staging.tiles.filter(({ kind, size }) => kind === 'plain' && size[0] < 0.2);
    const crossed = staging.tiles.filter(({ kind, text }) => kind === 'mark' && text === '⊗');
    expect(dots).toHaveLength(45 - 8);
    expect(crossed).toHaveLength(8);
  });

  it('turns the kernel by 180° in its own plane: 9 ends top left, and its corner mark bottom right', () => {
    const { at, plan } = transposedExample();
    const slices = (share: number) =>
      stage('gather', at(stepIn(plan, 'filter', share, { ordinal: 0 }))).tiles.filter(
        ({ target, tone, kind }) => target?.tensor === 'weights' && tone === 'kernel' && kind === 'solid',
      );
    const topLeft = (tiles: readonly Tile[]) =>
      [...tiles].sort((a, b) => a.centre[0] - a.centre[1] - (b.centre[0] - b.centre[1]))[0].text;
    expect(topLeft(slices(0.5))).toBe('1');
    expect(topLeft(slices(1))).toBe('9');
  });

  it('crosses the products with a zero and keeps the four real ones of the middle cell', () => {
    const { at, plan } = transposedExample();
    const moment = at(stepIn(plan, 'weigh', 1, { ordinal: 12 }));
    const products = stage('gather', moment).tiles.filter(
      ({ target, tone }) => target?.tensor === 'weights' && (tone === 'line' || tone === 'muted'),
    );
    expect(products.map(({ text }) => text)).toEqual(['9', '⊗', '14', '⊗', '⊗', '⊗', '9', '⊗', '5']);
  });

  it('cuts the grid where the border is negative', () => {
    const staging = stage(
      'gather',
      after(1, 'output', { input: [3, 3, 1], kernel: 2, padding: 2, stride: 2 }),
    );
    expect(staging.volumes['stretched'].solid).not.toBeNull();
    const struck = staging.lines.filter(({ tone, station }) => tone === 'accent' && station === 'bench');
    expect(struck).toHaveLength(8);
  });

  it('lets the weights that meet a zero step back', () => {
    const { at, plan } = transposedExample();
    const slices = kernelTiles(stage('gather', at(stepIn(plan, 'place', 1, { ordinal: 0 }))));
    expect(slices.filter(({ opacity }) => opacity === 1).map(({ text }) => text)).toEqual(['1']);
    expect(slices).toHaveLength(9);
  });

  it('along inputs, keeps the turned kernel and shows the products of no window', () => {
    const { at, plan } = transposedExample();
    const moment = at(stepIn(plan, 'press', 0.5, { ordinal: 1, walk: 'input' }), null, 'input');
    const { tiles } = stage('gather', moment);
    const texts = kernelTiles({ tiles } as Staging).map(({ text }) => text);
    expect(texts).toEqual(['9', '8', '7', '6', '5', '4', '3', '2', '1']);
    expect(tiles.some(({ target }) => target?.pair)).toBe(false);
  });

  it('takes a kernel that was given turned as it was given', () => {
    const { at, plan } = transposedExample();
    const moment = at(stepIn(plan, 'filter', 0.99, { ordinal: 0 }));
    const [view] = moment.stages;
    const given = { ...moment, stages: [{ ...view, turned: true }] };
    expect(stage('gather', moment).tiles.filter(isCorner)).toHaveLength(1);
    expect(stage('gather', given).tiles.filter(isCorner)).toHaveLength(0);
    expect(
      settingOf('gather', given)
        .labels(given)
        .map(({ key }) => key),
    ).not.toContain('turnedKernel');
  });

  it('on a line, slides the kernel along under its window', () => {
    const { at, plan } = transposedExample({ input: [1, 3, 1], kernel: [1, 3], stride: [1, 2] });
    for (const ordinal of [0, 3, 6]) {
      const staging = stage('gather', at(stepIn(plan, 'weigh', 1, { ordinal })));
      const { lattice } = staging.volumes['output'];
      const [, middle] = kernelTiles(staging);
      expect(middle.centre[0]).toBeCloseTo(lattice.origin[0] + ordinal * lattice.pitch[0], 6);
    }
  });

  it('along inputs, outlines every output that the cell in hand feeds, over the same sums as the scatter view', () => {
    const moment = after(2, 'input');
    const staging = stage('gather', moment);
    expect(
      outputTexts(staging, moment).map((row) => row.map((text) => (text === 'missing' ? '' : text))),
    ).toEqual(outputTexts(stage('scatter', moment), moment));
    const outlined = staging.lines.filter(({ station, tone }) => station === 'output' && tone === 'kernel');
    expect(outlined).toHaveLength(9 * 4);
  });

  it.each(['scatter', 'gather'] as const)('%s: reduced motion cuts to the ends of the beats', (road) => {
    const { at, plan } = transposedExample();
    for (const walk of ['input', 'output'] as const) {
      const beat = 'weigh';
      const early = at(stepIn(plan, beat, 0.1, { ordinal: 1, walk }), null, walk);
      const late = at(stepIn(plan, beat, 0.9, { ordinal: 1, walk }), null, walk);
      expect(stage(road, early, true)).toEqual(stage(road, late, true));
    }
  });
});
