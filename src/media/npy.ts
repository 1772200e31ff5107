/**
 * NumPy's file of one array (numpy.lib.format, versions 1.0 to 3.0): a magic, a Python dictionary with type, order and
 * shape, and the values.
 */
import { sizeOf } from '../math/tensor.js';
import type { Tensor } from '../math/types.js';
import { hasText } from './formats/format.js';
import { MediaError } from './media-error.js';
import { numberType, type NumberType } from './npy-values.js';

/** `values` is more than any input or kernel that is shown here has; `header` is what NumPy itself trusts a hundred times over. */
export const npyLimits = { values: 2 ** 20, header: 2 ** 16 } as const;

const magic = '\x93NUMPY';

/** Does a file begin as a .npy file does? */
export function isNpy(bytes: Uint8Array): boolean {
  return hasText(bytes, 0, magic);
}

/**
 * The array as float32, last axis fastest; −0 becomes 0. Nothing in the file is ever run: pickled objects are refused.
 * @throws MediaError
 */
export function readNpy(bytes: Uint8Array): Tensor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { text, end } = headerOf(view, bytes);
  const { type, shape, isFortran } = understand(text);
  const count = sizeOf(shape);
  if (count > npyLimits.values)
    throw new MediaError('npy-too-large', shape.join(' × '), `${npyLimits.values}`);
  if (count === 0) throw new MediaError('npy-no-values');
  const length = end + count * type.bytes;
  if (bytes.length < length) throw new MediaError('truncated', 'NPY');
  if (bytes.length > length) throw new MediaError('corrupt', 'NPY');
  const data = new Float32Array(count);
  const strides = stridesOf(shape, isFortran);
  const index = shape.map(() => 0);
  for (let cell = 0; cell < count; cell += 1) {
    const place = index.reduce((sum, each, axis) => sum + each * strides[axis], 0);
    const given = type.read(view, end + place * type.bytes);
    const value = Math.fround(given);
    if (!Number.isFinite(value)) {
      throw new MediaError('npy-non-finite', `${given}`, index.map((each) => each + 1).join(', '));
    }
    data[cell] = value + 0;
    for (let axis = shape.length - 1; axis >= 0 && ++index[axis] === shape[axis]; axis -= 1) index[axis] = 0;
  }
  return { shape, data };
}

/** A .npy file, format 1.0, float32, little-endian, last axis fastest. */
export function writeNpy({ shape, data }: Tensor): Uint8Array<ArrayBuffer> {
  const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const dictionary = `{'descr': '<f4', 'fortran_order': False, 'shape': (${sizes}), }`;
  const before = magic.length + 4;
  const end = Math.ceil((before + dictionary.length + 1) / 64) * 64;
  const header = `${dictionary.padEnd(end - before - 1)}\n`;
  const bytes = new Uint8Array(end + data.length * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([...magic].map((letter) => letter.charCodeAt(0)));
  bytes.set([1, 0], magic.length);
  view.setUint16(before - 2, header.length, true);
  bytes.set(new TextEncoder().encode(header), before);
  data.forEach((value, i) => view.setFloat32(end + i * 4, value, true));
  return bytes;
}

function headerOf(view: DataView, bytes: Uint8Array): { text: string; end: number } {
  const version = bytes.length > 7 ? bytes[6] : NaN;
  if (Number.isNaN(version)) throw new MediaError('truncated', 'NPY');
  if (version < 1 || version > 3) throw new MediaError('corrupt', 'NPY');
  const start = version === 1 ? 10 : 12;
  if (bytes.length < start) throw new MediaError('truncated', 'NPY');
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > npyLimits.header) throw new MediaError('corrupt', 'NPY');
  const end = start + length;
  if (bytes.length < end) throw new MediaError('truncated', 'NPY');
  return {
    text: new TextDecoder(version === 3 ? 'utf-8' : 'latin1').decode(bytes.subarray(start, end)),
    end,
  };
}

function understand(text: string): { type: NumberType; shape: number[]; isFortran: boolean } {
  if (!/^\s*\{[^]*\}\s*$/.test(text)) throw new MediaError('corrupt', 'NPY');
  const descriptor = /'descr'\s*:\s*(?:'([^']*)'|(\[))/.exec(text);
  const order = /'fortran_order'\s*:\s*(True|False)\b/.exec(text);
  const shape = /'shape'\s*:\s*\(((?:\s*\d+L?\s*,?)*)\)/.exec(text);
  if (!descriptor || !order || !shape) throw new MediaError('corrupt', 'NPY');
  const name = descriptor[1] ?? 'structured';
  if (/^[<>|=]?O/.test(name)) throw new MediaError('npy-objects');
  const type = numberType(name);
  if (!type) throw new MediaError('npy-type', name);
  const sizes = (shape[1].match(/\d+/g) ?? []).map(Number);
  if (sizes.length < 1 || sizes.length > 4) throw new MediaError('npy-axes', `${sizes.length}`, '1 … 4');
  return { type, shape: sizes, isFortran: order[1] === 'True' };
}

/** Values to step over for one place further on each axis. */
function stridesOf(shape: readonly number[], isFortran: boolean): number[] {
  return shape.map((_, axis) => sizeOf(isFortran ? shape.slice(0, axis) : shape.slice(axis + 1)));
}
