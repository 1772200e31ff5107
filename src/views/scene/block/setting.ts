/** A block as a scene: what is made is filled, what is still to come stands empty, and the row in hand is framed. */
import type { Tensor } from '../../../math/types.js';
import type { Setting } from '../choreography/choreography.js';
import { edges, line } from '../choreography/lines.js';
import { atRest, litIn } from '../choreography/volumes.js';
import type { PlacedLabel } from '../labels.js';
import type { SceneLayout, Volume } from '../layout/scene-layout.js';
import { centreOf, grow, unite, type Vector } from '../layout/space.js';
import type { Cells, Pictured } from '../pictured.js';
import type { Line, Staging, Station, VolumeState } from '../staging.js';
import { boxOfWire, isFreeBelow, type BlockPlaces, type Wire } from './layout.js';

export interface BlockShown extends Pictured {
  readonly places: BlockPlaces;
  /** The cell that somebody points at. */
  readonly pointed: { readonly stage: number; readonly index: readonly number[] } | null;
}

const degrees = Math.PI / 180;
/** A long row seen with a long lens: its far end is hardly smaller than its near one. */
const overview = { yaw: 26 * degrees, pitch: 14 * degrees, lens: 7 * degrees };
/** Cell units between a volume and its frame. */
const frameGap = 0.3;
const wireThickness = 0.09;
const arrow = { length: 0.7, width: 0.3 };

/** A row's numbers as cells; colours span the row's own range. */
export function cellsOf(output: Tensor): Cells {
  const range = output.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const ranges = { input: range, weights: range, products: range, output: range };
  return { input: output, weights: output, output, ranges };
}

export function settingOf({ places, frame: { stage: hand } }: BlockShown): Setting<BlockShown> {
  const layout = layoutOf(places, hand);
  const lines = linesOf(places, hand);
  return {
    layout,
    stage: (shown) => stagingOf(layout, lines, shown),
    labels: () => layout.volumes.map((volume) => labelOf(volume, places, hand)),
  };
}

function layoutOf({ lattices, boxes, wires }: BlockPlaces, hand: number): SceneLayout {
  const last = lattices.length - 1;
  const stationOf = (row: number): Station => (row === 0 ? 'input' : row === last ? 'output' : 'bench');
  const volumes = lattices.map((lattice, row): Volume => ({
    id: `${row}`,
    station: stationOf(row),
    stage: row,
    tone: row === 0 ? 'input' : row === last ? 'output' : 'line',
    lattice,
  }));
  const read = wires.filter(({ to }) => to === hand).map(({ from }) => boxes[from]);
  const between = [...boxes.slice(1, last), ...wires.map(boxOfWire)];
  return {
    volumes,
    bounds: { input: boxes[0], bench: unite(between), output: boxes[last] },
    closeUp: [...read, boxes[hand]],
    overview,
    // Names take two lines, however far apart they stand.
    names: { columnPitch: 0, rows: false },
  };
}

function stagingOf({ volumes }: SceneLayout, lines: readonly Line[], shown: BlockShown): Staging {
  const { frame, pointed } = shown;
  const states = volumes.map(({ id, stage, lattice }): [string, VolumeState] => {
    const lit = pointed?.stage === stage ? litIn(lattice, [pointed.index]) : null;
    return [id, { ...atRest(lattice), done: stage <= frame.stage ? Infinity : 0, lit }];
  });
  return { tiles: [], lines, links: [], volumes: Object.fromEntries(states) };
}

function linesOf({ boxes, wires }: BlockPlaces, hand: number): readonly Line[] {
  const frame = grow(boxes[hand], [frameGap, frameGap, frameGap]);
  const empty = boxes.slice(hand + 1);
  return [
    ...empty.flatMap((box) => edges(box, { tone: 'muted', opacity: 0.5 })),
    ...wires.flatMap((wire) => wireLines(wire, hand)),
    ...edges(frame, { tone: 'accent', thickness: wireThickness, behind: 0.5 }),
  ];
}

/** A wire into the row in hand stands out, one into a row that is still to come is dashed. */
function wireLines({ to, points }: Wire, hand: number): readonly Line[] {
  const look = {
    tone: to === hand ? 'accent' : 'muted',
    thickness: to === hand ? 1.6 * wireThickness : wireThickness,
    dash: to > hand ? 0.35 : 0,
    behind: 0.3,
  } as const;
  const end = points[points.length - 1];
  const barbs = [1, -1].map((side): Vector => [end[0] - arrow.length, end[1] + side * arrow.width, end[2]]);
  return [
    ...points.slice(1).map((point, index) => line(points[index], point, look)),
    ...barbs.map((barb) => line(barb, end, { ...look, dash: 0 })),
  ];
}

/**
 * The others by their names, or where there is no room by their numbers; the row in hand by its name in any case, out of their
 * way where that is possible.
 */
function labelOf({ id, station, stage }: Volume, places: BlockPlaces, hand: number): PlacedLabel {
  const box = places.boxes[stage];
  const active = stage === hand;
  const isBelow = active && isFreeBelow(places, stage);
  const foot: Vector = [centreOf(box)[0], box.min[1] - frameGap, box.max[2]];
  return {
    key: 'row',
    id,
    family: active ? 'output' : 'filters',
    parameters: { row: stage, filter: stage + 1, lines: isBelow ? 1 : 2 },
    anchor: isBelow ? 'below' : 'above',
    active,
    station,
    at: isBelow ? foot : box,
  };
}
