import { describe, expect, it } from 'vitest';
import { cameras } from '../../src/address/page-state.js';
import { isHidden } from '../../src/address/hiding.js';
import { readAddress } from '../../src/address/read-address.js';
import { documentOf } from '../../src/session/document.js';
import { cameraPresets } from '../../src/views/scene/panes.js';

const inQuery = (query: string) => readAddress({ query: `?${query}` });
const inHash = (hash: string) => readAddress({ hash: `#${hash}` });
const data = (values: readonly number[], shape: readonly number[]) => ({
  kind: 'data',
  label: '',
  tensor: { shape, data: Float32Array.from(values) },
});

describe('the address of the page', () => {
  it.each([inQuery, inHash])('understands what stands beside the layer', (read) => {
    expect(
      read(
        'preset=maps-depthwise&walk=input&step=27&camera=front&lang=zh&theme=board&views=matrix,compare&dialect=paddle',
      ),
    ).toEqual({
      state: {
        preset: 'maps-depthwise',
        walk: 'input',
        step: 27,
        camera: 'front',
        language: 'zh',
        theme: 'board',
        views: ['matrix', 'compare'],
        dialect: 'paddle',
      },
      notices: [],
    });
  });

  it('reads what a person types by hand', () => {
    expect(inQuery('input=2x2x1&kernel=1&values=1, 2,−3 4').state).toEqual({
      layer: { input: [2, 2, 1], kernel: 1 },
      source: data([1, 2, -3, 4], [2, 2, 1]),
    });
    expect(inQuery('sample=random-7&playback-rate=0.5').state).toEqual({
      source: { kind: 'sample', name: 'random', seed: 7 },
      playbackRate: 0.5,
    });
    expect(inQuery('variant=transposed&input=1x2x2&values=1,2,3,4').state.source).toEqual(
      data([1, 3, 2, 4], [1, 2, 2]),
    );
  });

  it('reads weights by stage: names, seeds, numbers, and single numbers that were changed', () => {
    const weights = (query: string) =>
      inHash(`variant=separable&input=3x3x1&kernel=1&filters=2&${query}`).state.weights;
    expect(weights('weights=sobel-x;random-5')).toEqual([
      { generator: { kind: 'kernel', name: 'sobel-x' } },
      { generator: { kind: 'random', seed: 5 } },
    ]);
    expect(weights('weights=;counting:2.5,-1')).toEqual([
      { generator: { kind: 'example' } },
      {
        generator: { kind: 'example', name: 'counting' },
        weights: { shape: [1, 1, 1, 2], data: Float32Array.of(2.5, -1) },
      },
    ]);
    expect(weights('weights=;identity:@1,9&bias=1&bias-values=;4,5')?.[1]).toEqual({
      generator: { kind: 'kernel', name: 'identity' },
      weights: { shape: [1, 1, 1, 2], data: Float32Array.of(1, 9) },
      bias: { shape: [2], data: Float32Array.of(4, 5) },
    });
  });

  it('lets the hash win over the query, name by name, or as a whole where it names another layer', () => {
    const query = '?variant=dilated&dilation=2&sample=disc&theme=board&step=9';
    expect(readAddress({ query, hash: '#dilation=3&theme=auto' }).state).toEqual({
      layer: { variant: 'dilated', dilation: 3 },
      source: { kind: 'sample', name: 'disc' },
      step: 9,
    });
    expect(readAddress({ query, hash: '#variant=strided&step=0' }).state).toEqual({
      layer: { variant: 'strided' },
      theme: 'board',
    });
    expect(readAddress({ query, hash: '#preset=tracer' }).state.layer).toBeUndefined();
  });

  it('takes the place of a page in the hash for what it is', () => {
    expect(readAddress({ query: '?variant=dilated', hash: '#content' })).toEqual({
      state: { layer: { variant: 'dilated' } },
      notices: [],
    });
  });

  it('changes what the page shows by itself where the link names no layer of its own', () => {
    const ground = { ...documentOf('transposed'), walk: 'input' as const };
    expect(readAddress({ hash: '#values=1,2,3,4' }, ground).state.source).toEqual(
      data([1, 2, 3, 4], [2, 2, 1]),
    );
    expect(readAddress({ hash: '#step=30' }, ground).state.step).toBe(30);
    expect(readAddress({ hash: '#step=37' }, ground).state.step).toBe(36);
  });

  it('keeps a layer that cannot run as it was asked for', () => {
    expect(inQuery('variant=strided&stride=0&step=4000')).toEqual({
      state: { layer: { variant: 'strided', stride: 0 }, step: 4000 },
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
    ['sample=random-4294967296', 'sample'],
    ['dialect=latin', 'dialect'],
    ['camera=moon', 'camera'],
    ['lang=klingon', 'lang'],
    ['preset=nothing', 'nothing'],
    ['strides=2', 'strides'],
    ['constructor=2', 'constructor'],
    ['__proto__=2', '__proto__'],
    ['hide=everything', 'hide'],
    ['playback-rate=fast', 'playback-rate'],
    ['select=0:output:0,1', 'select'],
    ['select=0:output:0,99,0,0', 'select'],
    ['select=0:moon:0,0,0,0', 'select'],
    ['select=7:output:0,0,0,0', 'select'],
    ['values=one', 'values'],
    ['values=1,2', 'values'],
    ['values=@75,1', 'values'],
    ['values=@1', 'values'],
    ['values=~AAAA', 'values'],
    ['values=~$', 'values'],
    ['values=1e39', 'values'],
    ['bias-values=1', 'bias-values'],
    ['v=2', '2'],
    ['v=one', 'v'],
  ])('notes %s and goes on without it', (query, named) => {
    const { notices, state } = inQuery(query);
    expect(notices.map(({ parameters }) => Object.values(parameters).join(' ')).join()).toContain(named);
    expect(notices).toHaveLength(1);
    expect({ ...state, views: undefined }).toEqual({});
  });

  it.each([
    ['weights=lace', 'weights'],
    ['weights=1,2,3', 'weights'],
    ['weights=;1', 'weights'],
    ['variant=strided&stride=0&values=1', 'values'],
  ])('notes %s and leaves the numbers of the layer', (query, named) => {
    const { notices, state } = inQuery(query);
    expect(notices).toHaveLength(1);
    expect(notices[0].parameters.name).toBe(named);
    expect(
      (state.weights ?? []).every(({ weights, generator }) => !weights && generator.kind === 'example'),
    ).toBe(true);
    expect(state.source).toBeUndefined();
  });

  it.each([
    ['playback-rate=100', { playbackRate: 8 }],
    ['step=973', { step: 972 }],
  ])('brings %s to the nearest that there is, and says so', (query, state) => {
    const read = inQuery(query);
    expect(read.state).toEqual(state);
    expect(read.notices.map(({ key }) => key)).toEqual(['link.clamped']);
  });

  it('does not remark on what other sites hang onto a link', () => {
    expect(inQuery('utm_source=x&fbclid=y&gclid=z&ref=w&variant=strided').notices).toEqual([]);
  });

  it('reads what it can of a newer version', () => {
    expect(inHash('v=9&variant=dilated&sound=on')).toMatchObject({
      state: { layer: { variant: 'dilated' } },
      notices: [{ key: 'link.unknown' }, { key: 'link.version', parameters: { version: '9' } }],
    });
  });

  it('tells no more than a dozen faults one by one, and quotes no long text', () => {
    const many = inQuery(Array.from({ length: 100 }, (_, each) => `x${each}=1`).join('&')).notices;
    expect(many).toHaveLength(13);
    expect(many.at(-1)).toEqual({ key: 'link.more', parameters: { count: 88 } });
    const [long] = inQuery(`theme=${'n'.repeat(500)}`).notices;
    expect(String(long.parameters.value).length).toBeLessThan(70);
  });

  it('hides the parts that a teacher names', () => {
    const { hidden } = inQuery('hide=code, settings').state;
    expect(hidden).toEqual(['settings', 'code']);
    expect([isHidden(hidden, 'code'), isHidden(hidden, 'input'), isHidden(undefined, 'code')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('knows the cameras of the scene', () => {
    expect(cameras).toEqual(cameraPresets);
  });
});
