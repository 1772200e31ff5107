import { describe, expect, test } from 'vitest';
import { reference } from '../../src/math/reference.js';
import { sentenceOf, type FrameFacts } from '../../src/words/sentence.js';
import { languageOf, say } from '../../src/words/say.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { fileSentence, numbersSentence } from '../../src/words/media-sentence.js';
import { plan } from '../../src/math/plan.js';
import { sentenceFor } from '../../src/views/speech.js';
import { momentOf, standardMoment } from '../views/moments.js';

const facts: FrameFacts = {
  beat: 'write',
  ended: false,
  image: 1,
  images: 1,
  filter: 1,
  row: 1,
  column: 1,
  filters: 4,
  kernelSize: '3×3×3',
  inputSize: '5×5×3',
  channel: 3,
  added: 9,
  taps: 9,
  channelSum: 3,
  partials: [10, 5, 3],
  sum: 18,
  bias: null,
  output: 18,
};

describe('a finished cell in one sentence', () => {
  test('English', () => {
    expect(sentenceOf('en', facts)).toBe(
      'Filter 1, output row 1, column 1: channel sums 10, 5 and 3 add up to 18.',
    );
  });

  test('Chinese', () => {
    expect(sentenceOf('zh', facts)).toBe(
      '滤波器 1，输出第 1 行第 1 列：三个通道的部分和 10、5、3 相加，得 18。',
    );
  });

  test('one channel has nothing to merge', () => {
    const one = { ...facts, partials: [-56], sum: -56, output: -56 };
    expect(sentenceOf('en', one)).toBe('Filter 1, output row 1, column 1: 9 products add up to −56.');
  });

  test('a bias is said', () => {
    const biased = { ...facts, bias: 1, output: 19 };
    expect(sentenceOf('en', biased)).toContain('add up to 18. With the bias 1 it is 19.');
    expect(sentenceOf('zh', biased)).toContain('得 18。加上偏置 1，得 19。');
  });

  test('many channels are counted, and a long number is said to be about', () => {
    const many = { ...facts, partials: Array.from({ length: 20 }, (_, i) => i), sum: Math.fround(1 / 3) };
    expect(sentenceOf('en', many)).toContain('0, 1, 2, 3, 4, 5 and 14 more');
    expect(sentenceOf('en', many)).toContain('about 0.3333');
    expect(sentenceOf('zh', many)).toContain('20 个通道的部分和 0、1、2、3、4、5 等（另有 14 个）');
  });
});

describe('the sentence of a moment', () => {
  test('is made of the numbers of the moment', () => {
    expect(sentenceFor(standardMoment(27), 'en')).toBe(
      'Filter 1, output row 1, column 1: channel sums 10, 5 and 3 add up to 18.',
    );
    expect(sentenceFor(standardMoment(9), 'en')).toBe('Channel 1: 9 of 9 products added, sum 10.');
    expect(sentenceFor(standardMoment(13), 'en')).toMatch(/^Channel 2: 4 of 9 products added, sum /);
  });

  test('says every beat of a run in both languages without a gap', () => {
    for (let step = 0; step <= 27; step += 0.125) {
      for (const language of ['en', 'zh'] as const) {
        const sentence = sentenceFor(standardMoment(step, { bias: true }), language);
        expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
        expect(sentence.length).toBeGreaterThan(5);
      }
    }
  });

  test('is empty while the numbers are on their way', () => {
    const spec = { input: [3, 3, 1] };
    const input = { shape: [1, 3, 3, 1], data: new Float32Array(9).fill(1) };
    const weights = { shape: [3, 3, 1, 1], data: new Float32Array(9).fill(2) };
    expect(reference(plan(spec), { input, weights }).data[0]).toBe(18);
    expect(
      sentenceFor(momentOf({ spec, input, tensors: { weights }, step: 3, withoutValues: true }), 'en'),
    ).toBe('');
  });
});

describe('languages', () => {
  test.each([
    ['zh-Hans', 'zh'],
    ['zh-CN', 'zh'],
    ['zh-TW', 'zh'],
    ['ZH', 'zh'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['', 'en'],
    [null, 'en'],
    ['zha', 'en'],
  ])('%s is %s', (tag, language) => expect(languageOf(tag)).toBe(language));

  test('a place without a parameter stays visible, so that it is noticed', () => {
    expect(say('en', 'timeline.next')).toBe('Next {grain}');
  });
});

describe('refusals', () => {
  const [problem] = plan({ input: [4, 4, 1], kernel: 5 }).problems;

  test('a problem is said with its numbers in both languages', () => {
    expect(problemSentence('en', problem)).toBe(problem.message);
    expect(problemSentence('zh', problem)).toContain('卷积核大于填充后的输入');
    expect(problemSentence('zh', problem)).toContain(problem.formula);
  });

  test('a text names the place of what is wrong', () => {
    const ragged = { kind: 'ragged-row', row: 2, column: 3, given: '2', allowed: '3' };
    expect(numbersSentence('en', ragged)).toBe(
      'At row 2, column 3: this row has 2 values, the others have 3.',
    );
    expect(numbersSentence('zh', ragged)).toBe('第 2 行、第 3 列：这一行有 2 个值，其他行有 3 个。');
  });

  test('a file says why', () => {
    expect(fileSentence('en', { kind: 'truncated', given: 'PNG', allowed: '' })).toBe(
      'The PNG file ends too early.',
    );
  });
});
