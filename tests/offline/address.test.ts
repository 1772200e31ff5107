import { describe, expect, it } from 'vitest';
import { keptAddress } from '../../offline/address.js';
import { addressOf } from '../../scripts/offline.mjs';

const site = 'https://example.org/convscope/';

describe('the address under which a file is kept', () => {
  it.each([
    ['index.html', ['', '?preset=sixteen-conv', 'index.html', 'index.html?utm_source=mail#step']],
    [
      'lessons/zh/01-one-window/index.html',
      ['lessons/zh/01-one-window/', 'lessons/zh/01-one-window/?lang=zh#add'],
    ],
    ['assets/define-a1.js', ['assets/define-a1.js']],
    ['third-party/licenses.md', ['third-party/licenses.md?plain']],
  ])('of %s is found by every way to ask for it', (path, asked) => {
    const kept = new URL(addressOf(path), site).href;
    for (const address of asked) expect(keptAddress(site + address)).toBe(kept);
  });

  it.each(['my-index.html', 'assets/', 'lessons/zh'])('of the site is not that of %s', (path) => {
    expect(keptAddress(site + path)).not.toBe(site);
  });
});
