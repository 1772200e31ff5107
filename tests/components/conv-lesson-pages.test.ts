/** The lessons as they are written: every step can run, both languages belong together, and no typed number is wrong. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stagingAttributes, contentAttributes } from '../../components/conv-step/figure-state.js';
import { quantityText } from '../../components/conv-value/quantity.js';
import { lessonNames, lessonPage } from '../../scripts/lesson-pages.mjs';
import { originalOf, taggedStates, withStates } from '../../scripts/lesson-states.mjs';
import { Session } from '../../src/session/session.js';
import { sentenceFor } from '../../src/views/speech.js';
import { loadLanguage } from '../../src/words/say.js';
import { lessonAttributes, momentIn, stateOf } from './lesson-state.js';

const names = lessonNames();

interface WrittenStep {
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly values: readonly { readonly of: string; readonly typed: string; readonly stage?: number }[];
}

/** Steps with their own text: up to the next step, or to the end of the lesson. */
function stepsOf(html: string): WrittenStep[] {
  const steps = taggedStates(html).filter(({ tag }) => tag === 'conv-step');
  return steps.map(({ id, attributes, end }) => {
    const text = html.slice(end, html.indexOf('</conv-step>', end));
    const values = [...text.matchAll(/<conv-value\s+of="([^"]*)"[^>]*>([^<]*)<\/conv-value/g)];
    return { id, attributes, text, values: values.map(([, of, typed]) => ({ of, typed: typed.trim() })) };
  });
}

const asList = (values: WrittenStep['values']) => values.map(({ of }) => of).sort();

describe.each(names)('lesson %s', (name) => {
  const english = lessonPage('en', name);
  const chinese = lessonPage('zh', name);

  test('has six to fourteen steps, each with an id of its own and a heading', () => {
    const steps = stepsOf(english);
    expect(steps.length).toBeGreaterThanOrEqual(6);
    expect(steps.length).toBeLessThanOrEqual(14);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    for (const { id, text } of [...steps, ...stepsOf(chinese)]) {
      expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(text).toMatch(/<h2>[^<]{2,}<\/h2>/);
    }
  });

  test('is reached by Tab: a tabindex on the element would take its buttons and its figure out of the order', () => {
    expect(lessonAttributes(english)).not.toHaveProperty('tabindex');
  });

  test('has the same steps in both languages, which ask for the same numbers; the states stand in one', () => {
    expect(stepsOf(chinese).map(({ id }) => id)).toEqual(stepsOf(english).map(({ id }) => id));
    expect(stepsOf(chinese).map(({ values }) => asList(values))).toEqual(
      stepsOf(english).map(({ values }) => asList(values)),
    );
    for (const { attributes } of stepsOf(chinese)) expect(Object.keys(attributes)).toEqual(['id']);
    expect(lessonAttributes(chinese)).toEqual({});
  });

  test('declares only what a step understands, and every step can run', () => {
    const known = new Set(['id', ...contentAttributes, ...stagingAttributes]);
    for (const step of stepsOf(english)) {
      const unknown = Object.keys(step.attributes).filter((attribute) => !known.has(attribute));
      expect(unknown, `#${step.id}`).toEqual([]);
      expect(stateOf(english, step.attributes).faults, `#${step.id}`).toEqual([]);
    }
  });

  test('the translated page as it is built declares the very same', () => {
    const built = withStates(chinese, english);
    expect(stepsOf(built).map(({ attributes }) => attributes)).toEqual(
      stepsOf(english).map(({ attributes }) => attributes),
    );
    expect(lessonAttributes(built)).toEqual(lessonAttributes(english));
    expect(existsSync(`${originalOf(`${process.cwd()}/lessons/zh/${name}/index.html`)}`)).toBe(true);
  });

  describe('the numbers in the prose, and what the figure says', () => {
    const session = new Session();
    beforeAll(async () => {
      session.connect();
      await loadLanguage('zh');
    });
    afterAll(() => session.disconnect());

    test.each(stepsOf(english).map((step) => [step.id, step] as const))('#%s', async (id, step) => {
      const moment = await momentIn(session, stateOf(english, step.attributes));
      const translated = stepsOf(chinese).find((each) => each.id === id);
      for (const { of, typed } of [...step.values, ...(translated?.values ?? [])]) {
        expect(quantityText(of, moment), of).toBe(typed);
      }
      for (const language of ['en', 'zh'] as const) {
        const sentence = sentenceFor(moment, language);
        expect(sentence.length, 'what the figure says').toBeGreaterThan(4);
        expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
      }
    });
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
