/** What a row of a block is called beside its cells, and what it does, in words. */
import type { NetworkRow } from '../../networks/index.js';
import { formatCount } from '../../words/numbers.js';
import { isWordKey, type Parameters, type WordKey } from '../../words/say.js';
import { outputText, windowText } from '../networks/row-text.js';
import { kindText } from '../networks/table.js';
import type { Say } from '../say.js';

/** As short as beside a volume: '3×3 depthwise', 'ReLU6', '+'. */
export function shortName(row: NetworkRow, say: Say): string {
  return say(wordFor('block.short', row), { window: windowText(row) });
}

/** As in a list: 'Depthwise convolution', 'Activation: ReLU6'. */
export function longName(row: NetworkRow, say: Say): string {
  const kind = kindText(row, say);
  return row.asked.op === 'activation' ? say('block.activation', { kind, name: shortName(row, say) }) : kind;
}

/** One sentence; the numbers in it are the row's own. */
export function doesSentence(row: NetworkRow, say: Say): string {
  return say(wordFor('block.does', row), valuesOf(row));
}

/** By what it is; an activation by its function. */
function wordFor(prefix: 'block.short' | 'block.does', { kind, asked }: NetworkRow): WordKey {
  const name = asked.op === 'activation' ? asked.activation : kind;
  const key = `${prefix}.${name}`;
  return isWordKey(key) ? key : 'block.short.other';
}

function valuesOf(row: NetworkRow): Parameters {
  const { inputs, output, stages, from } = row;
  const channels = (shape: readonly number[] | null | undefined): number => shape?.[shape.length - 1] ?? 0;
  const [stage] = stages;
  return {
    window: stage ? stage.kernel.join('×') : '',
    channels: formatCount(channels(inputs[0])),
    filters: formatCount(channels(output)),
    groups: formatCount(stage?.groups ?? 1),
    each: formatCount(stage ? stage.input[3] / stage.groups : 0),
    count: formatCount(from.length),
    shape: outputText(output),
    sum: inputs.map((shape) => formatCount(channels(shape))).join(' + '),
  };
}
