import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.js';
import type { Engine } from '../../src/engine/types.js';
import { setEngineFactory } from '../../src/session/engines.js';
import type { Session } from '../../src/session/session.js';
import { presetOf } from '../../src/variants/presets.js';
import { picture } from '../media/picture.js';
import { ready, showing, shown, start, until } from './harness.js';

async function opened(id: string): Promise<Session> {
  const session = await ready();
  session.load(presetOf(id)!);
  await shown(session);
  return session;
}

async function partialAt(session: Session, step: number) {
  session.seek(step);
  await until(session, () => session.moment!.partial !== null);
  return session.moment!.partial!;
}

const rows = (tensor: Parameters<typeof picture>[0]) => picture(tensor).join(' / ');

describe('lanes', () => {
  test('all lanes of a place are there, the current cell among them', async () => {
    const session = await showing('depthwise');
    session.seek(session.steps);
    const { alongside, values, frame } = session.moment!;
    expect(alongside.map(({ cell }) => cell)).toEqual(frame.lanes);
    expect(alongside.map(({ output }) => output)).toEqual([-2, 15, 1]);
    expect(alongside.map(({ runningSum }) => runningSum[8])).toEqual([-2, 15, 1]);
    expect(values).toEqual(alongside[0]);
  });

  test('at the first place the lane that went alone stays beside the others', async () => {
    const session = await showing('depthwise');
    session.seek(2 * 9);
    const { alongside, frame } = session.moment!;
    expect(frame.lanes.map(([, , , lane]) => lane)).toEqual([1, 2]);
    expect(alongside.map(({ cell }) => cell[3])).toEqual([1, 2, 0]);
    expect(alongside.map(({ output }) => output)).toEqual([5, 3, 10]);
  });

  test('without a table they come one after the other', async () => {
    const session = await showing('depthwise', { input: [64, 64, 3], padding: 'same' });
    session.seek(9 * 3 * 64 * 5);
    await until(session, () => session.moment!.alongside.length === 3);
    const { alongside, frame, stages } = session.moment!;
    expect(alongside.map(({ cell }) => cell)).toEqual(frame.lanes);
    const { data } = stages[0].output;
    const [, row, column] = frame.cell;
    expect(alongside.map(({ runningSum }) => runningSum.at(-1))).toEqual(
      [0, 1, 2].map((lane) => data[(row * 64 + column) * 3 + lane]),
    );
  });
});

describe('of a pinned output cell', () => {
  const pin = (session: Session, stage: number, index: readonly number[]): void =>
    session.intend({ kind: 'pin', stage, tensor: 'output', index });

  test('all numbers are there beside those of the run, and go with the pin', async () => {
    const session = await showing('standard');
    session.seek(40);
    pin(session, 0, [0, 0, 0, 0]);
    await until(session, () => session.moment!.reading !== null);
    const { reading, values } = session.moment!;
    expect([reading!.frame.cell, reading!.values!.output]).toEqual([[0, 0, 0, 0], 18]);
    expect(values!.cell).toEqual([0, 0, 1, 0]);
    session.clearSelection();
    expect(session.moment!.reading).toBeNull();
  });

  test('they are fetched where there is no table', async () => {
    const session = await showing('depthwise', { input: [64, 64, 3], padding: 'same' });
    session.seek(9 * 3 * 64 * 5);
    pin(session, 0, [0, 1, 2, 1]);
    await until(session, () => session.moment!.reading?.alongside.length === 3);
    const { reading, stages } = session.moment!;
    expect(reading!.values!.cell).toEqual([0, 1, 2, 1]);
    expect(reading!.values!.output).toBe(stages[0].output.data[(64 + 2) * 3 + 1]);
  });
});

