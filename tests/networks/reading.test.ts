/** Networks of other people: what frameworks printed and saved (record.py says with which versions), and what is wrong with texts. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readNetwork, recipeOf, totals, understand } from '../../src/networks/index.js';
import type { NetworkRow, ReadNetwork, Shape, Totals } from '../../src/networks/index.js';

const printed = (name: string): string => readFileSync(`tests/networks/printed/${name}.txt`, 'utf8');
const saved = (name: string): Uint8Array => readFileSync(`tests/networks/printed/${name}.onnx`);

interface Understood {
  readonly read: ReadNetwork;
  readonly rows: readonly NetworkRow[];
  readonly sum: Totals;
}

function understood(given: string | Uint8Array, input?: Shape): Understood {
  const read = readNetwork(given, input);
  expect(read.problems).toEqual([]);
  const { rows, problems } = understand(read.spec!);
  expect(problems).toEqual([]);
  return { read, rows, sum: totals(rows) };
}

const notesOf = ({ read }: Understood, key: string): readonly object[] =>
  read.notes
    .filter((note) => note.key === `network.note.${key}`)
    .map(({ parameters, line }) => ({ ...parameters, line }));

const problemsOf = (given: string | Uint8Array, input?: Shape): readonly object[] =>
  readNetwork(given, input).problems.map(({ key, parameters, line }) => ({
    key: key.replace('network.read.', ''),
    ...parameters,
    line,
  }));

const row = ({ rows }: Understood, wanted: string): NetworkRow => rows.find(({ name }) => name === wanted)!;

describe("Keras' summary", () => {
  it('of a sequential model begins behind its input', () => {
    const found = understood(printed('keras-sequential'));
    expect(found.read.format).toBe('keras');
    expect(notesOf(found, 'assumed-input')).toEqual([{ shape: '28 × 28 × 1', line: null }]);
    expect(found.sum).toMatchObject({ params: 29_738, trainable: 29_610, nonTrainable: 128 });
    const kinds = found.rows.map(({ kind }) => kind);
    expect(kinds).toEqual(
      'input standard max-pool standard batch-norm separable flatten dropout dense'.split(' '),
    );
    expect(found.rows[3].stages[0]).toMatchObject({
      kernel: [3, 3],
      stride: [2, 2],
      paddingMode: 'same',
      bias: true,
    });
    expect(notesOf(found, 'deduced')).toEqual([{ count: 3, line: null }]);
  });

  it('takes the input that somebody gives', () => {
    const found = understood(printed('keras-sequential'), [28, 28, 1]);
    expect(notesOf(found, 'assumed-input')).toEqual([]);
  });

  it('comes to the numbers of its network although names are cut off', () => {
    const found = understood(printed('keras-mobilenet-v2'));
    const golden = totals(understand(recipeOf('mobilenet-v2')!.build()).rows);
    const { params, trainable, macs } = golden;
    expect(found.sum).toMatchObject({ params, trainable, macs });
    expect(found.rows.filter(({ kind }) => kind === 'add')).toHaveLength(10);
    expect(notesOf(found, 'cut-names')).toHaveLength(1);
    expect(notesOf(found, 'totals-differ')).toEqual([]);
  });

  it('lists what has no rule, with its line, and goes on', () => {
    const found = understood(printed('keras-efficientnet-b0'));
    expect(notesOf(found, 'unknown')).toEqual([{ name: 'normalization', type: 'Normalization', line: 11 }]);
    // Tan and Le 2019 give 0.39 billion; PyTorch's export of the same network has 385,814,752 too.
    expect(found.sum).toMatchObject({ params: 5_330_571, macs: 385_814_752 });
  });

  it('tells nested models by their own rows', () => {
    const found = understood(printed('keras-nested'));
    expect(found.rows.map(({ kind }) => kind)).toEqual(
      'input standard transposed upsampling transposed pointwise'.split(' '),
    );
    expect(row(found, 'conv2d_transpose_1').from).toEqual([2]);
    expect(row(found, 'up_sampling2d').from).toEqual([0]);
    expect(found.sum.params).toBe(575);
  });

  it('lists a nested model that stays closed', () => {
    const found = understood(printed('keras-nested-closed'));
    expect(notesOf(found, 'unknown')).toEqual([{ name: 'inner', type: 'Sequential', line: 8 }]);
    expect(row(found, 'inner')).toMatchObject({ kind: 'unknown', output: [53, 53, 4], params: 372 });
    expect(found.sum.params).toBe(575);
  });

  it('of Keras 2 is read over its broken lines', () => {
    const found = understood(printed('keras-2'));
    expect(found.sum).toMatchObject({ params: 5722, trainable: 5658 });
    expect(row(found, 'add').from.map((index) => found.rows[index].name)).toEqual([
      're_lu',
      'block_2_normalisation',
    ]);
    expect(row(found, 'zero_padding2d').asked).toMatchObject({ padding: [1, 2, 1, 2] });
    expect(row(found, 'depthwise_conv2d').stages[0]).toMatchObject({ stride: [2, 2], paddingMode: 'valid' });
    expect(notesOf(found, 'unknown')).toEqual([{ name: 'tf.nn.relu6', type: 'TFOpLambda', line: 25 }]);
  });

  it('with open sizes asks for them', () => {
    expect(problemsOf(printed('keras-mobilenet-v3-small'))).toEqual([
      { key: 'no-size', name: expect.stringMatching(/^input_layer/), line: 5 },
    ]);
  });

  const table = printed('keras-sequential').split('\n');
  const broken = (line: number, change: (text: string) => string): string =>
    table.map((text, index) => (index + 1 === line ? change(text) : text)).join('\n');
  it.each([
    ['a row without a class', 7, (text: string) => text.replace('(MaxPooling2D)', ''.padEnd(14)), 'row'],
    ['a row without parameters', 7, (text: string) => text.replace(' 0 │', '   │'), 'row'],
    ['parameters that are no number', 7, (text: string) => text.replace(' 0 │', ' x │'), 'params'],
    [
      'a shape that is none',
      9,
      (text: string) => text.replace('(None, 7, 7, 64)', '7 by 7 by 64    '),
      'shape',
    ],
  ])('names the line of %s', (_, line, change, key) => {
    expect(broken(line, change)).not.toBe(table.join('\n'));
    expect(problemsOf(broken(line, change))).toEqual([expect.objectContaining({ key, line })]);
  });

  it('names the line of a source that is not there', () => {
    const text = printed('keras-2').replace("['add[0][0]']", "['odd[0][0]']");
    expect(problemsOf(text)).toEqual([{ key: 'source', name: 'conv2d_transpose', found: 'odd', line: 22 }]);
  });

  it('says where its own total is another', () => {
    const found = understood(printed('keras-sequential').replace('29,738', '29,739'));
    expect(notesOf(found, 'totals-differ')).toEqual([{ given: 29_739, counted: 29_738, line: null }]);
  });

  it('of a thousand rows is read at once', () => {
    const layer = (index: number): string =>
      `│ conv2d_${index} (Conv2D) │ (None, 8, 8, 4) │ 148 │ conv2d_${index - 1}… │\n├──┼──┼──┼──┤`;
    const rows = Array.from({ length: 1000 }, (_, index) => layer(index + 1));
    const head =
      '┃ Layer (type) ┃ Output Shape ┃ Param # ┃ Connected to ┃\n│ conv2d_0 (InputLayer) │ (None, 8, 8, 4) │ 0 │ - │\n├──┤';
    const start = performance.now();
    expect(understood([head, ...rows].join('\n')).sum.params).toBe(148_000);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

describe("PyTorch's print", () => {
  it('of a Sequential has every setting in it', () => {
    const found = understood(printed('torch-sequential'), [33, 33, 3]);
    expect(found.read.format).toBe('pytorch');
    expect(found.read.notes).toEqual([]);
    expect(found.sum).toMatchObject({ trainable: 15_539, nonTrainable: 64 });
    // PyTorch's own outputs for a picture of 33 × 33.
    expect(
      found.rows.map(({ output }) => output).filter((_, place) => [4, 5, 8, 9, 13, 16].includes(place)),
    ).toEqual([[16, 16, 32], [8, 8, 64], [4, 4, 64], [9, 9, 8], [1, 1, 8], [10]]);
    expect(found.rows[7]).toMatchObject({
      kind: 'depthwise',
      stages: [{ padding: [4, 4, 4, 4], dilation: [2, 2] }],
    });
  });

  it('is read as a call too', () => {
    const code = `model = nn.Sequential(
      nn.Conv2d(3, 8, 3, padding=1),  # a comment (with a bracket
      nn.ReLU(), nn.MaxPool2d(2),
      torch.nn.Flatten(),
      nn.Linear(8 , 2),
    )`;
    const found = understood(code, [2, 2, 3]);
    expect(found.rows.map(({ kind }) => kind)).toEqual(
      'input standard activation max-pool flatten dense'.split(' '),
    );
    expect(found.sum.params).toBe(3 * 9 * 8 + 8 + 8 * 2 + 2);
  });

  it('of other modules is read in order, and what forward does between is found by numbers', () => {
    const found = understood(printed('torch-alexnet'));
    expect(found.sum).toMatchObject({ params: 61_100_840, macs: 714_188_480 });
    expect(notesOf(found, 'in-order')).toEqual([{ name: 'AlexNet', line: 1 }]);
    expect(notesOf(found, 'hidden-row')).toEqual([{ name: 'classifier.1', op: 'flatten', line: null }]);
    expect(notesOf(found, 'assumed-input')).toEqual([{ shape: '224 × 224 × 3', line: null }]);
    const mobileNet = understood(printed('torch-mobilenet-v2'));
    expect(mobileNet.sum).toMatchObject({ trainable: 3_504_872, macs: 300_774_272 });
    expect(notesOf(mobileNet, 'hidden-row')).toMatchObject([{ op: 'global-average-pool' }]);
  });

  it('does not tell shortcuts: the edge where that shows is named', () => {
    const { spec, notes } = readNetwork(printed('torch-resnet18'));
    expect(notes.map(({ parameters }) => parameters.name)).toEqual(
      expect.arrayContaining(['ResNet', 'BasicBlock']),
    );
    const parameters = { source: 'layer2.0.bn2', name: 'layer2.0.downsample.0' };
    const key = 'network.problem.shapes-differ';
    expect(understand(spec!).problems).toEqual([{ key, parameters: expect.objectContaining(parameters) }]);
  });

  it('repeats what is printed once', () => {
    const text = 'Sequential(\n  (0-2): 3 x Linear(in_features=4, out_features=4, bias=True)\n)';
    expect(understood(text).rows.map(({ name }) => name)).toEqual(['input', '0', '1', '2']);
  });

  it('lists what has no rule, with its line', () => {
    const { read, rows } = understood(
      'Sequential(\n  (0): Conv2d(1, 1, 3)\n  (1): ShakeShake(p=1)\n  (2): ReLU()\n)',
    );
    const unknown = read.notes.find(({ key }) => key === 'network.note.unknown');
    expect(unknown).toMatchObject({ line: 3, parameters: { name: '1', type: 'ShakeShake' } });
    expect(rows.map(({ output }) => output)).toEqual([[224, 224, 1], [222, 222, 1], null, null]);
  });

  it.each([
    [
      'Sequential(\n  (0): Conv2d(3, 4, kernel_size=(3, 3))\n',
      [{ key: 'unclosed', name: 'Sequential', line: 1 }],
    ],
    ['Sequential(\n  (0): Conv2d(3, 4,\n', [{ key: 'unclosed', name: 'Conv2d', line: 2 }]],
    ['Sequential(\n  (0): 5\n)', [{ key: 'unexpected', found: '5', line: 2 }]],
    ['Sequential(\n  (0): ReLU()\n  ;;\n)', [{ key: 'unexpected', found: ';;', line: 3 }]],
    [
      'Sequential(\n  (0): Conv2d(3)\n)',
      [{ key: 'argument', name: 'Conv2d', argument: 'out_channels', found: '', line: 2 }],
    ],
    [
      'Sequential(\n\n  (0): MaxPool2d(kernel_size=big)\n)',
      [{ key: 'argument', name: 'MaxPool2d', argument: 'kernel_size', found: '"big"', line: 3 }],
    ],
    ['Sequential()', [{ key: 'no-layers', line: null }]],
  ])('names the line of what is wrong in %j', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});

describe('an ONNX file', () => {
  it('of a Sequential has its layers; a norm in front of nothing is folded away by the exporter', () => {
    const found = understood(saved('sequential'));
    expect(found.read).toMatchObject({ format: 'onnx', notes: [] });
    const print = understood(printed('torch-sequential'), [33, 33, 3]);
    expect(found.sum.macs).toBe(print.sum.macs);
    expect(found.rows.at(-1)!.output).toEqual([10]);
  });

  it('has shortcuts', () => {
    const found = understood(saved('resnet18'));
    expect(found.rows.filter(({ kind }) => kind === 'add')).toHaveLength(8);
    expect(found.sum.macs).toBe(1_814_073_344);
  });

  it('has squeeze-and-excite: the same multiply-adds as the recipe', () => {
    const found = understood(saved('mobilenet-v3-small'));
    expect(found.sum.macs).toBe(56_510_400);
    expect(found.rows.filter(({ kind }) => kind === 'multiply')).toHaveLength(9);
  });

  it('lists what has no rule and goes on with the shapes that the file tells', () => {
    const found = understood(saved('shufflenet'));
    const types = new Set(notesOf(found, 'unknown').map((note) => (note as { type: string }).type));
    expect([...types].sort()).toEqual(['Split', 'Transpose']);
    // Ma et al. 2018 give 41 million.
    expect(found.sum.macs).toBe(40_476_448);
  });

  it('with open sizes asks for them, and reads on with those that are given', () => {
    expect(problemsOf(saved('open-sizes'))).toEqual([{ key: 'no-size', name: 'x', line: null }]);
    const found = understood(saved('open-sizes'), [10, 10, 3]);
    // The batch norm is folded into a bias; what a view of the batch's size leaves is a list.
    expect(found.sum.params).toBe(3 * 8 * 9 + 8 + 32 * 10 + 10);
    expect(found.rows.at(-1)!.output).toEqual([10]);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('not a graph at all')],
    ['a file that ends too early', saved('resnet18').subarray(0, 5000)],
    ['zeros', new Uint8Array(64)],
  ])('is refused where it is %s', (_, bytes) => {
    expect(problemsOf(bytes)).toEqual([{ key: 'not-onnx', line: null }]);
  });
});

describe('our JSON', () => {
  it('is read with or without names', () => {
    const text =
      '{"layers":[{"op":"input","shape":[8,8,3]},{"op":"conv","filters":4},{"op":"conv","name":"conv_1"}]}';
    const { rows, read } = understood(text);
    expect(read).toMatchObject({ format: 'json', notes: [] });
    expect(rows.map(({ name }) => name)).toEqual(['input', 'conv', 'conv_1']);
    expect(understood(text.slice(10, -1)).rows).toEqual(rows);
  });

  it('holds any network that we build', () => {
    const spec = recipeOf('inception-v3')!.build();
    expect(readNetwork(JSON.stringify(spec)).spec).toEqual(spec);
  });

  it('names fields that no row has', () => {
    const found = understood('[{"op":"input","shape":[8,8,3]},{"op":"conv","kernal":5}]');
    expect(notesOf(found, 'unknown-field')).toEqual([{ name: 'conv', field: 'kernal', line: null }]);
  });

  it('names the line where it is broken', () => {
    expect(problemsOf('[\n {"op":"input"},\n {"op" "conv"}\n]')).toMatchObject([{ key: 'json', line: 3 }]);
    expect(problemsOf('[\n {"op":"input"}')).toMatchObject([{ key: 'json', line: 2 }]);
    expect(problemsOf('{"rows":[]}')).toEqual([{ key: 'no-layers', line: null }]);
  });
});

it.each([
  ['', 'empty'],
  ['  \n ', 'empty'],
  ['hello', 'unknown-format'],
  ['x'.repeat(5_000_001), 'too-long'],
])('says that %.10j is no network', (text, key) => {
  expect(problemsOf(text)).toEqual([expect.objectContaining({ key, line: null })]);
});

it('never throws, whatever a text is cut down to', () => {
  const texts = ['keras-nested', 'keras-2', 'torch-sequential', 'keras-sequential'].map(printed);
  for (const text of texts) {
    for (let end = 1; end < text.length; end += 37) {
      const { spec } = readNetwork(text.slice(0, end));
      if (spec) understand(spec);
    }
  }
  const file = saved('sequential');
  for (let place = 0; place < 3000; place += 7) {
    const bytes = Uint8Array.from(file);
    bytes[place] ^= 0x55;
    const { spec } = readNetwork(bytes);
    if (spec) understand(spec);
  }
  expect(texts).toHaveLength(4);
});
