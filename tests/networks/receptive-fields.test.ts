/** Receptive fields of graphs: against those of straight stacks, against published ones, and where a graph is more than a stack. */
import { describe, expect, it } from 'vitest';
import { receptiveField } from '../../src/math/index.js';
import type { ConvSpec, FieldStep } from '../../src/math/index.js';
import { receptiveFields, recipeOf, understand } from '../../src/networks/index.js';
import type { LayerRow, RowField } from '../../src/networks/index.js';
import fieldFile from '../golden/receptive-field.json';

type Sides = [number, number, number, number];
type Pair = [number, number];

interface GoldenStack {
  readonly name: string;
  readonly layers: { kind: 'conv' | 'pool'; kernel: Pair; stride: Pair; dilation: Pair; padding: Sides }[];
  readonly steps: { rf: Pair; jump: Pair; left: Pair }[];
}

function fieldsOf(layers: readonly LayerRow[]): readonly (RowField | null)[] {
  const { rows, problems } = understand({ layers });
  expect(problems).toEqual([]);
  return receptiveFields(rows);
}

function recipeFields(id: string): { name: string; field: RowField | null }[] {
  const { rows } = understand(recipeOf(id)!.build());
  return receptiveFields(rows).map((field, index) => ({ name: rows[index].name, field }));
}

const stepAt = (id: string, wanted: string): FieldStep | null =>
  recipeFields(id).find(({ name }) => name === wanted)!.field!.step;

const input = (size: number): LayerRow => ({ name: 'input', op: 'input', shape: [size, size, 1] });

describe('a straight stack', () => {
  it.each(fieldFile.stacks as unknown as GoldenStack[])('$name', ({ layers, steps }) => {
    const rows = layers.map(({ kind, kernel, stride, dilation, padding }, index): LayerRow => {
      const name = `layer${index}`;
      return kind === 'pool'
        ? { name, op: 'max-pool', kernel, stride, padding }
        : { name, op: 'conv', kernel, stride, dilation, padding };
    });
    const found = fieldsOf([input(600), ...rows]).slice(1);
    const golden = steps.map(({ rf, jump, left }) => ({
      step: { size: rf, jump, start: left },
      whole: false,
    }));
    expect(found).toEqual(golden);
  });

  const up = { op: 'transposed', kernel: 5, stride: 2, padding: [1, 2, 1, 2] } as const;
  const odd = { op: 'transposed', kernel: [4, 2], stride: [3, 2], dilation: [1, 3], padding: 0 } as const;
  const down = { kernel: 3, stride: 2, padding: 1 } as const;
  const wide = { kernel: [3, 5], dilation: [2, 1], padding: 2 } as const;
  it.each([
    ['a stamp', [up]],
    ['stamps on stamps', [up, up, wide]],
    ['down and up', [down, down, up, wide, up]],
    ['threefold stamps under strides', [wide, odd, down, odd, wide]],
    ['up and twice down', [odd, down, up, down, down]],
  ])('%s has the fields of the stack laboratory', (_, specs: readonly ConvSpec[]) => {
    const rows = specs.map((spec, index) => {
      const { op = 'conv', ...fields } = spec;
      return { name: `layer${index}`, ...fields, op } as LayerRow;
    });
    const found = fieldsOf([input(64), ...rows]).slice(1);
    expect(found.map((field) => field!.step)).toEqual(receptiveField(specs).steps);
  });
});

describe('a network', () => {
  // Araujo, Norris and Sim 2019, Computing Receptive Fields of Convolutional Neural Networks (their ResNets stride elsewhere).
  it.each([
    ['mobilenet-v1', 'conv_pw_13', 315, 32],
    ['inception-v3', 'cat_14', 1311, 32],
    ['vgg16', 'features.30', 212, 32],
  ])('%s sees at %s as much as was published', (id, name, size, jump) => {
    expect(stepAt(id, name)).toMatchObject({ size: [size, size], jump: [jump, jump] });
  });

  it('grows by rates as the table of the context module says', () => {
    // Yu and Koltun 2016, table 1.
    const layers = recipeFields('dilated-context').filter(({ name }) => /^layer\d$/.test(name));
    expect(layers.map(({ field }) => field!.step!.size[0])).toEqual([3, 5, 9, 17, 33, 65, 67, 67]);
  });

  it('sees through its longest branch', () => {
    const input28 = stepAt('googlenet', 'pool2')!;
    const module = stepAt('googlenet', 'cat')!;
    expect(module.size[0]).toBe(input28.size[0] + 4 * input28.jump[0]);
    expect(module.jump).toEqual(input28.jump);
  });

  it('sees the whole plane behind a squeeze-and-excite, and still knows its windows', () => {
    const fields = new Map(recipeFields('mobilenet-v3-large').map(({ name, field }) => [name, field]));
    expect(fields.get('features.4.block.1.2')?.whole).toBe(false);
    expect(fields.get('features.4.block.2.avgpool')).toEqual({ step: null, whole: true });
    const windows = fields.get('features.4.block.1.2')!.step;
    expect(fields.get('mul')).toEqual({ step: windows, whole: true });
    expect(fields.get('classifier.3')).toEqual({ step: null, whole: true });
  });

  it('sees up a ladder of shortcuts what its deepest path sees', () => {
    const same = { op: 'conv', kernel: 3, padding: 'same' } as const;
    const up = { op: 'transposed', kernel: 3, stride: 2, padding: 'same' } as const;
    const rows: LayerRow[] = [
      input(32),
      { name: 'left', ...same },
      { name: 'down', op: 'max-pool' },
      { name: 'bottom', ...same },
      { name: 'up', ...up },
      { name: 'joined', op: 'concat', from: ['up', 'left'] },
      { name: 'right', ...same },
    ];
    const deepest = [
      { kernel: 3, padding: 1 },
      { kind: 'pool' },
      { kernel: 3, padding: 1 },
      { op: 'transposed', kernel: 3, stride: 2, padding: [0, 1, 0, 1] },
      { kernel: 3, padding: 1 },
    ] as const;
    expect(fieldsOf(rows).at(-1)!.step).toEqual(receptiveField(deepest).steps.at(-1));
  });

  it('sees copied, padded and cropped cells where they come from', () => {
    const rows: LayerRow[] = [
      input(8),
      { name: 'padded', op: 'zero-padding', padding: [1, 0, 2, 0] },
      { name: 'window', op: 'conv', kernel: 3, stride: 3 },
      { name: 'copied', op: 'upsampling', factor: 3 },
      { name: 'cropped', op: 'cropping', padding: [1, 0, 0, 0] },
    ];
    const [, padded, window, copied, cropped] = fieldsOf(rows).map((field) => field!.step);
    expect(padded).toEqual({ size: [1, 1], jump: [1, 1], start: [-1, -2] });
    expect(window).toEqual({ size: [3, 3], jump: [3, 3], start: [-1, -2] });
    expect(copied).toEqual({ size: [3, 3], jump: [1, 1], start: [-1, -2] });
    expect(cropped).toEqual({ size: [3, 3], jump: [1, 1], start: [-1, -2] });
  });

  it('does not say what it cannot know', () => {
    const rows: LayerRow[] = [
      input(8),
      { name: 'odd', op: 'unknown', type: 'Attention', output: [8, 8, 1] },
      { name: 'after', op: 'conv' },
    ];
    expect(fieldsOf(rows)).toEqual([expect.anything(), null, null]);
  });
});
