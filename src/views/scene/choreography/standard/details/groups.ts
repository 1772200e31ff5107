/** Groups: glass walls between them, and lines from the channels of a group to the filters that read them. */
import { benchBottom } from '../../../layout/bench.js';
import { boxOfCells, boxOfLattice, type Lattice } from '../../../layout/lattice.js';
import { centreOf, grow, type Box, type Vector } from '../../../layout/space.js';
import type { Line, Station, Tile } from '../../../staging.js';
import { line, rectangle, thin } from '../../lines.js';
import { isFinished, shown } from '../../scene.js';
import { glassPane } from '../../tiles.js';
import type { Detail } from '../detail.js';
import type { StandardScene } from '../scene.js';

const wallOpacity = 0.6;
const rimOpacity = 0.8;
/** With more groups only the walls of the one in hand stand. */
const mostWalls = 7;
/** More channels of a group are told by the first and the last. */
const mostPins = 8;
/** Of the line that a group's channels and filters share: below the bench, one lower than the other. */
const busTop = 0.5;
const busRoom = 0.4;

export const groups: Detail = {
  tiles: (scene) => wallsOf(scene).map(({ station, box }) => pane(station, box)),
  lines: (scene) => wallsOf(scene).flatMap(({ station, box }) => rim(station, box)),
  links: (scene) => wiring(scene),
};

/** How far a wall reaches beyond its volume. */
export function wallMargin({ pitch }: Lattice): number {
  return 0.4 * pitch[0];
}

interface Wall {
  readonly station: Station;
  readonly box: Box;
}

function wallsOf({ view, layout, frame }: StandardScene): Wall[] {
  const { groups: count, filters } = view.stage;
  const active = Math.floor(frame.cell[3] / (filters / count));
  const borders = Array.from({ length: count - 1 }, (_, i) => i + 1).filter(
    (border) => count - 1 <= mostWalls || border === active || border === active + 1,
  );
  return (['input', 'output'] as const).flatMap((station) => {
    const lattice = layout[station];
    return borders.map((border) => ({
      station,
      box: wallBefore(lattice, (border * lattice.counts[2]) / count),
    }));
  });
}

/** Between a channel and the one in front of it. */
function wallBefore(lattice: Lattice, channel: number): Box {
  const [columns, rows] = lattice.counts;
  const between = channel - 0.5;
  const box = boxOfCells(lattice, [0, 0, between, 0], [columns - 1, rows - 1, between, 0]);
  const margin = wallMargin(lattice);
  const { min, max } = grow(box, [margin, margin, 0]);
  const z = (min[2] + max[2]) / 2;
  return { min: [min[0], min[1], z], max: [max[0], max[1], z] };
}

function pane(station: Station, box: Box): Tile {
  const { min, max } = box;
  return glassPane(station, centreOf(box), [max[0] - min[0], max[1] - min[1], 0.03], wallOpacity, 'muted');
}

function rim(station: Station, box: Box): Line[] {
  const look = { station, tone: 'muted', opacity: rimOpacity, thickness: thin, behind: 0.3 } as const;
  return rectangle(box, box.min[2], look);
}

/** From each channel down to a line that its group shares, and from there to each filter of the group. */
function wiring(scene: StandardScene): Line[] {
  const { view, layout, frame } = scene;
  const { groups: count, filters, input } = view.stage;
  const { first, lattice } = layout.rack;
  const [perGroup, together] = [input[3] / count, filters / count];
  const shownFilters = Array.from({ length: lattice.counts[3] }, (_, copy) => first + copy);
  const inUse = shown(scene, 'place') > 0 && !isFinished(scene);
  const active = Math.floor(frame.cell[3] / together);
  const ofGroup = [...new Set(shownFilters.map((filter) => Math.floor(filter / together)))];
  return ofGroup.flatMap((group, level) => {
    const y = benchBottom(layout.bench) - busTop - (level / ofGroup.length) * busRoom;
    const x = layout.bounds.input.max[0] + 0.25 + 0.25 * level;
    const opacity = !inUse ? 0.5 : group === active ? 0.9 : 0.2;
    const thickness = inUse && group === active ? 0.06 : thin;
    const join = (from: Vector, to: Vector) =>
      line(from, to, { station: 'link', tone: 'input', opacity, thickness });
    const pins = channelsTold(group * perGroup, perGroup).flatMap((channel) => {
      const { max, min } = boxOfCells(
        layout.input,
        [0, 0, channel, 0],
        [input[2] - 1, input[1] - 1, channel, 0],
      );
      const z = (min[2] + max[2]) / 2;
      const height = min[1] + layout.input.pitch[1] / 2;
      return [
        join([max[0], height, z], [x, height, z]),
        join([x, height, z], [x, y, z]),
        join([x, y, z], [x, y, 0]),
      ];
    });
    const tops = shownFilters
      .filter((filter) => Math.floor(filter / together) === group)
      .map((filter) => topOf(lattice, filter - first));
    const end = Math.max(...tops.map(([at]) => at));
    return [...pins, join([x, y, 0], [end, y, 0]), ...tops.map((top) => join([top[0], y, 0], top))];
  });
}

function channelsTold(from: number, count: number): number[] {
  return count <= mostPins ? Array.from({ length: count }, (_, i) => from + i) : [from, from + count - 1];
}

/** Left of the middle of a filter's top edge; the line to its output starts in the middle. */
function topOf(lattice: Lattice, copy: number): Vector {
  const [columns, rows] = lattice.counts;
  const { min, max } = boxOfLattice({
    ...lattice,
    origin: [lattice.origin[0] + copy * lattice.repeat[0], lattice.origin[1], lattice.origin[2]],
    counts: [columns, rows, 1, 1],
  });
  return [min[0] + (max[0] - min[0]) * 0.25, max[1], max[2]];
}
