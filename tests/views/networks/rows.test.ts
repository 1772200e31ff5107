/** What is said of single rows and how they open; what is said of a network of the reader's own. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readNetwork, recipes, swapAll, understand } from '../../../src/networks/index.js';
import { examples } from '../../../src/views/networks/examples.js';
import { layOutFlow } from '../../../src/views/networks/flow.js';
import { noteFinder } from '../../../src/views/networks/notes.js';
import { openingOf } from '../../../src/views/networks/opening.js';
import { windowText } from '../../../src/views/networks/row-text.js';
import { understoodNetwork } from '../../../src/views/networks/understood.js';
import { networkProblemSentence, readingSentence } from '../../../src/views/networks/report-sentence.js';
import { plan } from '../../../src/variants/plan-layer.js';
import { networkReadingEn } from '../../../src/words/parts/network-reading.js';
import { loadLanguage, teach } from '../../../src/words/say.js';
import { built, fromSpec, rowOf } from './built.js';

teach(networkReadingEn);

const notesAt = (id: string, name: string): readonly string[] => {
  const { rows } = built(id);
  const index = rows.findIndex((row) => row.name === name);
  return noteFinder(rows)(index).map(({ key, parameters }) =>
    [key.replace('network.note-row.', ''), ...Object.values(parameters)].join(' '),
  );
};

describe('notes', () => {
  it.each([
    ['mobilenet-v1', 'conv1', ['bias']],
    ['mobilenet-v1', 'conv_dw_1', ['bias', 'depthwise 3,612,672 25,690,112']],
    ['mobilenet-v1', 'conv_preds', []],
    ['mobilenet-v2', 'features.3.conv.2', ['bias', 'linear']],
    ['mobilenet-v2', 'features.3.conv.0.0', ['bias']],
    ['mobilenet-v2', 'add', ['inverted 24 144']],
    ['resnet50', 'add', ['bottleneck 64 256']],
    ['googlenet', 'inception3a.branch3_5x5', ['five 25 18 12,800']],
    ['googlenet', 'cat', ['concat 256 64 + 128 + 32 + 32']],
    ['inception-v3', 'Mixed_5b.branch3x3dbl_3.conv', ['bias', 'two-threes 25 18']],
    ['mobilenet-v3-large', 'classifier.1', ['h-swish']],
    ['mobilenet-v3-large', 'mul', ['squeeze']],
    ['dcgan-generator', 'conv1', ['bias', 'transposed 5×5 2']],
    ['vgg-cifar', 'block1_conv1', []],
  ])('of %s at %s', (id, name, notes) => expect(notesAt(id, name)).toEqual(notes));

  it('count what a useless bias costs', () => {
    const { rows } = fromSpec({
      layers: [
        { name: 'in', op: 'input', shape: [8, 8, 3] },
        { name: 'conv', op: 'conv', filters: 5, kernel: 3, bias: true },
        { name: 'norm', op: 'batch-norm' },
      ],
    });
    expect(noteFinder(rows)(1)).toEqual([
      { key: 'network.note-row.useless-bias', parameters: { saved: '5' } },
    ]);
  });
});

describe('a layer in the figure', () => {
  it('keeps its window, its kind and what SAME pads', () => {
    const network = built('mobilenet-v1');
    const { layer, reduced } = openingOf(rowOf(network, 'conv_dw_2'))!;
    expect(reduced).toBe(true);
    expect(layer).toMatchObject({
      variant: 'depthwise',
      input: [6, 6, 4],
      kernel: 3,
      stride: 2,
      padding: 'same',
    });
    expect(plan(layer).stages[0].padding).toEqual(rowOf(network, 'conv_dw_2').stages[0].padding);
    expect(openingOf(rowOf(network, 'conv1_bn'))).toBeNull();
  });

  it('is whole where it is small', () => {
    const small = fromSpec({
      layers: [
        { name: 'in', op: 'input', shape: [6, 6, 3] },
        { name: 'conv', op: 'conv', filters: 4, kernel: 3 },
      ],
    });
    expect(openingOf(small.rows[1])).toEqual({ layer: small.rows[1].layer, filters: 4, reduced: false });
  });

  it.each(recipes.map(({ id }) => id))('of %s is legal in every row', (id) => {
    const { rows } = built(id);
    for (const row of rows) {
      const opening = openingOf(row);
      expect(opening === null).toBe(row.layer === null);
      if (!opening) continue;
      const { stages, problems } = plan(opening.layer);
      expect([row.name, ...problems.map(({ message }) => message)]).toEqual([row.name]);
      expect(stages.map(({ kernel, stride, dilation }) => [kernel, stride, dilation])).toEqual(
        row.stages.map(({ kernel, stride, dilation }) => [kernel, stride, dilation]),
      );
      expect(stages[stages.length - 1].filters).toBe(opening.filters);
      expect(stages[0].input.reduce((product, size) => product * size)).toBeLessThanOrEqual(2500);
    }
  });
});

describe('a network of the reader’s own', () => {
  it.each(Object.entries(examples))('is read from the example %s without a problem', (form, text) => {
    const { format, spec, problems } = readNetwork(text);
    expect([format, problems, understand(spec!).problems]).toEqual([form, [], []]);
  });

  it('names lines and edges in both languages', async () => {
    await loadLanguage('zh');
    const broken = readNetwork('Sequential(\n  (0): Conv2d(3, 8, kernel_size=x)\n)');
    expect(readingSentence('en', broken.problems[0])).toMatch(
      /^Line 2: “Conv2d”: kernel_size cannot be read: "x"\.$/,
    );
    expect(readingSentence('zh', broken.problems[0])).toMatch(/^第 2 行：/);
    const { problems } = fromSpec({
      layers: [
        { name: 'in', op: 'input', shape: [2, 2, 3] },
        { name: 'conv', op: 'conv', filters: 5, kernel: 3 },
        { name: 'sum', op: 'add', from: ['in', 'nobody'] },
      ],
    });
    const sentences = problems.map((problem) => networkProblemSentence('en', problem));
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toBe('Edge “nobody” → “sum”: there is no row “nobody”.');
    expect(sentences[1]).toMatch(/^Edge “in” → “conv” does not fit: .*3/);
    for (const problem of problems) expect(networkProblemSentence('zh', problem)).not.toContain('{');
  });

  it('lists unknown layers, and says which row the text left out', () => {
    const { notes } = readNetwork('Sequential(\n  (0): Foo(3)\n)');
    expect(notes.map((note) => readingSentence('en', note)).join(' ')).toContain(
      'is a Foo, for which there is no rule',
    );
    const hidden = {
      key: 'network.note.hidden-row',
      parameters: { name: 'fc', op: 'flatten' },
      line: null,
    } as const;
    expect(readingSentence('en', hidden)).toBe(
      'A flattening that the text does not list stands in front of “fc”.',
    );
  });

  it('with edges that do not fit can still be looked at, drawn and exchanged', () => {
    const { spec } = readNetwork(readFileSync('tests/networks/printed/torch-resnet18.txt', 'utf8'));
    for (const to of ['standard', 'separable', { groups: 2 }] as const) {
      const { rows, problems } = understoodNetwork(spec!, (own) => swapAll(own, to));
      expect(problems.length).toBeGreaterThan(0);
      const notesOf = noteFinder(rows);
      rows.forEach((row, index) => [notesOf(index), openingOf(row), windowText(row)]);
      expect(layOutFlow(rows).nodes.length).toBeGreaterThan(10);
    }
  });
});
