/** GIF, of which only the first frame is used. Source: GIF89a specification §§18–20. */
import { DamagedFile, hasText, requireLength, type ImageFormat } from './format.js';

const headerLength = 13;

export const gif: ImageFormat = {
  name: 'GIF',
  mime: 'image/gif',
  matches: (bytes) => hasText(bytes, 0, 'GIF87a') || hasText(bytes, 0, 'GIF89a'),
  size(view) {
    const frame = firstFrame(view);
    // A decoder enlarges a screen that is too small for its first frame, so both count.
    return {
      width: Math.max(view.getUint16(6, true), view.getUint16(frame + 5, true)),
      height: Math.max(view.getUint16(8, true), view.getUint16(frame + 7, true)),
    };
  },
  verify(view) {
    const frame = firstFrame(view);
    const codeSize = frame + 10 + colourTableLength(view.getUint8(frame + 9));
    skipSubBlocks(view, codeSize + 1);
  },
};

/** Offset of the first image descriptor. */
function firstFrame(view: DataView): number {
  let offset = headerLength + colourTableLength(view.getUint8(10));
  for (;;) {
    const block = view.getUint8(offset);
    if (block === 0x2c) return offset;
    if (block !== 0x21) throw new DamagedFile(`unknown block ${block}`);
    offset = skipSubBlocks(view, offset + 2);
  }
}

/** Sub-blocks of [length, data] up to one of length 0; returns the offset behind it. */
function skipSubBlocks(view: DataView, start: number): number {
  let offset = start;
  for (let length = view.getUint8(offset); length > 0; length = view.getUint8(offset)) offset += 1 + length;
  requireLength(view, offset + 1);
  return offset + 1;
}

/** Bytes of the colour table that these packed flags announce. */
function colourTableLength(flags: number): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}
