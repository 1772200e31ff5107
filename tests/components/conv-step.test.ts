import { describe, expect, test } from 'vitest';
import { figureStateOf } from '../../components/conv-step/figure-state.js';
import { pinAt } from '../../components/conv-step/highlight.js';
import { inputValues, weightValues } from '../../components/shared/typed-numbers.js';
import { stepAt } from '../../components/conv-step/position.js';
import { frameAt } from '../../src/timeline/frame.js';
import { plan } from '../../src/variants/plan-layer.js';

const standard = plan({ variant: 'standard' });
const separable = plan({ variant: 'separable' });
const line = plan({ variant: 'transposed', input: [1, 3, 1], kernel: [1, 3], stride: [1, 2] });

describe('a place of a run in words', () => {
  test.each([
    ['start', 0],
    ['', 0],
    ['27', 27],
    ['cell 0', 27],
    ['cell 3', 108],
    ['cell 0,2', 81],
    ['cell 0, 0, 1', 270],
    ['end', 972],
  ])('%j is step %i of the standard example', (words, step) => {
    expect(stepAt(standard, words)).toBe(step);
  });

  test.each(['place', 'lift', 'weigh', 'add', 'merge', 'write'] as const)('%j ends that beat', (beat) => {
    for (const [words, ordinal] of [
      [beat, 0],
      [`cell 4 ${beat}`, 4],
    ] as const) {
      const frame = frameAt(standard, stepAt(standard, words)!);
      expect(frame).toMatchObject({ beat, ordinal, progress: 1 });
    }
  });

  test('of several beats of a name the last, or the one that is counted', () => {
    expect(frameAt(standard, stepAt(standard, 'add')!)).toMatchObject({ channel: 2, term: 27 });
    expect(frameAt(standard, stepAt(standard, 'cell 1 add 0')!)).toMatchObject({ channel: 0, term: 9 });
  });

  test('along inputs the cells are input cells', () => {
    expect(stepAt(line, 'cell 1', 'input')).toBe(6);
    expect(stepAt(line, 'cell 0,2', 'input')).toBe(9);
    expect(frameAt(line, stepAt(line, 'cell 1 stamp', 'input')!, 'input')).toMatchObject({
      beat: 'stamp',
      ordinal: 1,
    });
  });

  test('stages are counted, and lanes end together', () => {
    expect(stepAt(separable, 'stage 1 cell 0')).toBe(243 + 3);
    expect(stepAt(separable, 'cell 3')).toBe(54);
  });

  test.each([
    'cell 36',
    'cell 0,3',
    'cell 0 bias',
    'stage 2 cell 0',
    'later',
    '973',
    'cell',
    'cell -1',
    'add 3',
  ])('%j is no place of the standard example', (words) => expect(stepAt(standard, words)).toBeNull());
});

describe('a cell in words', () => {
  test.each([
    ['output 0,1', 'output', [0, 0, 1, 0]],
    ['input 2,0,1', 'input', [0, 2, 0, 1]],
    ['weights 1,1,0,2', 'weights', [1, 1, 0, 2]],
    ['weights 1,1', 'weights', [1, 1, 0, 0]],
  ] as const)('%j', (words, tensor, index) => {
    expect(pinAt(standard, words)).toEqual({ kind: 'pin', stage: 0, tensor, index, declared: true });
  });

  test('of a later stage', () => {
    expect(pinAt(separable, 'stage 1 output 2,2,3')).toMatchObject({ stage: 1, index: [0, 2, 2, 3] });
  });

  test.each(['output 3,0', 'bias 0', 'kernel 0,0', 'output', 'stage 1 output 0,0', 'output 0,0,0,0'])(
    '%j is no cell of the standard example',
    (words) => expect(pinAt(standard, words)).toBeNull(),
  );
});

