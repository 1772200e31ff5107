/** The lessons as they are written: every step can run, both languages belong together, and no typed number is wrong. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { problemsOfLesson } from '../../scripts/lesson-check/check.js';
import { lessonAttributes } from '../../scripts/lesson-check/state.js';
import { writtenSteps } from '../../scripts/lesson-check/written-steps.js';
import { lessonNames, lessonPage } from '../../scripts/lesson-pages.mjs';
import { originalOf, taggedStates, withStates } from '../../scripts/lesson-states.mjs';

const names = lessonNames();

describe.each(names)('lesson %s', (name) => {
  test('has nothing that an author would be told', async () => {
    expect(await problemsOfLesson(name)).toEqual([]);
  });

  test('the translated page as it is built declares the very same', () => {
    const [english, chinese] = [lessonPage('en', name), lessonPage('zh', name)];
    const built = withStates(chinese, english);
    expect(writtenSteps(built).map(({ attributes }) => attributes)).toEqual(
      writtenSteps(english).map(({ attributes }) => attributes),
    );
    expect(lessonAttributes(built)).toEqual(lessonAttributes(english));
    expect(existsSync(`${originalOf(`${process.cwd()}/lessons/zh/${name}/index.html`)}`)).toBe(true);
  });
});

describe('the states of another language', () => {
  const original = '<conv-lesson stride="2"><conv-step id="a" at="cell 1" turned></conv-step></conv-lesson>';

  test('come from the English page by id, and leave alone what is no step', () => {
    const translated =
      '<p>1 > 0</p><conv-lesson><conv-step\n id="a">甲</conv-step><conv-step id="b">乙</conv-step></conv-lesson>';
    const built = withStates(translated, original);
    expect(taggedStates(built).map(({ attributes }) => attributes)).toEqual([
      { stride: '2' },
      { id: 'a', at: 'cell 1', turned: '' },
      { id: 'b' },
    ]);
    expect(built.replaceAll(/ (stride|at|turned)="[^"]*"/g, '')).toBe(translated);
  });

  test('are read as HTML writes them', () => {
    const written = `<conv-step id='a' at="cell > 1"\n turned stride=2 >`;
    expect(taggedStates(written)[0].attributes).toEqual({ id: 'a', at: 'cell > 1', turned: '', stride: '2' });
  });

  test('the English page itself has no original', () => {
    expect(originalOf(`${process.cwd()}/lessons/en/01-one-window/index.html`)).toBeNull();
    expect(originalOf(`${process.cwd()}/index.html`)).toBeNull();
  });
});
