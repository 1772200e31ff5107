import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOfContent, planOf } from '../../src/address/content-document.js';
import { readAddress } from '../../src/address/read-address.js';
import { longestAddress, writeAddress } from '../../src/address/write-address.js';
import type { PageState } from '../../src/address/page-state.js';
import type { Tensor } from '../../src/math/types.js';
import { inputOf, weightsOf } from '../../src/session/source.js';
import { state } from './states.js';

/** What a state computes, with every number of the input and the weights. */
function computed(given: PageState): unknown {
  const document = documentOfContent(given);
  const plan = planOf(document);
  const weights = weightsOf(plan, document);
  return {
    plan,
    walk: document.walk,
    input: bits(inputOf(plan, document.input)),
    weights: weights.map((stage) => [bits(stage.weights), stage.bias && bits(stage.bias)]),
  };
}

/** All bits as one text, which is compared faster than an array, and in which −0 is not 0. */
function bits({ data }: Tensor): string {
  return Buffer.from(Float32Array.from(data).buffer).toString('base64');
}

/** The state without its content. */
function look({ preset: _p, layer: _l, source: _s, weights: _w, walk: _k, ...rest }: PageState): PageState {
  return rest;
}

describe('a state in a link', { timeout: 60_000 }, () => {
  it('computes the same to the last bit and looks the same, in the hash and in the query', () => {
    fc.assert(
      fc.property(state, fc.boolean(), (given, inQuery) => {
        const { text, leftOut } = writeAddress(given);
        expect(leftOut).toBe(false);
        const read = readAddress(inQuery ? { query: `?${text}` } : { hash: text === '' ? '' : `#${text}` });
        expect(read.notices).toEqual([]);
        expect(computed(read.state)).toEqual(computed(given));
        expect(look(read.state)).toEqual(look(given));
      }),
      { numRuns: 300 },
    );
  });

  it('is the identity once a link has been read, and makes the same link again', () => {
    fc.assert(
      fc.property(state, (given) => {
        const link = writeAddress(given).text;
        const once = readAddress({ hash: `#${link}` }).state;
        const again = writeAddress(once).text;
        expect(again).toBe(link);
        expect(readAddress({ hash: `#${again}` }).state).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it('in the hash comes before any query, of which only the difference is written', () => {
    fc.assert(
      fc.property(state, state, (author, given) => {
        const query = writeAddress(author).text;
        const { text } = writeAddress(given, readAddress({ query }).state);
        const { state: read, notices } = readAddress({ query, hash: `#${text}` });
        expect(notices).toEqual([]);
        expect(computed(read)).toEqual(computed(given));
        const { hidden: _h, ...own } = look(given);
        const { hidden: _o, ...seen } = look(read);
        expect(seen).toEqual(own);
      }),
      { numRuns: 300 },
    );
  });

  it('needs nothing in the hash where the query says it all', () => {
    fc.assert(
      fc.property(state, (given) => {
        const query = writeAddress(given).text;
        expect(writeAddress(given, readAddress({ query }).state).text).toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('holds a picture as differences from its sample, and leaves out what is too long', () => {
    const shape = [64, 64, 3];
    const layer = { variant: 'standard', input: shape } as const;
    const basis = { kind: 'sample', name: 'disc' } as const;
    const untouched = inputOf(planOf(documentOfContent({ layer })), basis).data;
    const edited = { shape, data: untouched.map((value, place) => (place === 77 ? -1.5 : value)) };
    const few = writeAddress({ layer, source: { kind: 'data', tensor: edited, label: 'me.png', basis } });
    expect(few).toEqual({
      text: 'v=1&variant=standard&input=64x64x3&sample=disc&values=@8217,-1.5',
      leftOut: false,
    });
    const noise = { shape, data: untouched.map((_, place) => Math.sin(place)) };
    const many = writeAddress({ layer, source: { kind: 'data', tensor: noise, label: '' }, step: 3 });
    expect(many).toEqual({ text: 'v=1&variant=standard&input=64x64x3&step=3', leftOut: true });
    const medium = { shape: [24, 24, 3], data: noise.data.subarray(0, 24 * 24 * 3) };
    const source = { kind: 'data', tensor: medium, label: '' } as const;
    expect(writeAddress({ layer: { variant: 'standard', input: medium.shape }, source }).leftOut).toBe(true);
    expect(longestAddress).toBeLessThanOrEqual(8192);
  });
});
