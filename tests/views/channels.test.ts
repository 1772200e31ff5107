import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan, tensor, termsOf, type ConvSpec, type Tensor } from '../../src/math/index.js';
import { highlightOf } from '../../src/timeline/highlight.js';
import type { Moment, Selection } from '../../src/timeline/types.js';
import { ChannelMemory } from '../../src/views/channels/memory.js';
import { channelSentence, groupStops } from '../../src/views/channels/sentence.js';
import { squareOf, weightOf } from '../../src/views/channels/slices.js';
import { cellSums, type CellSums } from '../../src/views/channels/sums.js';
import { channelTable, type ChannelTable } from '../../src/views/channels/table.js';
import { squareAt } from '../../src/views/channels/map.js';
import { anyCase } from '../fixtures/random-spec.js';
import { chinese, english, momentOf, threeTextures } from './moments.js';

const SEED = 20240612;

/** The worked examples’ three textures and a fourth channel, (row + column) mod 3. */
function fourTextures(): Tensor {
  const three = threeTextures();
  const cells = Array.from({ length: 25 }, (_, place) => [
    ...three.data.subarray(3 * place, 3 * place + 3),
    (Math.floor(place / 5) + (place % 5)) % 3,
  ]);
  return tensor([1, 5, 5, 4], cells.flat());
}

/** The formula of the grouped example; a weight keeps its value when the groups change. */
function groupedWeights(groups: number): Tensor {
  const depth = 4 / groups;
  const values: number[] = [];
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      for (let inGroup = 0; inGroup < depth; inGroup++) {
        for (let filter = 0; filter < 4; filter++) {
          const channel = Math.floor(filter / depth) * depth + inGroup;
          values.push(((3 * row + 5 * column + 7 * channel + 4 * filter + row * column) % 5) - 2);
        }
      }
    }
  }
  return tensor([3, 3, depth, 4], values);
}

const grouped = (
  groups: number,
  { step = 0, input = fourTextures(), selection }: Partial<Parts> = {},
): Moment => {
  const moment = momentOf({
    spec: { input: [5, 5, 4], filters: 4, groups },
    input,
    tensors: { weights: groupedWeights(groups) },
    step,
    ...(selection ? { selection } : {}),
  });
  return { ...moment, highlight: highlightOf(moment.plan, selection ?? null) };
};
interface Parts {
  readonly step: number;
  readonly input: Tensor;
  readonly selection: Selection;
}

const tableOf = (moment: Moment, memory = new ChannelMemory()): ChannelTable => {
  memory.note(moment);
  return channelTable(moment, 0, { say: english, memory });
};
const marks = (
  table: ChannelTable,
  is: (square: ChannelTable['rows'][number]['squares'][number]) => boolean,
) => table.rows.map(({ squares }) => squares.map((square) => (is(square) ? '#' : '.')).join(''));

describe('squares', () => {
  it('are the relation: each weight that a cell reads joins its own two channels, in both operations', () => {
    fc.assert(
      fc.property(anyCase(), ({ spec }) => {
        const [stage] = plan(spec).stages;
        for (let channel = 0; channel < stage.output[3]; channel++) {
          for (const { input, weight } of termsOf(stage, [0, 0, 0, channel])) {
            const square = squareOf(stage, weight);
            expect(square.output).toBe(channel);
            expect(input ? input[3] : square.input).toBe(square.input);
            expect(weightOf(stage, square, weight[0], weight[1])).toEqual(weight);
          }
        }
      }),
      { seed: SEED, numRuns: 80 },
    );
  });
});