describe('the sum before the activation', () => {
  test('is the output where there is none', async () => {
    const session = await showing('standard', { bias: true });
    session.seek(27);
    expect(session.moment!.values).toMatchObject({ bias: 1, sum: 19, output: 19 });
    expect(session.moment!.values!.runningSum[26]).toBe(18);
  });

  test.each([
    ['relu', [-14, 0]],
    ['relu6', [10, 6]],
    // (−2)·(−2 + 3)/6 = −1/3
    ['h-swish', [-2, -1 / 3]],
  ] as const)('%s', async (activation, [sum, output]) => {
    const session = await showing('depthwise', { input: [5, 5, 1], activation });
    const place = ['10', '-5', '-14', '7', '-9', '-12', '2', '-6', '-2'].indexOf(String(sum));
    session.seek(9 * (place + 1));
    expect(session.moment!.values!.sum).toBe(sum);
    expect(session.moment!.values!.output).toBeCloseTo(output, 6);
  });

  test('in an inner stage, what the next one reads is the activated value', async () => {
    const session = await showing('separable', { activation: 'relu', activations: 'every' });
    session.seek(9 * 5);
    const [first, second] = session.moment!.stages;
    expect(session.moment!.values).toMatchObject({ stage: 0, sum: -5, output: 0 });
    expect(second.input).toBe(first.output);
  });
});

describe('a scatter walk', () => {
  test('1 2 3 stamped with 1 2 3: sums before and after each stamp', async () => {
    const session = await opened('one-dimension');
    const seen: string[] = [];
    for (const step of [1, 4, 7, 9]) {
      const { stamp, before, after, canvas } = await partialAt(session, step);
      seen.push(`${rows({ ...stamp, shape: [...stamp.shape] })}: ${rows(before)} → ${rows(after)}`);
      expect(canvas).toBeNull();
    }
    expect(seen).toEqual([
      '1 2 3: 0 0 0 0 0 0 0 → 1 2 3 0 0 0 0',
      '2 4 6: 1 2 3 0 0 0 0 → 1 2 5 4 6 0 0',
      '3 6 9: 1 2 5 4 6 0 0 → 1 2 5 4 9 6 9',
      '3 6 9: 1 2 5 4 6 0 0 → 1 2 5 4 9 6 9',
    ]);
  });

  test('the canvas stays whole whatever is cropped, and the bias is not on it', async () => {
    const session = await showing('transposed', { padding: 1, outputPadding: 1, bias: true });
    session.setWalk('input');
    const whole = '1 2 5 4 6 / 4 5 14 10 12 / 10 14 37 26 33 / 12 15 38 25 30 / 21 24 62 40 45';
    const view = session.moment!.stages[0];
    expect(rows(view.output)).toBe('6 15 11 13 / 15 38 27 34 / 16 39 26 31 / 25 63 41 46');
    expect([rows(view.canvas!.tensor), view.canvas!.offset]).toEqual([whole, [1, 1]]);
    const last = await partialAt(session, session.steps);
    expect([rows(last.canvas!.after), rows(last.after)]).toEqual([
      whole,
      '5 14 10 12 / 14 37 26 33 / 15 38 25 30 / 24 62 40 45',
    ]);
    const first = await partialAt(session, 1);
    expect(rows(first.canvas!.after)).toBe('1 2 3 0 0 / 4 5 6 0 0 / 7 8 9 0 0 / 0 0 0 0 0 / 0 0 0 0 0');
    expect(rows(first.after)).toBe('5 6 0 0 / 8 9 0 0 / 0 0 0 0 / 0 0 0 0');
  });

  test('output padding without padding reaches beyond the canvas', async () => {
    const session = await opened('output-padding-zeros');
    session.setWalk('input');
    const { stages } = session.moment!;
    expect(stages[0].canvas!.tensor.shape).toEqual([1, 5, 5, 1]);
    const { after } = await partialAt(session, session.steps);
    expect([...after.data]).toEqual([...stages[0].output.data]);
  });

  test('groups, dilation, stride and several windows: the sums of the last stamp are the output', async () => {
    const session = await showing('transposed', {
      input: [6, 5, 4],
      filters: 6,
      groups: 2,
      dilation: [2, 1],
      stride: [3, 2],
      padding: [1, 0, 2, 1],
    });
    session.setWalk('input');
    const { after, stamp } = await partialAt(session, session.steps);
    const [view] = session.moment!.stages;
    expect([...after.data]).toEqual([...view.output.data]);
    const { frame } = session.moment!;
    const own = view.input.data[(5 * 5 + 4) * 4 + 3];
    for (const { weight, channel } of frame.stamp!.entries) {
      const [row, column, big, small] = weight;
      expect(stamp.data[(row * 3 + column) * 6 + channel]).toBe(
        own * view.weights.data[((row * 3 + column) * 3 + big) * 4 + small],
      );
    }
  });

  test('a canvas too large to hold is done without', async () => {
    const session = await showing('transposed', { stride: 3000, padding: [3000, 0, 3000, 0] });
    session.setWalk('input');
    expect(session.moment!.stages[0].output.shape).toEqual([1, 3, 3, 1]);
    const { after, canvas } = await partialAt(session, session.steps);
    expect([canvas, session.moment!.stages[0].canvas]).toEqual([null, null]);
    expect(rows(after)).toBe('5 10 15 / 20 25 30 / 35 40 45');
  });

  test('turning the walk keeps the product in hand, and undo turns it back', async () => {
    const session = await opened('tracer');
    session.setWalk('output');
    session.setWalk('input');
    session.seek(18);
    session.setWalk('output');
    expect(session.steps).toBe(225);
    session.undo();
    expect([session.walk, session.step, session.steps]).toEqual(['input', 18, 36]);
  });
});

