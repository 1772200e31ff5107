import type { Moment } from '../../src/timeline/types.js';
import { namesOf } from '../../src/views/compare/names.js';
import type { Say } from '../../src/views/say.js';
import { variantWordOf, type ComparedLab } from './labs.js';

/** A compared layer with all that is shown of it. */
export interface Layer extends Pick<Moment, 'plan' | 'stages'> {
  readonly name: string;
}

/** The labs' layers with their names: the attribute `label`, else the variant. */
export function layersOf(
  labs: readonly ComparedLab[],
  moments: readonly Moment[],
  say: Say,
): readonly Layer[] {
  const names = namesOf(
    labs.map((compared, i) => ({
      label: compared.element.getAttribute('label') ?? '',
      variant: variantWordOf(compared),
      stages: moments[i].plan.stages,
    })),
    say,
  );
  return moments.map(({ plan, stages }, i) => ({ name: names[i], plan, stages }));
}
