import { expect, test } from 'vitest';
import { elapsedText } from '../../components/conv-lesson/present/elapsed.js';

test.each([
  [-5, '0:00'],
  [0, '0:00'],
  [59_999, '0:59'],
  [245_000, '4:05'],
  [3_723_000, '1:02:03'],
])('%d milliseconds are %s on the clock', (milliseconds, text) => {
  expect(elapsedText(milliseconds)).toBe(text);
});
