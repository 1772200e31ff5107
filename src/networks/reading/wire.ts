/** The wire format of protocol buffers, as much as a graph needs: fields of a message, one after the other, nothing copied. */

export interface Field {
  readonly number: number;
  /** Of varints and of 4- and 8-byte numbers. */
  readonly value: number;
  /** Of messages, strings, bytes and packed lists: a view into the file. */
  readonly bytes: Uint8Array | null;
}

/** Thrown where the bytes are no message, or end in the middle of one. */
export class Malformed extends Error {}

/** The fields of a message. @throws Malformed */
export function fieldsOf(message: Uint8Array): Field[] {
  const reader = new WireReader(message);
  const fields: Field[] = [];
  while (!reader.isAtEnd) fields.push(reader.field());
  return fields;
}

/** A packed list of varints. @throws Malformed */
export function varintsOf(bytes: Uint8Array): number[] {
  const reader = new WireReader(bytes);
  const values: number[] = [];
  while (!reader.isAtEnd) values.push(reader.varint());
  return values;
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

class WireReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  field(): Field {
    const key = this.varint();
    const number = Math.floor(key / 8);
    if (number < 1) throw new Malformed();
    switch (key % 8) {
      case 0:
        return { number, value: this.varint(), bytes: null };
      case 1:
        return { number, value: viewOf(this.#take(8)).getFloat64(0, true), bytes: null };
      case 2:
        return { number, value: 0, bytes: this.#take(this.varint()) };
      case 5:
        return { number, value: viewOf(this.#take(4)).getFloat32(0, true), bytes: null };
      default:
        throw new Malformed();
    }
  }

  /** A 64-bit number, signed; exact up to 2^53. */
  varint(): number {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      if (this.isAtEnd) throw new Malformed();
      const byte = this.#bytes[this.#at++];
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(BigInt.asIntN(64, value));
    }
    throw new Malformed();
  }

  #take(length: number): Uint8Array {
    if (length < 0 || length > this.#bytes.length - this.#at) throw new Malformed();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}
