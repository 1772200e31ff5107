/** What the inspection needs to know of one image format. A new format is one file and one line in `inspect.ts`. */
export interface ImageFormat {
  readonly name: string;
  readonly mime: string;
  /** Magic bytes; the file's name and declared type are not believed. */
  matches(bytes: Uint8Array): boolean;
  /** Width and height in the header. A read beyond the end throws RangeError, which means a truncated file. */
  size(view: DataView): ImageSize;
  /** Walks to the end mark. Throws DamagedFile, or RangeError where the file ends too early. */
  verify(view: DataView): void;
}

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The bytes contradict themselves. (A file that merely ends too early is a RangeError.) */
export class DamagedFile extends Error {}

/** @throws RangeError when the file has fewer than `length` bytes */
export function requireLength(view: DataView, length: number): void {
  if (length > view.byteLength) throw new RangeError(`ends at ${view.byteLength} of ${length} bytes`);
}

/** Whether the bytes at `offset` are these Latin-1 characters. */
export function hasText(bytes: Uint8Array, offset: number, text: string): boolean {
  return [...text].every((character, index) => bytes[offset + index] === character.charCodeAt(0));
}

export function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
