import type { Stage } from '../../../../../math/types.js';
import type { Choreography } from '../../choreography.js';
import type { Detail } from '../detail.js';
import { standardLayout } from '../layout.js';
import { onLines } from '../line-layout.js';
import { standardWith } from '../standard.js';
import { activation } from './activation.js';
import { captions, isCaptioned, isSpread } from './captions.js';
import { dilation } from './dilation.js';
import { groups } from './groups.js';
import { padding } from './padding.js';
import { withRoom } from './room.js';
import { starts } from './starts.js';

/** The standard scene of a stage with a stride, padding, a dilation, groups or an activation. */
export const detailed: Choreography = (facts) => {
  const { stage } = facts;
  const layout = onLines(standardLayout(stage, facts), stage, facts, isCaptioned(stage));
  return standardWith(detailsOf(stage), stage, withRoom(layout, stage));
};

function detailsOf(stage: Stage): readonly Detail[] {
  return [
    starts,
    padding,
    captions,
    ...(isSpread(stage) ? [dilation] : []),
    ...(stage.groups > 1 ? [groups] : []),
    ...(stage.activation === 'none' ? [] : [activation]),
  ];
}
