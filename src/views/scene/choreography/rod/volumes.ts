/** How the sheets and the table look at a moment. */
import type { Comb } from '../../layout/comb.js';
import type { Lattice } from '../../layout/lattice.js';
import type { Staging, VolumeState } from '../../staging.js';
import { shown } from '../scene.js';
import { atRest, litIn, orderOf } from '../volumes.js';
import { hasPlace, sheetsAt, spreadOf, writeFlight, type RodScene } from './scene.js';

/** Share of its fill that a cell keeps where the rod does not pass. */
const elsewhere = 0.25;

export function rodVolumes(scene: RodScene): Staging['volumes'] {
  const { layout, highlight, frame, view } = scene;
  const spread = spreadOf(scene);
  const [input, output] = [sheetsAt(layout.input, spread), sheetsAt(layout.output, spread)];
  const litInput = litIn(input, highlight?.input);
  const litOutput = litIn(output, highlight?.output);
  const hasLanded = shown(scene, 'write') > 0 && writeFlight(scene) >= 1;
  const { padding, stride } = view.stage;
  const [, row, column, channel] = frame.cell;
  const spot = [column * stride[1] - padding[2], row * stride[0] - padding[0]] as const;
  return {
    rack: { ...atRest(layout.table), lit: litIn(layout.table, highlight?.weights) },
    input: { ...atRest(input), lit: litInput, ...(litInput ? {} : onlyPlace(scene, input, spot)) },
    output: {
      ...atRest(output),
      done: frame.cellsDone + (hasLanded && frame.cellsDone === frame.ordinal ? 1 : 0),
      order: orderOf(view.stage, output),
      lit: litOutput,
      making: frame.beat === 'start' ? [0, 0] : [channel, channel],
      ...(litOutput ? {} : onlyPlace(scene, output, [column, row])),
    },
  };
}

/** While a place is in hand, all cells away from it turn to glass: neighbours play no part. */
function onlyPlace(
  scene: RodScene,
  { counts }: Lattice,
  [column, row]: readonly [number, number],
): Partial<VolumeState> {
  if (!hasPlace(scene)) return {};
  const one = (from: number) => ({ from, step: 1, count: from >= 0 ? 1 : 0 });
  const solid: Comb = [
    one(column),
    one(row),
    { from: 0, step: 1, count: counts[2] },
    { from: 0, step: 1, count: counts[3] },
  ];
  return { solid, glass: elsewhere };
}
