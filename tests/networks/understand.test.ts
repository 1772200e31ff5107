/** What is understood of a graph, what is refused and how, and what memory it takes. */
import { describe, expect, it } from 'vitest';
import { plan } from '../../src/variants/plan-layer.js';
import { peakActivationBytes, recipeOf, recipes, totals, understand } from '../../src/networks/index.js';
import type { LayerRow, Network, NetworkSpec } from '../../src/networks/index.js';

const input: LayerRow = { name: 'input', op: 'input', shape: [8, 8, 4] };
const relu = { op: 'activation', activation: 'relu' } as const;

const network = (...layers: readonly object[]): Network => understand({ layers } as NetworkSpec);

/** Keys and values of all problems. */
const problemsOf = (...layers: readonly object[]): object[] =>
  network(...layers).problems.map(({ key, parameters }) => ({ key, ...parameters }));

const shapesOf = (...layers: readonly object[]): Record<string, unknown> => {
  const { rows, problems } = network(...layers);
  expect(problems).toEqual([]);
  return Object.fromEntries(rows.map(({ name, output }) => [name, output]));
};

describe('a graph', () => {
  it('reads the row before where nothing else is said', () => {
    const { rows } = network(input, { name: 'a', ...relu }, { name: 'b', ...relu });
    expect(rows.map(({ from }) => from)).toEqual([[], [0], [1]]);
  });

  it('is put in order, whatever the order of its rows', () => {
    const { rows, problems } = network(
      { name: 'sum', op: 'add', from: ['left', 'right'] },
      { name: 'left', ...relu, from: ['input'] },
      input,
      { name: 'right', ...relu, from: ['input'] },
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ name }) => name)).toEqual(['input', 'left', 'right', 'sum']);
    expect(rows.at(-1)!.from).toEqual([1, 2]);
  });

  it('names the edge that closes a cycle', () => {
    const problems = problemsOf(
      input,
      { name: 'a', op: 'add', from: ['input', 'c'] },
      { name: 'b', ...relu, from: ['a'] },
      { name: 'c', ...relu, from: ['b'] },
      { name: 'after', ...relu, from: ['c'] },
    );
    expect(problems).toEqual([{ key: 'network.problem.cycle', source: 'c', name: 'a' }]);
  });

  it('names a row that reads itself', () => {
    const problems = problemsOf(input, { name: 'a', ...relu, from: ['a'] });
    expect(problems).toEqual([{ key: 'network.problem.cycle', source: 'a', name: 'a' }]);
  });

  it('names the edge whose shapes do not fit', () => {
    const problems = problemsOf(
      input,
      { name: 'half', op: 'max-pool' },
      { name: 'sum', op: 'add', from: ['input', 'half'] },
      { name: 'after', ...relu },
    );
    const [given, allowed] = ['4 × 4 × 4', '8 × 8 × 4'];
    expect(problems).toEqual([
      { key: 'network.problem.shapes-differ', source: 'half', name: 'sum', given, allowed },
    ]);
  });

  it.each([
    [
      'a source that is not there',
      { name: 'a', ...relu, from: ['nowhere'] },
      'missing-source',
      { source: 'nowhere' },
    ],
    ['nothing to read', { name: 'a', ...relu, from: [] }, 'no-source', {}],
    ['two sources for one', { name: 'a', ...relu, from: ['input', 'input'] }, 'one-source', { given: 2 }],
    ['a name that is taken', { name: 'input', ...relu }, 'duplicate-name', {}],
    ['a word that is no row', { name: 'a', op: 'convolution' }, 'unknown-op', { given: '"convolution"' }],
    [
      'no shape',
      { name: 'a', op: 'input', shape: [8, 0, 1] },
      'bad-value',
      { field: 'shape', given: '[8,0,1]' },
    ],
    ['no activation', { name: 'a', op: 'activation', activation: 'x' }, 'bad-value', { field: 'activation' }],
    ['another size', { name: 'a', op: 'reshape', shape: [7] }, 'shapes-differ', { given: '8 × 8 × 4' }],
    ['too much cropped', { name: 'a', op: 'cropping', padding: 4 }, 'bad-value', { field: 'padding' }],
    ['too large a kernel', { name: 'a', op: 'conv', kernel: 9 }, 'layer', { source: 'input' }],
    ['too large a window', { name: 'a', op: 'max-pool', kernel: 9 }, 'layer', { source: 'input' }],
    ['no units', { name: 'a', op: 'dense', units: 0 }, 'layer', { source: 'input' }],
  ])('refuses %s', (_, row, kind, values) => {
    const problems = problemsOf(input, row);
    expect(problems).toEqual([
      expect.objectContaining({ key: `network.problem.${kind}`, name: row.name, ...values }),
    ]);
  });

  it('refuses a convolution of a list', () => {
    const problems = problemsOf(input, { name: 'flat', op: 'flatten' }, { name: 'conv', op: 'conv' });
    expect(problems).toEqual([
      { key: 'network.problem.needs-plane', source: 'flat', name: 'conv', given: '256' },
    ]);
  });

  it("hands on the plan's own reasons", () => {
    const layer = { op: 'conv', filters: 3, kernel: 3, groups: 2 } as const;
    const [{ reasons }] = network(input, { name: 'conv', ...layer }).problems;
    const alone = plan({ input: [8, 8, 4], ...layer, op: 'conv' });
    expect(reasons).toEqual(alone.problems);
  });

  it.each([[null], [42], ['text'], [[]], [{}], [{ layers: 'none' }]])(
    'refuses %j without throwing',
    (given) => {
      const { problems, rows } = understand(given as unknown as NetworkSpec);
      expect(problems[0].key).toBe('network.problem.not-a-network');
      expect(rows).toEqual([]);
    },
  );

  it('refuses rows that are none, and tells their place', () => {
    const problems = problemsOf(input, 7 as unknown as object, { op: 'flatten' });
    expect(problems).toEqual([
      { key: 'network.problem.not-a-row', position: 2, given: '7' },
      { key: 'network.problem.not-a-row', position: 3, given: '{…}' },
    ]);
    expect(problemsOf()).toEqual([{ key: 'network.problem.empty' }]);
  });

  it('goes on with the parts that do not read what is wrong', () => {
    const { rows } = network(
      input,
      { name: 'wrong', op: 'conv', kernel: 9 },
      { name: 'behind', ...relu },
      { name: 'beside', op: 'flatten', from: ['input'] },
    );
    expect(rows.map(({ output }) => output)).toEqual([[8, 8, 4], null, null, [256]]);
  });

  it('lists what it does not know, with what its text says', () => {
    const { rows, problems } = network(
      input,
      { name: 'odd', op: 'unknown', type: 'SpatialAttention', output: [4, 4, 2], params: 99 },
      { name: 'conv', op: 'conv', filters: 3, kernel: 1 },
    );
    expect(problems).toEqual([]);
    expect(rows[1]).toMatchObject({ kind: 'unknown', output: [4, 4, 2], params: 99, macs: 0 });
    expect(rows[2].output).toEqual([4, 4, 3]);
    expect(totals(rows).params).toBe(99 + 2 * 3);
  });
});

