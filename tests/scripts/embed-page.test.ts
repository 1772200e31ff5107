import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { embedPolicy, hashOf, inOneFile, withoutSite } from '../../scripts/embed-page.mjs';

const source = readFileSync('embed.html', 'utf8');
const parts = {
  script: 'const a = `</script><!--$& $1`;\n',
  style: 'a {}\n',
  licences: 'Licence --> of three',
};
const page = inOneFile(source, parts);
const between = (start: string, end: string) => page.split(start)[1].split(end)[0];

describe('the page for frames in one file', () => {
  it('asks for nothing but its icon', () => {
    expect(page.match(/(?:src|href)="[^"]*"/g)).toEqual(['href="./favicon.svg"']);
    expect(withoutSite(page)).not.toMatch(/(?:src|href|site)="/);
  });

  it('holds a script that cannot end or hide the page, and means the same', () => {
    expect(between('<script type="module">', '</script>')).toBe('const a = `<\\/script><\\!--$& $1`;');
    expect(page.match(/-->/g)).toHaveLength(1);
  });

  it('allows exactly its own script and style', () => {
    const script = between('<script type="module">', '</script>');
    const style = between('<style>', '</style>');
    const policy = embedPolicy({ script, style });
    expect(page).toContain(`content="${policy}"`);
    expect(policy).toContain(`script-src ${hashOf(script)};`);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
  });
});
