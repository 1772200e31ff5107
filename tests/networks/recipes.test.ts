/** Every network against the golden table of what frameworks build: each row, each total, each module. */
import { describe, expect, it } from 'vitest';
import { modulesOf, recipeOf, totals, understand } from '../../src/networks/index.js';
import type { NetworkRow, RowCounts } from '../../src/networks/index.js';
import { goldenKind, goldenNetwork, goldenNetworks, goldenOp, placesOf } from './golden.js';
import type { GoldenCounts, GoldenRow } from './golden.js';

function built(id: string, options?: Readonly<Record<string, number | string>>): readonly NetworkRow[] {
  const { rows, problems } = understand(recipeOf(id)!.build(options));
  expect(problems).toEqual([]);
  return rows;
}

const fourCounts = ({ params, trainable, nonTrainable, macs }: RowCounts | GoldenCounts): object => ({
  params,
  trainable,
  nonTrainable,
  macs,
});

/** A row with what the golden file says about it, in golden words. */
function asGolden(row: NetworkRow, golden: GoldenRow): object {
  const [stage] = row.stages;
  const geometry = stage &&
    golden.kernel && { kernel: stage.kernel, stride: stage.stride, padding: stage.padding };
  const conv = golden.dilation && { dilation: stage.dilation, groups: stage.groups };
  return {
    op: goldenOp(row),
    inputShapes: row.inputs,
    outputShape: row.output,
    ...fourCounts(row),
    ...geometry,
    ...conv,
    ...(golden.effectiveMacs === undefined ? {} : { effectiveMacs: row.usefulMacs }),
    ...(golden.bias === undefined ? {} : { bias: row.stages[row.stages.length - 1].bias }),
  };
}

function expected(golden: GoldenRow): object {
  const { op, inputShape, outputShape, kernel, stride, padding, dilation, groups, effectiveMacs, bias } =
    golden;
  return {
    op,
    inputShapes: golden.inputShapes ?? (golden.from.length === 0 ? [] : [inputShape]),
    outputShape,
    ...fourCounts(golden),
    ...(kernel && { kernel, stride, padding }),
    ...(dilation && { dilation, groups }),
    ...(effectiveMacs === undefined ? {} : { effectiveMacs }),
    ...(bias === undefined ? {} : { bias }),
  };
}

describe.each(goldenNetworks)('$id', ({ id, layers, totals: sums, modules, variants }) => {
  it('has every row of the table', () => {
    const rows = built(id);
    const table = rows.map((row, place) => asGolden(row, layers[place]));
    expect(table).toEqual(layers.map(expected));
    expect(rows.map(({ from }) => from)).toEqual(placesOf(layers));
  });

  it('names its rows as the framework does, each once', () => {
    const names = built(id).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const golden = layers.map(({ name }) => name);
    const once = (name: string): boolean => golden.indexOf(name) === golden.lastIndexOf(name);
    expect(names.filter((_, place) => once(golden[place]))).toEqual(golden.filter(once));
  });

  it('comes to the same totals, kind by kind', () => {
    const { byKind, usefulMacs, ...counts } = totals(built(id));
    expect({ ...fourCounts(counts), effectiveMacs: usefulMacs, byKind: sums.byKind }).toEqual(sums);
    const weighted = [...byKind].filter(([, { params }]) => params > 0);
    const kinds = weighted.map(([kind, { layers: count, params, macs }]) => [
      goldenKind(kind),
      { layers: count, params, macs },
    ]);
    expect(Object.fromEntries(kinds)).toEqual(sums.byKind);
  });

  it('keeps what its separable rows hold in between', () => {
    const separable = layers.flatMap(({ name, parts }) => (parts ? [{ name, parts }] : []));
    const rows = built(id);
    for (const { name, parts } of separable) {
      const [depthwise, pointwise] = rows.find((row) => row.name === name)!.stages;
      const weights = (shape: readonly number[]): number =>
        shape.reduce((product, size) => product * size, 1);
      expect(weights(depthwise.weightShape)).toBe(parts.depthwise.params);
      expect(weights(pointwise.weightShape) + (pointwise.bias ? pointwise.filters : 0)).toBe(
        parts.pointwise.params,
      );
    }
    expect(rows.filter(({ kind }) => kind === 'separable')).toHaveLength(separable.length);
  });

  it('comes to the same modules', () => {
    if (!modules) return;
    const found = modulesOf(built(id));
    expect(modules.map(({ module }) => [module, fourCounts(totals(found.get(module) ?? []))])).toEqual(
      modules.map((module) => [module.module, fourCounts(module)]),
    );
  });

  it('comes to the same totals at every setting', () => {
    for (const { alpha, resolution, effectiveMacs, ...counts } of variants ?? []) {
      const { usefulMacs, ...sum } = totals(built(id, { alpha, resolution }));
      expect({ ...fourCounts(sum), usefulMacs }).toEqual({
        ...fourCounts(counts),
        usefulMacs: effectiveMacs,
      });
    }
  });
});

it('widens depthwise layers by the multiplier', () => {
  const rows = built('mobilenet-v1', { multiplier: 2 });
  expect(totals(rows).params).toBe(7_457_928);
  expect(rows.find(({ name }) => name === 'conv_dw_1')?.output).toEqual([112, 112, 64]);
});

it('knows all sixteen sizes of MobileNet V1', () => {
  expect(goldenNetwork('mobilenet-v1').variants).toHaveLength(16);
});
