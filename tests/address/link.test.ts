import { describe, expect, it } from 'vitest';
import { exceedsFigure, figureViewsOf } from '../../src/address/figure-views.js';
import { linkTo, settingOf } from '../../src/address/link.js';
import { readAddress } from '../../src/address/read-address.js';

const state = { layer: { variant: 'dilated' }, step: 4 } as const;
const page = 'https://example.org/scope/?old=1#old';

describe('a link', () => {
  it('has what is shown in its hash, and what the author leaves out in its query', () => {
    expect(linkTo(page, state, [])).toEqual({
      address: 'https://example.org/scope/#v=1&variant=dilated&step=4',
      leftOut: false,
    });
    expect(linkTo(page, {}, ['code']).address).toBe('https://example.org/scope/?hide=code');
  });

  it('of a frame is an author’s setting, as long as servers take it', () => {
    expect(settingOf(page, state, ['code']).address).toBe(
      'https://example.org/scope/?v=1&variant=dilated&step=4&hide=code',
    );
    const data = Float32Array.from({ length: 900 }, (_, place) => Math.sin(place));
    const source = { kind: 'data', tensor: { shape: [30, 30, 1], data }, label: '' } as const;
    const long = { layer: { variant: 'standard', input: [30, 30, 1] }, source } as const;
    const { search, hash } = new URL(settingOf(page, long, []).address);
    expect(search).toBe('');
    expect(readAddress({ query: search, hash }).state.source).toEqual(source);
  });
});

describe('a figure', () => {
  it.each([
    [{}, 'scene formula counts'],
    [{ views: ['grid', 'matrix', 'road'] }, 'scene formula counts matrix grid'],
    [{ views: ['grid', 'no-scene'], hidden: ['formula'] }, 'counts grid'],
    [{ views: ['compare', 'no-scene'], hidden: ['formula', 'counts'] }, 'scene'],
  ] as const)('shows of %j: %s', (asked, views) => expect(figureViewsOf(asked)).toBe(views));

  it.each([
    [{ views: ['compare'] }, true],
    [{ laboratory: 'gridding' }, true],
    [{ views: ['matrix'] }, false],
  ] as const)('alone cannot show all of %j: %s', (asked, exceeds) =>
    expect(exceedsFigure(asked)).toBe(exceeds),
  );
});
