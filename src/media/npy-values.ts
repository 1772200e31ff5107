/** The number types of a .npy file, as values of float32. */

type Reader = (view: DataView, offset: number, littleEndian: boolean) => number;

/** By kind and bytes, as NumPy writes them behind the byte order. */
const readers: Readonly<Record<string, Reader>> = {
  b1: (view, offset) => (view.getUint8(offset) === 0 ? 0 : 1),
  i1: (view, offset) => view.getInt8(offset),
  i2: (view, offset, little) => view.getInt16(offset, little),
  i4: (view, offset, little) => view.getInt32(offset, little),
  i8: (view, offset, little) => Number(view.getBigInt64(offset, little)),
  u1: (view, offset) => view.getUint8(offset),
  u2: (view, offset, little) => view.getUint16(offset, little),
  u4: (view, offset, little) => view.getUint32(offset, little),
  u8: (view, offset, little) => Number(view.getBigUint64(offset, little)),
  f2: (view, offset, little) => half(view.getUint16(offset, little)),
  f4: (view, offset, little) => view.getFloat32(offset, little),
  f8: (view, offset, little) => view.getFloat64(offset, little),
};

/** binary16: a sign, 5 bits of exponent, 10 of fraction (IEEE 754-2019, 3.6). */
function half(bits: number): number {
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

export interface NumberType {
  readonly bytes: number;
  read(view: DataView, offset: number): number;
}

/** @param descriptor e.g. '<f4', '>i8', '|b1'. Returns null for what is no real number. */
export function numberType(descriptor: string): NumberType | null {
  const [, order, kind] = /^([<>|=])([a-z]\d+)$/.exec(descriptor) ?? [];
  if (order === undefined || !Object.hasOwn(readers, kind)) return null;
  const read = readers[kind];
  return { bytes: Number(kind.slice(1)), read: (view, offset) => read(view, offset, order !== '>') };
}
