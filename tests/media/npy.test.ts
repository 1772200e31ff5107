import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNpy, MediaError, npyLimits, readNpy, writeNpy } from '../../src/media/index.js';
import { bytes, u16le, u32le } from './fixtures.js';
import made from './printed/numpy.json' with { type: 'json' };

const decoded = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));

function refusal(file: Uint8Array): Pick<MediaError, 'kind' | 'given' | 'allowed'> {
  try {
    readNpy(file);
  } catch (error) {
    if (error instanceof MediaError) return { kind: error.kind, given: error.given, allowed: error.allowed };
    throw error;
  }
  throw new Error('was not refused');
}

/** Format 1.0 around any header and values. */
function fileOf(header: string, values: Uint8Array = bytes()): Uint8Array {
  return bytes('\x93NUMPY', [1, 0], u16le(header.length), header, values);
}

const header = (shape: string, type = '|u1'): string =>
  `{'descr': '${type}', 'fortran_order': False, 'shape': (${shape}), }`;

describe(`files of ${made['made with']}`, () => {
  test.each(made.files)('$name', ({ shape, values, file }) => {
    const tensor = readNpy(decoded(file));
    expect([tensor.shape, [...tensor.data]]).toEqual([shape, values]);
  });

  test.each([
    ['objects', { kind: 'npy-objects' }],
    ['strings', { kind: 'npy-type', given: '<U2' }],
    ['complex', { kind: 'npy-type', given: '<c16' }],
    ['structured', { kind: 'npy-type', given: 'structured' }],
    ['scalar', { kind: 'npy-axes', given: '0', allowed: '1 … 4' }],
    ['five axes', { kind: 'npy-axes', given: '5' }],
    ['no values', { kind: 'npy-no-values' }],
    ['infinite', { kind: 'npy-non-finite', given: 'Infinity', allowed: '1, 2' }],
    ['beyond float32', { kind: 'npy-non-finite', given: '1e+300', allowed: '1' }],
  ] as const)('%s are refused', (name, expected) => {
    expect(refusal(decoded(made.refused[name]))).toMatchObject(expected);
  });

  test('cut anywhere, or longer than it says, a file is refused', () => {
    const whole = decoded(made.files[0].file);
    for (let length = 6; length < whole.length; length += 1) {
      expect(refusal(whole.slice(0, length)).kind).toBe('truncated');
    }
    expect(refusal(bytes(whole, [0]))).toMatchObject({ kind: 'corrupt', given: 'NPY' });
  });

  test('what is written is what NumPy writes, byte for byte', () => {
    const { shape, values, file } = made.files.find(({ name }) => name === 'tenths')!;
    expect(writeNpy({ shape, data: Float32Array.from(values) })).toEqual(decoded(file));
  });
});

describe('headers', () => {
  test('a claim of more values than are read is refused before anything is made room for', () => {
    expect(refusal(fileOf(header('4294967295, 4294967295')))).toMatchObject({
      kind: 'npy-too-large',
      given: '4294967295 × 4294967295',
      allowed: `${npyLimits.values}`,
    });
  });

  test.each([
    ['a version to come', bytes('\x93NUMPY', [9, 0], u16le(2), '{}')],
    ['no dictionary', fileOf('import os')],
    ['no shape', fileOf(`{'descr': '<f4', 'fortran_order': False}`)],
    ['a negative size', fileOf(header('-1, 2'))],
    ['a long header', bytes('\x93NUMPY', [2, 0], u32le(2 ** 31), '{')],
  ])('%s', (_, file) => {
    expect(refusal(file).kind).toBe('corrupt');
  });

  test('a vector, no blanks, another order of the keys', () => {
    const file = fileOf(`{'shape':(3,),'descr':'|i1','fortran_order':True}`, bytes([1, 255, 3]));
    expect(readNpy(file)).toEqual({ shape: [3], data: Float32Array.of(1, -1, 3) });
  });

  test('only the magic makes a .npy file', () => {
    expect([isNpy(fileOf('')), isNpy(bytes('\x93NUMP')), isNpy(bytes())]).toEqual([true, false, false]);
  });
});

describe('any bytes and tensors', () => {
  test('bytes behind the magic give a tensor or a MediaError', () => {
    const nearly = fc
      .tuple(fc.constantFrom('<f2', '>f8', '|b1', '<i8', '|O', '<U1'), fc.string(), fc.uint8Array())
      .map(([type, shape, values]) => fileOf(header(shape, type), values));
    const anything = fc.uint8Array({ maxLength: 200 }).map((rest) => bytes('\x93NUMPY', rest));
    const property = fc.property(fc.oneof(nearly, anything), (file) => {
      try {
        expect([...readNpy(file).data].every(Number.isFinite)).toBe(true);
      } catch (error) {
        if (!(error instanceof MediaError)) throw error;
      }
    });
    fc.assert(property, { numRuns: 3000, seed: 21 });
  });

  test('what is written reads back, bit for bit', () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
    const tensors = shapes.chain((shape) => {
      const length = shape.reduce((product, size) => product * size, 1);
      const value = fc.float({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
      return fc
        .array(value, { minLength: length, maxLength: length })
        .map((values) => ({ shape, data: Float32Array.from(values) }));
    });
    fc.assert(
      fc.property(tensors, (tensor) => {
        expect(readNpy(writeNpy(tensor))).toEqual(tensor);
      }),
      { numRuns: 500, seed: 22 },
    );
  });
});
