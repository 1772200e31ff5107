/** The reference is made from the manifest: everything public is on it, and its examples are made of elements that exist. */
import { describe, expect, it } from 'vitest';
import { apiPagePaths, apiPages } from '../../scripts/api-pages.mjs';
import { examples, exampleOf } from '../../scripts/api/examples.mjs';
import { elementPage, tagsIn } from '../../scripts/api/page.mjs';
import { elementTags } from '../../scripts/elements.mjs';
import { policyBreaches } from '../house/rules/policy.js';

const pages = await apiPages();
const textOf = (name: string) => [...pages].find(([path]) => path.endsWith(`/${name}.html`))?.[1] ?? '';

describe('the reference', () => {
  it('has a page for every element, and a list of them', () => {
    expect([...pages.keys()].sort()).toEqual([...apiPagePaths].sort());
    for (const tag of elementTags()) expect(textOf('index')).toContain(`href="./${tag}.html"`);
  });

  it('says what the source says of attributes, methods, events, slots, parts and custom properties', () => {
    const figure = textOf('conv-figure');
    for (const name of [
      'views',
      'output-padding',
      '.steps',
      'previous(grain)',
      'conv-step',
      'caption',
      'tools',
      '--conv-ink',
    ])
      expect(figure).toContain(`${name.replace(/^\./, '.<code>').replace(/^(?!\.)/, '<code>')}</code>`);
    expect(figure).toContain('Cells from one tap to the next');
    expect(figure).not.toMatch(/setLayer|holdsLab|undefined/);
  });

  it('runs examples of elements that there are, each with its own in it', () => {
    const known = elementTags();
    expect(Object.keys(examples).filter((tag) => !known.includes(tag))).toEqual([]);
    for (const tag of known) {
      const used = tagsIn(exampleOf(tag));
      expect(used.filter((each) => !known.includes(each))).toEqual([]);
      expect(used.includes(tag) || exampleOf(tag).startsWith('<iframe'), tag).toBe(true);
      for (const each of used) expect(textOf(tag)).toContain(`src="/components/${each}/define.ts"`);
    }
  });

  it('holds nothing that the policy of the site refuses', () => {
    expect(policyBreaches([...pages].map(([path, text]) => ({ path, text })))).toEqual([]);
  });

  it('shows text as text', () => {
    const page = elementPage(
      { name: 'ConvX', customElement: true, tagName: 'conv-x', summary: 'a < b & "c", `<i>`' },
      [],
    );
    expect(page).toContain('a &lt; b &amp; &quot;c&quot;, <code>&lt;i&gt;</code>');
    expect(page).toContain("import 'convscope/conv-x'");
  });
});
