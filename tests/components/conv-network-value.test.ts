/** Numbers of whole networks in the lessons: what is typed is what the recipes come to, and both languages ask for the same. */
import { describe, expect, test } from 'vitest';
import { networkQuantityText } from '../../components/conv-network-value/quantity.js';
import { lessonNames, lessonPage } from '../../scripts/lesson-pages.mjs';

const ask = (network: string, of: string, within = ''): string | null =>
  networkQuantityText({ network, of, within });

interface WrittenValue {
  readonly network: string;
  readonly of: string;
  readonly within: string;
  readonly typed: string;
}

function valuesOf(html: string): WrittenValue[] {
  const tags = html.matchAll(/<conv-network-value\b([^>]*)>([^<]*)<\/conv-network-value/g);
  return [...tags].map(([, attributes, typed]) => {
    const read = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    return { network: read('network'), of: read('of'), within: read('within'), typed: typed.trim() };
  });
}

const lessons = lessonNames().filter((name) => valuesOf(lessonPage('en', name)).length > 0);

describe.each(lessons)('lesson %s', (name) => {
  const written = { en: valuesOf(lessonPage('en', name)), zh: valuesOf(lessonPage('zh', name)) };

  test.each(['en', 'zh'] as const)('has its numbers right in %s', (language) => {
    for (const { network, of, within, typed } of written[language]) {
      expect(ask(network, of, within), `${network} ${within} ${of}`).toBe(typed);
    }
  });

  test('asks for the same in both languages', () => {
    const sorted = (values: readonly WrittenValue[]) => values.map((each) => JSON.stringify(each)).sort();
    expect(sorted(written.zh)).toEqual(sorted(written.en));
  });
});

test('a network is told by its parts, with its knobs turned and its layers exchanged', () => {
  expect(ask('mobilenet-v1', 'parameters')).toBe('4,253,864');
  expect(ask('mobilenet-v1 alpha=0.5', 'parameters-ratio')).toBe('0.316');
  expect(ask('mobilenet-v1 swap=standard', 'multiply-adds')).toBe('4,867,293,184');
  expect(ask('mobilenet-v1', 'multiply-adds-share pointwise')).toBe('94.9');
  expect(ask('googlenet', 'weights', 'inception3a')).toBe('163,328');
  expect(ask('googlenet', 'output-shape', 'inception3a')).toBe('28×28×256');
});

test.each([
  ['nowhere', 'parameters', ''],
  ['mobilenet-v1', 'colour', ''],
  ['mobilenet-v1', 'parameters', 'nowhere'],
  ['mobilenet-v1', 'parameters-share', ''],
  ['mobilenet-v1', 'parameters-share red', ''],
])('of %s there is no %s in “%s”', (network, of, within) => {
  expect(ask(network, of, within)).toBeNull();
});
