import type { Selection } from '../../../timeline/types.js';
import { boxOfCells, type Lattice, type Places } from '../layout/lattice.js';
import { placeOfWeight } from '../layout/rack.js';
import { boxAround, grow } from '../layout/space.js';
import type { Line, Station, Tile } from '../staging.js';
import { edges } from './lines.js';
import type { Scene } from './scene.js';

const thickness = 0.11;
const away = 0.03;
const look = { tone: 'ink', behind: 0.75 } as const;

/** The cell that somebody points at, outlined over everything else, and its copies on the bench. */
export function pointedOutline(scene: Scene, selection: Selection | null, tiles: readonly Tile[]): Line[] {
  if (selection?.stage !== scene.frame.stage) return [];
  return [
    ...cellOutline(scene, selection),
    ...tiles
      .filter(({ target }) => target?.tensor === selection.tensor && sameIndex(target.index, selection.index))
      .flatMap(({ station, centre, size }) =>
        edges(grow(boxAround(centre, size), [away, away, away]), { ...look, station, thickness }),
      ),
  ];
}

function cellOutline({ layout, view }: Scene, { tensor, index }: Selection): Line[] {
  if (tensor === 'bias') return [];
  if (tensor === 'weights') {
    const { lattice, first } = layout.rack;
    const [row, column, big, small] = index;
    return outlineIn(lattice, placeOfWeight(view.stage, first, [row, column, big, small]), 'rack');
  }
  const [batch, row, column, channel] = index;
  const { counts, base } = layout[tensor];
  const shown = base === batch * counts[0] * counts[1] * counts[2];
  return shown ? outlineIn(layout[tensor], [column, row, channel, 0], tensor) : [];
}

function outlineIn(lattice: Lattice, place: Places, station: Station): Line[] {
  if (place.some((at, axis) => at < 0 || at >= lattice.counts[axis])) return [];
  const scale = Math.max(lattice.pitch[0], 0.35);
  return edges(boxOfCells(lattice, place, place), { ...look, station, thickness: thickness * scale });
}

function sameIndex(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((place, axis) => place === b[axis]);
}
