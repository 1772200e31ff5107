/** Every row of every block is said in both languages, with its own numbers. */
import { beforeAll, describe, expect, it } from 'vitest';
import { everySetting } from '../../blocks/settings.js';
import { blocks } from '../../../src/blocks/index.js';
import { understand } from '../../../src/networks/index.js';
import { doesSentence, longName, shortName } from '../../../src/views/blocks/row-words.js';
import { blockEn } from '../../../src/words/parts/block.js';
import { networkEn } from '../../../src/words/parts/network.js';
import { isWordKey, loadLanguage, say, teach, type Language } from '../../../src/words/say.js';
import type { Say } from '../../../src/views/say.js';

beforeAll(async () => {
  teach(networkEn);
  teach(blockEn);
  await loadLanguage('zh');
});

const speaking =
  (language: Language): Say =>
  (key, parameters) =>
    say(language, key, parameters);

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('no row is without a name and a sentence', () => {
    const speak = speaking(language);
    for (const { block, settings } of everySetting) {
      for (const row of understand(block.build(settings, 'paper')).rows) {
        const texts = [shortName(row, speak), longName(row, speak), doesSentence(row, speak)];
        expect(
          texts.filter((text) => text === '–' || /[{}]|block\./.test(text)),
          row.name,
        ).toEqual([]);
      }
    }
  });
});

it('counts with the row’s own numbers', () => {
  const { rows } = understand(blocks.find(({ id }) => id === 'inception')!.build({}, 'paper'));
  const joined = rows.at(-1)!;
  expect(doesSentence(joined, speaking('en'))).toContain(
    '4 rows, one behind the other: 64 + 128 + 32 + 32 = 256',
  );
});

it('names every block, knob and choice', () => {
  const keys = blocks.flatMap(({ id, knobs }) => [
    `block.${id}`,
    `block.about.${id}`,
    ...knobs.flatMap(({ name, choices }) => [
      `block.knob.${name}`,
      ...choices.flatMap((choice) => (typeof choice === 'string' ? [`block.knob.${name}.${choice}`] : [])),
    ]),
  ]);
  expect(keys.filter((key) => !isWordKey(key))).toEqual([]);
});
