import { describe, expect, test } from 'vitest';
import { reference } from '../../src/math/reference.js';
import { languageOf, say } from '../../src/words/say.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { fileSentence, numbersSentence } from '../../src/words/media-sentence.js';
import { plan } from '../../src/math/plan.js';
import { sentenceFor } from '../../src/views/speech.js';
import type { Moment } from '../../src/timeline/types.js';
import type { ConvSpec } from '../../src/math/types.js';
import { tensor } from '../../src/math/tensor.js';
import {
  depthwiseMoment,
  dilatedMoment,
  groupedMoment,
  momentOf,
  pointwiseMoment,
  separableMoment,
  standardMoment,
  standardWeights,
  stridedMoment,
  threeTextures,
  transposedMoment,
} from '../views/moments.js';

/** The standard example with other endings. */
const endingWith = (spec: Partial<ConvSpec>, step = 27): Moment =>
  momentOf({
    spec: { input: [5, 5, 3], filters: 4, ...spec },
    input: threeTextures(),
    tensors: { weights: standardWeights(), bias: tensor([4], [1, -2, 0, 3]) },
    step,
  });
const momentAtEnd = (spec: Partial<ConvSpec>): Moment => transposedMoment(Infinity, 'output', spec);

const said = (moment: Moment): [string, string] => [sentenceFor(moment, 'en'), sentenceFor(moment, 'zh')];