describe('the table of a grouped convolution', () => {
  it('falls apart into blocks as the groups grow, and the weights with it', () => {
    const tables = [1, 2, 4].map((groups) => tableOf(grouped(groups)));
    expect(tables.map(({ weights }) => weights)).toEqual(['3·3·4·4 = 144', '3·3·2·4 = 72', '3·3·4 = 36']);
    expect(tables.map((table) => marks(table, ({ present }) => present))).toEqual([
      ...[['####', '####', '####', '####'], ['##..', '##..', '..##', '..##'], ['#...', '.#..', '..#.', '...#']], // prettier-ignore
    ]);
    expect(tables.map((table) => marks(table, ({ wallBefore }) => wallBefore)[0])).toEqual([
      '....',
      '..#.',
      '.###',
    ]);
    expect(groupStops(tables[0])).toEqual([1, 2, 4]);
  });

  it('keeps the face of what fell out, and gives the old values back', () => {
    const memory = new ChannelMemory();
    const whole = tableOf(grouped(1), memory);
    const fallen = tableOf(grouped(4), memory).rows[0].squares[3];
    expect([fallen.present, fallen.values]).toEqual([false, whole.rows[0].squares[3].values]);
    expect(tableOf(grouped(1), memory)).toEqual(whole);
    expect(tableOf(grouped(4)).rows[0].squares[3].values).toBeNull();
  });

  it('lights what is pointed at: an input channel its own filters, an output its row', () => {
    const pointed = (tensorName: 'input' | 'output', index: number[], groups = 2): string[] => {
      const selection = { stage: 0, tensor: tensorName, index, pinned: false } as const;
      return marks(tableOf(grouped(groups, { selection })), ({ lit }) => lit);
    };
    expect(pointed('input', [0, 2, 2, 1])).toEqual(['.#..', '.#..', '....', '....']);
    expect(pointed('input', [0, 2, 2, 1], 4)).toEqual(['....', '.#..', '....', '....']);
    expect(pointed('output', [0, 0, 0, 2])).toEqual(['....', '....', '..##', '....']);
    expect(pointed('output', [0, 0, 0, 2], 1)).toEqual(['....', '....', '####', '....']);
  });

  it('lights the row of the filter in hand while it runs, and in it the channel that is added', () => {
    const table = tableOf(grouped(1, { step: 36 * 9 + 14 }));
    expect(table.rows.map(({ current }) => current)).toEqual([false, true, false, false]);
    expect(marks(table, ({ lit }) => lit)).toEqual(['....', '####', '....', '....']);
    expect(marks(table, ({ current }) => current)).toEqual(['....', '.#..', '....', '....']);
  });

  it('says who reads whom, in both languages', () => {
    const said = (groups: number, say = english): string => channelSentence(tableOf(grouped(groups)), say);
    expect(said(2)).toBe(
      '2 groups: filters 1 and 2 read channels 1 and 2, filters 3 and 4 read channels 3 and 4; 72 weights in place of 144.',
    );
    expect(said(2, chinese)).toBe(
      '2 组：滤波器 1、2 只看通道 1、2，滤波器 3、4 只看通道 3、4；权重由 144 个减为 72 个。',
    );
    expect(said(4)).toMatch(/4 groups of one channel: this is a depthwise convolution/);
    expect(said(1)).toMatch(/every filter reads every channel; 144 weights/);
    const doubled = momentOf({
      spec: { input: [5, 5, 3], filters: 6, groups: 3 },
      input: threeTextures(),
      tensors: { weights: tensor([3, 3, 1, 6], 1) },
      step: 0,
    });
    expect(channelSentence(tableOf(doubled), english)).toMatch(/multiplier 2; 54 weights in place of 162/);
  });

  it('has outputs as rows for a transposed convolution too, whose weight axes are swapped', () => {
    const spec: ConvSpec = { op: 'transposed', input: [2, 2, 2], filters: 3, kernel: 1 };
    const weights = tensor([1, 1, 3, 2], [1, 2, 3, 4, 5, 6]);
    const table = tableOf(momentOf({ spec, input: tensor([1, 2, 2, 2], 1), tensors: { weights }, step: 0 }));
    expect(table.rows.map(({ squares }) => squares.map(({ values }) => values![0]))).toEqual([[1, 2], [3, 4], [5, 6]]); // prettier-ignore
  });

  it('lists one row of a table that is too large, and finds its squares on the map', () => {
    const moment = momentOf({
      spec: { input: [1, 1, 64], filters: 128, kernel: 1 },
      input: tensor([1, 1, 1, 64], 1),
      tensors: { weights: tensor([1, 1, 64, 128], 1) },
      step: 0,
    });
    const table = tableOf(moment);
    expect([table.thinned, table.rows.length, table.columns.length, table.hidden]).toEqual([true, 1, 32, 32]);
    expect(squareAt(moment.stages[0], 0.999, 0.5)).toEqual({ output: 64, input: 63 });
  });
});

describe('the channel sums of the cell in hand', () => {
  const parts = (sums: CellSums | null) =>
    sums && [
      sums.parts.map(({ value, dropped }) => (dropped ? `~${value}` : String(value))).join(' '),
      sums.total,
    ];

  it('are −13, −3, 33, −6; the groups drop some and the others add up: 11, −16, −13', () => {
    const memory = new ChannelMemory();
    const sums = [1, 2, 4].map((groups) => {
      const moment = grouped(groups, { step: 36 / groups });
      memory.note(moment);
      return parts(cellSums(moment, memory));
    });
    expect(sums).toEqual([['-13 -3 33 -6', 11], ['-13 -3 ~33 ~-6', -16], ['-13 ~-3 ~33 ~-6', -13]]); // prettier-ignore
  });

  it('are −11, 15, −13, 7 for filter 4: −2, with two groups −6', () => {
    const memory = new ChannelMemory();
    const sums = [1, 2].map((groups) => {
      const moment = grouped(groups, { step: (27 + 1) * (36 / groups) });
      memory.note(moment);
      return parts(cellSums(moment, memory));
    });
    expect(sums).toEqual([['-11 15 -13 7', -2], ['~-11 ~15 -13 7', -6]]); // prettier-ignore
  });

  it('are not told before the cell is made, nor while another filter or cell is pointed at', () => {
    const told = (step: number, tensor: 'output' | 'weights', index: number[]): unknown => {
      const selection = { stage: 0, tensor, index, pinned: true } as const;
      return parts(cellSums(grouped(1, { step, selection }), new ChannelMemory()));
    };
    for (const step of [0, 20]) expect(cellSums(grouped(1, { step }), new ChannelMemory())).toBeNull();
    expect(told(36, 'weights', [0, 2, 3, 1])).toBeNull();
    expect(told(36, 'output', [0, 0, 1, 0])).toBeNull();
    expect(told(36, 'weights', [0, 2, 3, 0])).toEqual(['-13 -3 33 -6', 11]);
    expect(told(36, 'output', [0, 0, 0, 0])).toEqual(['-13 -3 33 -6', 11]);
  });

  it('forget what was dropped when its numbers no longer hold', () => {
    const memory = new ChannelMemory();
    memory.note(grouped(1, { step: 36 }));
    const input = fourTextures();
    input.data[2] += 1;
    const changed = grouped(4, { input, step: 9 });
    memory.note(changed);
    expect(parts(cellSums(changed, memory))).toEqual(['-13 ~-3 ~-6', -13]);
  });
});
