import { edit } from '../../src/session/edit.js';
import { describe, expect, test } from 'vitest';
import type { Tensor } from '../../src/math/types.js';
import type { Session } from '../../src/session/session.js';
import { presetOf } from '../../src/variants/presets.js';
import { picture } from '../media/picture.js';
import { ready, showing, shown, start } from './harness.js';

/** The first output map, row by row. */
function map(session: Session, stage = session.plan.stages.length - 1): string {
  return picture(session.moment!.stages[stage].output).join(' / ');
}

function weights(session: Session, stage = 0): number[] {
  return [...session.moment!.stages[stage].weights.data];
}

const counting: Tensor = { shape: [4, 4, 1], data: Float32Array.from({ length: 16 }, (_, i) => i + 1) };

describe('undo', () => {
  test('nothing that was set before the first picture can be undone', async () => {
    const session = start();
    session.setLayer({ filters: 2 });
    await shown(session);
    expect([session.undo(), session.layer.filters]).toEqual([false, 2]);
  });

  test('the drag of a slider is one entry, another slider is another', async () => {
    const session = await ready();
    for (const kernel of [2, 9, 1]) session.setLayer({ kernel });
    for (const stride of [2, 3]) session.setLayer({ stride });
    expect(session.undo()).toBe(true);
    expect(session.layer).toEqual({ variant: 'standard', kernel: 1 });
    expect([session.undo(), session.layer, session.canUndo]).toEqual([true, { variant: 'standard' }, false]);
    expect([session.redo(), session.redo(), session.redo()]).toEqual([true, true, false]);
    await shown(session);
    expect(session.moment!.stages[0].stage).toMatchObject({ kernel: [1, 1], stride: [3, 3] });
  });

  test('a settled slider, a step and a name part two drags of one slider', async () => {
    const session = await ready();
    session.setLayer({ filters: 1 });
    session.settle();
    session.setLayer({ filters: 2 });
    session.next();
    session.setLayer({ filters: 3 });
    session.setLayer({ filters: 5 }, { gesture: 'second' });
    session.setLayer({ filters: 6 }, { gesture: 'second' });
    const seen: unknown[] = [];
    while (session.undo()) seen.push(session.layer.filters);
    expect(seen).toEqual([3, 2, 1, undefined]);
  });

  test('setting what is already set is no entry', async () => {
    const session = await ready();
    session.setLayer({ input: [5, 5, 2] });
    session.setLayer({ stride: 1 });
    session.setLayer({ input: [5, 5, 2], stride: 1 });
    session.undo();
    expect(session.layer).toEqual({ variant: 'standard', input: [5, 5, 2] });
  });

  test('brings back the data that another size had replaced', async () => {
    const session = await ready();
    session.setSource({ kind: 'data', tensor: counting, label: 'mine' });
    session.setLayer({ input: [6, 6, 1] });
    expect(session.source).toEqual({ kind: 'sample', name: 'three-textures' });
    session.undo();
    await shown(session);
    expect(session.source).toMatchObject({ label: 'mine' });
    expect([...session.moment!.stages[0].input.data]).toEqual([...counting.data]);
  });

  test('an illegal setting is undone like any other', async () => {
    const session = await ready();
    session.setLayer({ kernel: 9 });
    expect(session.problems).toHaveLength(1);
    session.undo();
    expect(session.problems).toEqual([]);
    await shown(session);
    expect(map(session)).toBe('18 8 4 / 14 3 5 / 8 5 14');
  });

  test('a setting that was refused is never come back to, neither by undoing nor by doing again', async () => {
    const session = await ready();
    session.setLayer({ stride: 2 });
    session.setLayer({ kernel: 9 });
    session.setLayer({ filters: 2 });
    session.setLayer({ kernel: 2 });
    expect(session.problems).toEqual([]);
    expect([session.undo(), session.layer]).toEqual([true, { variant: 'standard', stride: 2 }]);
    expect([session.redo(), session.layer.kernel]).toEqual([true, 2]);
    session.setLayer({ kernel: 9 });
    session.undo();
    expect([session.layer.kernel, session.canRedo]).toEqual([2, false]);
  });
});

