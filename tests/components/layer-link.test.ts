import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageAddress } from '../../components/conv-explorer/page-address.js';
import { readLayerLink, writeLayerLink } from '../../components/shared/layer-link.js';
import { plan } from '../../src/variants/plan-layer.js';
import type { LayerSpec } from '../../src/variants/types.js';
import { variants } from '../../src/variants/variants.js';

const read = (query: string) => readLayerLink(new URLSearchParams(query)).layer;

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
    expect(read('lang=zh&theme=board')).toBeNull();
  });

  it('hands on what it cannot use, so that the plan explains it', () => {
    for (const [query, field] of [
      ['variant=dilated&dilation=none', 'dilation'],
      ['kernel=3x', 'kernel'],
      ['bias=perhaps', 'bias'],
      ['variant=separable&order=sideways', 'order'],
      ['variant=depthwise&multiplier=1.5', 'multiplier'],
    ])
      expect(plan(read(query)!).problems.map((problem) => problem.field)).toContain(field);
  });

  it('means the same layer after writing and reading', () => {
    const pair = fc.oneof(
      fc.integer({ min: 1, max: 3 }),
      fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    );
    const fields = fc.record(
      {
        input: fc.tuple(
          fc.integer({ min: 7, max: 9 }),
          fc.integer({ min: 7, max: 9 }),
          fc.constantFrom(1, 2, 4),
        ),
        filters: fc.constantFrom(2, 4, 8),
        kernel: pair,
        stride: pair,
        dilation: fc.constantFrom(1, 2),
        padding: fc.constantFrom<LayerSpec['padding']>('valid', 'same', 'symmetric', 1, [0, 1, 1, 0]),
        outputPadding: fc.constantFrom(0, 1),
        groups: fc.constantFrom(1, 2),
        bias: fc.boolean(),
        activation: fc.constantFrom('none' as const, 'relu6' as const),
        multiplier: fc.constantFrom(1, 3),
        order: fc.constantFrom('depthwise-first' as const, 'pointwise-first' as const),
        biases: fc.constantFrom('once' as const, 'every' as const),
        activations: fc.constantFrom('once' as const, 'every' as const),
        turned: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...variants.map(({ name }) => name)), fields, (variant, given) => {
        const layer: LayerSpec = { variant, ...given };
        const link = writeLayerLink(layer);
        const again = readLayerLink(link).layer!;
        expect(plan(again)).toEqual(plan(layer));
        expect(again.turned ?? false).toBe(layer.turned ?? false);
        expect(writeLayerLink(again).toString()).toBe(link.toString());
      }),
      { numRuns: 300 },
    );
  });

  it('says no more than what differs from the variant', () => {
    expect(writeLayerLink({ variant: 'strided', stride: [2, 2], kernel: 5 }).toString()).toBe(
      'variant=strided&kernel=5',
    );
  });
});

describe('the address of the page', () => {
  const address = (query: string) => readPageAddress(new URLSearchParams(query));

  it('understands what stands beside the layer', () => {
    expect(
      address(
        'preset=maps-depthwise&walk=input&step=27&camera=front&lang=zh&theme=board&views=matrix,compare',
      ),
    ).toEqual({
      layer: null,
      words: { preset: 'maps-depthwise', walk: 'input', camera: 'front', lang: 'zh', theme: 'board' },
      step: 27,
      views: ['matrix', 'compare'],
      notices: [],
    });
  });

  it.each([
    ['variant=sideways', 'variant'],
    ['step=-1', 'step'],
    ['step=', 'step'],
    ['step=far', 'step'],
    ['views=scene+map', 'views'],
    ['theme=neon', 'theme'],
    ['walk=up', 'walk'],
    ['sample=cat', 'sample'],
    ['dialect=latin', 'dialect'],
    ['camera=moon', 'camera'],
    ['preset=nothing', 'nothing'],
    ['strides=2', 'strides'],
    ['constructor=2', 'constructor'],
  ])('notes %s and goes on without it', (query, named) => {
    const { notices, words, step, layer } = address(query);
    expect(notices.map(({ parameters }) => Object.values(parameters).join(' ')).join()).toContain(named);
    expect(notices).toHaveLength(1);
    expect({ words, step, layer }).toEqual({ words: {}, step: null, layer: null });
  });

  it('does not remark on what other sites hang onto a link', () => {
    expect(address('utm_source=x&fbclid=y&variant=strided').notices).toEqual([]);
  });
});
