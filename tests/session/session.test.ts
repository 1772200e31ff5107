import { describe, expect, test } from 'vitest';
import { setEngineFactory } from '../../src/session/engines.js';
import { EngineError } from '../../src/engine/errors.js';
import type { Engine } from '../../src/engine/types.js';
import { createEngine } from '../../src/engine/engine.js';
import type { Tensor } from '../../src/math/types.js';
import { HandClock, ready, start, until } from './harness.js';

const counting: Tensor = { shape: [4, 4, 1], data: Float32Array.from({ length: 16 }, (_, i) => i + 1) };

describe('a session', () => {
  test('begins with the standard example, computed', async () => {
    const session = await ready();
    expect(session.steps).toBe(972);
    const { output } = session.moment!.stages[0];
    expect(output.shape).toEqual([1, 3, 3, 4]);
    expect(Array.from({ length: 9 }, (_, cell) => output.data[cell * 4])).toEqual([
      18, 8, 4, 14, 3, 5, 8, 5, 14,
    ]);
    await until(session, () => session.accuracy !== null);
    expect(session.accuracy).toMatchObject({ largestDifference: 0, complete: true });
  });

  test('a moment holds the current cell as the engine computed it', async () => {
    const session = await ready();
    session.seek(9);
    const { values } = session.moment!;
    expect(Array.from(values!.product.subarray(0, 9), (value) => value + 0)).toEqual([
      0, 0, 2, -2, 0, 8, -2, 0, 4,
    ]);
    expect(values!.channelSum[8]).toBe(10);
    expect(values!.runningSum[26]).toBe(18);
  });

  test('a layer that cannot run explains itself and leaves the last moment standing', async () => {
    const session = await ready();
    const before = session.moment!.stages;
    session.setLayer({ kernel: 9 });
    expect(session.problems[0]).toMatchObject({ field: 'kernel', kind: 'kernel-larger-than-input' });
    expect(session.moment!.stages).toBe(before);
    session.setLayer({ kernel: 2 });
    await until(session, () => session.moment!.stages !== before);
    expect(session.moment!.stages[0].output.shape).toEqual([1, 4, 4, 4]);
  });

  test('data bring their own shape; another size brings the sample back', async () => {
    const session = await ready();
    session.setSource({ kind: 'data', tensor: counting, label: '' });
    await until(session, () => session.moment!.stages[0].stage.input[3] === 1);
    expect([...session.moment!.stages[0].input.data]).toEqual([...counting.data]);
    session.setLayer({ input: [6, 6, 1] });
    expect(session.source.kind).toBe('sample');
  });

  test('the last of many changes wins', async () => {
    const session = await ready();
    for (let filters = 1; filters <= 12; filters += 1) session.setLayer({ filters });
    await until(session, () => session.status === 'ready');
    expect(session.moment!.stages[0].output.shape[3]).toBe(12);
  });

  test('a finished run stays finished when the layer changes, one in the middle starts again', async () => {
    const session = await ready();
    session.seek(session.steps);
    session.setLayer({ filters: 2 });
    await until(session, () => session.steps === 486);
    expect(session.step).toBe(486);
    session.seek(100);
    session.setLayer({ filters: 3 });
    await until(session, () => session.steps === 729);
    expect(session.step).toBe(0);
  });

  test('another variant opens at its start, also after a finished run', async () => {
    const session = await ready();
    session.seek(session.steps);
    session.setVariant('padded');
    await until(session, () => session.steps === 81);
    expect(session.step).toBe(0);
    expect(session.moment?.frame.beat).toBe('start');
  });
});

describe('playback', () => {
  test('time becomes steps, and the end pauses', async () => {
    const clock = new HandClock();
    const session = await ready(clock);
    const events: string[] = [];
    for (const type of ['play', 'pause', 'ended']) session.addEventListener(type, () => events.push(type));
    session.play();
    clock.tick(16);
    clock.tick(50);
    expect(session.step).toBeGreaterThan(0);
    session.playbackRate = 8;
    for (let frame = 0; frame < 200 && !session.paused; frame += 1) clock.tick(100);
    expect(session.step).toBe(972);
    expect(events).toEqual(['play', 'pause', 'ended']);
    expect(clock.asked).toBe(false);
  });

  test('a gap of ten minutes moves it by one frame, not to the end', async () => {
    const clock = new HandClock();
    const session = await ready(clock);
    session.play();
    clock.tick(16);
    clock.tick(600_000);
    expect(session.moment!.frame.ordinal).toBe(0);
  });

  test('out of sight it asks for no frame, and goes on when seen again', async () => {
    const clock = new HandClock();
    const session = await ready(clock);
    session.play();
    session.seen = false;
    expect(clock.asked).toBe(false);
    expect(session.paused).toBe(false);
    session.seen = true;
    expect(clock.asked).toBe(true);
  });

  test('looping starts again', async () => {
    const clock = new HandClock();
    const session = await ready(clock);
    session.loop = true;
    session.seek(971);
    session.playbackRate = 8;
    session.play();
    for (let frame = 0; frame < 10; frame += 1) clock.tick(100);
    expect(session.step).toBeLessThan(900);
    expect(session.paused).toBe(false);
  });

  test('jumping to a step is the same moment as walking there', async () => {
    const session = await ready();
    for (let i = 0; i < 40; i += 1) session.next('term');
    const walked = session.moment!;
    session.seek(900);
    session.seek(40);
    expect(session.moment!.frame).toEqual(walked.frame);
    expect(session.moment!.values).toEqual(walked.values);
  });
});