describe('a number changed by hand', () => {
  test('a weight, an input and a bias change the output, one entry each', async () => {
    const session = await ready();
    session.setLayer({ bias: true, filters: 1 });
    await shown(session);
    expect(map(session)).toBe('19 9 5 / 15 4 6 / 9 6 15');
    expect(edit(session, { stage: 0, tensor: 'bias', index: [0], value: 0 })).toBeNull();
    edit(session, { stage: 0, tensor: 'weights', index: [1, 1, 0, 0], value: 1 });
    edit(session, { stage: 0, tensor: 'input', index: [0, 1, 1, 0], value: 13 });
    await shown(session);
    expect(map(session)).toBe('31 -8 6 / 18 -3 6 / 10 6 14');
    session.undo();
    session.undo();
    session.undo();
    await shown(session);
    expect(map(session)).toBe('19 9 5 / 15 4 6 / 9 6 15');
  });

  test('nudging one cell is one entry', async () => {
    const session = await ready();
    for (const value of [1, 2, 3]) edit(session, { stage: 0, tensor: 'weights', index: [0, 0, 0, 0], value });
    edit(session, { stage: 0, tensor: 'weights', index: [0, 0, 0, 1], value: 7 });
    session.undo();
    await shown(session);
    expect(weights(session)[0]).toBe(3);
    session.undo();
    await shown(session);
    expect(weights(session)[0]).toBe(-1);
    expect(session.canUndo).toBe(false);
  });

  test('several belong together, such as a channel set to 0', async () => {
    const session = await showing('depthwise');
    const cells = Array.from({ length: 25 }, (_, cell) => [0, Math.floor(cell / 5), cell % 5, 1]);
    edit(
      session,
      cells.map((index) => ({ stage: 0, tensor: 'input' as const, index, value: 0 })),
    );
    await shown(session);
    const { output } = session.moment!.stages[0];
    expect([0, 1, 2].map((channel) => picture(output, channel).join(' / '))).toEqual([
      '10 -5 -14 / 7 -9 -12 / 2 -6 -2',
      '0 0 0 / 0 0 0 / 0 0 0',
      '3 3 3 / 2 2 2 / 1 1 1',
    ]);
    session.undo();
    expect(session.source).toEqual({ kind: 'sample', name: 'three-textures' });
  });

  test('edited data give way to their sample when the size changes', async () => {
    const session = await ready();
    session.setSource({ kind: 'sample', name: 'disc' });
    await shown(session);
    edit(session, { stage: 0, tensor: 'input', index: [0, 0, 0, 0], value: 5 });
    expect(session.source).toMatchObject({ kind: 'data', basis: { name: 'disc' } });
    session.setLayer({ input: [7, 7, 1] });
    expect(session.source).toEqual({ kind: 'sample', name: 'disc' });
  });

  test('weights stay while their shape stays, step aside for another, and come back with it', async () => {
    const session = await ready();
    edit(session, { stage: 0, tensor: 'weights', index: [0, 0, 0, 0], value: 50 });
    session.setLayer({ padding: 'same' });
    await shown(session);
    expect(weights(session)[0]).toBe(50);
    session.setLayer({ filters: 2 });
    await shown(session);
    expect(weights(session)[0]).toBe(-1);
    session.setLayer({ filters: 4 });
    await shown(session);
    expect(weights(session)[0]).toBe(50);
  });

  test.each([
    [{ tensor: 'weights', index: [0, 0, 0, 0], value: NaN }, 'weights', 'non-finite-value'],
    [{ tensor: 'weights', index: [0, 0, 0, 0], value: 1e39 }, 'weights', 'non-finite-value'],
    [{ tensor: 'input', index: [0, 0, 0, 0], value: '7' }, 'input', 'non-finite-value'],
    [{ tensor: 'input', index: [0, 5, 0, 0], value: 1 }, 'input', 'shape-mismatch'],
    [{ tensor: 'weights', index: [0, 0, 0], value: 1 }, 'weights', 'shape-mismatch'],
    [{ tensor: 'bias', index: [0], value: 1 }, 'biasValues', 'not-applicable'],
    [{ tensor: 'output', index: [0, 0, 0, 0], value: 1 }, 'output', 'not-applicable'],
  ])('%j is refused with a sentence', async (wrong, field, kind) => {
    const session = await ready();
    const before = session.moment;
    const sound = { stage: 0, tensor: 'weights', index: [1, 1, 1, 1], value: 4 } as const;
    const problem = edit(session, [sound, { stage: 0, ...wrong } as never]);
    expect(problem).toMatchObject({ field, kind, stage: 0 });
    expect(problem!.message).toMatch(/^The .*\.$/);
    expect(session.moment).toBe(before);
    expect(session.canUndo).toBe(false);
  });

  test('the input of a later stage is computed and cannot be edited', async () => {
    const session = await showing('separable');
    const change = { stage: 1, tensor: 'input', index: [0, 0, 0, 0], value: 1 } as const;
    expect(edit(session, change)).toMatchObject({ field: 'input', kind: 'not-applicable', stage: 1 });
    expect(edit(session, { ...change, tensor: 'weights' })).toBeNull();
  });
});

