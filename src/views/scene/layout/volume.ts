import type { Stage } from '../../../math/types.js';
import type { Lattice } from './lattice.js';
import type { Volume } from './scene-layout.js';
import { readPlaces } from './taps.js';

const looks = {
  input: { station: 'input', tone: 'input' },
  weights: { station: 'rack', tone: 'kernel' },
  output: { station: 'output', tone: 'output' },
} as const;

/** A tensor of a stage, or a part of one, where such tensors stand. @param id default: the name of its station */
export function volumeOf(stage: Stage, lattice: Lattice, id: string = looks[lattice.tensor].station): Volume {
  const read = { columns: readPlaces(stage, 1), rows: readPlaces(stage, 0) };
  return {
    id,
    ...looks[lattice.tensor],
    stage: stage.index,
    lattice,
    ...(lattice.tensor === 'input' ? { read } : {}),
  };
}
