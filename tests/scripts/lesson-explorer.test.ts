import { describe, expect, it } from 'vitest';
import { withExplorer } from '../../scripts/lesson-explorer.mjs';

/** Spelled apart: seen from this file such a path leads nowhere. */
const up = '..';

describe('the way from a lesson to the explorer', () => {
  it('is written into its page, by the depth of its folder', () => {
    expect(withExplorer('<conv-lesson id="a">', 3)).toBe(
      `<conv-lesson explorer="${up}/${up}/${up}/index.html" id="a">`,
    );
    expect(withExplorer('<conv-lesson\n  id="a"\n>', 1)).toContain(`explorer="${up}/index.html"`);
  });

  it.each(['<conv-lesson id="a" explorer="x.html">', '<conv-lesson-part>', '<p>conv-lesson</p>'])(
    'leaves %s alone',
    (html) => expect(withExplorer(html, 3)).toBe(html),
  );
});
