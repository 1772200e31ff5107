import type { LabelKey, SceneLabel } from '../../src/views/scene/labels.js';
import { formatNumber, type NumberFormat } from '../../src/words/numbers.js';
import type { Parameters, WordKey } from '../../src/words/say.js';

/** Keys of words that are called otherwise than their label. */
const words: Partial<Record<LabelKey, WordKey>> = {
  slice: 'scene.kernel',
  filtersShown: 'scene.filters',
  moreChannels: 'scene.more',
};

/**
 * A label in words.
 *
 * @param bias of the cell in the making; known only when its numbers are there
 */
export function labelText(
  { key, parameters }: Pick<SceneLabel, 'key' | 'parameters'>,
  say: (key: WordKey, parameters?: Parameters) => string,
  bias: number | null,
  format: NumberFormat = {},
): string {
  const { height = 0, width = 0, channels = 0 } = parameters;
  const size = [height, width, channels].filter(Boolean).join('×');
  const given = { ...parameters, size, bias: formatNumber(bias ?? 0, format) };
  return say(words[key] ?? (`scene.${key}` as WordKey), given);
}
