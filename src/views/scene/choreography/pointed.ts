import type { Selection, TensorRole } from '../../../timeline/types.js';
import { boxOfCells, cellCentre, placeOf } from '../layout/lattice.js';
import type { SceneLayout } from '../layout/scene-layout.js';
import { boxAround, grow, type Vector } from '../layout/space.js';
import type { Line, Staging, Target, Tile } from '../staging.js';
import { edges, line } from './lines.js';
import { lineScale } from './place-frame.js';
import type { Scene } from './scene.js';

const thickness = 0.11;
const away = 0.03;
const look = { tone: 'ink', behind: 0.75 } as const;

/** The cell that somebody points at, outlined over everything else wherever it stands, and its copies on the bench. */
export function pointedOutline(
  { selection }: Scene,
  layout: SceneLayout,
  states: Staging['volumes'],
  tiles: readonly Tile[],
): Line[] {
  if (!selection) return [];
  const { stage, tensor, index } = selection;
  return [
    ...layout.volumes.flatMap(({ id, station, stage: of }): Line[] => {
      const { lattice } = states[id];
      const place = of === stage && lattice.tensor === tensor ? placeOf(lattice, index) : null;
      return place
        ? edges(boxOfCells(lattice, place, place), {
            ...look,
            station,
            thickness: thickness * lineScale(lattice),
          })
        : [];
    }),
    ...tiles
      .filter(({ target }) => target !== undefined && isPointedAt(target, selection))
      .flatMap(({ station, centre, size }) =>
        edges(grow(boxAround(centre, size), [away, away, away]), { ...look, station, thickness }),
      ),
    ...pairLines(selection, layout, states, tiles),
  ];
}

/** One use of a weight: from the cell that it weighs through the weight to the cell that the product ends in. */
function pairLines(
  { stage, index, pair }: Selection,
  layout: SceneLayout,
  states: Staging['volumes'],
  tiles: readonly Tile[],
): Line[] {
  if (!pair) return [];
  const middleOf = (tensor: TensorRole, cell: readonly number[]): Vector | null => {
    const places = layout.volumes.map(({ id, stage: of }) => {
      const { lattice } = states[id];
      const place = of === stage && lattice.tensor === tensor ? placeOf(lattice, cell) : null;
      return place && cellCentre(lattice, place);
    });
    return places.find((place) => place !== null) ?? null;
  };
  const onBench = tiles.find(
    ({ target, tone, station }) =>
      station === 'bench' &&
      tone === 'kernel' &&
      target?.tensor === 'weights' &&
      sameIndex(target.index, index),
  );
  const stops = [
    middleOf('input', pair.input),
    onBench?.centre ?? middleOf('weights', index),
    middleOf('output', pair.output),
  ].filter((stop) => stop !== null);
  const pairLook = { station: 'link', tone: 'accent', thickness: 0.07, behind: 0.6 } as const;
  return stops.slice(1).map((to, i) => line(stops[i], to, pairLook));
}

/** A product is one use of its weight: it is pointed at only where that very use is. */
function isPointedAt({ tensor, index, pair }: Target, selection: Selection): boolean {
  if (tensor !== selection.tensor || !sameIndex(index, selection.index)) return false;
  if (!pair) return true;
  const wanted = selection.pair;
  return wanted !== undefined && sameIndex(pair.input, wanted.input) && sameIndex(pair.output, wanted.output);
}

function sameIndex(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((place, axis) => place === b[axis]);
}
