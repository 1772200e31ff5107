import { describe, expect, test } from 'vitest';
import { settled } from '../../src/session/settled.js';
import { start } from './harness.js';

const { signal } = new AbortController();

describe('a settled moment', () => {
  test('is the first one, and after a jump that of the step asked for', async () => {
    const session = start();
    expect((await settled(session, signal)).frame.step).toBe(0);
    session.seek(100);
    const moment = await settled(session, signal);
    expect([moment.frame.step, moment.values?.cell]).toEqual([100, moment.frame.cell]);
  });

  test('has the numbers that are fetched one by one, and the sums of a scatter walk', async () => {
    const session = start();
    session.setLayer({ input: [40, 40, 8], filters: 16 });
    await settled(session, signal);
    session.seek(50_000);
    expect(session.moment!.values).toBeNull();
    expect((await settled(session, signal)).values).not.toBeNull();
    session.setVariant('transposed');
    session.setWalk('input');
    await settled(session, signal);
    session.seek(30);
    expect((await settled(session, signal)).partial).not.toBeNull();
  });

  test('is not waited for after an abort', async () => {
    const session = start();
    const controller = new AbortController();
    const coming = settled(session, controller.signal);
    controller.abort();
    await expect(coming).rejects.toThrow(/abort/i);
  });
});