describe('typed numbers', () => {
  const [stage] = plan({ input: [2, 2, 2], kernel: [1, 2], filters: 2 }).stages;

  test('fill the input channel by channel, row by row', () => {
    expect(inputValues(stage, '1 2 / 3 4 | 5 6 / 7 −8')).toEqual({
      shape: [2, 2, 2],
      values: [1, 5, 2, 6, 3, 7, 4, -8],
    });
    expect(inputValues(stage, '3')?.values).toEqual([3, 3, 3, 3, 3, 3, 3, 3]);
  });

  test('fill the weights filter by filter, slice by slice, row by row', () => {
    expect(weightValues(stage, '1 2, 3 4 | 5 6, 7 8')).toEqual({
      shape: [1, 2, 2, 2],
      values: [1, 5, 3, 7, 2, 6, 4, 8],
    });
  });

  test('a name is a kernel', () => {
    const [square] = plan({ input: [5, 5, 1] }).stages;
    expect(weightValues(square, 'sobel-x')?.values).toEqual([-1, 0, 1, -2, 0, 2, -1, 0, 1]);
  });

  test.each(['1 2 3', 'one', '1 2 3 4 5 6 7 x', ''])('%j fills neither', (text) => {
    expect(inputValues(stage, text)).toBeNull();
    expect(weightValues(stage, text)).toBeNull();
  });
});

describe('the state that a step declares', () => {
  const attributes = (given: Record<string, string>) => (name: string) => given[name] ?? null;
  const state = (step: Record<string, string>, lesson: Record<string, string> = {}) =>
    figureStateOf(attributes(step), attributes(lesson), (id) =>
      id === 'small'
        ? { id, layer: { variant: 'standard', input: [4, 4, 1] }, sample: 'one-to-sixteen' }
        : undefined,
    );

  test('is the lesson’s where the step says nothing', () => {
    const { preset, camera, step } = state(
      { stride: '1' },
      {
        variant: 'transposed',
        stride: '2',
        'output-padding': '0',
        walk: 'input',
        camera: 'front',
        at: 'end',
      },
    );
    expect(preset).toMatchObject({
      layer: { variant: 'transposed', stride: 1, outputPadding: 0 },
      walk: 'input',
    });
    expect({ camera, step }).toEqual({ camera: 'front', step: 0 });
  });

  test('takes no layer from the lesson where the step names a variant', () => {
    const { preset, views } = state(
      { variant: 'dilated' },
      { variant: 'transposed', stride: '2', sample: 'disc', walk: 'input', views: 'grid' },
    );
    expect(preset).toEqual({ id: '', layer: { variant: 'dilated' }, walk: 'output' });
    expect(views).toBe('grid');
  });

  test('starts from a preset and changes it', () => {
    const { preset, plan: planned } = state({ preset: 'small', padding: 'same' });
    expect(preset).toMatchObject({ sample: 'one-to-sixteen', layer: { input: [4, 4, 1], padding: 'same' } });
    expect(planned.stages[0].output).toEqual([1, 4, 4, 4]);
  });

  test('a sample of its own takes the place of the lesson’s numbers', () => {
    const { preset } = state({ sample: 'disc' }, { input: '2x2x1', kernel: '1', values: '1 2 3 4' });
    expect(preset.input).toBeUndefined();
    expect(preset.sample).toBe('disc');
  });

  test('may be come to by playing', () => {
    expect(state({ at: 'cell 2', play: 'cell 0' })).toMatchObject({ step: 81, playFrom: 27 });
    expect(state({ play: '' })).toMatchObject({ step: 972, playFrom: 0 });
    expect(state({}).playFrom).toBeNull();
  });

  test('leaves the usual camera where there is none of that name, and shows the views that there are', () => {
    expect(state({ camera: 'frunt', views: 'scene count' })).toMatchObject({ camera: null, views: 'scene' });
    expect(state({ views: 'count' }).views).toBeNull();
    expect(state({ views: 'matrix, grid' })).toMatchObject({ views: 'matrix, grid', faults: [] });
  });

  test.each([
    [{ variant: 'sideways' }, 'sideways'],
    [{ preset: 'nothing' }, 'nothing'],
    [{ kernel: '9' }, 'reaches over 9 cells'],
    [{ at: 'cell 99' }, 'cell 99'],
    [{ play: 'soon' }, 'soon'],
    [{ highlight: 'output 9,9' }, 'output 9,9'],
    [{ values: '1 2' }, 'values'],
    [{ weights: '1 2' }, 'weights'],
    [{ weights: 'sobel-z' }, 'no kernel called sobel-z: identity, box,'],
    [{ sample: 'disk' }, 'no sample called disk: three-textures,'],
    [{ camera: 'frunt' }, 'no camera called frunt: overview, front, kernel, output.'],
    [{ views: 'scene count' }, 'no view called count: scene, formula, counts, grid, matrix, channels.'],
    [{ walk: 'slowly' }, 'slowly'],
  ])('%j is told to the author', (given, mentioned) => {
    const { faults } = state(given as Record<string, string>);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(mentioned);
  });
});
