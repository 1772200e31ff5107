/** What a system sees of the site when it is installed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromAnywhere, previewOf, themeColours } from '../../scripts/site-head.mjs';

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly purpose?: string;
}

const manifest = JSON.parse(readFileSync('public/manifest.json', 'utf8')) as {
  readonly start_url: string;
  readonly scope: string;
  readonly theme_color: string;
  readonly background_color: string;
  readonly icons: readonly Icon[];
};

/** Width and height from the first chunk of a PNG. */
function sizeOf(path: string): string {
  const bytes = readFileSync(path);
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

describe('the web app manifest', () => {
  it('begins in whatever folder the site lies', () => {
    expect([manifest.start_url, manifest.scope]).toEqual(['./', './']);
  });

  it('names icons that are there, in the sizes that it says, one to be cut round', () => {
    for (const { src, sizes } of manifest.icons) expect(sizeOf(`public/${src}`), src).toBe(sizes);
    expect(sizeOf('public/icons/apple-touch-icon.png')).toBe('180x180');
    expect(manifest.icons.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ]);
  });

  it('has the colours of the themes', () => {
    const backgrounds = readFileSync('components/shared/theme.ts', 'utf8').matchAll(
      /--_background: var\(--conv-background, (#[0-9a-f]{6})\)/g,
    );
    expect([...backgrounds].map(([, colour]) => colour)).toEqual([themeColours.paper, themeColours.board]);
    expect([manifest.theme_color, manifest.background_color]).toEqual([
      themeColours.paper,
      themeColours.paper,
    ]);
  });
});

describe('a link to the site', () => {
  const site = 'https://example.org/convscope/';

  it('is shown with the page’s own title and description, and a picture that is there', () => {
    const html = readFileSync('lessons/en/01-one-window/index.html', 'utf8');
    const preview = previewOf(html, site);
    expect(preview).toContain('property="og:title" content="One window · Convscope"');
    expect(preview).toMatch(/property="og:description" content="What one number[^"]+"/);
    expect(preview).toContain(`property="og:image" content="${site}preview.png"`);
    expect(sizeOf('public/preview.png')).toBe('1200x630');
  });

  it('that leads nowhere is answered with a page that finds home from any depth, and asks for no file', () => {
    const html = readFileSync('404.html', 'utf8');
    expect(html).not.toMatch(/src=|<link/);
    const addresses = [...fromAnywhere(html, site).matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses).toEqual([site, `${site}lessons/`]);
  });
});
