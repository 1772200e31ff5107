/** Room for what stands round the volumes, so that cameras fit it in. */
import type { Stage } from '../../../../../math/types.js';
import { sumCentre } from '../../../layout/bench.js';
import { grow, unite, type Box } from '../../../layout/space.js';
import { chipBox } from '../../activation.js';
import { marksStarts, pegRoom } from '../../pegs.js';
import type { StandardLayout } from '../layout.js';
import { captionRoom, isCaptioned } from './captions.js';
import { wallMargin } from './groups.js';

export function withRoom(layout: StandardLayout, stage: Stage): StandardLayout {
  const { bounds, bench, input, output } = layout;
  const walls = (box: Box, by: number) => (stage.groups > 1 ? grow(box, [by, by, 0]) : box);
  return {
    ...layout,
    bounds: {
      ...bounds,
      input: walls(withSigns(layout, stage), wallMargin(input)),
      output: walls(bounds.output, wallMargin(output)),
      sum: stage.activation === 'none' ? bounds.sum : unite([bounds.sum, chipBox(sumCentre(bench))]),
    },
  };
}

/** Pegs above and at the left, words below. */
function withSigns({ bounds, input }: StandardLayout, stage: Stage): Box {
  const pegs = marksStarts(stage, input) ? pegRoom(input) : 0;
  const words = isCaptioned(stage) ? captionRoom : 0;
  const { min, max } = bounds.input;
  return { min: [min[0] - pegs, min[1] - words, min[2]], max: [max[0], max[1] + pegs, max[2]] };
}
