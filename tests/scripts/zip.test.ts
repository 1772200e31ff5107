import { crc32, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { scormFiles } from '../../scripts/scorm.mjs';
import { zip } from '../../scripts/zip.mjs';

/** Reads an archive as programs do: from the record at its end to the list, and from there to each file. */
function unzip(archive: Buffer): Record<string, string> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'));
  let entry = archive.readUInt32LE(end + 16);
  const files: Record<string, string> = {};
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    expect(archive.readUInt32LE(entry)).toBe(0x02014b50);
    const [packed, size] = [archive.readUInt32LE(entry + 20), archive.readUInt32LE(entry + 24)];
    const nameEnd = entry + 46 + archive.readUInt16LE(entry + 28);
    const local = archive.readUInt32LE(entry + 42);
    expect(archive.readUInt32LE(local)).toBe(0x04034b50);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const data = inflateRawSync(archive.subarray(start, start + packed));
    expect([data.length, crc32(data)]).toEqual([size, archive.readUInt32LE(entry + 16)]);
    files[archive.toString('utf8', entry + 46, nameEnd)] = data.toString('utf8');
    entry = nameEnd + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
  }
  return files;
}

describe('a zip archive', () => {
  const files = { 'a/b.txt': 'one '.repeat(1000), empty: '', '说明.txt': '卷积' };

  it('gives back what was put in', () => expect(unzip(zip(files))).toEqual(files));

  it('is the same for the same content, at any time', () => expect(zip(files)).toEqual(zip({ ...files })));
});

describe('a SCORM package', () => {
  const made = scormFiles({ query: '?variant=dilated&step=2', title: 'Ring & "hole"', embed: 'page' });

  it('lists in its manifest every file but the manifest', () => {
    const listed = [...made['imsmanifest.xml'].matchAll(/<file href="([^"]+)"/g)].map(([, path]) => path);
    expect(['imsmanifest.xml', ...listed]).toEqual(Object.keys(made));
    expect(made['imsmanifest.xml']).toContain('<title>Ring &amp; &quot;hole&quot;</title>');
  });

  it('opens the figure that was asked for', () => {
    expect(made['index.html']).toContain('src="embed.html?variant=dilated&amp;step=2"');
    expect(made['index.html']).not.toMatch(/TITLE|QUERY/);
  });
});