describe('a finished cell in one sentence', () => {
  test('standard: the channel sums and what they add up to', () => {
    expect(said(standardMoment(27))).toEqual([
      'Filter 1, output row 1, column 1: channel sums 10, 5 and 3 add up to 18.',
      '滤波器 1，输出第 1 行第 1 列：三个通道的部分和 10、5、3 相加，得 18。',
    ]);
  });

  test('a bias and an activation are said', () => {
    expect(sentenceFor(standardMoment(27, { bias: true }), 'en')).toMatch(
      /add up to 18\. With the bias 1 it is 19\.$/,
    );
    const clipped = endingWith({ activation: 'relu6', bias: true });
    expect(said(clipped)).toEqual([
      'Filter 1, output row 1, column 1: channel sums 10, 5 and 3 add up to 18. With the bias 1 it is 19. ReLU6 makes it 6.',
      '滤波器 1，输出第 1 行第 1 列：三个通道的部分和 10、5、3 相加，得 18。加上偏置 1，得 19。经 ReLU6 得 6。',
    ]);
  });

  test('one channel has nothing to merge, and zeros of the padding are counted', () => {
    expect(sentenceFor(stridedMoment('valid', 9), 'en')).toBe(
      'Filter 1, output row 1, column 1: 9 products add up to −78.',
    );
    expect(said(stridedMoment(1, 9))).toEqual([
      'Filter 1, output row 1, column 1: 9 products, 5 of them with zeros of the padding, add up to −9.',
      '滤波器 1，输出第 1 行第 1 列：9 个乘积（其中 5 个用到填充的零）相加，得 −9。',
    ]);
  });

  test('dilated: how far the taps reach', () => {
    expect(said(dilatedMoment(9))).toEqual([
      'Rate 2: nine taps reach over 5 by 5 cells, every second one. Output row 1, column 1 is −173.',
      '空洞率 2：9 个权重隔一格取数，覆盖 5×5 的范围。输出第 1 行第 1 列为 −173。',
    ]);
    expect(sentenceFor(dilatedMoment(18), 'en')).toContain('column 2 is −178.');
    expect(sentenceFor(dilatedMoment(9, 3), 'zh')).toContain(
      '空洞率 3：9 个权重隔两格取数，覆盖 7×7 的范围。',
    );
    expect(sentenceFor(dilatedMoment(9, 1), 'en')).not.toContain('Rate');
  });

  test('grouped: the group of the filter', () => {
    expect(said(groupedMoment(2, 18))).toEqual([
      'Filter 1 of group 1, output row 1, column 1: channel sums −13 and −3 add up to −16.',
      '第 1 组的滤波器 1，输出第 1 行第 1 列：两个通道的部分和 −13、−3 相加，得 −16。',
    ]);
  });

  test('depthwise: the first lane alone, then all lanes of the place, and never a sum of them', () => {
    expect(sentenceFor(depthwiseMoment(9), 'en')).toBe(
      'Row 1, column 1: channel 1 gives 10. No other channel is added to it.',
    );
    expect(said(depthwiseMoment(27))).toEqual([
      'Row 1, column 1: channel 1 gives 10, channel 2 gives 5, channel 3 gives 3. They are not added.',
      '第 1 行第 1 列：通道 1 得 10，通道 2 得 5，通道 3 得 3，三者不相加。',
    ]);
    expect(sentenceFor(depthwiseMoment(54), 'en')).toContain('channel 1 gives −5, channel 2 gives 10');
  });

  test('pointwise: the values of a place, and what they are mixed into', () => {
    const place = 11 * 12;
    expect(said(pointwiseMoment(place + 12))).toEqual([
      'Row 3, column 2: values 4, 1, 2 are mixed into 7, 8, 1 and 4. Neighbours are not used.',
      '第 3 行第 2 列：加权混合 4、1、2，得 7、8、1、4，不使用相邻位置。',
    ]);
    expect(sentenceFor(pointwiseMoment(place + 6), 'en')).toBe(
      'Row 3, column 2: filter 2 mixes 4, 1, 2 into 8.',
    );
  });

  test('separable: the stage, what it makes, and what the standard one would need', () => {
    expect(said(separableMoment(243 + 12))).toEqual([
      'Stage 2, row 1, column 1: 10, 5, 3 become 18, 13, 1, 17. 39 weights; standard would need 108.',
      '第二阶段，第 1 行第 1 列：混合 10、5、3，得 18、13、1、17。共 39 个权重，标准卷积需 108 个。',
    ]);
    expect(said(separableMoment(27))).toEqual([
      'Stage 1, row 1, column 1: channel 1 gives 10, channel 2 gives 5, channel 3 gives 3. They are not added.',
      '第一阶段，第 1 行第 1 列：通道 1 得 10，通道 2 得 5，通道 3 得 3，三者不相加。',
    ]);
  });

  test('transposed, along inputs: where the stamp lands, and what lies there', () => {
    expect(said(transposedMoment(18, 'input'))).toEqual([
      'Input row 1, column 2, value 2, is stamped onto output rows 1 to 3, columns 3 to 5; column 3 now holds two stamps per cell.',
      '输入第 1 行第 2 列的值 2 乘以整个卷积核，加到输出第 1–3 行、第 3–5 列；第 3 列此时每格叠有两个印章。',
    ]);
    expect(sentenceFor(transposedMoment(9, 'input'), 'en')).toMatch(/; nothing lies below it\.$/);
    expect(sentenceFor(transposedMoment(27, 'input'), 'en')).toMatch(
      /; row 3 now holds up to three stamps per cell\.$/,
    );
    expect(sentenceFor(transposedMoment(36, 'input'), 'en')).toContain(
      'output rows 3 to 5, columns 3 to 5; 5 cells there now hold up to four stamps each.',
    );
    expect(sentenceFor(transposedMoment(9, 'input', { padding: 1 }), 'en')).toContain(
      'output rows 1 to 2, columns 1 to 2; nothing lies below it; 5 of 9 products are cropped.',
    );
  });

  test('transposed, along outputs: what a cell collects', () => {
    const centre = 12 * 9;
    expect(said(transposedMoment(centre + 9, 'output'))).toEqual([
      'Output row 3, column 3 collects 9·1, 7·2, 3·3 and 1·5: 37.',
      '输出第 3 行第 3 列汇集 9×1、7×2、3×3、1×5，和为 37。',
    ]);
    const bare = momentAtEnd({ outputPadding: 1 });
    expect(sentenceFor(bare, 'en')).toMatch(
      /^Output row 6, column 6 collects nothing: no stamp reaches it\. The run is finished: 36 of 324 products/,
    );
  });

  test('many channels are counted, and a long number is said to be about', () => {
    const many = momentOf({
      spec: { input: [1, 1, 20], kernel: 1, groups: 1, filters: 1, stride: 1 },
      input: tensor(
        [1, 1, 1, 20],
        Array.from({ length: 20 }, (_, i) => i / 3),
      ),
      tensors: { weights: tensor([1, 1, 20, 1], 1) },
      step: 20,
    });
    expect(sentenceFor(many, 'en')).toContain(
      'values 0, about 0.3333, about 0.6667, 1, about 1.333, about 1.667 and 14 more',
    );
    expect(sentenceFor(many, 'zh')).toContain(
      '0、约 0.3333、约 0.6667、1、约 1.333、约 1.667 等（另有 14 个）',
    );
  });
});

