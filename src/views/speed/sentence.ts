/** What a report says in sentences: the ratio of the counts and of the times, and where the difference went. */
import {
  comparisonOf,
  bindingPart,
  timeParts,
  type Comparison,
  type TimePart,
} from '../../speed/comparison.js';
import { processorOf, type Condition, type Report } from '../../speed/types.js';
import type { Say } from '../say.js';
import { sideName } from './names.js';
import { amountText, bytesText, ratioText, shareText, timeText } from './units.js';

/** Two ratios that differ by less are the same in a measured world. */
const same = 0.05;

/** The question that the numbers ask. */
export function headline({ fewer, bought }: Comparison, say: Say): string {
  const numbers = {
    fewer: ratioText(fewer),
    more: ratioText(1 / fewer),
    bought: ratioText(bought),
    cost: ratioText(1 / bought),
  };
  if (fewer < 1) return say('speed.headline.more', numbers);
  if (bought < 1 - same) return say('speed.headline.cost', numbers);
  if (bought < 1 + same) return say('speed.headline.even', numbers);
  return say(bought < (1 - same) * fewer ? 'speed.headline.bought' : 'speed.headline.kept', numbers);
}

/** What the count promised, and what took most of the time. */
export function explanation(report: Report, way: number, say: Say): string {
  const comparison = comparisonOf(report, way);
  if (!comparison) return '';
  const { base, other, fewer } = comparison;
  const promise = say('speed.promise', {
    base: sideName(report.set, 'base', say),
    other: sideName(report.set, 'other', say),
    time: timeText(other.time),
    baseTime: timeText(base.time),
    promised: timeText(base.time / fewer),
  });
  return `${promise} ${whereItWent(report, way, comparison, say)}`;
}

function whereItWent(report: Report, way: number, { other }: Comparison, say: Say): string {
  const { parts, time, stages, bytes } = other;
  const ceilings = report.ceilings[processorOf(report.ways[way])];
  if (!parts || !ceilings) return say('speed.went.unknown');
  const part = bindingPart(parts);
  const named = say(`speed.went.${part}`, {
    share: shareText(parts[part] / time),
    launch: shareText(parts.launch / time),
    stages,
    each: timeText(report.launch[way] ?? 0),
    bytes: bytesText(bytes),
    rate: part === 'memory' ? bytesText(ceilings.bytes) : amountText(ceilings.multiplyAdds),
  });
  // What binds is the largest of the causes that were measured, and there may be more besides.
  if (part === 'rest' || parts.rest <= parts[part]) return named;
  return [named, say('speed.went.beside', { share: shareText(parts.rest / time) })].join(' ');
}

export interface PartOfTime {
  readonly part: TimePart;
  /** 0 … 1 */
  readonly share: number;
  readonly text: string;
}

/** One side's time in its parts, from the first to the last; nothing where they are not known. */
export function partSentences({ parts, time }: Comparison['other'], say: Say): readonly PartOfTime[] {
  if (!parts) return [];
  return timeParts.map((part) => ({
    part,
    share: parts[part] / time,
    text: say('speed.part.of', {
      part: say(`speed.part.${part}`),
      time: timeText(parts[part]),
      share: shareText(parts[part] / time),
    }),
  }));
}

/** What disturbed the measurement. */
export function conditionSentence(condition: Condition, say: Say): string {
  switch (condition.kind) {
    case 'way-missing':
      return say('speed.condition.way-missing', { way: say(`speed.way.${condition.way}`) });
    case 'hidden':
    case 'context-lost':
      return say(`speed.condition.${condition.kind}`, { times: condition.times });
    case 'coarse-clock':
      return say('speed.condition.coarse-clock', { step: timeText(condition.step) });
    case 'slow-turns':
      return say('speed.condition.slow-turns', { turn: timeText(condition.turn) });
    case 'slowed':
    case 'software':
      return say(`speed.condition.${condition.kind}`, { ratio: ratioText(condition.ratio) });
  }
}
