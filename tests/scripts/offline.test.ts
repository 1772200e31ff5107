import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptFiles, versionOf } from '../../scripts/offline.mjs';

describe('the list of files for visits without a network', () => {
  let folder: string;
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const version = () => versionOf(folder, keptFiles(folder));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'convscope-'));
    mkdirSync(join(folder, 'lessons/en'), { recursive: true });
    write('index.html', 'site');
    write('lessons/en/index.html', 'lesson');
    write('service-worker.js', 'worker');
    write('_headers', 'headers');
    write('embed.html', 'frame');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('has every file but the worker itself, what only the host reads, and the page for other people’s frames', () => {
    expect(keptFiles(folder)).toEqual(['index.html', 'lessons/en/index.html']);
  });

  it('has a version that changes with a content, a name or a new file, and with nothing else', () => {
    const seen = [version()];
    write('service-worker.js', 'another worker');
    expect(version()).toBe(seen[0]);
    write('index.html', 'sitE');
    seen.push(version());
    write('new.html', '');
    seen.push(version());
    rmSync(join(folder, 'new.html'));
    write('other.html', '');
    seen.push(version());
    expect(new Set(seen).size).toBe(4);
    for (const each of seen) expect(each).toMatch(/^[0-9a-f]{16}$/);
  });
});
