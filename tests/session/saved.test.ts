import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tensor } from '../../src/math/types.js';
import { readSaved } from '../../src/session/read-saved.js';
import { save } from '../../src/session/save.js';
import type { Session } from '../../src/session/session.js';
import { giveWeights } from '../../src/session/give-weights.js';
import { presets } from '../../src/variants/presets.js';
import { ready, showing, shown } from './harness.js';

function saved(session: Session): string {
  return save(
    session.document,
    session.plan,
    session.moment?.stages.map(({ output }) => output),
  );
}

/** Everything that a session shows in numbers. */
function numbers(session: Session): unknown {
  return session.moment!.stages.map(({ input, weights, bias, output }) => ({ input, weights, bias, output }));
}

async function reopened(text: string): Promise<Session> {
  const result = readSaved(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  const session = await ready();
  session.open(result.document);
  await shown(session);
  return session;
}

const thirds = (shape: readonly number[]): Tensor => ({
  shape,
  data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => (i - 7) / 3),
});

describe('a saved document', () => {
  const small = presets.map(({ id }) => id).filter((id) => !id.startsWith('large'));

  test.each(small)('of %s shows the same numbers again', async (id) => {
    const session = await ready();
    session.load(presets.find((preset) => preset.id === id)!);
    await shown(session);
    const again = await reopened(saved(session));
    expect(again.layer).toEqual(session.layer);
    expect(again.walk).toBe(session.walk);
    expect(numbers(again)).toEqual(numbers(session));
  });

  test('keeps numbers of its own bit for bit, and their names', async () => {
    const session = await showing('standard', { input: [4, 5, 2], filters: 3, bias: true, turned: true });
    session.setSource({ kind: 'data', tensor: thirds([4, 5, 2]), label: 'a [file] "named"\n so' });
    giveWeights(session, 0, { weights: thirds([3, 3, 2, 3]), bias: thirds([3]) });
    await shown(session);
    const again = await reopened(saved(session));
    expect(again.source).toEqual(session.source);
    expect(again.weights).toEqual(session.weights);
    expect(numbers(again)).toEqual(numbers(session));
  });

  test('samples, kernels and seeds stay what they are, and follow a change of shape', async () => {
    const session = await showing('separable');
    session.setKernel('gaussian');
    session.randomise('input', 5);
    await shown(session);
    const again = await reopened(saved(session));
    expect(again.source).toEqual({ kind: 'sample', name: 'random', seed: 5 });
    for (const each of [session, again]) {
      each.setLayer({ kernel: 5, input: [7, 7, 3] });
      await shown(each);
    }
    expect(numbers(again)).toEqual(numbers(session));
  });

  test('a number changed in the file wins over the sample it came from', async () => {
    const session = await showing('pointwise', { input: [1, 1, 2] });
    const file = JSON.parse(saved(session)) as { input: { values: number[] } };
    file.input.values = [0.25, -8];
    const again = await reopened(JSON.stringify(file));
    expect([...again.moment!.stages[0].input.data]).toEqual([0.25, -8]);
  });

  test('tells the version, the layouts and the results to other programs', async () => {
    const session = await showing('standard', { input: [3, 3, 1], filters: 1 });
    expect(JSON.parse(saved(session))).toMatchObject({
      format: 'convscope',
      version: 1,
      input: { layout: 'HWC', shape: [3, 3, 1] },
      stages: [{ layout: 'HWIO', weights: { shape: [3, 3, 1, 1] }, output: { shape: [1, 1, 1, 1] } }],
    });
  });

  test('large results are left out', async () => {
    const session = await showing('pointwise', { input: [150, 150, 1], filters: 3 });
    expect(JSON.parse(saved(session))).not.toHaveProperty('stages[0].output');
  });

  test('opening can be undone', async () => {
    const session = await showing('standard', { filters: 2 });
    const { layer } = session;
    const other = readSaved(saved(await showing('dilated')));
    session.open(other.ok ? other.document : session.document);
    expect(session.layer.variant).toBe('dilated');
    session.undo();
    expect(session.layer).toEqual(layer);
  });
});

