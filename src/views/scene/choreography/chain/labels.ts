import { formatNumber } from '../../../../words/numbers.js';
import type { Moment } from '../../../../timeline/types.js';
import { sizeNamed, type PlacedLabel } from '../../labels.js';
import { countsAt } from './bars.js';
import type { ChainLayout } from './layout.js';

/** The stage in hand speaks for itself; of the others only their tensors are named. */
export function chainLabels(layout: ChainLayout, moment: Moment): PlacedLabel[] {
  const { settings, inHand } = layout;
  const own = settings[inHand].labels(moment).filter(({ key }) => key !== 'input' && key !== 'output');
  return [...tensorLabels(layout), ...own, ...costLabels(layout)];
}

function tensorLabels({ tensors, inHand, bounds, isLevel }: ChainLayout): PlacedLabel[] {
  return tensors.map(({ shape, box }, i): PlacedLabel => {
    const key = i === 0 ? 'input' : i === tensors.length - 1 ? 'output' : 'middle';
    const station = i === inHand ? 'input' : i === inHand + 1 ? 'output' : 'aside';
    return {
      key,
      id: `tensor ${i}`,
      family: key,
      parameters: sizeNamed(shape, isLevel),
      anchor: 'above',
      station,
      at: (station === 'aside' ? undefined : bounds[station]) ?? box,
    };
  });
}

function costLabels({ bars }: ChainLayout): PlacedLabel[] {
  const { costs } = bars;
  const { above, below } = countsAt(bars);
  const terms = `${costs.stages.map((count) => formatNumber(count)).join(' + ')} = ${formatNumber(costs.total)}`;
  const shared = { family: 'costs', station: 'aside' } as const;
  const stages: PlacedLabel = {
    ...shared,
    key: 'costStages',
    parameters: { terms },
    anchor: 'below',
    at: below,
  };
  if (costs.replaced === null) return [stages];
  const replaced: PlacedLabel = {
    ...shared,
    key: 'costStandard',
    parameters: { count: formatNumber(costs.replaced) },
    anchor: 'above',
    at: above,
  };
  return [replaced, stages];
}
