import { formatCount } from '../../words/numbers.js';
import type { Say } from '../say.js';
import type { ChannelTable } from './table.js';
import { range } from './table.js';

/** Groups that are spelled out one by one. */
const mostSpelled = 4;

/** Who reads whom, in one sentence. */
export function channelSentence({ outputs, inputs, groups, count, full }: ChannelTable, say: Say): string {
  const counts = { weights: formatCount(count), full: formatCount(full) };
  if (groups === 1) return say('channels.all', { filters: outputs, channels: inputs, ...counts });
  const perGroup = { filters: outputs / groups, channels: inputs / groups };
  if (groups === inputs) {
    return say(perGroup.filters === 1 ? 'channels.depthwise' : 'channels.multiplier', {
      ...{ groups, multiplier: perGroup.filters },
      ...counts,
    });
  }
  const each =
    groups > mostSpelled
      ? say('channels.blocks', perGroup)
      : range(groups)
          .map((group) =>
            say(perGroup.filters === 1 ? 'channels.block.one' : 'channels.block', {
              filters: channelsFrom(group * perGroup.filters, perGroup.filters, say),
              channels: channelsFrom(group * perGroup.channels, perGroup.channels, say),
            }),
          )
          .join(say('channels.comma'));
  return say('channels.groups', { groups, each, ...counts });
}

/** '1 and 2', '1 to 8'. */
function channelsFrom(first: number, count: number, say: Say): string {
  if (count === 1) return String(first + 1);
  const ends = { first: first + 1, last: first + count };
  return say(count === 2 ? 'channels.two' : 'channels.many', ends);
}

/** Group counts that divide both the input's and the output's channels. */
export function groupStops({ outputs, inputs }: ChannelTable): readonly number[] {
  return range(Math.min(outputs, inputs))
    .map((i) => i + 1)
    .filter((groups) => outputs % groups === 0 && inputs % groups === 0);
}
