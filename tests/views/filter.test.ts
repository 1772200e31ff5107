/** The picture filter: plans, places over the picture, colours of pixels, and the pace of a camera. */
import { describe, expect, it } from 'vitest';
import { reference, tensor, type Tensor } from '../../src/math/index.js';
import { kernel as namedKernel } from '../../src/media/kernels.js';
import { Pace, workingSides } from '../../src/views/filter/pace.js';
import {
  pixelsOfPicture,
  pixelsOfSigned,
  rangeOf,
  scaleOf,
  weightSum,
  whiteOf,
} from '../../src/views/filter/pixels.js';
import {
  cellAt,
  cellBeside,
  cropAround,
  cut,
  placeOfResult,
  windowOf,
} from '../../src/views/filter/place.js';
import { sampleCells } from '../../src/views/filter/sample-cells.js';
import { taskOf, type FilterSettings } from '../../src/views/filter/task.js';
import { colourOf } from '../../src/views/palette.js';
import { mulberry32 } from '../fixtures/random-spec.js';

const seed = 20;
const plain: FilterSettings = { stride: 1, dilation: 1, padding: 'same', bias: 0, activation: 'none' };
const picture = (rows: number, columns: number, channels = 1) => {
  const random = mulberry32(seed);
  const data = Float32Array.from({ length: rows * columns * channels }, () => Math.floor(random() * 256));
  return { tensor: tensor([rows, columns, channels], data), white: 255 };
};
const slice = (id: 'sobel-x' | 'box' | 'laplacian' | 'sharpen' | 'emboss', side = 3): Tensor =>
  tensor([side, side], namedKernel(id, [side, side, 1, 1]).data);

describe('a task', () => {
  it('is one channel for grey, and a depthwise convolution with the same slice in each channel for colour', () => {
    const grey = taskOf(picture(6, 8), slice('sobel-x'), plain);
    expect(grey.plan.stages[0]).toMatchObject({
      input: [1, 6, 8, 1],
      output: [1, 6, 8, 1],
      groups: 1,
      filters: 1,
      bias: false,
    });
    const colour = taskOf(picture(6, 8, 3), slice('sobel-x'), {
      ...plain,
      bias: 2,
      padding: 'valid',
      stride: 2,
    });
    expect(colour.plan.stages[0]).toMatchObject({
      output: [1, 2, 3, 3],
      groups: 3,
      filters: 3,
      weightShape: [3, 3, 1, 3],
    });
    expect([...colour.tensors.weights.data.slice(0, 6)]).toEqual([-1, -1, -1, 0, 0, 0]);
    expect([...colour.tensors.bias!.data]).toEqual([2, 2, 2]);
  });

  it('gives each channel what it gives alone', () => {
    const rgb = picture(7, 5, 3);
    const settings = { ...plain, bias: -40, activation: 'relu' as const, dilation: 2 };
    const whole = reference(
      taskOf(rgb, slice('sharpen'), settings).plan,
      taskOf(rgb, slice('sharpen'), settings).tensors,
    );
    for (const channel of [0, 1, 2]) {
      const alone = {
        tensor: tensor(
          [7, 5, 1],
          rgb.tensor.data.filter((_, i) => i % 3 === channel),
        ),
        white: 255,
      };
      const task = taskOf(alone, slice('sharpen'), settings);
      expect([...reference(task.plan, task.tensors).data]).toEqual([
        ...whole.data.filter((_, i) => i % 3 === channel),
      ]);
    }
  });

  it('keeps what is wrong with the settings in its plan', () => {
    const { plan } = taskOf(picture(6, 8), slice('box', 7), { ...plain, padding: 'valid' });
    expect(plan.problems.map(({ kind }) => kind)).toEqual(['kernel-larger-than-input']);
  });
});

describe('sampled cells', () => {
  const settings: FilterSettings = { ...plain, stride: 2, dilation: 3, bias: -9, activation: 'relu' };
  const outputs = (task: ReturnType<typeof taskOf>, channel: number) =>
    reference(task.plan, task.tensors).data.filter((_, i) => i % 3 === channel);

  it('are all of a small result, padding, bias and activation included', () => {
    const task = taskOf(picture(9, 14, 3), slice('emboss'), settings);
    expect(sampleCells(task, 1).data).toEqual(outputs(task, 1));
  });

  it('are 4096 of a large one, from all its parts', () => {
    const task = taskOf(picture(200, 210, 3), slice('sharpen'), {
      ...settings,
      stride: 1,
      activation: 'none',
    });
    const [all, some] = [outputs(task, 2), sampleCells(task, 2)];
    const known = new Set(all);
    expect(some.data).toHaveLength(4096);
    expect(some.data.every((value) => known.has(value))).toBe(true);
    const exact = rangeOf(tensor([all.length, 1], all), 0);
    expect(Math.abs(rangeOf(some, 0) / exact - 1)).toBeLessThan(0.1);
  });
});

