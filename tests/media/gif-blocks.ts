/** A reader of GIF files that knows their blocks but not their pictures, written from the format's specification (GIF89a). */

export interface GifFrame {
  /** Hundredths of a second. */
  readonly delay: number;
  readonly width: number;
  readonly height: number;
}

export interface Gif {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly GifFrame[];
  /** Times that it is shown again; 0: without end. Null: once. */
  readonly repeats: number | null;
}

/** @throws Error where a block is none, or the file does not end with its trailer */
export function readGif(bytes: Uint8Array): Gif {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const short = (at: number): number => view.getUint16(at, true);
  const text = (at: number, length: number): string =>
    String.fromCharCode(...bytes.subarray(at, at + length));
  const coloursAfter = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  if (text(0, 6) !== 'GIF89a') throw new Error('This is no GIF89a.');
  const frames: GifFrame[] = [];
  let repeats: number | null = null;
  let delay = 0;
  let at = 13 + coloursAfter(bytes[10]);
  const skipSubBlocks = (): void => {
    while (bytes[at] !== 0) at += 1 + bytes[at];
    at += 1;
  };
  while (bytes[at] !== 0x3b) {
    if (bytes[at] === 0x2c) {
      frames.push({ delay, width: short(at + 5), height: short(at + 7) });
      at += 10 + coloursAfter(bytes[at + 9]) + 1;
    } else if (bytes[at] === 0x21) {
      if (bytes[at + 1] === 0xf9) delay = short(at + 4);
      if (bytes[at + 1] === 0xff && text(at + 3, 11) === 'NETSCAPE2.0') repeats = short(at + 16);
      at += 2;
    } else throw new Error(`No block begins with ${bytes[at]} at ${at}.`);
    skipSubBlocks();
  }
  if (at !== bytes.length - 1) throw new Error('Something follows the trailer.');
  return { width: short(6), height: short(8), frames, repeats };
}
