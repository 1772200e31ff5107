import { describe, expect, it } from 'vitest';
import { probeCapabilities } from '../../src/gpu/capabilities.js';
import { GpuBudgetError } from '../../src/gpu/errors.js';
import { TextureLedger, pageByteBudget } from '../../src/gpu/texture-ledger.js';
import { TexturePool } from '../../src/gpu/texture-pool.js';

const gl = document.createElement('canvas').getContext('webgl2')!;

function setUp(budget = 4096) {
  const ledger = new TextureLedger(budget);
  return { ledger, pool: new TexturePool(gl, ledger, 2048) };
}

describe('the texture pool', () => {
  it('counts textures and bytes until they are disposed of', () => {
    const { ledger, pool } = setUp();
    pool.give(pool.take(4, 2, 'rgba32ui'));
    pool.take(3, 3, 'r32f');
    expect([pool.live, ledger.textures, ledger.bytes]).toEqual([2, 2, 4 * 2 * 16 + 3 * 3 * 4]);
    pool.dispose();
    expect([pool.live, ledger.textures, ledger.bytes]).toEqual([0, 0, 0]);
  });

  it('lends a returned texture of the same size and format again', () => {
    const { pool } = setUp();
    const first = pool.take(4, 4, 'r32ui');
    pool.give(first);
    expect(pool.take(4, 4, 'r32f')).not.toBe(first);
    expect(pool.take(4, 4, 'r32ui')).toBe(first);
    expect(gl.isTexture(first.texture)).toBe(true);
  });

  it('refuses what does not fit the budget before it allocates', () => {
    const { ledger, pool } = setUp(1024);
    expect(() => pool.take(9, 8, 'rgba32ui')).toThrow(GpuBudgetError);
    expect(ledger.textures).toBe(0);
    pool.take(8, 8, 'rgba32ui');
    expect(() => pool.take(1, 1, 'r32f')).toThrow(/MiB/);
  });

  it('gives idle textures up before it refuses', () => {
    const { ledger, pool } = setUp(1024);
    pool.give(pool.take(8, 8, 'rgba32ui'));
    pool.take(4, 4, 'rgba32ui');
    expect([ledger.textures, ledger.bytes]).toEqual([1, 256]);
  });

  it('shares one budget with other pools of the page', () => {
    const { ledger, pool } = setUp(1024);
    const other = new TexturePool(gl, ledger, 2048);
    pool.take(8, 8, 'rgba32ui');
    expect(() => other.take(1, 1, 'r32f')).toThrow(GpuBudgetError);
  });

  it('refuses a side beyond the limit of the context', () => {
    expect(() => setUp(2 ** 30).pool.take(2049, 1, 'r32f')).toThrow('2048');
  });

  it('shouts when it gets back what it had not lent', () => {
    const { pool } = setUp();
    const foreign = setUp().pool.take(1, 1, 'r32f');
    expect(() => pool.give(foreign)).toThrow(/had not lent/);
    const own = pool.take(1, 1, 'r32f');
    pool.give(own);
    expect(() => pool.give(own)).toThrow(/had not lent/);
  });

  it('ignores textures of a generation that is gone', () => {
    const { ledger, pool } = setUp();
    const stale = pool.take(1, 1, 'r32f');
    pool.abandon();
    expect(ledger.textures).toBe(0);
    expect(() => pool.give(stale)).not.toThrow();
  });

  it('has a smaller budget on a device with little memory', () => {
    expect(pageByteBudget(1)).toBe(96 * 2 ** 20);
    expect(pageByteBudget(8)).toBe(256 * 2 ** 20);
  });
});

describe('the capabilities', () => {
  it('are found by trying and leave nothing behind', () => {
    expect(probeCapabilities(gl)).toMatchObject({ integerTargets: true });
    expect(probeCapabilities(gl).maxTextureSize).toBeGreaterThanOrEqual(2048);
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });
});
