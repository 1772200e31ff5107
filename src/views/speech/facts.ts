/** What the sentences about a place, a stage and a chain of stages need to know. */
import { channelsPerGroup, groupOf, readSide } from '../../math/incidence.js';
import { offsetOf, sizeOf } from '../../math/tensor.js';
import type { Plan } from '../../math/types.js';
import { mixesOnePlace, runsInLanes } from '../../timeline/cells.js';
import { stepsOfStage } from '../../timeline/position.js';
import type { CellValues, Frame, Moment, StageView } from '../../timeline/types.js';
import { usefulOf } from '../../timeline/useful.js';
import type { GatherFacts, LaneFacts, LayerFacts, MixFacts } from '../../words/sentence.js';
import { standardPlan } from '../counts/standard-plan.js';
import { stretchedAxes } from '../stretched.js';
import { notesOf } from './notes.js';

/** The lanes in hand, and what the lanes of this place have made: null where channels are added. */
export function laneFacts({ stages, frame }: Moment): LaneFacts | null {
  const { stage, output } = stages[frame.stage];
  if (!runsInLanes(stage)) return null;
  const { lanes } = frame;
  const channelOf = (filter: number): number => groupOf(stage, 'small', filter) + 1;
  const [image, row, column, last] = lanes[lanes.length - 1];
  const made = Array.from({ length: stage.groups }, (_, channel) => ({
    channel: channel + 1,
    outputs: Array.from(
      { length: stage.filters / stage.groups },
      (_map, i) => channel * (stage.filters / stage.groups) + i,
    )
      .filter((filter) => filter <= last)
      .map((filter) => output.data[offsetOf(stage.output, [image, row, column, filter])]),
  })).filter(({ outputs }) => outputs.length > 0);
  return {
    channels: stage.groups,
    inHand: [channelOf(lanes[0][3]), channelOf(last)],
    made,
    complete: last === stage.filters - 1,
  };
}

/** The values of one place, and what the filters have made of them so far. */
export function mixFacts({ stages, frame }: Moment, values: CellValues): MixFacts | null {
  const { stage, output } = stages[frame.stage];
  if (!mixesOnePlace(stage) || stage.input[3] === 1) return null;
  const [image, row, column, filter] = frame.cell;
  const outputs = Array.from(
    { length: filter + 1 },
    (_, each) => output.data[offsetOf(stage.output, [image, row, column, each])],
  );
  return { values: Array.from(values.input), outputs, complete: filter === stage.filters - 1 };
}

/** The products of real cells that a cell of a transposed convolution collects. */
export function gatherFacts({ stage }: StageView, frame: Frame, values: CellValues): GatherFacts | null {
  if (stage.op === 'conv' || frame.walk === 'input') return null;
  const products = frame.terms.flatMap(({ input }, i) =>
    input ? [[values.weight[i], values.input[i]] as const] : [],
  );
  const [rows, columns] = stretchedAxes(stage);
  const cells = rows.size * columns.size;
  const real = stage.input[1] * stage.input[2];
  return {
    products,
    dense: stepsOfStage(stage),
    useful: usefulOf(stage),
    grid: { size: `${rows.size}×${columns.size}`, cells, zeros: Math.max(cells - real, 0) },
  };
}

/** Weights of all stages, and of the one convolution that they stand for. */
export function chainFacts(plan: Plan): { readonly weights: number; readonly standard: number } | null {
  const standard = standardPlan(plan);
  if (!standard) return null;
  const weightsOf = ({ stages }: Plan): number =>
    stages.reduce((sum, { weightShape }) => sum + sizeOf(weightShape), 0);
  return { weights: weightsOf(plan), standard: weightsOf(standard) };
}

export function layerFacts(view: StageView): LayerFacts {
  const { stage } = view;
  const channels = channelsPerGroup(stage, readSide(stage));
  const lanes = runsInLanes(stage);
  const kernel = stage.kernel.join('×');
  return {
    filters: stage.filters,
    kernelSize: lanes ? kernel : `${kernel}×${channels}`,
    slices: lanes ? stage.filters / stage.groups : null,
    notes: notesOf(view),
  };
}