describe('before the run, what is peculiar to the layer', () => {
  const start = (moment: Moment): [string, string] => said({ ...moment });

  test('SAME with its odd row, and a window that leaves rows out', () => {
    const [english, chinese] = start(stridedMoment('same', 0));
    expect(english).toBe(
      'Ready: 1 filter of 3×3×1 over an input of 6×6×1. Stride 2 with SAME: one padded row below and one column at the right; none above or left. Press play.',
    );
    expect(chinese).toContain('步幅 2，SAME 填充：只在下方补一行、右侧补一列，上方和左侧不补。');
    expect(start(stridedMoment('valid', 0))[0]).toContain(
      'Stride 2 without padding: the window jumps by 2; never read at the end: one row and one column.',
    );
    expect(start(stridedMoment(1, 0))[0]).toContain(
      'Stride 2 with padding: one on every side; never read at the end: one row and one column.',
    );
  });

  test('groups: who sees whom', () => {
    const [english, chinese] = start(groupedMoment(2, 0));
    expect(english).toContain(
      'Two groups: filters 1 and 2 see channels 1 and 2, filters 3 and 4 see channels 3 and 4; 72 weights instead of 144.',
    );
    expect(chinese).toContain(
      '2 组：滤波器 1、2 只看通道 1、2，滤波器 3、4 只看通道 3、4；权重由 144 个减为 72 个。',
    );
    expect(start(standardMoment(0))[0]).not.toContain('groups');
  });

  test('the stages of a chain, one after the other, and a turned kernel', () => {
    expect(start(separableMoment(0))[0]).toBe(
      'Ready: 3 slices of 3×3 (1 for each channel), then 4 filters of 1×1×3 over an input of 5×5×3. Press play.',
    );
    const moment = standardMoment(0);
    const turned = { ...moment, stages: moment.stages.map((view) => ({ ...view, turned: true })) };
    expect(start(turned)[0]).toContain('turned by 180°');
  });

  test('what a transposed convolution crops and uncovers', () => {
    const [english] = start(transposedMoment(0, 'output', { padding: 1, outputPadding: 1 }));
    expect(english).toContain('neighbours of the input land 2 apart in an output of 4×4.');
    expect(english).toContain('The padding crops the output: one on every side.');
    expect(english).toContain('Output padding uncovers one row below and one column at the right.');
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

  test('says every beat of every variant in both languages without a gap', () => {
    const runs: ((step: number) => Moment)[] = [
      (step) => standardMoment(step, { bias: true }),
      (step) => depthwiseMoment(step, { bias: true, activation: 'relu' }),
      pointwiseMoment,
      (step) => separableMoment(step + 220),
      (step) => groupedMoment(2, step),
      (step) => transposedMoment(step, 'output', { bias: true, activation: 'relu' }),
      (step) => transposedMoment(step, 'input', { bias: true, activation: 'relu', padding: 1 }),
    ];
    for (const run of runs) {
      for (let step = 0; step <= 36; step += step < 1 ? 0.1 : 1.7) {
        const moment = run(step);
        for (const language of ['en', 'zh'] as const) {
          const sentence = sentenceFor(moment, language);
          expect(sentence, `${moment.frame.beat} at ${step}`).not.toMatch(/[{}]|undefined|NaN|null/);
          expect(sentence.length).toBeGreaterThan(5);
        }
      }
    }
  });

  test('names what happens once a stage', () => {
    const beatsOf = (run: (step: number) => Moment, steps: number): Map<string, string> => {
      const found = new Map<string, string>();
      for (let step = 0; step <= steps; step += 0.05) {
        const moment = run(step);
        if (!found.has(moment.frame.beat)) found.set(moment.frame.beat, sentenceFor(moment, 'en'));
      }
      return found;
    };
    expect(sentenceFor(depthwiseMoment(Infinity), 'en')).toMatch(
      /^The lanes become one output of 3×3×3\. The run is finished: every channel was read alone/,
    );
    expect(beatsOf(depthwiseMoment, 1).get('spread')).toBe(
      'The input slides apart into 3 lanes, one for each channel.',
    );
    expect(beatsOf((step) => transposedMoment(step, 'output'), 1).get('insert')).toBe(
      'Zeros come between and round the cells of the input: 7×7, 45 of 49 are zeros; the kernel is turned by 180°.',
    );
    const clipped = beatsOf((step) => endingWith({ activation: 'relu6', bias: true }, step), 27);
    expect(clipped.get('activate')).toBe('ReLU6 turns 19 into 6.');
    const stamps = beatsOf((step) => transposedMoment(step, 'input'), 9);
    expect(stamps.get('weigh')).toBe('All 9 weights are multiplied by 1; the kernel is not turned.');
    expect(stamps.get('stamp')).toBe('The stamp hovers over output rows 1 to 3, columns 1 to 3.');
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