describe('selections', () => {
  test('one that the new plan has no cell for is let rest', async () => {
    const session = await ready();
    session.intend({ kind: 'pin', stage: 0, tensor: 'output', index: [0, 2, 2, 3] });
    session.setLayer({ filters: 2 });
    await shown(session);
    expect(session.moment!.selection).toBeNull();
    session.setLayer({ filters: 4 });
    await shown(session);
    expect(session.moment!.selection).not.toBeNull();
  });

  test('one use of a weight is another place than the weight', async () => {
    const session = await ready();
    const weight = { stage: 0, tensor: 'weights', index: [0, 0, 0, 0] } as const;
    const pair = { input: [0, 0, 0, 0], output: [0, 0, 0, 0] } as const;
    session.intend({ kind: 'pin', ...weight });
    session.intend({ kind: 'pin', ...weight, pair });
    expect(session.selection).toMatchObject({ pair, pinned: true });
    session.intend({ kind: 'pin', ...weight, pair });
    expect(session.selection).toBeNull();
  });
});

describe('a slow engine', () => {
  /** An engine whose runs end when the test says so. */
  async function slow(): Promise<{ session: Session; finish: () => void; runs: number[] }> {
    const waiting: (() => void)[] = [];
    const runs: number[] = [];
    setEngineFactory(async () => {
      const engine = await createEngine({ prefer: 'cpu' });
      const run = engine.run.bind(engine) as (...all: unknown[]) => Promise<unknown>;
      const held = async (...all: unknown[]): Promise<unknown> => {
        runs.push((all[0] as { stages: { filters: number }[] }).stages[0].filters);
        const { signal } = all[2] as { signal: AbortSignal };
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          signal.addEventListener('abort', () => resolve());
        });
        return run(...all);
      };
      return Object.assign(Object.create(engine) as Engine, { run: held, dispose: () => engine.dispose() });
    });
    const session = start();
    const finish = (): void => waiting.splice(0).forEach((resolve) => resolve());
    await settled(() => runs.length === 1);
    return { session, finish, runs };
  }

  /** Lets promises go on until a condition holds. */
  async function settled(condition: () => boolean): Promise<void> {
    for (let turn = 0; turn < 1000 && !condition(); turn += 1) await Promise.resolve();
    expect(condition()).toBe(true);
  }

  test('events that outrun it: some pictures on the way, the rest dropped, the last one shown', async () => {
    const { session, finish, runs } = await slow();
    finish();
    await shown(session);
    const seen: number[] = [];
    for (let filters = 5; filters <= 12; filters += 1) {
      session.setLayer({ filters });
      await settled(() => runs.length > 1);
    }
    finish();
    await settled(() => session.moment!.stages[0].stage.filters !== 4);
    seen.push(session.moment!.stages[0].stage.filters);
    await settled(() => runs.at(-1) === 12);
    finish();
    await shown(session);
    seen.push(session.moment!.stages[0].stage.filters);
    expect(seen).toEqual([6, 12]);
    expect(runs).toEqual([4, 5, 6, 12]);
  });
});

describe('the accuracy', () => {
  test('of a larger layer is measured when nothing else is asked for', async () => {
    const session = await showing('standard', { input: [16, 16, 16], filters: 16 });
    expect(session.accuracy).toBeNull();
    await until(session, () => session.accuracy !== null);
    expect(session.accuracy).toMatchObject({ largestDifference: 0, complete: true, of: 14 * 14 * 16 });
  });
});
