import { expect, test } from 'vitest';
import { fitted, isHigh } from '../../components/conv-lesson/layout.js';
import { figureStateOf } from '../../components/conv-step/figure-state.js';
import { elapsedText } from '../../components/conv-lesson/present/elapsed.js';

/** What a slide shows of a step with these attributes. */
function onSlide(
  step: Readonly<Record<string, string>>,
  lesson: Readonly<Record<string, string>> = {},
  asks = false,
) {
  const from = (given: Readonly<Record<string, string>>) => (name: string) => given[name] ?? null;
  return fitted(figureStateOf(from(step), from(lesson)), 'slide', asks);
}

test('a slide keeps the counters that its step asks for, and leaves out those of the lesson and every formula', () => {
  const lesson = { variant: 'standard', views: 'scene formula counts' };
  expect(onSlide({}, lesson).views).toBe('scene');
  expect(onSlide({ views: 'scene formula counts' }, lesson).views).toBe('scene counts');
  expect(onSlide({ views: 'formula' }, lesson).views).toBe('formula');
});

test('beside a question the scene chooses its view, unless the step asks for a close one', () => {
  const cameras = (asks: boolean) =>
    ['overview', 'front', 'kernel', 'output'].map((camera) => onSlide({ camera }, {}, asks).camera);
  expect(cameras(false)).toEqual(['overview', 'front', 'kernel', 'output']);
  expect(cameras(true)).toEqual(['fitting', 'fitting', 'kernel', 'output']);
});

test.each([
  ['beside', { variant: 'grouped', views: 'channels' }],
  ['beside', { variant: 'standard', views: 'scene counts' }],
  ['beside', { variant: 'depthwise', multiplier: '2' }],
  ['beside', { variant: 'transposed', views: 'matrix' }],
  ['beside', { variant: 'separable', views: 'counts' }],
  ['above', { variant: 'depthwise' }],
  ['above', { variant: 'standard', views: 'scene formula' }],
  ['above', { variant: 'standard', views: 'counts' }],
])('on a slide the figure stands %s the text with %j', (place, step) => {
  expect(isHigh(onSlide(step))).toBe(place === 'beside');
});

test.each([
  [-5, '0:00'],
  [0, '0:00'],
  [59_999, '0:59'],
  [245_000, '4:05'],
  [3_723_000, '1:02:03'],
])('%d milliseconds are %s on the clock', (milliseconds, text) => {
  expect(elapsedText(milliseconds)).toBe(text);
});