describe('shapes of plain rows', () => {
  it('are what frameworks give', () => {
    const shapes = shapesOf(
      input,
      { name: 'padded', op: 'zero-padding', padding: [0, 1, 0, 1] },
      { name: 'cropped', op: 'cropping', padding: [1, 2] },
      { name: 'larger', op: 'upsampling', factor: [2, 3] },
      { name: 'seven', op: 'adaptive-average-pool', size: 7 },
      { name: 'ceil', op: 'max-pool', kernel: 3, stride: 2, ceil: true },
      { name: 'same', op: 'average-pool', kernel: 3, stride: 2, padding: 'same' },
      { name: 'mean', op: 'global-average-pool', keepsPlane: true },
      { name: 'list', op: 'reshape', shape: [2, 2] },
      { name: 'flat', op: 'flatten' },
      { name: 'end', op: 'softmax' },
    );
    expect(Object.values(shapes)).toEqual([
      [8, 8, 4],
      [9, 9, 4],
      [7, 5, 4],
      [14, 15, 4],
      [7, 7, 4],
      [3, 3, 4],
      [2, 2, 4],
      [1, 1, 4],
      [2, 2],
      [4],
      [4],
    ]);
  });

  it.each([
    // PyTorch 2: a last window must begin on the input or on what pads it in front.
    [{ kernel: 3, stride: 2 }, 6, 3],
    [{ kernel: 3, stride: 2, padding: 1 }, 6, 4],
    [{ kernel: 2, stride: 2, padding: 1 }, 6, 4],
    [{ kernel: 2, stride: 3, padding: 1 }, 6, 3],
    [{ kernel: 1, stride: 3 }, 5, 2],
  ])('%j with partial windows makes %i cells %i', (pool, cells, expected) => {
    const shapes = shapesOf(
      { ...input, shape: [cells, cells, 1] },
      { name: 'pool', op: 'max-pool', ceil: true, ...pool },
    );
    expect(shapes.pool).toEqual([expected, expected, 1]);
  });

  it('a dense row works on the last axis', () => {
    const { rows } = network(input, { name: 'dense', op: 'dense', units: 5 });
    expect(rows[1]).toMatchObject({ output: [8, 8, 5], params: 25, macs: 8 * 8 * 20 });
  });

  it('batch norm without gamma has one trained number less a channel', () => {
    const { rows } = network(input, { name: 'norm', op: 'batch-norm', scale: false });
    expect(rows[1]).toMatchObject({ params: 12, trainable: 4, nonTrainable: 8 });
  });
});