describe('pointing', () => {
  const output = { stage: 0, tensor: 'output', index: [0, 1, 1, 2] } as const;

  test('hover lights, leaving lets go, pinning stays, pinning again lets go', async () => {
    const session = await ready();
    session.intend({ kind: 'hover', ...output });
    expect(session.moment!.highlight?.input).toHaveLength(27);
    session.intend({ kind: 'leave', ...output });
    expect(session.moment!.highlight).toBeNull();
    session.intend({ kind: 'pin', ...output });
    session.intend({ kind: 'leave', ...output });
    expect(session.selection?.pinned).toBe(true);
    session.intend({ kind: 'pin', ...output });
    expect(session.selection).toBeNull();
  });

  test('what a page has pinned is told from what a reader has', async () => {
    const session = await ready();
    session.intend({ kind: 'pin', ...output, declared: true });
    expect(session.selection).toMatchObject({ pinned: true, declared: true });
    session.intend({ kind: 'pin', ...output, index: [0, 0, 0, 0] });
    expect(session.selection).not.toHaveProperty('declared');
  });

  test('hovering another cell and coming back shows the pinned one as pinned', async () => {
    const session = await ready();
    session.intend({ kind: 'pin', ...output });
    session.intend({ kind: 'hover', ...output, index: [0, 0, 0, 0] });
    expect(session.selection?.pinned).toBe(false);
    session.intend({ kind: 'hover', ...output });
    expect(session.selection?.pinned).toBe(true);
  });

  test('playing lets go of a pin, which would be lit beside the wrong work', async () => {
    const session = await ready();
    session.intend({ kind: 'pin', ...output });
    session.play();
    expect(session.selection).toBeNull();
  });

  test('a reset brings back the preset layer and its sample', async () => {
    const session = await ready();
    session.setSource({ kind: 'data', tensor: counting, label: '' });
    session.setLayer({ kernel: 9 });
    session.reset();
    expect(session.problems).toEqual([]);
    await until(session, () => session.steps === 972 && session.moment!.stages[0].stage.input[3] === 3);
    expect(session.source).toEqual({ kind: 'sample', name: 'three-textures' });
  });

  test('Escape lets go, and says whether there was something', async () => {
    const session = await ready();
    session.intend({ kind: 'pin', ...output });
    expect(session.clearSelection()).toBe(true);
    expect(session.clearSelection()).toBe(false);
  });
});

describe('the engine', () => {
  test('an engine that cannot be made is told, and nothing throws', async () => {
    setEngineFactory(() => Promise.reject(new Error('no engine today')));
    const session = start();
    await until(session, () => session.status === 'failed');
    expect(session.error?.message).toBe('no engine today');
    setEngineFactory(() => createEngine());
  });

  test('a context lost while computing shows what was there, and the numbers come again', async () => {
    const losses = { left: 0 };
    setEngineFactory(async () => {
      const engine = await createEngine({ prefer: 'cpu' });
      const run = engine.run.bind(engine) as (...all: unknown[]) => Promise<unknown>;
      const losing = (...all: unknown[]): Promise<unknown> => {
        if (losses.left === 0) return run(...all);
        losses.left -= 1;
        return Promise.reject(new EngineError('context-lost', 'lost'));
      };
      return Object.assign(Object.create(engine) as Engine, { run: losing, dispose: () => engine.dispose() });
    });
    const session = await ready();
    losses.left = 2;
    session.setLayer({ filters: 2 });
    expect(session.moment!.stages[0].stage.filters).toBe(4);
    await until(session, () => session.steps === 486);
    expect(session.error).toBeNull();
    expect(losses.left).toBe(0);
  });

  test('numbers of a layer too large for a table come cell by cell', async () => {
    const session = await ready();
    session.setLayer({ input: [64, 64, 8], filters: 16, padding: 'same' });
    await until(session, () => session.steps > 2 ** 20);
    session.seek(72 * 5);
    await until(session, () => session.moment!.values !== null);
    const { values, frame, stages } = session.moment!;
    expect(values!.cell).toEqual(frame.cell);
    expect(values!.runningSum.at(-1)).toBe(stages[0].output.data[4 * 16]);
  });
});
