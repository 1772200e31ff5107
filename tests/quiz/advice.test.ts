import { expect, test } from 'vitest';
import { adviceOn } from '../../src/quiz/advice.js';
import { english } from '../english.js';

test.each([
  ['output 0 0', true, 'of-output'],
  ['output-shape', false, 'of-size'],
  ['output-shape', true, 'neighbour'],
  ['parameters', false, 'of-parameters'],
  ['useful-multiply-adds', false, 'of-multiply-adds'],
  ['field 3/2 3', false, 'of-field'],
  ['matrix', false, 'none'],
] as const)('on %s, near: %s, the advice is %s, in words', (of, isNear, advice) => {
  expect(adviceOn(of, isNear)).toBe(advice);
  expect(Object.hasOwn(english, `quiz.hint.${advice}`)).toBe(true);
});
