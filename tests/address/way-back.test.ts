import { describe, expect, it } from 'vitest';
import { readAddress } from '../../src/address/read-address.js';
import { wayBackIn, wayBackTo } from '../../src/address/way-back.js';

const site = 'https://example.org/convscope/lessons/';

describe('the way back to a lesson', () => {
  it.each([
    ['en/01-one-window/#weigh', 'en/01-one-window/weigh', 'en/01-one-window/index.html#weigh'],
    ['zh/11-transposed-1/index.html?present', 'zh/11-transposed-1', 'zh/11-transposed-1/index.html'],
    ['en/01-one-window/#v=1&step=2', 'en/01-one-window', 'en/01-one-window/index.html'],
  ])('of %s stands in the query as %s and leads there', (address, place, back) => {
    expect(wayBackTo(new URL(address, site))).toBe(place);
    expect(wayBackIn(`?variant=dilated&lesson=${place}`)).toBe(back);
    expect(readAddress({ query: `?lesson=${place}` })).toEqual({ state: {}, notices: [] });
  });

  it('is none for a page that is no lesson of the site', () => {
    expect(wayBackTo(new URL('https://example.org/my-lesson.html#weigh'))).toBeNull();
  });

  it.each([
    '',
    '?lesson=',
    '?lesson=https://example.com',
    '?lesson=en/../../x',
    '?lesson=javascript:1',
    '?lesson=fr/x',
  ])('leads nowhere else: %s', (query) => expect(wayBackIn(query)).toBeNull());
});