describe('refusals', () => {
  const sound = {
    format: 'convscope',
    version: 1,
    layer: { variant: 'standard', input: [3, 3, 1], filters: 1 },
    input: { shape: [3, 3, 1], values: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
  };
  const weights = (values: unknown) => [{ weights: { shape: [3, 3, 1, 1], values } }];

  test('what they are made from is sound', () => {
    expect(readSaved(JSON.stringify(sound))).toMatchObject({ ok: true, document: { walk: 'output' } });
  });

  test.each([
    ['', { kind: 'not-json' }],
    ['{"format": "convscope"', { kind: 'not-json' }],
    ['[1, 2]', { kind: 'not-ours' }],
    ['null', { kind: 'not-ours' }],
    ['{"format": "other", "version": 1}', { kind: 'not-ours' }],
    [
      { ...sound, version: 2 },
      { kind: 'newer-version', given: '2', allowed: '1' },
    ],
    [{ ...sound, version: '1' }, { kind: 'not-ours' }],
    [
      { ...sound, layer: [] },
      { kind: 'wrong-value', path: 'layer' },
    ],
    [
      { ...sound, layer: { sieve: 1 } },
      { kind: 'unknown-setting', path: 'layer', given: '"sieve"' },
    ],
    [
      { ...sound, layer: { variant: 'round' } },
      { kind: 'wrong-value', path: 'layer.variant' },
    ],
    [
      { ...sound, layer: { kernel: { a: 1 } } },
      { kind: 'wrong-value', path: 'layer.kernel', given: '{…}' },
    ],
    [
      { ...sound, layer: { ...sound.layer, kernel: 5 } },
      { kind: 'refused-layer', path: 'layer', cause: { kind: 'kernel-larger-than-input' } },
    ],
    [
      { ...sound, layer: { input: [9999, 9999, 99] } },
      { kind: 'refused-layer', cause: { kind: 'tensor-too-large' } },
    ],
    [
      { ...sound, input: undefined },
      { kind: 'wrong-value', path: 'input' },
    ],
    [
      { ...sound, input: { ...sound.input, shape: [3, 3] } },
      { kind: 'wrong-shape', path: 'input.shape', given: '[3, 3]', allowed: '[3, 3, 1]' },
    ],
    [
      { ...sound, input: { ...sound.input, values: [1] } },
      { kind: 'wrong-count', path: 'input.values', given: '1', allowed: '9' },
    ],
    [
      { ...sound, stages: weights([1, 2, '3', 4, 5, 6, 7, 8, 9]) },
      { kind: 'wrong-value', path: 'stages[0].weights.values[2]', given: '"3"' },
    ],
    [
      { ...sound, stages: weights([1, 2, 3, 4, 1e39, 6, 7, 8, 9]) },
      { kind: 'wrong-value', path: 'stages[0].weights.values[4]', given: '1e+39' },
    ],
    [
      { ...sound, stages: [{}, {}] },
      { kind: 'wrong-count', path: 'stages', allowed: '0 … 1' },
    ],
    [
      { ...sound, stages: 'none' },
      { kind: 'wrong-count', path: 'stages', given: '"none"' },
    ],
  ])('%j', (file, problem) => {
    const text = typeof file === 'string' ? file : JSON.stringify(file);
    expect(readSaved(text)).toMatchObject({ ok: false, problem });
  });

  test('a number beyond all is refused where it stands, and a prototype is a setting that nobody has', () => {
    const text = JSON.stringify(sound);
    expect(readSaved(text.replace('[1,2,3,4', '[1,2,1e400,4'))).toMatchObject({
      ...{ problem: { kind: 'wrong-value', path: 'input.values[2]', given: 'Infinity' } },
    });
    expect(readSaved(text.replace('"layer":{', '"layer":{"__proto__":{"filters":9},'))).toMatchObject({
      ...{ problem: { kind: 'unknown-setting', given: '"__proto__"' } },
    });
  });

  test('any change of a sound file gives a document or a named problem', () => {
    const text = JSON.stringify({ ...sound, stages: weights([1, 2, 3, 4, 5, 6, 7, 8, 9]) });
    const places = fc.integer({ min: 0, max: text.length });
    const pieces = fc.constantFrom(
      '',
      '0',
      '9',
      '-',
      'e',
      '[',
      ']',
      '{',
      '}',
      '"',
      ',',
      'null',
      '[[]]',
      '{}',
      '1e9',
    );
    const changes = fc.array(fc.tuple(places, fc.integer({ min: 0, max: 9 }), pieces), {
      minLength: 1,
      maxLength: 3,
    });
    const property = fc.property(fc.oneof(changes, fc.string()), (given) => {
      const changed =
        typeof given === 'string'
          ? given
          : given.reduce((now, [at, gone, piece]) => now.slice(0, at) + piece + now.slice(at + gone), text);
      const result = readSaved(changed);
      expect(result.ok || /^[a-z-]+$/.test(result.problem.kind)).toBe(true);
    });
    fc.assert(property, { numRuns: 1000, seed: 31 });
  });
});

describe('weights given to a stage', () => {
  test('are shown, undone, and turned where the layer turns them', async () => {
    const session = await showing('strided', { turned: true });
    const given = thirds([3, 3, 1, 1]);
    expect(giveWeights(session, 0, { weights: given })).toBeNull();
    await shown(session);
    expect([...session.moment!.stages[0].weights.data]).toEqual([...given.data].reverse());
    session.undo();
    expect(session.weights[0]?.weights).toBeUndefined();
  });

  test.each([
    [0, { weights: thirds([3, 3, 1]) }, 'weights', 'shape-mismatch'],
    [1, { weights: thirds([3, 3, 1, 1]) }, 'weights', 'not-applicable'],
    [0, { bias: thirds([1]) }, 'biasValues', 'not-applicable'],
    [
      0,
      { weights: { shape: [3, 3, 1, 1], data: new Float32Array(9).fill(NaN) } },
      'weights',
      'non-finite-value',
    ],
  ] as const)('stage %i: %j is refused with a sentence', async (stage, given, field, kind) => {
    const session = await showing('strided');
    const before = session.document;
    const problem = giveWeights(session, stage, given);
    expect(problem).toMatchObject({ field, kind, stage });
    expect(problem!.message).toMatch(/\.$/);
    expect(session.document).toBe(before);
  });
});