describe('sets of weights', () => {
  test('a kernel follows the shape', async () => {
    const session = await showing('strided');
    session.setKernel('gaussian');
    await shown(session);
    expect(weights(session)).toEqual([1, 2, 1, 2, 4, 2, 1, 2, 1]);
    session.setLayer({ kernel: 2 });
    await shown(session);
    expect(weights(session)).toEqual([1, 1, 1, 1]);
    session.resetWeights();
    await shown(session);
    expect(weights(session)).toEqual([1, -2, 3, -4].map((value) => -value));
  });

  test('it fills the stage that has taps to fill, or the one that is named', async () => {
    const session = await showing('separable', { order: 'pointwise-first' });
    session.setKernel('box');
    await shown(session);
    expect(new Set(weights(session, 1))).toEqual(new Set([1]));
    expect(new Set(weights(session, 0)).size).toBeGreaterThan(1);
    session.setKernel('box', 0);
    await shown(session);
    expect(new Set(weights(session, 0))).toEqual(new Set([1]));
    expect(() => session.setKernel('blur' as never)).toThrow('blur');
  });

  test('random numbers depend on the seed alone, which is kept', async () => {
    const session = await showing('separable');
    const filled = async (what: 'input' | 'weights', seed: number): Promise<number[]> => {
      session.randomise(what, seed);
      await shown(session);
      const [first, second] = session.moment!.stages;
      return what === 'input' ? [...first.input.data] : [...first.weights.data, ...second.weights.data];
    };
    for (const what of ['input', 'weights'] as const) {
      const first = await filled(what, 7);
      expect(await filled(what, 8)).not.toEqual(first);
      expect(await filled(what, 7)).toEqual(first);
      expect(first.every((value) => Number.isInteger(value) && Math.abs(value) <= 9)).toBe(true);
    }
    expect(session.source).toMatchObject({ name: 'random', seed: 7 });
    expect(session.weights.map(({ generator }) => generator)).toEqual([
      { kind: 'random', seed: 7 },
      { kind: 'random', seed: 7 },
    ]);
  });

  test('a true convolution uses the turned kernel; edits address it as it is shown', async () => {
    const session = await showing('strided', { turned: true });
    expect(session.moment!.stages[0].turned).toBe(true);
    expect(weights(session)).toEqual([-9, 8, -7, 6, -5, 4, -3, 2, -1]);
    edit(session, { stage: 0, tensor: 'weights', index: [0, 1, 0, 0], value: 80 });
    await shown(session);
    expect(weights(session)).toEqual([-9, 80, -7, 6, -5, 4, -3, 2, -1]);
    session.setLayer({ turned: false });
    await shown(session);
    expect(weights(session)).toEqual([-1, 2, -3, 4, -5, 6, -7, 80, -9]);
    expect(session.moment!.stages[0].turned).toBe(false);
  });

  test('turning the slices of the standard example: the first partial is −10', async () => {
    const session = await showing('standard', { turned: true });
    session.seek(27);
    expect(session.moment!.values!.channelSum[8]).toBe(-10);
  });
});

