/** Where the pictures of the network laboratory put things. */
import { describe, expect, it } from 'vitest';
import { recipes, trainingRuns } from '../../../src/networks/index.js';
import { layOutFlow, type Flow } from '../../../src/views/networks/flow.js';
import { layOutScatter, networkPoints } from '../../../src/views/networks/scatter.js';
import { curveChart, gapOf, runFacts } from '../../../src/views/networks/training.js';
import { treemapTiles } from '../../../src/views/networks/treemap.js';
import golden from '../../golden/networks.json' with { type: 'json' };
import { built, fromSpec } from './built.js';

describe('the treemap', () => {
  const { rows, totals } = built('mobilenet-v1');

  it('gives every row an area by what it spends, all inside the picture', () => {
    const tiles = treemapTiles(rows, 'macs', [800, 500]);
    expect(tiles).toHaveLength(rows.filter(({ macs }) => macs > 0).length);
    expect(tiles.reduce((sum, { value }) => sum + value, 0)).toBe(totals.macs);
    for (const { x, y, width, height } of tiles) {
      expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(800);
      expect(y + height).toBeLessThanOrEqual(500);
    }
    const largest = [...tiles].sort((one, other) => other.width * other.height - one.width * one.height)[0];
    expect(largest.share).toBeCloseTo(51_380_224 / 568_740_352, 10);
  });

  it('has none where there is nothing to measure', () => {
    expect(
      treemapTiles(fromSpec({ layers: [{ name: 'in', op: 'input', shape: [3] }] }).rows, 'macs', [9, 9]),
    ).toEqual([]);
  });
});

describe('the flow', () => {
  const flowOf = (id: string): { flow: Flow; at: (name: string) => Flow['nodes'][number] } => {
    const { rows } = built(id);
    const flow = layOutFlow(rows);
    return {
      flow,
      at: (name) => flow.nodes.find((node) => node.rows.some((row) => rows[row].name === name))!,
    };
  };

  it('has norms and activations in the node that they finish', () => {
    const { flow, at } = flowOf('mobilenet-v1');
    expect(at('conv1')).toBe(at('conv1_relu'));
    expect(flow.nodes).toHaveLength(32);
    expect(flow.edges.every(({ x }) => x === null)).toBe(true);
    expect([flow.left, flow.right]).toEqual([0.5, 0.5]);
  });

  it('puts the four branches of an Inception module side by side, and joins them in the middle', () => {
    const { at } = flowOf('googlenet');
    const first = ['branch1_1x1', 'branch2_reduce', 'branch3_reduce'].map((name) =>
      at(`inception3a.${name}`),
    );
    expect(new Set(first.map(({ rank }) => rank)).size).toBe(1);
    expect(first.map(({ x }) => x)).toEqual([-1.5, -0.5, 0.5]);
    expect(at('cat').x).toBe(0);
    expect(at('cat').rank).toBe(first[0].rank + 2);
  });

  it('leads a shortcut past what it leaves out, outside of it', () => {
    const { rows } = built('mobilenet-v2');
    const flow = layOutFlow(rows);
    const shortcuts = flow.edges.filter(({ x }) => x !== null);
    expect(shortcuts).toHaveLength(rows.filter(({ kind }) => kind === 'add').length);
    for (const { x } of shortcuts) expect(Math.abs(x!)).toBeGreaterThan(0.5);
  });

  it.each(recipes.map(({ id }) => id))(
    'of %s has no two nodes in one place and no edge through a node',
    (id) => {
      const { flow } = flowOf(id);
      const places = flow.nodes.map(({ rank, x }) => `${rank} ${x}`);
      expect(new Set(places).size).toBe(places.length);
      for (const { from, to, x } of flow.edges) {
        const [first, last] = [flow.nodes[from].rank, flow.nodes[to].rank];
        expect(last).toBeGreaterThan(first);
        const passed = flow.nodes.filter((node) => node.rank > first && node.rank < last);
        expect(passed.filter((node) => x === null || Math.abs(node.x - x) < 0.5)).toEqual([]);
      }
    },
  );
});

describe('all networks', () => {
  it('have an accuracy only where a source is named', () => {
    const points = networkPoints();
    expect(points.filter(({ settings }) => Object.keys(settings).length === 0)).toHaveLength(recipes.length);
    const sources = points.flatMap(({ published }) => published?.source ?? []);
    expect(sources.length).toBeGreaterThan(2);
    expect(sources).not.toContain('');
  });

  it('lie further right the more they multiply, higher the more they hold, and their texts apart', () => {
    const points = networkPoints();
    const { points: placed, labels } = layOutScatter(points, [900, 600], 24, (index) =>
      index % 2 ? 0 : 120,
    );
    const byMacs = points
      .map((_, index) => index)
      .sort((one, other) => points[one].macs - points[other].macs);
    const across = byMacs.map((index) => placed[index].x);
    expect(across).toEqual([...across].sort((one, other) => one - other));
    const byParams = [...byMacs].sort((one, other) => points[one].params - points[other].params);
    const up = byParams.map((index) => -placed[index].y);
    expect(up).toEqual([...up].sort((one, other) => one - other));
    expect(labels.filter((label) => label === null)).toHaveLength(
      points.filter((_, index) => index % 2).length,
    );
  });
});

describe('training', () => {
  const printed = golden.trainingCurves;

  it('holds what the text printed, number by number', () => {
    for (const { network, epochs } of trainingRuns) {
      const run = printed[network as 'vgg-cifar' | 'vgg-cifar-separable'];
      expect({
        loss: epochs.map(({ loss }) => loss),
        acc: epochs.map(({ accuracy }) => accuracy),
        valLoss: epochs.map(({ validationLoss }) => validationLoss),
        valAcc: epochs.map(({ validationAccuracy }) => validationAccuracy),
        epochSeconds: epochs.map(({ seconds }) => seconds),
        msPerStep: epochs.map(({ millisecondsPerStep }) => millisecondsPerStep),
      }).toEqual(run);
    }
  });

  it('comes to 8.35 times fewer multiply-adds in 1.24 times less time', () => {
    const [standard, separable] = trainingRuns.map(runFacts);
    expect(standard).toMatchObject({
      bestAccuracy: { value: 0.756, epoch: 8 },
      lowestLoss: { value: 0.7445, epoch: 5 },
    });
    expect(separable).toMatchObject({
      bestAccuracy: { value: 0.7582, epoch: 9 },
      lowestLoss: { value: 0.7348, epoch: 9 },
    });
    expect([standard.seconds, separable.seconds]).toEqual([103, 83]);
    expect([standard.lastGap, separable.lastGap].map((gap) => gap.toFixed(4))).toEqual(['0.1642', '0.1027']);
    expect((standard.macs / separable.macs).toFixed(2)).toBe('8.35');
    expect((standard.seconds / separable.seconds).toFixed(2)).toBe('1.24');
    expect([standard.millisecondsPerStep, separable.millisecondsPerStep]).toEqual([26.4, 21.4]);
  });

  it('is drawn inside its picture, one point an epoch', () => {
    for (const quantity of ['accuracy', 'loss'] as const) {
      const { curves, epochs } = curveChart(trainingRuns, quantity, [600, 300], 24);
      expect([curves.length, epochs.length]).toEqual([4, 10]);
      for (const { points, path } of curves) {
        expect(path.split('L')).toHaveLength(10);
        for (const { x, y } of points) expect(x >= 0 && x <= 600 && y >= 0 && y <= 300).toBe(true);
      }
    }
    expect(gapOf(trainingRuns[0].epochs[0])).toBeCloseTo(-0.0801, 10);
  });
});
