/** Names in the gather view: those of the standard one, with the stretched input and the turned kernel. */
import type { Stage } from '../../../../math/types.js';
import type { Frame } from '../../../../timeline/types.js';
import type { LabelKey, PlacedLabel } from '../../labels.js';
import { columnHeight } from '../../layout/bench.js';
import { boxOfLattice } from '../../layout/lattice.js';
import { volumeLabels } from '../bench-labels.js';
import { standardLabels } from '../standard/labels.js';
import { gridBox, type GatherLayout } from './places.js';

export function gatherLabels(
  layout: GatherLayout,
  stage: Stage,
  frame: Frame,
  isTurned: boolean,
): PlacedLabel[] {
  /** A kernel that was given turned comes as it was given. */
  const kernel: LabelKey = isTurned ? 'plainKernel' : 'turnedKernel';
  if (layout.lines) return lineLabels(layout, stage, frame, kernel);
  const { grid } = layout;
  const [columns, rows] = grid.counts;
  return [
    ...standardLabels(layout, stage, frame).flatMap((label): PlacedLabel[] => {
      if (label.key === 'window') return [];
      if (label.family === 'rows') return [besideSlice(label, layout)];
      return label.key === 'slice' ? [{ ...label, key: kernel }] : [label];
    }),
    {
      key: 'stretched',
      family: 'stretched',
      parameters: { height: rows, width: columns },
      anchor: 'above',
      active: frame.beat === 'insert',
      station: 'bench',
      at: gridBox(layout),
    },
  ];
}

/** There is no window column here: the names of the rows stand beside the kernel. */
function besideSlice(label: PlacedLabel, { bench }: GatherLayout): PlacedLabel {
  const shift = bench.slice - bench.window - 1;
  const move = <At extends PlacedLabel['at']>(at: At): At =>
    'min' in at ? at : ([at[0] + shift, at[1], at[2]] as unknown as At);
  return { ...label, at: move(label.at), ...(label.otherwise ? { otherwise: move(label.otherwise) } : {}) };
}

/** Cell units between a name and the line at its right. */
const beside = 1.3;

/** Each line has its name at its left. */
function lineLabels(layout: GatherLayout, stage: Stage, frame: Frame, kernel: LabelKey): PlacedLabel[] {
  const { grid, bench, bounds, rack } = layout;
  const left = grid.origin[0] - grid.pitch[0] / 2 - beside;
  const [row] = bench.rows;
  const [columns, rows] = grid.counts;
  const name = (
    key: LabelKey,
    height: number,
    beat: Frame['beat'],
    parameters: PlacedLabel['parameters'] = {},
  ): PlacedLabel => ({
    key,
    family: 'rows',
    parameters,
    anchor: 'left',
    active: frame.beat === beat,
    station: 'bench',
    at: [left, height, 0],
    otherwise: [left + beside, height + grid.pitch[1] / 2, 0],
  });
  const kernelBox = boxOfLattice(rack.lattice);
  return [
    ...volumeLabels(stage, bounds),
    name('stretched', grid.origin[1], 'insert', { height: rows, width: columns }),
    name(kernel, columnHeight(bench, 'slice', row), 'filter'),
    name('products', columnHeight(bench, 'products', row), 'weigh'),
    name('sum', row.y, 'add'),
    {
      key: 'plainKernel',
      id: 'given kernel',
      family: 'filters',
      anchor: 'below',
      station: 'rack',
      at: [(kernelBox.min[0] + kernelBox.max[0]) / 2, kernelBox.min[1] - 0.1, 0],
    },
  ];
}
