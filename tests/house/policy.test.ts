import { describe, expect, it } from 'vitest';
import { policyBreaches } from './rules/policy.js';
import { sourcesIn, trackedPaths, textFiles } from './sources.js';

describe('the source', () => {
  it('holds nothing that the policy of the site refuses', () => {
    const pages = trackedPaths().filter((path) => /^(index|lessons\/.*)\.html$/.test(path));
    expect(pages.length).toBeGreaterThan(4);
    const code = sourcesIn(['src', 'components', 'offline', 'api'], ['.ts']);
    expect(policyBreaches([...code, ...textFiles(pages)])).toEqual([]);
  });
});

describe('the rule itself', () => {
  it.each([
    'html`<i\n  class="bar"\n  style="inline-size: ${share}%"></i>`',
    '<style>',
    "import { styleMap } from 'lit/directives/style-map.js';",
    'unsafeHTML(text)',
    "element.innerHTML = '';",
    "element.insertAdjacentHTML('beforeend', text)",
    "element.setAttribute('style', text)",
    "selection.attr('style', text)",
    "new Function('return 1')",
  ])('finds %j', (text) => {
    expect(policyBreaches([{ path: 'components/x.ts', text }])).toHaveLength(1);
  });

  it.each([
    'html`<i .style=${`inline-size: ${share}%`}></i>`',
    "element.style.setProperty('--x', '1')",
    "selection.style('fill', 'red')",
    'static override styles = css``;',
    'if (element.innerHTML === text) count();',
  ])('leaves %j alone', (text) => {
    expect(policyBreaches([{ path: 'components/x.ts', text }])).toEqual([]);
  });
});
