import { describe, expect, it } from 'vitest';
import { AddressBar, type BrowserAddress, type Timer } from '../../src/address/address-bar.js';

/** Time that passes when the test says so. */
class HandTimer implements Timer {
  private time = 0;
  private readonly waiting = new Map<number, { at: number; act: () => void }>();
  private handles = 0;

  now(): number {
    return this.time;
  }

  after(milliseconds: number, act: () => void): number {
    this.handles += 1;
    this.waiting.set(this.handles, { at: this.time + milliseconds, act });
    return this.handles;
  }

  cancel(handle: number): void {
    this.waiting.delete(handle);
  }

  pass(milliseconds: number): void {
    this.time += milliseconds;
    for (const [handle, { at, act }] of this.waiting)
      if (at <= this.time) {
        this.waiting.delete(handle);
        act();
      }
  }
}

/** A history with its entries, and a switch for a browser that refuses. */
class HandHistory implements BrowserAddress {
  search = '';
  entries = [''];
  at = 0;
  writings = 0;
  refuses = false;

  get hash(): string {
    return this.entries[this.at];
  }

  replace(hash: string): void {
    this.allow();
    this.entries[this.at] = hash;
  }

  push(hash: string): void {
    this.allow();
    this.entries = [...this.entries.slice(0, this.at + 1), hash];
    this.at += 1;
  }

  private allow(): void {
    if (this.refuses) throw new DOMException('no', 'SecurityError');
    this.writings += 1;
  }
}

function setup() {
  const [history, timer] = [new HandHistory(), new HandTimer()];
  const bar = new AddressBar(history, timer);
  bar.arrive();
  const show = (text: string, place = 'standard') => bar.show({ place, text: () => text });
  return { history, timer, bar, show };
}

describe('the address bar', () => {
  it('is written at once, then at most once a second, and always with the last state', () => {
    const { history, timer, show } = setup();
    show('step=0');
    expect(history.entries).toEqual(['#step=0']);
    for (let step = 1; step <= 2500; step += 1) {
      show(`step=${step}`);
      timer.pass(1);
    }
    expect(history.writings).toBe(3);
    timer.pass(1000);
    expect(history.entries).toEqual(['#step=2500']);
    expect(history.writings).toBe(4);
  });

  it('is not written where nothing changed, and is empty for a page that says nothing', () => {
    const { history, timer, show } = setup();
    show('');
    timer.pass(2000);
    show('');
    expect(history.writings).toBe(0);
    show('step=1');
    timer.pass(2000);
    show('');
    expect(history.entries).toEqual(['']);
  });

  it('makes an entry of another place, after the last state of the one before', () => {
    const { history, timer, show } = setup();
    show('step=1');
    show('step=2');
    show('variant=dilated', 'dilated');
    show('variant=dilated&step=1', 'dilated');
    timer.pass(1000);
    expect(history.entries).toEqual(['#step=2', '#variant=dilated&step=1']);
  });

  it('tells of an address that came from elsewhere, and drops what waited for the one before', () => {
    const { history, timer, bar, show } = setup();
    show('step=1');
    show('variant=dilated', 'dilated');
    show('variant=dilated&step=5', 'dilated');
    expect(bar.arrive()).toBe(false);
    history.at = 0;
    expect(bar.arrive()).toBe(true);
    expect(bar.read()).toEqual({ query: '', hash: '#step=1' });
    expect(bar.arrive()).toBe(false);
    timer.pass(2000);
    show('step=1');
    expect(history.entries).toEqual(['#step=1', '#variant=dilated']);
    history.at = 1;
    expect(bar.arrive()).toBe(true);
  });

  it('writes what waits before the page is left', () => {
    const { history, bar, show } = setup();
    show('step=1');
    show('step=2');
    bar.flush();
    bar.flush();
    expect(history.entries).toEqual(['#step=2']);
  });

  it('lives with a browser that refuses, and asks again with the next change', () => {
    const { history, timer, bar, show } = setup();
    history.refuses = true;
    show('step=1');
    show('variant=dilated', 'dilated');
    timer.pass(5000);
    bar.flush();
    expect([history.entries, bar.arrive()]).toEqual([[''], false]);
    history.refuses = false;
    show('variant=dilated&step=3', 'dilated');
    expect(history.entries).toEqual(['#variant=dilated&step=3']);
  });

  it('reads nothing where there is no address', () => {
    const broken = {
      get search(): string {
        throw new DOMException('no', 'SecurityError');
      },
      hash: '#step=1',
      replace: () => undefined,
      push: () => undefined,
    };
    expect(new AddressBar(broken, new HandTimer()).read()).toEqual({ query: '', hash: '' });
  });
});