describe('variants and presets', () => {
  test('a pinned cell stays with another setting, and is let go with another variant, by undoing too', async () => {
    const session = await ready();
    const pin = () => session.intend({ kind: 'pin', stage: 0, tensor: 'input', index: [0, 0, 4, 0] });
    pin();
    session.setLayer({ stride: 2 });
    await shown(session);
    expect(session.pinned).not.toBeNull();
    session.setLayer({ variant: 'transposed', input: [5, 5, 3] });
    await shown(session);
    expect(session.pinned).toBeNull();
    pin();
    session.undo();
    expect(session.pinned).toBeNull();
  });

  test('a variant comes with its sample and its weights; undo leads back to everything', async () => {
    const session = await ready();
    session.setLayer({ filters: 2 });
    edit(session, { stage: 0, tensor: 'weights', index: [0, 0, 0, 0], value: 5 });
    session.setVariant('spatially-separable');
    await shown(session);
    expect(map(session, 0)).toBe('4 11 14 6 0 / 6 13 13 4 1 / 4 8 6 2 4');
    expect(map(session)).toBe('10 -5 -14 / 7 -9 -12 / 2 -6 -2');
    session.undo();
    await shown(session);
    expect(session.layer).toEqual({ variant: 'standard', filters: 2 });
    expect(weights(session)[0]).toBe(5);
  });

  test('an untouched sample follows the variant, chosen data stay', async () => {
    const session = await ready();
    session.setLayer({ variant: 'grouped' });
    expect(session.source).toEqual({ kind: 'sample', name: 'four-textures' });
    session.setSource({ kind: 'data', tensor: counting, label: '' });
    session.setLayer({ variant: 'dilated', dilation: 1 });
    expect(session.source.kind).toBe('data');
  });

  test('a preset opens with its numbers, walk and step, and is one entry', async () => {
    const session = await ready();
    session.seek(session.steps);
    session.load({ ...presetOf('one-dimension')!, step: 4 });
    await shown(session);
    expect([session.walk, session.step, session.steps]).toEqual(['input', 4, 9]);
    expect(map(session)).toBe('1 2 5 4 9 6 9');
    session.load(presetOf('sixteen-conv')!);
    await shown(session);
    expect([session.walk, session.step, map(session)]).toEqual(['output', 0, '-56 -61 / -76 -81']);
    session.undo();
    session.undo();
    await shown(session);
    expect(session.layer).toEqual({ variant: 'standard' });
  });

  test('what is set right after loading a preset keeps its opening step, and a step that is asked for wins', async () => {
    const session = await ready();
    session.load({ ...presetOf('maps-standard')!, step: 30 });
    session.setLayer({ bias: true });
    await shown(session);
    expect(session.step).toBe(30);
    session.load(presetOf('maps-depthwise')!);
    session.seek(12);
    await shown(session);
    expect(session.step).toBe(12);
  });

  test('a lesson’s stage cannot be undone', async () => {
    const session = await ready();
    session.setLayer({ filters: 2 });
    session.load(presetOf('tracer')!, { anew: true });
    expect([session.canUndo, session.undo()]).toEqual([false, false]);
  });

  test('a reset is an entry, too', async () => {
    const session = await ready();
    session.setLayer({ kernel: 2 });
    session.reset();
    expect(session.layer).toEqual({ variant: 'standard' });
    session.undo();
    expect(session.layer.kernel).toBe(2);
  });
});