describe('memory', () => {
  it('counts what is kept, and what lives at one time', () => {
    const { rows } = network(
      input,
      { name: 'left', op: 'conv', filters: 2, kernel: 1, from: ['input'] },
      { name: 'right', op: 'conv', filters: 4, kernel: 1, from: ['input'] },
      { name: 'joined', op: 'concat', from: ['left', 'right'] },
      { name: 'end', op: 'global-average-pool' },
    );
    const cells = 64;
    const { activationBytes, weightBytes } = totals(rows);
    expect(weightBytes).toEqual({ float32: 4 * (8 + 16), int8: 24 });
    expect(activationBytes.int8).toBe(cells * (4 + 2 + 4 + 6) + 6);
    // While the branches are joined, both and the result live; the input is done by then.
    expect(peakActivationBytes(rows).int8).toBe(cells * (2 + 4 + 6));
  });

  it('counts what a separable row holds in between', () => {
    const { rows } = network(input, {
      name: 'layer',
      op: 'separable',
      filters: 2,
      kernel: 3,
      padding: 'same',
    });
    expect(totals(rows).activationBytes.float32).toBe(4 * 64 * (4 + 4 + 2));
  });
});

it('opens each weighted row as a layer of its own, with the same stages', () => {
  const rows = recipes.flatMap((recipe) => understand(recipe.build()).rows);
  const weighted = rows.flatMap(({ layer, stages }) => (layer ? [{ layer, stages }] : []));
  expect(weighted.length).toBeGreaterThan(400);
  expect(weighted.map(({ layer }) => plan(layer).stages)).toEqual(weighted.map(({ stages }) => stages));
});

it('builds the generator of DCGAN as its figure has it', () => {
  const { rows, problems } = understand(recipeOf('dcgan-generator')!.build());
  expect(problems).toEqual([]);
  const planes = rows.filter(({ kind }) => kind === 'transposed').map(({ output }) => output);
  expect(planes).toEqual([
    [8, 8, 512],
    [16, 16, 256],
    [32, 32, 128],
    [64, 64, 3],
  ]);
});

it('understands a thousand rows at once', () => {
  const layers: LayerRow[] = [{ name: 'input', op: 'input', shape: [32, 32, 16] }];
  for (let index = 0; index < 500; index++) {
    const from = [layers.at(-1)!.name];
    layers.push({ name: `conv${index}`, op: 'conv', filters: 16, padding: 'same', from });
    layers.push({ name: `add${index}`, op: 'add', from: [`conv${index}`, ...from] });
  }
  const start = performance.now();
  const { rows, problems } = understand({ layers });
  expect(problems).toEqual([]);
  expect(totals(rows).params).toBe(500 * 9 * 16 * 16);
  // A generous limit: it catches what grows with the square of the rows, not a busy machine.
  expect(performance.now() - start).toBeLessThan(2000);
});