describe('places', () => {
  const stageOf = (settings: Partial<FilterSettings>, side = 3) =>
    taskOf(picture(12, 15), slice('box', side), { ...plain, ...settings }).plan.stages[0];

  it.each([
    [{}, 3, { row: 0, column: 0, rows: 12, columns: 15 }],
    [{ padding: 'valid' }, 3, { row: 1, column: 1, rows: 10, columns: 13 }],
    [{ padding: 'valid', dilation: 2 }, 3, { row: 2, column: 2, rows: 8, columns: 11 }],
    [{ padding: 'valid', stride: 2 }, 3, { row: 0.5, column: 0.5, rows: 10, columns: 14 }],
  ] as const)('the result lies centred on its windows: %j', (settings, side, place) => {
    expect(placeOfResult(stageOf(settings, side))).toEqual(place);
  });

  it('a point of a window’s middle leads to its cell, and one outside to the nearest', () => {
    const stage = stageOf({ padding: 'valid', stride: 3 });
    for (const cell of [
      [0, 0],
      [1, 2],
      [3, 4],
    ] as const) {
      const { row, column, rows, columns } = windowOf(stage, cell);
      expect(cellAt(stage, row + rows / 2, column + columns / 2)).toEqual(cell);
    }
    expect([cellAt(stage, -5, 99), cellBeside(stage, [3, 4], [9, -9])]).toEqual([
      [0, 4],
      [3, 0],
    ]);
  });

  it.each([
    [{}, 3],
    [{ padding: 'valid', stride: 2 }, 3],
    [{ dilation: 2 }, 5],
    [{ stride: 3, bias: 7, activation: 'relu' }, 7],
  ] as const)('a crop gives its cell the number of the whole: %j', (change, side) => {
    const settings: FilterSettings = { ...plain, ...change };
    const whole = picture(12, 15);
    const task = taskOf(whole, slice('emboss', side), settings);
    const [stage] = task.plan.stages;
    const output = reference(task.plan, task.tensors);
    const [, rows, columns] = stage.output;
    for (let place = 0; place < rows * columns; place++) {
      const cell = [Math.floor(place / columns), place % columns] as const;
      const crop = cropAround(stage, cell);
      const part = taskOf({ tensor: cut(whole.tensor, crop), white: 255 }, slice('emboss', side), {
        ...settings,
        padding: 'valid',
      });
      const [, , width] = part.plan.stages[0].output;
      expect(reference(part.plan, part.tensors).data[crop.cell[0] * width + crop.cell[1]]).toBe(
        output.data[place],
      );
      expect(crop.rows).toBeGreaterThanOrEqual(Math.min(9, stage.effectiveKernel[0]));
    }
  });

  it('outside of the picture are zeros', () => {
    const whole = tensor([2, 2, 1], [1, 2, 3, 4]);
    expect([...cut(whole, { row: -1, column: 1, rows: 3, columns: 2 }).data]).toEqual([0, 0, 2, 0, 4, 0]);
    expect([...cut(whole, { row: 5, column: -9, rows: 1, columns: 2 }).data]).toEqual([0, 0]);
  });
});

describe('pixels', () => {
  it('of a picture are clamped between black and white', () => {
    const grey = tensor([1, 4, 1], [-3, 0, 9, 20]);
    expect([...pixelsOfPicture(grey, 9)]).toEqual([
      0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    ]);
    expect([...pixelsOfPicture(tensor([1, 1, 3], [255, 51, 0]), 255)]).toEqual([255, 51, 0, 255]);
  });

  it.each([true, false])('with sign are those of the palette, dark: %s', (dark) => {
    const values = [-8, 0, 3, 11];
    const pixels = pixelsOfSigned(tensor([2, 2, 1], values), 0, 8, { dark });
    values.forEach((value, i) => {
      const hex = [...pixels.slice(i * 4, i * 4 + 3)]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('');
      expect([`#${hex}`, pixels[i * 4 + 3]]).toEqual([colourOf(value, 8, { dark }).fill, 255]);
    });
  });

  it('span what all but a few numbers stay within, and all of few', () => {
    expect(rangeOf(tensor([1, 3, 2], [1, -5, 2, 7, NaN, Infinity]), 0)).toBe(2);
    expect(rangeOf(tensor([1, 3, 2], [1, -5, 2, 7, NaN, Infinity]), 1)).toBe(7);
    expect(rangeOf(tensor([2, 2, 1], 0), 0)).toBe(0);
    const many = Float32Array.from({ length: 1000 }, (_, i) => (i < 4 ? 1000 : (i % 100) - 50));
    const range = rangeOf(tensor([10, 100, 1], many), 0);
    expect(range).toBeGreaterThanOrEqual(49);
    expect(range).toBeLessThan(51);
  });

  it('keep the light of a smoothed picture, and a sign where the weights add up to nothing', () => {
    expect([weightSum(slice('box')), whiteOf(slice('box'), 255), scaleOf(slice('box'))]).toEqual([
      9,
      2295,
      'picture',
    ]);
    expect([whiteOf(slice('laplacian'), 255), scaleOf(slice('laplacian'))]).toEqual([255, 'signed']);
    expect(scaleOf(tensor([1, 3], [0.1, 0.2, -0.3]))).toBe('signed');
    expect(scaleOf(slice('sharpen'))).toBe('picture');
  });
});

describe('the pace of a camera', () => {
  const after = (milliseconds: (side: number) => number): number => {
    const pace = new Pace();
    for (let frame = 0; frame < 60; frame++) pace.measured(milliseconds(pace.side));
    return pace.side;
  };

  it('finds the largest size that is quick enough, and does not swing', () => {
    expect(after(() => 5)).toBe(1024);
    expect(after(() => 900)).toBe(128);
    expect(after((side) => (side / 256) ** 2 * 20)).toBe(512);
    expect(workingSides).toContain(after((side) => (side / 128) ** 2 * 60));
  });

  it('lets one slow frame pass', () => {
    const pace = new Pace();
    for (let frame = 0; frame < 40; frame++) pace.measured(frame % 4 === 0 ? 500 : 50);
    expect(pace.side).toBe(256);
  });
});
