import { readFileSync } from 'node:fs';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { headers, headersFor, headersOfSite, policy, settings } from '../../scripts/headers.mjs';

const hosting = readFileSync('docs/hosting.md', 'utf8');

describe('the headers of the site', () => {
  it.each(Object.entries(settings))('stand in docs/hosting.md as %s wants them', (_, write) => {
    expect(hosting).toContain(`\n${write().trimEnd()}\n\`\`\``);
  });

  it('leave no way in for inline code, code from text, and foreign hosts', () => {
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
  });

  it('leave the page for frames to its own policy, and no other page', () => {
    const { 'Content-Security-Policy': own, ...others } = headers;
    expect(own).toBe(policy);
    for (const path of ['/embed.html', '/convscope/embed.html']) expect(headersFor(path)).toEqual(others);
    for (const path of ['/', '/my-embed.html', '/lessons/embed.html/'])
      expect(headersFor(path)).toEqual(headers);
  });

  it('fit between the quotation marks of a settings file', () => {
    for (const value of Object.values(headers)) expect(value).not.toMatch(/["\n$\\]/);
  });

  it.each([true, false])('stand in a page before everything else, if asked: %s', async (inPages) => {
    const { output } = (await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      plugins: [headersOfSite({ inPages })],
      build: { write: false, rolldownOptions: { input: 'lessons/index.html' } },
    })) as { output: { fileName: string; source?: string }[] };
    const sourceOf = (ending: string) => output.find(({ fileName }) => fileName.endsWith(ending))?.source;
    const start = sourceOf('.html')
      ?.match(/<head>\s*(<[^>]*>)/)?.[1]
      .replaceAll('&#39;', "'");
    expect(start === settings.page()).toBe(inPages);
    expect(sourceOf('_headers')).toBe(settings.headersFile());
  });
});
