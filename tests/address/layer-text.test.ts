import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLayer, writeLayer } from '../../src/address/layer-text.js';
import { Notices } from '../../src/address/notices.js';
import { parametersOf } from '../../src/address/read-parameters.js';
import { plan } from '../../src/variants/plan-layer.js';
import { layer as randomLayers } from './states.js';

function read(query: string) {
  const notices = new Notices();
  return readLayer(parametersOf(query, notices), notices);
}

describe('a link to a layer', () => {
  it('reads every kind of setting by the names of the attributes', () => {
    expect(
      read(
        'variant=dilated&dilation=3&input=7x7x1&padding=0,1,0,1&output-size=6x5&bias=true&activation=h-swish&turned',
      ),
    ).toEqual({
      variant: 'dilated',
      dilation: 3,
      input: [7, 7, 1],
      padding: [0, 1, 0, 1],
      outputSize: [6, 5],
      bias: true,
      activation: 'h-swish',
      turned: true,
    });
  });

  it('without settings asks for no layer', () => {
    expect(read('lang=zh&theme=board')).toBeUndefined();
  });

  it('hands on what it cannot use, so that the plan explains it', () => {
    for (const [query, field] of [
      ['variant=dilated&dilation=none', 'dilation'],
      ['variant=standard&kernel=3x', 'kernel'],
      ['variant=standard&bias=perhaps', 'bias'],
      ['variant=separable&order=sideways', 'order'],
      ['variant=depthwise&multiplier=1.5', 'multiplier'],
    ])
      expect(plan(read(query)!).problems.map((problem) => problem.field)).toContain(field);
  });

  it('means the same layer after writing and reading', () => {
    fc.assert(
      fc.property(randomLayers, (layer) => {
        const link = writeLayer(layer);
        const again = readLayer(new Map(link), new Notices())!;
        expect(plan(again)).toEqual(plan(layer));
        expect(again.turned ?? false).toBe(layer.turned ?? false);
        expect(writeLayer(again)).toEqual(link);
      }),
      { numRuns: 300 },
    );
  });

  it('says no more than what differs from the variant', () => {
    expect(writeLayer({ variant: 'strided', stride: [2, 2], kernel: 5 })).toEqual([
      ['variant', 'strided'],
      ['kernel', '5'],
    ]);
  });
});
