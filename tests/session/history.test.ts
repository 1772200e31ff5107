import { describe, expect, test } from 'vitest';
import { History } from '../../src/session/history.js';

describe('a history', () => {
  test('undoes and does again, and a new state forgets what was undone', () => {
    const history = new History(0);
    history.record(1);
    history.record(2);
    expect([history.undo(), history.current, history.undo(), history.current]).toEqual([true, 1, true, 0]);
    expect([history.undo(), history.canUndo, history.canRedo]).toEqual([false, false, true]);
    expect([history.redo(), history.current]).toEqual([true, 1]);
    history.record(9);
    expect([history.redo(), history.canRedo, history.current]).toEqual([false, false, 9]);
    history.undo();
    expect(history.current).toBe(1);
  });

  test('states of one gesture are one entry, until another state or an end parts them', () => {
    const history = new History(0);
    for (const value of [1, 2, 3]) history.record(value, 'kernel');
    history.record(4, 'stride');
    history.record(5, 'kernel');
    history.settle();
    history.record(6, 'kernel');
    const seen = [history.current];
    while (history.undo()) seen.push(history.current);
    expect(seen).toEqual([6, 5, 4, 3, 0]);
  });

  test('a gesture after an undo is an entry of its own', () => {
    const history = new History(0);
    history.record(1, 'kernel');
    history.record(2, 'stride');
    history.undo();
    history.record(3, 'kernel');
    history.undo();
    expect(history.current).toBe(1);
  });

  test('the same state again is nothing', () => {
    const history = new History('a');
    history.record('a');
    expect(history.canUndo).toBe(false);
  });

  test('what is not worth it is passed over', () => {
    const even = new History(0, (value) => value % 2 === 0);
    for (const value of [2, 3, 5, 6, 7]) even.record(value);
    const seen: number[] = [];
    while (even.undo()) seen.push(even.current);
    while (even.redo()) seen.push(even.current);
    expect(seen).toEqual([6, 2, 0, 2, 6]);
  });

  test('nothing leads back behind a beginning', () => {
    const history = new History(0);
    history.record(1);
    history.begin(2);
    expect([history.canUndo, history.current]).toEqual([false, 2]);
  });

  test('it stays bounded', () => {
    const history = new History(0);
    for (let value = 1; value <= 1000; value += 1) history.record(value);
    let steps = 0;
    while (history.undo()) steps += 1;
    expect(steps).toBeLessThanOrEqual(200);
    expect(history.current).toBe(1000 - steps);
  });
});
