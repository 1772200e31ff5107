/** A zip archive of texts and files, the same bytes for the same content; small enough (below 4 GiB) to need no zip64. */
import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980: a file's own date would make every archive another one. */
const noDate = 0x21;
const utf8Names = 0x800;
const deflated = 8;

/**
 * @param {Record<string, string | Uint8Array>} files by path, with forward slashes
 * @returns {Buffer}
 */
export function zip(files) {
  const entries = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const data = typeof content === 'string' ? Buffer.from(content) : content;
    const name = Buffer.from(path);
    const packed = deflateRawSync(data, { level: 9 });
    const common = commonFields(data, packed, name);
    const local = Buffer.concat([signature(0x04034b50), common, name, packed]);
    entries.push({ local, listed: listing(common, name, offset) });
    offset += local.length;
  }
  const list = Buffer.concat(entries.map(({ listed }) => listed));
  return Buffer.concat([
    ...entries.map(({ local }) => local),
    list,
    end(entries.length, list.length, offset),
  ]);
}

function signature(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

/** What stands alike before the content and in the list. */
function commonFields(data, packed, name) {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(utf8Names, 2);
  bytes.writeUInt16LE(deflated, 4);
  bytes.writeUInt16LE(noDate, 8);
  bytes.writeUInt32LE(crc32(data), 10);
  bytes.writeUInt32LE(packed.length, 14);
  bytes.writeUInt32LE(data.length, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
}

function listing(common, name, offset) {
  const version = Buffer.from([20, 0]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(0x02014b50), version, common, rest, name]);
}

function end(count, listLength, listOffset) {
  const bytes = Buffer.alloc(18);
  bytes.writeUInt16LE(count, 4);
  bytes.writeUInt16LE(count, 6);
  bytes.writeUInt32LE(listLength, 8);
  bytes.writeUInt32LE(listOffset, 12);
  return Buffer.concat([signature(0x06054b50), bytes]);
}
