/** What a report says in sentences: the ratio of the counts and of the times, and where the difference went. */
import {
  comparisonOf,
  bindingPart,
  excessOf,
  timeParts,
  type Comparison,
  type TimePart,
} from '../../speed/comparison.js';
import { ratesAt } from '../../speed/diagnosis.js';
import { counted } from '../../speed/counted.js';
import { isFeasible, mostInJavaScript } from '../../speed/schedule.js';
import { processorOf, type Condition, type Report } from '../../speed/types.js';
import type { Say } from '../say.js';
import { sideName } from './names.js';
import { amountText, bytesText, ratioText, shareText, timeText } from './units.js';

/** Two ratios that differ by less are the same in a measured world. */
const same = 0.05;

type Ratios = Pick<Comparison, 'fewer' | 'bought'>;

/** The question that the numbers ask. */
export function headline({ fewer, bought }: Ratios, say: Say): string {
  const numbers = {
    fewer: ratioText(fewer),
    more: ratioText(1 / fewer),
    bought: ratioText(bought),
    cost: ratioText(1 / bought),
  };
  if (fewer < 1) return say('speed.headline.more', numbers);
  if (bought < 1 - same) return say('speed.headline.cost', numbers);
  if (bought < 1 + same) return say('speed.headline.even', numbers);
  return say(isKept({ fewer, bought }) ? 'speed.headline.kept' : 'speed.headline.bought', numbers);
}

/** What the count promised, and what took most of the time. */
export function explanation(report: Report, way: number, say: Say): string {
  const comparison = comparisonOf(report, way);
  if (!comparison) return '';
  const { base, other, fewer } = comparison;
  const promised = base.time / fewer;
  const promise = say('speed.promise', {
    base: sideName(report.set, 'base', say),
    other: sideName(report.set, 'other', say),
    time: timeText(other.time),
    baseTime: timeText(base.time),
    promised: timeText(promised),
  });
  const beyond = largestExcess(comparison, other.time - promised, say);
  return inOneText([promise, beyond, whereItWent(report, way, comparison, say)], say);
}

/** Sentences one after the other, as the language sets them; those that are '' are left out. */
export function inOneText(sentences: readonly string[], say: Say): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .reduce((before, after) => say('speed.together', { before, after }));
}

/** Which part most of the time beyond the promise is of; '' where the promise was kept. @param excess milliseconds */
function largestExcess(comparison: Comparison, excess: number, say: Say): string {
  const parts = excessOf(comparison);
  if (!parts || comparison.fewer < 1 || isKept(comparison)) return '';
  const part = timeParts.reduce((most, each) => (parts[each] > parts[most] ? each : most));
  return say('speed.excess', {
    excess: timeText(excess),
    // Of what others took less than promised, it may be more than the whole.
    time: timeText(Math.min(parts[part], excess)),
    part: say(`speed.excess.part.${part}`),
  });
}

/** Did time follow the count, as far as such things can be measured? */
export function isKept({ fewer, bought }: Ratios): boolean {
  return bought >= (1 - same) * fewer;
}

function whereItWent(report: Report, way: number, { other }: Comparison, say: Say): string {
  const { parts, time, stages, bytes } = other;
  const ceilings = report.ceilings[processorOf(report.ways[way])];
  if (!parts || !ceilings) return say('speed.went.unknown');
  const part = bindingPart(parts);
  const named = say(`speed.went.${part}`, {
    time: timeText(time),
    share: shareText(parts[part] / time),
    launch: shareText(parts.launch / time),
    stages,
    each: timeText(report.launch[way] ?? 0),
    bytes: bytesText(bytes),
    rate: part === 'memory' ? bytesText(ceilings.bytes) : amountText(ceilings.multiplyAdds),
  });
  // What binds is the largest of the causes that were measured, and there may be more besides.
  if (part === 'rest' || parts.rest <= parts[part]) return named;
  return inOneText([named, say('speed.went.beside', { share: shareText(parts.rest / time) })], say);
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

/** What has to be known of the numbers of this report: what disturbed them, and what was not asked for. */
export function warnings(report: Report, say: Say): readonly string[] {
  const { set, ways, conditions } = report;
  const isLeftOut = ways.some((way) =>
    set.layers.some(({ plan }) => !isFeasible(way, counted(plan).multiplyAdds)),
  );
  return [
    ...conditions.map((condition) => conditionSentence(condition, say)),
    ...(isAboveRoof(report) ? [say('speed.above-roof')] : []),
    ...(isLeftOut ? [say('speed.left-out', { most: amountText(mostInJavaScript) })] : []),
  ];
}

/** A little above the roof is noise. */
const above = 1.1;

/** Did a layer multiply and add faster than the device could at best? Bytes can be faster, from the caches. */
function isAboveRoof(report: Report): boolean {
  const { set, ways, ceilings } = report;
  return ways.some((way, place) => {
    const roof = ceilings[processorOf(way)];
    return (
      roof !== null &&
      set.layers.some(
        (_, layer) => (ratesAt(report, layer, place)?.multiplyAdds ?? 0) > above * roof.multiplyAdds,
      )
    );
  });
}

/** The device's best rates, one sentence a processor. */
export function ceilingSentences({ ceilings }: Report, say: Say): readonly string[] {
  return (['gpu', 'javascript'] as const).flatMap((processor) => {
    const found = ceilings[processor];
    if (!found) return [];
    const rates = { rate: amountText(found.multiplyAdds), bytes: bytesText(found.bytes) };
    return [say(`speed.ceiling.${processor}`, rates)];
  });
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
