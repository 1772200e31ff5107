/** Slabs have cells painted on; the cells in hand stand on them as boxes, so that what is read and made is seen as cells. */
import type { Index4 } from '../../../math/types.js';
import type { TensorRole } from '../../../timeline/types.js';
import { cellCentre, placeOf, type Lattice } from '../layout/lattice.js';
import type { Station, Tile, VolumeState } from '../staging.js';
import { elementOf, isFinished, lookOf, type Scene, shown } from './scene.js';

/** More boxes are no sign any more. */
const mostBoxes = 200;
/** Share of its side by which a box stands out at least. */
const thickness = 0.7;

/** The cells of a window, from its first term on; none where the cells are boxes anyway. */
export function windowCells(scene: Scene, lattice: Lattice, inputs: readonly (Index4 | null)[]): Tile[] {
  if (!lattice.slabs || scene.pointed || isFinished(scene) || shown(scene, 'place') === 0) return [];
  const { view } = scene;
  const isDeep = -lattice.depth[2] < lattice.cell[0];
  const first = inputs.find((input) => input !== null);
  const seen = inputs.filter((input) => input !== null).filter((input) => !isDeep || input[3] === first?.[3]);
  if (seen.length > mostBoxes) return [];
  return seen.flatMap((input) => {
    const value = elementOf(view.input, input);
    const look = { ...lookOf(view, 'input', value, input[3]), tone: 'input' } as const;
    return boxAt(scene, lattice, 'input', input, look);
  });
}

/** The cells in the making: blank until they have their values. */
export function cellsInMaking(scene: Scene, { lattice }: VolumeState, cells: readonly Index4[]): Tile[] {
  if (!lattice.slabs || scene.pointed || isFinished(scene) || shown(scene, 'place') === 0) return [];
  if (cells.length > mostBoxes) return [];
  const { view } = scene;
  const isMade = shown(scene, 'write') >= 1;
  return cells.flatMap((cell) => {
    const value = elementOf(view.output, cell);
    const look = isMade
      ? ({ kind: 'solid', ...lookOf(view, 'output', value, cell[3]) } as const)
      : ({ kind: 'plain' } as const);
    return boxAt(scene, lattice, 'output', cell, { ...look, tone: 'output' });
  });
}

function boxAt(
  { view }: Scene,
  lattice: Lattice,
  tensor: TensorRole & Station,
  index: Index4,
  look: Partial<Tile>,
): Tile[] {
  const place = placeOf(lattice, index);
  if (!place) return [];
  const [x, y, z] = cellCentre(lattice, place);
  const [width, height, depth] = lattice.cell;
  const thick = Math.max(depth, thickness * width);
  return [
    {
      station: tensor,
      kind: 'solid',
      centre: [x, y, z + thick / 2],
      size: [width, height, thick],
      shade: 0,
      text: '',
      tone: 'input',
      opacity: 1,
      glow: 0,
      target: { stage: view.stage.index, tensor, index },
      ...look,
    },
  ];
}
