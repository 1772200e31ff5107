/** JPEG: markers FF xx, most followed by a big-endian length that counts itself. Source: ITU-T T.81 annex B. */
import { bytesOf, DamagedFile, requireLength, type ImageFormat, type ImageSize } from './format.js';

const startOfScan = 0xda;
const endOfImage = 0xd9;

export const jpeg: ImageFormat = {
  name: 'JPEG',
  mime: 'image/jpeg',
  matches: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff,
  size(view) {
    for (const { marker, offset } of segments(view)) {
      if (isStartOfFrame(marker)) return frameSize(view, offset);
    }
    throw new DamagedFile('no frame header');
  },
  verify(view) {
    let hasScan = false;
    for (const { marker } of segments(view)) hasScan ||= marker === startOfScan;
    if (!hasScan) throw new DamagedFile('no scan');
  },
};

/** Every segment up to the end mark; a thumbnail's own markers lie inside a segment and are stepped over. */
function* segments(view: DataView): Generator<{ marker: number; offset: number }> {
  const bytes = bytesOf(view);
  for (let offset = 2; ;) {
    if (view.getUint8(offset) !== 0xff) throw new DamagedFile(`no marker at byte ${offset}`);
    while (view.getUint8(offset) === 0xff) offset++;
    const marker = bytes[offset++];
    if (marker === endOfImage) return;
    yield { marker, offset };
    if (isStandalone(marker)) continue;
    const length = view.getUint16(offset);
    if (length < 2) throw new DamagedFile(`segment length ${length}`);
    offset += length;
    requireLength(view, offset);
    if (marker === startOfScan) offset = endOfScan(bytes, offset);
  }
}

/** In compressed data FF 00 is a data byte FF and FF D0…D7 restarts the decoder; any other marker ends the scan. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let offset = bytes.indexOf(0xff, start); offset >= 0; offset = bytes.indexOf(0xff, offset + 1)) {
    const next = bytes[offset + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !isRestart(next)) return offset;
  }
  throw new RangeError('the scan has no end');
}

function frameSize(view: DataView, offset: number): ImageSize {
  return { height: view.getUint16(offset + 3), width: view.getUint16(offset + 5) };
}

/** SOF0…SOF15 without DHT (C4), JPG (C8) and DAC (CC), which lie in the same range. */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

function isStandalone(marker: number): boolean {
  return marker === 0x01 || isRestart(marker);
}
