import { counts } from '../../math/counts.js';
import type { Plan } from '../../math/types.js';
import type { StageView } from '../../timeline/types.js';
import { formatCount } from '../../words/numbers.js';
import type { Say } from '../say.js';
import { productsAtPlace } from './bench.js';
import { placesAfter, tickInHand, type Tick } from './clock.js';
import { verdictAt } from './results.js';
import { usefulUpTo } from './useful.js';

export interface SpokenLayer {
  readonly name: string;
  readonly plan: Plan;
  readonly stages: readonly StageView[];
}

/** Where the comparison stands, in one sentence: the work of each layer at this place, and whether the results agree. */
export function compareSentence(layers: readonly SpokenLayer[], clock: Tick, say: Say): string {
  const hand = tickInHand(clock);
  const names = layers.map(({ name }) => name).join(say('compare.comma'));
  if (!hand) return say('compare.start', { names, ticks: clock.of });
  const works = layers.map((layer, i) => workOf(layer, i === 0, { at: hand.tick, of: clock.of }, say));
  const verdict = verdictAt(
    layers.map(({ stages }) => stages),
    clock,
  );
  const filters = layers[0].stages.at(-1)!.stage.output[3];
  const parts = [
    works.join(say('compare.comma')),
    ...(verdict === 'incomparable' || hand.progress < 1
      ? []
      : [say(`compare.verdict.${verdict}`, { count: filters })]),
  ];
  const sentence = say('compare.position', {
    ...{ tick: hand.tick, ticks: clock.of },
    what: parts.join(say('compare.semicolon')),
  });
  if (clock.at < clock.of) return sentence;
  const totals = layers.map(({ plan }) => formatCount(counts(plan).macs)).join(say('compare.against'));
  return say('compare.end', { sentence, totals });
}

/** What a layer does at a place, and how much of it on real cells, where padding or inserted zeros are among them. */
function workOf({ name, stages }: SpokenLayer, isFirst: boolean, clock: Tick, say: Say): string {
  const products = stages.reduce((sum, { stage }) => sum + productsAtPlace(stage), 0);
  const real = stages.reduce((sum, { stage }) => {
    const place = placesAfter(stage, clock.at, clock.of);
    return sum + usefulUpTo(stage, place) - usefulUpTo(stage, place - 1);
  }, 0);
  const work = say(isFirst ? 'compare.work.first' : 'compare.work', { name, count: formatCount(products) });
  return real === products ? work : say('compare.work.real', { work, real: formatCount(real) });
}
